//! Measuring, breaking and eliding text. Nothing here knows a browser.

#![forbid(unsafe_code)]

mod breaking;
mod measure;
mod opportunity;

pub use breaking::{Lines, balance_lines, break_lines, elide};
pub use measure::{Font, TableMeasure, TextMeasure};
