//! Plays a scene onto a surface of plain strokes and fills; every plotters backend is one.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::geometry::{Point, Rect, direction};
use super::shape::{Dash, Fill, Shape, Stroke, TextRun};
use super::{Scene, texture};
use crate::theme::{Ink, Rgb, Theme};

/// What a painter must be able to do. Lengths are CSS pixels.
pub trait Surface {
    /// What can go wrong.
    type Error;
    /// Fills a polygon.
    fn fill(&mut self, points: &[Point], colour: Rgb) -> Result<(), Self::Error>;
    /// Strokes an open line.
    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> Result<(), Self::Error>;
    /// Strokes many short lines of one look: a hatching, dashes.
    ///
    /// # Errors
    /// The surface's.
    fn strokes<L: AsRef<[Point]>>(&mut self, lines: &[L], width: f64, colour: Rgb) -> Result<(), Self::Error> {
        lines
            .iter()
            .try_for_each(|line| self.stroke(line.as_ref(), width, colour))
    }
    /// Fills a disc.
    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> Result<(), Self::Error>;
    /// Writes a line of text.
    fn text(&mut self, run: &TextRun, colour: Rgb) -> Result<(), Self::Error>;
}

/// The width of a hatch line.
const HATCH_WIDTH: f64 = 1.25;
/// The radius of a dot of a dotted fill.
const DOT_RADIUS: f64 = 1.0;
/// The number of corners that stand for a circle's outline.
const CIRCLE_CORNERS: u8 = 48;

/// Plays every shape in order. `dpr` is the number of device pixels in a CSS pixel: upright edges are snapped to them.
///
/// # Errors
/// The first error of the surface.
pub fn replay<S: Surface>(scene: &Scene, theme: &Theme, dpr: f64, surface: &mut S) -> Result<(), S::Error> {
    let pen = Painter { theme, dpr };
    scene.shapes.iter().try_for_each(|shape| pen.shape(shape, surface))
}

/// Plays single shapes.
struct Painter<'a> {
    theme: &'a Theme,
    /// Device pixels in a CSS pixel.
    dpr: f64,
}

impl Painter<'_> {
    fn shape<S: Surface>(&self, shape: &Shape, surface: &mut S) -> Result<(), S::Error> {
        match shape {
            Shape::Line { points, stroke } => {
                let (points, width) = self.crisp_line(points, stroke.width);
                self.line(&points, &Stroke { width, ..*stroke }, surface)
            }
            Shape::Rect { rect, fill, stroke } => {
                let rect = self.crisp_rect(rect);
                self.area(&rect.corners(), *fill, surface)?;
                // The outline lies inside the box, so that a hollow bar is no larger than a solid one.
                stroke.as_ref().map_or(Ok(()), |stroke| {
                    let width = self.crisp_width(stroke.width);
                    self.outline(
                        &rect.grown(-width / 2.0).corners(),
                        &Stroke { width, ..*stroke },
                        surface,
                    )
                })
            }
            Shape::Polygon { points, fill, stroke } => {
                self.area(points, *fill, surface)?;
                stroke
                    .as_ref()
                    .map_or(Ok(()), |stroke| self.outline(points, stroke, surface))
            }
            Shape::Circle {
                centre,
                radius,
                fill,
                stroke,
            } => {
                match fill {
                    Some(Fill::Solid(ink)) => surface.disc(*centre, *radius, self.theme.colour(*ink))?,
                    Some(Fill::Hollow) => surface.disc(*centre, *radius, self.theme.colour(Ink::Ground))?,
                    fill => self.area(&circle(*centre, *radius), *fill, surface)?,
                }
                stroke.as_ref().map_or(Ok(()), |stroke| {
                    self.outline(&circle(*centre, *radius), stroke, surface)
                })
            }
            Shape::Text(run) => surface.text(run, self.theme.colour(run.ink)),
        }
    }

    fn area<S: Surface>(&self, points: &[Point], fill: Option<Fill>, surface: &mut S) -> Result<(), S::Error> {
        match fill {
            // Hollow marks show whatever page they stand on.
            None | Some(Fill::Hollow) => Ok(()),
            Some(Fill::Solid(ink)) => surface.fill(points, self.theme.colour(ink)),
            Some(Fill::Tint(ink)) => surface.fill(points, self.theme.tint(ink)),
            Some(Fill::Hatch(ink) | Fill::BrokenHatch(ink)) => {
                surface.fill(points, self.theme.tint(ink))?;
                let colour = self.theme.colour(ink);
                // Series that have one colour, the reader's own, differ in the way that their lines lean.
                let one = colour == self.theme.colour(Ink::Series(0)) && matches!(ink, Ink::Series(n) if n % 2 == 1);
                let mut lines = texture::hatch(points, one);
                if matches!(fill, Some(Fill::BrokenHatch(_))) {
                    lines = texture::broken(&lines);
                }
                surface.strokes(&lines, HATCH_WIDTH, colour)
            }
            Some(Fill::Dots(ink)) => {
                surface.fill(points, self.theme.colour(Ink::Ground))?;
                let colour = self.theme.colour(ink);
                texture::dots(points, DOT_RADIUS)
                    .iter()
                    .try_for_each(|p| surface.disc(*p, DOT_RADIUS, colour))
            }
        }
    }

    fn line<S: Surface>(&self, points: &[Point], stroke: &Stroke, surface: &mut S) -> Result<(), S::Error> {
        let colour = self.theme.colour(stroke.ink);
        match stroke.dash.pattern() {
            None => surface.stroke(points, stroke.width, colour),
            Some((on, off)) => surface.strokes(&texture::dashes(points, on, off), stroke.width, colour),
        }
    }

    fn outline<S: Surface>(&self, points: &[Point], stroke: &Stroke, surface: &mut S) -> Result<(), S::Error> {
        let mut closed = points.to_vec();
        closed.extend(points.first());
        // An unbroken outline passes its first corner once more, so that its two ends meet in a join.
        if stroke.dash == Dash::Solid {
            closed.extend(points.get(1));
        }
        self.line(&closed, stroke, surface)
    }

    fn snap(&self, value: f64) -> f64 {
        (value * self.dpr).round() / self.dpr
    }

    /// A width of whole device pixels, one at least.
    fn crisp_width(&self, width: f64) -> f64 {
        (width * self.dpr).round().max(1.0) / self.dpr
    }

    fn crisp_rect(&self, rect: &Rect) -> Rect {
        let (a, b) = (rect.corners()[0], rect.corners()[2]);
        let snap = |p: Point| Point {
            x: self.snap(p.x),
            y: self.snap(p.y),
        };
        Rect::between(snap(a), snap(b))
    }

    /// Moves an upright or level line so that it covers whole device pixels, as many as its width comes to.
    fn crisp_line(&self, points: &[Point], width: f64) -> (Vec<Point>, f64) {
        let crisp = self.crisp_width(width);
        let on_pixels = |v: f64| self.snap(v - crisp / 2.0) + crisp / 2.0;
        match *points {
            [a, b] if (a.y - b.y).abs() < f64::EPSILON => {
                let y = on_pixels(a.y);
                (vec![Point { y, ..a }, Point { y, ..b }], crisp)
            }
            [a, b] if (a.x - b.x).abs() < f64::EPSILON => {
                let x = on_pixels(a.x);
                (vec![Point { x, ..a }, Point { x, ..b }], crisp)
            }
            _ => (points.to_vec(), width),
        }
    }
}

