//! From tables of texts to checked tables: what the build does with `data/`, and the library with a dataset that a
//! page brings along.

mod between;
mod check;
mod csv;
mod ids;
mod order;
mod pack;
mod problem;
mod read;
mod sheet;

use super::model::{Locator, Tables};
pub(crate) use pack::DIGITS;
pub use pack::pack;
use problem::Desk;
pub use problem::Problem;
pub use sheet::Sheet;

/// The columns of each of the [`FILES`].
pub const COLUMNS: [(&str, &[&str]); FILES.len()] = [
    (FILES[0], read::SOURCES),
    (FILES[1], read::ENTITIES),
    (FILES[2], read::INDICATORS),
    (FILES[3], read::OBSERVATIONS),
    (FILES[4], read::LOCATORS),
    (FILES[5], read::RELATIONS),
];

/// The files of a dataset that the tables are made of.
pub const FILES: [&str; 6] = [
    "sources.csv",
    "entities.csv",
    "indicators.csv",
    "observations.csv",
    "locators.csv",
    "relations.csv",
];

/// The most rows that a table may have: places in it are numbers of 16 bits, those of observations of 32.
const MOST: usize = u16::MAX as usize;

/// Checks tables of texts and turns them into typed tables.
///
/// # Errors
/// All that is wrong, not only the first: each with its file, row and column, and what would be right.
pub fn compile(sheets: &[Sheet]) -> Result<Tables, Vec<Problem>> {
    let desk = Desk::default();
    let empty = Sheet::default();
    let mut found = [&empty; FILES.len()];
    for ((file, columns), place) in COLUMNS.iter().zip(&mut found) {
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.file == *file) {
            sheet.check_shape(columns, &desk);
            let few = ["sources.csv", "entities.csv", "indicators.csv"].contains(file);
            if few && sheet.rows.len() > MOST {
                desk.tell(file, 0, "", "the table has more than 65535 rows", &[]);
            }
            *place = sheet;
        } else {
            desk.tell(file, 0, "", "the file is missing", &[]);
        }
    }
    let mut out = Tables::default();
    if desk.count() == 0 {
        tables(found, &desk, &mut out);
    }
    let problems = desk.finish();
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

/// Reads the rows, then holds them against each other.
fn tables(sheets: [&Sheet; FILES.len()], desk: &Desk, out: &mut Tables) {
    let [sources, entities, indicators, observations, locators, relations] = sheets;
    let known = read::Known {
        sources: ids::Ids::new(sources, desk),
        entities: ids::Ids::new(entities, desk),
        indicators: ids::Ids::new(indicators, desk),
        observations: ids::Ids::new(observations, desk),
    };
    out.entities
        .extend(entities.iter(desk).map(|row| read::entity(row, &known)));
    out.sources
        .extend(sources.iter(desk).map(|row| read::source(row, &known)));
    out.indicators.extend(indicators.iter(desk).map(read::indicator));
    let mut figures: Vec<Vec<Locator>> = vec![Vec::new(); observations.rows.len()];
    for row in locators.iter(desk) {
        let (at, locator) = read::locator(row, &known);
        if let Some(list) = figures.get_mut(at) {
            list.push(locator);
        }
    }
    // A row that could not be read is held against no rule: what would be told of it is not so.
    let mut sound = Vec::new();
    for row in observations.iter(desk) {
        let before = desk.count();
        out.observations
            .push(read::observation(row, &known, &figures[row.place]));
        sound.push(desk.count() == before);
    }
    let read = desk.count();
    out.relations
        .extend(relations.iter(desk).map(|row| read::relation(row, &known)));
    let related = desk.count() == read;

    let (rows, parents) = (&out.observations, &out.entities);
    for row in entities.iter(desk) {
        let next = |at: usize| parents.get(at)?.parent.map(|ix| ix.at());
        if between::endless(row.place, &next) {
            row.tell("parent", "the parents go round in a loop", &[]);
        }
    }
    for row in observations.iter(desk).filter(|row| sound[row.place]) {
        let o = &rows[row.place];
        let next = |at: usize| rows.get(at)?.of.map(|ix| ix.at());
        if between::endless(row.place, &next) {
            row.tell("of", "what is modified goes round in a loop", &[]);
        }
        check::observation(
            row,
            o,
            &figures[row.place],
            out.indicators.get(o.indicator.at()),
            &out.sources,
        );
        between::of(row, o, rows);
    }
    if related && sound.iter().all(|&sound| sound) {
        between::duplicates(observations, desk, rows, &out.relations);
        for row in relations.iter(desk) {
            between::relation(row, &out.relations[..=row.place], &out.relations, rows);
        }
    }
    out.locators = figures;
    if desk.count() == 0 {
        order::sort(out);
    }
}
