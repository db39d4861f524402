//! The rules of honesty, each as a test that fails where the picture would lie.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod geometry;
mod support;

use std::convert::Infallible;

use geometry::{Build, label};
use support::{Case, cases, scene};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, Locator, ObservationIx, Relation, RelationKind, SourceIx};
use zonestat::format::{Decimal, Kind, Lang, Nature, Qualifier, Status, Unit};
use zonestat::scene::{Fill, Mark, Point, Rect, Scene, Shape, Surface, TextRun, Texture, replay};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::{Ink, Rgb, SERIES, Theme};

/// Every theme, by name.
type Themes = [(&'static str, fn() -> Theme); 4];
const THEMES: Themes = [
    ("light", Theme::light),
    ("dark", Theme::dark),
    ("print", Theme::print),
    ("contrast-dark", Theme::contrast_dark),
];

fn draw(ds: &Dataset, attributes: &[(&str, &str)], width: f64, lang: Lang) -> Scene {
    let get = |name: &str| {
        attributes
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| (*v).to_owned())
    };
    let spec = Spec::read(ds, lang, &get).unwrap_or_else(|e| panic!("{attributes:?}: {e}"));
    let frame = Frame {
        width,
        height: 0.0,
        lang,
        measure: &TableMeasure,
        hidden: &[],
    };
    chart(ds, &spec, &frame).unwrap_or_else(|e| panic!("{attributes:?}: {e}"))
}

/// Every case of the gallery at a width.
fn gallery(width: f64, lang: Lang) -> impl Iterator<Item = (String, Scene)> {
    cases().into_iter().map(move |case| {
        (
            case.id.clone(),
            scene(&case, width, 0.0, lang).unwrap_or_else(|e| panic!("{}: {e}", case.id)),
        )
    })
}

fn texts(scene: &Scene) -> String {
    scene.texts().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
}

// ---------------------------------------------------------------------------------------------------------------
// Textures, as a photocopier sees them.

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

/// How long, or how large, a mark is drawn, where that stands for its value from zero on.
fn size(kind: &str, mark: &Mark) -> f64 {
    match kind {
        "nested" => mark.area.width * mark.area.height,
        _ => mark.area.width,
    }
}

#[test]
fn lengths_and_areas_are_in_proportion_from_zero_on() {
    let ds = Dataset::bundled();
    let mut seen = 0;
    for (id, scene) in gallery(320.0, Lang::EN).chain(gallery(800.0, Lang::ZH)) {
        if !matches!(scene.kind, "pipeline" | "nested") {
            continue;
        }
        let value = |mark: &Mark| ds.observation(observation(ds, mark)).value.to_f64();
        let scale = |mark: &Mark| size(scene.kind, mark) / value(mark);
        for mark in &scene.marks {
            let (one, other) = (scale(mark), scale(&scene.marks[0]));
            assert!(
                (one / other - 1.0).abs() < 0.01,
                "{id}: {} at {one}, not {other}",
                mark.label
            );
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
    // On a track both the bar and the markers count from the left edge, and a ring's parts by their angles.
    let scene = draw(
        ds,
        &[
            ("kind", "bullet"),
            ("indicator", "schools-completed"),
            ("entity", "programme-school-construction"),
        ],
        800.0,
        Lang::EN,
    );
    let [done, aim] = &scene.marks[..] else {
        panic!("{:?}", scene.marks)
    };
    let (from, to) = (done.area.x, aim.area.centre().x);
    assert!(
        ((done.area.width / (to - from)) - 5.0 / 11.0).abs() < 0.01,
        "{from} {to}"
    );
    let turn = |shape: &Shape| match shape {
        Shape::Polygon { points, .. } if points.len() > 20 => {
            let twice = points
                .iter()
                .zip(points.iter().cycle().skip(1))
                .map(|(a, b)| a.x * b.y - b.x * a.y);
            Some(twice.sum::<f64>().abs())
        }
        _ => None,
    };
    let scene = draw(
        ds,
        &[("kind", "donut"), ("indicator", "population-urban-rural")],
        800.0,
        Lang::EN,
    );
    let areas: Vec<f64> = scene.shapes.iter().filter_map(turn).collect();
    let share = areas[0] / areas.iter().sum::<f64>();
    assert!((share - 133_330.0 / 156_260.0).abs() < 0.01, "{share}");
}

// ---------------------------------------------------------------------------------------------------------------
// Axes.

/// What may share an axis: unit, measure word, and the sort of place.
fn sort(ds: &Dataset, ix: ObservationIx) -> String {
    let o = ds.observation(ix);
    let kind = ds.entity(o.entity).kind;
    let place = kind.is_place().then_some(kind);
    let measure = (o.unit == Unit::Count).then(|| ds.measure(o.indicator)).flatten();
    format!("{:?} {:?} {place:?}", o.unit, measure.map(|m| m.one))
}

fn observation(ds: &Dataset, mark: &Mark) -> ObservationIx {
    ds.find_observation(&mark.observations[0]).unwrap()
}

/// Whether marks stand among each other, or on one zero line.
fn share_an_axis(scene: &Scene, some: &[&Mark], others: &[&Mark]) -> bool {
    let extent = |marks: &[&Mark]| {
        let areas = marks.iter().map(|mark| mark.area);
        areas.reduce(|all, area| all.union(&area)).unwrap()
    };
    let (a, b) = (extent(some), extent(others));
    let zero = |shape: &Shape| {
        let Shape::Line { points, stroke } = shape else {
            return false;
        };
        let [from, to] = points[..] else { return false };
        let line = Rect::between(from, to).grown(0.5);
        let touches = |area: &Rect| line.overlaps(area);
        stroke.ink == Ink::Text && line.width.max(line.height) > 8.0 && touches(&a) && touches(&b)
    };
    a.overlaps(&b) || scene.shapes.iter().any(zero)
}

/// What is wrong with a picture of bars: another zero than zero, or unlike things on one axis.
fn untrue(ds: &Dataset, scene: &Scene) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut panels: Vec<(String, Vec<&Mark>)> = Vec::new();
    for mark in &scene.marks {
        let sort = sort(ds, observation(ds, mark));
        match panels.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, marks)) => marks.push(mark),
            None => panels.push((sort, vec![mark])),
        }
    }
    for (n, (sort, marks)) in panels.iter().enumerate() {
        for (other, against) in &panels[n + 1..] {
            if share_an_axis(scene, marks, against) {
                wrong.push(format!("{sort} and {other} share an axis"));
            }
        }
        if marks.len() < 2 {
            continue;
        }
        let value = |mark: &Mark| ds.observation(observation(ds, mark)).value.to_f64();
        let negative = |mark: &&&Mark| value(mark) < 0.0;
        assert!(
            marks.iter().find(negative).is_none(),
            "the real data has no negative quantity"
        );
        let same = |edge: fn(&Rect) -> f64| {
            marks
                .iter()
                .all(|m| (edge(&m.area) - edge(&marks[0].area)).abs() < 0.01)
        };
        let length: fn(&Rect) -> f64 = if same(Rect::bottom) {
            |area| area.height
        } else if same(|area| area.x) {
            |area| area.width
        } else {
            wrong.push(format!("{sort}: the bars do not begin on one line"));
            continue;
        };
        let greatest = marks
            .iter()
            .copied()
            .max_by(|a, b| value(a).total_cmp(&value(b)))
            .unwrap();
        for mark in marks {
            let due = value(mark) / value(greatest) * length(&greatest.area);
            if (length(&mark.area) - due).abs() > 0.5 {
                wrong.push(format!("{} is {} long, not {due}", mark.label, length(&mark.area)));
            }
        }
    }
    wrong
}

