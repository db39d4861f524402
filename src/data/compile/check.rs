//! The rules that one observation keeps.

use super::super::model::{Indicator, Locator, Observation, Source};
use super::problem::say;
use crate::format::{Decimal, Kind, Part, Period, Qualifier, Status, Unit, parse_figure};

/// What breaks a rule: a column, and a message that says what would be right.
pub(super) type Broken = (&'static str, String);

/// Reports every rule that an observation breaks by itself or with its figures.
pub(super) fn observation(
    o: &Observation,
    locators: &[Locator],
    (indicators, sources): (&[Option<Indicator>], &[Option<Source>]),
    report: &mut dyn FnMut(Broken),
) {
    kind_and_unit(o, indicators, report);
    value(o, report);
    meaning(o, report);
    if locators.is_empty() {
        report((
            "id",
            "no row of locators.csv says where the figure is printed".to_owned(),
        ));
    }
    for locator in locators {
        if let Some(Some(source)) = sources.get(locator.source.at()) {
            published(o, source, report);
        }
        figure(o, &locator.figure, report);
    }
}

/// Whether the unit is one that the kind of statement has, and the indicator.
fn kind_and_unit(o: &Observation, indicators: &[Option<Indicator>], report: &mut dyn FnMut(Broken)) {
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
    let accepted = |units: &[Unit]| units.iter().map(|unit| unit.as_str()).collect::<Vec<_>>().join(" or ");
    if !wants.is_empty() && !wants.contains(&o.unit) {
        let has = o.unit.as_str();
        report((
            "unit",
            say(&["a ", o.kind.as_str(), " has the unit ", &accepted(wants), ", not ", has]),
        ));
    }
    if !matches!(o.kind, Kind::Level | Kind::Count | Kind::Change) {
        return;
    }
    if let Some(Some(indicator)) = indicators.get(o.indicator.at())
        && !indicator.units.contains(&o.unit)
    {
        let units = accepted(&indicator.units);
        let has = o.unit.as_str();
        report((
            "unit",
            say(&["the indicator ", &indicator.id, " has the unit ", &units, ", not ", has]),
        ));
    }
}

/// Whether the value is one that the kind of statement can have.
fn value(o: &Observation, report: &mut dyn FnMut(Broken)) {
    let whole = o.value.normalized().exponent() >= 0;
    let things = matches!(o.unit, Unit::Count | Unit::Persons | Unit::Households | Unit::Rank);
    if things && !whole {
        report(("value", say(&[o.unit.as_str(), " are whole numbers"])));
    }
    let growth = o.kind.is_growth() || matches!(o.kind, Kind::PpChange | Kind::PpGap | Kind::Change);
    if o.value.is_negative() && !growth && !o.unit.is_money() {
        report(("value", say(&["a ", o.kind.as_str(), " is not negative"])));
    }
    if matches!(o.kind, Kind::First | Kind::Only) && !o.value.same_value(Decimal::whole(1)) {
        report((
            "value",
            say(&["the value of a statement of kind ", o.kind.as_str(), " is 1"]),
        ));
    }
    if o.kind == Kind::Rank && o.value.mantissa() == 0 {
        report(("value", "a rank begins at 1".to_owned()));
    }
    if o.kind == Kind::Share && o.value.compare(Decimal::whole(100)).is_gt() {
        report(("value", "a share is at most 100 percent".to_owned()));
    }
}

/// Whether a statement that needs a scope, a basis or a bound has one.
fn meaning(o: &Observation, report: &mut dyn FnMut(Broken)) {
    let unscoped = o.scope.is_none() && o.scope_label.is_none();
    match o.kind {
        Kind::Rank | Kind::First | Kind::Only if o.scope.is_none() => {
            report((
                "scope",
                say(&["a ", o.kind.as_str(), " says among what: name the entity"]),
            ));
        }
        Kind::Share if unscoped => report(("scope", "a share says of what: name the whole".to_owned())),
        Kind::PpGap if unscoped => report(("scope", "a gap says to whom: name the other side".to_owned())),
        _ => {}
    }
    match (o.kind.is_growth(), o.basis) {
        (true, None) => {
            report((
                "basis",
                "growth says its basis; write unstated where the source does not say".to_owned(),
            ));
        }
        (false, Some(_)) => report(("basis", "only growth has a basis; leave the cell empty".to_owned())),
        _ => {}
    }
}

/// "Actual" needs a period that had ended when the document was published; "since" needs one that had begun.
fn published(o: &Observation, source: &Source, report: &mut dyn FnMut(Broken)) {
    if o.status != Status::Actual {
        return;
    }
    let until = match o.period {
        Period::Since(start) => Some(start.first_day()),
        // A date that is known to the year alone only needs that year to have begun.
        Period::At(date) if o.kind == Kind::Date => Some(date.first_day()),
        period => period.last_day(),
    };
    let Some((until, published)) = until.zip(source.date.last_day()) else {
        if o.period == Period::PerYear {
            report((
                "status",
                "a figure of no calendar year cannot be actual; it is projected or planned".to_owned(),
            ));
        }
        return;
    };
    if until > published {
        let (period, date) = (o.period.to_string(), source.date.to_string());
        let message = [
            "the period ",
            &period,
            " had not ended when ",
            &source.id,
            " was published (",
            &date,
            "); the status is estimated, target, planned or projected, or the period is shorter",
        ];
        report(("status", say(&message)));
    }
}

/// Whether a printed figure says what the row says: value, qualifier, unit.
fn figure(o: &Observation, figure: &str, report: &mut dyn FnMut(Broken)) {
    if o.unit == Unit::Date {
        date(o, figure, report);
        return;
    }
    let Some(read) = parse_figure(figure) else {
        report((
            "value",
            say(&["the printed figure ", figure, " holds no number that can be read"]),
        ));
        return;
    };
    let signed = if o.value.is_negative() {
        read.value.negated()
    } else {
        read.value
    };
    if !signed.same_value(o.value) {
        let (says, has) = (signed.to_string(), o.value.to_string());
        report((
            "value",
            say(&["the printed figure ", figure, " is ", &says, ", not ", &has]),
        ));
    }
    if let Some(unit) = read.unit_hint.filter(|&unit| unit != o.unit) {
        let says = unit.as_str();
        report((
            "unit",
            say(&[
                "the printed figure ",
                figure,
                " has the unit ",
                says,
                ", not ",
                o.unit.as_str(),
            ]),
        ));
    }
    if read.qualifier != o.qualifier && !matches!(o.kind, Kind::First | Kind::Only | Kind::Rank) {
        let (says, has) = (read.qualifier.as_str(), o.qualifier.as_str());
        report((
            "qualifier",
            say(&["the printed figure ", figure, " is ", says, ", not ", has]),
        ));
    }
    if o.qualifier != Qualifier::Exact && matches!(o.kind, Kind::First | Kind::Only | Kind::Rank) {
        report(("qualifier", say(&["a ", o.kind.as_str(), " is exact"])));
    }
}

/// Whether every number in a printed date is its year, month or day.
fn date(o: &Observation, figure: &str, report: &mut dyn FnMut(Broken)) {
    let (Period::At(point) | Period::Until(point)) = o.period else {
        report((
            "period",
            "a date is one day, month or year, or a deadline such as ../2017-12".to_owned(),
        ));
        return;
    };
    let (month, day) = match point.part {
        Part::Year | Part::Quarter(_) => (0, 0),
        Part::Month(month) => (month, 0),
        Part::Day(month, day) => (month, day),
    };
    let parts = [point.year, u16::from(month), u16::from(day)];
    let numbers = figure
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    for number in numbers {
        if !number.parse::<u16>().is_ok_and(|n| parts.contains(&n)) {
            let has = o.period.to_string();
            report(("value", say(&["the printed date ", figure, " does not say ", &has])));
            return;
        }
    }
}