fn circle(centre: Point, radius: f64) -> Vec<Point> {
    (0..CIRCLE_CORNERS)
        .map(|i| {
            let (sin, cos) = direction(f64::from(i) / f64::from(CIRCLE_CORNERS));
            Point {
                x: centre.x + radius * cos,
                y: centre.y + radius * sin,
            }
        })
        .collect()
}

/// A plotters backend as a surface. `text` writes the texts, for which plotters' own vocabulary is too coarse.
pub struct Painted<'a, B, T> {
    /// The backend.
    pub backend: &'a mut B,
    /// Backend units in a CSS pixel.
    pub units: f64,
    /// Writes a run in a colour.
    pub text: T,
}

/// A colour and width in plotters' terms.
struct Style(Rgb, u32);

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        BackendColor {
            alpha: 1.0,
            rgb: (self.0.0, self.0.1, self.0.2),
        }
    }

    fn stroke_width(&self) -> u32 {
        self.1
    }
}

impl<B, T> Painted<'_, B, T> {
    #[allow(clippy::cast_possible_truncation)] // a canvas is far smaller than an i32 of units
    fn unit(&self, value: f64) -> i32 {
        (value * self.units).round() as i32
    }

    fn coordinate(&self, p: Point) -> BackendCoord {
        (self.unit(p.x), self.unit(p.y))
    }
}

impl<B: DrawingBackend, T> Surface for Painted<'_, B, T>
where
    T: FnMut(&TextRun, Rgb) -> Result<(), DrawingErrorKind<B::ErrorType>>,
{
    type Error = DrawingErrorKind<B::ErrorType>;

    fn fill(&mut self, points: &[Point], colour: Rgb) -> Result<(), Self::Error> {
        let path: Vec<BackendCoord> = points.iter().map(|p| self.coordinate(*p)).collect();
        self.backend.fill_polygon(path, &Style(colour, 1))
    }

    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> Result<(), Self::Error> {
        let path: Vec<BackendCoord> = points.iter().map(|p| self.coordinate(*p)).collect();
        let width = self.unit(width).max(1).unsigned_abs();
        self.backend.draw_path(path, &Style(colour, width))
    }

    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> Result<(), Self::Error> {
        let radius = self.unit(radius).max(1).unsigned_abs();
        self.backend
            .draw_circle(self.coordinate(centre), radius, &Style(colour, 1), true)
    }

    fn text(&mut self, run: &TextRun, colour: Rgb) -> Result<(), Self::Error> {
        (self.text)(run, colour)
    }
}
