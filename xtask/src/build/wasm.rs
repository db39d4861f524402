//! From the crate to the wasm that is published.
//!
//! Not by wasm-pack: it can't ask for the cdylib alone, and together with the rlib cargo leaves link-time optimization
//! out, which costs a quarter of the size.
use std::env;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use xshell::cmd;

use super::split::{self, Module};
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

/// The stack's bytes of memory, which every page pays for: eight times what the deepest drawing, export or loading of a
/// dataset was seen to use. It lies at the beginning of the memory, so that an overflow would be a trap.
const STACK: u32 = 64 * 1024;

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
    let map = shop.project.target().join("zonestat.map");
    // The standard library too is compiled here, so that a panic is a bare trap in it as well: no messages, no formatting.
    let compile = cmd!(
        shell,
        "cargo rustc --release --lib --crate-type cdylib --target {WASM} -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size -- -Clink-arg=--Map={map}"
    )
    .env("RUSTC_BOOTSTRAP", "1");
    let sysroot = PathBuf::from(shop.read(cmd!(shell, "rustc --print sysroot").quiet())?);
    // The variable outranks RUSTFLAGS, so what the user set there is carried over.
    let own: Vec<String> = env::var("RUSTFLAGS")
        .unwrap_or_default()
        .split_whitespace()
        .chain(["-Zunstable-options", "-Cpanic=immediate-abort"])
        .map(str::to_owned)
        .chain([format!("-Clink-arg=-zstack-size={STACK}")])
        .collect();
    shop.run(compile.env("CARGO_ENCODED_RUSTFLAGS", remap::flags(shop, &sysroot, &own)))
        .remedy("cargo xtask setup; if the compiler knows no `immediate-abort`, rustup update stable")?;

    let raw = raw(shop);
    shop.run(cmd!(
        shell,
        "wasm-bindgen --target web --omit-default-module-path --out-name zonestat --out-dir {out} {raw}"
    ))
    .remedy("cargo xtask setup")?;

    let wasm = out.join("zonestat_bg.wasm");
    shop.run(cmd!(
        shell,
        "wasm-opt -Oz --skip-pass=memory-packing --low-memory-unused --strip-debug --strip-producers {FEATURES...} {wasm} -o {wasm}"
    ))
    .remedy("cargo xtask setup")?;
    let glue = out.join("zonestat.js");
    let (short, glue_of_short) = split::shorten(&fs::read(&wasm)?, &fs::read_to_string(&glue)?)?;
    fs::write(&wasm, split::level(&short)?)?;
    fs::write(&glue, glue_of_short)?;
    split_in_two(shop, &out, &fs::read_to_string(map)?)?;
    build_unfold(shop, &sysroot, &out)?;
    fs::write(proof, inputs)?;
    Ok(())
}

/// Writes `unfold.wasm`, by which pages put the first part together: see [`split::fold`].
fn build_unfold(shop: &Workshop, sysroot: &Path, out: &Path) -> Result<()> {
    let shell = shop.shell();
    // No stack: it has nothing to put there, and its memory begins with what it works on.
    let compile = cmd!(
        shell,
        "cargo rustc --release --package unfold --lib --crate-type cdylib --target {WASM} -- -Clink-arg=-zstack-size=0"
    );
    shop.run(compile.env("CARGO_ENCODED_RUSTFLAGS", remap::flags(shop, sysroot, &[])))?;
    let compiled = shop.project.target().join(WASM).join("release/unfold.wasm");
    let wasm = out.join("unfold.wasm");
    let graph = out.join("unfold.json");
    fs::write(&graph, WHAT_PAGES_NEED)?;
    // The linker exports where data and heap begin, which nobody asks.
    shop.run(cmd!(
        shell,
        "wasm-metadce --quiet --graph-file={graph} {FEATURES...} {compiled} -o {wasm}"
    ))?;
    fs::remove_file(graph)?;
    shop.run(cmd!(
        shell,
        "wasm-opt -Oz --strip-debug --strip-producers --strip-target-features {FEATURES...} {wasm} -o {wasm}"
    ))
}

/// Of the exports of `unfold.wasm`, as `wasm-metadce` reads it.
const WHAT_PAGES_NEED: &str = r#"[
    {"name": "page", "root": true, "reaches": ["memory", "unfold"]},
    {"name": "memory", "export": "memory"},
    {"name": "unfold", "export": "u"}
]"#;

/// Writes the module once more to `named.wasm` in `out`, its functions with their names, in the order of the published one.
pub(crate) fn name_functions(shop: &Workshop, out: &Path) -> Result<()> {
    fs::create_dir_all(out)?;
    let shell = shop.shell();
    let raw = raw(shop);
    shop.run(cmd!(
        shell,
        "wasm-bindgen --target web --omit-default-module-path --keep-debug --out-name named --out-dir {out} {raw}"
    ))?;
    let (kept, wasm) = (out.join("named_bg.wasm"), out.join("named.wasm"));
    shop.run(cmd!(
        shell,
        "wasm-opt -Oz --low-memory-unused -g {FEATURES...} {kept} -o {wasm}"
    ))
}

/// What the compiler made.
fn raw(shop: &Workshop) -> PathBuf {
    shop.project.target().join(WASM).join("release/zonestat.wasm")
}

/// Writes what usual widgets run as a module of its own, and the rest: see [`split`].
fn split_in_two(shop: &Workshop, out: &Path, map: &str) -> Result<()> {
    let wasm = fs::read(out.join("zonestat_bg.wasm"))?;
    let module = Module::read(&wasm)?;
    let instrumented = out.join("instrumented.wasm");
    fs::write(&instrumented, module.instrumented()?)?;
    let Range { start, end } = module.profile();
    let places = [start, module.texts().start, end].map(|place| place.to_string());
    let shell = shop.shell();
    shop.run(cmd!(shell, "node www/tools/profile.mjs {out} {places...}"))?;
    let edits = module.trimmed(&fs::read(out.join("profile"))?, &split::constants(map)?)?;
    let first = split::apply(&wasm, &edits);
    fs::write(out.join("zonestat_first.wasm"), split::fold(&first)?)?;
    fs::write(out.join("zonestat_rest.wasm"), split::back(&wasm, &edits))?;
    let unfolded = out.join("first.wasm");
    fs::write(&unfolded, first)?;
    shop.run(cmd!(shell, "node www/tools/profile.mjs {out}"))
        .remedy("the first part lacks something that it reads: see xtask/src/build/split/constants.rs")?;
    fs::remove_file(unfolded)?;
    fs::remove_file(instrumented)?;
    Ok(())
}
