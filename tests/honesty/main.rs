//! The rules of honesty, each as a test that fails where the picture would lie.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod axes;
mod colours;
mod evidence;
#[path = "../geometry/mod.rs"]
mod geometry;
#[path = "../support/mod.rs"]
mod support;
mod textures;

use support::{cases, scene};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::format::Lang;
use zonestat::scene::{Mark, Scene};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Theme;

/// Every theme, by name.
type Themes = [(&'static str, fn() -> Theme); 4];
const THEMES: Themes = [
    ("light", Theme::light),
    ("dark", Theme::dark),
    ("print", Theme::print),
    ("contrast-dark", Theme::contrast_dark),
];

fn draw(ds: &Dataset, attributes: &[(&str, &str)], width: f64, lang: Lang) -> Scene {
    let get = |name: &str| {
        attributes
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| (*v).to_owned())
    };
    let spec = Spec::read(ds, lang, &get).unwrap_or_else(|e| panic!("{attributes:?}: {e}"));
    let frame = Frame {
        width,
        height: 0.0,
        lang,
        measure: &TableMeasure,
        hidden: &[],
        quiet: false,
    };
    chart(ds, &spec, &frame).unwrap_or_else(|e| panic!("{attributes:?}: {e}"))
}

/// Every case of the gallery at a width.
fn gallery(width: f64, lang: Lang) -> impl Iterator<Item = (String, Scene)> {
    cases().into_iter().map(move |case| {
        (
            case.id.clone(),
            scene(&case, width, 0.0, lang).unwrap_or_else(|e| panic!("{}: {e}", case.id)),
        )
    })
}

fn texts(scene: &Scene) -> String {
    scene.texts().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn observation(ds: &Dataset, mark: &Mark) -> ObservationIx {
    ds.find_observation(&mark.observations[0]).unwrap()
}
