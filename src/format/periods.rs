//! Periods in words: "2017年1–8月" and "Jan–Aug 2017".

use super::lang::{Lang, Msg, message, word};
use super::value::{Nature, Part, Period, Point, Status};

/// How much room a period has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodForm {
    /// In a sentence or a title, with "as of" where it is a state.
    Long,
    /// At an axis or in a table: months in short, no "as of".
    Short,
}

/// A period in words, for a figure of which no more is known: a yearly figure is taken as one at full production.
#[must_use]
pub fn period(lang: Lang, when: Period, form: PeriodForm, nature: Nature) -> String {
    let status = match when {
        Period::PerYear if form == PeriodForm::Long => Status::Projected,
        _ => Status::Actual,
    };
    period_of(lang, when, form, nature, status)
}

/// A period in words for a figure of this status: an aim has a deadline ("到2025年", "10月底前") where a result has a day
/// ("截至…"), and a yearly figure is "at full production" only where it is a projection.
#[must_use]
pub fn period_of(lang: Lang, when: Period, form: PeriodForm, nature: Nature, status: Status) -> String {
    let long = form == PeriodForm::Long;
    let around = |msg: Msg, point: Point| message(lang, msg, &[("period", &point_text(lang, point, form))]);
    let ahead = status != Status::Actual && status != Status::Estimated;
    match when {
        Period::At(point) if long && is_state(nature) && status == Status::Target => around(Msg::PeriodBy, point),
        Period::At(point) if long && is_state(nature) => around(Msg::PeriodAsOf, point),
        Period::At(point) => point_text(lang, point, form),
        Period::Range(start, end) => range_text(lang, start, end, form),
        Period::Since(start) if ahead => around(Msg::PeriodFrom, start),
        Period::Since(start) => around(Msg::PeriodSince, start),
        Period::Until(end) if ahead && !matches!(end.part, Part::Day(..)) => around(Msg::PeriodDeadline, end),
        Period::Until(end) if ahead => around(Msg::PeriodBy, end),
        Period::Until(end) => around(Msg::PeriodUntil, end),
        // A state, such as a number of jobs, does not recur: it is reached.
        Period::PerYear if status == Status::Projected && long && nature != Nature::Stock => {
            word(lang, Msg::PeriodFullProduction).to_owned()
        }
        Period::PerYear if status == Status::Projected => word(lang, Msg::PeriodFullProductionShort).to_owned(),
        Period::PerYear => word(lang, Msg::PeriodPerYear).to_owned(),
    }
}

/// A period as a part of a sentence: "in 2021", "on 12 November 2020", "as of November 2020", "by 2025".
#[must_use]
pub fn period_phrase(lang: Lang, when: Period, nature: Nature, status: Status) -> String {
    let text = period_of(lang, when, PeriodForm::Long, nature, status);
    let args = [("period", text.as_str())];
    match when {
        Period::At(_) if is_state(nature) => text,
        Period::At(point) if matches!(point.part, Part::Day(..)) => message(lang, Msg::PhraseOn, &args),
        Period::Range(start, end) if start.year != end.year || matches!(start.part, Part::Day(..)) => {
            let high = point_text(lang, end, PeriodForm::Long);
            let low = match start.year == end.year {
                true => part_text(lang, start, PeriodForm::Long),
                false => point_text(lang, start, PeriodForm::Long),
            };
            message(lang, Msg::PhraseOver, &[args[0], ("low", &low), ("high", &high)])
        }
        Period::At(_) | Period::Range(..) => message(lang, Msg::PhraseIn, &args),
        Period::Since(_) | Period::Until(_) | Period::PerYear => text,
    }
}

/// A period as two lines of an axis label: ("2017年", "1–8月"), ("2017", "Jan–Aug"); the second is empty for whole years
/// and for what has no one year.
#[must_use]
pub fn period_axis(lang: Lang, when: Period, nature: Nature) -> (String, String) {
    period_axis_of(lang, when, nature, Status::Actual)
}

