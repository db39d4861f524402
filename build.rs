//! Compiles `data/` into the tables of the library.
fn main() {}
