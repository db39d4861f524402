//! From tables of texts to checked tables: what the build does with `data/`, and the library with a dataset that a
//! page brings along.

mod draft;
mod figure;
mod pack;
mod problem;
mod sheet;

use super::model::Tables;
pub use figure::{Printed, printed};
pub use pack::pack;
pub use problem::Problem;
pub use sheet::Sheet;

/// The files of a dataset, in the order in which they are read.
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
    draft::compile(sheets)
}
