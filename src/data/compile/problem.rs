//! What is wrong with a table, said so that whoever keeps it can mend it.

use std::cell::Cell;
use std::fmt;

use super::pace::Pace;

/// One thing that is wrong: where it stands, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, such as `observations.csv`.
    pub file: String,
    /// The line of the file's records, the header being 1; 0 where the file as a whole is meant.
    pub row: usize,
    /// The column, or nothing where the whole row is meant.
    pub column: &'static str,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = if self.row > 0 {
            fill(", row {}", &[&self.row.to_string()])
        } else {
            String::new()
        };
        let column = if self.column.is_empty() {
            String::new()
        } else {
            fill(", column {}", &[self.column])
        };
        f.write_str(&[&*self.file, &row, &column, ": ", &self.message].concat())
    }
}

/// Where problems are told. It is shared, so that whoever finds one can tell it.
pub(super) struct Desk<'a> {
    told: Cell<Vec<Problem>>,
    /// The pace at which rows are looked at.
    pub(super) pace: &'a Pace,
}

impl<'a> Desk<'a> {
    /// Nothing is told yet.
    pub(super) fn new(pace: &'a Pace) -> Self {
        let told = Cell::default();
        Self { told, pace }
    }

    /// Takes a problem; `message` has `{}` for each of the parts.
    #[inline(never)]
    pub(super) fn tell(&self, file: &str, row: usize, column: &'static str, message: &str, parts: &[&str]) {
        let mut all = self.told.take();
        let (file, message) = (file.to_owned(), fill(message, parts));
        all.push(Problem {
            file,
            row,
            column,
            message,
        });
        self.told.set(all);
    }

    /// How many problems were told.
    pub(super) fn count(&self) -> usize {
        let all = self.told.take();
        let count = all.len();
        self.told.set(all);
        count
    }

    /// All problems, in the order in which they were told.
    pub(super) fn finish(self) -> Vec<Problem> {
        self.told.into_inner()
    }
}

/// Fills the `{}` of a message one after another: far shorter in machine code than `format!`.
#[inline(never)]
fn fill(message: &str, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut parts = parts.iter();
    for (at, text) in message.split("{}").enumerate() {
        if at > 0 {
            out.push_str(parts.next().unwrap_or(&""));
        }
        out.push_str(text);
    }
    out
}
