//! What leaves the library: renditions for the skin, and files for readers.

#![forbid(unsafe_code)]

mod interface;
mod json;
mod panel;
mod records;
mod rendition;

pub use interface::interface_words;
pub use json::Json;
pub use panel::{citation, panel};
pub use records::{TABLES, records};
pub use rendition::{observations, rendition};
