//! What a figure says about another one: growth with its basis, a rank with its scope, a share of its whole.

use super::figure::{Figure, Measure, figure, signed};
use super::lang::{Lang, Msg, labelled, message, sentence, word};
use super::value::{Basis, Kind};
use super::words::kind_name;

/// Among what, or of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// Within a place: "in Dezhou".
    Place(&'a str),
    /// Among a class of things: "among industrial enterprises in the city".
    Class(&'a str),
}

impl<'a> Scope<'a> {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'a str {
        match self {
            Self::Place(name) | Self::Class(name) => name,
        }
    }
}

/// A statement about another figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'a> {
    /// The figure; its kind says what sort of claim it is.
    pub figure: Figure<'a>,
    /// What a growth rate is measured in; none where prices do not come in, as in a count.
    pub basis: Option<Basis>,
    /// Among what a rank is, of what a share or a plan, beside what a gap.
    pub scope: Option<Scope<'a>>,
    /// What sort of figure it is about, where that is not a quantity: points are those of a growth rate or of a share.
    pub of: Option<Kind>,
}

impl<'a> Claim<'a> {
    /// A claim of which only the figure is known.
    #[must_use]
    pub const fn new(figure: Figure<'a>) -> Self {
        Self {
            figure,
            basis: None,
            scope: None,
            of: None,
        }
    }

    /// The same with a price basis.
    #[must_use]
    pub const fn on(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }

    /// The same with a scope.
    #[must_use]
    pub const fn among(mut self, scope: Scope<'a>) -> Self {
        self.scope = Some(scope);
        self
    }

    /// The same about a figure of this kind.
    #[must_use]
    pub const fn about(mut self, of: Kind) -> Self {
        self.of = Some(of);
        self
    }
}

/// What stands before the claim in a row: "year on year", "位次".
#[must_use]
pub fn claim_label(lang: Lang, claim: &Claim) -> &'static str {
    kind_name(lang, claim.figure.kind)
}

/// The claim as the value of a row or the text at a mark: "+8.6%", "2nd in Dezhou", "21.2% of the total of Dezhou".
#[must_use]
pub fn claim_value(lang: Lang, claim: &Claim) -> String {
    let msg = match (claim.figure.kind, claim.scope) {
        (Kind::YoyGrowth | Kind::Growth | Kind::PpChange | Kind::Change, _) => return signed(lang, &claim.figure),
        (Kind::Rank, Some(Scope::Place(_))) => Msg::ValueInScope,
        (Kind::Rank, Some(Scope::Class(_))) => Msg::ValueAmongScope,
        (Kind::Share, Some(Scope::Place(_))) => Msg::ValueOfTotal,
        (Kind::Share | Kind::Completion, Some(Scope::Class(_))) => Msg::ValueOfWhole,
        (Kind::Share | Kind::Completion, _) => return figure(lang, &claim.figure),
        _ => return claim_core(lang, claim),
    };
    let value = figure(lang, &claim.figure);
    message(
        lang,
        msg,
        &[("value", &value), ("scope", claim.scope.map_or("", Scope::name))],
    )
}

/// The claim in words, without a full stop: "up 8.6% year on year", "居德州市第2位". A growth rate of prices says its
/// basis, or that the source does not.
#[must_use]
pub fn claim_phrase(lang: Lang, claim: &Claim) -> String {
    let core = claim_core(lang, claim);
    let (msg, basis) = match claim.basis {
        _ if !claim.figure.kind.is_growth() => return core,
        Some(Basis::Unstated) => (Msg::ClaimUnstated, Msg::BasisUnstated),
        Some(Basis::ConstantPrices) => (Msg::ClaimAtPrices, Msg::BasisConstantPrices),
        Some(Basis::CurrentPrices) => (Msg::ClaimAtPrices, Msg::BasisCurrentPrices),
        // What it is compared with is no part of the data but of a note.
        None if claim.figure.kind == Kind::Growth => (Msg::ClaimUnstated, Msg::ReferenceNoted),
        None => return core,
    };
    message(lang, msg, &[("claim", &core), ("basis", word(lang, basis))])
}