#[test]
fn bars_begin_at_zero_and_an_axis_has_one_unit() {
    let ds = Dataset::bundled();
    let mut seen = 0;
    for width in [320.0, 720.0] {
        for (id, scene) in gallery(width, Lang::EN).filter(|(_, scene)| scene.kind == "bar") {
            assert_eq!(untrue(ds, &scene), Vec::<String>::new(), "{id} at {width}");
            seen += 1;
        }
    }
    assert!(seen >= 40, "{seen}");
    // Everything at once: each unit, each currency, and zone and city still have axes of their own.
    for entity in [
        "dezhou-etdz",
        "dezhou",
        "dezhou-etdz dezhou industry-dezhou-flagship-chains",
    ] {
        let scene = draw(ds, &[("kind", "bar"), ("entity", entity)], 1200.0, Lang::EN);
        assert_eq!(untrue(ds, &scene), Vec::<String>::new(), "{entity}");
    }
}

#[test]
fn zone_and_city_and_currencies_have_axes_of_their_own() {
    let mut build = Build::new(&label("Output"));
    for (entity, unit) in [(0, Unit::Cny), (1, Unit::Cny), (2, Unit::Cny), (0, Unit::Usd)] {
        let value = Decimal::whole(100 + i64::from(entity));
        build.add((entity, 0), value, (unit, Kind::Level), "2020");
        build.add((entity, 0), value, (unit, Kind::Level), "2021");
    }
    let ds = build.dataset();
    for kind in ["bar", "line"] {
        for width in [320.0, 720.0, 1600.0] {
            let scene = draw(&ds, &[("kind", kind), ("entity", "zone city project")], width, Lang::EN);
            let of = |entity: usize, unit: Unit| -> Vec<&Mark> {
                let is = |mark: &&Mark| {
                    let o = ds.observation(observation(&ds, mark));
                    o.entity.at() == entity && o.unit == unit
                };
                scene.marks.iter().filter(is).collect()
            };
            let (zone, city, dollars) = (of(0, Unit::Cny), of(1, Unit::Cny), of(0, Unit::Usd));
            for (a, b) in [
                (&zone, &city),
                (&zone, &dollars),
                (&city, &dollars),
                (&city, &of(2, Unit::Cny)),
            ] {
                assert!(a.len() == 2 && !share_an_axis(&scene, a, b), "{kind} at {width}");
            }
            // The test sees an axis that is shared.
            let seen = kind == "line" || share_an_axis(&scene, &zone[..1], &zone[1..]);
            assert!(seen, "{width}");
        }
    }
}

