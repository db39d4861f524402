//! What leaves the dataset, read back by readers that know nothing of it.
//!
//! The JSON-LD processor (`pyld`) and the validator (`frictionless`) are Python packages. The interpreter that has them is
//! `python3`, or what `ZONESTAT_PYTHON` names; where they are absent, those tests say so and pass.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use zonestat::data::compile::{COLUMNS, Sheet, compile};
use zonestat::data::{Dataset, Filter, ObservationIx};
use zonestat::export;
use zonestat::format::{Kind, Qualifier, Status, Unit};

fn all() -> Vec<ObservationIx> {
    Dataset::bundled().select(&Filter::default())
}

/// A file of this test run.
fn scratch(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Runs a Python program; `None`, saying so, where the module that it needs is absent.
fn python(module: &str, program: &str, arguments: &[&str]) -> Option<String> {
    let interpreter = std::env::var("ZONESTAT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let run = |program: &str, arguments: &[&str]| {
        Command::new(&interpreter)
            .arg("-c")
            .arg(program)
            .args(arguments)
            .output()
    };
    if !run(&format!("import {module}"), &[]).is_ok_and(|output| output.status.success()) {
        println!("skipped: {interpreter} has no module {module}");
        return None;
    }
    let output = run(program, arguments).unwrap();
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{out}{err}");
    Some(out.into_owned())
}

#[test]
fn csv_is_read_back_by_another_reader() {
    let ds = Dataset::bundled();
    let text = export::csv(ds, &all());
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let mut count = 0;
    for (record, ix) in reader.records().zip(all()) {
        let record = record.unwrap();
        let cell = |name: &str| &record[column(name)];
        let o = ds.observation(ix);
        assert_eq!(cell("id"), &*o.id);
        assert_eq!(cell("value"), o.value_text());
        assert_eq!(Unit::parse(cell("unit")), Some(o.unit));
        assert_eq!(Status::parse(cell("status")), Some(o.status));
        assert_eq!(Kind::parse(cell("kind")), Some(o.kind));
        assert_eq!(Qualifier::parse(cell("qualifier")), Some(o.qualifier));
        assert_eq!(cell("period"), o.period.to_string());
        assert_eq!(cell("entity_zh"), &*ds.entity(o.entity).name.zh);
        assert_eq!(cell("indicator_en"), &*ds.indicator(o.indicator).name.en);
        assert_eq!(cell("locators").split("; ").count(), ds.locators(ix).len());
        assert!(cell("locators").contains(cell("printed")) && !cell("printed").is_empty());
        count += 1;
    }
    assert_eq!(count, ds.observations().len());
}

/// The tables of an exported Data Package, as its reader finds them.
fn tables(package: &Value) -> Vec<Sheet> {
    let row = |row: &Value| -> Vec<String> {
        row.as_array()
            .unwrap()
            .iter()
            .map(|cell| cell.as_str().unwrap().to_owned())
            .collect()
    };
    let sheet = |resource: &Value| {
        let rows = resource["data"].as_array().unwrap();
        let file = format!("{}.csv", resource["name"].as_str().unwrap());
        let mut sheet = Sheet::new(&file, row(&rows[0]));
        for cells in &rows[1..] {
            sheet.push(row(cells).iter().map(String::as_str));
        }
        sheet
    };
    package["resources"].as_array().unwrap().iter().map(sheet).collect()
}

#[test]
fn a_data_package_compiles_to_the_same_dataset() {
    let ds = Dataset::bundled();
    let package: Value = serde_json::from_str(&export::datapackage(ds)).unwrap();
    let again = compile(&tables(&package)).unwrap();
    assert!(again == *ds.tables());
}

const VALIDATE: &str = "
import sys, frictionless
report = frictionless.validate(sys.argv[1])
print(report.to_summary() if not report.valid else len(report.tasks))
sys.exit(not report.valid)
";

#[test]
fn the_validator_accepts_the_exported_package() {
    let path = scratch("package.json", &export::datapackage(Dataset::bundled()));
    let Some(out) = python("frictionless", VALIDATE, &[path.to_str().unwrap()]) else {
        return;
    };
    assert_eq!(out.trim(), "6", "six tables were read");
}

#[test]
fn the_validator_accepts_the_curated_package() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/datapackage.json");
    let Some(out) = python("frictionless", VALIDATE, &[path]) else {
        return;
    };
    assert_eq!(out.trim(), "7", "seven tables were read");
}

