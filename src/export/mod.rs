//! What leaves the library: renditions for the skin, and files for readers.

#![forbid(unsafe_code)]

mod csv;
mod datapackage;
mod derivations;
mod interface;
mod json;
mod jsonld;
mod panel;
mod ranks;
mod records;
mod rendition;
mod tables;

pub use csv::csv;
pub use datapackage::datapackage;
pub use interface::interface_words;
pub use json::Json;
pub use jsonld::jsonld;
pub use panel::{citation, panel};
pub use ranks::ranks;
pub use records::{TABLES, records};
pub use rendition::{observations, rendition};
pub use tables::sheets;
