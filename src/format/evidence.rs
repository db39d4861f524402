//! Where a figure comes from, what supports it, what speaks against it, and why there is none.

use super::closed;
use super::lang::{Lang, Msg, list, message, series, word};
use super::value::{Nature, Period, PeriodBasis};
use super::{PeriodForm, period};

closed! {
    /// Why there is no figure.
    Absence {
        /// The source prints zero.
        Zero = "zero",
        /// It is known not to be published.
        NotPublished = "not-published",
        /// The sources at hand do not have it.
        NotFound = "not-found",
        /// It has no meaning here.
        NotApplicable = "not-applicable",
    }
}

/// The reason of an absence, as a sentence.
#[must_use]
pub fn absence(lang: Lang, why: Absence) -> &'static str {
    let msg = match why {
        Absence::Zero => Msg::AbsenceZero,
        Absence::NotPublished => Msg::AbsenceNotPublished,
        Absence::NotFound => Msg::AbsenceNotFound,
        Absence::NotApplicable => Msg::AbsenceNotApplicable,
    };
    word(lang, msg)
}

/// The reason of an absence in a cell or at a mark.
#[must_use]
pub fn absence_short(lang: Lang, why: Absence) -> &'static str {
    let msg = match why {
        Absence::Zero => Msg::AbsenceShortZero,
        Absence::NotPublished => Msg::AbsenceShortNotPublished,
        Absence::NotFound => Msg::AbsenceShortNotFound,
        Absence::NotApplicable => Msg::AbsenceShortNotApplicable,
    };
    word(lang, msg)
}

/// A figure in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing<'a> {
    /// The source's short title.
    pub source: &'a str,
    /// The figure as it stands there.
    pub figure: &'a str,
}

/// That several sources print the same figure; empty for fewer than two.
#[must_use]
pub fn corroboration(lang: Lang, sources: &[&str]) -> String {
    if sources.len() < 2 {
        return String::new();
    }
    let args = [
        ("count", &*sources.len().to_string()),
        ("sources", &list(lang, sources)),
    ];
    message(lang, Msg::SameInSources, &args)
}

/// That two sources print two figures, and whether the rounding of both leaves room for one value.
#[must_use]
pub fn comparison(lang: Lang, left: Printing, right: Printing, within_rounding: bool) -> String {
    let msg = if within_rounding {
        Msg::AgreesWithinRounding
    } else {
        Msg::DiffersInSources
    };
    let args = [
        ("left-source", left.source),
        ("left", left.figure),
        ("right-source", right.source),
        ("right", right.figure),
    ];
    message(lang, msg, &args)
}

closed! {
    /// What another observation is to the one at hand; the names are those of the relations in the data, and two for the
    /// other direction.
    Relative {
        /// A second figure of what should be the same.
        Differs = "differs",
        /// What this one replaces.
        Supersedes = "supersedes",
        /// What replaces this one.
        Superseded = "superseded",
        /// The whole that this one is a part of.
        PartOf = "part-of",
        /// A part of this one.
        WholeOf = "whole-of",
        /// The sum that this one is an addend of.
        SumsTo = "sums-to",
        /// An addend of this one.
        SumOf = "sum-of",
        /// What this one was checked against.
        ChecksAgainst = "checks-against",
        /// Another statement in support.
        Corroborates = "corroborates",
        /// A related aim.
        SameProgramme = "same-programme",
    }
}

/// How another observation relates to the one at hand: "Part of Imports and exports, 2021".
#[must_use]
pub fn relation(lang: Lang, relative: Relative, other: &str) -> String {
    let msg = match relative {
        Relative::Differs => Msg::RelationDiffers,
        Relative::Supersedes => Msg::RelationSupersedes,
        Relative::Superseded => Msg::RelationSuperseded,
        Relative::PartOf => Msg::RelationPartOf,
        Relative::WholeOf => Msg::RelationWholeOf,
        Relative::SumsTo => Msg::RelationSumsTo,
        Relative::SumOf => Msg::RelationSumOf,
        Relative::ChecksAgainst => Msg::RelationChecksAgainst,
        Relative::Corroborates => Msg::RelationCorroborates,
        Relative::SameProgramme => Msg::RelationSameProgramme,
    };
    message(lang, msg, &[("other", other)])
}

/// The documents behind a picture, in one line: "Sources: A; B".
#[must_use]
pub fn source_line(lang: Lang, titles: &[&str]) -> String {
    if titles.is_empty() {
        return String::new();
    }
    let args = [
        ("count", &*titles.len().to_string()),
        ("sources", &series(lang, titles)),
    ];
    message(lang, Msg::SourceLine, &args)
}

/// A place in a document: "Zone profile (2017), paragraph 2".
#[must_use]
pub fn source_place(lang: Lang, title: &str, paragraph: u16) -> String {
    message(
        lang,
        Msg::SourceParagraph,
        &[("title", title), ("paragraph", &paragraph.to_string())],
    )
}

/// A document's date, which says so where it is inferred.
#[must_use]
pub fn document_date(lang: Lang, date: Period, basis: PeriodBasis) -> String {
    let text = period(lang, date, PeriodForm::Long, Nature::Flow);
    match basis {
        PeriodBasis::Stated => text,
        PeriodBasis::Inferred => message(lang, Msg::DateInferred, &[("date", &text)]),
    }
}

/// How to cite a place in a document, or the document where no paragraph is given.
#[must_use]
pub fn citation(
    lang: Lang,
    publisher: &str,
    title: &str,
    date: Period,
    basis: PeriodBasis,
    paragraph: Option<u16>,
) -> String {
    let msg = match basis {
        PeriodBasis::Stated => Msg::Citation,
        PeriodBasis::Inferred => Msg::CitationUndated,
    };
    let args = [
        ("publisher", publisher),
        ("title", title),
        ("date", &period(lang, date, PeriodForm::Long, Nature::Flow)),
        ("paragraph", &paragraph.map_or_else(String::new, |p| p.to_string())),
    ];
    message(lang, msg, &args)
}
