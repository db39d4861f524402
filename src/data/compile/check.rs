//! The rules that one observation keeps.

use super::super::model::{Indicator, Locator, Observation, Source};
use super::sheet::Row;
use crate::format::{Decimal, Kind, Part, Period, Qualifier, Status, Unit, parse_figure};

/// Tells of every rule that an observation breaks by itself or with its figures.
pub(super) fn observation(
    row: Row<'_>,
    o: &Observation,
    locators: &[Locator],
    indicator: Option<&Indicator>,
    sources: &[Source],
) {
    kind_and_unit(row, o, indicator);
    value(row, o);
    meaning(row, o);
    if locators.is_empty() {
        row.tell("id", "no row of locators.csv says where the figure is printed", &[]);
    }
    for (at, locator) in locators.iter().enumerate() {
        if locators[..at].contains(locator) {
            row.tell("id", "the locator of {} stands twice", &[&locator.figure]);
        }
        if let Some(source) = sources.get(locator.source.at()) {
            published(row, o, source);
        }
        figure(row, o, &locator.figure);
    }
}

/// Whether the unit is one that the kind of statement has, and the indicator.
fn kind_and_unit(row: Row<'_>, o: &Observation, indicator: Option<&Indicator>) {
    let wants: &[Unit] = match o.kind {
        Kind::YoyGrowth | Kind::Growth | Kind::Share | Kind::Completion => &[Unit::Percent],
        Kind::PpChange | Kind::PpGap => &[Unit::Pp],
        Kind::Multiple => &[Unit::Multiple],
        Kind::Rank => &[Unit::Rank],
        Kind::First | Kind::Only => &[Unit::Count],
        Kind::Date => &[Unit::Date],
        Kind::Duration => &[Unit::Years, Unit::Months, Unit::Hours],
        Kind::Count => &[Unit::Count, Unit::Persons, Unit::Households],
        Kind::Level | Kind::Change => &[],
    };
    let tell = |message: &str, whose: &str, units: &[Unit]| {
        let units: Vec<_> = units.iter().map(|unit| unit.as_str()).collect();
        row.tell("unit", message, &[whose, &units.join(" or "), o.unit.as_str()]);
    };
    if !wants.is_empty() && !wants.contains(&o.unit) {
        tell("a {} has the unit {}, not {}", o.kind.as_str(), wants);
    }
    let level = matches!(o.kind, Kind::Level | Kind::Count | Kind::Change);
    if let Some(indicator) = indicator.filter(|indicator| level && !indicator.units.contains(&o.unit)) {
        tell(
            "the indicator {} has the unit {}, not {}",
            &indicator.id,
            &indicator.units,
        );
    }
}

/// Whether the value is one that the kind of statement can have.
fn value(row: Row<'_>, o: &Observation) {
    let kind = o.kind.as_str();
    let things = matches!(o.unit, Unit::Count | Unit::Persons | Unit::Households | Unit::Rank);
    if things && o.value.normalized().exponent() < 0 {
        row.tell("value", "{} are whole numbers", &[o.unit.as_str()]);
    }
    let growth = o.kind.is_growth() || matches!(o.kind, Kind::PpChange | Kind::PpGap | Kind::Change);
    if o.value.is_negative() && !growth && !o.unit.is_money() {
        row.tell("value", "a {} is not negative", &[kind]);
    }
    if matches!(o.kind, Kind::First | Kind::Only) && !o.value.same_value(Decimal::whole(1)) {
        row.tell("value", "the value of a statement of kind {} is 1", &[kind]);
    }
    if o.kind == Kind::Rank && o.value.mantissa() == 0 {
        row.tell("value", "a rank begins at 1", &[]);
    }
    if o.kind == Kind::Share && o.value.compare(Decimal::whole(100)).is_gt() {
        row.tell("value", "a share is at most 100 percent", &[]);
    }
}