#[test]
fn the_curated_descriptor_describes_what_the_compiler_reads() {
    let text = include_str!("../data/datapackage.json");
    let package: Value = serde_json::from_str(text).unwrap();
    let exported: Value = serde_json::from_str(&export::datapackage(Dataset::bundled())).unwrap();
    for (file, columns) in COLUMNS {
        let find = |package: &Value| -> Value {
            let resources = package["resources"].as_array().unwrap();
            let name = file.trim_end_matches(".csv");
            resources.iter().find(|resource| resource["name"] == *name).unwrap()["schema"].clone()
        };
        let (curated, exported) = (find(&package), find(&exported));
        let names = |schema: &Value| -> Vec<String> {
            let fields = schema["fields"].as_array().unwrap();
            fields
                .iter()
                .map(|field| field["name"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(names(&curated), columns, "{file}");
        assert_eq!(names(&exported), columns, "{file}");
        let keys = |schema: &Value| schema.get("foreignKeys").cloned().unwrap_or(Value::Array(Vec::new()));
        assert_eq!(keys(&curated), keys(&exported), "{file}");
    }
    let vocabulary = |field: &str| -> Vec<String> {
        let resources = package["resources"].as_array().unwrap();
        let observations = resources
            .iter()
            .find(|resource| resource["name"] == "observations")
            .unwrap();
        let fields = observations["schema"]["fields"].as_array().unwrap();
        let field = fields.iter().find(|candidate| candidate["name"] == *field).unwrap();
        field["constraints"]["enum"]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| v.as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        vocabulary("unit"),
        Unit::ALL.iter().map(|unit| unit.as_str()).collect::<Vec<_>>()
    );
    assert_eq!(
        vocabulary("kind"),
        Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>()
    );
    assert_eq!(
        vocabulary("status"),
        Status::ALL.iter().map(|status| status.as_str()).collect::<Vec<_>>()
    );
}

const EXPAND: &str = "
import json, sys
from pyld import jsonld
nodes = jsonld.flatten(json.load(open(sys.argv[1], encoding='utf-8')))
s = 'https://schema.org/'
by = {node['@id']: node for node in nodes}
found = [node for node in nodes if s + 'Observation' in node.get('@type', [])]
for node in found:
    for name in ('observationAbout', 'variableMeasured'):
        assert s + 'name' in by[node[s + name][0]['@id']], node
    assert node[s + 'value'][0]['@type'].startswith('http://www.w3.org/2001/XMLSchema#'), node
    assert node[s + 'subjectOf'], node
datasets = [node for node in nodes if s + 'Dataset' in node.get('@type', [])]
assert len(datasets) == 1 and len(datasets[0][s + 'mainEntity']) == len(found)
gdp = by['urn:zonestat:observation:etdz-gdp-2021']
print(len(found), gdp[s + 'value'][0]['@value'], gdp[s + 'observationDate'][0]['@value'])
";

#[test]
fn a_processor_finds_the_observations_in_the_json_ld() {
    let ds = Dataset::bundled();
    let path = scratch("dataset.jsonld", &export::jsonld(ds, &all()));
    let Some(out) = python("pyld", EXPAND, &[path.to_str().unwrap()]) else {
        return;
    };
    assert_eq!(
        out.trim(),
        format!("{} 31719000000 2021-12-31", ds.observations().len())
    );
}

#[test]
fn json_ld_names_only_what_its_observations_need() {
    let ds = Dataset::bundled();
    let one = ds.find_observation("etdz-gdp-2021").unwrap();
    let value: Value = serde_json::from_str(&export::jsonld(ds, &[one])).unwrap();
    assert_eq!(value["mainEntity"].as_array().unwrap().len(), 1);
    assert_eq!(value["about"].as_array().unwrap().len(), 1);
    assert_eq!(value["isBasedOn"][0]["@id"], "zs:source:feature-2022");
    assert_eq!(value["mainEntity"][0]["subjectOf"][0]["text"], "317.19亿元");
}

#[test]
fn our_reader_of_csv_and_another_agree() {
    for (file, _) in COLUMNS {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        let ours = Sheet::parse(file, &text).unwrap();
        let mut theirs = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(ours.header, theirs.headers().unwrap().iter().collect::<Vec<_>>());
        let rows: Vec<Vec<String>> = theirs
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert!(ours.rows().eq(rows), "{file}");
    }
}
