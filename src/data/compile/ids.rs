//! The ids of a table, and the cells that name them.

use super::problem::Desk;
use super::sheet::{Row, Sheet};

/// The ids of a table with their places, sorted.
pub(super) struct Ids<'a> {
    file: &'a str,
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Ids<'a> {
    /// Reads the column `id`; tells of ids that are malformed or stand twice.
    pub(super) async fn new(sheet: &'a Sheet, desk: &'a Desk<'a>) -> Self {
        let mut ids = Vec::with_capacity(sheet.len());
        for row in sheet.iter(desk) {
            desk.pace.row(1).await;
            ids.push(row.text("id"));
        }
        let order = desk.pace.order(ids.len(), &mut |a, b| ids[a].cmp(ids[b])).await;
        let sorted: Vec<_> = order.into_iter().map(|place| (ids[place], place)).collect();
        for pair in sorted.windows(2) {
            desk.pace.row(1).await;
            if pair[0].0 != pair[1].0 {
                continue;
            }
            let first = (pair[0].1 + 2).to_string();
            let message = "\"{}\" is the id of row {} already; ids are unique";
            sheet.row(pair[1].1, desk).tell("id", message, &[pair[1].0, &first]);
        }
        for row in sheet.iter(desk) {
            desk.pace.row(1).await;
            let id = ids[row.place];
            let kebab = id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            if id.is_empty() || !kebab || id.starts_with('-') || id.ends_with('-') {
                row.tell("id", "\"{}\" is no id; write a-z, 0-9 and hyphens between", &[id]);
            }
        }
        Self {
            file: &sheet.file,
            sorted,
        }
    }

    /// The places in the order of their ids.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.sorted.iter().map(|&(_, place)| place)
    }

    fn find(&self, id: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|probe| probe.0.cmp(id));
        found.ok().map(|at| self.sorted[at].1)
    }

    /// The place that a cell names; tells of a name that is not in the table.
    #[inline(never)]
    pub(super) fn cell(&self, row: Row<'_>, column: &'static str) -> usize {
        let id = row.text(column);
        self.find(id).unwrap_or_else(|| {
            // A search through all ids: helpful for a slip, a waste where the wrong file was given.
            let near = if row.few() { self.nearest(id) } else { None };
            let message = if near.is_some() {
                "\"{}\" is no id of {}; did you mean \"{}\"?"
            } else {
                "\"{}\" is no id of {}"
            };
            row.tell(column, message, &[id, self.file, near.unwrap_or_default()]);
            0
        })
    }

    /// As [`Ids::cell`], for a cell that may be empty.
    pub(super) fn optional(&self, row: Row<'_>, column: &'static str) -> Option<usize> {
        if row.text(column).is_empty() {
            None
        } else {
            Some(self.cell(row, column))
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
