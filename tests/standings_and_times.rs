//! The charts of positions and of time keep their promises at every width, in both languages, over any tables.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod geometry;

use geometry::{Build, faults, names, values};
use zonestat::chart::{Frame, chart};
use zonestat::data::{Dataset, EntityIx, IndicatorIx};
use zonestat::error::Result;
use zonestat::format::{Kind, Lang, Status, Unit};
use zonestat::scene::Scene;
use zonestat::spec::{ChartKind, Spec};
use zonestat::text::TableMeasure;

const WIDTHS: [f64; 7] = [240.0, 320.0, 480.0, 640.0, 800.0, 1200.0, 1600.0];

fn draw(ds: &Dataset, spec: &Spec, width: f64, height: f64, lang: Lang) -> Result<Scene> {
    let frame = Frame {
        width,
        height,
        lang,
        measure: &TableMeasure,
        hidden: &[],
        quiet: false,
    };
    chart(ds, spec, &frame)
}

fn walk(ds: &Dataset, spec: &Spec, what: &str) {
    walk_at(ds, spec, what, &WIDTHS, &[0.0, 240.0]);
}

fn walk_at(ds: &Dataset, spec: &Spec, what: &str, widths: &[f64], heights: &[f64]) {
    for lang in [Lang::EN, Lang::ZH] {
        for &width in widths {
            for &height in heights {
                match draw(ds, spec, width, height, lang) {
                    Ok(scene) => {
                        let found = faults(&scene);
                        assert!(found.is_empty(), "{what} at {width} in {}: {found:#?}", lang.code());
                    }
                    Err(error) => assert!(!error.message().is_empty(), "{what}"),
                }
            }
        }
    }
}

#[test]
fn every_entity_and_every_indicator() {
    let ds = Dataset::bundled();
    for kind in [ChartKind::Rank, ChartKind::Timeline] {
        let whole = Spec {
            kind: Some(kind),
            ..Spec::default()
        };
        walk(ds, &whole, kind.as_str());
        for entity in (0..ds.entities().len()).filter_map(EntityIx::of) {
            let spec = Spec {
                entities: vec![entity],
                ..whole.clone()
            };
            walk(ds, &spec, &format!("{} of {}", kind.as_str(), ds.entity(entity).id));
        }
        for indicator in (0..ds.indicators().len()).filter_map(IndicatorIx::of) {
            let spec = Spec {
                indicators: vec![indicator],
                ..whole.clone()
            };
            walk(
                ds,
                &spec,
                &format!("{} of {}", kind.as_str(), ds.indicator(indicator).id),
            );
        }
    }
}

#[test]
fn hostile_tables_make_charts_too() {
    for name in names() {
        for value in values() {
            let mut build = Build::new(&name);
            let main = build.add((0, 0), value, (Unit::Cny, Kind::Level), "2021");
            for (n, period) in ["2021", "2020-01/2020-10", "2022"].iter().enumerate() {
                let rank = build.add((0, 0), value, (Unit::Rank, Kind::Rank), period);
                build.at(rank).scope_label = Some(name.clone());
                build.of(rank, main);
                if n == 2 {
                    build.at(rank).status = Status::Target;
                }
            }
            let first = build.add((2, 0), value, (Unit::Count, Kind::First), "2021");
            build.at(first).scope_label = Some(name.clone());
            for period in [
                "0001",
                "1998",
                "2012-05-01",
                "2012-05-02",
                "9999",
                "../2025",
                "2016/..",
                "P1Y",
            ] {
                build.add((0, 1), value, (Unit::Date, Kind::Date), period);
            }
            for period in ["2021-01/2021-03", "2021-02/2021-11", "2021", "2019/2023"] {
                build.add((0, 1), value, (Unit::Cny, Kind::Level), period);
            }
            let ds = build.dataset();
            for kind in [ChartKind::Rank, ChartKind::Timeline] {
                for indicators in [vec![], vec![IndicatorIx(1)], vec![IndicatorIx(0), IndicatorIx(1)]] {
                    let spec = Spec {
                        kind: Some(kind),
                        indicators,
                        ..Spec::default()
                    };
                    walk_at(&ds, &spec, &format!("{} {value}", kind.as_str()), &WIDTHS, &[0.0]);
                }
            }
        }
    }
}

#[test]
fn two_hundred_events_keep_their_order_and_their_room() {
    let mut build = Build::new(&names()[0]);
    for n in 0..200_u16 {
        let period = format!("{}-{:02}", 1990 + n / 12, n % 12 + 1);
        build.add((0, 1), values()[0], (Unit::Date, Kind::Date), &period);
    }
    let ds = build.dataset();
    let spec = Spec {
        kind: Some(ChartKind::Timeline),
        ..Spec::default()
    };
    walk(&ds, &spec, "200 events");
    let scene = draw(&ds, &spec, 800.0, 0.0, Lang::EN).unwrap();
    assert_eq!(scene.marks.len(), 200);
    assert!(
        scene.marks.windows(2).all(|pair| pair[0].hit.y <= pair[1].hit.y),
        "in order of time"
    );
}

#[test]
fn a_rank_says_where_and_of_what() {
    let ds = Dataset::bundled();
    let spec = Spec {
        kind: Some(ChartKind::Rank),
        indicators: ds.find_indicator("trade").into_iter().collect(),
        ..Spec::default()
    };
    let scene = draw(ds, &spec, 640.0, 0.0, Lang::ZH).unwrap();
    let texts: Vec<&str> = scene.texts().map(|run| run.text.as_str()).collect();
    for words in ["2", "在德州市", "112亿元"] {
        assert!(texts.contains(&words), "{words} in {texts:?}");
    }
    assert!(scene.marks.iter().all(|mark| mark.speech.contains("德州市")));
    // A result, a part of a year and an estimate look unlike each other, and the legend says so.
    assert_eq!(scene.legend.len(), 3);
}
