//! A sheet to set type on: it keeps the scene that grows and the place below what has been set.

use super::geometry::{Point, Rect};
use super::shape::{Anchor, Dash, Shape, Stroke, TextRun};
use super::{Scene, ascent, descent};
use crate::text::{Font, TextMeasure, balance_lines, break_lines};
use crate::theme::Ink;

/// A scene under construction, set from top to bottom.
pub struct Sheet<'a> {
    /// What has been set so far.
    pub scene: Scene,
    /// The lower edge of what has been set.
    pub y: f64,
    /// The left edge of what is set next: a column's.
    pub left: f64,
    /// The width that text may fill, from the left edge on.
    pub width: f64,
    measure: &'a dyn TextMeasure,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub ink: Ink,
    /// From baseline to baseline, in CSS pixels.
    pub leading: f64,
}

impl Type {
    /// A type with the usual leading of its size.
    #[must_use]
    pub fn new(size: f64, weight: u16, ink: Ink) -> Self {
        Self {
            font: Font { size, weight },
            ink,
            leading: (size * 1.38).round(),
        }
    }
}

impl<'a> Sheet<'a> {
    /// An empty sheet of this width.
    #[must_use]
    pub fn new(width: f64, measure: &'a dyn TextMeasure) -> Self {
        Self {
            scene: Scene {
                width,
                ..Scene::default()
            },
            y: 0.0,
            left: 0.0,
            width,
            measure,
        }
    }

    /// The measure that the sheet sets type with.
    #[must_use]
    pub fn measure(&self) -> &'a dyn TextMeasure {
        self.measure
    }

    /// The width of a text on this sheet.
    #[must_use]
    pub fn text_width(&self, text: &str, font: Font) -> f64 {
        self.measure.width(text, font)
    }

    /// Leaves room.
    pub fn space(&mut self, height: f64) {
        self.y += height;
    }

    /// Sets a paragraph across the column, in at most `max_lines` lines; the last one is elided where they do not do.
    pub fn paragraph(&mut self, text: &str, style: Type, max_lines: usize) {
        if !text.is_empty() {
            let lines = break_lines(text, style.font, self.width, max_lines, self.measure).lines;
            self.lines(&lines, style);
        }
    }

    /// Sets a title: a paragraph whose lines are as even as they go, so that none ends in a word by itself.
    pub fn title(&mut self, text: &str, style: Type, max_lines: usize) {
        let lines = balance_lines(text, style.font, self.width, max_lines, self.measure).lines;
        self.lines(&lines, style);
    }

    fn lines(&mut self, lines: &[String], style: Type) {
        for line in lines {
            let baseline = self.y + (style.leading + ascent(style.font) - descent(style.font)) / 2.0;
            self.text(self.left, baseline, line, style.font, style.ink, Anchor::Start);
            self.y += style.leading;
        }
    }

    /// Sets one line with its baseline at `y`.
    pub fn text(&mut self, x: f64, y: f64, text: &str, font: Font, ink: Ink, anchor: Anchor) {
        if !text.is_empty() {
            self.scene.shapes.push(Shape::Text(TextRun {
                x,
                y,
                text: text.to_owned(),
                font,
                ink,
                anchor,
            }));
        }
    }

    /// Draws a level hairline across the sheet or a part of it.
    pub fn rule(&mut self, y: f64, from: f64, to: f64, ink: Ink, width: f64) {
        let stroke = Stroke {
            ink,
            width,
            dash: Dash::Solid,
        };
        self.scene.shapes.push(Shape::Line {
            points: vec![Point { x: from, y }, Point { x: to, y }],
            stroke,
        });
    }

    /// Adds a shape.
    pub fn push(&mut self, shape: Shape) {
        self.scene.shapes.push(shape);
    }

    /// Takes over what was set on a sheet of its own, its upper left corner at a place.
    pub fn place(&mut self, part: Scene, to: Point) {
        let point = |p: &mut Point| (p.x, p.y) = (p.x + to.x, p.y + to.y);
        let area = |r: &mut Rect| (r.x, r.y) = (r.x + to.x, r.y + to.y);
        for mut shape in part.shapes {
            match &mut shape {
                Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.iter_mut().for_each(point),
                Shape::Rect { rect, .. } => area(rect),
                Shape::Circle { centre, .. } => point(centre),
                Shape::Text(run) => (run.x, run.y) = (run.x + to.x, run.y + to.y),
            }
            self.scene.shapes.push(shape);
        }
        let base = self.scene.marks.len();
        for mut mark in part.marks {
            area(&mut mark.area);
            area(&mut mark.hit);
            mark.clear.iter_mut().for_each(area);
            mark.related.iter_mut().for_each(|n| *n += base);
            self.scene.marks.push(mark);
        }
    }

    /// The box of a line of text at a baseline.
    #[must_use]
    pub fn line_box(&self, x: f64, baseline: f64, text: &str, font: Font, anchor: Anchor) -> Rect {
        let run = TextRun {
            x,
            y: baseline,
            text: text.to_owned(),
            font,
            ink: Ink::Text,
            anchor,
        };
        Scene::text_box(&run, self.measure)
    }

    /// Ends the sheet at the place reached, or at `height` where that is more.
    #[must_use]
    pub fn finish(mut self, height: f64) -> Scene {
        self.scene.height = self.y.max(height).ceil();
        // Whatever is drawn can be pointed at, and nothing beyond the sheet.
        let end = Point {
            x: self.scene.width,
            y: self.scene.height,
        };
        for mark in &mut self.scene.marks {
            let hit = mark.hit.union(&mark.area);
            let inside = |x: f64, y: f64| Point {
                x: x.clamp(0.0, end.x),
                y: y.clamp(0.0, end.y),
            };
            mark.hit = Rect::between(inside(hit.x, hit.y), inside(hit.right(), hit.bottom()));
        }
        self.scene
    }
}
