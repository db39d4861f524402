//! Where things are.
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Remedy, Result};

/// The folders of the project and of the tools that it uses.
pub(crate) struct Project {
    root: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// Finds the workspace that this tool belongs to.
    pub(crate) fn find() -> Result<Self> {
        // At run time cargo names the folder; the one of compile time may have moved since.
        let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = here.parent().map(Path::to_owned).ok_or_else(|| {
            Error::new("the workspace was not found").remedy("run this as `cargo xtask` inside the workspace")
        })?;
        let cache = env::var_os("XDG_CACHE_HOME")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .ok_or_else(|| {
                Error::new("there is no folder for tools").remedy("set HOME or XDG_CACHE_HOME to a folder that you own")
            })?
            .join("zonestat");
        Ok(Self { root, cache })
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the workspace.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Where the npm package is built.
    pub(crate) fn package(&self) -> PathBuf {
        self.path("pkg")
    }

    /// Where the wasm and its glue wait for the packager.
    pub(crate) fn wasm(&self) -> PathBuf {
        self.path("target/zonestat-wasm")
    }

    /// Where cargo puts what it compiles.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// Where the output of long steps is kept.
    pub(crate) fn logs(&self) -> PathBuf {
        self.path("target/xtask")
    }

    /// Where a tool of this name and version is installed, for every clone on this machine.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// What this machine's clones share: tools, and the lock on installing them.
    pub(crate) fn cache(&self) -> &Path {
        &self.cache
    }

    /// Scratch space for building tools.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.cache.join("build")
    }

    /// The version of a crate in Cargo.lock.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String> {
        let lock = fs::read_to_string(self.path("Cargo.lock")).remedy("restore Cargo.lock from git")?;
        locked_version(&lock, name).ok_or_else(|| {
            Error::new(format!("Cargo.lock names no version of {name}")).remedy("restore Cargo.lock from git")
        })
    }
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_crate_is_not_taken_for_one_whose_name_begins_alike() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
