//! The bundled dataset: what is asked of it, it answers.
#![allow(clippy::unwrap_used, missing_docs)]

use zonestat::data::compile::{FILES, Sheet, compile};
use zonestat::data::{Dataset, Filter};
use zonestat::format::{Kind, Period, Point, Status, Unit};

#[test]
fn finds_an_observation_with_its_meaning() {
    let ds = Dataset::bundled();
    let ix = ds.find_observation("etdz-trade-2017-01-08").unwrap();
    let trade = ds.observation(ix);
    assert_eq!(trade.value_text(), "3440000000");
    assert_eq!(
        (trade.unit, trade.magnitude, trade.status),
        (Unit::Cny, 8, Status::Actual)
    );
    assert_eq!(trade.value.exponent(), 7, "34.4亿 is known to a tenth of 亿");
    assert_eq!(&*ds.entity(trade.entity).id, "dezhou-etdz");
    assert_eq!(&*ds.locators(ix)[0].figure, "34.4亿元");
    assert!(ds.is_partial(ix));
    let kinds: Vec<_> = ds.modifiers(ix).map(|ix| ds.observation(ix).kind).collect();
    assert_eq!(kinds, [Kind::YoyGrowth, Kind::Share, Kind::Rank]);
    assert_eq!(ds.find_observation("no-such-thing"), None);
}

#[test]
fn selects_in_order() {
    let ds = Dataset::bundled();
    let filter = Filter {
        indicator: vec![ds.find_indicator("trade").unwrap()],
        kind: vec![Kind::Level],
        from: Point::parse("2020"),
        ..Filter::default()
    };
    let periods: Vec<_> = ds
        .select(&filter)
        .iter()
        .map(|&ix| ds.observation(ix).period.to_string())
        .collect();
    assert_eq!(periods, ["2020-01/2020-10", "2021", "2022"]);
    let one = Filter {
        period: vec![Period::parse("2021").unwrap()],
        ..filter
    };
    assert_eq!(ds.select(&one).len(), 1);
}

#[test]
fn partial_periods_do_not_compare_with_full_ones() {
    let ds = Dataset::bundled();
    let find = |id| ds.find_observation(id).unwrap();
    let (part, full, target) = (
        find("etdz-trade-2020-01-10"),
        find("etdz-trade-2021"),
        find("etdz-trade-2022-target"),
    );
    assert!(!ds.comparable(part, full) && ds.comparable(full, target));
    assert!(!ds.comparable(find("etdz-fdi-used-2021"), full), "dollars and yuan");
}

#[test]
fn the_compact_tables_hold_what_the_csv_says() {
    let sheet = |file: &&str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
        Sheet::parse(file, &std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let tables = compile(&FILES.iter().map(sheet).collect::<Vec<_>>()).unwrap();
    assert!(
        tables == *Dataset::bundled().tables(),
        "what was packed is not what was unpacked"
    );
}
