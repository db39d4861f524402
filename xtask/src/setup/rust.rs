//! The Rust toolchain with its standard library for wasm32.
//!
//! `rustup target add` and `rustup component add rust-src` are what most machines need: the package's standard library is
//! compiled with the package. Where rustup can't download, Debian's own Rust takes its place: its
//! standard library is compiled from source, once for the machine, and rustup knows the toolchain as `debian`.
use std::fs;
use std::path::Path;

use xshell::cmd;

use super::Needs;
use super::system::{self, Package};
use crate::error::{Error, Remedy, Result};
use crate::remap;
use crate::say;
use crate::toolchain::{self, DEBIAN, WASM};
use crate::workshop::Workshop;

/// Debian's Rust with all that its standard library for wasm32 is compiled from.
const DEBIAN_RUST: [Package; 7] = [
    package("rustc-web", "the Rust compiler"),
    package("cargo-web", "cargo"),
    package("rust-web-src", "the source of Rust's standard library"),
    package("rust-web-llvm", "LLVM's tools for Rust"),
    package("lld-22", "the linker for wasm"),
    package("rust-web-clippy", "clippy"),
    package("rustfmt-web", "rustfmt"),
];

const fn package(name: &'static str, purpose: &'static str) -> Package {
    Package { name, purpose }
}

/// What there is to do about Rust.
pub(crate) enum Plan {
    /// Nothing.
    Ready,
    /// Install Debian's Rust and compile its standard library for wasm32.
    Debian,
}

impl Plan {
    /// The system packages that the plan rests on.
    pub(crate) fn packages(&self) -> Vec<Package> {
        match self {
            Self::Ready => Vec::new(),
            Self::Debian => DEBIAN_RUST.to_vec(),
        }
    }
}

/// Finds a toolchain that can do what is needed, adding rustup's components where they can be had.
pub(crate) fn plan(shop: &Workshop, needs: Needs) -> Result<Plan> {
    // The toolchain is settled even for native work alone, so that it is the same as in every other run.
    let mut found = toolchain::adopt(shop)?;
    if needs.wasm && !found {
        say::step(&format!(
            "adding the target {WASM} and the source of Rust's standard library"
        ));
        found = add_by_rustup(shop) && toolchain::adopt(shop)?;
    }
    if needs.wasm && !found {
        if !system::is_debian() {
            return Err(Error::new(format!(
                "Rust has no standard library for {WASM} here, or not its source"
            ))
            .remedy(format!("rustup target add {WASM} && rustup component add rust-src")));
        }
        say::note("rustup can't download here: Debian's own Rust takes its place");
        return Ok(Plan::Debian);
    }
    if needs.lints {
        lints(shop)?;
    }
    toolchain::introduce(shop)?;
    Ok(Plan::Ready)
}

/// Does what the plan says.
pub(crate) fn carry_out(shop: &Workshop, plan: &Plan) -> Result<()> {
    match plan {
        Plan::Ready => return Ok(()),
        Plan::Debian => {
            compile_std(shop)?;
            link(shop)?;
        }
    }
    if !toolchain::adopt(shop)? {
        return Err(
            Error::new(format!("Debian's Rust still has no standard library for {WASM}")).remedy(format!(
                "remove /usr/lib/rustlib/{WASM} and run `cargo xtask setup` again"
            )),
        );
    }
    toolchain::introduce(shop)
}

fn add_by_rustup(shop: &Workshop) -> bool {
    let shell = shop.shell();
    let additions = [
        ("rustup-target", cmd!(shell, "rustup target add {WASM}")),
        ("rustup-source", cmd!(shell, "rustup component add rust-src")),
    ];
    for (log, add) in additions {
        if let Err(error) = shop.run_quietly(log, add.env("RUSTUP_MAX_RETRIES", "1")) {
            say::note("rustup could not:");
            say::note(&error.to_string());
            return false;
        }
    }
    true
}

/// clippy and rustfmt belong to rustup's default profile and to [`DEBIAN_RUST`]; a minimal toolchain lacks them.
fn lints(shop: &Workshop) -> Result<()> {
    let shell = shop.shell();
    for (component, command) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if shop.read(cmd!(shell, "cargo {command} --version").quiet()).is_ok() {
            continue;
        }
        say::step(&format!("adding {component}"));
        shop.run_quietly(component, cmd!(shell, "rustup component add {component}"))
            .remedy(format!(
                "rustup component add {component}; with Debian's Rust: apt-get install rust-web-clippy rustfmt-web"
            ))?;
    }
    Ok(())
}

/// Compiles the standard library from Debian's source into Debian's toolchain.
fn compile_std(shop: &Workshop) -> Result<()> {
    let libraries = Path::new("/usr/lib/rustlib").join(WASM).join("lib");
    if toolchain::has_core(&libraries) {
        return Ok(());
    }
    if !system::is_root(shop)? {
        return Err(Error::new(format!(
            "Debian's Rust lacks its standard library for {WASM}, and only root may add it"
        ))
        .remedy("run `cargo xtask setup` once as root"));
    }
    say::step(&format!("compiling the standard library for {WASM}"));
    let folder = shop.project.scratch().join("std");
    if folder.exists() {
        // Two builds' copies of core would clash.
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2021\"\n\n[workspace]\n",
    )?;
    let shell = shop.shell();
    let target = folder.join("target");
    let manifest = folder.join("Cargo.toml");
    // Without the bitcode, link-time optimization finds nothing to optimize and stops.
    let build = cmd!(
        shell,
        "/usr/bin/cargo build --release -Zbuild-std=std,panic_abort,proc_macro,test --target {WASM}
         --manifest-path {manifest} --target-dir {target}"
    )
    .env("RUSTC", "/usr/bin/rustc")
    .env("RUSTC_BOOTSTRAP", "1")
    .env(
        "CARGO_ENCODED_RUSTFLAGS",
        remap::flags(shop, Path::new("/usr"), &["-Cembed-bitcode=yes".to_owned()]),
    );
    shop.run_quietly("std", build)?;
    // Renamed once complete: a library without all its parts would pass for a whole one.
    let part = libraries.with_extension("part");
    if part.exists() {
        fs::remove_dir_all(&part)?;
    }
    fs::create_dir_all(&part)?;
    let built = target.join(WASM).join("release/deps");
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&path, part.join(&name))?;
        }
    }
    if libraries.exists() {
        fs::remove_dir_all(&libraries)?;
    }
    fs::rename(part, libraries)?;
    fs::remove_dir_all(&folder)?;
    Ok(())
}

fn link(shop: &Workshop) -> Result<()> {
    let shell = shop.shell();
    if shop.which(&["rustup"]).is_none() {
        // Without rustup, Debian's Rust is the current one, or the user keeps another before it.
        return Ok(());
    }
    shop.run(cmd!(shell, "rustup toolchain link {DEBIAN} /usr"))
        .remedy(format!(
            "rustup toolchain uninstall {DEBIAN}, and run `cargo xtask setup` again"
        ))
}
