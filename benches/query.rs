//! Asking a dataset of 100,000 observations. `cargo bench --bench query`
#![allow(missing_docs)]

use divan::{Bencher, black_box};
use zonestat::data::{Dataset, Filter, Tables};
use zonestat::format::{Kind, Period, Point, Status};

const COUNT: usize = 100_000;

fn main() {
    divan::main();
}

/// The bundled dataset repeated year by year until it has so many observations.
fn synthetic() -> Dataset {
    let bundled = Dataset::bundled().tables();
    let mut tables = Tables {
        observations: Vec::new(),
        locators: Vec::new(),
        relations: Vec::new(),
        ..bundled.clone()
    };
    let size = bundled.observations.len();
    for place in 0..COUNT {
        let (year, at) = (place % (COUNT / size + 1), place / (COUNT / size + 1));
        let mut observation = bundled.observations[at].clone();
        observation.id = format!("{}-{year}", observation.id).into();
        observation.of = None;
        if let Period::At(point) = observation.period {
            let year = u16::try_from(1900 + year).unwrap_or(1900);
            observation.period = Period::At(Point { year, part: point.part });
        }
        tables.observations.push(observation);
        tables.locators.push(bundled.locators[at].clone());
    }
    Dataset::new(tables)
}

/// A filter that every observation has to be held against.
fn narrow(ds: &Dataset) -> Filter {
    Filter {
        entity: ds.find_entity("dezhou-etdz").into_iter().collect(),
        indicator: ["gdp", "trade", "exports", "imports"]
            .iter()
            .filter_map(|id| ds.find_indicator(id))
            .collect(),
        status: vec![Status::Actual, Status::Estimated],
        kind: vec![Kind::Level],
        from: Point::parse("1950"),
        to: Point::parse("2150"),
        source: ds.find_source("work-report-2017").into_iter().collect(),
        ..Filter::default()
    }
}

#[divan::bench]
fn filter(bencher: Bencher<'_, '_>) {
    let ds = synthetic();
    let filter = narrow(&ds);
    bencher.bench_local(|| ds.select(black_box(&filter)));
}

#[divan::bench]
fn filter_by_source_alone(bencher: Bencher<'_, '_>) {
    let ds = synthetic();
    let filter = Filter {
        source: ds.find_source("news-2023").into_iter().collect(),
        ..Filter::default()
    };
    bencher.bench_local(|| ds.select(black_box(&filter)));
}

#[divan::bench]
fn filter_by_dates_alone(bencher: Bencher<'_, '_>) {
    let ds = synthetic();
    let filter = Filter {
        from: Point::parse("1950"),
        to: Point::parse("2150-06"),
        ..Filter::default()
    };
    bencher.bench_local(|| ds.select(black_box(&filter)));
}

#[divan::bench]
fn everything(bencher: Bencher<'_, '_>) {
    let ds = synthetic();
    bencher.bench_local(|| ds.select(black_box(&Filter::default())));
}

#[divan::bench]
fn find_an_id(bencher: Bencher<'_, '_>) {
    let ds = synthetic();
    bencher.bench_local(|| ds.find_observation(black_box("etdz-trade-2021-7")));
}

#[divan::bench]
fn index_the_bundled_tables(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Dataset::new(black_box(Dataset::bundled().tables()).clone()));
}
