//! Rings.

use crate::data::{Data, d};
use crate::grid::{draw, grid, refuses};
use crate::{EIGHTY, EIGHTY_ZH};
use zonestat::data::{Dataset, RelationKind};
use zonestat::error::Code;
use zonestat::format::{Lang, Nature, Status, Unit};

#[test]
fn rings_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for indicator in [
        "trade",
        "exports",
        "services-trade",
        "population-urban-rural",
        "primary-sector secondary-sector tertiary-sector",
        "high-tech-output",
        "transfer-payments taxpayers-over-1m",
        "",
    ] {
        let name = format!("donut-{}", indicator.replace(' ', "-"));
        grid(ds, &name, &format!("kind=donut;indicator={indicator}"));
    }
}

#[test]
fn a_ring_needs_parts_of_one_whole() {
    let ds = Dataset::bundled();
    assert!(refuses(ds, "kind=donut;indicator=gdp", Code::CannotCombine).contains("No source says"));
    // The funds in place are a result, the total investment a plan.
    assert!(
        refuses(
            ds,
            "kind=donut;indicator=projects-started-investment",
            Code::CannotCombine
        )
        .contains("planned")
    );
    // Hectares are no part of square kilometres.
    let message = refuses(
        ds,
        "kind=donut;entity=park-hengsheng;indicator=area-total",
        Code::CannotCombine,
    );
    assert!(message.contains("ectares"), "{message}");
}

/// A whole of 100 with these parts, and their names.
fn parted(parts: &[&str], names: &[&str]) -> Dataset {
    let mut data = Data::new();
    let whole = data.indicator("whole", "Whole of it", Nature::Flow, Unit::Cny);
    let whole = data.add(whole, "2021", Status::Actual, d("100"));
    for (n, value) in parts.iter().enumerate() {
        let ix = data.indicator(&format!("part-{n}"), names[n % names.len()], Nature::Flow, Unit::Cny);
        let part = data.add(ix, "2021", Status::Actual, d(value));
        data.relate(RelationKind::SumsTo, part, whole);
    }
    data.done()
}

#[test]
fn rings_of_hostile_data_keep_their_place() {
    for (name, parts) in [
        ("one", vec!["40"]),
        ("all", vec!["100"]),
        ("zeros", vec!["0", "0"]),
        ("crumbs", vec!["99.999999999", "0.000000001"]),
        ("many", vec!["4"; 25]),
        ("rest", vec!["30", "30.5"]),
    ] {
        let ds = parted(&parts, &["Part", EIGHTY, EIGHTY_ZH]);
        grid(&ds, &format!("donut-{name}"), "kind=donut;indicator=whole");
    }
    for parts in [vec!["60", "60"], vec!["-5", "105"]] {
        refuses(
            &parted(&parts, &["Part"]),
            "kind=donut;indicator=whole",
            Code::CannotCombine,
        );
    }
}

#[test]
fn a_rest_is_derived_and_says_so() {
    let ds = parted(&["30", "30.5"], &["Part"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=donut;indicator=whole").unwrap();
    let [_whole, .., rest] = &scene.marks[..] else {
        panic!("{:?}", scene.marks)
    };
    assert_eq!(rest.observations.len(), 3, "it comes from the whole and both parts");
    assert!(rest.speech.contains("derived"), "{}", rest.speech);
    // 100 is 99.5 to 100.5, 30 is 29.5 to 30.5, 30.5 is 30.45 to 30.55: what is left is 38.45 to 40.55.
    assert!(
        rest.tip.rows.iter().any(|(_, value)| value.contains("38.4–40.6")),
        "{:?}",
        rest.tip
    );
    assert!(
        scene
            .table
            .rows
            .last()
            .unwrap()
            .cells
            .iter()
            .any(|cell| cell.contains("derived"))
    );
    assert!(scene.words.notes.iter().any(|note| note.contains("derived")));
    // Rounding alone leaves no rest: 60.6 + 37 + 2.4 is the whole.
    let ds = parted(&["33.3", "33.3", "33.3"], &["Part"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=donut;indicator=whole").unwrap();
    assert_eq!(scene.marks.len(), 4, "three parts and their whole");
}

#[test]
fn values_of_the_list_form_a_column_beside_the_names_or_stand_below_them() {
    let ds = Dataset::bundled();
    let spec = "kind=donut;indicator=primary-sector secondary-sector tertiary-sector";
    for (width, lang) in [
        (320.0, Lang::ZH),
        (480.0, Lang::EN),
        (800.0, Lang::EN),
        (1200.0, Lang::ZH),
    ] {
        let scene = draw(ds, width, 0.0, lang, spec).unwrap();
        let of = |label: &str| {
            let run = scene.texts().find(|run| run.text == label).unwrap();
            zonestat::scene::Scene::text_box(run, &zonestat::text::TableMeasure)
        };
        let names: Vec<_> = scene.marks.iter().map(|mark| of(&mark.label)).collect();
        let values: Vec<_> = ["2.4%", "60.6%", "37%"].map(of).to_vec();
        let longest = names.iter().map(zonestat::scene::Rect::right).fold(0.0, f64::max);
        for (name, value) in names.iter().zip(&values) {
            assert!((value.right() - values[0].right()).abs() < 0.01, "{width}: one column");
            assert!(value.y < name.bottom() && name.y < value.bottom(), "{width}: one row");
        }
        let gap = values
            .iter()
            .map(|value| value.x - longest)
            .fold(f64::INFINITY, f64::min);
        assert!((16.0..40.0).contains(&gap), "{width}: near the names, {gap}");
    }
    // Names without room beside them: each value below its own, and the rules no wider than the words.
    let scene = draw(ds, 280.0, 0.0, Lang::EN, "kind=donut;indicator=trade").unwrap();
    let run = |text: &str| scene.texts().find(|run| run.text == text).unwrap();
    let (name, value) = (run("Exports of goods"), run("CN¥2.18\u{a0}billion"));
    assert!((name.x - value.x).abs() < 0.01 && value.y > name.y + 10.0);
}
