//! One observation as a sentence: what, of whom, how much, when, and what the figure claims to be.

use super::claim::{Claim, claim_phrase};
use super::figure::{Figure, figure};
use super::lang::{Lang, Msg, message, paragraph, word};
use super::periods::{PeriodForm, period_of, period_phrase};
use super::value::{Kind, Nature, Period, PeriodBasis, Status, Unit};
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
        (Kind::Date, _) => Msg::StatementDate,
        (Kind::Level | Kind::Count | Kind::Duration, status) => match (status, holds_at_a_moment(s)) {
            (Status::Actual, false) => Msg::StatementFlow,
            (Status::Actual, true) => Msg::StatementState,
            (Status::Estimated, false) => Msg::StatementEstimatedFlow,
            (Status::Estimated, true) => Msg::StatementEstimatedState,
            (Status::Target, _) => Msg::StatementTarget,
            (Status::Planned, _) => Msg::StatementPlanned,
            (Status::Projected, _) => Msg::StatementProjected,
        },
        (_, Status::Actual) => Msg::StatementClaimActual,
        _ => Msg::StatementClaim,
    };
    // A noun that the indicator's name has already is not said again by a language that can do without.
    let bare = match what.unit {
        Unit::Count => figure(lang, &Figure { measure: None, ..*what }),
        _ => figure(lang, what),
    };
    let args = [
        ("entity", s.entity),
        ("indicator", s.indicator),
        ("figure", &figure(lang, what)),
        ("number", &bare),
        ("when", &period_phrase(lang, s.period, s.nature, s.status)),
        (
            "period",
            &period_of(lang, s.period, PeriodForm::Long, s.nature, s.status),
        ),
        ("claim", &claim_phrase(lang, &s.claim)),
        ("status", status(lang, s.status)),
    ];
    message(lang, msg, &args)
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

/// Whether the figure stands at a moment rather than adding up over a stretch.
fn holds_at_a_moment(s: &Statement) -> bool {
    s.nature != Nature::Flow && s.claim.figure.kind != Kind::Duration
}
