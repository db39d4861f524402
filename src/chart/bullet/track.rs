//! What has both a result and an aim, or aims in stages, and on which scale it stands.

use super::super::frame::Frame;
use super::super::marks::{nothing, unlike};
use crate::data::{Dataset, EntityIx, IndicatorIx};
use crate::error::Result;
use crate::format::{self, Kind, Msg, Refusal, Status, Unit, list, picture_kind};
use crate::reading::Reading;
use crate::sort::sort_by_key;
use crate::spec::Spec;

/// One thing with its result and its aims, in one unit.
pub(super) struct Track<'d> {
    /// What is measured.
    pub(super) indicator: IndicatorIx,
    /// Of what.
    pub(super) entity: EntityIx,
    /// In what.
    unit: Unit,
    /// What was reached.
    pub(super) actual: Option<Reading<'d>>,
    /// What was aimed at, in order of time.
    pub(super) aims: Vec<Reading<'d>>,
    /// For a completion rate: what a hundred percent are.
    pub(super) plan: Option<String>,
}

impl<'d> Track<'d> {
    /// The result, then the aims.
    pub(super) fn readings(&self) -> Vec<Reading<'d>> {
        self.actual.iter().chain(&self.aims).cloned().collect()
    }

    /// Whether a part of a year stands beside an aim for a whole one.
    pub(super) fn falls_short(&self) -> bool {
        self.actual.as_ref().is_some_and(|actual| {
            let unlike = |aim: &Reading<'_>| !aim.observation.period.comparable(actual.observation.period);
            actual.is_partial() && self.aims.iter().any(unlike)
        })
    }
}

/// What answers, as tracks: series that have both a result and an aim, or aims in stages, and rates of completion; and
/// the names of what has no aim.
pub(super) fn tracks<'d>(ds: &'d Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<(Vec<Track<'d>>, String)> {
    let selected: Vec<Reading<'d>> = ds
        .select(&spec.filter(ds))
        .into_iter()
        .map(|ix| Reading::new(ds, ix, frame.lang))
        .filter(|r| matches!(r.observation.kind, Kind::Level | Kind::Count | Kind::Completion))
        .collect();
    if selected.is_empty() {
        return Err(nothing(frame.lang, Msg::ErrorNothingToDraw));
    }
    let mut tracks: Vec<Track<'d>> = Vec::new();
    for reading in selected {
        let o = reading.observation;
        if o.kind == Kind::Completion {
            tracks.push(Track {
                indicator: o.indicator,
                entity: o.entity,
                unit: Unit::Percent,
                plan: Some(reading.scope().unwrap_or_default().to_owned()),
                actual: Some(reading),
                aims: Vec::new(),
            });
            continue;
        }
        let same =
            |t: &Track<'_>| t.plan.is_none() && (t.indicator, t.entity, t.unit) == (o.indicator, o.entity, o.unit);
        let place = tracks.iter().position(same).unwrap_or_else(|| {
            tracks.push(Track {
                indicator: o.indicator,
                entity: o.entity,
                unit: o.unit,
                actual: None,
                aims: Vec::new(),
                plan: None,
            });
            tracks.len() - 1
        });
        let track = &mut tracks[place];
        match o.status {
            Status::Actual | Status::Estimated => {
                // The latest full year; a part of one only where there is nothing better.
                let rank = |r: &Reading<'_>| (!r.is_partial(), r.observation.period.order());
                if track.actual.as_ref().is_none_or(|old| rank(old) <= rank(&reading)) {
                    track.actual = Some(reading);
                }
            }
            Status::Target | Status::Planned | Status::Projected => track.aims.push(reading),
        }
    }
    let whole = |t: &Track<'_>| t.plan.is_some() || t.aims.len() > usize::from(t.actual.is_none());
    let any = tracks.iter().any(whole);
    // An aim that was asked for by name stays, with the word that its result is missing.
    let named = !spec.indicators.is_empty() && any;
    let (mut tracks, bare): (Vec<Track<'d>>, Vec<Track<'d>>) = tracks
        .into_iter()
        .partition(|t| whole(t) || named && !t.aims.is_empty());
    for track in &mut tracks {
        sort_by_key(&mut track.aims, |aim| aim.observation.period.order());
    }
    if tracks.is_empty() {
        let kind = picture_kind(frame.lang, "bullet");
        return Err(unlike(frame.lang, &Refusal::NoTarget(&kind)));
    }
    // A result that has no aim is left out aloud where it was asked for, unless its rate of completion is here.
    let bare: Vec<&str> = bare
        .iter()
        .filter(|b| {
            named
                && tracks
                    .iter()
                    .all(|t| (t.indicator, t.entity) != (b.indicator, b.entity))
        })
        .map(|b| ds.indicator(b.indicator).name.get(frame.lang))
        .collect();
    Ok((tracks, list(frame.lang, &unique(bare))))
}

/// The words for what a track counts.
fn measure<'d>(track: &Track<'d>) -> Option<format::Measure<'d>> {
    let reading = track.actual.as_ref().or(track.aims.first())?;
    reading.ds.measure(track.indicator)
}

/// The range of a track: the same for all tracks of one unit, so that equal lengths are equal amounts.
pub(super) fn range(tracks: &[Track<'_>], of: &Track<'_>) -> (f64, f64) {
    let alike = tracks.iter().filter(|t| t.unit == of.unit && measure(t) == measure(of));
    let mut range = (0.0_f64, 0.0_f64);
    for track in alike {
        for reading in track.readings() {
            let value = reading.observation.value.to_f64();
            range = (range.0.min(value), range.1.max(value));
        }
        if track.plan.is_some() {
            range.1 = range.1.max(100.0);
        }
    }
    range
}

/// The names, each once.
pub(super) fn unique(mut names: Vec<&str>) -> Vec<&str> {
    let mut seen: Vec<&str> = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(name);
        new
    });
    names
}