#[test]
fn no_line_joins_unlike_points() {
    let mut build = Build::new(&label("Output"));
    for (period, status) in [
        ("2015", Status::Actual),
        ("2016", Status::Actual),
        ("2017-01/2017-08", Status::Actual),
        ("2018", Status::Estimated),
        ("2019", Status::Actual),
        ("2020", Status::Actual),
        ("2021", Status::Target),
        ("2022", Status::Target),
        ("2023-Q1", Status::Actual),
        ("2024", Status::Projected),
    ] {
        for entity in 0..2 {
            let place = build.add((entity, 0), Decimal::whole(7), (Unit::Cny, Kind::Level), period);
            build.at(place).status = status;
        }
    }
    let unlike = build.dataset();
    let real = Dataset::bundled();
    let mut requests: Vec<(&Dataset, String, String)> = vec![(&unlike, "flow".into(), "zone city".into())];
    for o in real
        .observations()
        .iter()
        .filter(|o| matches!(o.kind, Kind::Level | Kind::Count))
    {
        let (entity, indicator) = (&real.entity(o.entity).id, &real.indicator(o.indicator).id);
        requests.push((real, indicator.to_string(), entity.to_string()));
    }
    let mut joined = 0;
    for (ds, indicator, entity) in requests {
        let attributes = [("kind", "line"), ("indicator", &*indicator), ("entity", &*entity)];
        let get = |name: &str| {
            attributes
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        };
        let spec = Spec::read(ds, Lang::EN, &get).unwrap();
        let frame = Frame {
            width: 720.0,
            height: 0.0,
            lang: Lang::EN,
            measure: &TableMeasure,
            hidden: &[],
        };
        // What has no calendar year cannot be drawn as a line.
        let Ok(scene) = chart(ds, &spec, &frame) else { continue };
        for shape in &scene.shapes {
            let Shape::Line { points, stroke } = shape else {
                continue;
            };
            if !matches!(stroke.ink, Ink::Series(_)) || points.iter().all(|p| (p.x - points[0].x).abs() < 0.01) {
                continue; // a rule, or the stem of a point that stands alone
            }
            let at = |p: &Point| {
                let near = |mark: &&Mark| {
                    let c = mark.area.centre();
                    (c.x - p.x).hypot(c.y - p.y) < 1.0
                };
                let mark = scene.marks.iter().find(near);
                observation(
                    ds,
                    mark.unwrap_or_else(|| panic!("{indicator}: a line goes through no point")),
                )
            };
            for pair in points.windows(2) {
                let (a, b) = (at(&pair[0]), at(&pair[1]));
                let (x, y) = (ds.observation(a), ds.observation(b));
                assert!(
                    ds.comparable(a, b) && x.entity == y.entity && x.indicator == y.indicator && x.status == y.status,
                    "{indicator} of {entity}: {} is joined to {}",
                    x.id,
                    y.id
                );
                let flow = ds.indicator(x.indicator).nature == Nature::Flow;
                assert!(
                    !flow || !(ds.is_partial(a) ^ ds.is_partial(b)),
                    "{indicator} of {entity}"
                );
                joined += 1;
            }
        }
    }
    assert!(joined >= 4, "the test looks at lines that are there: {joined}");
}

