//! A series as lines: what is joined to what, and what is left of very many points.

use super::super::panel::Panel;
use super::super::time::middle;
use crate::data::Dataset;
use crate::format::Nature;
use crate::reading::Reading;
use crate::scene::Point;
use crate::sort::sort_by_key;

/// More points than this in a line are drawn as the range of each pixel column.
pub(super) const MOST_DRAWN: usize = 2000;
/// How far back a point looks for the neighbour that it compares with, past points of other statuses and lengths.
const LOOK_BACK: usize = 12;

/// A series with its lines: each a run of places in `readings`.
pub(super) struct Track<'d> {
    /// The figures, in order of time.
    pub(super) readings: Vec<Reading<'d>>,
    /// The lines.
    pub(super) chains: Vec<Vec<usize>>,
}

impl<'d> Track<'d> {
    /// The series at this place of a panel.
    pub(super) fn new(ds: &Dataset, panel: &Panel<'d>, series: usize) -> Self {
        let bars = panel
            .columns
            .iter()
            .filter_map(|column| column.bars.get(series)?.clone());
        let readings: Vec<Reading<'d>> = bars.collect();
        let moments: Vec<f64> = readings
            .iter()
            .map(|r| middle(r.observation.period).unwrap_or(f64::NAN))
            .collect();
        let steps = moments.windows(2).map(|pair| pair[1] - pair[0]);
        let step = steps.filter(|step| *step > 1e-6).fold(f64::INFINITY, f64::min);
        // Where each line that is still open ends; a point goes on with the latest one that it compares with.
        let mut chains: Vec<Vec<usize>> = Vec::new();
        for (i, reading) in readings.iter().enumerate() {
            let open = chains.iter_mut().rev().take(LOOK_BACK).find(|chain| {
                let last = chain.last().copied().unwrap_or(i);
                joins(ds, &readings[last], reading, moments[i] - moments[last], step)
            });
            match open {
                Some(chain) => chain.push(i),
                None => chains.push(vec![i]),
            }
        }
        Self { readings, chains }
    }
}

/// Whether a line may lead from one figure to another so many years later: the same status, comparable, and neither's
/// neighbour missing.
fn joins(ds: &Dataset, a: &Reading<'_>, b: &Reading<'_>, later: f64, step: f64) -> bool {
    let (x, y) = (a.observation, b.observation);
    // What adds up over a year has a figure each year; a state has one as often as the series says.
    let reach = if a.nature() == Nature::Flow {
        let years = x.period.months().unwrap_or(12).div_ceil(12);
        f64::from(years) + 0.01
    } else {
        step * 1.5
    };
    later > 1e-6 && later <= reach && x.status == y.status && ds.comparable(a.ix, b.ix)
}

/// Leaves of more points than so many the first, the last and the extremes of each column of this width: where that is a
/// pixel, the same picture.
pub(super) fn thin(places: &mut Vec<(Point, usize)>, most: usize, width: f64) {
    if places.len() <= most {
        return;
    }
    let column_of = |place: &Point| (place.x / width).floor();
    let mut kept: Vec<(Point, usize)> = Vec::new();
    let mut column: Vec<(Point, usize)> = Vec::new();
    let mut flush = |column: &mut Vec<(Point, usize)>| {
        let by_height = |a: &&(Point, usize), b: &&(Point, usize)| a.0.y.total_cmp(&b.0.y);
        let ends = [
            column.first(),
            column.iter().min_by(by_height),
            column.iter().max_by(by_height),
            column.last(),
        ];
        let mut ends: Vec<(Point, usize)> = ends.into_iter().flatten().copied().collect();
        sort_by_key(&mut ends, |(_, i)| *i);
        ends.dedup_by_key(|(_, i)| *i);
        kept.append(&mut ends);
        column.clear();
    };
    for place in places.iter() {
        if column
            .last()
            .is_some_and(|(last, _)| column_of(last) < column_of(&place.0))
        {
            flush(&mut column);
        }
        column.push(*place);
    }
    flush(&mut column);
    *places = kept;
}
