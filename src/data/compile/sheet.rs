//! A table of texts with named columns, and typed access to its cells.

use super::super::model::{Label, Text};
use super::problem::Desk;

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

/// A row of a [`Sheet`], with the desk where its problems are told.
///
/// A cell that cannot be read gives some value of its type: what was told keeps the tables from being used.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    desk: &'a Desk,
    /// The place among the rows, from 0.
    pub(super) place: usize,
}

impl Sheet {
    /// The row at this place.
    pub(super) fn row<'a>(&'a self, place: usize, desk: &'a Desk) -> Row<'a> {
        Row {
            sheet: self,
            desk,
            place,
        }
    }

    /// The rows, one by one.
    pub(super) fn iter<'a>(&'a self, desk: &'a Desk) -> impl Iterator<Item = Row<'a>> {
        (0..self.rows.len()).map(move |place| self.row(place, desk))
    }

    /// Tells of columns that are missing or unknown, of rows that are longer or shorter than the header, and of cells
    /// with stray white space.
    pub(super) fn check_shape(&self, columns: &[&'static str], desk: &Desk) {
        let expected = columns.join(",");
        for &column in columns {
            if !self.header.iter().any(|name| name == column) {
                desk.tell(
                    &self.file,
                    1,
                    column,
                    "the column is missing; expected {}",
                    &[&expected],
                );
            }
        }
        for (place, name) in self.header.iter().enumerate() {
            let tell = |message| desk.tell(&self.file, 1, "", message, &[name, &expected]);
            if !columns.contains(&name.as_str()) {
                tell("there is no column \"{}\"; expected {}");
            } else if self.header[..place].contains(name) {
                tell("the column \"{}\" stands twice");
            }
        }
        for row in self.iter(desk) {
            let cells = &self.rows[row.place];
            if cells.len() != self.header.len() {
                let (has, wants) = (cells.len().to_string(), self.header.len().to_string());
                row.tell("", "the row has {} cells, the header {}", &[&has, &wants]);
            }
            for cell in cells
                .iter()
                .filter(|cell| cell.trim() != cell.as_str() || cell.contains(char::is_control))
            {
                row.tell("", "\"{}\" has white space at an end, or a control character", &[cell]);
            }
        }
    }
}

impl<'a> Row<'a> {
    /// Tells of a problem with a cell of this row.
    pub(super) fn tell(&self, column: &'static str, message: &str, parts: &[&str]) {
        self.desk.tell(&self.sheet.file, self.place + 2, column, message, parts);
    }

    /// Whether only few problems were told so far.
    pub(super) fn few(&self) -> bool {
        self.desk.count() < 100
    }

    /// The text of a cell; empty where the column or the cell is missing.
    #[inline(never)]
    pub(super) fn text(&self, column: &str) -> &'a str {
        let sheet = self.sheet;
        let place = sheet.header.iter().position(|name| name == column);
        place
            .and_then(|at| sheet.rows[self.place].get(at))
            .map_or("", String::as_str)
    }

    /// A text that must not be empty.
    #[inline(never)]
    pub(super) fn required(&self, column: &'static str) -> Text {
        let text = self.text(column);
        if text.is_empty() {
            self.tell(column, "the cell is empty", &[]);
        }
        text.into()
    }

    /// A member of a closed vocabulary.
    pub(super) fn word<T: Copy>(&self, column: &'static str, all: &[T], name: fn(T) -> &'static str) -> T {
        all[self.choice(column, self.text(column), all.len(), &|at| name(all[at]))]
    }

    /// The place of a text among so many names; 0, telling of it, where it is none of them.
    #[inline(never)]
    pub(super) fn choice(
        &self,
        column: &'static str,
        text: &str,
        count: usize,
        name: &dyn Fn(usize) -> &'static str,
    ) -> usize {
        (0..count).find(|&at| name(at) == text).unwrap_or_else(|| {
            let names: Vec<_> = (0..count).map(name).collect();
            self.tell(column, "\"{}\" is none of: {}", &[text, &names.join(" ")]);
            0
        })
    }

    /// A label that must be there in both languages.
    pub(super) fn label(&self, zh: &'static str, en: &'static str) -> Label {
        Label {
            zh: self.required(zh),
            en: self.required(en),
        }
    }

    /// A label that may be missing, but only in both languages.
    #[inline(never)]
    pub(super) fn optional(&self, zh: &'static str, en: &'static str) -> Option<Label> {
        let (in_zh, in_en) = (self.text(zh), self.text(en));
        if in_zh.is_empty() != in_en.is_empty() {
            let column = if in_zh.is_empty() { zh } else { en };
            self.tell(
                column,
                "the text stands in one language only; write it in both or in neither",
                &[],
            );
        }
        (!in_zh.is_empty()).then(|| Label {
            zh: in_zh.into(),
            en: in_en.into(),
        })
    }
}
