//! What a page takes away or brings along: files, datasets of its own, single values.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::env::{Env, lang_of};
use super::{compose_scene, thrown};
use crate::chart::listed;
use crate::data::{Dataset, Loading, ObservationIx};
use crate::error::{Code, Error, Result};
use crate::export;
use crate::fields::Fields;
use crate::format::{Decimal, Figure, Lang, Msg, Qualifier, Unit, bad_unit, bad_value, figure, message, parse_figure};
use crate::reading::MOST_ROWS;
use crate::spec::{Spec, bad_attribute};
use crate::text::TableMeasure;

/// A dataset that a page brings along.
enum Brought {
    /// It is being read.
    Coming(Loading),
    /// It can be asked. It lives as long as the page: a handle never goes stale under a widget.
    Here(&'static Dataset),
}

thread_local! {
    /// The datasets that pages brought along; a handle is a place in it, from 1.
    static BROUGHT: RefCell<Vec<Brought>> = const { RefCell::new(Vec::new()) };
}

/// The place of a handle.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a float beyond both ends gives the end
fn place(handle: f64) -> usize {
    (handle as usize).wrapping_sub(1)
}

fn unknown(lang: Lang) -> Error {
    Error::new(Code::UnknownDataset, message(lang, Msg::ErrorUnknownDataset, &[]))
}

/// The dataset under a handle; 0 is the bundled one.
pub(super) fn dataset(handle: f64, lang: Lang) -> Result<&'static Dataset> {
    if handle == 0.0 {
        return Ok(Dataset::bundled());
    }
    BROUGHT.with_borrow(|all| match all.get(place(handle)) {
        Some(Brought::Here(ds)) => Ok(*ds),
        _ => Err(unknown(lang)),
    })
}

/// Makes room for a dataset; gives its handle.
#[wasm_bindgen]
#[must_use]
pub fn begin_dataset() -> f64 {
    BROUGHT.with_borrow_mut(|all| {
        all.push(Brought::Coming(Loading::default()));
        f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX))
    })
}

/// Adds to the text of one of a dataset's CSV files, which has about so many bytes in all, before the first step.
#[wasm_bindgen]
pub fn add_to_dataset(handle: f64, file: &str, text: &str, all: usize) {
    BROUGHT.with_borrow_mut(|brought| {
        if let Some(Brought::Coming(loading)) = brought.get_mut(place(handle)) {
            loading.add(file, text, all);
        }
    });
}

/// Reads and checks as much of a dataset as takes about so many rows; gives how much is done in per cent. At 100 the
/// dataset can be asked.
///
/// # Errors
/// `bad-data`, naming file, row and column of what is wrong; `unknown-dataset`.
#[wasm_bindgen]
pub fn read_dataset(handle: f64, rows: u32, lang: &str) -> std::result::Result<u32, JsValue> {
    read(place(handle), rows as usize, Lang::of_tag(lang)).map_err(|error| thrown(&error))
}

/// How many problems a message names; the rest would drown them.
const MOST_PROBLEMS: usize = 8;

fn read(place: usize, rows: usize, lang: Lang) -> Result<u32> {
    BROUGHT.with_borrow_mut(|all| {
        let brought = all.get_mut(place).ok_or_else(|| unknown(lang))?;
        let Brought::Coming(loading) = brought else {
            return Ok(100);
        };
        match loading.step(rows) {
            None => Ok(u32::try_from(loading.percent().min(99)).unwrap_or(99)),
            Some(Ok(ds)) => {
                *brought = Brought::Here(Box::leak(Box::new(ds)));
                Ok(100)
            }
            Some(Err(problems)) => {
                let named = problems.iter().take(MOST_PROBLEMS).map(ToString::to_string);
                let named = named.collect::<Vec<_>>().join("\n");
                Err(Error::new(
                    Code::BadData,
                    message(lang, Msg::ErrorBadData, &[("problem", &named)]),
                ))
            }
        }
    })
}

/// The observations that a widget shows; all that a table lists, however few of them have a row.
fn shown(what: &str, spec: &str, env: &Env) -> Result<Vec<ObservationIx>> {
    if is_list(what) {
        let spec = Spec::read(env.dataset, env.lang, &|name| Fields(spec).get(name).map(str::to_owned))?;
        let all = listed(env.dataset, &spec);
        if all.len() > MOST_ROWS {
            return Ok(all);
        }
    }
    let scene = compose_scene(what, spec, env, &TableMeasure)?;
    Ok(export::observations(&scene)
        .into_iter()
        .filter_map(|id| env.dataset.find_observation(id))
        .collect())
}

