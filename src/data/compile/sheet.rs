//! A table of texts with named columns, and typed access to its cells.

use super::super::model::Label;
use super::super::text::Text;
use super::problem::Desk;

/// A table as it was read: a header, and rows of equal length.
///
/// All cells stand in one text: millions of small ones would take longer to make, and to throw away, than to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The file that it comes from, such as `observations.csv`.
    pub file: String,
    /// The names of the columns.
    pub header: Vec<String>,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    /// Where each row ends among the cells.
    rows: Vec<usize>,
}

/// A row of a [`Sheet`], with the desk where its problems are told.
///
/// A cell that cannot be read gives some value of its type: what was told keeps the tables from being used.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    desk: &'a Desk<'a>,
    /// The place among the rows, from 0.
    pub(super) place: usize,
}

impl Sheet {
    /// A table without rows.
    #[must_use]
    pub fn new(file: &str, header: Vec<String>) -> Self {
        Self {
            file: file.to_owned(),
            header,
            ..Self::default()
        }
    }

    /// Adds a row.
    pub fn push<'t>(&mut self, cells: impl IntoIterator<Item = &'t str>) {
        for cell in cells {
            self.add(cell);
            self.end_cell();
        }
        self.end_row();
    }

    /// How many rows there are.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // nobody asks
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows with their cells.
    pub fn rows(&self) -> impl Iterator<Item = Vec<&str>> {
        (0..self.len()).map(|place| self.cells(place).map(|at| self.cell(at)).collect())
    }

    /// Makes room for so many bytes of text.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds to the cell under way.
    pub(super) fn add(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the cell under way.
    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    /// Ends the row under way.
    pub(super) fn end_row(&mut self) {
        self.rows.push(self.ends.len());
    }

    /// Takes the only row out again.
    pub(super) fn take_row(&mut self) -> Vec<String> {
        let row = self.cells(0).map(|at| self.cell(at).to_owned()).collect();
        self.text.clear();
        self.ends.clear();
        self.rows.clear();
        row
    }

    /// The places of a row's cells.
    fn cells(&self, row: usize) -> std::ops::Range<usize> {
        let end = |at: usize| self.rows.get(at).copied().unwrap_or_default();
        row.checked_sub(1).map_or(0, end)..end(row)
    }

    fn cell(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        self.text
            .get(at.checked_sub(1).map_or(0, end)..end(at))
            .unwrap_or_default()
    }

    /// The row at this place.
    pub(super) fn row<'a>(&'a self, place: usize, desk: &'a Desk<'a>) -> Row<'a> {
        Row {
            sheet: self,
            desk,
            place,
        }
    }

    /// The rows, one by one.
    pub(super) fn iter<'a>(&'a self, desk: &'a Desk<'a>) -> impl Iterator<Item = Row<'a>> {
        (0..self.len()).map(move |place| self.row(place, desk))
    }

    /// Tells of columns that are missing or unknown, of rows that are longer or shorter than the header, and of cells
    /// with stray white space.
    pub(super) async fn check_shape(&self, columns: &[&'static str], desk: &Desk<'_>) {
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
            desk.pace.row(1).await;
            let cells = self.cells(row.place);
            if cells.len() != self.header.len() {
                let (has, wants) = (cells.len().to_string(), self.header.len().to_string());
                row.tell("", "the row has {} cells, the header {}", &[&has, &wants]);
            }
            for cell in cells.map(|at| self.cell(at)).filter(|cell| is_stray(cell)) {
                row.tell("", "\"{}\" has white space at an end, or a control character", &[cell]);
            }
        }
    }
}

/// Whether there is white space at an end, or a control character.
fn is_stray(cell: &str) -> bool {
    // Nearly all cells are settled by a look at their bytes.
    let plain = |byte: &u8| matches!(byte, b'!'..=b'~');
    !cell.as_bytes().iter().all(plain) && (cell.trim() != cell || cell.contains(char::is_control))
}

impl<'a> Row<'a> {
    /// Tells of a problem with a cell of this row.
    pub(super) fn tell(&self, column: &'static str, message: &str, parts: &[&str]) {
        self.desk.tell(&self.sheet.file, self.place + 2, column, message, parts);
    }

    /// Whether only few problems were told so far: then there is time to look for what was meant.
    pub(super) fn few(&self) -> bool {
        self.desk.pace.pause();
        self.desk.count() < 100
    }

    /// The text of a cell; empty where the column or the cell is missing.
    #[inline(never)]
    pub(super) fn text(&self, column: &str) -> &'a str {
        let sheet = self.sheet;
        let place = sheet.header.iter().position(|name| name == column);
        place
            .and_then(|at| sheet.cells(self.place).nth(at))
            .map_or("", |at| sheet.cell(at))
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
