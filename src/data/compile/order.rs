//! The order in which observations are given out.

use super::super::model::{ObservationIx, Tables};
use crate::sort::order;

/// Puts the observations in order by entity, indicator, kind and period, and mends all places that point to them.
pub(super) fn sort(tables: &mut Tables) {
    let rows = &tables.observations;
    let order = order(rows.len(), &mut |a, b| {
        let (a, b) = (&rows[a], &rows[b]);
        let place = (a.entity, a.indicator, a.kind).cmp(&(b.entity, b.indicator, b.kind));
        place
            .then_with(|| a.period.order().cmp(&b.period.order()))
            .then_with(|| a.status.cmp(&b.status))
            .then_with(|| a.id.cmp(&b.id))
    });
    let mut place = vec![ObservationIx(0); order.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = ObservationIx::of(to).unwrap_or(ObservationIx(0));
    }
    tables.observations = order.iter().map(|&from| rows[from].clone()).collect();
    tables.locators = order
        .iter()
        .map(|&from| std::mem::take(&mut tables.locators[from]))
        .collect();
    for observation in &mut tables.observations {
        observation.of = observation.of.and_then(|of| place.get(of.at()).copied());
    }
    for relation in &mut tables.relations {
        (relation.from, relation.to) = (place[relation.from.at()], place[relation.to.at()]);
    }
}
