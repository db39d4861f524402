//! A selection as a table, with nothing drawn: what `<zone-table>` and `<zone-sources>` show.

use super::frame::Frame;
use crate::data::Dataset;
use crate::error::{Code, Error, Result};
use crate::format::{Msg, list, message};
use crate::reading::{Reading, sources};
use crate::scene::Scene;
use crate::spec::Spec;

/// Lists every observation that answers, statements about others included.
///
/// # Errors
/// [`Code::NothingToDraw`] where nothing answers.
pub fn listing(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    let mut filter = spec.filter(ds);
    // Without a word about entities a list is about all of them: a table has no axis to mix them on.
    filter.entity.clone_from(&spec.entities);
    let readings: Vec<Reading<'_>> = ds
        .select(&filter)
        .into_iter()
        .map(|ix| Reading::new(ds, ix, frame.lang))
        .collect();
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
    frame.words(&mut scene, &readings);
    Ok(scene)
}
