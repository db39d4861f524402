//! Five renderings, one set of figures: what the canvas, the table, speech, CSV and JSON-LD say of a gallery case is read
//! back, by the parser that reads the documents, and must be the same observations with the same exact values.
//!
//! The figures of a rendering are a multiset: each observation needs a printing of its own, so that two figures that happen
//! to be equal are printed twice. Text is read, not searched: `11.2 billion` is no printing of 1.2 billion, nor of 11.20.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod explained;
#[path = "../figures/mod.rs"]
mod figures;
#[path = "../support/mod.rs"]
mod support;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use figures::{Printing, is_printed, printings};
use support::{cases, scene};
use zonestat::data::{Dataset, Observation, ObservationIx};
use zonestat::export;
use zonestat::format::{Decimal, Lang};
use zonestat::scene::Scene;

/// Every case of the gallery in a language, at the width of a page and of a phone.
fn gallery(lang: Lang, mut see: impl FnMut(&str, &Scene)) {
    for case in cases() {
        for width in [720.0, 320.0] {
            let scene = scene(&case, width, 0.0, lang).unwrap_or_else(|e| panic!("{}: {e}", case.id));
            see(&format!("{} in {} at {width}", case.id, lang.code()), &scene);
        }
    }
}

fn observation(id: &str) -> &'static Observation {
    let ds = Dataset::bundled();
    ds.observation(ds.find_observation(id).unwrap_or_else(|| panic!("no {id}")))
}

/// The observations of a scene: those of its marks.
fn shown(scene: &Scene) -> BTreeSet<&str> {
    scene
        .marks
        .iter()
        .flat_map(|mark| &mark.observations)
        .map(String::as_str)
        .collect()
}

/// Which of some observations a text prints, each in a place of its own.
fn told<'s>(text: &str, lang: Lang, ids: impl Iterator<Item = &'s String>) -> BTreeSet<&'s str> {
    let mut places: Vec<Printing> = printings(text, lang);
    let mut told = BTreeSet::new();
    for id in ids {
        if let Some(at) = places.iter().position(|place| is_printed(observation(id), place)) {
            places.remove(at);
            told.insert(id.as_str());
        }
    }
    told
}

/// What is missing here or there.
fn difference<'a>(wanted: &BTreeSet<&'a str>, found: &BTreeSet<&'a str>) -> Vec<&'a str> {
    wanted.symmetric_difference(found).copied().collect()
}

#[test]
fn every_mark_speaks_each_of_its_figures() {
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let spoken = scene
                .marks
                .iter()
                .flat_map(|mark| told(&mark.speech, lang, mark.observations.iter()));
            assert_eq!(difference(&shown(scene), &spoken.collect()), [""; 0], "{name}");
        });
    }
}

#[test]
fn every_tooltip_shows_each_figure_of_its_mark() {
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let tips = scene.marks.iter().flat_map(|mark| {
                let rows: Vec<&str> = mark.tip.rows.iter().map(|(_, value)| value.as_str()).collect();
                told(&rows.join("\n"), lang, mark.observations.iter())
            });
            assert_eq!(difference(&shown(scene), &tips.collect()), [""; 0], "{name}");
        });
    }
}

#[test]
fn the_table_has_a_row_for_each_figure_and_prints_all_that_belong_to_it() {
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let listed: BTreeSet<&str> = scene
                .table
                .rows
                .iter()
                .flat_map(|row| &row.observations)
                .map(String::as_str)
                .collect();
            assert_eq!(difference(&shown(scene), &listed), [""; 0], "{name}");
            let mut printed = BTreeSet::new();
            for row in &scene.table.rows {
                // The value, and what else is stated; the other cells are names, periods and places.
                let text = [row.cells[3].as_str(), &row.cells[5]].join("\n");
                let found = told(&text, lang, row.observations.iter());
                // A derived rest prints its own figure, and names the observations that went in.
                if !row.cells[7].is_empty() {
                    assert_eq!(found.len(), row.observations.len(), "{name}: {row:?} prints {found:?}");
                }
                printed.extend(found);
                // The figure as it was printed is the same value, whatever the language around it.
                let first = observation(&row.observations[0]);
                if !row.cells[7].is_empty() {
                    assert!(figures::was_printed(first, &row.cells[7]), "{name}: {:?}", row.cells);
                }
            }
            assert_eq!(difference(&shown(scene), &printed), [""; 0], "{name}");
        });
    }
}

