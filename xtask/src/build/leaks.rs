//! No path of the machine that built the package may end up in it.
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// What a path of some machine looks like, wherever it was built.
const SIGNS: [&str; 8] = [
    "/root/",
    "/home/",
    "/Users/",
    "/usr/lib/rustlib",
    "/usr/src/",
    ".cargo/registry",
    "registry/src/",
    ".rustup/",
];

/// Fails if a file below `folder` holds the workspace's path or another sign of a machine.
pub(crate) fn check(root: &str, folder: &Path) -> Result<()> {
    let mut found = Vec::new();
    for file in files(folder)? {
        let bytes = fs::read(&file)?;
        let signs = SIGNS.into_iter().chain([root]);
        for sign in signs {
            if let Some(context) = around(&bytes, sign.as_bytes()) {
                found.push(format!("  {}: {context}", file.display()));
            }
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(
        Error::new(format!("paths of this machine are in the package:\n{}", found.join("\n")))
            .remedy(
                "give the folder a name in xtask/src/remap.rs; if only the standard library's paths are named, it was \
                 compiled without such names: remove /usr/lib/rustlib/wasm32-unknown-unknown, target/wasm32-unknown-unknown \
                 and run `cargo xtask setup`",
            ),
    )
}

/// All files below a folder, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The first place of `sign` with some printable text on either side.
fn around(bytes: &[u8], sign: &[u8]) -> Option<String> {
    let at = bytes.windows(sign.len()).position(|window| window == sign)?;
    let part = &bytes[at.saturating_sub(20)..(at + sign.len() + 60).min(bytes.len())];
    Some(
        String::from_utf8_lossy(part)
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use std::fs;

    #[test]
    fn a_path_is_found_in_the_midst_of_a_binary() -> crate::error::Result<()> {
        let folder = std::env::temp_dir().join(format!("zonestat-leaks-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let file = folder.join("a.wasm");
        fs::write(&file, b"\0asm\x01src/lib.rs\xff")?;
        assert!(check("/somewhere/zonestat", &folder).is_ok());
        fs::write(&file, b"\0asm\x01/somewhere/zonestat/src/lib.rs\xff")?;
        assert!(check("/somewhere/zonestat", &folder).is_err());
        fs::write(&file, b"\0asm\x01/home/someone/x\xff")?;
        assert!(check("/somewhere/zonestat", &folder).is_err());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