/// The claim as a sentence of its own: "Up 8.6% year on year; the source does not state the price basis."
#[must_use]
pub fn claim_sentence(lang: Lang, claim: &Claim) -> String {
    sentence(lang, &claim_phrase(lang, claim))
}

/// Label and value in one line: "Rank: 2nd in Dezhou".
#[must_use]
pub fn claim_line(lang: Lang, claim: &Claim) -> String {
    labelled(lang, claim_label(lang, claim), &claim_value(lang, claim))
}

/// The claim without its basis. Points say whether they are those of a growth rate or of a share.
/// For where the basis stands in a line of its own.
#[must_use]
pub fn claim_core(lang: Lang, claim: &Claim) -> String {
    let text = claim_of_quantity(lang, claim);
    let msg = match (claim.figure.kind, claim.of) {
        (Kind::PpChange | Kind::PpGap, Some(Kind::YoyGrowth | Kind::Growth)) => Msg::ClaimOfRate,
        (Kind::PpChange | Kind::PpGap, Some(Kind::Share)) => Msg::ClaimOfShare,
        _ => return text,
    };
    message(lang, msg, &[("claim", &text)])
}

/// The claim as one about a quantity.
fn claim_of_quantity(lang: Lang, claim: &Claim) -> String {
    let (place, class, none) = match claim.figure.kind {
        Kind::YoyGrowth => (Msg::ClaimYoyUp, Msg::ClaimYoyDown, Msg::ClaimYoyZero),
        Kind::Growth => (Msg::ClaimGrowthUp, Msg::ClaimGrowthDown, Msg::ClaimGrowthZero),
        Kind::Change => (Msg::ClaimChangeUp, Msg::ClaimChangeDown, Msg::ClaimChangeZero),
        Kind::PpChange => (Msg::ClaimPpUp, Msg::ClaimPpDown, Msg::ClaimChangeZero),
        Kind::PpGap => (Msg::ClaimAbove, Msg::ClaimBelow, Msg::ClaimLevelWith),
        Kind::Share => (Msg::ClaimSharePlace, Msg::ClaimShareClass, Msg::ClaimShare),
        Kind::Rank => (Msg::ClaimRankPlace, Msg::ClaimRankClass, Msg::ClaimRank),
        Kind::First => (Msg::ClaimFirstPlace, Msg::ClaimFirstClass, Msg::ClaimFirst),
        Kind::Only => (Msg::ClaimOnlyPlace, Msg::ClaimOnlyClass, Msg::ClaimOnly),
        Kind::Completion => (Msg::ClaimCompletion, Msg::ClaimCompletion, Msg::ClaimCompletionOpen),
        Kind::Multiple => return filled(lang, Msg::ClaimMultiple, claim),
        Kind::Level | Kind::Count | Kind::Date | Kind::Duration => return figure(lang, &claim.figure),
    };
    let msg = match (claim.figure.kind, claim.scope) {
        (Kind::YoyGrowth | Kind::Growth | Kind::Change | Kind::PpChange, _) | (Kind::PpGap, Some(_)) => {
            match claim.figure.value.mantissa() {
                ..=-1 => class,
                0 => none,
                1.. => place,
            }
        }
        (Kind::PpGap, None) => return message(lang, Msg::ClaimGap, &[("figure", &signed(lang, &claim.figure))]),
        (_, Some(Scope::Place(_))) => place,
        (_, Some(Scope::Class(_))) => class,
        (_, None) => none,
    };
    filled(lang, msg, claim)
}

/// A message of claims with all that a claim may say.
fn filled(lang: Lang, msg: Msg, claim: &Claim) -> String {
    let text = figure(lang, &claim.figure.unsigned());
    let args = [
        ("figure", text.as_str()),
        ("scope", claim.scope.map_or("", Scope::name)),
        ("classifier", claim.figure.measure.unwrap_or(FIRST_OF_ANY).classifier),
    ];
    message(lang, msg, &args)
}

/// The classifier of what has none of its own.
const FIRST_OF_ANY: Measure<'static> = Measure {
    classifier: "个",
    one: "",
    other: "",
};
