//! The formulas, one by one. A rule that does not apply, or whose figures are open at an end, gives nothing.

use super::bounds::Bounds;
use super::{Derived, Formula};
use crate::data::dataset::Dataset;
use crate::data::interval::Interval;
use crate::data::model::{Observation, ObservationIx, Relation, RelationKind};
use crate::format::{Decimal, Kind, Nature, Part, Period, Point, Status, Unit};

/// A rule's result before it is rounded and written down.
struct Found<'a> {
    formula: Formula,
    /// The observation whose entity, indicator and kind the result has, unless a field says otherwise.
    like: &'a Observation,
    unit: Unit,
    period: Period,
    bounds: Option<Bounds>,
    from: Vec<ObservationIx>,
}

fn bounds(o: &Observation) -> Option<Bounds> {
    Bounds::of(Interval::of(o))
}

fn whole(value: i64) -> Bounds {
    Bounds {
        low: Decimal::whole(value),
        high: Decimal::whole(value),
    }
}

/// Writes down a result, with the id `<id of the observation>-implied-<formula>`.
fn push(ds: &Dataset, id: &str, found: Found<'_>, change: impl FnOnce(&mut Derived), out: &mut Vec<Derived>) {
    let Found {
        formula,
        like,
        unit,
        period,
        bounds,
        from,
    } = found;
    let things = matches!(unit, Unit::Count | Unit::Persons | Unit::Households);
    let Some(bounds) = bounds.and_then(|bounds| bounds.rounded(things && formula != Formula::MonthlyMean)) else {
        return;
    };
    let status = from
        .iter()
        .map(|&ix| ds.observation(ix).status)
        .max()
        .unwrap_or(Status::Actual);
    let mut derived = Derived {
        id: [id, "-implied-", formula.as_str()].concat().into(),
        formula,
        entity: like.entity,
        indicator: like.indicator,
        kind: like.kind,
        period,
        status,
        unit,
        low: bounds.low,
        high: bounds.high,
        magnitude: if unit == like.unit { like.magnitude } else { 0 },
        from,
    };
    change(&mut derived);
    out.push(derived);
}

/// What an observation implies of the one that it modifies: a base, a rate, a whole, a plan.
pub(super) fn modifier(ds: &Dataset, ix: ObservationIx, out: &mut Vec<Derived>) {
    let o = ds.observation(ix);
    let Some(level_ix) = o.of else { return };
    let level = ds.observation(level_ix);
    let (Some(value), Some(modifier)) = (bounds(level), bounds(o)) else {
        return;
    };
    let before = year_before(level.period);
    let hundred = || value.shifted(2);
    let (formula, period, bounds) = match o.kind {
        Kind::YoyGrowth if level.kind.is_quantity() => {
            let growth = whole(100).plus(modifier);
            (
                Formula::Base,
                before,
                hundred().zip(growth).and_then(|(value, growth)| value.over(growth)),
            )
        }
        Kind::Change => (Formula::BaseOfChange, before, value.minus(modifier)),
        Kind::Multiple => (
            Formula::BaseOfMultiple,
            full_year_before(level.period),
            value.over(modifier),
        ),
        Kind::PpChange => (Formula::PreviousRate, before, value.minus(modifier)),
        Kind::PpGap => (Formula::ComparedRate, Some(level.period), value.minus(modifier)),
        Kind::Share if o.scope.is_some() && o.scope_label.is_none() => (
            Formula::Whole,
            Some(level.period),
            hundred().and_then(|value| value.over(modifier)),
        ),
        Kind::Completion => (
            Formula::Plan,
            plan_year(level.period),
            hundred().and_then(|value| value.over(modifier)),
        ),
        _ => return,
    };
    let Some(period) = period else { return };
    let found = Found {
        formula,
        like: level,
        unit: level.unit,
        period,
        bounds,
        from: vec![level_ix, ix],
    };
    let scope = o.scope;
    let change = |derived: &mut Derived| match formula {
        Formula::Whole | Formula::ComparedRate => derived.entity = scope.unwrap_or(derived.entity),
        Formula::Plan => derived.status = Status::Planned,
        _ => {}
    };
    push(ds, &o.id, found, change, out);
}

/// The mean of a month, for money that adds up over some whole months that are no whole years, where the series has
/// other periods that it could otherwise not be held against.
pub(super) fn monthly_mean(ds: &Dataset, ix: ObservationIx, out: &mut Vec<Derived>) {
    let o = ds.observation(ix);
    let Some(months) = o.period.months().filter(|&months| months > 1) else {
        return;
    };
    let mut others = ds.series(ix).map(|other| ds.observation(other));
    let wanted = others.any(|other| other.unit == o.unit && !other.period.comparable(o.period));
    if !(wanted && ds.is_partial(ix) && o.kind == Kind::Level && o.unit.is_money()) {
        return;
    }
    let bounds = bounds(o).and_then(|value| value.over(whole(i64::from(months))));
    let (formula, period) = (Formula::MonthlyMean, o.period);
    push(
        ds,
        &o.id,
        Found {
            formula,
            like: o,
            unit: o.unit,
            period,
            bounds,
            from: vec![ix],
        },
        |_| {},
        out,
    );
}

