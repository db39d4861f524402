//! Compiles the tables of words and data into the library.
#[path = "src/format/compile_messages.rs"]
mod compile_messages;

fn main() {
    compile_messages::main();
}
