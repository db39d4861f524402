//! Which figure a card is about, and which variant shows it best.

use super::refuse;
use crate::data::{Dataset, EntityKind, Filter, ObservationIx};
use crate::error::{Code, Result};
use crate::format::{Kind, Lang, Msg, Status};
use crate::spec::{CardVariant, Spec};

/// The variant that is asked for, or the one that the data asks for: two things are compared, a project shows its plan,
/// a position and an aim are shown as what they are, and everything else is one figure.
pub(super) fn variant(ds: &Dataset, spec: &Spec) -> CardVariant {
    match spec.variant {
        None | Some(CardVariant::Auto) => {}
        Some(asked) => return asked,
    }
    if spec.against.is_some() || spec.entities.len() > 1 || spec.indicators.len() > 1 {
        return CardVariant::Compare;
    }
    if let Some(ix) = spec.observation {
        let o = ds.observation(ix);
        return match (o.kind, o.status) {
            (Kind::Rank | Kind::First | Kind::Only, _) => CardVariant::Rank,
            (Kind::Level | Kind::Count, Status::Target) => CardVariant::Target,
            _ => CardVariant::Kpi,
        };
    }
    let project = |kind| matches!(kind, EntityKind::Project | EntityKind::Park);
    let named = spec.entities.first().map(|entity| ds.entity(*entity).kind);
    if spec.indicators.is_empty() && named.is_some_and(project) {
        return CardVariant::Project;
    }
    // Where an indicator has nothing but standings, a standing is what there is to see.
    let found = candidates(ds, spec);
    let standing = |ix: &ObservationIx| is_standing(ds.observation(*ix).kind);
    if !spec.indicators.is_empty() && !found.is_empty() && found.iter().all(standing) {
        CardVariant::Rank
    } else {
        CardVariant::Kpi
    }
}

/// Whether a figure says where something stands rather than how much it is.
pub(super) const fn is_standing(kind: Kind) -> bool {
    matches!(kind, Kind::Rank | Kind::First | Kind::Only)
}

fn candidates(ds: &Dataset, spec: &Spec) -> Vec<ObservationIx> {
    ds.select(&Filter {
        period: spec.period.into_iter().collect(),
        ..spec.filter(ds)
    })
}

/// The observation that a card is about: the one that is named, or the latest of the selection, quantities before what
/// is said about them and results before aims.
pub(super) fn figure(ds: &Dataset, spec: &Spec, lang: Lang) -> Result<ObservationIx> {
    if let Some(observation) = spec.observation {
        return Ok(observation);
    }
    if spec.indicators.is_empty() {
        return refuse(Code::BadAttribute, lang, Msg::ErrorCardNeedsFigure, &[]);
    }
    let best = candidates(ds, spec).into_iter().max_by_key(|ix| weight(ds, *ix));
    best.map_or_else(|| refuse(Code::NothingToDraw, lang, Msg::ErrorNothingToDraw, &[]), Ok)
}

/// What makes one figure a better answer than another.
pub(super) fn weight(ds: &Dataset, ix: ObservationIx) -> impl Ord + use<> {
    let o = ds.observation(ix);
    let sort = match o.kind {
        Kind::Level | Kind::Count => 3,
        Kind::Duration | Kind::Date => 2,
        kind if !is_standing(kind) && o.of.is_none() => 1,
        _ => 0,
    };
    (sort, o.status == Status::Actual, o.period.order())
}

/// The position that a card is about: the one that is named, or one that says where the named figure stands.
pub(super) fn standing(ds: &Dataset, spec: &Spec, lang: Lang) -> Result<ObservationIx> {
    let of = |ix: ObservationIx| {
        let itself = is_standing(ds.observation(ix).kind).then_some(ix);
        let about = || ds.modifiers(ix).find(|m| is_standing(ds.observation(*m).kind));
        itself.or_else(about)
    };
    let found = if let Some(observation) = spec.observation {
        of(observation)
    } else {
        if spec.indicators.is_empty() && spec.entities.is_empty() {
            return refuse(Code::BadAttribute, lang, Msg::ErrorCardNeedsFigure, &[]);
        }
        let standings = candidates(ds, spec).into_iter().filter_map(of);
        standings.max_by_key(|ix| {
            let o = ds.observation(*ix);
            (o.status == Status::Actual, o.period.order())
        })
    };
    found.map_or_else(|| refuse(Code::NothingToDraw, lang, Msg::ErrorCardNoRank, &[]), Ok)
}
