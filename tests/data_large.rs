//! Large datasets, read step by step: the same dataset and the same problems as in one go, and charts over it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod synthetic;

use proptest::prelude::*;
use synthetic::{Size, daily, files};
use zonestat::chart::{self, Frame};
use zonestat::data::compile::Problem;
use zonestat::data::{Dataset, Loading};
use zonestat::export;
use zonestat::format::Lang;
use zonestat::scene::{Scene, Shape};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;

type Files = [(&'static str, String)];

/// Reads files so many rows at a time; the texts come in two pieces.
fn stepped(files: &Files, rows: usize) -> Result<Dataset, Vec<Problem>> {
    let mut loading = Loading::default();
    for (name, text) in files {
        let half = (text.len() / 2..).find(|at| text.is_char_boundary(*at)).unwrap();
        loading.add(name, &text[..half], text.len());
        loading.add(name, &text[half..], text.len());
    }
    let mut before = 0;
    loop {
        let done = loading.step(rows);
        let percent = loading.percent();
        assert!((before..=100).contains(&percent), "{percent} % after {before} %");
        before = percent;
        if let Some(read) = done {
            return read;
        }
    }
}

/// Reads files in one go.
fn whole(files: &Files) -> Result<Dataset, Vec<Problem>> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Dataset::parse(&files)
}

const SMALL: Size = Size {
    zones: 5,
    indicators: 4,
    years: 3,
};

/// What can go wrong in a table, so that every step has something to tell.
const DAMAGE: [(&str, &str, &str); 10] = [
    ("observations.csv", "2023,zone-002,", "2023,zone-02,"),
    ("observations.csv", ",CNY,2024,", ",CNX,2024,"),
    (
        "observations.csv",
        "zone-003-indicator-02-2024,",
        "zone-003-indicator-02-2023,",
    ),
    ("observations.csv", ",level,,,", ",level,unstated,,"),
    ("observations.csv", "2022,stated", "2022,stated,"),
    ("locators.csv", "made-up,1,1,", "made-up,0,1,"),
    ("locators.csv", "亿元", "万元"),
    ("indicators.csv", "indicator-03,economy", "indicator-03,econony"),
    ("entities.csv", ",虚构区004,", ",,"),
    (
        "relations.csv",
        "note_en\n",
        "note_en
differs,zone-001-indicator-01-2024,zone-001-indicator-01-2024,,
sums-to,zone-001-indicator-01-2024,zone-001-indicator-02-2024,,
sums-to,zone-001-indicator-01-2024,zone-001-indicator-02-2024,,
",
    ),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// However often reading pauses, it ends with the same dataset, or the same problems in the same order and words.
    #[test]
    fn pauses_change_nothing(
        rows in 1..400usize,
        damage in prop::collection::vec(0..DAMAGE.len(), 0..3),
        quote in prop::bool::weighted(0.2),
    ) {
        let mut tables = files(SMALL);
        for (file, from, to) in damage.iter().map(|at| DAMAGE[*at]) {
            let (_, text) = tables.iter_mut().find(|(name, _)| *name == file).unwrap();
            *text = text.replacen(from, to, 2);
        }
        if quote {
            tables[4].1.push_str("\"never closed\n");
        }
        match (stepped(&tables, rows), whole(&tables)) {
            (Ok(ours), Ok(theirs)) => {
                prop_assert!(damage.is_empty() && !quote, "{damage:?} was not noticed");
                prop_assert!(ours.tables() == theirs.tables());
                // Also what is found by search: ids, and what modifies what.
                let again = Dataset::new(theirs.tables().clone());
                for (at, o) in ours.observations().iter().enumerate() {
                    let ix = ours.find_observation(&o.id).unwrap();
                    prop_assert_eq!(ix.at(), at);
                    prop_assert!(ours.modifiers(ix).eq(again.modifiers(ix)));
                }
            }
            (Err(ours), Err(theirs)) => {
                prop_assert!(!ours.is_empty());
                prop_assert_eq!(ours, theirs);
            }
            (ours, _) => prop_assert!(false, "stepped {:?}, whole otherwise", ours.map(|_| ()).err()),
        }
    }
}

/// A ranking of 230 zones, and twenty years of a few indicators.
fn zones() -> Dataset {
    let size = Size {
        indicators: 6,
        ..synthetic::LARGE
    };
    stepped(&files(size), 1000).unwrap()
}

fn ids(ds: &Dataset, count: usize) -> String {
    let zones = ds.entities().iter().filter(|entity| entity.id.starts_with("zone-"));
    zones
        .take(count)
        .map(|entity| &*entity.id)
        .collect::<Vec<_>>()
        .join(" ")
}

fn drawn(ds: &Dataset, what: &str, lang: Lang, width: f64, attributes: &[(&str, &str)]) -> Scene {
    let frame = Frame {
        width,
        height: 0.0,
        lang,
        measure: &TableMeasure,
        hidden: &[],
        quiet: false,
    };
    let given = |name: &str| attributes.iter().find(|(key, _)| *key == name);
    let spec = Spec::read(ds, lang, &|name| given(name).map(|(_, value)| (*value).to_owned())).unwrap();
    let draw = if what == "table" { chart::listing } else { chart::chart };
    draw(ds, &spec, &frame).unwrap_or_else(|error| panic!("{attributes:?}: {error:?}"))
}

/// The first observation of each mark.
fn marked(scene: &Scene) -> Vec<&str> {
    scene.marks.iter().map(|mark| mark.observations[0].as_str()).collect()
}

#[test]
fn charts_over_a_loaded_dataset() {
    let ds = zones();
    let (all, few) = (ids(&ds, 230), ids(&ds, 4));
    let year = [("from", "2024"), ("to", "2024")];
    for lang in [Lang::EN, Lang::ZH] {
        for width in [320.0, 1200.0] {
            let draw = |kind, indicator, entity: &str, rest: &[(&'static str, &'static str)]| {
                let mut attributes = vec![("kind", kind), ("indicator", indicator), ("entity", entity)];
                attributes.extend(rest);
                let scene = drawn(&ds, "chart", lang, width, &attributes);
                assert!(
                    scene.height < 25_000.0 && scene.table.note.is_empty(),
                    "{kind} {width}: {}",
                    scene.height
                );
                for mark in &scene.marks {
                    let inside = mark.area.x >= -1.0 && mark.area.right() <= width + 1.0;
                    assert!(inside, "{kind} {width} {}", mark.label);
                }
                scene
            };
            let bars = draw("bar", "indicator-01", &all, &year);
            assert_eq!((bars.marks.len(), bars.table.rows.len()), (230, 230));
            // The names of all of them would push the unit out of the subtitle.
            let unit = if lang == Lang::EN { "CN¥" } else { "亿元" };
            let drawn = bars
                .shapes
                .iter()
                .any(|shape| matches!(shape, Shape::Text(run) if run.text.contains(unit)));
            assert!(drawn, "{}", bars.words.subtitle);

            let ranks = draw("rank", "indicator-01", &all, &year);
            let value = |id: &&str| ds.observation(ds.find_observation(id).unwrap()).value.to_f64();
            let marks = marked(&ranks);
            let places: Vec<f64> = marks.iter().filter(|id| id.ends_with("rank")).map(value).collect();
            assert_eq!(places, (1..=230).map(f64::from).collect::<Vec<_>>(), "in order");

            let one = draw("line", "indicator-01", "zone-017", &[]);
            assert_eq!((one.marks.len(), one.table.rows.len()), (20, 20));
            let several = draw("line", "indicator-03", &few, &[]);
            assert_eq!((several.marks.len(), several.table.rows.len()), (80, 80));
            let counted = draw("bar", "indicator-04", "zone-230", &[]);
            assert_eq!(counted.marks.len(), 20);
            let auto = draw("auto", "indicator-02", "zone-100", &[]);
            assert!(auto.marks.len() >= 20, "{}", auto.marks.len());
        }
    }
}

#[test]
fn a_long_list_has_its_first_rows_and_says_so() {
    let ds = zones();
    let count = ds.observations().len();
    assert_eq!(count, 230 * 6 * 20 + 230);
    for lang in [Lang::EN, Lang::ZH] {
        let scene = drawn(&ds, "table", lang, 640.0, &[]);
        let note = &scene.table.note;
        assert_eq!(scene.table.rows.len(), 1000);
        assert!(note.contains("1,000") && note.contains("27,830"), "{note}");
        let spoken = &scene.words.description;
        assert!(spoken.contains(note) && spoken.contains("27830"), "{spoken}");
        let source = &scene.words.sources[0];
        assert!(source.count.contains("27830"), "{}", source.count);
        let short = drawn(&ds, "table", lang, 640.0, &[("entity", "zone-017")]);
        assert_eq!((short.table.rows.len(), short.table.note.as_str()), (121, ""));
    }
    let spec = Spec::read(&ds, Lang::EN, &|_| None).unwrap();
    assert_eq!(chart::listed(&ds, &spec).len(), count, "the CSV file has all");
}

#[test]
fn a_line_of_ten_thousand_days() {
    let ds = stepped(&daily(10_000), 1000).unwrap();
    assert_eq!(ds.observations().len(), 10_000);
    let mut by_value: Vec<_> = ds.observations().iter().collect();
    by_value.sort_by(|a, b| a.value.compare(b.value));
    for lang in [Lang::EN, Lang::ZH] {
        let scene = drawn(
            &ds,
            "chart",
            lang,
            640.0,
            &[("kind", "line"), ("indicator", "indicator-01")],
        );
        // Few enough to be walked through; with the first, the last, the highest and the lowest.
        assert!((100..=400).contains(&scene.marks.len()), "{} marks", scene.marks.len());
        let marks = marked(&scene);
        for o in [
            &ds.observations()[0],
            &ds.observations()[9999],
            by_value[0],
            by_value[9999],
        ] {
            let same = |id: &str| ds.observation(ds.find_observation(id).unwrap()).value == o.value;
            assert!(marks.iter().any(|id| same(id)), "{}", o.id);
        }
        assert_eq!(scene.table.rows.len(), 1000);
        assert!(scene.table.note.contains("10,000"), "{}", scene.table.note);
        assert_eq!(export::observations(&scene).len(), 10_000, "the CSV file has all");
    }
}
