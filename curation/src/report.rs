//! Tables for people.

use std::collections::BTreeMap;

use zonestat::data::{Dataset, ObservationIx};
use zonestat::format::Unit;

use crate::coverage::{Cover, Coverage};
use crate::curated::{Curated, Reason};
use crate::document::Document;
use crate::sizes::sizes;

/// Lines up columns: the first to the left, the others to the right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |at: usize| {
        rows.iter()
            .filter_map(|row| row.get(at))
            .map(|cell| columns_of(cell))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<_> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[at].saturating_sub(columns_of(cell)));
            line.push_str(&if at == 0 {
                format!("{cell}{pad}")
            } else {
                format!("  {pad}{cell}")
            });
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// The columns that a text takes in a terminal: two for a Chinese character.
fn columns_of(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum()
}

/// Counts what a key says of each observation and makes rows of it: in the order of the keys.
fn counted<K: Ord>(
    dataset: &Dataset,
    key: impl Fn(ObservationIx) -> K,
    name: impl Fn(&K) -> String,
) -> Vec<Vec<String>> {
    let mut counts: BTreeMap<K, [usize; 6]> = BTreeMap::new();
    for ix in (0..dataset.observations().len()).filter_map(ObservationIx::of) {
        let row = counts.entry(key(ix)).or_default();
        row[0] += 1;
        row[1 + dataset.observation(ix).status as usize] += 1;
    }
    let head = [
        "",
        "observations",
        "actual",
        "estimated",
        "target",
        "planned",
        "projected",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (key, counts) in &counts {
        let cells = counts
            .iter()
            .map(|&n| if n == 0 { "·".to_owned() } else { n.to_string() });
        rows.push(std::iter::once(name(key)).chain(cells).collect());
    }
    rows
}

/// The observations by document, indicator and period, and the bytes that they take.
#[must_use]
pub fn overview(curated: &Curated) -> String {
    let ds = &curated.dataset;
    let mut out = String::from("By document\n");
    let mut rows = vec![
        ["", "observations", "also elsewhere", "figures"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for source in ds.sources() {
        let (mut observations, mut shared, mut figures) = (0, 0, 0);
        for ix in (0..ds.observations().len()).filter_map(ObservationIx::of) {
            let here = ds
                .locators(ix)
                .iter()
                .filter(|locator| ds.source(locator.source).id == source.id)
                .count();
            observations += usize::from(here > 0);
            shared += usize::from(here > 0 && here < ds.locators(ix).len());
            figures += here;
        }
        rows.push(vec![
            source.id.to_string(),
            observations.to_string(),
            shared.to_string(),
            figures.to_string(),
        ]);
    }
    out.push_str(&table(&rows));
    out.push_str("\nBy indicator\n");
    out.push_str(&table(&counted(
        ds,
        |ix| ds.observation(ix).indicator,
        |&ix| ds.indicator(ix).id.to_string(),
    )));
    out.push_str("\nBy period\n");
    let period = |ix| {
        let period = ds.observation(ix).period;
        (period.order().0, period.to_string())
    };
    out.push_str(&table(&counted(ds, period, |(_, text)| text.clone())));
    out.push_str("\nBy unit\n");
    out.push_str(&table(&counted(
        ds,
        |ix| ds.observation(ix).unit,
        |unit: &Unit| unit.as_str().to_owned(),
    )));
    out.push_str(&format!(
        "\n{} observations of {} indicators and {} entities, {} relations, {} derived values\n",
        ds.observations().len(),
        ds.indicators().len(),
        ds.entities().len(),
        ds.relations().len(),
        ds.derived().len()
    ));
    for (what, bytes) in [
        ("compact tables", &curated.packed),
        ("without notes and relations", &curated.plain),
    ] {
        let size = sizes(bytes);
        out.push_str(&format!(
            "{what}: {} bytes, {} after gzip, {} after brotli\n",
            size.raw, size.gzip, size.brotli
        ));
    }
    out
}

/// Every derived value with its range, its formula and what it comes from.
#[must_use]
pub fn derived(dataset: &Dataset) -> String {
    let mut rows = vec![
        ["derived value", "low", "high", "unit", "period", "from"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for derived in dataset.derived() {
        let from: Vec<_> = derived.from.iter().map(|&ix| &*dataset.observation(ix).id).collect();
        rows.push(vec![
            derived.id.to_string(),
            derived.low.to_string(),
            derived.high.to_string(),
            derived.unit.as_str().to_owned(),
            derived.period.to_string(),
            from.join(" "),
        ]);
    }
    table(&rows)
}

/// Every check of the arithmetic, what does not come out first.
#[must_use]
pub fn arithmetic(dataset: &Dataset) -> String {
    let mut checks = crate::arithmetic::checks(dataset);
    checks.sort_by_key(|check| check.holds);
    let mut out = String::from("Arithmetic\n");
    for check in checks {
        let result = match (check.holds, check.explained) {
            (true, _) => "holds",
            (false, true) => "does not come out, and a note says so",
            (false, false) => "DOES NOT COME OUT, and no note says so",
        };
        out.push_str(&format!("{result}: {}\n", check.what));
    }
    out
}

/// The coverage of some documents, with every open numeral.
#[must_use]
pub fn coverage(curated: &Curated, found: &[(Coverage, Document)]) -> String {
    let head = ["numerals", "observed"]
        .into_iter()
        .chain(Reason::ALL.map(|(_, name)| name))
        .chain(["open"]);
    let mut rows = vec![std::iter::once("").chain(head).map(str::to_owned).collect::<Vec<_>>()];
    let mut lines = String::new();
    for (coverage, document) in found {
        let id = &curated.dataset.source(coverage.source).id;
        let mut row = vec![id.to_string(), coverage.numerals.len().to_string()];
        row.push(coverage.count(Cover::Observed).to_string());
        row.extend(Reason::ALL.map(|(reason, _)| coverage.count(Cover::Omitted(reason)).to_string()));
        row.push(coverage.count(Cover::Open).to_string());
        rows.push(row);
        for numeral in coverage.open() {
            let text = &document.paragraphs[numeral.paragraph - 1];
            let before: Vec<_> = text[..numeral.range.start].chars().collect();
            let before: String = before[before.len().saturating_sub(12)..].iter().collect();
            let after: String = text[numeral.range.end..].chars().take(12).collect();
            let figure = &text[numeral.range.clone()];
            lines.push_str(&format!(
                "open: {id} ¶{} …{before}【{figure}】{after}…\n",
                numeral.paragraph
            ));
        }
        for problem in &coverage.problems {
            lines.push_str(&format!("wrong: {id}: {problem}\n"));
        }
    }
    format!("Numerals of the documents\n{}{lines}", table(&rows))
}