/// What a target asks for beyond the year before, and how much of it is done.
pub(super) fn target(ds: &Dataset, ix: ObservationIx, out: &mut Vec<Derived>) {
    let o = ds.observation(ix);
    if o.status != Status::Target || !o.kind.is_quantity() {
        return;
    }
    let nature = ds.indicator(o.indicator).nature;
    for done_ix in ds.series(ix) {
        let done = ds.observation(done_ix);
        if done.status > Status::Estimated || done.unit != o.unit {
            continue;
        }
        let (Some(value), Some(aim)) = (bounds(done), bounds(o)) else {
            continue;
        };
        let follows = year_before(o.period).is_some_and(|before| before == done.period);
        let reaches = match nature {
            Nature::Flow => done.period == o.period,
            _ => done
                .period
                .last_day()
                .zip(o.period.last_day())
                .is_some_and(|(done, aim)| done <= aim),
        };
        let percent = |part: Bounds, of: Bounds| part.shifted(2).and_then(|part| part.over(of));
        if nature == Nature::Flow && follows {
            let bounds = percent(aim, value).and_then(|percent| percent.minus(whole(100)));
            let (formula, unit) = (Formula::TargetGrowth, Unit::Percent);
            let found = Found {
                formula,
                like: o,
                unit,
                period: o.period,
                bounds,
                from: vec![ix, done_ix],
            };
            push(ds, &o.id, found, |derived| derived.kind = Kind::YoyGrowth, out);
        } else if reaches {
            let (formula, unit) = (Formula::Completion, Unit::Percent);
            let bounds = percent(value, aim);
            let found = Found {
                formula,
                like: done,
                unit,
                period: done.period,
                bounds,
                from: vec![done_ix, ix],
            };
            let change = |derived: &mut Derived| (derived.kind, derived.status) = (Kind::Completion, done.status);
            push(ds, &done.id, found, change, out);
        }
    }
}

/// Yuan per dollar, where the same thing is printed in both.
pub(super) fn exchange_rate(ds: &Dataset, ix: ObservationIx, out: &mut Vec<Derived>) {
    let yuan = ds.observation(ix);
    if (yuan.unit, yuan.kind) != (Unit::Cny, Kind::Level) {
        return;
    }
    for dollars_ix in ds.series(ix) {
        let dollars = ds.observation(dollars_ix);
        if dollars.unit != Unit::Usd || dollars.period != yuan.period || dollars.status != yuan.status {
            continue;
        }
        let bounds = bounds(yuan)
            .zip(bounds(dollars))
            .and_then(|(yuan, dollars)| yuan.over(dollars));
        let (formula, period) = (Formula::ExchangeRate, yuan.period);
        let found = Found {
            formula,
            like: yuan,
            unit: Unit::Cny,
            period,
            bounds,
            from: vec![ix, dollars_ix],
        };
        push(ds, &yuan.id, found, |derived| derived.magnitude = 0, out);
    }
}

/// A part's share of its whole.
pub(super) fn share(ds: &Dataset, relation: &Relation, out: &mut Vec<Derived>) {
    if !matches!(relation.kind, RelationKind::PartOf | RelationKind::SumsTo) {
        return;
    }
    let (part, all) = (ds.observation(relation.from), ds.observation(relation.to));
    if !(part.kind.is_quantity() && all.kind.is_quantity() && part.unit == all.unit) {
        return;
    }
    let percent = |part: Bounds, of: Bounds| part.shifted(2).and_then(|part| part.over(of));
    let bounds = bounds(part).zip(bounds(all)).and_then(|(part, all)| percent(part, all));
    let (formula, unit, from) = (Formula::Share, Unit::Percent, vec![relation.from, relation.to]);
    let found = Found {
        formula,
        like: part,
        unit,
        period: part.period,
        bounds,
        from,
    };
    let of = ds.indicator(all.indicator).id.clone();
    let change = |derived: &mut Derived| {
        derived.id = [&derived.id, "-of-", &of].concat().into();
        derived.kind = Kind::Share;
        let hundred = Decimal::whole(100);
        if derived.high.compare(hundred).is_gt() {
            derived.high = hundred;
        }
    };
    push(ds, &part.id, found, change, out);
}

/// The same stretch of the year before; `None` where there is none, or its calendar differs.
fn year_before(period: Period) -> Option<Period> {
    let back = |point: Point| {
        let leap = matches!(point.part, Part::Day(2, 29));
        (!leap && point.year > 1).then(|| Point {
            year: point.year - 1,
            part: point.part,
        })
    };
    match period {
        Period::At(point) => back(point).map(Period::At),
        Period::Range(start, end) => back(start).zip(back(end)).map(|(start, end)| Period::Range(start, end)),
        Period::Since(_) | Period::Until(_) | Period::PerYear => None,
    }
}

/// The whole year before: 去年全年.
fn full_year_before(period: Period) -> Option<Period> {
    let year = period.year().filter(|&year| year > 1)? - 1;
    Some(Period::At(Point { year, part: Part::Year }))
}

/// The year that a plan is for.
fn plan_year(period: Period) -> Option<Period> {
    period.year().map(|year| Period::At(Point { year, part: Part::Year }))
}
