//! A dataset as one Frictionless Data Package: the descriptor with the tables inside.

use super::json::Json;
use super::tables::sheets;
use crate::data::Dataset;
use crate::data::compile::Sheet;

/// The cells that name a row of another table: table, column, other table.
const KEYS: [(&str, &str, &str); 11] = [
    ("sources", "about", "entities"),
    ("entities", "parent", "entities"),
    ("observations", "entity", "entities"),
    ("observations", "indicator", "indicators"),
    ("observations", "scope", "entities"),
    ("observations", "of", "observations"),
    ("locators", "observation", "observations"),
    ("locators", "source", "sources"),
    ("relations", "from", "observations"),
    ("relations", "to", "observations"),
    ("omissions", "source", "sources"),
];

/// A dataset as a Data Package in JSON, its tables inline: what `toDataPackage()` gives.
///
/// The list of omissions is about the curation, not about the zone; it is in the package of the project's sources alone.
#[must_use]
pub fn datapackage(ds: &Dataset) -> String {
    let mut json = Json::new();
    json.object(|json| {
        json.key("name").string("zonestat-dataset");
        json.key("profile").string("tabular-data-package");
        if let Some(zone) = ds.zone() {
            json.key("title").string(&ds.entity(zone).name.en);
        }
        json.key("resources")
            .array(|json| sheets(ds).iter().for_each(|sheet| resource(json, sheet)));
    });
    json.finish()
}

fn resource(json: &mut Json, sheet: &Sheet) {
    let name = sheet.file.trim_end_matches(".csv");
    json.object(|json| {
        json.key("name").string(name);
        json.key("profile").string("tabular-data-resource");
        json.key("data").array(|json| {
            json.strings(&sheet.header);
            sheet.rows().for_each(|row| json.strings(&row));
        });
        json.key("schema").object(|json| schema(json, name, &sheet.header));
    });
}

fn schema(json: &mut Json, table: &str, columns: &[String]) {
    json.key("fields").array(|json| {
        for column in columns {
            let number = matches!(column.as_str(), "paragraph" | "occurrence");
            json.object(|json| {
                json.key("name").string(column);
                json.key("type").string(if number { "integer" } else { "string" });
            });
        }
    });
    if columns.first().is_some_and(|column| column == "id") {
        json.key("primaryKey").string("id");
    }
    json.key("foreignKeys").array(|json| {
        for (_, column, to) in KEYS.iter().filter(|(from, ..)| *from == table) {
            json.object(|json| {
                json.key("fields").string(column);
                json.key("reference").object(|json| {
                    // A table that refers to itself is called by nothing.
                    json.key("resource").string(if to == &table { "" } else { to });
                    json.key("fields").string("id");
                });
            });
        }
    });
}
