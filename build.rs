//! Compiles the tables of words and of data into the library.

use std::path::{Path, PathBuf};

#[allow(dead_code, unused_imports, unused_macros, missing_docs, unreachable_pub)]
#[path = "src/data/compile/mod.rs"]
mod compile;
#[path = "src/format/compile_messages.rs"]
mod compile_messages;
#[allow(dead_code, unused_imports, unused_macros, missing_docs, unreachable_pub)]
#[path = "src/format/value/mod.rs"]
mod format;
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/data/interval.rs"]
mod interval;
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/data/model.rs"]
mod model;
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/data/naming.rs"]
mod naming;

#[allow(dead_code)]
#[path = "src/sort.rs"]
mod sort;
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/data/text.rs"]
mod text;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/format/value");
    compile_messages::main();
    data();
}

/// Compiles the tables; what is wrong with them ends the build, all of it at once.
fn data() {
    println!("cargo::rerun-if-changed=data");
    let sheets: Vec<_> = compile::FILES.iter().map(|file| sheet(file)).collect();
    match compile::compile(&sheets) {
        Ok(tables) => {
            let (numbers, texts) = compile::pack(&tables);
            for (file, bytes) in [("dataset.bin", numbers), ("dataset.txt", texts.into_bytes())] {
                let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join(file);
                if let Err(error) = std::fs::write(&out, bytes) {
                    println!("cargo::error={}: {error}", out.display());
                }
            }
        }
        Err(problems) => problems
            .iter()
            .for_each(|problem| println!("cargo::error=data/{problem}")),
    }
}

/// Reads one file of `data/`.
fn sheet(file: &str) -> compile::Sheet {
    let path = Path::new("data").join(file);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            println!("cargo::error={}: {error}", path.display());
            String::new()
        }
    };
    compile::Sheet::parse(file, &text).unwrap_or_else(|problem| {
        println!("cargo::error=data/{problem}");
        compile::Sheet::default()
    })
}
