//! Measuring, breaking and eliding text. Nothing here knows a browser.

#![forbid(unsafe_code)]

mod breaking;
mod measure;

pub use breaking::{Lines, break_lines, elide};
pub use measure::{Font, TableMeasure, TextMeasure};
