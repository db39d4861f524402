//! What the skin gets of a table: fewer columns and the same content.

use serde_json::Value;

use super::gallery;
use zonestat::export;
use zonestat::format::Lang;

const INDICATOR: usize = 0;
const PERIOD: usize = 2;

fn texts(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap())
        .collect()
}

#[test]
fn what_every_row_says_is_said_once_and_nothing_is_lost() {
    let (mut said_once, mut empty, mut kept) = (0, 0, 0);
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let whole = &scene.table;
            let written: Value = serde_json::from_str(&export::rendition(scene, "")).unwrap();
            let table = &written["table"];
            let caption = table["caption"].as_str().unwrap();
            let columns = texts(&table["columns"]);
            let rows: Vec<Vec<&str>> = table["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| texts(&row["cells"]))
                .collect();
            assert!(caption.starts_with(&whole.caption), "{name}: {caption}");
            assert_eq!(rows.len(), whole.rows.len(), "{name}");
            assert!(
                !columns.is_empty() && texts(&table["keys"]).len() == columns.len(),
                "{name}"
            );
            assert!(rows.iter().all(|cells| cells.len() == columns.len()), "{name}");
            for (at, (column, _)) in whole.columns.iter().enumerate() {
                let cells: Vec<&str> = whole.rows.iter().map(|row| row.cells[at].as_str()).collect();
                if let Some(place) = columns.iter().position(|name| name == column) {
                    assert!(
                        rows.iter().map(|row| row[place]).eq(cells.iter().copied()),
                        "{name}: {column}"
                    );
                    let repeats = cells.len() > 1 && cells.iter().all(|cell| *cell == cells[0]);
                    assert!(!repeats || at >= PERIOD, "{name}: each row repeats {column}");
                    assert!(cells.iter().any(|cell| !cell.is_empty()), "{name}: nothing in {column}");
                    kept += 1;
                } else if cells.iter().all(|cell| cell.is_empty()) {
                    empty += 1;
                } else {
                    assert!(
                        (INDICATOR..=PERIOD).contains(&at) && cells.len() > 1,
                        "{name}: {column} is gone"
                    );
                    assert!(cells.iter().all(|cell| *cell == cells[0]), "{name}: {column}");
                    assert!(caption.contains(cells[0]), "{name}: {caption}");
                    said_once += 1;
                }
            }
        });
    }
    assert!(
        said_once > 100 && empty > 100 && kept > 1000,
        "{said_once} {empty} {kept}"
    );
}
