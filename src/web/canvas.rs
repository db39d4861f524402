//! The painter: plays a scene onto a canvas through plotters-canvas, at any device pixel ratio.
//!
//! Plotters speaks integers, one device pixel a unit. The context carries a scale of 1/8, so that a unit is an eighth
//! of a device pixel; texts and batches of lines, which plotters cannot do, go to the same context directly.

use plotters_backend::{DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::error::{Code, Error, Result};
use crate::scene::{Anchor, Painted, Point, Scene, Surface, TextRun, replay};
use crate::text::Font;
use crate::theme::{Rgb, Theme};

/// Plotters' units in a device pixel.
const UNITS: f64 = 8.0;
/// The largest number of device pixels along an edge that every engine still paints.
const MAX_EDGE: f64 = 8192.0;

/// The 2D context of a canvas.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d> {
    canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into().ok())
        .ok_or_else(|| Error::new(Code::Browser, "This canvas gives no 2D context."))
}

/// A CSS font shorthand.
pub(super) fn css_font(font: Font, family: &str) -> String {
    format!("{} {}px {family}", font.weight, crate::scene::Short(font.size))
}

/// Sizes the canvas and paints the scene.
pub(super) fn paint(canvas: &HtmlCanvasElement, scene: &Scene, theme: &Theme, dpr: f64, family: &str) -> Result<()> {
    let dpr = dpr
        .min(MAX_EDGE / scene.width.max(1.0))
        .min(MAX_EDGE / scene.height.max(1.0));
    resize(canvas, (scene.width * dpr).round(), (scene.height * dpr).round());
    let context = context(canvas)?;
    let refused = |_: JsValue| Error::new(Code::Browser, "The canvas refused a transformation.");
    context.reset_transform().map_err(refused)?;
    context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    context.set_line_join("miter");
    context.set_line_cap("butt");

    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| Error::new(Code::Browser, "This canvas gives no 2D context."))?;
    let mut runs: Vec<(TextRun, Rgb)> = Vec::new();
    context.scale(1.0 / UNITS, 1.0 / UNITS).map_err(refused)?;
    let mut surface = CanvasSurface {
        context: &context,
        units: dpr * UNITS,
        painted: Painted {
            backend: &mut backend,
            units: dpr * UNITS,
            text: |run: &TextRun, colour: Rgb| {
                runs.push((run.clone(), colour));
                Ok(())
            },
        },
    };
    replay(scene, theme, dpr, &mut surface)
        .map_err(|error| Error::new(Code::Browser, format!("The canvas could not be painted: {error:?}")))?;

    // Texts come last and in CSS pixels, so that the browser picks the glyphs of their real size.
    context.reset_transform().map_err(refused)?;
    context.scale(dpr, dpr).map_err(refused)?;
    context.set_text_baseline("alphabetic");
    write(&context, &runs, family);
    Ok(())
}

/// Sets the size only when it changes: setting it throws the canvas's store away.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // both lie between 1 and MAX_EDGE
fn resize(canvas: &HtmlCanvasElement, width: f64, height: f64) {
    let (width, height) = (width.clamp(1.0, MAX_EDGE) as u32, height.clamp(1.0, MAX_EDGE) as u32);
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}

/// Writes runs; a style crosses to the browser only where it changes.
fn write(context: &CanvasRenderingContext2d, runs: &[(TextRun, Rgb)], family: &str) {
    let (mut font, mut colour, mut anchor) = (None, None, None);
    for (run, ink) in runs {
        if font != Some(run.font) {
            context.set_font(&css_font(run.font, family));
            font = Some(run.font);
        }
        if colour != Some(*ink) {
            context.set_fill_style_str(&css_colour(*ink));
            colour = Some(*ink);
        }
        if anchor != Some(run.anchor) {
            context.set_text_align(match run.anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            anchor = Some(run.anchor);
        }
        // The only failure is a font that cannot be drawn at all; the table behind the canvas still says it.
        let _ = context.fill_text(&run.text, run.x, run.y);
    }
}

fn css_colour(colour: Rgb) -> String {
    format!("rgb({},{},{})", colour.0, colour.1, colour.2)
}

/// Plotters for shapes, the context itself for batches.
struct CanvasSurface<'a, P> {
    context: &'a CanvasRenderingContext2d,
    units: f64,
    painted: P,
}

type Failure = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

impl<P: Surface<Error = Failure>> Surface for CanvasSurface<'_, P> {
    type Error = Failure;

    fn fill(&mut self, points: &[Point], colour: Rgb) -> std::result::Result<(), Failure> {
        self.painted.fill(points, colour)
    }

    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> std::result::Result<(), Failure> {
        self.painted.stroke(points, width, colour)
    }

    fn strokes<L: AsRef<[Point]>>(&mut self, lines: &[L], width: f64, colour: Rgb) -> std::result::Result<(), Failure> {
        self.context.set_stroke_style_str(&css_colour(colour));
        self.context.set_line_width(width * self.units);
        self.context.begin_path();
        for line in lines {
            for (place, at) in line.as_ref().iter().enumerate() {
                let (x, y) = (at.x * self.units, at.y * self.units);
                if place == 0 {
                    self.context.move_to(x, y);
                } else {
                    self.context.line_to(x, y);
                }
            }
        }
        self.context.stroke();
        Ok(())
    }

    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> std::result::Result<(), Failure> {
        self.painted.disc(centre, radius, colour)
    }

    fn text(&mut self, run: &TextRun, colour: Rgb) -> std::result::Result<(), Failure> {
        self.painted.text(run, colour)
    }
}
