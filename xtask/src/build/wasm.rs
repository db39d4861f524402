//! From the crate to the wasm that is published.
//!
//! Not by wasm-pack: it can't ask for the cdylib alone, and together with the rlib cargo leaves link-time optimization
//! out, which costs a quarter of the size.
use std::env;
use std::fs;
use std::path::PathBuf;

use xshell::cmd;

use super::stamp;
use crate::error::{Remedy, Result};
use crate::remap;
use crate::say;
use crate::toolchain::WASM;
use crate::workshop::Workshop;

/// What the compiler may use of WebAssembly; every engine since 2021 knows it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Makes `target/zonestat-wasm/`, unless nothing has changed since the last time.
pub(crate) fn build(shop: &Workshop) -> Result<()> {
    let out = shop.project.wasm();
    let inputs = stamp::inputs(shop)?;
    let proof = out.join("inputs");
    if fs::read_to_string(&proof).is_ok_and(|built| built == inputs) {
        say::note("nothing changed since the last build");
        return Ok(());
    }
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;

    let shell = shop.shell();
    let compile = cmd!(shell, "cargo rustc --release --lib --crate-type cdylib --target {WASM}");
    let sysroot = PathBuf::from(shop.read(cmd!(shell, "rustc --print sysroot").quiet())?);
    // The variable outranks RUSTFLAGS, so what the user set there is carried over.
    let own: Vec<String> = env::var("RUSTFLAGS")
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    shop.run(compile.env("CARGO_ENCODED_RUSTFLAGS", remap::flags(shop, &sysroot, &own)))?;

    let raw = shop.project.target().join(WASM).join("release/zonestat.wasm");
    shop.run(cmd!(
        shell,
        "wasm-bindgen --target web --omit-default-module-path --out-name zonestat --out-dir {out} {raw}"
    ))
    .remedy("cargo xtask setup")?;

    let wasm = out.join("zonestat_bg.wasm");
    shop.run(cmd!(
        shell,
        "wasm-opt -Oz --low-memory-unused --strip-debug --strip-producers {FEATURES...} {wasm} -o {wasm}"
    ))
    .remedy("cargo xtask setup")?;
    fs::write(proof, inputs)?;
    Ok(())
}
