//! What the library will not do or could not read, said so that the author of a page can mend it.

use super::lang::{Lang, Msg, ids, message, word};

/// Why things cannot stand in one picture. The texts are names and figures that are written already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<'a> {
    /// Two currencies.
    Currencies(&'a str, &'a str),
    /// Two other units, or two things counted.
    Units(&'a str, &'a str),
    /// Percent and percentage points.
    PercentAndPoints,
    /// A thing and what it is a part of: a zone and its city.
    PartAndWhole(&'a str, &'a str),
    /// Two indicators that only sound alike: contracted and arrived money.
    Definitions(&'a str, &'a str),
    /// An indicator before and after a change of its definition, and when that was.
    Break(&'a str, &'a str),
    /// Two periods of different months.
    Periods(&'a str, &'a str),
    /// Two statuses on one line.
    Statuses(&'a str, &'a str),
    /// A chart of parts, for figures that no source calls parts.
    NotParts(&'a str),
    /// A chart kind, how many comparable figures it needs, and how many there are.
    TooFew(&'a str, usize, usize),
    /// A chart of target and result, without one of them.
    NoTarget(&'a str),
}

/// The refusal as a message: what, why, and what can be done.
#[must_use]
pub fn refusal(lang: Lang, why: &Refusal) -> String {
    let two = |msg: Msg, left: &str, right: &str| message(lang, msg, &[("left", left), ("right", right)]);
    match *why {
        Refusal::Currencies(left, right) => two(Msg::RefusalCurrencies, left, right),
        Refusal::Units(left, right) => two(Msg::RefusalUnits, left, right),
        Refusal::PercentAndPoints => word(lang, Msg::RefusalPoints).to_owned(),
        Refusal::PartAndWhole(part, whole) => message(lang, Msg::RefusalEntities, &[("part", part), ("whole", whole)]),
        Refusal::Definitions(left, right) => two(Msg::RefusalDefinitions, left, right),
        Refusal::Break(indicator, period) => {
            message(lang, Msg::RefusalBreak, &[("indicator", indicator), ("period", period)])
        }
        Refusal::Periods(left, right) => two(Msg::RefusalPeriods, left, right),
        Refusal::Statuses(left, right) => two(Msg::RefusalStatuses, left, right),
        Refusal::NotParts(kind) => message(lang, Msg::RefusalNotParts, &[("kind", kind)]),
        Refusal::TooFew(kind, needed, found) => message(
            lang,
            Msg::RefusalTooFew,
            &[
                ("kind", kind),
                ("count", &needed.to_string()),
                ("found", &found.to_string()),
            ],
        ),
        Refusal::NoTarget(kind) => message(lang, Msg::RefusalNoTarget, &[("kind", kind)]),
    }
}

/// An attribute whose value is not accepted. `accepted` names what is.
#[must_use]
pub fn bad_attribute(lang: Lang, attribute: &str, given: &str, accepted: &[&str]) -> String {
    let args = [
        ("attribute", attribute),
        ("given", given),
        ("accepted", &ids(lang, accepted)),
    ];
    message(lang, Msg::ErrorBadAttribute, &args)
}

/// An attribute that is needed and not there.
#[must_use]
pub fn missing_attribute(lang: Lang, attribute: &str, accepted: &[&str]) -> String {
    let args = [("attribute", attribute), ("accepted", &ids(lang, accepted))];
    message(lang, Msg::ErrorMissingAttribute, &args)
}

/// An id that the dataset does not have, with those that it may have meant.
#[must_use]
pub fn unknown_id(lang: Lang, attribute: &str, id: &str, near: &[&str]) -> String {
    let [first, more @ ..] = near else {
        return message(lang, Msg::ErrorUnknownId, &[("attribute", attribute), ("id", id)]);
    };
    let near = more.iter().fold((*first).to_owned(), |head, item| {
        message(lang, Msg::ListMore, &[("head", &head), ("item", item)])
    });
    let args = [("attribute", attribute), ("id", id), ("near", near.as_str())];
    message(lang, Msg::ErrorUnknownIdNear, &args)
}

/// A value that is no decimal number.
#[must_use]
pub fn bad_value(lang: Lang, given: &str) -> String {
    message(lang, Msg::ErrorBadValue, &[("given", given)])
}

/// A unit that is none.
#[must_use]
pub fn bad_unit(lang: Lang, given: &str, accepted: &[&str]) -> String {
    message(
        lang,
        Msg::ErrorBadUnit,
        &[("given", given), ("accepted", &ids(lang, accepted))],
    )
}

/// That a selection has no figure; with the span of time that was asked for, where one was.
#[must_use]
pub fn nothing_to_draw(lang: Lang, span: Option<(&str, &str)>) -> String {
    match span {
        Some((from, to)) => message(lang, Msg::ErrorNothingInPeriod, &[("from", from), ("to", to)]),
        None => word(lang, Msg::ErrorNothingToDraw).to_owned(),
    }
}

/// A dataset that breaks the rules of its format.
#[must_use]
pub fn bad_data(lang: Lang, problem: &str) -> String {
    message(lang, Msg::ErrorBadData, &[("problem", problem)])
}

/// Something that the browser refused.
#[must_use]
pub fn browser_refused(lang: Lang, problem: &str) -> String {
    message(lang, Msg::ErrorBrowser, &[("problem", problem)])
}
