//! Loading, and what is asked of 230,000 observations: a ranking of 230 zones, 50 indicators over 20 years, and 10,000
//! days. `cargo bench --bench load`
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use divan::{Bencher, black_box};
use zonestat::chart::{self, Frame};
use zonestat::data::{Dataset, Filter, Loading};
use zonestat::export::rendition;
use zonestat::format::Lang;
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;

fn main() {
    divan::main();
}

const CURATED: [(&str, &str); 6] = [
    ("sources.csv", include_str!("../data/sources.csv")),
    ("entities.csv", include_str!("../data/entities.csv")),
    ("indicators.csv", include_str!("../data/indicators.csv")),
    ("observations.csv", include_str!("../data/observations.csv")),
    ("locators.csv", include_str!("../data/locators.csv")),
    ("relations.csv", include_str!("../data/relations.csv")),
];

type Files = Vec<(&'static str, String)>;

fn parse(files: &Files) -> Dataset {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Dataset::parse(&files).unwrap()
}

#[divan::bench]
fn curated_tables(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Dataset::parse(black_box(&CURATED)).unwrap());
}

#[divan::bench]
fn bundled_tables(bencher: Bencher<'_, '_>) {
    // Unpacked once a process; what can be repeated is putting the tables in order.
    bencher.bench_local(|| Dataset::new(black_box(Dataset::bundled().tables()).clone()));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn large_in_one_go(bencher: Bencher<'_, '_>) {
    let files = synthetic::files(synthetic::LARGE);
    bencher.bench_local(|| parse(black_box(&files)));
}

/// As a page does it: 128 rows at a time.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn large_step_by_step(bencher: Bencher<'_, '_>) {
    let files = synthetic::files(synthetic::LARGE);
    bencher.bench_local(|| {
        let mut loading = Loading::default();
        for (name, text) in &files {
            loading.add(name, text, text.len());
        }
        loop {
            if let Some(read) = loading.step(128) {
                break read.unwrap();
            }
        }
    });
}

#[divan::bench]
fn select_of_large(bencher: Bencher<'_, '_>) {
    let ds = parse(&synthetic::files(synthetic::LARGE));
    let filter = Filter {
        indicator: ds.find_indicator("indicator-07").into_iter().collect(),
        ..Filter::default()
    };
    bencher.bench_local(|| ds.select(black_box(&filter)));
}

/// What is drawn of it: the attributes, and how many zones.
const DRAWN: [(&str, &str, usize); 5] = [
    ("bar", "2024", 230),
    ("rank", "2024", 230),
    ("line", "2005", 1),
    ("line", "2005", 6),
    ("table", "2005", 230),
];

#[divan::bench(args = DRAWN)]
fn draw_of_large(bencher: Bencher<'_, '_>, (kind, from, zones): (&str, &str, usize)) {
    let ds = parse(&synthetic::files(synthetic::LARGE));
    let zones: Vec<String> = (1..=zones).map(|zone| format!("zone-{zone:03}")).collect();
    let zones = zones.join(" ");
    bencher.bench_local(|| draw(&ds, kind, from, &zones));
}

#[divan::bench]
fn draw_ten_thousand_days(bencher: Bencher<'_, '_>) {
    let ds = parse(&synthetic::daily(10_000));
    bencher.bench_local(|| draw(&ds, "line", "1997", "zone-001"));
}

/// Reads the attributes, lays out, writes what the skin gets.
fn draw(ds: &Dataset, kind: &str, from: &str, zones: &str) -> usize {
    let frame = Frame {
        width: 640.0,
        height: 0.0,
        lang: Lang::EN,
        measure: &TableMeasure,
        hidden: &[],
        quiet: false,
    };
    let given = |name: &str| match name {
        "kind" if kind != "table" => Some(kind.to_owned()),
        "indicator" => Some("indicator-01".to_owned()),
        "from" => Some(from.to_owned()),
        "entity" => Some(zones.to_owned()),
        _ => None,
    };
    let spec = Spec::read(ds, Lang::EN, &given).unwrap();
    let draw = if kind == "table" { chart::listing } else { chart::chart };
    rendition(&draw(ds, &spec, &frame).unwrap(), "").len()
}
