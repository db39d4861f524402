//! Figures, periods and sentences; texts measured and broken. `cargo bench --bench words`
#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box};
use zonestat::data::{Dataset, ObservationIx};
use zonestat::format::{Lang, Nature, PeriodForm, figure, period};
use zonestat::reading::Reading;
use zonestat::text::{Font, TableMeasure, TextMeasure as _, break_lines, elide};

fn main() {
    divan::main();
}

const LANGS: [&str; 2] = ["en", "zh"];
const FONT: Font = Font {
    size: 13.0,
    weight: 400,
};
const TEXTS: [&str; 2] = [
    "Exports and imports of the zone from January to August 2017, as the report on its work prints them, in yuan.",
    "德州经济技术开发区2017年1–8月进出口总额，按工作情况报告所载，单位为亿元；其中出口额、进口额另行列出。",
];

fn readings(lang: &str) -> Vec<Reading<'static>> {
    let ds = Dataset::bundled();
    let all = (0..ds.observations().len()).filter_map(ObservationIx::of);
    all.map(|ix| Reading::new(ds, ix, Lang::of_tag(lang))).collect()
}

#[divan::bench(args = LANGS)]
fn every_figure(bencher: Bencher<'_, '_>, lang: &str) {
    let (all, lang) = (readings(lang), Lang::of_tag(lang));
    bencher.bench_local(|| all.iter().map(|r| figure(lang, &r.figure()).len()).sum::<usize>());
}

#[divan::bench(args = LANGS)]
fn every_period(bencher: Bencher<'_, '_>, lang: &str) {
    let (all, lang) = (readings(lang), Lang::of_tag(lang));
    let text = |r: &Reading<'_>| period(lang, r.observation.period, PeriodForm::Long, Nature::Flow).len();
    bencher.bench_local(|| all.iter().map(text).sum::<usize>());
}

#[divan::bench(args = LANGS)]
fn every_sentence(bencher: Bencher<'_, '_>, lang: &str) {
    let all = readings(lang);
    bencher.bench_local(|| all.iter().map(|r| r.speech().len()).sum::<usize>());
}

#[divan::bench(args = TEXTS)]
fn measure(text: &str) -> f64 {
    TableMeasure.width(black_box(text), FONT)
}

#[divan::bench(args = TEXTS)]
fn break_into_lines(text: &str) -> usize {
    break_lines(black_box(text), FONT, 180.0, 9, &TableMeasure).lines.len()
}

#[divan::bench(args = TEXTS)]
fn cut_off(text: &str) -> String {
    elide(black_box(text), FONT, 180.0, &TableMeasure)
}
