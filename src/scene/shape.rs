//! What can be drawn: few shapes, in inks and textures.

use super::geometry::{Point, Rect};
use crate::text::Font;
use crate::theme::Ink;

/// The rhythm of a broken line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Dashes: estimated values.
    Dashed,
    /// Long dashes: planned values.
    Long,
    /// Dots: derived values.
    Dotted,
}

impl Dash {
    /// Lengths of dash and gap in CSS pixels; `None` for an unbroken line.
    #[must_use]
    pub const fn pattern(self) -> Option<(f64, f64)> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some((4.0, 3.0)),
            Self::Long => Some((7.0, 4.5)),
            Self::Dotted => Some((1.5, 2.5)),
        }
    }
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its rhythm.
    pub dash: Dash,
}

/// An area's look: the texture carries status and period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Full colour: actual, full period.
    Solid(Ink),
    /// A wash: estimated.
    Tint(Ink),
    /// A wash with diagonals: part of a year.
    Hatch(Ink),
    /// A wash with broken diagonals: part of a year, and estimated.
    BrokenHatch(Ink),
    /// Dots: derived.
    Dots(Ink),
    /// The ground itself: target, planned, projected.
    Hollow,
}

/// Where a text's `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// Where it is anchored, from the left.
    pub x: f64,
    /// Its baseline, from the top.
    pub y: f64,
    /// What it says.
    pub text: String,
    /// Its size and weight.
    pub font: Font,
    /// Its colour.
    pub ink: Ink,
    /// What `x` means.
    pub anchor: Anchor,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An open line.
    Line {
        /// Its corners.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// A box.
    Rect {
        /// Where.
        rect: Rect,
        /// Its inside.
        fill: Option<Fill>,
        /// Its outline, drawn inside the box.
        stroke: Option<Stroke>,
    },
    /// A closed area.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its inside.
        fill: Option<Fill>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A disc.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its radius in CSS pixels.
        radius: f64,
        /// Its inside.
        fill: Option<Fill>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(TextRun),
}
