//! Which Rust everything is compiled with. One toolchain serves native code and wasm32, so nothing compiles twice.
use std::fs;
use std::path::Path;

use xshell::cmd;

use crate::error::Result;
use crate::say;
use crate::workshop::Workshop;

/// The target of the library.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's own Rust.
pub(crate) const DEBIAN: &str = "debian";

/// Settles on the toolchain that can compile for wasm32: the current one, or else Debian's. Says whether there is one.
pub(crate) fn adopt(shop: &Workshop) -> Result<bool> {
    if has_wasm(shop, None) {
        return Ok(true);
    }
    if !has_wasm(shop, Some(DEBIAN)) {
        return Ok(false);
    }
    shop.set("RUSTUP_TOOLCHAIN", DEBIAN);
    // rustup leaves doctests to the default toolchain's rustdoc otherwise.
    shop.set("RUSTDOC", "/usr/bin/rustdoc");
    Ok(true)
}

/// Says which Rust is in use.
pub(crate) fn introduce(shop: &Workshop) -> Result<()> {
    let shell = shop.shell();
    say::note(&shop.read(cmd!(shell, "rustc --version"))?);
    Ok(())
}

/// Whether the toolchain, the current one or one of a name, has a standard library for wasm32, and its source: the
/// package's is compiled with the package.
fn has_wasm(shop: &Workshop, toolchain: Option<&str>) -> bool {
    let shell = shop.shell();
    let print = |what: &str| {
        let mut cmd = cmd!(shell, "rustc --print {what} --target {WASM}").quiet();
        if let Some(name) = toolchain {
            cmd = cmd.env("RUSTUP_TOOLCHAIN", name);
        }
        shop.read(cmd)
    };
    let library = print("target-libdir").is_ok_and(|folder| has_core(Path::new(&folder)));
    library && print("sysroot").is_ok_and(|folder| Path::new(&folder).join(SOURCE).is_file())
}

/// A file of the standard library's source, below a sysroot.
const SOURCE: &str = "lib/rustlib/src/rust/library/std/src/lib.rs";

/// Whether a folder of libraries holds `core`.
pub(crate) fn has_core(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}
