//! The order in which observations are given out.

use super::super::model::{ObservationIx, Tables};
use super::pace::Pace;

/// Puts the observations in order by entity, indicator, kind and period, and mends all places that point to them; gives
/// the new place of each.
pub(super) async fn sort(tables: &mut Tables, pace: &Pace) -> Vec<ObservationIx> {
    let rows = &tables.observations;
    let mut compare = |a: usize, b: usize| {
        let (a, b) = (&rows[a], &rows[b]);
        let place = (a.entity, a.indicator, a.kind).cmp(&(b.entity, b.indicator, b.kind));
        place
            .then_with(|| a.period.order().cmp(&b.period.order()))
            .then_with(|| a.status.cmp(&b.status))
            .then_with(|| a.id.cmp(&b.id))
    };
    let mut order = pace.order(rows.len(), &mut compare).await;
    let mut place = vec![ObservationIx(0); order.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = ObservationIx::of(to).unwrap_or(ObservationIx(0));
    }
    for start in 0..order.len() {
        // Round the cycle that goes through this place: each swap puts one row where it belongs.
        let mut at = start;
        loop {
            pace.row(1).await;
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            tables.observations.swap(at, from);
            tables.locators.swap(at, from);
            at = from;
        }
        let of = tables.observations[start].of;
        tables.observations[start].of = of.and_then(|of| place.get(of.at()).copied());
    }
    for relation in &mut tables.relations {
        pace.row(1).await;
        (relation.from, relation.to) = (place[relation.from.at()], place[relation.to.at()]);
    }
    place
}
