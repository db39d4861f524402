//! Holds the curated data against the documents that it was made from: every figure at its place, every numeral of a
//! document accounted for.
//!
//! The documents themselves are not part of the project. A copy at hand is recognised by its SHA-256.

pub mod arithmetic;
pub mod coverage;
pub mod curated;
pub mod document;
pub mod numerals;
pub mod report;
pub mod sample;
pub mod sizes;
