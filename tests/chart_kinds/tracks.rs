//! Tracks towards a target, stages of projects, areas within areas.

use crate::data::{Data, d};
use crate::grid::{draw, grid, refuses};
use crate::{EIGHTY, EIGHTY_ZH};
use zonestat::data::Dataset;
use zonestat::error::Code;
use zonestat::format::{Lang, Nature, Status, Unit};

#[test]
fn bullets_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    for (name, attributes) in [
        ("trade", "indicator=trade"),
        ("health", "entity=industry-health;indicator=industry-scale"),
        ("task", "indicator=financing-indirect-new financing-direct-new"),
        ("listings", "indicator=trade cbec-trade neeq-listings"),
        ("partial", "indicator=trade;to=2020-12;from=2020"),
        (
            "programmes",
            "entity=programme-sponge-city programme-dilapidated-houses programme-old-estates",
        ),
    ] {
        if name == "partial" {
            refuses(
                ds,
                "kind=bullet;indicator=trade;to=2020-12;from=2020",
                Code::CannotCombine,
            );
        } else {
            grid(ds, &format!("bullet-{name}"), &format!("kind=bullet;{attributes}"));
        }
    }
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=bullet;indicator=trade").unwrap();
    let labels: Vec<&str> = scene.marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(labels, ["2021", "2022"], "the latest full year against the aim");
}

/// A result and aims.
fn aimed(actual: &str, value: &str, aims: &[&str], name: &str) -> Dataset {
    let mut data = Data::new();
    let ix = data.indicator("output", name, Nature::Flow, Unit::Cny);
    data.add(ix, actual, Status::Actual, d(value));
    for (n, aim) in aims.iter().enumerate() {
        data.add(ix, &(2022 + n).to_string(), Status::Target, d(aim));
    }
    data.done()
}

#[test]
fn bullets_of_hostile_data_keep_their_place() {
    for (name, value, aims) in [
        ("zeros", "0", vec!["0"]),
        ("negative", "-5", vec!["3", "-12.5"]),
        ("large", "1000000000000000", vec!["999999999999999", "1"]),
        ("tiny", "0.000000001", vec!["0.000000003"]),
        ("equal", "7", vec!["7"; 6]),
        ("many", "7", vec!["8", "9", "10", "11", "12", "13", "14", "15", "16"]),
        ("passed", "20", vec!["5"]),
    ] {
        let ds = aimed("2021", value, &aims, EIGHTY);
        grid(&ds, &format!("bullet-{name}"), "kind=bullet;indicator=output");
    }
    let ds = aimed("2021-01/2021-08", "70", &["100"], EIGHTY_ZH);
    grid(&ds, "bullet-partial", "kind=bullet;indicator=output");
    let scene = draw(&ds, 640.0, 0.0, Lang::EN, "kind=bullet;indicator=output").unwrap();
    assert!(scene.words.notes.iter().any(|note| note.contains("part of a year")));
}

#[test]
fn pipelines_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    grid(ds, "pipeline-zone", "kind=pipeline");
    grid(ds, "pipeline-2020", "kind=pipeline;from=2020");
    grid(
        ds,
        "pipeline-two",
        "kind=pipeline;from=2020;indicator=projects-signed projects-completed",
    );
    refuses(ds, "kind=pipeline;indicator=projects-signed", Code::CannotCombine);
    refuses(ds, "kind=pipeline;indicator=gdp", Code::CannotCombine);
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=pipeline;from=2020").unwrap();
    assert_eq!(scene.marks.len(), 6, "in the order of the process");
    assert!(scene.marks[0].label.contains("reserve") && scene.marks[5].label.contains("completed"));
    // Money is told, and has no bar of its own.
    assert_eq!(
        scene.marks.iter().map(|mark| mark.observations.len()).sum::<usize>(),
        13
    );
}

#[test]
fn pipelines_of_hostile_data_keep_their_place() {
    for values in [["0", "0", "0"], ["1", "1000000000000000", "7"], ["5", "5", "5"]] {
        let mut data = Data::new();
        for (id, value) in ["projects-reserve", "projects-started", "projects-completed"]
            .into_iter()
            .zip(values)
        {
            let ix = data.indicator(id, EIGHTY, Nature::Flow, Unit::Count);
            data.add(ix, "2021", Status::Actual, d(value));
            let ix = data.indicator(&format!("{id}-funds"), EIGHTY_ZH, Nature::Flow, Unit::Cny);
            data.add(ix, "2021", Status::Planned, d(value));
        }
        grid(&data.done(), &format!("pipeline-{}", values[1]), "kind=pipeline");
    }
}

#[test]
fn nested_areas_of_real_data_keep_their_place() {
    let ds = Dataset::bundled();
    grid(
        ds,
        "nested-areas",
        "kind=nested;indicator=area-built-up area-planned area-total",
    );
    grid(ds, "nested-all", "kind=nested");
    grid(ds, "nested-one", "kind=nested;indicator=area-planned");
    let scene = draw(ds, 640.0, 0.0, Lang::EN, "kind=nested").unwrap();
    let areas: Vec<f64> = scene
        .marks
        .iter()
        .map(|mark| mark.area.width * mark.area.height)
        .collect();
    assert!((areas[0] / areas[2] - 320.0 / 60.0).abs() < 0.01 && (areas[0] / areas[1] - 320.0 / 150.0).abs() < 0.01);
    assert!(
        scene
            .words
            .notes
            .iter()
            .any(|note| note.contains("the source does not say so"))
    );
    refuses(ds, "kind=nested;indicator=area-total trade", Code::CannotCombine);
    refuses(ds, "kind=nested;indicator=gdp", Code::CannotCombine);
    // Exports and imports lie beside each other, not inside.
    refuses(
        ds,
        "kind=nested;indicator=exports imports trade;to=2017",
        Code::CannotCombine,
    );
    refuses(
        ds,
        "kind=nested;entity=park-hengsheng;indicator=area-total area-added",
        Code::CannotCombine,
    );
}

#[test]
fn nested_areas_of_hostile_data_keep_their_place() {
    for (name, values) in [
        ("equal", vec!["7", "7", "7"]),
        ("zero", vec!["0", "5"]),
        ("far", vec!["1000000000000000", "0.000000001"]),
        ("many", vec!["9", "8", "7", "6", "5", "4", "3", "2", "1"]),
    ] {
        let mut data = Data::new();
        for (n, value) in values.iter().enumerate() {
            let name = [EIGHTY, "Area", EIGHTY_ZH][n % 3];
            let ix = data.indicator(&format!("area-{n}"), name, Nature::Stock, Unit::Km2);
            data.add(ix, "2021", Status::Actual, d(value));
        }
        let ids: Vec<String> = (0..values.len()).map(|n| format!("area-{n}")).collect();
        grid(
            &data.done(),
            &format!("nested-{name}"),
            &format!("kind=nested;indicator={}", ids.join(" ")),
        );
    }
}