// ---------------------------------------------------------------------------------------------------------------
// Derived, disputed, borne out, absent.

#[test]
fn what_is_derived_is_dotted_and_says_so() {
    let dotted = |shape: &Shape| match shape {
        Shape::Rect { fill, .. } | Shape::Polygon { fill, .. } | Shape::Circle { fill, .. } => {
            matches!(fill, Some(Fill::Dots(_)))
        }
        _ => false,
    };
    let mut seen = 0;
    for (id, scene) in gallery(480.0, Lang::ZH) {
        let (says, shows) = (texts(&scene).contains("推算"), scene.shapes.iter().any(dotted));
        assert_eq!(says, shows, "{id}: says so {says}, is dotted {shows}");
        seen += usize::from(says);
    }
    assert!(seen >= 4, "{seen}");
}

/// Two figures of one thing that do not agree, and a third that two documents print.
fn disputed() -> Dataset {
    let mut build = Build::new(&label("Output"));
    let a = build.add((0, 0), Decimal::whole(100), (Unit::Cny, Kind::Level), "2021");
    let b = build.add((0, 0), Decimal::whole(140), (Unit::Cny, Kind::Level), "2021");
    let c = build.add((0, 0), Decimal::whole(150), (Unit::Cny, Kind::Level), "2022");
    build.tables.relations.push(Relation {
        kind: RelationKind::Differs,
        from: ObservationIx::of(a).unwrap(),
        to: ObservationIx::of(b).unwrap(),
        note: None,
    });
    let mut second = build.tables.sources[0].clone();
    second.id = "second".into();
    second.short = label("Second document");
    build.tables.sources.push(second);
    build.tables.locators[c].push(Locator {
        source: SourceIx(1),
        paragraph: 3,
        occurrence: 1,
        figure: "150".into(),
    });
    build.dataset()
}

#[test]
fn a_conflict_is_shown_by_every_face() {
    let ds = disputed();
    for kind in ["bar", "line"] {
        let scene = draw(&ds, &[("kind", kind), ("indicator", "flow")], 480.0, Lang::EN);
        let drawn: Vec<&str> = scene.marks.iter().map(|mark| mark.observations[0].as_str()).collect();
        assert!(
            drawn.contains(&"o-0") && drawn.contains(&"o-1"),
            "{kind} shows both: {drawn:?}"
        );
        let warned = scene
            .texts()
            .any(|run| run.ink == Ink::Warning && run.text.contains("rounding intervals do not meet"));
        assert!(warned, "{kind}: {}", texts(&scene));
        assert!(
            scene.words.description.contains("rounding intervals do not meet"),
            "{kind}"
        );
        let tip = scene.marks[0].tip.note.as_deref().unwrap_or_default();
        assert!(tip.contains("rounding intervals do not meet"), "{kind}: {tip}");
    }
    let panel = zonestat::export::panel(&ds, ObservationIx::of(0).unwrap(), Lang::EN);
    for said in [
        "Differs from",
        "rounding intervals do not meet",
        "the value lies between",
    ] {
        assert!(panel.contains(said), "{said}: {panel}");
    }
    let get = |name: &str| (name == "observation").then(|| "o-0".to_owned());
    let spec = Spec::read(&ds, Lang::EN, &get).unwrap();
    let frame = zonestat::card::Frame {
        width: 320.0,
        height: 0.0,
        lang: Lang::EN,
        measure: &TableMeasure,
    };
    let scene = zonestat::card::card(&ds, &spec, &frame).unwrap();
    assert!(scene.texts().any(|run| run.ink == Ink::Warning), "{}", texts(&scene));
}

