//! What is derived, disputed, borne out or absent says so.

use crate::geometry::{Build, label};
use crate::support::{Case, cases, scene};
use crate::{draw, gallery, observation, texts};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, Locator, ObservationIx, Relation, RelationKind, SourceIx};
use zonestat::format::{Decimal, Kind, Lang, Qualifier, Status, Unit};
use zonestat::scene::{Fill, Mark, Rect, Scene, Shape, TextRun};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::Ink;

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
        let tip = &scene.marks[0].tip.note;
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
    let shown = crate::support::scene(case, 480.0, 0.0, lang).unwrap();
    let mut tables = ds.tables().clone();
    change(&mut tables, observation(ds, &shown.marks[0]));
    crate::support::scene_of(&Dataset::new(tables), case, 480.0, 0.0, lang).unwrap()
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
        assert!(
            scene.marks.iter().any(|mark| mark.speech.contains(disputed)),
            "{}",
            case.id
        );
        let tip = scene.marks.iter().any(|mark| mark.tip.note.contains(disputed));
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
fn two_statuses_of_one_period_stand_side_by_side_over_labels_of_their_own() {
    let mut build = Build::new(&label("Output"));
    for (indicator, period, status) in [
        (0, "2020", Status::Actual),
        (1, "2020", Status::Actual),
        (0, "2021", Status::Actual),
        (0, "2021", Status::Target),
        (1, "2021", Status::Target),
    ] {
        let place = build.add((0, indicator), Decimal::whole(7), (Unit::Cny, Kind::Level), period);
        build.at(place).status = status;
    }
    let ds = build.dataset();
    let scene = draw(
        &ds,
        &[("kind", "bar"), ("indicator", "flow attribute")],
        800.0,
        Lang::EN,
    );
    let of = |status: Status| {
        let is = |mark: &&Mark| {
            let o = ds.observation(observation(&ds, mark));
            o.status == status && o.period.year() == Some(2021)
        };
        let areas = scene.marks.iter().filter(is).map(|mark| mark.area);
        areas.reduce(|all, area| all.union(&area)).unwrap()
    };
    let (actual, target) = (of(Status::Actual), of(Status::Target));
    assert!(!actual.overlaps(&target), "{actual:?} {target:?}");
    let under = |area: &Rect, text: &str| {
        let here = |run: &TextRun| run.text == text && (run.x - area.centre().x).abs() < 1.5;
        scene.texts().any(here)
    };
    assert!(under(&actual, "2021") && !under(&actual, "target"), "{}", texts(&scene));
    assert!(under(&target, "2021") && under(&target, "target"), "{}", texts(&scene));
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
            quiet: false,
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
