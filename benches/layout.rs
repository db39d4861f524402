//! Each kind of chart and each card over the bundled data: layout, replay, SVG, the JSON of the skin.
//! `cargo bench --bench layout`
#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box};
use zonestat::card;
use zonestat::chart;
use zonestat::data::Dataset;
use zonestat::export::rendition;
use zonestat::format::Lang;
use zonestat::scene::{Point, Scene, Surface, TextRun, replay, to_svg};
use zonestat::spec::Spec;
use zonestat::text::TableMeasure;
use zonestat::theme::{Rgb, Theme};

fn main() {
    divan::main();
}

type Attributes = &'static [(&'static str, &'static str)];

/// A chart of each kind.
const CHARTS: &[Attributes] = &[
    &[("kind", "bar"), ("indicator", "trade")],
    &[("kind", "line"), ("indicator", "gdp")],
    &[
        ("kind", "donut"),
        ("indicator", "primary-sector secondary-sector tertiary-sector"),
    ],
    &[
        ("kind", "bullet"),
        ("indicator", "financing-indirect-new financing-direct-new"),
    ],
    &[("kind", "pipeline")],
    &[("kind", "timeline")],
    &[("kind", "rank")],
    &[
        ("kind", "nested"),
        ("indicator", "area-total area-planned area-built-up"),
    ],
    &[],
];
/// A card of each variant that says what it is of by itself.
const CARDS: &[Attributes] = &[
    &[("variant", "kpi"), ("indicator", "gdp")],
    &[(
        "observation",
        "etdz-leading-industries-2020-11-29 etdz-leading-industries-2022-05",
    )],
    &[("variant", "rank"), ("indicator", "trade")],
    &[("indicator", "budget-revenue")],
];

fn spec(ds: &Dataset, attributes: Attributes) -> Spec {
    let given = |name: &str| attributes.iter().find(|(key, _)| *key == name);
    Spec::read(ds, Lang::EN, &|name| given(name).map(|(_, value)| (*value).to_owned())).unwrap()
}

fn draw_chart(attributes: Attributes, lang: Lang, width: f64) -> Scene {
    let ds = Dataset::bundled();
    let frame = chart::Frame {
        width,
        height: 0.0,
        lang,
        measure: &TableMeasure,
        hidden: &[],
        quiet: false,
    };
    chart::chart(ds, &spec(ds, attributes), &frame).unwrap()
}

#[divan::bench(args = CHARTS)]
fn chart_of(bencher: Bencher<'_, '_>, attributes: &Attributes) {
    bencher.bench_local(|| draw_chart(black_box(attributes), Lang::EN, 640.0));
}

#[divan::bench(args = CHARTS)]
fn narrow_chart_in_chinese(bencher: Bencher<'_, '_>, attributes: &Attributes) {
    bencher.bench_local(|| draw_chart(black_box(attributes), Lang::ZH, 320.0));
}

#[divan::bench(args = CARDS)]
fn card_of(bencher: Bencher<'_, '_>, attributes: &Attributes) {
    let ds = Dataset::bundled();
    let frame = card::Frame {
        width: 360.0,
        height: 0.0,
        lang: Lang::EN,
        measure: &TableMeasure,
    };
    bencher.bench_local(|| card::card(ds, &spec(ds, black_box(attributes)), &frame).unwrap());
}

#[divan::bench]
fn svg(bencher: Bencher<'_, '_>) {
    let scene = draw_chart(CHARTS[0], Lang::EN, 640.0);
    bencher.bench_local(|| to_svg(black_box(&scene), &Theme::light(), ""));
}

/// A surface that only looks at what it is given: what is left is the cost of playing.
struct Nothing;

impl Surface for Nothing {
    type Error = std::convert::Infallible;
    fn fill(&mut self, points: &[Point], colour: Rgb) -> Result<(), Self::Error> {
        black_box((points, colour));
        Ok(())
    }
    fn stroke(&mut self, points: &[Point], width: f64, colour: Rgb) -> Result<(), Self::Error> {
        black_box((points, width, colour));
        Ok(())
    }
    fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) -> Result<(), Self::Error> {
        black_box((centre, radius, colour));
        Ok(())
    }
    fn text(&mut self, run: &TextRun, colour: Rgb) -> Result<(), Self::Error> {
        black_box((run, colour));
        Ok(())
    }
}

#[divan::bench]
fn play(bencher: Bencher<'_, '_>) {
    let scene = draw_chart(CHARTS[0], Lang::EN, 640.0);
    bencher.bench_local(|| replay(black_box(&scene), &Theme::light(), 1.0, &mut Nothing));
}

#[divan::bench]
fn json(bencher: Bencher<'_, '_>) {
    let scene = draw_chart(CHARTS[0], Lang::EN, 640.0);
    bencher.bench_local(|| rendition(black_box(&scene), ""));
}
