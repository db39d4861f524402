//! What a widget is drawn in: read from the skin's fields, every value checked.

use crate::data::Dataset;
use crate::error::Result;
use crate::fields::Fields;
use crate::format::{Decimal, Lang};
use crate::theme::{Rgb, Theme};

/// The surroundings of a widget.
pub(super) struct Env<'a> {
    pub(super) lang: Lang,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) dpr: f64,
    pub(super) family: &'a str,
    pub(super) theme: Theme,
    pub(super) hidden: &'a str,
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

impl<'a> Env<'a> {
    /// Reads the fields; what is absent or out of range has a sensible value.
    pub(super) fn read(env: &'a str) -> Result<Self> {
        let fields = Fields(env);
        let lang = lang_of(fields);
        let number = |name: &str| fields.get(name).and_then(Decimal::parse).map(Decimal::to_f64);
        let flag = |name: &str| fields.get(name).is_some();
        let dark = fields.get("theme") == Some("dark");
        let mut theme = match (flag("print"), flag("contrast"), dark) {
            (true, ..) | (_, true, false) => Theme::print(),
            (_, true, true) => Theme::contrast_dark(),
            (_, _, true) => Theme::dark(),
            _ => Theme::light(),
        };
        if !flag("print") {
            for (name, value) in fields.pairs() {
                if let Some(colour) = name.starts_with("--").then(|| Rgb::parse(value)).flatten() {
                    theme.set(name, colour);
                }
            }
        }
        Ok(Self {
            lang,
            width: number("width").unwrap_or(640.0).clamp(*WIDTHS.start(), *WIDTHS.end()),
            height: number("height").unwrap_or(0.0).clamp(0.0, TALLEST),
            dpr: number("dpr").unwrap_or(1.0).clamp(0.5, 8.0),
            family: fields
                .get("fontFamily")
                .filter(|f| !f.is_empty())
                .unwrap_or("sans-serif"),
            theme,
            hidden: fields.get("hidden").unwrap_or_default(),
            quiet: flag("quiet"),
            unpainted: flag("unpainted"),
            dataset: super::files::dataset(number("dataset").unwrap_or(0.0), lang)?,
        })
    }
}

/// The language that answers are in.
pub(super) fn lang_of(fields: Fields) -> Lang {
    Lang::of_tag(fields.get("lang").unwrap_or_default())
}
