//! Five renderings, one set of figures: whatever a case of the gallery shows on its canvas, it says in its table, aloud,
//! in its CSV and in its JSON-LD. Each rendering is read back as its reader would read it, in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod support;

use std::collections::BTreeMap;

use support::{cases, scene};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::export::{csv, jsonld, observations};
use zonestat::format::{Decimal, Lang, Unit};
use zonestat::scene::Scene;

/// The value of each observation, by its id; of a date the year. Signs are words in texts, so that values have none here.
type Figures = BTreeMap<String, Decimal>;

fn of(ds: &Dataset, id: &str) -> ObservationIx {
    ds.find_observation(id)
        .unwrap_or_else(|| panic!("{id} is no observation"))
}

/// What the data says of the observations that a scene's marks stand for: the measure for all five.
fn expected(ds: &Dataset, scene: &Scene) -> Figures {
    let ids = scene.marks.iter().flat_map(|mark| &mark.observations);
    ids.map(|id| (id.clone(), unsigned(ds.observation(of(ds, id)).value)))
        .collect()
}

/// The same with what is said in the table of what is drawn: growth, share and rank of a figure beside another.
fn listed(ds: &Dataset, scene: &Scene) -> Figures {
    let figure = |id: &str| unsigned(ds.observation(of(ds, id)).value);
    observations(scene)
        .into_iter()
        .map(|id| (id.to_owned(), figure(id)))
        .collect()
}

fn unsigned(value: Decimal) -> Decimal {
    value
        .to_string()
        .strip_prefix('-')
        .map_or(value, |text| Decimal::parse(text).unwrap())
}

/// A number in a text: as it stands, and times the word of size behind it.
struct Number {
    plain: Decimal,
    size: i8,
}

/// Words of size, the longer before those that they begin with.
const SIZES: [(&str, i8); 7] = [
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
    ("万亿", 12),
    ("亿", 8),
    ("万", 4),
];

fn scaled(value: Decimal, size: i8) -> Decimal {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let size = usize::try_from(size).unwrap();
    let padded = format!("{fraction:0<size$}");
    let (left, right) = padded.split_at(size);
    let digits = format!("{whole}{left}{}{right}", if right.is_empty() { "" } else { "." });
    Decimal::parse(&digits).unwrap()
}

/// Words that are a position: a claim to be the first, or the only one, is a rank of 1.
const FIRST: [&str; 7] = ["first", "only", "exclusive", "首", "第一", "唯一", "独家"];

/// Every number of a text.
fn numbers(text: &str) -> Vec<Number> {
    let small = text.to_lowercase();
    let place = FIRST.iter().any(|word| small.contains(word)).then_some(Number {
        plain: Decimal::whole(1),
        size: 0,
    });
    let mut found: Vec<Number> = place.into_iter().collect();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let mut end = 0;
        let bytes = rest.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut point = false;
        while digit(end)
            || (bytes.get(end) == Some(&b',') && (1..=3).all(|n| digit(end + n)) && !digit(end + 4))
            || (bytes.get(end) == Some(&b'.') && !point && digit(end + 1))
        {
            point |= bytes[end] == b'.';
            end += 1;
        }
        let digits = rest[..end].replace(',', "");
        rest = &rest[end..];
        let behind = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let size = SIZES
            .iter()
            .find(|(word, _)| behind.starts_with(word))
            .map_or(0, |(_, size)| *size);
        if let Some(plain) = Decimal::parse(&digits) {
            found.push(Number { plain, size });
        }
    }
    found
}

/// Takes the number that is `value` out of those read, either as its own words size it or as a heading does.
fn take(from: &mut Vec<Number>, value: Decimal, headings: &[i8]) -> bool {
    let fits = |number: &Number| {
        scaled(number.plain, number.size).same_value(value)
            || (number.size == 0
                && headings
                    .iter()
                    .any(|size| scaled(number.plain, *size).same_value(value)))
    };
    let place = from.iter().position(fits);
    place.map(|place| from.swap_remove(place)).is_some()
}

/// The observations that texts hold: each number stands for one of them only.
fn read(ds: &Dataset, ids: &[String], texts: &[&str], headings: &[i8]) -> Figures {
    let mut read: Vec<Number> = texts.iter().flat_map(|text| numbers(text)).collect();
    let mut found = Figures::new();
    for id in ids {
        let value = unsigned(ds.observation(of(ds, id)).value);
        if take(&mut read, value, headings) {
            found.insert(id.clone(), value);
        }
    }
    found
}

/// Sizes that axis titles and subtitles name for the bare numbers below them.
fn headings(scene: &Scene) -> Vec<i8> {
    let texts = scene.texts().map(|run| run.text.as_str());
    let named = texts.filter(|text| !text.contains(|c: char| c.is_ascii_digit()) || text.contains('·'));
    named
        .flat_map(|text| {
            SIZES
                .iter()
                .filter(move |(word, _)| text.contains(word))
                .map(|(_, size)| *size)
        })
        .collect()
}

