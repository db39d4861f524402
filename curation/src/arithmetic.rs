//! The arithmetic that the documents invite: parts and totals, rates and levels, shares and wholes.
//!
//! What does not come out is kept as printed; a note must explain it where a reader can see it.

use std::collections::BTreeMap;

use zonestat::data::{Dataset, Derived, Formula, Interval, Observation, ObservationIx, RelationKind};
use zonestat::format::{Decimal, Kind, Unit};

/// One check.
#[derive(Clone, Debug)]
pub struct Check {
    /// What was held against what, with the ranges that met or did not.
    pub what: String,
    /// Whether it comes out, given how the figures are printed.
    pub holds: bool,
    /// Whether a note at one of the observations, or at their relation, is there to explain it.
    pub explained: bool,
}

/// All checks that the data allows.
#[must_use]
pub fn checks(ds: &Dataset) -> Vec<Check> {
    let mut out = sums(ds);
    out.extend(compositions(ds));
    out.extend(derived_sums(ds));
    out.extend(twice_derived(ds));
    out.extend(against_observed(ds));
    out.extend(plans(ds));
    out.extend(whole_bases(ds));
    out.extend(ordered(ds));
    out
}

fn ends(interval: Interval) -> String {
    let end = |end: Option<Decimal>| end.map_or("…".to_owned(), |end| end.normalized().to_string());
    if interval.low == interval.high {
        end(interval.low)
    } else {
        format!("{}–{}", end(interval.low), end(interval.high))
    }
}

fn range(derived: &Derived) -> Interval {
    Interval {
        low: Some(derived.low),
        high: Some(derived.high),
    }
}

fn noted(ds: &Dataset, observations: &[ObservationIx]) -> bool {
    let own = observations.iter().any(|&ix| ds.observation(ix).note.is_some());
    let related = ds.relations().iter().any(|relation| {
        relation.note.is_some() && observations.contains(&relation.from) && observations.contains(&relation.to)
    });
    own || related
}

/// The parts of each total, by the relation `sums-to`.
fn totals(ds: &Dataset) -> BTreeMap<ObservationIx, Vec<ObservationIx>> {
    let mut out: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for relation in ds
        .relations()
        .iter()
        .filter(|relation| relation.kind == RelationKind::SumsTo)
    {
        out.entry(relation.to).or_default().push(relation.from);
    }
    out
}

/// Parts add up to their total.
fn sums(ds: &Dataset) -> Vec<Check> {
    let check = |(total, parts): (ObservationIx, Vec<ObservationIx>)| {
        let sum = parts
            .iter()
            .map(|&ix| Interval::of(ds.observation(ix)))
            .reduce(Interval::plus)?;
        let whole = Interval::of(ds.observation(total));
        let what = format!(
            "parts of {}: {} of {}",
            ds.observation(total).id,
            ends(sum),
            ends(whole)
        );
        let involved = [&[total], &parts[..]].concat();
        Some(Check {
            what,
            holds: sum.meets(whole),
            explained: noted(ds, &involved),
        })
    };
    totals(ds).into_iter().filter_map(check).collect()
}

/// Shares of one and the same whole in words add up to 100.
fn compositions(ds: &Dataset) -> Vec<Check> {
    let mut groups: BTreeMap<_, Vec<ObservationIx>> = BTreeMap::new();
    for ix in all(ds) {
        let o = ds.observation(ix);
        if let (Kind::Share, Some(scope), Some(label)) = (o.kind, o.scope, &o.scope_label) {
            groups
                .entry((o.entity, scope, &label.zh, o.period.to_string()))
                .or_default()
                .push(ix);
        }
    }
    let mut out = Vec::new();
    for parts in groups.into_values().filter(|parts| parts.len() > 1) {
        let sum = parts
            .iter()
            .map(|&ix| Interval::of(ds.observation(ix)))
            .reduce(Interval::plus);
        let Some(sum) = sum else { continue };
        let hundred = Interval {
            low: Some(Decimal::whole(100)),
            high: Some(Decimal::whole(100)),
        };
        let ids: Vec<_> = parts.iter().map(|&ix| &*ds.observation(ix).id).collect();
        let what = format!("shares of one whole: {} of 100 ({})", ends(sum), ids.join(" "));
        out.push(Check {
            what,
            holds: sum.meets(hundred),
            explained: noted(ds, &parts),
        });
    }
    out
}

/// What a total implies is the sum of what its parts imply: bases of growth, wholes of shares.
fn derived_sums(ds: &Dataset) -> Vec<Check> {
    let implied = |ix: ObservationIx, formula: Formula| {
        ds.derived()
            .iter()
            .find(|derived| derived.formula == formula && derived.from.first() == Some(&ix))
    };
    let mut out = Vec::new();
    for (total, parts) in totals(ds) {
        for formula in [Formula::Base, Formula::Whole] {
            let found: Option<Vec<_>> = parts.iter().map(|&ix| implied(ix, formula)).collect();
            let (Some(found), Some(whole)) = (found, implied(total, formula)) else {
                continue;
            };
            let Some(sum) = found.iter().map(|derived| range(derived)).reduce(Interval::plus) else {
                continue;
            };
            let what = format!(
                "{} as the sum of its parts’: {} and {}",
                whole.id,
                ends(range(whole)),
                ends(sum)
            );
            let involved = [&[total], &parts[..]].concat();
            out.push(Check {
                what,
                holds: sum.meets(range(whole)),
                explained: noted(ds, &involved),
            });
        }
    }
    out
}

/// What makes two statements speak of the same thing.
fn subject(derived: &Derived) -> (u16, u16, Kind, Unit, String) {
    (
        derived.entity.0,
        derived.indicator.0,
        derived.kind,
        derived.unit,
        derived.period.to_string(),
    )
}

