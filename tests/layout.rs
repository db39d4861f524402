//! Nothing is clipped and nothing overlaps: every case of the gallery, at every width, height and language.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a case that cannot be laid out has failed

mod geometry;
mod support;

use geometry::{Build, names, values};
use support::{cases, scene};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, IndicatorIx};
use zonestat::format::{Kind, Lang, Status, Unit};
use zonestat::scene::{Rect, Scene};
use zonestat::spec::{ChartKind, Spec};
use zonestat::text::TableMeasure;

const WIDTHS: [f64; 6] = [240.0, 320.0, 480.0, 800.0, 1200.0, 1600.0];
const HEIGHTS: [f64; 3] = [0.0, 260.0, 600.0];

/// What is wrong with a layout, in words.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let sheet = Rect {
        x: 0.0,
        y: 0.0,
        width: scene.width,
        height: scene.height,
    };
    let texts: Vec<_> = scene
        .texts()
        .map(|run| (run, Scene::text_box(run, &TableMeasure)))
        .collect();
    for (n, (run, area)) in texts.iter().enumerate() {
        if !sheet.holds(area, 0.5) {
            faults.push(format!("“{}” leaves the canvas: {area:?}", run.text));
        }
        if run.font.size < 12.0 {
            faults.push(format!("“{}” is smaller than 12 px", run.text));
        }
        for (other, box_) in &texts[n + 1..] {
            // Ascent and descent are generous; letters touch only when the boxes share more than that.
            if area.grown(-1.5).overlaps(&box_.grown(-1.5)) {
                faults.push(format!("“{}” and “{}” overlap", run.text, other.text));
            }
        }
    }
    for mark in &scene.marks {
        if !sheet.holds(&mark.area, 0.5) {
            faults.push(format!("the mark of {} leaves the canvas: {:?}", mark.label, mark.area));
        }
    }
    faults
}

#[test]
fn every_case_fits_everywhere() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for case in cases() {
        for lang in [Lang::EN, Lang::ZH] {
            for width in WIDTHS {
                for height in HEIGHTS {
                    let scene = scene(&case, width, height, lang).unwrap_or_else(|e| panic!("{}: {e}", case.id));
                    let place = format!("{} {} {width}x{height}", case.id, lang.code());
                    wrong.extend(faults(&scene).into_iter().map(|fault| format!("{place}: {fault}")));
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 36, "only {seen} layouts were looked at");
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_mark_is_read_and_listed() {
    for case in cases() {
        for lang in [Lang::EN, Lang::ZH] {
            let scene = scene(&case, 640.0, 0.0, lang).unwrap();
            assert!(
                !scene.marks.is_empty() && !scene.words.name.is_empty() && !scene.words.sources.is_empty(),
                "{}",
                case.id
            );
            let listed: Vec<&String> = scene.table.rows.iter().flat_map(|row| &row.observations).collect();
            for mark in &scene.marks {
                assert!(
                    !mark.speech.is_empty() && !mark.tip.rows.is_empty(),
                    "{}: {}",
                    case.id,
                    mark.label
                );
                assert!(
                    mark.hit.grown(0.5).holds(&mark.area, 0.5) || mark.area.height == 0.0,
                    "{}: {}",
                    case.id,
                    mark.label
                );
                for id in &mark.observations {
                    assert!(listed.contains(&id), "{}: {id} is drawn but not in the table", case.id);
                }
            }
        }
    }
}

/// Draws bars, and whatever `auto` makes of the same, at every width in both languages.
fn walk(ds: &Dataset, indicators: &[IndicatorIx], what: &str) {
    for kind in [ChartKind::Bar, ChartKind::Auto] {
        let spec = Spec {
            kind: Some(kind),
            indicators: indicators.to_vec(),
            entities: (0..ds.entities().len())
                .filter_map(zonestat::data::EntityIx::of)
                .collect(),
            ..Spec::default()
        };
        for lang in [Lang::EN, Lang::ZH] {
            for width in WIDTHS {
                let frame = Frame {
                    width,
                    height: 0.0,
                    lang,
                    measure: &TableMeasure,
                    hidden: &[],
                };
                let place = format!("{what} as {} {} {width}", kind.as_str(), lang.code());
                let scene = chart(ds, &spec, &frame).unwrap_or_else(|e| panic!("{place}: {e}"));
                let wrong = faults(&scene);
                assert!(wrong.is_empty(), "{place}: {wrong:#?}");
            }
        }
    }
}

#[test]
fn bars_of_hostile_data_keep_their_place() {
    for name in names() {
        for value in values() {
            let amount = (Unit::Cny, Kind::Level);
            // One point; one each of three entities; a series with a negative, a part of a year and an aim.
            let mut build = Build::new(&name);
            build.add((0, 0), value, amount, "2021");
            walk(&build.dataset(), &[IndicatorIx(0)], "one");
            build.add((1, 0), value, amount, "2021");
            build.add((2, 0), value.negated(), (Unit::Usd, Kind::Level), "2020-01/2020-10");
            build.add((2, 1), value, amount, "2022");
            walk(&build.dataset(), &[IndicatorIx(0), IndicatorIx(1)], "three");
            for period in ["2018", "2019-01/2019-08", "2020", "2022"] {
                let place = build.add((0, 0), value.negated(), amount, period);
                if period == "2022" {
                    build.at(place).status = Status::Target;
                }
            }
            walk(&build.dataset(), &[IndicatorIx(0), IndicatorIx(1)], "series");
        }
    }
}

#[test]
fn two_hundred_bars_keep_their_place() {
    for value in values() {
        let mut build = Build::new(&names()[0]);
        for year in 1800..2000 {
            build.add((0, 0), value, (Unit::Cny, Kind::Level), &year.to_string());
        }
        walk(&build.dataset(), &[IndicatorIx(0)], "200");
    }
}
