//! Looks for everything that the project needs, and installs what is missing.
mod cargo_tools;
pub(crate) mod engines;
mod node;
mod rust;
mod system;

use std::fs::{self, File};

use crate::error::Result;
use crate::say;
use crate::workshop::Workshop;

pub(crate) use engines::Engines;
pub(crate) use node::install as install_packages;

/// What a command is going to use.
#[derive(Clone, Copy)]
pub(crate) struct Needs {
    /// clippy and rustfmt.
    pub(crate) lints: bool,
    /// Compiling for wasm32 and writing the glue.
    pub(crate) wasm: bool,
    /// The npm packages of www/.
    pub(crate) npm: bool,
    /// Chromium, Firefox and WebKitGTK with their drivers.
    pub(crate) engines: bool,
    /// wasm-pack, for those who work with it by hand.
    pub(crate) wasm_pack: bool,
    /// cargo-deny, for the licences and advisories of what is compiled in.
    pub(crate) deny: bool,
}

impl Needs {
    /// Everything that there is.
    pub(crate) const ALL: Self = Self {
        lints: true,
        wasm: true,
        npm: true,
        engines: true,
        wasm_pack: true,
        deny: true,
    };
    /// What every check and test takes.
    pub(crate) const TEST: Self = Self::ALL;
    /// What building and serving the package takes.
    pub(crate) const BUILD: Self = Self {
        lints: false,
        wasm: true,
        npm: true,
        engines: false,
        wasm_pack: false,
        deny: false,
    };
    /// What measuring takes.
    pub(crate) const BENCH: Self = Self {
        engines: true,
        ..Self::BUILD
    };
}

/// Sees to it that `needs` are met, and puts what was found on the tools' PATH.
pub(crate) fn run(shop: &Workshop, needs: Needs) -> Result<()> {
    let _lock = lock(shop)?;
    node::check(shop)?;
    let plan = rust::plan(shop, needs)?;
    let mut packages = plan.packages();
    if needs.engines {
        packages.extend(engines::missing_packages(shop));
    }
    system::install(shop, &packages)?;
    rust::carry_out(shop, &plan)?;
    cargo_tools::ensure(shop, needs)?;
    if needs.npm {
        node::install(shop, "www")?;
    }
    Ok(())
}

/// Two clones that install the same tool at the same time would get in each other's way.
fn lock(shop: &Workshop) -> Result<File> {
    fs::create_dir_all(shop.project.cache())?;
    let file = File::create(shop.project.cache().join("setup.lock"))?;
    if file.try_lock().is_err() {
        say::note("waiting for another set-up on this machine");
        file.lock()?;
    }
    Ok(file)
}
