//! Observations as comma-separated values that a spreadsheet opens as they are: one row an observation, with
//! everything that gives it its meaning.

use crate::data::{Dataset, Label, ObservationIx};
use crate::format::Decimal;

/// The columns, in order.
const COLUMNS: [&str; 24] = [
    "id",
    "entity",
    "entity_zh",
    "entity_en",
    "indicator",
    "indicator_zh",
    "indicator_en",
    "value",
    "unit",
    "qualifier",
    "kind",
    "basis",
    "period",
    "period_basis",
    "partial",
    "status",
    "scope",
    "scope_zh",
    "scope_en",
    "of",
    "printed",
    "locators",
    "note_zh",
    "note_en",
];

/// Observations after RFC 4180, in UTF-8 with a byte order mark and CRLF, as spreadsheets want it.
///
/// `printed` is the figure as its first document prints it. `locators` has an entry
/// `source:paragraph:occurrence:figure` for each place where it is printed, with `; ` between.
#[must_use]
pub fn csv(ds: &Dataset, observations: &[ObservationIx]) -> String {
    let mut out = String::from("\u{feff}");
    record(&mut out, &COLUMNS.map(str::to_owned));
    for &ix in observations {
        record(&mut out, &row(ds, ix));
    }
    out
}

fn row(ds: &Dataset, ix: ObservationIx) -> [String; COLUMNS.len()] {
    let o = ds.observation(ix);
    let (entity, indicator) = (ds.entity(o.entity), ds.indicator(o.indicator));
    let pair = |label: Option<&Label>| label.map_or_else(Default::default, |l| (l.zh.to_string(), l.en.to_string()));
    // A scope without words of its own is called by its name.
    let scope = o.scope.map(|ix| ds.entity(ix));
    let (scope_zh, scope_en) = pair(o.scope_label.as_ref().or(scope.map(|scope| &scope.name)));
    let (note_zh, note_en) = pair(o.note.as_ref());
    let locators = ds.locators(ix);
    let place = |locator: &crate::data::Locator| {
        let (paragraph, occurrence) = (locator.paragraph.to_string(), locator.occurrence.to_string());
        [&*ds.source(locator.source).id, &paragraph, &occurrence, &locator.figure].join(":")
    };
    [
        o.id.to_string(),
        entity.id.to_string(),
        entity.name.zh.to_string(),
        entity.name.en.to_string(),
        indicator.id.to_string(),
        indicator.name.zh.to_string(),
        indicator.name.en.to_string(),
        o.value_text(),
        o.unit.as_str().to_owned(),
        o.qualifier.as_str().to_owned(),
        o.kind.as_str().to_owned(),
        o.basis.map_or("", |basis| basis.as_str()).to_owned(),
        o.period.to_string(),
        o.period_basis.as_str().to_owned(),
        if ds.is_partial(ix) { "true" } else { "false" }.to_owned(),
        o.status.as_str().to_owned(),
        scope.map_or_else(String::new, |scope| scope.id.to_string()),
        scope_zh,
        scope_en,
        o.of.map_or_else(String::new, |of| ds.observation(of).id.to_string()),
        locators
            .first()
            .map_or_else(String::new, |locator| locator.figure.to_string()),
        locators.iter().map(place).collect::<Vec<_>>().join("; "),
        note_zh,
        note_en,
    ]
}

/// Writes one record with its line end.
fn record(out: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        cell_to(out, cell);
    }
    out.push_str("\r\n");
}

/// Writes one cell, quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front: the labels of a dataset that a page brought along are not ours.
fn cell_to(out: &mut String, cell: &str) {
    let number = cell.starts_with('-') && Decimal::parse(cell).is_some();
    let formula = cell.starts_with(['=', '+', '-', '@']) && !number;
    let quoted = cell.contains(['"', ',', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    if quoted {
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let line = |cells: &[&str]| {
            let mut out = String::new();
            record(&mut out, &cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>());
            out
        };
        assert_eq!(line(&["a", "b,c", "\"d\""]), "a,\"b,c\",\"\"\"d\"\"\"\r\n");
        assert_eq!(
            line(&["-2.5", "-x", "=HYPERLINK(1,2)"]),
            "-2.5,'-x,\"'=HYPERLINK(1,2)\"\r\n"
        );
    }
}
