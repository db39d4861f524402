//! How status and period look: texture first, colour second.

use super::geometry::{Point, Rect};
use super::shape::{Dash, Fill, Shape, Stroke};
use crate::theme::Ink;

/// The textures that tell a reader what a mark claims. Told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Texture {
    /// Actual, a full period.
    Full,
    /// Actual, part of a year.
    Partial,
    /// Estimated.
    Estimated,
    /// Estimated, and only part of a year.
    EstimatedPartial,
    /// Aimed at.
    Target,
    /// Intended or committed.
    Planned,
    /// Expected at full production.
    Projected,
    /// Worked out by us.
    Derived,
}

impl Texture {
    /// The inside of a mark.
    #[must_use]
    pub const fn fill(self, ink: Ink) -> Fill {
        match self {
            Self::Full => Fill::Solid(ink),
            Self::Partial => Fill::Hatch(ink),
            Self::EstimatedPartial => Fill::BrokenHatch(ink),
            Self::Estimated => Fill::Tint(ink),
            Self::Target | Self::Planned | Self::Projected => Fill::Hollow,
            Self::Derived => Fill::Dots(ink),
        }
    }

    /// The outline of a mark.
    #[must_use]
    pub const fn stroke(self, ink: Ink) -> Option<Stroke> {
        let (width, dash) = match self {
            Self::Full => return None,
            Self::Partial => (1.5, Dash::Solid),
            Self::Estimated | Self::EstimatedPartial => (1.5, Dash::Dashed),
            Self::Target => (2.0, Dash::Solid),
            Self::Planned => (2.0, Dash::Long),
            Self::Projected => (1.0, Dash::Solid),
            Self::Derived => (1.5, Dash::Dotted),
        };
        Some(Stroke { ink, width, dash })
    }

    /// A box in this texture: a bar, a swatch.
    #[must_use]
    pub fn bar(self, rect: Rect, ink: Ink) -> Vec<Shape> {
        let mut shapes = vec![Shape::Rect {
            rect,
            fill: Some(self.fill(ink)),
            stroke: self.stroke(ink),
        }];
        // A projection has a double outline: hollow like a target, and yet another thing.
        if self == Self::Projected && rect.width > 8.0 && rect.height > 8.0 {
            let stroke = Stroke {
                ink,
                width: 1.0,
                dash: Dash::Solid,
            };
            shapes.push(Shape::Rect {
                rect: rect.grown(-3.0),
                fill: None,
                stroke: Some(stroke),
            });
        }
        shapes
    }

    /// A point on a line in this texture.
    #[must_use]
    pub fn dot(self, centre: Point, radius: f64, ink: Ink) -> Shape {
        Shape::Circle {
            centre,
            radius,
            fill: Some(self.fill(ink)),
            stroke: self.stroke(ink),
        }
    }
}