/// Whether a statement that needs a scope, a basis or a bound has one.
fn meaning(row: Row<'_>, o: &Observation) {
    let unscoped = o.scope.is_none() && o.scope_label.is_none();
    match o.kind {
        Kind::Rank | Kind::First | Kind::Only if o.scope.is_none() => {
            row.tell("scope", "a {} says among what: name the entity", &[o.kind.as_str()]);
        }
        Kind::Share if unscoped => row.tell("scope", "a share says of what: name the whole", &[]),
        Kind::PpGap if unscoped => row.tell("scope", "a gap says to whom: name the other side", &[]),
        _ => {}
    }
    match (o.kind.is_growth(), o.basis) {
        (true, None) => {
            row.tell(
                "basis",
                "growth says its basis; write unstated where the source does not say",
                &[],
            );
        }
        (false, Some(_)) => row.tell("basis", "only growth has a basis; leave the cell empty", &[]),
        _ => {}
    }
}

/// "Actual" needs a period that had ended when the document was published; "since" needs one that had begun.
fn published(row: Row<'_>, o: &Observation, source: &Source) {
    if o.status != Status::Actual {
        return;
    }
    let until = match o.period {
        Period::Since(start) => Some(start.first_day()),
        // A date that is known to the year alone only needs that year to have begun.
        Period::At(date) if o.kind == Kind::Date => Some(date.first_day()),
        period => period.last_day(),
    };
    if o.period == Period::PerYear {
        let message = "a figure of no calendar year cannot be actual; it is projected or planned";
        row.tell("status", message, &[]);
    } else if until
        .zip(source.date.last_day())
        .is_some_and(|(until, published)| until > published)
    {
        let message = "the period {} had not ended when {} was published ({}); the status is estimated, target, \
                       planned or projected, or the period is shorter";
        row.tell(
            "status",
            message,
            &[&o.period.to_string(), &source.id, &source.date.to_string()],
        );
    }
}

/// Whether a printed figure says what the row says: value, qualifier, unit.
fn figure(row: Row<'_>, o: &Observation, figure: &str) {
    if o.unit == Unit::Date {
        date(row, o, figure);
        return;
    }
    let Some(read) = parse_figure(figure) else {
        row.tell(
            "value",
            "the printed figure {} holds no number that can be read",
            &[figure],
        );
        return;
    };
    let is = |column, says: &str, has: &str| {
        row.tell(column, "the printed figure {} says {}, not {}", &[figure, says, has]);
    };
    let signed = if o.value.is_negative() {
        read.value.negated()
    } else {
        read.value
    };
    if !signed.same_value(o.value) {
        is("value", &signed.to_string(), &o.value.to_string());
    }
    if let Some(unit) = read.unit_hint.filter(|&unit| unit != o.unit) {
        is("unit", unit.as_str(), o.unit.as_str());
    }
    let exact = matches!(o.kind, Kind::First | Kind::Only | Kind::Rank);
    let wants = if exact { Qualifier::Exact } else { read.qualifier };
    if o.qualifier != wants {
        is("qualifier", wants.as_str(), o.qualifier.as_str());
    }
}

/// Whether every number in a printed date is its year, month or day.
fn date(row: Row<'_>, o: &Observation, figure: &str) {
    let (Period::At(point) | Period::Until(point)) = o.period else {
        row.tell(
            "period",
            "a date is one day, month or year, or a deadline such as ../2017-12",
            &[],
        );
        return;
    };
    let (month, day) = match point.part {
        Part::Year | Part::Quarter(_) => (0, 0),
        Part::Month(month) => (month, 0),
        Part::Day(month, day) => (month, day),
    };
    let parts = [point.year, u16::from(month), u16::from(day)];
    let mut numbers = figure
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    if !numbers.all(|number| number.parse::<u16>().is_ok_and(|n| parts.contains(&n))) {
        row.tell(
            "value",
            "the printed date {} does not say {}",
            &[figure, &o.period.to_string()],
        );
    }
}