/// Whether a widget lists any number of observations rather than draw what it shows.
fn is_list(what: &str) -> bool {
    matches!(what, "table" | "sources")
}

/// How many observations [`csv`] writes at once of those that are listed.
const PART: usize = 500;

/// What a widget shows, as CSV: all of it, or of a list the part of this number, from 0. After the last part comes an
/// empty text.
///
/// # Errors
/// As [`super::render`].
#[wasm_bindgen]
pub fn csv(what: &str, spec: &str, env: &str, part: usize) -> std::result::Result<String, JsValue> {
    let write = || {
        if part > 0 && !is_list(what) {
            return Ok(String::new());
        }
        let env = Env::read(env)?;
        let all = shown(what, spec, &env)?;
        let size = if is_list(what) { PART } else { usize::MAX };
        let Some(rows) = all.chunks(size).nth(part) else {
            return Ok(String::new());
        };
        let text = export::csv(env.dataset, rows);
        // Only the first part has the names of the columns.
        let names = if part > 0 {
            text.find('\n').map_or(0, |end| end + 1)
        } else {
            0
        };
        Ok(text[names..].to_owned())
    };
    write().map_err(|error| thrown(&error))
}

/// What a widget shows, as JSON-LD.
///
/// # Errors
/// As [`super::render`].
#[wasm_bindgen]
pub fn jsonld(what: &str, spec: &str, env: &str) -> std::result::Result<String, JsValue> {
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
            other => Err(bad_attribute(
                Lang::EN,
                "format",
                other,
                &["csv", "jsonld", "datapackage"],
            )),
        }
    };
    write().map_err(|error| thrown(&error))
}

/// A single value, written as a widget would write it. `options`: `unit`, `lang`, `printed`, `precision`, `qualifier`.
///
/// # Errors
/// `bad-value` where the value is no decimal number or the unit is none; `bad-attribute` for a wrong qualifier.
#[wasm_bindgen]
pub fn format_value(value: &str, options: &str) -> std::result::Result<String, JsValue> {
    let options = Fields(options);
    written(value, options, lang_of(options)).map_err(|error| thrown(&error))
}

fn written(value: &str, options: Fields, lang: Lang) -> Result<String> {
    let no_value = || Error::new(Code::BadValue, bad_value(lang, value));
    let given = Decimal::parse(value.trim()).ok_or_else(no_value)?;
    let name = options.get("unit").unwrap_or_else(|| Unit::Count.as_str());
    let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
    let unit = Unit::parse(name).ok_or_else(|| Error::new(Code::BadValue, bad_unit(lang, name, &units)))?;
    let mut out = Figure::new(given, unit);
    match options.get("printed").and_then(parse_figure) {
        // The printed figure has the digits; it must be the same number.
        Some(printed) if printed.value.same_value(given) => {
            out = Figure::new(printed.value, unit)
                .at(printed.magnitude)
                .qualified(printed.qualifier);
        }
        _ => out = natural(given, out, options.get("precision").and_then(Decimal::parse)),
    }
    if let Some(name) = options.get("qualifier") {
        let accepted: Vec<&str> = Qualifier::ALL.iter().map(|q| q.as_str()).collect();
        let qualifier = Qualifier::parse(name).ok_or_else(|| bad_attribute(lang, "qualifier", name, &accepted))?;
        out = out.qualified(qualifier);
    }
    Ok(figure(lang, &out))
}

/// A value that nobody printed: whole units in words of their size, not a digit lost.
fn natural<'a>(value: Decimal, plain: Figure<'a>, precision: Option<Decimal>) -> Figure<'a> {
    let size = value.to_f64().abs();
    let magnitude = match size {
        s if s >= 1e8 => 8,
        s if s >= 1e4 && plain.unit.is_money() => 4,
        _ => 0,
    };
    let digits = if magnitude > 0 { value.normalized() } else { value };
    #[allow(clippy::cast_possible_truncation)] // a precision beyond 18 digits is none
    let wanted = precision
        .map(Decimal::to_f64)
        .filter(|p| (0.0..=18.0).contains(p))
        .map(|p| magnitude - p as i8);
    let padded = wanted.and_then(|exponent| digits.at_exponent(exponent));
    Figure {
        value: padded.unwrap_or(digits),
        ..plain
    }
    .at(magnitude.unsigned_abs())
}