/// The same for a figure of this status: see [`period_of`].
#[must_use]
pub fn period_axis_of(lang: Lang, when: Period, nature: Nature, status: Status) -> (String, String) {
    let year = |point: Point| {
        let year = Point {
            year: point.year,
            part: Part::Year,
        };
        point_text(lang, year, PeriodForm::Short)
    };
    match when {
        Period::At(point) => (year(point), part_text(lang, point, PeriodForm::Short)),
        Period::Range(start, end) if start.year == end.year => {
            (year(end), range_part(lang, start, end, PeriodForm::Short))
        }
        _ => (period_of(lang, when, PeriodForm::Short, nature, status), String::new()),
    }
}

/// "全年", "full year": for the second line of [`period_axis`], where the caller wants one.
#[must_use]
pub fn full_year(lang: Lang) -> &'static str {
    word(lang, Msg::PeriodFullYear)
}

/// Whether a figure of this nature holds at a moment rather than over a stretch.
const fn is_state(nature: Nature) -> bool {
    matches!(nature, Nature::Stock | Nature::Attribute)
}

/// One stretch with its year.
fn point_text(lang: Lang, point: Point, form: PeriodForm) -> String {
    let year = point.year.to_string();
    let with = |msg: Msg, part: &str, day: &str| message(lang, msg, &[("year", &year), ("part", part), ("day", day)]);
    match point.part {
        Part::Year => with(Msg::PointYear, "", ""),
        Part::Quarter(q) => with(Msg::PointQuarter, quarter(lang, q), ""),
        Part::Month(m) => with(Msg::PointMonth, month(lang, m, form), ""),
        Part::Day(m, d) => with(Msg::PointDay, month(lang, m, form), &d.to_string()),
    }
}

/// The part of its year alone; empty for the whole of it.
fn part_text(lang: Lang, point: Point, form: PeriodForm) -> String {
    match point.part {
        Part::Year => String::new(),
        Part::Quarter(q) => message(lang, Msg::PartQuarter, &[("part", quarter(lang, q))]),
        Part::Month(m) => message(lang, Msg::PartMonth, &[("part", month(lang, m, form))]),
        Part::Day(m, d) => message(
            lang,
            Msg::PartDay,
            &[("part", month(lang, m, form)), ("day", &d.to_string())],
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

/// A range inside one year, without it. Months are short in every form: "Jan–Aug".
fn range_part(lang: Lang, start: Point, end: Point, form: PeriodForm) -> String {
    let pair = |msg: Msg, low: &str, high: &str| message(lang, msg, &[("low", low), ("high", high)]);
    match (start.part, end.part) {
        (Part::Quarter(1), Part::Quarter(2)) => word(lang, Msg::RangeFirstHalf).to_owned(),
        (Part::Quarter(1), Part::Quarter(3)) => word(lang, Msg::RangeFirstThree).to_owned(),
        (Part::Quarter(a), Part::Quarter(b)) => pair(Msg::RangeQuarters, quarter(lang, a), quarter(lang, b)),
        (Part::Month(a), Part::Month(b)) => {
            let name = |m: u8| month(lang, m, PeriodForm::Short);
            pair(Msg::RangeMonths, name(a), name(b))
        }
        (Part::Day(a, c), Part::Day(b, d)) if a == b => message(
            lang,
            Msg::RangeDays,
            &[
                ("part", month(lang, a, form)),
                ("low", &c.to_string()),
                ("high", &d.to_string()),
            ],
        ),
        _ => pair(
            Msg::RangePoints,
            &part_text(lang, start, form),
            &part_text(lang, end, form),
        ),
    }
}

/// The nth word of a message that lists words, from 1.
fn nth(list: &'static str, index: u8) -> &'static str {
    list.split(' ')
        .nth(usize::from(index.saturating_sub(1)))
        .unwrap_or_default()
}

/// The name of a month.
fn month(lang: Lang, month: u8, form: PeriodForm) -> &'static str {
    let msg = if form == PeriodForm::Long {
        Msg::MonthsLong
    } else {
        Msg::MonthsShort
    };
    nth(word(lang, msg), month)
}

/// The name of a quarter.
fn quarter(lang: Lang, quarter: u8) -> &'static str {
    nth(word(lang, Msg::Quarters), quarter)
}
