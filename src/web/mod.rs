//! The glue to the browser: the only part that sees it.
//!
//! Every export is stateless: a request comes in, a result goes out, so that a fresh instance can answer the next call
//! after a fault. What a fresh instance no longer knows (datasets loaded by a page), the skin registers again.

mod canvas;
mod env;
pub mod files;
mod measure;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use crate::error::{Error, Result};
use crate::export::rendition;
use crate::fields::Fields;
use crate::format::{Lang, Msg, message};
use crate::scene::{Scene, to_svg};
use crate::spec::{Spec, bad_attribute, read_filter};
use crate::text::{TableMeasure, TextMeasure};
use env::{Env, lang_of};

/// The version of the package, such as `0.1.0`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Paints a widget and returns its rendition as JSON.
///
/// # Errors
/// A text: a code, U+0000, and a message for people.
#[wasm_bindgen]
pub fn render(canvas: &HtmlCanvasElement, what: &str, spec: &str, env: &str) -> std::result::Result<String, JsValue> {
    let env = Env::read(env).map_err(|error| thrown(&error))?;
    let draw = || {
        let context = canvas::context(canvas)?;
        let measure = measure::CanvasMeasure {
            context: &context,
            family: env.family,
            font: std::cell::Cell::default(),
        };
        let scene = compose_scene(what, spec, &env, &measure)?;
        if !env.unpainted {
            canvas::paint(canvas, &scene, &env.theme, env.dpr, env.family)?;
        }
        Ok(rendition(&scene, &message(env.lang, Msg::Instructions, &[])))
    };
    draw().map_err(|error| thrown(&error))
}

/// The rendition of a widget without painting it; works without a DOM.
///
/// # Errors
/// As [`render`].
#[wasm_bindgen]
pub fn compose(what: &str, spec: &str, env: &str) -> std::result::Result<String, JsValue> {
    let env = Env::read(env).map_err(|error| thrown(&error))?;
    compose_scene(what, spec, &env, &TableMeasure)
        .map(|scene| rendition(&scene, &message(env.lang, Msg::Instructions, &[])))
        .map_err(|error| thrown(&error))
}

/// A widget as a standalone SVG document.
///
/// # Errors
/// As [`render`].
#[wasm_bindgen]
pub fn svg(what: &str, spec: &str, env: &str) -> std::result::Result<String, JsValue> {
    let env = Env::read(env).map_err(|error| thrown(&error))?;
    compose_scene(what, spec, &env, &TableMeasure)
        .map(|scene| to_svg(&scene, &env.theme, &crate::export::observations(&scene).join(" ")))
        .map_err(|error| thrown(&error))
}

/// The source panel of an observation as JSON.
///
/// # Errors
/// As [`render`].
#[wasm_bindgen]
pub fn panel(observation: &str, env: &str) -> std::result::Result<String, JsValue> {
    let env = Env::read(env).map_err(|error| thrown(&error))?;
    let attribute = |name: &str| (name == "id").then(|| observation.to_owned());
    let found = read_filter(env.dataset, env.lang, &attribute).and_then(|filter| {
        filter
            .id
            .first()
            .copied()
            .ok_or_else(|| bad_attribute(env.lang, "observation", observation, &["etdz-gdp-2021"]))
    });
    found
        .map(|ix| crate::export::panel(env.dataset, ix, env.lang))
        .map_err(|error| thrown(&error))
}

/// A table of the dataset as a JSON array; see [`crate::export::TABLES`].
///
/// # Errors
/// As [`render`].
#[wasm_bindgen]
pub fn query(table: &str, filter: &str, dataset: f64) -> std::result::Result<String, JsValue> {
    let given = Fields(filter);
    let lang = lang_of(given);
    let records = || {
        let ds = files::dataset(dataset, lang)?;
        let filter = read_filter(ds, lang, &|name| given.get(name).map(str::to_owned))?;
        crate::export::records(ds, table, &filter)
            .ok_or_else(|| bad_attribute(lang, "table", table, crate::export::TABLES))
    };
    records().map_err(|error| thrown(&error))
}

/// How rows of a table stand in order: a JSON object with, for each column that has an order of its own, the rank of
/// every row, and `null` where a row has nothing there. A row is named by its first observation. The other columns are
/// words, and words stand in the order of the reader's language.
///
/// # Errors
/// `unknown-dataset`.
#[wasm_bindgen]
pub fn ranks(rows: &str, dataset: f64) -> std::result::Result<String, JsValue> {
    files::dataset(dataset, Lang::EN)
        .map(|ds| crate::export::ranks(ds, rows))
        .map_err(|error| thrown(&error))
}

/// The words of the interface in a language, as a JSON object.
#[wasm_bindgen]
#[must_use]
pub fn messages(lang: &str) -> String {
    crate::export::interface_words(Lang::of_tag(lang))
}

/// Forgets measured text: the page's fonts have changed.
#[wasm_bindgen]
pub fn forget_fonts() {
    measure::forget();
}

fn compose_scene(what: &str, spec: &str, env: &Env, measure: &dyn TextMeasure) -> Result<Scene> {
    let spec = Spec::read(env.dataset, env.lang, &|name| Fields(spec).get(name).map(str::to_owned))?;
    let hidden: Vec<&str> = env.hidden.split_whitespace().collect();
    match what {
        "table" | "sources" => {
            let frame = crate::chart::Frame {
                width: env.width,
                height: 0.0,
                lang: env.lang,
                measure,
                hidden: &hidden,
                quiet: env.quiet,
            };
            crate::chart::listing(env.dataset, &spec, &frame)
        }
        "chart" => {
            let frame = crate::chart::Frame {
                width: env.width,
                height: env.height,
                lang: env.lang,
                measure,
                hidden: &hidden,
                quiet: env.quiet,
            };
            crate::chart::chart(env.dataset, &spec, &frame)
        }
        "card" => {
            let frame = crate::card::Frame {
                width: env.width,
                height: env.height,
                lang: env.lang,
                measure,
            };
            crate::card::card(env.dataset, &spec, &frame)
        }
        other => Err(bad_attribute(
            env.lang,
            "what",
            other,
            &["chart", "card", "table", "sources"],
        )),
    }
}

/// An error as the skin takes it: its code, U+0000, and its message.
fn thrown(error: &Error) -> JsValue {
    JsValue::from_str(&[error.code().as_str(), error.message()].join("\0"))
}
