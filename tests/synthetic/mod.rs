//! A large dataset that nobody could take for facts: "Zone 017", "Indicator 03", figures from a formula.
//!
//! For the tests and the benchmarks, and for the pages that xtask serves; it needs nothing but the standard library.

use std::fmt::Write as _;

/// How much of everything there is.
#[derive(Clone, Copy)]
pub struct Size {
    /// Zones, at most 999.
    pub zones: usize,
    /// Indicators, at most 99.
    pub indicators: usize,
    /// Years, up to and including [`LAST_YEAR`].
    pub years: usize,
}

/// 230,000 observations, and a ranking of 230 zones.
pub const LARGE: Size = Size {
    zones: 230,
    indicators: 50,
    years: 20,
};

/// The year of the ranking.
pub const LAST_YEAR: usize = 2024;

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
pub fn files(size: Size) -> Vec<(&'static str, String)> {
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
    let sources =
        "id,about,title_zh,title_en,short_zh,short_en,publisher_zh,publisher_en,date,date_basis,sha256,note_zh,note_en
made-up,zone-001,为测试而编的数字,Figures made up for tests,测试数字,Test figures,无,nobody,2025-06,stated,,,
";
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
    for zone in 1..=size.zones {
        let value = |zone| hundredths(zone, 1, LAST_YEAR);
        let place = 1 + (1..=size.zones).filter(|&other| value(other) > value(zone)).count();
        let of = format!("zone-{zone:03}-indicator-01-{LAST_YEAR}");
        _ = writeln!(
            observations,
            "{of}-rank,zone-{zone:03},indicator-01,{place},rank,{LAST_YEAR},stated,actual,exact,rank,,class-zones,,,{of},,"
        );
        _ = writeln!(locators, "{of}-rank,made-up,{zone},1,第{place}位");
    }
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
