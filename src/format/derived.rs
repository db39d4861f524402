//! Values that no source prints: always said to be derived, and from what.

use super::figure::Measure;
use super::lang::{Lang, Msg, message};
use super::value::{Nature, Period};
use super::{PeriodForm, period};

/// How a value was derived. The texts are figures, intervals or names that are written already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derivation<'a> {
    /// The base that a level and its growth imply.
    Base {
        /// The level with its period: "CN¥11.2 billion in 2021".
        level: &'a str,
        /// The rate of growth.
        growth: &'a str,
        /// The period of the base.
        period: Period,
    },
    /// A total over a number of things.
    Mean {
        /// The total.
        total: &'a str,
        /// The number of things, with their noun.
        count: &'a str,
        /// The words for one of them.
        measure: Measure<'a>,
    },
    /// A part of a whole.
    Share {
        /// The part.
        part: &'a str,
        /// The whole.
        whole: &'a str,
    },
    /// The whole that a part and its share imply.
    Whole {
        /// The part.
        part: &'a str,
        /// Its share.
        share: &'a str,
    },
    /// A difference.
    Gap {
        /// The one.
        left: &'a str,
        /// The other.
        right: &'a str,
    },
    /// The one as a multiple of the other.
    Multiple {
        /// The one.
        left: &'a str,
        /// The other.
        right: &'a str,
    },
    /// A sum of parts.
    Sum {
        /// The parts, as [`list`](super::list) writes them.
        parts: &'a str,
    },
}

/// A derived value with the mark that it is: "CN¥9.40 billion (derived)".
#[must_use]
pub fn derived_value(lang: Lang, value: &str) -> String {
    message(lang, Msg::DerivedValue, &[("value", value)])
}

/// How a value was derived, as a sentence.
#[must_use]
pub fn derivation(lang: Lang, value: &str, how: &Derivation) -> String {
    let say =
        |msg: Msg, a: (&str, &str), b: (&str, &str), c: (&str, &str)| message(lang, msg, &[("value", value), a, b, c]);
    const NONE: (&str, &str) = ("", "");
    match *how {
        Derivation::Base {
            level,
            growth,
            period: when,
        } => {
            let when = period(lang, when, PeriodForm::Long, Nature::Flow);
            say(
                Msg::DerivedBase,
                ("level", level),
                ("growth", growth),
                ("period", &when),
            )
        }
        Derivation::Mean { total, count, measure } => say(
            Msg::DerivedMean,
            ("total", total),
            ("count", count),
            ("classifier", measure.classifier),
        ),
        Derivation::Share { part, whole } => say(Msg::DerivedShare, ("part", part), ("whole", whole), NONE),
        Derivation::Whole { part, share } => say(Msg::DerivedWhole, ("part", part), ("share", share), NONE),
        Derivation::Gap { left, right } => say(Msg::DerivedGap, ("left", left), ("right", right), NONE),
        Derivation::Multiple { left, right } => say(Msg::DerivedMultiple, ("left", left), ("right", right), NONE),
        Derivation::Sum { parts } => say(Msg::DerivedSum, ("parts", parts), NONE, NONE),
    }
}
