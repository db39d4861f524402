//! What is wrong with a table, said so that whoever keeps it can mend it.

use std::fmt;

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
        f.write_str(&self.file)?;
        if self.row > 0 {
            f.write_str(", row ")?;
            fmt::Display::fmt(&self.row, f)?;
        }
        if !self.column.is_empty() {
            f.write_str(", column ")?;
            f.write_str(self.column)?;
        }
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}

/// Joins words into one message; shorter in machine code than `format!`.
pub(super) fn say(parts: &[&str]) -> String {
    parts.concat()
}

/// The published names of a closed vocabulary, for a message that lists what is accepted.
pub(super) fn list<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> String {
    all.iter().map(|&x| name(x)).collect::<Vec<_>>().join(" ")
}
