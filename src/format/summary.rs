//! The words of a whole picture: its title, the line under it, and what is said of it.

use super::lang::{Lang, Msg, join, list, message, paragraph};
use super::value::Status;
use super::words::status;

/// So many names beside the first make no title.
const MANY: usize = 4;

/// The title of a chart: what is measured.
#[must_use]
pub fn chart_title(lang: Lang, indicators: &[&str]) -> String {
    if let [first, rest @ ..] = indicators
        && rest.len() >= MANY
    {
        let count = rest.len().to_string();
        return message(lang, Msg::ChartTitleMany, &[("first", first), ("count", &count)]);
    }
    names(lang, indicators)
}

/// Names as one phrase: "Total area, planned area, and built-up area".
#[must_use]
pub fn names(lang: Lang, names: &[&str]) -> String {
    let inside: Vec<String> = names.iter().skip(1).map(|name| inside(name)).collect();
    let rest = inside.iter().map(String::as_str);
    let names: Vec<&str> = names.iter().copied().take(1).chain(rest).collect();
    list(lang, &names)
}

/// A name as it stands inside a sentence: its capital goes, unless it is an abbreviation or the next word has one too.
#[must_use]
pub fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second))
            if first.is_ascii_uppercase()
                && !second.is_ascii_uppercase()
                && !(name.split(' ').nth(1)).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase())) =>
        {
            name.replacen(first, &first.to_ascii_lowercase().to_string(), 1)
        }
        _ => name.to_owned(),
    }
}

/// The line under a title: of whom, when, in what. What is empty is left out.
#[must_use]
pub fn chart_subtitle(lang: Lang, entities: &[&str], period: &str, unit: &str) -> String {
    join(lang, &[&list(lang, entities), period, unit])
}

/// The accessible name of a picture.
#[must_use]
pub fn picture_name(lang: Lang, title: &str, subtitle: &str) -> String {
    message(lang, Msg::ChartName, &[("title", title), ("subtitle", subtitle)])
}

/// The name of a kind of picture: its attribute's value, such as `bar`, or `card` and `table`.
#[must_use]
pub fn picture_kind(lang: Lang, kind: &str) -> String {
    let msg = match kind {
        "bar" => Msg::ChartKindBar,
        "line" => Msg::ChartKindLine,
        "donut" => Msg::ChartKindDonut,
        "bullet" => Msg::ChartKindBullet,
        "pipeline" => Msg::ChartKindPipeline,
        "timeline" => Msg::ChartKindTimeline,
        "rank" => Msg::ChartKindRank,
        "nested" => Msg::ChartKindNested,
        "table" => Msg::ChartKindTable,
        "card" => Msg::ChartKindCard,
        other => return other.to_owned(),
    };
    message(lang, msg, &[])
}

/// A figure and its period, both written already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme<'a> {
    /// The figure.
    pub figure: &'a str,
    /// Its period.
    pub period: &'a str,
}

/// What is said of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary<'a> {
    /// The kind, as [`picture_kind`] knows it.
    pub kind: &'a str,
    /// The title.
    pub title: &'a str,
    /// The entities, as [`list`] writes them.
    pub entity: &'a str,
    /// How many figures there are.
    pub count: usize,
    /// The first and the last period.
    pub span: Option<(&'a str, &'a str)>,
    /// The highest and the lowest of those figures that compare; none where they do not.
    pub extremes: Option<(Extreme<'a>, Extreme<'a>)>,
    /// The latest of those figures.
    pub latest: Option<Extreme<'a>>,
    /// How many figures have each status.
    pub statuses: &'a [(Status, usize)],
    /// How many cover part of a year only.
    pub partial: usize,
    /// How many are derived.
    pub derived: usize,
}

/// The spoken summary of a chart: several sentences, the most important first.
#[must_use]
pub fn summary(lang: Lang, s: &Summary) -> String {
    let kind = picture_kind(lang, s.kind);
    let opening = [("kind", kind.as_str()), ("title", s.title), ("entity", s.entity)];
    let mut sentences = vec![message(lang, Msg::SummaryOpening, &opening)];
    let count = s.count.to_string();
    sentences.push(match s.span {
        Some((first, _)) if s.count == 1 => message(lang, Msg::SummaryOne, &[("first", first)]),
        Some((first, last)) if first != last => message(
            lang,
            Msg::SummarySpan,
            &[("count", &count), ("first", first), ("last", last)],
        ),
        _ => message(lang, Msg::ChartCount, &[("count", &count)]),
    });
    let mut extreme = |msg: Msg, what: Option<Extreme>| {
        if let Some(Extreme { figure, period }) = what {
            sentences.push(message(lang, msg, &[("figure", figure), ("period", period)]));
        }
    };
    extreme(Msg::SummaryHighest, s.extremes.map(|(high, _)| high));
    extreme(Msg::SummaryLowest, s.extremes.map(|(_, low)| low));
    extreme(Msg::SummaryLatest, s.latest);
    // Results need no word of their own; what is no result does.
    for (what, count) in s
        .statuses
        .iter()
        .filter(|(what, count)| *what != Status::Actual && *count > 0)
    {
        let args = [("count", &*count.to_string()), ("status", status(lang, *what))];
        sentences.push(message(lang, Msg::SummaryStatus, &args));
    }
    for (count, msg) in [(s.partial, Msg::SummaryPartial), (s.derived, Msg::SummaryDerived)] {
        if count > 0 {
            sentences.push(message(lang, msg, &[("count", &count.to_string())]));
        }
    }
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    paragraph(lang, &sentences)
}
