//! The dataset's tables as JSON, in the terms of the public contract: what `dataset().observations()` and its siblings
//! give.

use super::json::Json;
use crate::data::{Dataset, Filter, Label, Observation, ObservationIx};

/// The tables that can be asked for.
pub const TABLES: &[&str] = &[
    "observations",
    "indicators",
    "entities",
    "sources",
    "relations",
    "derived",
];

/// A table as a JSON array; `None` for a name that is none of [`TABLES`].
#[must_use]
pub fn records(ds: &Dataset, table: &str, filter: &Filter) -> Option<String> {
    let mut json = Json::new();
    json.array(|json| match table {
        "observations" => ds.select(filter).into_iter().for_each(|ix| observation(json, ds, ix)),
        "indicators" => indicators(json, ds),
        "entities" => entities(json, ds),
        "sources" => sources(json, ds),
        "relations" => relations(json, ds),
        "derived" => derived(json, ds),
        _ => {}
    });
    TABLES.contains(&table).then(|| json.finish())
}

/// A label in both languages: `{"en": …, "zh": …}`.
fn label(json: &mut Json, name: &str, label: &Label) {
    json.key(name).object(|json| {
        json.key("en").string(&label.en);
        json.key("zh").string(&label.zh);
    });
}

fn optional_label(json: &mut Json, name: &str, text: Option<&Label>) {
    if let Some(text) = text {
        label(json, name, text);
    }
}

/// One observation with its locators.
pub(super) fn observation(json: &mut Json, ds: &Dataset, ix: ObservationIx) {
    let o = ds.observation(ix);
    json.object(|json| {
        for (name, text) in [
            ("id", &*o.id),
            ("entity", &*ds.entity(o.entity).id),
            ("indicator", &*ds.indicator(o.indicator).id),
            ("value", &o.value_text()),
            ("unit", o.unit.as_str()),
            ("period", &o.period.to_string()),
            ("periodBasis", o.period_basis.as_str()),
            ("status", o.status.as_str()),
            ("qualifier", o.qualifier.as_str()),
            ("kind", o.kind.as_str()),
        ] {
            json.key(name).string(text);
        }
        optional(json, ds, o);
        json.key("partial").boolean(ds.is_partial(ix));
        json.key("sources").array(|json| {
            for locator in ds.locators(ix) {
                json.object(|json| {
                    json.key("source").string(&ds.source(locator.source).id);
                    json.key("paragraph").number(&locator.paragraph);
                    json.key("occurrence").number(&locator.occurrence);
                    json.key("figure").string(&locator.figure);
                });
            }
        });
    });
}

/// What only some observations have.
fn optional(json: &mut Json, ds: &Dataset, o: &Observation) {
    if let Some(basis) = o.basis {
        json.key("basis").string(basis.as_str());
    }
    if let Some(scope) = o.scope {
        json.key("scope").string(&ds.entity(scope).id);
    }
    optional_label(json, "scopeLabel", o.scope_label.as_ref());
    if let Some(of) = o.of {
        json.key("of").string(&ds.observation(of).id);
    }
    optional_label(json, "note", o.note.as_ref());
}

fn indicators(json: &mut Json, ds: &Dataset) {
    for indicator in ds.indicators() {
        json.object(|json| {
            json.key("id").string(&indicator.id);
            json.key("topic").string(indicator.topic.as_str());
            json.key("nature").string(indicator.nature.as_str());
            let units: Vec<&str> = indicator.units.iter().map(|unit| unit.as_str()).collect();
            json.key("units").strings(&units);
            label(json, "name", &indicator.name);
            label(json, "short", &indicator.short);
            optional_label(json, "note", indicator.note.as_ref());
        });
    }
}

fn entities(json: &mut Json, ds: &Dataset) {
    for entity in ds.entities() {
        json.object(|json| {
            json.key("id").string(&entity.id);
            json.key("kind").string(entity.kind.as_str());
            if let Some(parent) = entity.parent {
                json.key("parent").string(&ds.entity(parent).id);
            }
            label(json, "name", &entity.name);
            label(json, "short", &entity.short);
            optional_label(json, "note", entity.note.as_ref());
        });
    }
}

fn sources(json: &mut Json, ds: &Dataset) {
    for source in ds.sources() {
        json.object(|json| {
            json.key("id").string(&source.id);
            json.key("about").string(&ds.entity(source.about).id);
            label(json, "title", &source.title);
            label(json, "short", &source.short);
            label(json, "publisher", &source.publisher);
            json.key("date").string(&source.date.to_string());
            json.key("dateBasis").string(source.date_basis.as_str());
            json.key("sha256").string(&source.sha256);
            optional_label(json, "note", source.note.as_ref());
        });
    }
}

fn relations(json: &mut Json, ds: &Dataset) {
    for relation in ds.relations() {
        json.object(|json| {
            json.key("type").string(relation.kind.as_str());
            json.key("from").string(&ds.observation(relation.from).id);
            json.key("to").string(&ds.observation(relation.to).id);
            optional_label(json, "note", relation.note.as_ref());
        });
    }
}

fn derived(json: &mut Json, ds: &Dataset) {
    for derived in ds.derived() {
        json.object(|json| {
            for (name, text) in [
                ("id", &*derived.id),
                ("formula", derived.formula.as_str()),
                ("entity", &*ds.entity(derived.entity).id),
                ("indicator", &*ds.indicator(derived.indicator).id),
                ("low", &derived.low.to_string()),
                ("high", &derived.high.to_string()),
                ("unit", derived.unit.as_str()),
                ("period", &derived.period.to_string()),
                ("status", derived.status.as_str()),
                ("kind", derived.kind.as_str()),
            ] {
                json.key(name).string(text);
            }
            let from: Vec<&str> = derived.from.iter().map(|&ix| &*ds.observation(ix).id).collect();
            json.key("from").strings(&from);
        });
    }
}
