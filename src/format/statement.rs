//! One observation as a sentence: what, of whom, how much, when, and what the figure claims to be.

use std::borrow::Cow;

use super::claim::{Claim, claim_phrase, claim_sentence};
use super::figure::{Figure, figure};
use super::lang::{Lang, Msg, message, message_of, paragraph, word};
use super::periods::{PeriodForm, period_of, period_phrase};
use super::units::unit_name;
use super::value::{Kind, Nature, Period, PeriodBasis, Qualifier, Status, Unit};
use super::words::status;

/// The parts of an observation's sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The entity's name.
    pub entity: &'a str,
    /// The indicator's name.
    pub indicator: &'a str,
    /// How the indicator relates to time.
    pub nature: Nature,
    /// When it holds.
    pub period: Period,
    /// What it claims to be.
    pub status: Status,
    /// The figure, and what it relates to.
    pub claim: Claim<'a>,
}

/// The sentence of a card and of speech: "Dezhou: Gross domestic product came to CN¥31.719 billion in 2021."
#[must_use]
pub fn statement(lang: Lang, s: &Statement) -> String {
    let what = &s.claim.figure;
    let msg = match (what.kind, s.status) {
        (Kind::Date, Status::Actual | Status::Estimated) => Msg::StatementDate,
        (Kind::Date, _) => Msg::StatementDateAhead,
        (Kind::Duration, Status::Actual) => Msg::StatementDuration,
        (Kind::Level | Kind::Count | Kind::Duration, status) => match (status, s.nature != Nature::Flow) {
            (Status::Actual, false) => Msg::StatementFlow,
            (Status::Actual, true) if s.nature == Nature::Attribute => Msg::StatementAttribute,
            (Status::Actual, true) => Msg::StatementState,
            (Status::Estimated, false) => Msg::StatementEstimatedFlow,
            (Status::Estimated, true) => Msg::StatementEstimatedState,
            (Status::Target, _) => Msg::StatementTarget,
            (Status::Planned, _) => Msg::StatementPlanned,
            (Status::Projected, _) if s.period == Period::PerYear => Msg::StatementProjected,
            (Status::Projected, _) => Msg::StatementProjectedAt,
        },
        (Kind::First | Kind::Only, Status::Actual) => Msg::StatementFirst,
        (_, Status::Actual) => Msg::StatementClaimActual,
        _ => Msg::StatementClaim,
    };
    // "为30万人", but "约30万人": a verb of being goes before digits only.
    let exact = || {
        let first = |what: &Figure| figure(lang, what).chars().next();
        what.qualifier == Qualifier::Exact || first(what) == first(&what.qualified(Qualifier::Exact))
    };
    // A date is what its period says; nothing holds "as of" it.
    let nature = if what.kind == Kind::Date {
        Nature::Flow
    } else {
        s.nature
    };
    message_of(lang, msg, &|name| {
        Cow::Owned(match name {
            "entity" => return Cow::Borrowed(s.entity),
            "indicator" => return Cow::Borrowed(s.indicator),
            "status" => return Cow::Borrowed(status(lang, s.status)),
            "exact" => return Cow::Borrowed(if exact() { "1" } else { "" }),
            "figure" => figure(lang, what),
            "number" => without_noun(lang, s.indicator, what),
            "when" => period_phrase(lang, s.period, nature, s.status),
            "period" => period_of(lang, s.period, PeriodForm::Long, nature, s.status),
            _ => claim_phrase(lang, &s.claim),
        })
    })
}

/// The figure without a noun that the indicator's name has already, for languages that can do without: "Projects signed
/// came to 50".
fn without_noun(lang: Lang, indicator: &str, what: &Figure) -> String {
    // By bytes: the library's search in texts is larger than all that is asked of it here.
    let is_noun = |noun: &str, part: &[u8]| part.eq_ignore_ascii_case(noun.as_bytes());
    let parts = |noun: &str| {
        indicator
            .as_bytes()
            .windows(noun.len().max(1))
            .any(|part| is_noun(noun, part))
    };
    let named = |noun: &str| !noun.is_empty() && parts(noun);
    let noun_is_named = match what.unit {
        Unit::Count => what.measure.is_some_and(|m| named(m.one) || named(m.other)),
        Unit::Persons | Unit::Households => named(&unit_name(lang, what.unit, None, "")),
        _ => false,
    };
    if noun_is_named {
        figure(
            lang,
            &Figure {
                unit: Unit::Count,
                measure: None,
                ..*what
            },
        )
    } else {
        figure(lang, what)
    }
}

/// What a reader must know of a period: that it is short of a year, that it is inferred. Empty for neither.
#[must_use]
pub fn period_notes(lang: Lang, is_partial: bool, basis: PeriodBasis) -> String {
    let partial = if is_partial { word(lang, Msg::NotePartial) } else { "" };
    let inferred = match basis {
        PeriodBasis::Stated => "",
        PeriodBasis::Inferred => word(lang, Msg::NotePeriodInferred),
    };
    paragraph(lang, &[partial, inferred])
}

/// A status with the warning that the period is short of a year: "estimated, part of a year".
#[must_use]
pub fn status_with(lang: Lang, what: Status, is_partial: bool) -> String {
    if is_partial {
        message(lang, Msg::StatusPartial, &[("status", status(lang, what))])
    } else {
        status(lang, what).to_owned()
    }
}

/// What is said of a mark when it gets the focus: what, when, how much, what it claims to be; then each claim.
#[must_use]
pub fn announcement(lang: Lang, s: &Statement, is_partial: bool, claims: &[Claim]) -> String {
    let is_date = s.claim.figure.kind == Kind::Date;
    let nature = if is_date { Nature::Flow } else { s.nature };
    let period = period_of(lang, s.period, PeriodForm::Long, nature, s.status);
    let args = [
        ("indicator", s.indicator),
        ("period", &period),
        ("value", &claim_phrase(lang, &s.claim)),
        ("status", &status_with(lang, s.status, is_partial && !is_date)),
    ];
    let msg = if is_date {
        Msg::SpeechDate
    } else {
        Msg::SpeechObservation
    };
    let mut sentences = vec![message(lang, msg, &args)];
    sentences.extend(claims.iter().map(|claim| claim_sentence(lang, claim)));
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    paragraph(lang, &sentences)
}
