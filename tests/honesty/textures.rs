//! Textures, as a photocopier sees them.

use crate::{THEMES, gallery, observation};
use std::convert::Infallible;
use zonestat::data::Dataset;
use zonestat::format::{Lang, Status};
use zonestat::scene::{Fill, Point, Rect, Scene, Shape, Surface, TextRun, Texture, replay};
use zonestat::theme::{Ink, Rgb, Theme};

/// Dots to a CSS pixel.
const DOTS: f64 = 4.0;

/// A grey picture: how much darker or lighter than the ground each dot is, 0 to 1.
struct Grey {
    side: usize,
    dots: Vec<f64>,
    ground: f64,
}

impl Grey {
    fn new(side: f64, theme: &Theme) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few hundred
        let side = (side * DOTS) as usize;
        let ground = grey(theme.colour(Ink::Ground));
        Self {
            side,
            dots: vec![ground; side * side],
            ground,
        }
    }

    fn paint(&mut self, colour: Rgb, inside: impl Fn(Point) -> bool) {
        for y in 0..self.side {
            for x in 0..self.side {
                #[allow(clippy::cast_precision_loss)] // a few hundred
                let at = Point {
                    x: (x as f64 + 0.5) / DOTS,
                    y: (y as f64 + 0.5) / DOTS,
                };
                if inside(at) {
                    self.dots[y * self.side + x] = grey(colour);
                }
            }
        }
    }

    /// How much two pictures differ: the ink that only one of them has, as a share of the one that has more.
    fn differs(&self, other: &Self) -> f64 {
        let ink = |dots: &[f64]| dots.iter().map(|dot| (dot - self.ground).abs()).sum::<f64>();
        let sum: f64 = self.dots.iter().zip(&other.dots).map(|(a, b)| (a - b).abs()).sum();
        sum / ink(&self.dots).max(ink(&other.dots))
    }
}

/// Lightness as the eye has it, 0 to 1: what is left of a colour on a copier.
fn grey(colour: Rgb) -> f64 {
    colour.luminance().cbrt()
}

impl Surface for Grey {
    type Error = Infallible;

    fn fill(&mut self, points: &[Point], colour: Rgb) -> Result<(), Infallible> {
        self.paint(colour, |p| {
            let mut odd = false;
            for (n, a) in points.iter().enumerate() {
                let b = points[(n + 1) % points.len()];
                odd ^= (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y);
            }
            odd
        });
        Ok(())
    }

    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> Result<(), Infallible> {
        self.paint(colour, |p| {
            points
                .windows(2)
                .any(|pair| distance(p, pair[0], pair[1]) <= width / 2.0)
        });
        Ok(())
    }

    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> Result<(), Infallible> {
        self.paint(colour, |p| (p.x - centre.x).hypot(p.y - centre.y) <= radius);
        Ok(())
    }

    fn text(&mut self, _: &TextRun, _: Rgb) -> Result<(), Infallible> {
        Ok(())
    }
}

/// How far a place is from a stretch of line.
fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx.hypot(dy);
    if length < 1e-9 {
        return (p.x - a.x).hypot(p.y - a.y);
    }
    let t = (((p.x - a.x) * dx + (p.y - a.y) * dy) / (length * length)).clamp(0.0, 1.0);
    (p.x - a.x - t * dx).hypot(p.y - a.y - t * dy)
}

const TEXTURES: [Texture; 8] = [
    Texture::Full,
    Texture::Partial,
    Texture::Estimated,
    Texture::EstimatedPartial,
    Texture::Target,
    Texture::Planned,
    Texture::Projected,
    Texture::Derived,
];

