//! Fact cards: one figure, set like a sentence by a typographer.

#![forbid(unsafe_code)]

mod choose;
mod compare;
mod foot;
mod kpi;
mod page;
mod project;
mod rank;
mod spark;
mod target;

use crate::data::Dataset;
use crate::error::{Code, Error, Result};
use crate::format::{Lang, Msg, message};
use crate::scene::Scene;
use crate::spec::{CardVariant, Spec};
use crate::text::TextMeasure;

/// What a card is drawn for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The width in CSS pixels.
    pub width: f64,
    /// The height in CSS pixels; 0 for what the content needs.
    pub height: f64,
    /// The language.
    pub lang: Lang,
    /// How wide texts are.
    pub measure: &'a dyn TextMeasure,
}

/// Lays a card out.
///
/// # Errors
/// [`Code::NothingToDraw`] where no observation answers; [`Code::BadAttribute`] where nothing says which figure;
/// [`Code::CannotCombine`] where what answers makes no card of the variant that is asked for.
pub fn card(ds: &Dataset, spec: &Spec, frame: &Frame<'_>) -> Result<Scene> {
    match choose::variant(ds, spec) {
        CardVariant::Project => project::project(ds, spec, frame),
        CardVariant::Compare => compare::compare(ds, spec, frame),
        CardVariant::Target => target::target(ds, choose::figure(ds, spec, frame.lang)?, frame),
        CardVariant::Rank => rank::rank(ds, choose::standing(ds, spec, frame.lang)?, frame),
        CardVariant::Auto | CardVariant::Kpi => Ok(kpi::kpi(ds, choose::figure(ds, spec, frame.lang)?, frame)),
    }
}

/// A refusal with its reason.
fn refuse<T>(code: Code, lang: Lang, reason: Msg, args: &[(&str, &str)]) -> Result<T> {
    Err(Error::new(code, message(lang, reason, args)))
}

/// Lays a card out in as much detail as its given height has room for; in full where it has none.
fn fitting(frame: &Frame<'_>, mut set: impl FnMut(page::Detail) -> Scene) -> Scene {
    let mut scene = set(page::Detail::Full);
    for detail in [page::Detail::Plain, page::Detail::Brief] {
        if frame.height > 0.0 && scene.height > frame.height.ceil() {
            scene = set(detail);
        }
    }
    scene
}