/// Two derivations of one value meet.
fn twice_derived(ds: &Dataset) -> Vec<Check> {
    let mut out = Vec::new();
    let comparable = |derived: &Derived| {
        !matches!(
            derived.formula,
            Formula::MonthlyMean | Formula::ExchangeRate | Formula::Share
        )
    };
    for (at, a) in ds.derived().iter().enumerate().filter(|(_, a)| comparable(a)) {
        for b in ds.derived()[at + 1..]
            .iter()
            .filter(|b| comparable(b) && subject(a) == subject(b))
        {
            let what = format!("{} and {}: {} and {}", a.id, b.id, ends(range(a)), ends(range(b)));
            let involved = [&a.from[..], &b.from[..]].concat();
            out.push(Check {
                what,
                holds: range(a).meets(range(b)),
                explained: noted(ds, &involved),
            });
        }
    }
    out
}

/// A derived value meets what is printed of the same thing.
fn against_observed(ds: &Dataset) -> Vec<Check> {
    let mut out = Vec::new();
    let elsewhere = |derived: &&Derived| !matches!(derived.formula, Formula::MonthlyMean | Formula::Share);
    for derived in ds.derived().iter().filter(elsewhere) {
        let same =
            |o: &Observation| (o.entity.0, o.indicator.0, o.kind, o.unit, o.period.to_string()) == subject(derived);
        for ix in all(ds).filter(|ix| !derived.from.contains(ix) && same(ds.observation(*ix))) {
            let observed = Interval::of(ds.observation(ix));
            let ids = (&derived.id, &ds.observation(ix).id);
            let what = format!(
                "{} and {}: {} and {}",
                ids.0,
                ids.1,
                ends(range(derived)),
                ends(observed)
            );
            let involved = [&derived.from[..], &[ix]].concat();
            out.push(Check {
                what,
                holds: observed.meets(range(derived)),
                explained: noted(ds, &involved),
            });
        }
    }
    out
}

/// The plan that a completion rate implies meets what the relation `checks-against` names beside it; where it names
/// several, the largest without the others.
fn plans(ds: &Dataset) -> Vec<Check> {
    let mut out = Vec::new();
    for plan in ds.derived().iter().filter(|derived| derived.formula == Formula::Plan) {
        let named = |ix: &ObservationIx| {
            let checks = |from| {
                ds.relations()
                    .iter()
                    .any(|r| r.kind == RelationKind::ChecksAgainst && (r.from, r.to) == (from, *ix))
            };
            ds.observation(*ix).unit == plan.unit && plan.from.iter().any(|&from| checks(from))
        };
        let mut found: Vec<_> = all(ds).filter(named).collect();
        found.sort_by(|&a, &b| ds.observation(b).value.compare(ds.observation(a).value));
        let ranges = found.iter().map(|&ix| Interval::of(ds.observation(ix)));
        let Some(printed) = ranges.reduce(Interval::minus) else {
            continue;
        };
        let ids: Vec<_> = found.iter().map(|&ix| &*ds.observation(ix).id).collect();
        let what = format!(
            "{} and {}: {} and {}",
            plan.id,
            ids.join(" − "),
            ends(range(plan)),
            ends(printed)
        );
        let involved = [&plan.from[..], &found[..]].concat();
        out.push(Check {
            what,
            holds: printed.meets(range(plan)),
            explained: noted(ds, &involved),
        });
    }
    out
}

/// Growth of a number of things comes from a whole number of them.
fn whole_bases(ds: &Dataset) -> Vec<Check> {
    let mut out = Vec::new();
    for base in ds
        .derived()
        .iter()
        .filter(|base| base.formula == Formula::Base && base.unit == Unit::Count)
    {
        let (Some(&level), Some(&growth)) = (base.from.first(), base.from.get(1)) else {
            continue;
        };
        let (now, rate) = (
            ds.observation(level).value.to_f64(),
            Interval::of(ds.observation(growth)),
        );
        let (low, high) = (base.low.to_f64() as i64, base.high.to_f64() as i64);
        let fits = (low..=high).any(|before| {
            let percent = (now / before as f64 - 1.0) * 100.0;
            rate.low.is_none_or(|low| low.to_f64() <= percent) && rate.high.is_none_or(|high| percent <= high.to_f64())
        });
        let what = format!(
            "{} is a whole number that gives the printed growth: {low}–{high}",
            base.id
        );
        out.push(Check {
            what,
            holds: fits,
            explained: noted(ds, &[level, growth]),
        });
    }
    out
}

/// A part is not larger than its whole.
fn ordered(ds: &Dataset) -> Vec<Check> {
    let mut out = Vec::new();
    for relation in ds
        .relations()
        .iter()
        .filter(|relation| relation.kind == RelationKind::PartOf)
    {
        let (part, whole) = (ds.observation(relation.from), ds.observation(relation.to));
        if part.unit != whole.unit || !part.kind.is_quantity() {
            continue;
        }
        let (low, high) = (Interval::of(part).low, Interval::of(whole).high);
        let holds = low.zip(high).is_none_or(|(low, high)| low.compare(high).is_le());
        let what = format!(
            "{} is a part of {}: {} of {}",
            part.id, whole.id, part.value, whole.value
        );
        out.push(Check {
            what,
            holds,
            explained: noted(ds, &[relation.from, relation.to]),
        });
    }
    out
}

fn all(ds: &Dataset) -> impl Iterator<Item = ObservationIx> {
    (0..ds.observations().len()).filter_map(ObservationIx::of)
}
