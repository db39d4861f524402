//! The ids of a table, and the cells that name them.

use super::problem::{Problem, say};
use super::sheet::{Row, Sheet};
use crate::sort::sort_by;

/// The ids of a table with their places, sorted.
pub(super) struct Ids<'a> {
    file: &'a str,
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Ids<'a> {
    /// Reads the column `id`; reports ids that are malformed or stand twice.
    pub(super) fn new(sheet: &'a Sheet, problems: &mut Vec<Problem>) -> Self {
        let mut sorted: Vec<_> = sheet.iter().map(|row| (row.text("id"), row.place)).collect();
        sort_by(&mut sorted, |a, b| a.0.cmp(b.0));
        for pair in sorted.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            let first = (pair[0].1 + 2).to_string();
            let message = say(&[
                "\"",
                pair[1].0,
                "\" is the id of row ",
                &first,
                " already; ids are unique",
            ]);
            problems.push(Row::at(sheet, pair[1].1).problem("id", message));
        }
        for row in sheet.iter() {
            let id = row.text("id");
            let kebab = id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            if id.is_empty() || !kebab || id.starts_with('-') || id.ends_with('-') {
                let message = say(&["\"", id, "\" is no id; write a-z, 0-9 and hyphens between"]);
                problems.push(row.problem("id", message));
            }
        }
        Self {
            file: &sheet.file,
            sorted,
        }
    }

    fn find(&self, id: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|probe| probe.0.cmp(id));
        found.ok().map(|at| self.sorted[at].1)
    }

    /// The place that a cell names; reports a name that is not in the table.
    pub(super) fn cell<T>(
        &self,
        row: &Row<'_>,
        column: &'static str,
        of: fn(usize) -> Option<T>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let id = row.text(column);
        let found = self.find(id).and_then(of);
        if found.is_none() {
            let mut message = say(&["\"", id, "\" is no id of ", self.file]);
            if let Some(near) = self.nearest(id) {
                message.push_str(&say(&["; did you mean \"", near, "\"?"]));
            }
            problems.push(row.problem(column, message));
        }
        found
    }

    /// As [`Ids::cell`], for a cell that may be empty.
    pub(super) fn optional<T>(
        &self,
        row: &Row<'_>,
        column: &'static str,
        of: fn(usize) -> Option<T>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        if row.text(column).is_empty() {
            None
        } else {
            self.cell(row, column, of, problems)
        }
    }

    /// The id that shares the longest beginning with this one, if it shares at least half.
    fn nearest(&self, id: &str) -> Option<&'a str> {
        let shared = |other: &str| id.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let best = self
            .sorted
            .iter()
            .map(|&(other, _)| other)
            .max_by_key(|other| shared(other))?;
        (shared(best) * 2 >= id.len().max(1)).then_some(best)
    }
}
