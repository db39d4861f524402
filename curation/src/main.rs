//! Holds the curated data against the documents that it was made from.
fn main() {}
