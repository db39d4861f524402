//! Names for the folders of this machine, so that a panic's message says `zonestat/src/lib.rs` and not where somebody
//! keeps the project. It saves bytes too.
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workshop::Workshop;

/// The flags that give the folders their names, beside `more`, as `CARGO_ENCODED_RUSTFLAGS` wants them. `sysroot` is that
/// of the compiler which will get them.
pub(crate) fn flags(shop: &Workshop, sysroot: &Path, more: &[String]) -> String {
    let mut flags = more.to_vec();
    for (folder, name) in folders(shop, sysroot) {
        flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
    }
    flags.join("\u{1f}")
}

/// The folders and their names, from the general to the particular: of several that fit, the last one counts.
fn folders(shop: &Workshop, sysroot: &Path) -> Vec<(PathBuf, &'static str)> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let mut folders = vec![(cargo_home.clone(), "cargo")];
    for kind in ["registry/src", "git/checkouts"] {
        for index in fs::read_dir(cargo_home.join(kind)).into_iter().flatten().flatten() {
            folders.push((index.path(), "crates"));
        }
    }
    let source = sysroot.join("lib/rustlib/src/rust");
    // Debian's is a link to a folder that bears the version.
    folders.extend(fs::canonicalize(&source).ok().map(|source| (source, "rust")));
    folders.push((source, "rust"));
    folders.push((shop.project.root().to_owned(), "zonestat"));
    folders
}