#[test]
fn what_the_canvas_leaves_out_for_want_of_room_its_tooltip_has() {
    let (mut drawn, mut all) = (0, 0);
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let texts: Vec<&str> = scene.texts().map(|run| run.text.as_str()).collect();
            let ids: Vec<String> = shown(scene).into_iter().map(str::to_owned).collect();
            let canvas = told(&texts.join(" "), lang, ids.iter());
            let tips: Vec<&str> = scene
                .marks
                .iter()
                .flat_map(|mark| &mark.tip.rows)
                .map(|(_, value)| value.as_str())
                .collect();
            let tips = told(&tips.join("\n"), lang, ids.iter());
            let seen: BTreeSet<&str> = canvas.union(&tips).copied().collect();
            assert_eq!(difference(&shown(scene), &seen), [""; 0], "{name}");
            (drawn, all) = (drawn + canvas.len(), all + ids.len());
        });
    }
    assert!(drawn * 10 > all * 7, "{drawn} of {all} figures stand on a canvas");
}

/// The values of a file by the ids of their observations; an id that stands twice is a fault of the file.
fn only(rows: impl Iterator<Item = (String, Decimal)>) -> BTreeMap<String, Decimal> {
    let mut values = BTreeMap::new();
    for (id, value) in rows {
        assert!(values.insert(id.clone(), value).is_none(), "{id} stands twice");
    }
    values
}

fn value(text: &str) -> Decimal {
    // A date's value is its day; as a number it is its digits.
    Decimal::parse(&text.replace('-', ""))
        .filter(|_| text.contains('-'))
        .or_else(|| Decimal::parse(text))
        .unwrap()
}

#[test]
fn csv_and_json_ld_hold_the_same_values_to_the_digit() {
    let ds = Dataset::bundled();
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let exported: Vec<ObservationIx> = export::observations(scene)
                .into_iter()
                .map(|id| ds.find_observation(id).unwrap())
                .collect();
            let text = export::csv(ds, &exported);
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let header = reader.headers().unwrap().clone();
            let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
            let sheet = only(reader.records().map(|record| {
                let record = record.unwrap();
                let (id, printed) = (&record[column("id")], &record[column("printed")]);
                assert!(
                    figures::was_printed(observation(id), printed),
                    "{name}: {id} as {printed}"
                );
                (id.to_owned(), value(&record[column("value")]))
            }));
            let json: serde_json::Value = serde_json::from_str(&export::jsonld(ds, &exported)).unwrap();
            let linked = only(json["mainEntity"].as_array().unwrap().iter().map(|node| {
                let id = node["@id"].as_str().unwrap().strip_prefix("zs:observation:").unwrap();
                (id.to_owned(), value(node["value"]["@value"].as_str().unwrap()))
            }));
            let scene_values = only(
                shown(scene)
                    .into_iter()
                    .map(|id| (id.to_owned(), value(&observation(id).value_text()))),
            );
            assert_eq!(sheet, scene_values, "{name}: CSV");
            assert_eq!(linked, scene_values, "{name}: JSON-LD");
        });
    }
}

#[test]
fn a_table_lists_each_printed_figure_once() {
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let printed = scene.table.rows.iter().filter(|row| !row.cells[7].is_empty());
            let mut first: Vec<&str> = printed.map(|row| row.observations[0].as_str()).collect();
            let rows = first.len();
            first.sort_unstable();
            first.dedup();
            assert_eq!(rows, first.len(), "{name}");
        });
    }
}
