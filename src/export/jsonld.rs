//! Observations as JSON-LD in the terms of schema.org: a `Dataset` with an `Observation` for each.

use super::json::Json;
use crate::data::{Dataset, Entity, EntityKind, Indicator, Label, ObservationIx, Source};
use crate::format::Unit;

/// A schema.org `Dataset` of some observations, with the entities, indicators and documents that they name.
///
/// The context is written out, so that nothing has to be fetched to read it. What schema.org has no property for (the
/// status, the qualifier, the exact period) is a `PropertyValue` under `additionalProperty`. Values are strings of
/// the type `xsd:decimal`, as exact as printed.
#[must_use]
pub fn jsonld(ds: &Dataset, observations: &[ObservationIx]) -> String {
    let rows = || observations.iter().map(|&ix| ds.observation(ix));
    let entities = used(ds.entities().len(), |name| {
        rows().for_each(|o| {
            [Some(o.entity), o.scope]
                .into_iter()
                .flatten()
                .for_each(|ix| name(ix.at()));
        });
    });
    let indicators = used(ds.indicators().len(), |name| {
        rows().for_each(|o| name(o.indicator.at()));
    });
    let sources = used(ds.sources().len(), |name| {
        observations
            .iter()
            .for_each(|&ix| ds.locators(ix).iter().for_each(|locator| name(locator.source.at())));
    });
    let mut json = Json::new();
    json.object(|json| {
        json.key("@context").object(|json| {
            json.key("@vocab").string("https://schema.org/");
            json.key("xsd").string("http://www.w3.org/2001/XMLSchema#");
            json.key("zs").string("urn:zonestat:");
        });
        json.key("@type").string("Dataset");
        json.key("@id").string("zs:dataset");
        if let Some(zone) = ds.zone() {
            label(json, "name", &ds.entity(zone).name);
        }
        json.key("isAccessibleForFree").boolean(true);
        json.key("about")
            .array(|json| entities.iter().for_each(|&at| entity(json, &ds.entities()[at])));
        json.key("variableMeasured")
            .array(|json| indicators.iter().for_each(|&at| indicator(json, &ds.indicators()[at])));
        json.key("isBasedOn")
            .array(|json| sources.iter().for_each(|&at| source(json, &ds.sources()[at])));
        json.key("mainEntity")
            .array(|json| observations.iter().for_each(|&ix| observation(json, ds, ix)));
    });
    json.finish()
}

/// The places of a table that some observations name, in order.
fn used(count: usize, mut names: impl FnMut(&mut dyn FnMut(usize))) -> Vec<usize> {
    let mut named = vec![false; count];
    names(&mut |place| named[place] = true);
    (0..count).filter(|&place| named[place]).collect()
}

fn label(json: &mut Json, name: &str, label: &Label) {
    json.key(name).array(|json| {
        for (language, text) in [("zh", &label.zh), ("en", &label.en)] {
            json.object(|json| {
                json.key("@language").string(language);
                json.key("@value").string(text);
            });
        }
    });
}

/// An id that no id of another table can be.
fn id(json: &mut Json, name: &str, table: &str, id: &str) {
    json.key(name).string(&["zs:", table, ":", id].concat());
}

fn reference(json: &mut Json, name: &str, table: &str, to: &str) {
    json.key(name).object(|json| id(json, "@id", table, to));
}

fn entity(json: &mut Json, entity: &Entity) {
    json.object(|json| {
        json.key("@type").string(match entity.kind {
            EntityKind::City => "City",
            EntityKind::Country => "Country",
            EntityKind::Zone | EntityKind::Province | EntityKind::County | EntityKind::Town => "AdministrativeArea",
            EntityKind::Park => "Place",
            EntityKind::Enterprise | EntityKind::Institution => "Organization",
            EntityKind::Project | EntityKind::Programme => "Project",
            EntityKind::Industry | EntityKind::Class => "Thing",
        });
        id(json, "@id", "entity", &entity.id);
        label(json, "name", &entity.name);
    });
}

fn indicator(json: &mut Json, indicator: &Indicator) {
    json.object(|json| {
        json.key("@type").string("StatisticalVariable");
        id(json, "@id", "indicator", &indicator.id);
        label(json, "name", &indicator.name);
    });
}

fn source(json: &mut Json, source: &Source) {
    json.object(|json| {
        json.key("@type").string("CreativeWork");
        id(json, "@id", "source", &source.id);
        label(json, "name", &source.title);
        json.key("datePublished").string(&source.date.to_string());
        json.key("publisher").object(|json| {
            json.key("@type").string("Organization");
            label(json, "name", &source.publisher);
        });
    });
}

fn observation(json: &mut Json, ds: &Dataset, ix: ObservationIx) {
    let o = ds.observation(ix);
    json.object(|json| {
        json.key("@type").string("Observation");
        id(json, "@id", "observation", &o.id);
        reference(json, "observationAbout", "entity", &ds.entity(o.entity).id);
        reference(json, "variableMeasured", "indicator", &ds.indicator(o.indicator).id);
        json.key("value").object(|json| {
            json.key("@type").string(datatype(o.unit, &o.value_text()));
            json.key("@value").string(&o.value_text());
        });
        json.key("unitText").string(o.unit.as_str());
        if let Some(date) = o.period.last_day().or(o.period.first_day()) {
            let two = |n: u8| {
                [b'0' + n / 10, b'0' + n % 10]
                    .map(char::from)
                    .iter()
                    .collect::<String>()
            };
            let text = [&date.year.to_string(), "-", &two(date.month), "-", &two(date.day)].concat();
            json.key("observationDate").string(&text);
        }
        if let Some(months) = o.period.months() {
            json.key("observationPeriod")
                .string(&["P", &months.to_string(), "M"].concat());
        }
        json.key("additionalProperty").array(|json| {
            let period = o.period.to_string();
            for (name, value) in [
                ("period", &*period),
                ("periodBasis", o.period_basis.as_str()),
                ("status", o.status.as_str()),
                ("qualifier", o.qualifier.as_str()),
                ("kind", o.kind.as_str()),
                ("basis", o.basis.map_or("", |basis| basis.as_str())),
                ("scope", o.scope.map_or("", |ix| &ds.entity(ix).id)),
                ("of", o.of.map_or("", |ix| &ds.observation(ix).id)),
            ] {
                if !value.is_empty() {
                    property(json, name, value);
                }
            }
        });
        if let Some(note) = &o.note {
            label(json, "description", note);
        }
        json.key("subjectOf").array(|json| {
            for locator in ds.locators(ix) {
                json.object(|json| {
                    json.key("@type").string("Quotation");
                    reference(json, "isPartOf", "source", &ds.source(locator.source).id);
                    json.key("position").number(&locator.paragraph);
                    json.key("text").string(&locator.figure);
                });
            }
        });
    });
}

fn property(json: &mut Json, name: &str, value: &str) {
    json.object(|json| {
        json.key("@type").string("PropertyValue");
        json.key("propertyID").string(name);
        json.key("value").string(value);
    });
}

/// The type of a value: a date is as exact as it is known.
fn datatype(unit: Unit, value: &str) -> &'static str {
    match (unit, value.len()) {
        (Unit::Date, 4) => "xsd:gYear",
        (Unit::Date, 7) => "xsd:gYearMonth",
        (Unit::Date, _) => "xsd:date",
        _ => "xsd:decimal",
    }
}
