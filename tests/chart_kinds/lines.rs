//! Lines.

use crate::data::{series, several};
use crate::grid::{draw, grid};
use crate::{EIGHTY, EIGHTY_ZH};
use zonestat::data::Dataset;
use zonestat::format::{Lang, Nature};
use zonestat::scene::Scene;
use zonestat::text::{Font, TableMeasure};

#[test]
fn lines_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for indicator in ["trade", "gdp", "fdi-used", "trade gdp budget-revenue", "trade fdi-used"] {
        grid(
            ds,
            &format!("line-{}", indicator.replace(' ', "-")),
            &format!("kind=line;indicator={indicator}"),
        );
    }
}

#[test]
fn lines_of_hostile_data_keep_their_place() {
    let long: Vec<String> = (0..200).map(|n| ((n * 37) % 101).to_string()).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let huge: Vec<String> = (0..3000).map(|n| ((n * 7919) % 1009).to_string()).collect();
    let huge: Vec<&str> = huge.iter().map(String::as_str).collect();
    for (name, values) in [
        ("one", vec!["5"]),
        ("zeros", vec!["0", "0", "0"]),
        ("negative", vec!["-5", "3", "-12.5", "8", "-0.01"]),
        ("large", vec!["1000000000000000", "999999999999999"]),
        ("tiny", vec!["0.000000001", "0.000000003"]),
        ("equal", vec!["7"; 12]),
        ("long", long),
        ("huge", huge),
    ] {
        let ds = series(Nature::Flow, &values);
        grid(&ds, &format!("line-{name}"), "kind=line;indicator=gdp");
    }
    let ds = series(Nature::Flow, &["1"; 3000]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=line;indicator=gdp").unwrap();
    assert!(
        scene.marks.len() < 3000 && scene.table.rows.len() + scene.table.rest.len() == 3000,
        "{}",
        scene.marks.len()
    );
}

#[test]
fn several_lines_keep_their_place() {
    let ds = several(&["Exports", "Imports", "Services"]);
    grid(&ds, "line-several", "kind=line;indicator=i0 i1 i2");
    grid(&ds, "line-alone", "kind=line;indicator=i1");
    let ds = several(&[EIGHTY, EIGHTY_ZH, "x", "y", "z", "w", "v"]);
    grid(&ds, "line-names", "kind=line");
}

#[test]
fn a_line_joins_only_what_compares() {
    let ds = several(&["Exports"]);
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=line;indicator=i0").unwrap();
    let lines: Vec<usize> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            zonestat::scene::Shape::Line { points, stroke } if (stroke.width - 2.5).abs() < 1e-9 => Some(points.len()),
            _ => None,
        })
        .collect();
    assert_eq!(lines, [5, 8], "2008 to 2012 and 2014 to 2021; the rest stands alone");
    assert_eq!(scene.marks.len(), 16);
}

#[test]
fn a_tooltip_leaves_the_value_of_its_point_in_sight() {
    let ds = Dataset::bundled();
    for (width, lang) in [(320.0, Lang::ZH), (640.0, Lang::EN), (1200.0, Lang::EN)] {
        let scene = draw(ds, width, 0.0, lang, "kind=line;indicator=trade").unwrap();
        let font = Font {
            size: if width < 480.0 { 13.0 } else { 15.0 },
            weight: 600,
        };
        let values: Vec<_> = scene.texts().filter(|run| run.font == font).collect();
        assert_eq!(values.len(), scene.marks.len(), "a value each");
        for mark in &scene.marks {
            let clear = mark.clear.unwrap();
            assert!(clear.holds(&mark.area, 0.01), "{clear:?} {:?}", mark.area);
            let held = values
                .iter()
                .filter(|run| clear.holds(&Scene::text_box(run, &TableMeasure), 1.0));
            assert_eq!(held.count(), 1, "{width}: {}", mark.label);
        }
    }
}
