//! Looks for everything that the project needs, and installs what is missing.
mod cargo_tools;
pub(crate) mod engines;
mod node;
mod rust;
mod system;

use crate::error::Result;
use crate::say;
use crate::workshop::Workshop;

pub(crate) use engines::Engines;

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
}

impl Needs {
    /// Everything that there is.
    pub(crate) const ALL: Self = Self {
        lints: true,
        wasm: true,
        npm: true,
        engines: true,
        wasm_pack: true,
    };
    /// What building and serving the package takes.
    pub(crate) const BUILD: Self = Self {
        lints: false,
        wasm: true,
        npm: true,
        engines: false,
        wasm_pack: false,
    };
}

/// Sees to it that `needs` are met, and puts what was found on the tools' PATH.
pub(crate) fn run(shop: &mut Workshop, needs: Needs) -> Result<()> {
    say::step("set-up");
    node::check(shop)?;
    let plan = rust::plan(shop, needs)?;
    let mut packages = plan.packages();
    if needs.engines {
        packages.extend(engines::missing_packages(shop));
    }
    system::install(shop, &packages)?;
    rust::carry_out(shop, plan)?;
    cargo_tools::ensure(shop, needs)?;
    if needs.npm {
        node::install(shop)?;
    }
    Ok(())
}
