//! A table of texts with named columns, and typed access to its cells.

use super::super::model::{Label, Text};
use super::problem::{Problem, list, say};

/// A table as it was read: a header, and rows of equal length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The file that it comes from, such as `observations.csv`.
    pub file: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A row of a [`Sheet`], with a place to report to.
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    /// The place among the rows, from 0.
    pub(super) place: usize,
}

impl Sheet {
    /// A problem with a cell of the row at this place.
    pub(super) fn problem(&self, place: usize, column: &'static str, message: String) -> Problem {
        Problem {
            file: self.file.clone(),
            row: place + 2,
            column,
            message,
        }
    }

    /// The rows, one by one.
    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|place| Row { sheet: self, place })
    }

    /// Reports columns that are missing or unknown, and rows that are longer or shorter than the header.
    pub(super) fn check_shape(&self, columns: &[&'static str], problems: &mut Vec<Problem>) {
        let mut report = |row, column, message| {
            problems.push(Problem {
                file: self.file.clone(),
                row,
                column,
                message,
            });
        };
        for &column in columns {
            if !self.header.iter().any(|name| name == column) {
                report(
                    1,
                    column,
                    say(&["the column is missing; expected ", &columns.join(",")]),
                );
            }
        }
        for (place, name) in self.header.iter().enumerate() {
            if !columns.contains(&name.as_str()) {
                report(
                    1,
                    "",
                    say(&["there is no column \"", name, "\"; expected ", &columns.join(",")]),
                );
            } else if self.header[..place].contains(name) {
                report(1, "", say(&["the column \"", name, "\" stands twice"]));
            }
        }
        for (place, row) in self.rows.iter().enumerate() {
            if row.len() != self.header.len() {
                let (has, wants) = (row.len().to_string(), self.header.len().to_string());
                report(
                    place + 2,
                    "",
                    say(&["the row has ", &has, " cells, the header ", &wants]),
                );
            }
            for cell in row
                .iter()
                .filter(|cell| cell.trim() != cell.as_str() || cell.contains(char::is_control))
            {
                let message = say(&["\"", cell, "\" has white space at an end, or a control character"]);
                report(place + 2, "", message);
            }
        }
    }
}

impl<'a> Row<'a> {
    /// The row at this place.
    pub(super) const fn at(sheet: &'a Sheet, place: usize) -> Self {
        Self { sheet, place }
    }

    /// The text of a cell; empty where the column or the cell is missing.
    pub(super) fn text(&self, column: &str) -> &'a str {
        let sheet = self.sheet;
        let place = sheet.header.iter().position(|name| name == column);
        place
            .and_then(|at| sheet.rows[self.place].get(at))
            .map_or("", String::as_str)
    }

    /// A problem with a cell of this row.
    pub(super) fn problem(&self, column: &'static str, message: String) -> Problem {
        Problem {
            file: self.sheet.file.clone(),
            row: self.place + 2,
            column,
            message,
        }
    }

    /// A text that must not be empty.
    pub(super) fn required(&self, column: &'static str, problems: &mut Vec<Problem>) -> Text {
        let text = self.text(column);
        if text.is_empty() {
            problems.push(self.problem(column, "the cell is empty".to_owned()));
        }
        text.into()
    }

    /// A member of a closed vocabulary.
    pub(super) fn word<T: Copy>(
        &self,
        column: &'static str,
        parse: fn(&str) -> Option<T>,
        all: &[T],
        name: fn(T) -> &'static str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let found = parse(self.text(column));
        if found.is_none() {
            let message = say(&["\"", self.text(column), "\" is none of: ", &list(all, name)]);
            problems.push(self.problem(column, message));
        }
        found
    }

    /// A label that must be there in both languages.
    pub(super) fn label(&self, zh: &'static str, en: &'static str, problems: &mut Vec<Problem>) -> Label {
        Label {
            zh: self.required(zh, problems),
            en: self.required(en, problems),
        }
    }

    /// A label that may be missing, but only in both languages.
    pub(super) fn optional(&self, zh: &'static str, en: &'static str, problems: &mut Vec<Problem>) -> Option<Label> {
        let missing = match (self.text(zh).is_empty(), self.text(en).is_empty()) {
            (true, true) => return None,
            (true, false) => Some(zh),
            (false, true) => Some(en),
            (false, false) => None,
        };
        if let Some(column) = missing {
            let message = "the text stands in one language only; write it in both or in neither".to_owned();
            problems.push(self.problem(column, message));
        }
        Some(Label {
            zh: self.text(zh).into(),
            en: self.text(en).into(),
        })
    }
}
