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

/// Checks tables of texts and turns them into typed tables.
///
/// # Errors
/// All that is wrong, not only the first: each with its file, row and column, and what would be right.
pub fn compile(sheets: &[Sheet]) -> Result<Tables, Vec<Problem>> {
    let mut problems = Vec::new();
    let empty = Sheet::default();
    let mut found = [&empty; FILES.len()];
    for ((file, columns), place) in COLUMNS.iter().zip(&mut found) {
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.file == *file) {
            sheet.check_shape(columns, &mut problems);
            *place = sheet;
        } else {
            let message = "the file is missing".to_owned();
            problems.push(Problem {
                file: (*file).to_owned(),
                row: 0,
                column: "",
                message,
            });
        }
    }
    if problems.is_empty() {
        tables(found, &mut problems)
            .filter(|_| problems.is_empty())
            .ok_or(problems)
    } else {
        Err(problems)
    }
}

/// Reads the rows, then holds them against each other. `None` where a row could not be read.
fn tables(sheets: [&Sheet; FILES.len()], problems: &mut Vec<Problem>) -> Option<Tables> {
    let [sources, entities, indicators, observations, locators, relations] = sheets;
    let known = read::Known {
        sources: ids::Ids::new(sources, problems),
        entities: ids::Ids::new(entities, problems),
        indicators: ids::Ids::new(indicators, problems),
        observations: ids::Ids::new(observations, problems),
    };
    let entity_rows: Vec<_> = entities
        .iter()
        .map(|row| read::entity(&row, &known, problems))
        .collect();
    let source_rows: Vec<_> = sources.iter().map(|row| read::source(&row, &known, problems)).collect();
    let indicator_rows: Vec<_> = indicators.iter().map(|row| read::indicator(&row, problems)).collect();
    let mut figures: Vec<Vec<Locator>> = vec![Vec::new(); observations.rows.len()];
    for row in locators.iter() {
        if let Some((at, locator)) = read::locator(&row, &known, problems) {
            figures[at.at()].push(locator);
        }
    }
    let rows: Vec<_> = observations
        .iter()
        .map(|row| read::observation(&row, &known, &figures[row.place], problems))
        .collect();
    let relation_rows: Vec<_> = relations
        .iter()
        .map(|row| read::relation(&row, &known, problems))
        .collect();

    between::loops(&between::parents(&entity_rows), &mut |at| {
        problems.push(entities.problem(at, "parent", "the entity is its own ancestor".to_owned()));
    });
    between::loops(&between::modified(&rows), &mut |at| {
        problems.push(observations.problem(at, "of", "the observation modifies itself, round a loop".to_owned()));
    });
    for (at, row) in rows.iter().enumerate() {
        let Some(row) = row else { continue };
        let mut report = |(column, message)| problems.push(observations.problem(at, column, message));
        check::observation(row, &figures[at], (&indicator_rows, &source_rows), &mut report);
        between::of(row, &rows, &mut report);
        between::locators(&figures[at], &mut report);
    }
    between::duplicates(&rows, &relation_rows, &mut |at, (column, message)| {
        problems.push(observations.problem(at, column, message));
    });
    between::relations(&relation_rows, &rows, &mut |at, (column, message)| {
        problems.push(relations.problem(at, column, message));
    });
    let mut tables = Tables {
        sources: source_rows.into_iter().collect::<Option<_>>()?,
        entities: entity_rows.into_iter().collect::<Option<_>>()?,
        indicators: indicator_rows.into_iter().collect::<Option<_>>()?,
        observations: rows.into_iter().collect::<Option<_>>()?,
        locators: figures,
        relations: relation_rows.into_iter().collect::<Option<_>>()?,
    };
    order::sort(&mut tables);
    Some(tables)
}
