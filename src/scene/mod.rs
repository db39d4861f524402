//! The one model behind every face of a widget: what is drawn, what it means and how it is read.
//!
//! A [`Scene`] is the only thing that crosses from the core to an output. Places are CSS pixels; texts are final.

#![forbid(unsafe_code)]

mod geometry;
mod look;
mod replay;
mod shape;
mod sheet;
mod svg;
mod texture;
mod words;

pub use geometry::{Point, Rect, direction};
pub use look::Texture;
pub use replay::{Painted, Surface, replay};
pub use shape::{Anchor, Dash, Fill, Shape, Stroke, TextRun};
pub use sheet::{Sheet, Type};
pub(crate) use svg::Short;
pub use svg::to_svg;
pub use words::{LegendEntry, Mark, SourceLine, Table, TableRow, Tip, Words};

use crate::text::{Font, TextMeasure};

/// A chart or card, laid out.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The width that was asked for, in CSS pixels.
    pub width: f64,
    /// The height that the content needs or was given, in CSS pixels.
    pub height: f64,
    /// The kind that was drawn: what `auto` chose.
    pub kind: &'static str,
    /// The code of the language of every text.
    pub lang: &'static str,
    /// What to draw, from back to front.
    pub shapes: Vec<Shape>,
    /// What a reader can point at, in reading order.
    pub marks: Vec<Mark>,
    /// The keys of the picture, with their places.
    pub legend: Vec<LegendEntry>,
    /// Title, description and the rest that is read, not seen.
    pub words: Words,
    /// The same observations as a table.
    pub table: Table,
}

impl Scene {
    /// The box of a text run by a measure: ascent and descent are those of common system fonts.
    #[must_use]
    pub fn text_box(run: &TextRun, measure: &dyn TextMeasure) -> Rect {
        let width = measure.width(&run.text, run.font);
        let x = match run.anchor {
            Anchor::Start => run.x,
            Anchor::Middle => run.x - width / 2.0,
            Anchor::End => run.x - width,
        };
        Rect {
            x,
            y: run.y - ascent(run.font),
            width,
            height: ascent(run.font) + descent(run.font),
        }
    }

    /// Every text run that is drawn.
    pub fn texts(&self) -> impl Iterator<Item = &TextRun> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(run) => Some(run),
            _ => None,
        })
    }
}

/// How far letters and CJK glyphs rise above the baseline.
#[must_use]
pub fn ascent(font: Font) -> f64 {
    font.size * 0.88
}

/// How far they reach below it.
#[must_use]
pub fn descent(font: Font) -> f64 {
    font.size * 0.22
}
