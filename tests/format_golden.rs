//! Figures, axes and periods in both languages, as they were read line by line.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test says what it expects

mod common;

use common::hold;
use zonestat::format::{
    Decimal, Figure, Kind, Lang, Measure, Msg, Nature, Period, PeriodForm, Status, Unit, axis_figure, axis_scale,
    axis_ticks, axis_unit, figure, message, parse_figure, period_axis_of, period_of, period_phrase, signed,
};

const FIGURES: &str = include_str!("golden/figures.tsv");
const PERIODS: &str = include_str!("golden/periods.tsv");
const AXES: &str = include_str!("golden/axes.tsv");
const MESSAGES: &str = include_str!("golden/messages.tsv");
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

/// What stands in for an argument where every message is shown once.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("accepted", "bar, line", "bar, line"),
    ("attribute", "kind", "kind"),
    ("basis", "按可比价格计算", "at constant prices"),
    ("claim", "同比增长8.6%", "up 8.6% year on year"),
    ("classifier", "个", ""),
    ("count", "3", "3"),
    ("date", "2017年10月", "October 2017"),
    ("day", "29", "29"),
    ("entity", "德州经开区", "Dezhou ETDZ"),
    ("exact", "1", "1"),
    ("figure", "8.6%", "8.6%"),
    ("first", "2017年", "2017"),
    ("found", "1", "1"),
    ("from", "2017年", "2017"),
    ("given", "pie", "pie"),
    ("growth", "8.6%", "8.6%"),
    ("head", "甲", "A"),
    ("high", "8", "8"),
    ("id", "gpd", "gpd"),
    ("index", "1", "1"),
    ("indicator", "出口额", "exports"),
    ("item", "乙", "B"),
    ("kind", "柱形图", "Bar chart"),
    ("label", "位次", "rank"),
    ("last", "2021年", "2021"),
    ("left", "34.4亿元", "CN¥3.44 billion"),
    ("left-source", "概况（2017年）", "Profile (2017)"),
    ("level", "112亿元", "CN¥11.2 billion"),
    ("low", "1", "1"),
    ("near", "gdp", "gdp"),
    ("number", "12", "12"),
    ("occurrence", "1", "1"),
    ("one", "", "project"),
    ("other", "2021年出口额", "exports, 2021"),
    ("paragraph", "2", "2"),
    ("part", "2", "Feb"),
    ("parts", "甲和乙", "A and B"),
    ("period", "2021年", "2021"),
    ("problem", "gdp", "gdp"),
    ("publisher", "齐鲁网", "Qilu Net"),
    ("remark", "推定", "inferred"),
    ("right", "35亿元", "CN¥3.5 billion"),
    ("right-source", "齐鲁网（2020年）", "Qilu Net (2020)"),
    ("scale", "亿", "billion"),
    ("scope", "德州市", "Dezhou"),
    ("share", "21.2%", "21.2%"),
    ("sources", "甲和乙", "A and B"),
    ("speech", "2021年：112亿元。", "2021: CN¥11.2 billion."),
    ("status", "目标", "target"),
    ("subtitle", "亿元", "CN¥ billion"),
    ("text", "居德州市第2位", "2nd in Dezhou"),
    ("title", "进出口额", "Imports and exports"),
    ("to", "2021年", "2021"),
    ("total", "5", "5"),
    ("unit", "亿元", "CN¥ billion"),
    ("value", "8.6%", "8.6%"),
    ("when", "2021年", "in 2021"),
    ("whole", "德州市", "Dezhou"),
    ("year", "2021", "2021"),
];

/// Every message of the product, once, with its places filled; in a full sentence no place may be left open.
#[test]
fn messages() {
    let mut written = String::new();
    for (msg, key, names) in Msg::ALL {
        let texts = [0, 1].map(|language| {
            let args: Vec<(&str, &str)> = names
                .iter()
                .map(|name| {
                    // A place without a sample of its own is still seen filled.
                    let sample = SAMPLES
                        .iter()
                        .find(|(other, ..)| other == name)
                        .unwrap_or(&("", "甲", "A"));
                    (*name, if language == 0 { sample.1 } else { sample.2 })
                })
                .collect();
            let text = message(BOTH[language], *msg, &args);
            assert!(!text.contains(['{', '}', '|']), "{key}: {text}");
            assert!(!text.trim().is_empty(), "{key}");
            text
        });
        written += &[*key, &texts[0], &texts[1]].join("\t");
        written.push('\n');
    }
    hold("messages.tsv", MESSAGES, &written);
}

/// Chinese is set with full-width punctuation, English without any.
#[test]
fn punctuation_is_the_languages_own() {
    for (msg, key, _) in Msg::ALL {
        let (zh, en) = (message(Lang::ZH, *msg, &[]), message(Lang::EN, *msg, &[]));
        let half = zh.char_indices().find(|(at, c)| {
            ",;:!?()".contains(*c) && zh[..*at].chars().last().is_some_and(|before| before > '\u{2e80}')
        });
        assert_eq!(half, None, "{key}: {zh}");
        assert!(
            !en.chars().any(|c| ('\u{2e80}'..='\u{ffef}').contains(&c)),
            "{key}: {en}"
        );
        assert!(!en.contains(['\'', '"']), "{key}: {en}: quotes are curly");
    }
}

/// All sources in a folder with one of these endings.
fn sources(folder: &str, endings: &[&str]) -> String {
    let mut all = String::new();
    let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|e| endings.iter().any(|ending| e == *ending))
            {
                all += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    all
}

/// A text that nothing says is a text that nobody has read in its place, and one that is missing is a hole in the page.
#[test]
fn every_message_is_said_somewhere() {
    let (core, skin) = (sources("src", &["rs"]), sources("www/src", &["ts", "js"]));
    let word = |text: &str| {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .next()
            .unwrap()
            .to_owned()
    };
    for (msg, key, _) in Msg::ALL {
        let name = format!("Msg::{msg:?}");
        let said = match key.strip_prefix("ui-") {
            // An item of a menu is named by its id, and `ui-` is put before it.
            Some(id) => skin.contains(&format!("'{key}'")) || skin.contains(&format!("'{id}'")),
            None => core
                .match_indices(&name)
                .any(|(at, _)| word(&core[at + 5..]) == name[5..]),
        };
        assert!(said, "{key}");
    }
    for (at, _) in skin.match_indices("'ui-") {
        let key = word(&skin[at + 1..]);
        assert!(
            Msg::ALL.iter().any(|(_, other, _)| *other == key),
            "{key} is no message"
        );
    }
}
