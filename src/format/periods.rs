//! Periods in words: "2017年1–8月" and "Jan–Aug 2017".

use super::lang::{Lang, Msg, message, word};
use super::value::{Nature, Part, Period, Point, Status};

/// How much room a period has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodForm {
    /// In a sentence or a title, with "as of" where it is a state.
    Long,
    /// At an axis or in a table.
    Short,
}

/// A period in words. A state is given "as of" its day, month or year in the long form.
#[must_use]
pub fn period(lang: Lang, period: Period, form: PeriodForm, nature: Nature) -> String {
    let long = form == PeriodForm::Long;
    match period {
        Period::At(point) => {
            let text = point_text(lang, point, form);
            if long && matches!(nature, Nature::Stock | Nature::Attribute) {
                message(lang, Msg::PeriodAsOf, &[("period", &text)])
            } else {
                text
            }
        }
        Period::Range(start, end) => range_text(lang, start, end, form),
        Period::Since(start) => message(
            lang,
            Msg::PeriodSince,
            &[("period", &point_text(lang, start, PeriodForm::Long))],
        ),
        Period::Until(end) => message(
            lang,
            Msg::PeriodUntil,
            &[("period", &point_text(lang, end, PeriodForm::Long))],
        ),
        Period::PerYear if long => word(lang, Msg::PeriodFullProduction).to_owned(),
        Period::PerYear => word(lang, Msg::PeriodPerYear).to_owned(),
    }
}

/// A period in words for a figure of this status: a target's year is a deadline ("到2025年"), a plan is what
/// it was at a time, and a yearly figure is "at
/// full production" only where it is a projection.
#[must_use]
pub fn period_of(lang: Lang, when: Period, form: PeriodForm, nature: Nature, status: Status) -> String {
    match (when, status) {
        (Period::At(point), Status::Target) if form == PeriodForm::Long && nature != Nature::Flow => {
            message(lang, Msg::PeriodBy, &[("period", &point_text(lang, point, form))])
        }
        (Period::PerYear, Status::Projected)
        | (Period::At(_) | Period::Range(..) | Period::Since(_) | Period::Until(_), _) => {
            period(lang, when, form, nature)
        }
        (Period::PerYear, _) => period(lang, when, PeriodForm::Short, nature),
    }
}

/// A period as two lines of an axis label: ("2017年", "1–8月"), ("2017", "Jan–Aug"); the second is empty for whole years.
#[must_use]
pub fn period_axis(lang: Lang, when: Period, nature: Nature) -> (String, String) {
    let one = |point: Point| {
        let year = Point {
            year: point.year,
            part: Part::Year,
        };
        (point_text(lang, year, PeriodForm::Long), part_text(lang, point))
    };
    match when {
        Period::At(point) => one(point),
        Period::Range(start, end) if start.year == end.year => {
            (one(end).0, range_part(lang, start, end, PeriodForm::Short))
        }
        Period::Since(point) => (
            message(
                lang,
                Msg::PeriodSince,
                &[("period", &point_text(lang, point, PeriodForm::Short))],
            ),
            String::new(),
        ),
        _ => (period(lang, when, PeriodForm::Short, nature), String::new()),
    }
}

/// "全年", "full year": for the second line of [`period_axis`], where the caller wants one.
#[must_use]
pub fn full_year(lang: Lang) -> &'static str {
    word(lang, Msg::PeriodFullYear)
}

/// One stretch with its year.
fn point_text(lang: Lang, point: Point, form: PeriodForm) -> String {
    let year = point.year.to_string();
    let long = form == PeriodForm::Long;
    let args = |part: &str, day: &str, msg: Msg| message(lang, msg, &[("year", &year), ("part", part), ("day", day)]);
    match point.part {
        Part::Year if long => args("", "", Msg::PointYear),
        Part::Year => year,
        Part::Quarter(q) => args(quarter(lang, q), "", Msg::PointQuarter),
        Part::Month(m) => args(month(lang, m, long), "", Msg::PointMonth),
        Part::Day(m, d) => args(month(lang, m, long), &d.to_string(), Msg::PointDay),
    }
}

/// The part of its year alone; empty for the whole of it.
fn part_text(lang: Lang, point: Point) -> String {
    match point.part {
        Part::Year => String::new(),
        Part::Quarter(q) => message(lang, Msg::PartQuarter, &[("part", quarter(lang, q))]),
        Part::Month(m) => message(lang, Msg::PartMonth, &[("part", month(lang, m, false))]),
        Part::Day(m, d) => message(
            lang,
            Msg::PartDay,
            &[("part", month(lang, m, false)), ("day", &d.to_string())],
        ),
    }
}

/// A range with its year or years.
fn range_text(lang: Lang, start: Point, end: Point, form: PeriodForm) -> String {
    if start.part == Part::Year {
        let (low, high) = (start.year.to_string(), end.year.to_string());
        return message(lang, Msg::RangeYears, &[("low", &low), ("high", &high)]);
    }
    if start.year != end.year {
        let (low, high) = (point_text(lang, start, form), point_text(lang, end, form));
        return message(lang, Msg::RangePoints, &[("low", &low), ("high", &high)]);
    }
    let part = range_part(lang, start, end, form);
    message(
        lang,
        Msg::RangeInYear,
        &[("year", &start.year.to_string()), ("part", &part)],
    )
}

/// A range inside one year, without it.
fn range_part(lang: Lang, start: Point, end: Point, form: PeriodForm) -> String {
    let pair = |msg: Msg, low: &str, high: &str| message(lang, msg, &[("low", low), ("high", high)]);
    match (start.part, end.part) {
        (Part::Quarter(1), Part::Quarter(2)) => word(lang, Msg::RangeFirstHalf).to_owned(),
        (Part::Quarter(1), Part::Quarter(3)) => word(lang, Msg::RangeFirstThree).to_owned(),
        (Part::Quarter(a), Part::Quarter(b)) => pair(Msg::RangeQuarters, quarter(lang, a), quarter(lang, b)),
        (Part::Month(a), Part::Month(b)) => pair(Msg::RangeMonths, month(lang, a, false), month(lang, b, false)),
        (Part::Day(a, c), Part::Day(b, d)) if a == b => message(
            lang,
            Msg::RangeDays,
            &[
                ("part", month(lang, a, form == PeriodForm::Long)),
                ("low", &c.to_string()),
                ("high", &d.to_string()),
            ],
        ),
        _ => pair(Msg::RangePoints, &part_text(lang, start), &part_text(lang, end)),
    }
}

/// The nth of the words of a message that lists them with spaces.
fn nth(list: &'static str, index: u8) -> &'static str {
    list.split(' ')
        .nth(usize::from(index.saturating_sub(1)))
        .unwrap_or_default()
}

/// The name of a month, 1 to 12.
fn month(lang: Lang, month: u8, long: bool) -> &'static str {
    nth(word(lang, if long { Msg::MonthsLong } else { Msg::MonthsShort }), month)
}

/// The name of a quarter, 1 to 4.
fn quarter(lang: Lang, quarter: u8) -> &'static str {
    nth(word(lang, Msg::Quarters), quarter)
}
