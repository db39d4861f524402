//! Axes: zero, one unit, proportion, and no line between what is unlike.

use crate::geometry::{Build, label};
use crate::{draw, gallery, observation};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::format::{Decimal, Kind, Lang, Nature, Status, Unit};
use zonestat::scene::{Mark, Point, Rect, Scene, Shape};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Ink;

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

/// What may share an axis: unit, measure word, and the sort of place.
fn sort(ds: &Dataset, ix: ObservationIx) -> String {
    let o = ds.observation(ix);
    let kind = ds.entity(o.entity).kind;
    let place = kind.is_place().then_some(kind);
    let measure = (o.unit == Unit::Count).then(|| ds.measure(o.indicator)).flatten();
    format!("{:?} {:?} {place:?}", o.unit, measure.map(|m| m.one))
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
            quiet: false,
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
