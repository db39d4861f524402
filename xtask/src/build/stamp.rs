//! What the wasm is made from, in one line, so that a build without news can be skipped.
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use xshell::cmd;

use crate::error::Result;
use crate::workshop::Workshop;

/// The files and folders that the wasm depends on.
const INPUTS: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "build.rs",
    "src",
    "data",
    "unfold",
    "xtask/src/build",
    "xtask/src/remap.rs",
    "www/package-lock.json",
    "www/tools/profile.mjs",
    "www/site/cases.json",
];

/// A line that changes when a file changes, or the compiler, or the flags.
pub(crate) fn inputs(shop: &Workshop) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in INPUTS {
        add(&shop.project.path(input), &mut hasher)?;
    }
    let shell = shop.shell();
    shop.read(cmd!(shell, "rustc --version --verbose").quiet())?
        .hash(&mut hasher);
    std::env::var_os("RUSTFLAGS").hash(&mut hasher);
    shop.project.root().hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?.collect::<std::io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            add(&entry.path(), hasher)?;
        }
    } else if path.is_file() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::add;
    use std::fs;
    use std::hash::{DefaultHasher, Hasher};

    #[test]
    fn a_change_anywhere_below_changes_the_sum() -> crate::error::Result<()> {
        let folder = std::env::temp_dir().join(format!("zonestat-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep"))?;
        let file = folder.join("deep/file");
        let mut sums = Vec::new();
        for text in ["one", "two", "one"] {
            fs::write(&file, text)?;
            let mut hasher = DefaultHasher::new();
            add(&folder, &mut hasher)?;
            sums.push(hasher.finish());
        }
        fs::remove_dir_all(&folder)?;
        assert_ne!(sums[0], sums[1]);
        assert_eq!(sums[0], sums[2]);
        Ok(())
    }
}
