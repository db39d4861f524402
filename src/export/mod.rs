//! What leaves the library: renditions for the skin, and files for readers.

#![forbid(unsafe_code)]

mod json;
mod rendition;

pub use json::Json;
pub use rendition::{observations, rendition};
