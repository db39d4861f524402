//! Figures, axes and periods in both languages, as they were read line by line.
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

mod common;

use common::hold;
use zonestat::format::{
    Decimal, Figure, Kind, Lang, Measure, Nature, Period, PeriodForm, Status, Unit, axis_figure, axis_scale,
    axis_ticks, axis_unit, figure, parse_figure, period_axis_of, period_of, period_phrase, signed,
};

const FIGURES: &str = include_str!("golden/figures.tsv");
const PERIODS: &str = include_str!("golden/periods.tsv");
const AXES: &str = include_str!("golden/axes.tsv");
const BOTH: [Lang; 2] = [Lang::ZH, Lang::EN];

/// The fields of each line that is no comment.
fn lines(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// A printed figure, as one to be written. Money is what has no unit of its own.
fn printed<'a>(text: &str, measure: Measure<'a>) -> Figure<'a> {
    let p = parse_figure(text).unwrap_or_else(|| panic!("{text}"));
    Figure {
        value: p.value,
        magnitude: p.magnitude,
        unit: p.unit_hint.unwrap_or(Unit::Cny),
        kind: Kind::Level,
        qualifier: p.qualifier,
        measure: Some(measure),
    }
}

#[test]
fn figures() {
    let mut written = String::new();
    for fields in lines(FIGURES) {
        let [text, classifier, one, other] = fields[..4] else {
            panic!("{fields:?}")
        };
        let what = printed(text, Measure { classifier, one, other });
        let texts = BOTH.map(|lang| figure(lang, &what));
        written += &[text, classifier, one, other, &texts[0], &texts[1]].join("\t");
        written.push('\n');
    }
    hold("figures.tsv", FIGURES, &written);
}

#[test]
fn periods() {
    let mut written = String::new();
    for fields in lines(PERIODS) {
        let [text, nature, status] = fields[..3] else {
            panic!("{fields:?}")
        };
        let when = Period::parse(text).unwrap();
        let (n, s) = (Nature::parse(nature).unwrap(), Status::parse(status).unwrap());
        let texts = BOTH.map(|lang| {
            let (year, part) = period_axis_of(lang, when, n, s);
            [
                period_of(lang, when, PeriodForm::Long, n, s),
                period_of(lang, when, PeriodForm::Short, n, s),
                period_phrase(lang, when, n, s),
                [year, part].join("/").trim_end_matches('/').to_owned(),
            ]
            .join("\t")
        });
        written += &[text, nature, status, &texts[0], &texts[1]].join("\t");
        written.push('\n');
    }
    hold("periods.tsv", PERIODS, &written);
}

/// An axis: its unit, its ticks, and the figures that stand at its marks.
#[test]
fn axes() {
    let mut written = String::new();
    for fields in lines(AXES) {
        let [ticks, figures] = fields[..2] else {
            panic!("{fields:?}")
        };
        let measure = Measure {
            classifier: "个",
            one: "project",
            other: "projects",
        };
        let marks: Vec<Figure> = figures.split(' ').map(|text| printed(text, measure)).collect();
        let largest = marks.iter().map(|f| f.value).max_by(|a, b| a.compare(*b)).unwrap();
        let values: Vec<Decimal> = ticks.split(' ').map(|text| Decimal::parse(text).unwrap()).collect();
        let texts = BOTH.map(|lang| {
            let scale = axis_scale(lang, marks[0].unit, Some(measure), largest);
            let labels: Vec<String> = marks.iter().map(|f| axis_figure(lang, f, &scale)).collect();
            [
                axis_unit(lang, &scale),
                axis_ticks(lang, &values, &scale).join(" "),
                labels.join(" "),
            ]
            .join("\t")
        });
        written += &[ticks, figures, &texts[0], &texts[1]].join("\t");
        written.push('\n');
    }
    hold("axes.tsv", AXES, &written);
}

#[test]
fn signs() {
    let percent = |text: &str| Figure::new(Decimal::parse(text).unwrap(), Unit::Percent).of_kind(Kind::YoyGrowth);
    assert_eq!(signed(Lang::EN, &percent("8.6")), "+8.6%");
    assert_eq!(signed(Lang::ZH, &percent("-2.10")), "\u{2212}2.10%");
    assert_eq!(signed(Lang::EN, &percent("0")), "0%");
    let money = Figure::new(Decimal::parse("-500000000").unwrap(), Unit::Cny).at(8);
    assert_eq!(
        signed(Lang::EN, &money.at(6)),
        "\u{2212}CN¥500.000000\u{a0}million",
        "all digits that are given"
    );
    let money = Figure::natural(Decimal::parse("-500000000").unwrap(), Unit::Cny);
    assert_eq!(signed(Lang::EN, &money), "\u{2212}CN¥500\u{a0}million");
    assert_eq!(signed(Lang::ZH, &money), "\u{2212}5亿元");
}
