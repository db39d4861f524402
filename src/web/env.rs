//! What a widget is drawn in: read from a plain object of the skin, every value checked.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::data::Dataset;
use crate::error::Result;
use crate::format::Lang;
use crate::theme::{Rgb, Theme};

/// The surroundings of a widget.
pub(super) struct Env {
    pub(super) lang: Lang,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) dpr: f64,
    pub(super) family: String,
    pub(super) theme: Theme,
    pub(super) hidden: String,
    pub(super) dataset: &'static Dataset,
    /// The picture alone is wanted, not what is said of it.
    pub(super) quiet: bool,
    /// What is said of a picture is wanted, that is painted already.
    pub(super) unpainted: bool,
}

/// The widths that a widget can be laid out for, in CSS pixels.
const WIDTHS: std::ops::RangeInclusive<f64> = 120.0..=4096.0;
/// The heights that can be asked for.
const TALLEST: f64 = 8192.0;

impl Env {
    /// Reads the object; what is absent or out of range has a sensible value.
    pub(super) fn read(env: &JsValue) -> Result<Self> {
        let lang = Lang::of_tag(&text_of(env, "lang").unwrap_or_default());
        let number = |name: &str| get(env, name).as_f64().filter(|n| n.is_finite());
        let flag = |name: &str| get(env, name).is_truthy();
        let dark = text_of(env, "theme").as_deref() == Some("dark");
        let mut theme = match (flag("print"), flag("contrast"), dark) {
            (true, ..) | (_, true, false) => Theme::print(),
            (_, true, true) => Theme::contrast_dark(),
            (_, _, true) => Theme::dark(),
            _ => Theme::light(),
        };
        if !flag("print") {
            set_tokens(&mut theme, &get(env, "tokens"));
        }
        Ok(Self {
            lang,
            width: number("width").unwrap_or(640.0).clamp(*WIDTHS.start(), *WIDTHS.end()),
            height: number("height").unwrap_or(0.0).clamp(0.0, TALLEST),
            dpr: number("dpr").unwrap_or(1.0).clamp(0.5, 8.0),
            family: text_of(env, "fontFamily")
                .filter(|f| !f.is_empty())
                .unwrap_or_else(|| "sans-serif".to_owned()),
            theme,
            hidden: text_of(env, "hidden").unwrap_or_default(),
            quiet: flag("quiet"),
            unpainted: flag("unpainted"),
            dataset: super::files::dataset(number("dataset").unwrap_or(0.0), lang)?,
        })
    }
}

/// A property; `undefined` where the value is no object.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

/// A property that is a string; numbers and booleans are none.
pub(super) fn text_of(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

fn set_tokens(theme: &mut Theme, tokens: &JsValue) {
    let Some(tokens) = tokens.dyn_ref::<Object>() else {
        return;
    };
    for key in Object::keys(tokens).iter() {
        let value = Reflect::get(tokens, &key).ok().and_then(|value| value.as_string());
        if let (Some(name), Some(colour)) = (key.as_string(), value.as_deref().and_then(Rgb::parse)) {
            theme.set(&name, colour);
        }
    }
}
