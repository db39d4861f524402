//! What a page takes away or brings along: files, datasets of its own, single values.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::env::{Env, get, text_of};
use super::{bad_attribute, compose_scene, thrown};
use crate::data::compile::{FILES, Sheet, compile};
use crate::data::{Dataset, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::export;
use crate::format::{Decimal, Figure, Lang, Msg, Qualifier, Unit, bad_unit, bad_value, figure, message, parse_figure};
use crate::text::TableMeasure;

thread_local! {
    /// The datasets that pages brought along; a handle is a place in it, from 1.
    static LOADED: RefCell<Vec<&'static Dataset>> = const { RefCell::new(Vec::new()) };
}

/// The dataset under a handle; 0 is the bundled one.
pub(super) fn dataset(handle: f64, lang: Lang) -> Result<&'static Dataset> {
    if handle == 0.0 {
        return Ok(Dataset::bundled());
    }
    let found = LOADED.with_borrow(|loaded| {
        let mut numbered = (1u32..).zip(loaded);
        numbered
            .find(|(n, _)| (f64::from(*n) - handle).abs() < 0.5)
            .map(|(_, ds)| *ds)
    });
    found.ok_or_else(|| Error::new(Code::UnknownDataset, message(lang, Msg::ErrorUnknownDataset, &[])))
}

/// Checks a dataset and keeps it; gives its handle. `tables` has the text of each CSV file under the file's name.
///
/// # Errors
/// `bad-data`, naming file, row and column of what is wrong.
#[wasm_bindgen]
pub fn load_dataset(tables: &JsValue) -> std::result::Result<f64, JsValue> {
    let lang = Lang::of_tag(&text_of(tables, "lang").unwrap_or_default());
    load(tables, lang).map_err(|error| thrown(&error))
}

/// How many problems a message names; the rest would drown them.
const MOST_PROBLEMS: usize = 8;

fn load(tables: &JsValue, lang: Lang) -> Result<f64> {
    let bad = |problems: &[String]| {
        let named = &problems[..problems.len().min(MOST_PROBLEMS)];
        Error::new(
            Code::BadData,
            message(lang, Msg::ErrorBadData, &[("problem", &named.join("\n"))]),
        )
    };
    let sheets: std::result::Result<Vec<Sheet>, _> = FILES
        .iter()
        .filter_map(|file| Some(Sheet::parse(file, &text_of(tables, file)?)))
        .collect();
    let sheets = sheets.map_err(|problem| bad(&[problem.to_string()]))?;
    let checked = compile(&sheets).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        bad(&problems)
    })?;
    // A page's datasets live as long as the page: a handle never goes stale under a widget.
    let ds: &'static Dataset = Box::leak(Box::new(Dataset::new(checked)));
    let handle = LOADED.with_borrow_mut(|loaded| {
        loaded.push(ds);
        u32::try_from(loaded.len()).unwrap_or(u32::MAX)
    });
    Ok(f64::from(handle))
}

/// The observations that a widget shows.
fn shown(what: &str, spec: &JsValue, env: &Env) -> Result<Vec<ObservationIx>> {
    let scene = compose_scene(what, spec, env, &TableMeasure)?;
    Ok(export::observations(&scene)
        .into_iter()
        .filter_map(|id| env.dataset.find_observation(id))
        .collect())
}

/// What a widget shows, as CSV.
///
/// # Errors
/// As [`super::render`].
#[wasm_bindgen]
pub fn csv(what: &str, spec: &JsValue, env: &JsValue) -> std::result::Result<String, JsValue> {
    let write = || Env::read(env).and_then(|env| Ok(export::csv(env.dataset, &shown(what, spec, &env)?)));
    write().map_err(|error| thrown(&error))
}

/// What a widget shows, as JSON-LD.
///
/// # Errors
/// As [`super::render`].
#[wasm_bindgen]
pub fn jsonld(what: &str, spec: &JsValue, env: &JsValue) -> std::result::Result<String, JsValue> {
    let write = || Env::read(env).and_then(|env| Ok(export::jsonld(env.dataset, &shown(what, spec, &env)?)));
    write().map_err(|error| thrown(&error))
}

/// A whole dataset: as `csv`, `jsonld` or `datapackage`.
///
/// # Errors
/// As [`super::render`].
#[wasm_bindgen]
pub fn dataset_text(format: &str, handle: f64) -> std::result::Result<String, JsValue> {
    let write = || {
        let ds = dataset(handle, Lang::EN)?;
        let all: Vec<ObservationIx> = (0..ds.observations().len()).filter_map(ObservationIx::of).collect();
        match format {
            "csv" => Ok(export::csv(ds, &all)),
            "jsonld" => Ok(export::jsonld(ds, &all)),
            "datapackage" => Ok(export::datapackage(ds)),
            other => Err(bad_attribute(Lang::EN, "format", other, "csv, jsonld, datapackage")),
        }
    };
    write().map_err(|error| thrown(&error))
}

/// A single value, written as a widget would write it. `options`: `unit`, `lang`, `printed`, `precision`, `qualifier`.
///
/// # Errors
/// `bad-value` where the value is no decimal number or the unit is none; `bad-attribute` for a wrong qualifier.
#[wasm_bindgen]
pub fn format_value(value: &str, options: &JsValue) -> std::result::Result<String, JsValue> {
    let lang = Lang::of_tag(&text_of(options, "lang").unwrap_or_default());
    written(value, options, lang).map_err(|error| thrown(&error))
}

fn written(value: &str, options: &JsValue, lang: Lang) -> Result<String> {
    let no_value = || Error::new(Code::BadValue, bad_value(lang, value));
    let given = Decimal::parse(value.trim()).ok_or_else(no_value)?;
    let name = text_of(options, "unit").unwrap_or_else(|| Unit::Count.as_str().to_owned());
    let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
    let unit = Unit::parse(&name).ok_or_else(|| Error::new(Code::BadValue, bad_unit(lang, &name, &units)))?;
    let mut out = Figure::new(given, unit);
    match text_of(options, "printed").as_deref().and_then(parse_figure) {
        // The printed figure has the digits; it must be the same number.
        Some(printed) if printed.value.same_value(given) => {
            out = Figure::new(printed.value, unit)
                .at(printed.magnitude)
                .qualified(printed.qualifier);
        }
        _ => out = natural(given, out, get(options, "precision").as_f64()),
    }
    if let Some(name) = text_of(options, "qualifier") {
        let accepted: Vec<&str> = Qualifier::ALL.iter().map(|q| q.as_str()).collect();
        let qualifier =
            Qualifier::parse(&name).ok_or_else(|| bad_attribute(lang, "qualifier", &name, &accepted.join(", ")))?;
        out = out.qualified(qualifier);
    }
    Ok(figure(lang, &out))
}

/// A value that nobody printed: whole units in words of their size, not a digit lost.
fn natural<'a>(value: Decimal, plain: Figure<'a>, precision: Option<f64>) -> Figure<'a> {
    let size = value.to_f64().abs();
    let magnitude = match size {
        s if s >= 1e8 => 8,
        s if s >= 1e4 && plain.unit.is_money() => 4,
        _ => 0,
    };
    let digits = if magnitude > 0 { value.normalized() } else { value };
    #[allow(clippy::cast_possible_truncation)] // a precision beyond 18 digits is none
    let wanted = precision
        .filter(|p| (0.0..=18.0).contains(p))
        .map(|p| magnitude - p as i8);
    let padded = wanted.and_then(|exponent| digits.at_exponent(exponent));
    Figure {
        value: padded.unwrap_or(digits),
        ..plain
    }
    .at(magnitude.unsigned_abs())
}
