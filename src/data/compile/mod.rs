//! From tables of texts to checked tables: what the build does with `data/`, and the library with a dataset that a
//! page brings along.

mod between;
mod check;
mod csv;
mod ids;
mod order;
mod pace;
mod pack;
mod problem;
mod read;
mod sheet;

use super::model::{Locator, ObservationIx, Tables};
pub(crate) use pace::Pace;
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
    let pace = Pace::default();
    pace.all(check(sheets, &pace)).map(|(tables, _)| tables)
}

/// As [`compile`], pausing between rows; with the observations in the order of their ids.
pub(crate) async fn check(sheets: &[Sheet], pace: &Pace) -> Result<(Tables, Vec<ObservationIx>), Vec<Problem>> {
    let desk = Desk::new(pace);
    let empty = Sheet::default();
    let mut found = [&empty; FILES.len()];
    // Each row is looked at for its shape and read; one with an id is sorted by it, and an observation is held against
    // the rules, sorted twice, and brought into its place.
    let rows = |file: &str| {
        sheets
            .iter()
            .filter(|sheet| sheet.file == file)
            .map(Sheet::len)
            .sum::<usize>()
    };
    pace.part(
        100,
        FILES.iter().map(|file| 2 * rows(file)).sum::<usize>() + 8 * rows(FILES[3]),
    );
    for ((file, columns), place) in COLUMNS.iter().zip(&mut found) {
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.file == *file) {
            sheet.check_shape(columns, &desk).await;
            let few = ["sources.csv", "entities.csv", "indicators.csv"].contains(file);
            if few && sheet.len() > MOST {
                desk.tell(file, 0, "", "the table has more than 65535 rows", &[]);
            }
            *place = sheet;
        } else {
            desk.tell(file, 0, "", "the file is missing", &[]);
        }
    }
    let mut out = Tables::default();
    let mut by_id = Vec::new();
    if desk.count() == 0 {
        by_id = tables(found, &desk, &mut out).await;
    }
    let problems = desk.finish();
    if problems.is_empty() {
        Ok((out, by_id))
    } else {
        Err(problems)
    }
}

/// Reads the rows, then holds them against each other; gives the observations in the order of their ids.
async fn tables(sheets: [&Sheet; FILES.len()], desk: &Desk<'_>, out: &mut Tables) -> Vec<ObservationIx> {
    let [sources, entities, indicators, observations, locators, relations] = sheets;
    let pace = desk.pace;
    let known = read::Known {
        sources: ids::Ids::new(sources, desk).await,
        entities: ids::Ids::new(entities, desk).await,
        indicators: ids::Ids::new(indicators, desk).await,
        observations: ids::Ids::new(observations, desk).await,
    };
    for row in entities.iter(desk) {
        pace.row(1).await;
        out.entities.push(read::entity(row, &known));
    }
    for row in sources.iter(desk) {
        pace.row(1).await;
        out.sources.push(read::source(row, &known));
    }
    for row in indicators.iter(desk) {
        pace.row(1).await;
        out.indicators.push(read::indicator(row));
    }
    let mut figures: Vec<Vec<Locator>> = Vec::new();
    figures.resize_with(observations.len(), Vec::new);
    for row in locators.iter(desk) {
        pace.row(1).await;
        let (at, locator) = read::locator(row, &known);
        if let Some(list) = figures.get_mut(at) {
            list.push(locator);
        }
    }
    // A row that could not be read is held against no rule: what would be told of it is not so.
    let mut sound = Vec::with_capacity(observations.len());
    out.observations.reserve(observations.len());
    for row in observations.iter(desk) {
        pace.row(1).await;
        let before = desk.count();
        out.observations
            .push(read::observation(row, &known, &figures[row.place]));
        sound.push(desk.count() == before);
    }
    let read = desk.count();
    for row in relations.iter(desk) {
        pace.row(1).await;
        out.relations.push(read::relation(row, &known));
    }
    let related = desk.count() == read;

    let (rows, parents) = (&out.observations, &out.entities);
    for row in entities.iter(desk) {
        pace.row(1).await;
        let next = |at: usize| parents.get(at)?.parent.map(|ix| ix.at());
        if between::endless(row.place, &next) {
            row.tell("parent", "the parents go round in a loop", &[]);
        }
    }
    for row in observations.iter(desk).filter(|row| sound[row.place]) {
        pace.row(1).await;
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
        let ends = between::Ends::new(&out.relations, desk).await;
        between::duplicates(observations, desk, rows, &ends).await;
        for row in relations.iter(desk) {
            pace.row(1).await;
            between::relation(row, &ends, rows);
        }
    }
    out.locators = figures;
    if desk.count() > 0 {
        return Vec::new();
    }
    let place = order::sort(out, pace).await;
    known.observations.places().map(|from| place[from]).collect()
}
