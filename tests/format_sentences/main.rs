//! Sentences in both languages, as they were read line by line.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

mod claims;
#[path = "../common/mod.rs"]
mod common;
mod notes;
mod pictures;
mod statements;

use common::hold;
use zonestat::format::*;

const SENTENCES: &str = include_str!("../golden/sentences.tsv");

const PROJECTS: Measure<'static> = Measure {
    classifier: "个",
    one: "project",
    other: "projects",
};
const FIRMS: Measure<'static> = Measure {
    classifier: "家",
    one: "enterprise",
    other: "enterprises",
};
const LINES: Measure<'static> = Measure {
    classifier: "条",
    one: "production line",
    other: "production lines",
};

/// A text in the language of the case.
fn t(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::ZH { zh } else { en }
}

fn fig(text: &str) -> Figure<'static> {
    let p = parse_figure(text).unwrap_or_else(|| panic!("{text}"));
    let measure = match text.chars().last() {
        Some('家') => FIRMS,
        Some('条') => LINES,
        _ => PROJECTS,
    };
    let unit = p.unit_hint.unwrap_or(Unit::Cny);
    Figure {
        magnitude: p.magnitude,
        measure: Some(measure),
        ..Figure::new(p.value, unit)
    }
    .qualified(p.qualifier)
}

fn claim(kind: Kind, text: &str) -> Claim<'static> {
    Claim::new(fig(text).of_kind(kind))
}

fn visits(text: &str) -> Claim<'static> {
    let words = Measure {
        classifier: "次",
        one: "visit",
        other: "visits",
    };
    Claim::new(fig(text).of_kind(Kind::Count).counting(words))
}

fn zone(lang: Lang) -> &'static str {
    t(
        lang,
        "德州经济技术开发区",
        "Dezhou Economic and Technological Development Zone",
    )
}

fn city(lang: Lang) -> &'static str {
    t(lang, "德州市", "Dezhou")
}

fn p(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// A statement about the zone.
fn say(
    lang: Lang,
    names: (&'static str, &'static str),
    nature: Nature,
    period: &str,
    status: Status,
    claim: Claim,
) -> String {
    let indicator = t(lang, names.0, names.1);
    statement(
        lang,
        &Statement {
            entity: zone(lang),
            indicator,
            nature,
            period: p(period),
            status,
            claim,
        },
    )
}

const GDP: (&str, &str) = ("地区生产总值", "Gross domestic product");
const TRADE: (&str, &str) = ("货物进出口额", "Imports and exports of goods");
const SIGNED: (&str, &str) = ("签约项目", "Projects signed");

type Case = (&'static str, fn(Lang) -> String);

fn d(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn sources(lang: Lang) -> [&'static str; 3] {
    [
        t(lang, "开发区专题报道（2020年）", "Feature on the zone (2020)"),
        t(lang, "齐鲁网报道（2020年）", "Qilu Net (2020)"),
        t(lang, "大众网报道（2023年）", "Dazhong Net (2023)"),
    ]
}

/// Every observation of the bundled dataset reads as one sentence, in both languages.
#[test]
fn every_observation_reads() {
    use zonestat::data::{Dataset, ObservationIx};
    let ds = Dataset::bundled();
    for ix in (0..ds.observations().len()).filter_map(ObservationIx::of) {
        for (lang, stop) in [(Lang::ZH, '。'), (Lang::EN, '.')] {
            let said = zonestat::reading::Reading::new(ds, ix, lang).sentence();
            assert!(said.ends_with(stop) && !said.contains(['{', '}']), "{said}");
            assert!(
                !said.contains("  ") && !said.contains("。。") && !said.contains("为约"),
                "{said}"
            );
        }
    }
}

#[test]
fn sentences() {
    let mut written = String::new();
    for (name, say) in [
        statements::STATEMENTS,
        statements::SPEECH,
        claims::CLAIMS,
        notes::NOTES,
        pictures::PICTURES,
    ]
    .concat()
    {
        written += &[name, &say(Lang::ZH), &say(Lang::EN)].join("\t");
        written.push('\n');
    }
    for relative in Relative::ALL {
        let texts =
            [Lang::ZH, Lang::EN].map(|l| relation(l, *relative, t(l, "2021年进出口额", "Imports and exports, 2021")));
        written += &[&["relation: ", relative.as_str()].concat(), &texts[0], &texts[1]]
            .map(String::as_str)
            .join("\t");
        written.push('\n');
    }
    for why in Absence::ALL {
        let texts = [Lang::ZH, Lang::EN].map(|l| labelled(l, absence_short(l, *why), absence(l, *why)));
        written += &[&["absence: ", why.as_str()].concat(), &texts[0], &texts[1]]
            .map(String::as_str)
            .join("\t");
        written.push('\n');
    }
    hold("sentences.tsv", SENTENCES, &written);
}
