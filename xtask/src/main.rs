//! The only door to every tool of the project.
fn main() {}