#[test]
fn a_figure_that_two_documents_print_names_both() {
    let ds = disputed();
    let scene = draw(&ds, &[("kind", "bar"), ("indicator", "flow")], 480.0, Lang::EN);
    let mark = scene.marks.iter().find(|mark| mark.observations[0] == "o-2").unwrap();
    let sources = mark.tip.rows.iter().filter(|(name, _)| name == "Source").count();
    assert_eq!(sources, 2, "{:?}", mark.tip.rows);
    assert!(texts(&scene).contains("Second document"), "{}", texts(&scene));
}

/// The bundled tables, changed at the figure behind the first mark of a case; what the case shows then.
fn changed(case: &Case, lang: Lang, change: impl Fn(&mut zonestat::data::Tables, ObservationIx)) -> Scene {
    let ds = Dataset::bundled();
    let shown = support::scene(case, 480.0, 0.0, lang).unwrap();
    let mut tables = ds.tables().clone();
    change(&mut tables, observation(ds, &shown.marks[0]));
    support::scene_of(&Dataset::new(tables), case, 480.0, 0.0, lang).unwrap()
}

#[test]
fn a_conflict_is_shown_in_every_kind_and_card() {
    for case in cases() {
        let scene = changed(&case, Lang::EN, |tables, ix| {
            // Another figure of the same, far away: their rounding intervals do not meet.
            let o = &mut tables.observations[ix.at()];
            o.qualifier = Qualifier::Exact;
            let far = Decimal::whole(if o.value.is_negative() {
                123_456_789
            } else {
                -123_456_789
            });
            let other = zonestat::data::Observation {
                id: "zz-other".into(),
                value: far,
                ..o.clone()
            };
            let place = tables.observations.len();
            tables.observations.push(other);
            tables.locators.push(tables.locators[ix.at()].clone());
            tables.relations.push(Relation {
                kind: RelationKind::Differs,
                from: ix,
                to: ObservationIx::of(place).unwrap(),
                note: None,
            });
        });
        let disputed = "rounding intervals do not meet";
        let warned = |run: &&TextRun| run.ink == Ink::Warning;
        assert!(scene.texts().any(|run| warned(&run)), "{}: {}", case.id, texts(&scene));
        assert!(scene.words.description.contains(disputed), "{}", case.id);
        let tip = scene
            .marks
            .iter()
            .any(|mark| mark.tip.note.as_deref().unwrap_or_default().contains(disputed));
        assert!(tip, "{}", case.id);
    }
}

#[test]
fn corroboration_is_shown_in_every_kind_and_card() {
    for case in cases() {
        let scene = changed(&case, Lang::EN, |tables, ix| {
            let mut second = tables.sources[0].clone();
            second.id = "second".into();
            second.short = label("Second document");
            tables.sources.push(second);
            let mut locator = tables.locators[ix.at()][0].clone();
            locator.source = SourceIx::of(tables.sources.len() - 1).unwrap();
            tables.locators[ix.at()].push(locator);
        });
        assert!(
            texts(&scene).contains("Second document"),
            "{}: {}",
            case.id,
            texts(&scene)
        );
        let rows = scene.marks[0].tip.rows.iter().filter(|(name, _)| name == "Source");
        assert!(rows.count() >= 2, "{}: {:?}", case.id, scene.marks[0].tip.rows);
        assert!(
            scene.words.sources.iter().any(|source| source.id == "second"),
            "{}",
            case.id
        );
    }
}

