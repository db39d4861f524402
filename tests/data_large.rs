//! Large datasets, read step by step: the same dataset and the same problems as in one go, and charts over it.
#![allow(missing_docs, clippy::unwrap_used)]

mod synthetic;

use std::time::Instant;
use zonestat::chart::{self, Frame};
use zonestat::data::{Dataset, Loading};
use zonestat::format::Lang;
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;

/// The processor's time that this thread has used.
fn cpu() -> std::time::Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    std::time::Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

#[test]
#[ignore]
fn timings() {
    let clock = Instant::now();
    let files = synthetic::files(synthetic::LARGE);
    println!("made in {:?}", clock.elapsed());
    for (name, text) in &files {
        std::fs::write(format!("target/synthetic/{name}"), text).unwrap();
    }
    if std::env::var_os("ONLY_FILES").is_some() {
        return;
    }
    let mut loading = Loading::default();
    for (name, text) in &files {
        loading.add(name, text, text.len());
    }
    let clock = Instant::now();
    let mut longest = std::time::Duration::ZERO;
    let mut last = 1000;
    let start = cpu();
    let ds = loop {
        let step = cpu();
        let done = loading.step(256);
        let took = cpu() - step;
        if took > longest || loading.percent() / 5 != last / 5 {
            longest = longest.max(took);
            last = loading.percent();
            println!(
                "{} % after {:?}, longest step {longest:?}",
                loading.percent(),
                cpu() - start
            );
        }
        if let Some(done) = done {
            break done.unwrap();
        }
    };
    let ids: Vec<&str> = ds
        .entities()
        .iter()
        .map(|e| &*e.id)
        .filter(|id| id.starts_with("zone"))
        .collect();
    let all = ids.join(" ");
    let some = ids[..6].join(" ");
    let mut draw = |what: &str, attributes: &[(&str, &str)]| {
        let clock = cpu();
        let spec = Spec::read(&ds, Lang::EN, &|name| {
            attributes
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
        .unwrap();
        let read = cpu() - clock;
        let frame = Frame {
            width: 1200.0,
            height: 0.0,
            lang: Lang::EN,
            measure: &TableMeasure,
            hidden: &[],
        };
        let scene = if what == "table" {
            chart::listing(&ds, &spec, &frame)
        } else {
            chart::chart(&ds, &spec, &frame)
        };
        let composed = cpu() - clock;
        let marks = scene.as_ref().map(|scene| scene.marks.len()).unwrap_or(0);
        let text = scene
            .as_ref()
            .map(|scene| zonestat::export::rendition(scene, "").len())
            .unwrap_or(0);
        println!(
            "{what} {:?}: read {read:?}, composed {composed:?}, with json {:?}; {marks} marks, {text} bytes {:?}",
            attributes
                .iter()
                .map(|(k, v)| (*k, &v[..v.len().min(30)]))
                .collect::<Vec<_>>(),
            cpu() - clock,
            scene.err()
        );
    };
    draw(
        "chart",
        &[
            ("kind", "bar"),
            ("indicator", "indicator-01"),
            ("entity", &all),
            ("from", "2024"),
            ("to", "2024"),
        ],
    );
    draw(
        "chart",
        &[
            ("kind", "rank"),
            ("indicator", "indicator-01"),
            ("entity", &all),
            ("from", "2024"),
            ("to", "2024"),
        ],
    );
    draw(
        "chart",
        &[("kind", "line"), ("indicator", "indicator-01"), ("entity", "zone-017")],
    );
    draw(
        "chart",
        &[("kind", "line"), ("indicator", "indicator-01"), ("entity", &some)],
    );
    draw(
        "chart",
        &[("kind", "line"), ("indicator", "indicator-01"), ("entity", &all)],
    );
    draw(
        "chart",
        &[("kind", "bar"), ("indicator", "indicator-01"), ("entity", &some)],
    );
    draw("chart", &[("indicator", "indicator-01")]);
    draw("chart", &[("entity", "zone-017")]);
    draw("table", &[("indicator", "indicator-01"), ("entity", &some)]);
    draw("table", &[("indicator", "indicator-01"), ("entity", &all)]);
    draw("table", &[]);
    let clock = Instant::now();
    println!("derived {} {:?}", ds.derived().len(), clock.elapsed());
    let clock = Instant::now();
    println!(
        "csv {} {:?}",
        zonestat::export::csv(
            &ds,
            &(0..ds.observations().len())
                .filter_map(zonestat::data::ObservationIx::of)
                .collect::<Vec<_>>()
        )
        .len(),
        clock.elapsed()
    );
    let clock = Instant::now();
    println!(
        "package {} {:?}",
        zonestat::export::datapackage(&ds).len(),
        clock.elapsed()
    );
    let _ = Dataset::bundled();
}
