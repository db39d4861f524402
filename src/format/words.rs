//! The words of the closed vocabularies.

use super::lang::{Lang, Msg, word};
use super::value::{Basis, Kind, Nature, PeriodBasis, Qualifier, Status};

/// A status: "actual", "实际".
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    word(
        lang,
        match status {
            Status::Actual => Msg::StatusActual,
            Status::Estimated => Msg::StatusEstimated,
            Status::Target => Msg::StatusTarget,
            Status::Planned => Msg::StatusPlanned,
            Status::Projected => Msg::StatusProjected,
        },
    )
}

/// A status where there is little room.
#[must_use]
pub fn status_short(lang: Lang, status: Status) -> &'static str {
    word(
        lang,
        match status {
            Status::Actual => Msg::StatusShortActual,
            Status::Estimated => Msg::StatusShortEstimated,
            Status::Target => Msg::StatusShortTarget,
            Status::Planned => Msg::StatusShortPlanned,
            Status::Projected => Msg::StatusShortProjected,
        },
    )
}

/// What a qualifier says of a figure; empty for an exact one.
#[must_use]
pub fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::About => word(lang, Msg::QualifierAbout),
        Qualifier::Over => word(lang, Msg::QualifierOver),
        Qualifier::AtLeast => word(lang, Msg::QualifierAtLeast),
        Qualifier::UpTo => word(lang, Msg::QualifierUpTo),
    }
}

/// What sort of statement a figure is.
#[must_use]
pub fn kind_name(lang: Lang, kind: Kind) -> &'static str {
    word(
        lang,
        match kind {
            Kind::Level => Msg::KindLevel,
            Kind::Count => Msg::KindCount,
            Kind::YoyGrowth => Msg::KindYoyGrowth,
            Kind::Growth => Msg::KindGrowth,
            Kind::PpChange => Msg::KindPpChange,
            Kind::PpGap => Msg::KindPpGap,
            Kind::Change => Msg::KindChange,
            Kind::Share => Msg::KindShare,
            Kind::Multiple => Msg::KindMultiple,
            Kind::Rank => Msg::KindRank,
            Kind::First => Msg::KindFirst,
            Kind::Only => Msg::KindOnly,
            Kind::Date => Msg::KindDate,
            Kind::Duration => Msg::KindDuration,
            Kind::Completion => Msg::KindCompletion,
        },
    )
}

/// What a growth rate is measured in.
#[must_use]
pub fn basis(lang: Lang, basis: Basis) -> &'static str {
    word(
        lang,
        match basis {
            Basis::Unstated => Msg::BasisUnstated,
            Basis::ConstantPrices => Msg::BasisConstantPrices,
            Basis::CurrentPrices => Msg::BasisCurrentPrices,
        },
    )
}

/// How an indicator relates to time.
#[must_use]
pub fn nature(lang: Lang, nature: Nature) -> &'static str {
    word(
        lang,
        match nature {
            Nature::Flow => Msg::NatureFlow,
            Nature::Stock => Msg::NatureStock,
            Nature::Ratio => Msg::NatureRatio,
            Nature::Attribute => Msg::NatureAttribute,
        },
    )
}

/// Where a period comes from.
#[must_use]
pub fn period_basis(lang: Lang, basis: PeriodBasis) -> &'static str {
    word(
        lang,
        match basis {
            PeriodBasis::Stated => Msg::PeriodStated,
            PeriodBasis::Inferred => Msg::PeriodInferred,
        },
    )
}