#[test]
fn a_gap_beside_others_says_so_and_a_zero_is_a_figure() {
    let mut build = Build::new(&label("Output"));
    let amount = (Unit::Cny, Kind::Level);
    for (indicator, period, value) in [(0, "2020", 5), (0, "2021", 0), (1, "2021", 7)] {
        build.add((0, indicator), Decimal::whole(value), amount, period);
    }
    build.tables.indicators[1].short = label("Funds");
    let ds = build.dataset();
    let scene = draw(
        &ds,
        &[("kind", "bar"), ("indicator", "flow attribute")],
        640.0,
        Lang::EN,
    );
    assert!(texts(&scene).contains("Funds, 2020: not found"), "{}", texts(&scene));
    assert!(scene.words.description.contains("not found"));
    assert!(scene.texts().any(|run| run.text == "0"), "zero is printed, not missing");
    assert_eq!(scene.marks.len(), 3);
}

#[test]
fn a_stage_is_missing_only_where_the_sources_do_not_tell_of_it() {
    let ds = Dataset::bundled();
    let stages = [
        ("kind", "pipeline"),
        ("from", "2020"),
        ("indicator", "projects-signed projects-completed"),
    ];
    let scene = draw(ds, &stages, 640.0, Lang::EN);
    assert!(!texts(&scene).contains("not found"), "{}", texts(&scene));
    let mut tables = ds.tables().clone();
    let started = ds.find_observation("etdz-projects-started-2020-to-11-29").unwrap();
    tables.observations[started.at()].period = zonestat::format::Period::parse("2018").unwrap();
    let scene = draw(
        &Dataset::new(tables),
        &[("kind", "pipeline"), ("from", "2020")],
        640.0,
        Lang::EN,
    );
    assert!(
        texts(&scene).contains("Projects started: not found"),
        "{}",
        texts(&scene)
    );
}

#[test]
fn what_is_unlike_is_refused_with_a_reason() {
    let unlike = |kind: &str, first: (Unit, &str, Status), second: (Unit, &str, Status)| {
        let mut build = Build::new(&label("Area"));
        let mut parts = Vec::new();
        for (unit, period, status) in [first, second] {
            let place = build.add((0, 0), Decimal::whole(7), (unit, Kind::Level), period);
            build.at(place).status = status;
            parts.push(ObservationIx::of(place).unwrap());
        }
        build.tables.relations.push(Relation {
            kind: RelationKind::SumsTo,
            from: parts[1],
            to: parts[0],
            note: None,
        });
        let ds = build.dataset();
        let get = |name: &str| match name {
            "kind" => Some(kind.to_owned()),
            "indicator" => Some("flow".to_owned()),
            _ => None,
        };
        let spec = Spec::read(&ds, Lang::EN, &get).unwrap();
        let frame = Frame {
            width: 480.0,
            height: 0.0,
            lang: Lang::EN,
            measure: &TableMeasure,
            hidden: &[],
        };
        chart(&ds, &spec, &frame)
    };
    let plain = (Unit::Km2, "2021", Status::Actual);
    for kind in ["donut", "nested"] {
        assert!(unlike(kind, plain, plain).is_ok(), "{kind} of like things");
        for other in [
            (Unit::Mu, "2021", Status::Actual),
            (Unit::Km2, "2021-01/2021-08", Status::Actual),
            (Unit::Km2, "2021", Status::Target),
        ] {
            let refused = unlike(kind, plain, other).err();
            let code = refused.as_ref().map(zonestat::error::Error::code);
            assert_eq!(code, Some(zonestat::error::Code::CannotCombine), "{kind}: {other:?}");
        }
    }
}

