//! A selection as a table, with nothing drawn: what `<zone-table>` and `<zone-sources>` show.

use super::frame::Frame;
use crate::data::{Dataset, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::format::{Msg, list, message};
use crate::reading::{MOST_ROWS, Reading, first_rows, sources};
use crate::scene::Scene;
use crate::spec::Spec;

/// Every observation that answers, statements about others included.
#[must_use]
pub fn listed(ds: &Dataset, spec: &Spec) -> Vec<ObservationIx> {
    let mut filter = spec.filter(ds);
    // Without a word about entities a list is about all of them: a table has no axis to mix them on.
    filter.entity.clone_from(&spec.entities);
    ds.select(&filter)
}

/// Lists the observations that answer; of very many the first ones, and says so.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing answers.
pub fn listing(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let all = listed(ds, spec);
    let readings: Vec<Reading<'_>> = all.iter().map(|ix| Reading::new(ds, *ix, frame.lang)).collect();
    if readings.is_empty() {
        return Err(Error::new(
            Code::NothingToDraw,
            message(frame.lang, Msg::ErrorNothingToDraw, &[]),
        ));
    }
    let mut names: Vec<&str> = spec
        .indicators
        .iter()
        .map(|ix| ds.indicator(*ix).name.get(frame.lang))
        .collect();
    if names.is_empty() {
        names.push(crate::format::word(frame.lang, Msg::ListingAll));
    }
    let mut scene = Scene {
        width: frame.width,
        kind: "table",
        ..Scene::default()
    };
    scene.words.title = list(frame.lang, &names);
    scene.words.sources = sources(&readings);
    // All of them have sources; but the ids of those without a row are many, and nothing here would need them.
    let rows = &readings[..readings.len().min(MOST_ROWS)];
    if rows.len() < readings.len() {
        scene.words.notes.push(first_rows(frame.lang, readings.len()));
    }
    frame.words_of(&mut scene, rows, readings.len());
    scene.table.note = scene.words.notes.concat();
    Ok(scene)
}