/// What is drawn, and what its marks say of themselves when they are pointed at.
fn canvas(ds: &Dataset, scene: &Scene) -> Figures {
    let runs: Vec<&str> = scene.texts().map(|run| run.text.as_str()).collect();
    let all: Vec<String> = expected(ds, scene).into_keys().collect();
    let mut found = read(ds, &all, &runs, &headings(scene));
    for mark in &scene.marks {
        let tip: Vec<&str> = mark
            .tip
            .rows
            .iter()
            .map(|(_, value)| value.as_str())
            .chain([mark.tip.title.as_str()])
            .collect();
        found.extend(read(ds, &mark.observations, &tip, &[]));
    }
    found
}

fn table(ds: &Dataset, scene: &Scene) -> Figures {
    let row = |row: &zonestat::scene::TableRow| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        read(ds, &row.observations, &cells, &[])
    };
    scene.table.rows.iter().flat_map(row).collect()
}

fn spoken(ds: &Dataset, scene: &Scene) -> Figures {
    let mut found = Figures::new();
    for mark in &scene.marks {
        found.extend(read(ds, &mark.observations, &[&mark.speech], &[]));
    }
    found
}

fn year_or_value(text: &str, date: bool) -> Decimal {
    let text = if date { text.split('-').next().unwrap() } else { text };
    unsigned(Decimal::parse(text).unwrap())
}

fn spreadsheet(text: &str) -> Figures {
    let mut rows = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names = rows.headers().unwrap().clone();
    let column = |name: &str| names.iter().position(|column| column == name).unwrap();
    let (id, value, unit) = (column("id"), column("value"), column("unit"));
    let row = |row: ::csv::Result<::csv::StringRecord>| {
        let row = row.unwrap();
        (row[id].to_owned(), year_or_value(&row[value], &row[unit] == "date"))
    };
    rows.records().map(row).collect()
}

fn linked(text: &str) -> Figures {
    let document: serde_json::Value = serde_json::from_str(text).unwrap();
    let entry = |o: &serde_json::Value| {
        let id = o["@id"].as_str().unwrap().strip_prefix("zs:observation:").unwrap();
        let value = o["value"]["@value"].as_str().unwrap();
        (
            id.to_owned(),
            year_or_value(value, o["unitText"] == Unit::Date.as_str()),
        )
    };
    document["mainEntity"].as_array().unwrap().iter().map(entry).collect()
}

/// What differs, by observation.
fn differences(expected: &Figures, found: &Figures) -> Vec<String> {
    let missing = expected
        .iter()
        .filter(|(id, value)| !found.get(*id).is_some_and(|v| v.same_value(**value)));
    let added = found.keys().filter(|id| !expected.contains_key(*id));
    missing
        .map(|(id, value)| format!("{id} = {value}"))
        .chain(added.map(|id| format!("+ {id}")))
        .collect()
}

#[test]
fn five_renderings_hold_the_same_figures_in_both_languages() {
    let ds = Dataset::bundled();
    let mut report = Vec::new();
    for case in cases() {
        let mut shown = Vec::new();
        for lang in [Lang::ZH, Lang::EN] {
            let scene = scene(&case, 720.0, 0.0, lang).unwrap();
            let (expected, listed) = (expected(ds, &scene), listed(ds, &scene));
            assert!(!expected.is_empty(), "{} shows nothing", case.id);
            let ids: Vec<ObservationIx> = observations(&scene).into_iter().map(|id| of(ds, id)).collect();
            // What can be listed at any length lists all; what is drawn and heard is what marks stand for.
            for (rendering, wanted, found) in [
                ("canvas", &expected, canvas(ds, &scene)),
                ("speech", &expected, spoken(ds, &scene)),
                ("table", &listed, table(ds, &scene)),
                ("CSV", &listed, spreadsheet(&csv(ds, &ids))),
                ("JSON-LD", &listed, linked(&jsonld(ds, &ids))),
            ] {
                let differs = differences(wanted, &found);
                if !differs.is_empty() {
                    report.push(format!(
                        "{} {} {rendering}: {}",
                        case.id,
                        lang.code(),
                        differs.join(", ")
                    ));
                }
            }
            for (id, value) in &expected {
                assert_eq!(listed.get(id), Some(value), "{}: {id} is drawn and not listed", case.id);
            }
            shown.push(expected);
        }
        assert_eq!(shown[0], shown[1], "{}: the languages show different figures", case.id);
    }
    assert!(report.is_empty(), "{}\n{}", report.len(), report.join("\n"));
}