#[test]
fn absence_has_its_reason_and_what_does_not_add_up_its_note() {
    let shown = |id: &str, lang: Lang| {
        let case = cases()
            .into_iter()
            .find(|case| case.id == id)
            .unwrap_or_else(|| panic!("{id}"));
        texts(&scene(&case, 480.0, 0.0, lang).unwrap())
    };
    assert!(shown("health-industry", Lang::ZH).contains("未找到"));
    assert!(shown("health-industry", Lang::EN).contains("not found"));
    assert!(shown("gdp-card", Lang::ZH).contains("来源未说明增速口径"));
    assert!(shown("industry-card", Lang::ZH).contains("略有出入"));
    assert!(shown("areas", Lang::ZH).contains("来源未明言"));
    assert!(shown("pipeline", Lang::EN).contains("never added"));
}

// ---------------------------------------------------------------------------------------------------------------
// Colour.

/// Linear light, each channel 0 to 1.
fn linear(colour: Rgb) -> [f64; 3] {
    [colour.0, colour.1, colour.2].map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    })
}

type Matrix = [[f64; 3]; 3];

fn times(m: &Matrix, v: [f64; 3]) -> [f64; 3] {
    m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// What is left of a colour for these eyes: Viénot, Brettel and Mollon 1999 for the red-green deficiencies, Brettel,
/// Viénot and Mollon 1997 with its two half-planes for the blue-yellow one; over linear sRGB.
fn seen_by(eyes: &str, colour: Rgb) -> [f64; 3] {
    const PROTAN: Matrix = [
        [0.112_38, 0.887_62, 0.0],
        [0.112_38, 0.887_62, 0.0],
        [0.004_01, -0.004_01, 1.0],
    ];
    const DEUTAN: Matrix = [
        [0.292_75, 0.707_25, 0.0],
        [0.292_75, 0.707_25, 0.0],
        [-0.022_34, 0.022_34, 1.0],
    ];
    const TRITAN: [Matrix; 2] = [
        [
            [1.012_77, 0.135_48, -0.148_26],
            [-0.012_43, 0.868_12, 0.144_31],
            [0.075_89, 0.805_00, 0.119_11],
        ],
        [
            [0.936_78, 0.189_79, -0.126_57],
            [0.061_54, 0.815_26, 0.123_20],
            [-0.375_62, 1.127_67, 0.247_96],
        ],
    ];
    const SIDE: [f64; 3] = [0.039_01, -0.027_88, -0.011_13];
    let v = linear(colour);
    match eyes {
        "protan" => times(&PROTAN, v),
        "deutan" => times(&DEUTAN, v),
        "tritan" => {
            let side: f64 = SIDE.iter().zip(v).map(|(a, b)| a * b).sum();
            times(&TRITAN[usize::from(side < 0.0)], v)
        }
        _ => v,
    }
}

/// The distance of two colours in Oklab, times a hundred: 2 is just noticed.
fn apart(a: [f64; 3], b: [f64; 3]) -> f64 {
    let lab = |v: [f64; 3]| {
        let cone = |r: f64, g: f64, b: f64| (r * v[0] + g * v[1] + b * v[2]).cbrt();
        let l = cone(0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9);
        let m = cone(0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6);
        let s = cone(0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5);
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    };
    let (a, b) = (lab(a), lab(b));
    100.0 * a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt()
}

#[test]
fn the_series_are_told_apart_by_all_eyes() {
    let ink = |n: usize| Ink::Series(u8::try_from(n).unwrap());
    let mut wrong = Vec::new();
    for (name, make) in THEMES {
        let theme = make();
        for n in 0..SERIES {
            let ratio = theme.colour(ink(n)).contrast(theme.colour(Ink::Ground));
            if ratio < 3.0 {
                wrong.push(format!("{name}: series {n} has {ratio:.2} on the ground"));
            }
            for eyes in ["all", "protan", "deutan", "tritan"] {
                for m in n + 1..SERIES {
                    let far = apart(seen_by(eyes, theme.colour(ink(n))), seen_by(eyes, theme.colour(ink(m))));
                    // Neighbours touch; the others are also told apart by their place and their names.
                    let due = if m == n + 1 { 9.0 } else { 4.0 };
                    if far < due {
                        wrong.push(format!(
                            "{name}: series {n} and {m} are {far:.1} apart for {eyes} eyes, not {due}"
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
