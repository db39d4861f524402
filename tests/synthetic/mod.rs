//! A large dataset that nobody could take for facts: "Zone 017", "Indicator 03", figures from a formula.
//!
//! For the tests and the benchmarks, and for the pages that xtask serves; it needs nothing but the standard library.

#![allow(dead_code)] // each user has use for a part of it

use std::fmt::Write as _;

/// How much of everything there is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    /// Zones, at most 999.
    pub(crate) zones: usize,
    /// Indicators, at most 99.
    pub(crate) indicators: usize,
    /// Years, up to and including [`LAST_YEAR`].
    pub(crate) years: usize,
}

/// 230,000 observations, and a ranking of 230 zones.
pub(crate) const LARGE: Size = Size {
    zones: 230,
    indicators: 50,
    years: 20,
};

/// The year of the ranking.
pub(crate) const LAST_YEAR: usize = 2024;

/// A number from 0 to 9,999 that looks like none in particular, the same each time.
fn noise(zone: usize, indicator: usize, year: usize) -> usize {
    let mut x = (zone * 1_009 + indicator * 9_176 + year * 131) as u64;
    for _ in 0..2 {
        x = x
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        x ^= x >> 29;
    }
    (x % 10_000) as usize
}

/// The value in hundredths of its word: a level of the zone, a slow growth, and some noise. No two zones have the same in
/// one year.
fn hundredths(zone: usize, indicator: usize, year: usize) -> usize {
    let level = 20_000 + zone * 1_000;
    level * (100 + 3 * (year + 20 - LAST_YEAR)) / 100 + noise(zone, indicator, year) % 1_000
}

/// The unit of an indicator, the value in base units, and the figure as it is printed.
fn figure(indicator: usize, hundredths: usize) -> (&'static str, String, String) {
    match indicator % 5 {
        4 => ("count", hundredths.to_string(), format!("{hundredths}家")),
        3 => {
            let percent = format!("{}.{:02}", hundredths % 10_000 / 100, hundredths % 100);
            ("%", percent.clone(), format!("{percent}%"))
        }
        _ => {
            let yuan = format!("{hundredths}000000");
            let printed = format!("{}.{:02}亿元", hundredths / 100, hundredths % 100);
            ("CNY", yuan, printed)
        }
    }
}

/// The files of the dataset, by name.
pub(crate) fn files(size: Size) -> Vec<(&'static str, String)> {
    let mut entities = "id,kind,name_zh,name_en,short_zh,short_en,parent,note_zh,note_en\n".to_owned();
    for zone in 1..=size.zones {
        _ = writeln!(
            entities,
            "zone-{zone:03},zone,虚构开发区{zone:03},Synthetic zone {zone:03},虚构区{zone:03},Zone {zone:03},,,"
        );
    }
    entities += "class-zones,class,全部虚构开发区,All synthetic zones,全部虚构区,Synthetic zones,,,\n";
    let mut indicators =
        "id,topic,nature,units,measure_zh,measure_en_one,measure_en_other,name_zh,name_en,short_zh,short_en,note_zh,note_en\n".to_owned();
    for indicator in 1..=size.indicators {
        let (nature, unit, measure) = match indicator % 5 {
            4 => ("stock", "count", "家,thing,things"),
            3 => ("ratio", "%", ",,"),
            _ => ("flow", "CNY", ",,"),
        };
        let names = format!(
            "虚构指标{indicator:02},Synthetic indicator {indicator:02},虚构指标{indicator:02},Indicator {indicator:02}"
        );
        _ = writeln!(
            indicators,
            "indicator-{indicator:02},economy,{nature},{unit},{measure},{names},,"
        );
    }
    let mut observations = "id,entity,indicator,value,unit,period,period_basis,status,qualifier,kind,basis,scope,scope_zh,scope_en,of,note_zh,note_en\n".to_owned();
    let mut locators = "observation,source,paragraph,occurrence,figure\n".to_owned();
    for zone in 1..=size.zones {
        for indicator in 1..=size.indicators {
            for year in LAST_YEAR + 1 - size.years..=LAST_YEAR {
                let (unit, value, printed) = figure(indicator, hundredths(zone, indicator, year));
                let id = format!("zone-{zone:03}-indicator-{indicator:02}-{year}");
                _ = writeln!(
                    observations,
                    "{id},zone-{zone:03},indicator-{indicator:02},{value},{unit},{year},stated,actual,exact,level,,,,,,,"
                );
                _ = writeln!(locators, "{id},made-up,{zone},{indicator},{printed}");
            }
        }
    }
    for zone in (1..=size.zones).filter(|_| size.years > 0) {
        let value = |zone| hundredths(zone, 1, LAST_YEAR);
        let place = 1 + (1..=size.zones).filter(|&other| value(other) > value(zone)).count();
        let of = format!("zone-{zone:03}-indicator-01-{LAST_YEAR}");
        _ = writeln!(
            observations,
            "{of}-rank,zone-{zone:03},indicator-01,{place},rank,{LAST_YEAR},stated,actual,exact,rank,,class-zones,,,{of},,"
        );
        _ = writeln!(locators, "{of}-rank,made-up,{zone},1,第{place}位");
    }
    package(entities, indicators, observations, locators)
}

/// A dataset of one zone and one indicator, day by day.
pub(crate) fn daily(days: usize) -> Vec<(&'static str, String)> {
    let all = files(Size {
        zones: 1,
        indicators: 1,
        years: 0,
    });
    let text = |name: &str| all.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| text);
    let head = |name: &str| text(name).lines().next().unwrap_or("").to_owned() + "\n";
    let (mut observations, mut locators) = (head("observations.csv"), head("locators.csv"));
    let (mut year, mut month, mut day) = (1997, 1, 1);
    for at in 0..days {
        let date = format!("{year}-{month:02}-{day:02}");
        let value = 10_000 + at + noise(1, at, year) % 500;
        _ = writeln!(
            observations,
            "zone-001-{date},zone-001,indicator-01,{value}0000,CNY,{date},stated,actual,exact,level,,,,,,,"
        );
        _ = writeln!(locators, "zone-001-{date},made-up,1,1,{value}万元");
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
        day += 1;
        if day > last {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    // What is held on a day is a state, and adds up to nothing.
    let indicators = text("indicators.csv").replace("flow", "stock");
    package(text("entities.csv").to_owned(), indicators, observations, locators)
}

/// The files around these tables.
fn package(
    entities: String,
    indicators: String,
    observations: String,
    locators: String,
) -> Vec<(&'static str, String)> {
    let sources =
        "id,about,title_zh,title_en,short_zh,short_en,publisher_zh,publisher_en,date,date_basis,sha256,note_zh,note_en
made-up,zone-001,为测试而编的数字,Figures made up for tests,测试数字,Test figures,无,nobody,2025-06,stated,,,
";
    let resource = |name: &str| format!("{{\"name\":\"{name}\",\"path\":\"{name}.csv\"}}");
    let names = [
        "sources",
        "entities",
        "indicators",
        "observations",
        "locators",
        "relations",
    ];
    let package = format!(
        "{{\"name\":\"synthetic\",\"resources\":[{}]}}\n",
        names.map(resource).join(",")
    );
    vec![
        ("datapackage.json", package),
        ("sources.csv", sources.to_owned()),
        ("entities.csv", entities),
        ("indicators.csv", indicators),
        ("observations.csv", observations),
        ("locators.csv", locators),
        ("relations.csv", "type,from,to,note_zh,note_en\n".to_owned()),
    ]
}