#[test]
fn textures_are_told_apart_without_colour() {
    let bar = |width: f64, height: f64| {
        move |texture: Texture| {
            let rect = Rect {
                x: 2.0,
                y: 2.0,
                width,
                height,
            };
            texture.bar(rect, Ink::Series(0))
        }
    };
    let dot = |texture: Texture| vec![texture.dot(Point { x: 8.0, y: 8.0 }, 5.5, Ink::Series(0))];
    type Make<'a> = &'a dyn Fn(Texture) -> Vec<Shape>;
    let forms: [(&str, f64, Make<'_>); 4] = [
        ("bar", 52.0, &bar(44.0, 40.0)),
        ("row", 64.0, &bar(60.0, 18.0)),
        ("swatch", 20.0, &bar(16.0, 12.0)),
        ("dot", 16.0, &dot),
    ];
    for (name, make) in THEMES {
        let theme = make();
        for (form, side, shapes) in forms {
            let pictures = TEXTURES.map(|texture| {
                let mut picture = Grey::new(side, &theme);
                let scene = Scene {
                    shapes: shapes(texture),
                    ..Scene::default()
                };
                let Ok(()) = replay(&scene, &theme, 2.0, &mut picture);
                picture
            });
            for (n, a) in TEXTURES.iter().enumerate() {
                for (m, b) in TEXTURES.iter().enumerate().skip(n + 1) {
                    let differs = pictures[n].differs(&pictures[m]);
                    assert!(
                        differs >= 0.12,
                        "{name}: as a {form}, {a:?} and {b:?} differ by {differs:.3} only"
                    );
                }
            }
        }
    }
}

/// Whether a shape is a mark's in a texture.
fn is_drawn_as(shape: &Shape, texture: Texture) -> bool {
    let (fill, stroke) = match shape {
        Shape::Rect { fill, stroke, .. } | Shape::Polygon { fill, stroke, .. } | Shape::Circle { fill, stroke, .. } => {
            (fill, stroke)
        }
        _ => return false,
    };
    let inside = match (texture, fill) {
        (Texture::Full, Some(Fill::Solid(ink))) => *ink != Ink::Ground,
        (Texture::Partial, Some(Fill::Hatch(_)))
        | (Texture::EstimatedPartial, Some(Fill::BrokenHatch(_)))
        | (Texture::Estimated, Some(Fill::Tint(_)))
        | (Texture::Derived, Some(Fill::Dots(_))) => true,
        (Texture::Target | Texture::Planned | Texture::Projected, Some(Fill::Hollow | Fill::Solid(Ink::Ground))) => {
            true
        }
        _ => false,
    };
    // The outermost of nested squares, and the plain parts of a ring, may have an outline of their own.
    let due = texture.stroke(Ink::Text).map(|stroke| (stroke.width, stroke.dash));
    inside && (texture == Texture::Full || stroke.map(|stroke| (stroke.width, stroke.dash)) == due)
}

#[test]
fn every_mark_of_every_kind_has_the_texture_of_its_status_and_period() {
    let ds = Dataset::bundled();
    let mut seen: Vec<(&str, Texture)> = Vec::new();
    for (id, scene) in gallery(480.0, Lang::EN).chain(gallery(1200.0, Lang::ZH)) {
        for mark in &scene.marks {
            let ix = observation(ds, mark);
            let texture = match (ds.observation(ix).status, ds.is_partial(ix)) {
                (Status::Actual, false) => Texture::Full,
                (Status::Actual, true) => Texture::Partial,
                (Status::Estimated, false) => Texture::Estimated,
                (Status::Estimated, true) => Texture::EstimatedPartial,
                (Status::Target, _) => Texture::Target,
                (Status::Planned, _) => Texture::Planned,
                (Status::Projected, _) => Texture::Projected,
            };
            let bounds = |shape: &Shape| match shape {
                Shape::Rect { rect, .. } => Some(*rect),
                Shape::Polygon { points, .. } => {
                    let spots = points.iter().map(|p| Rect::between(*p, *p));
                    spots.reduce(|all, spot| all.union(&spot))
                }
                Shape::Circle { centre, radius, .. } => Some(Rect::between(*centre, *centre).grown(*radius)),
                _ => None,
            };
            // What parts leave of a whole is no printed figure.
            let rest = |(_, value): &(String, String)| value.contains("derived") || value.contains("推算");
            let rest = scene.kind == "donut" && mark.tip.rows.iter().any(rest);
            let texture = if rest { Texture::Derived } else { texture };
            // The whole of a ring is a number in its middle; its slices carry the texture.
            let holds = |shape: &Shape| {
                matches!(shape, Shape::Polygon { .. })
                    && bounds(shape).is_some_and(|b| mark.area.grown(1.5).holds(&b, 0.0))
            };
            if scene.kind == "donut" && !scene.shapes.iter().any(holds) {
                assert!(scene.texts().any(|run| mark.area.holds(
                    &Rect::between(Point { x: run.x, y: run.y }, Point { x: run.x, y: run.y }),
                    0.0
                )));
                continue;
            }
            // The marks of cards are words, with a swatch somewhere.
            let card = id.ends_with("-card");
            // A plain figure among plain ones has no swatch.
            let plain = card || (scene.kind == "bar" && scene.legend.is_empty());
            if plain && texture == Texture::Full {
                continue;
            }
            let here = |shape: &&Shape| card || bounds(shape).is_some_and(|b| mark.area.grown(1.5).holds(&b, 0.0));
            let drawn = scene
                .shapes
                .iter()
                .filter(here)
                .any(|shape| is_drawn_as(shape, texture));
            assert!(drawn, "{id}: {} is not drawn as {texture:?}", mark.label);
            seen.push((scene.kind, texture));
        }
    }
    for kind in [
        "bar", "line", "donut", "bullet", "pipeline", "timeline", "rank", "kpi", "project",
    ] {
        let textures = seen.iter().filter(|(k, _)| *k == kind).map(|(_, texture)| texture);
        let textures: std::collections::BTreeSet<_> = textures.collect();
        assert!(
            textures.len() > 1 || kind == "nested",
            "{kind}: only {textures:?} were looked at"
        );
    }
}
