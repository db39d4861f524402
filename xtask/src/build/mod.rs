//! The release build of the npm package.
mod budget;
mod leaks;
mod sizes;
mod split;
mod stamp;
mod wasm;

use std::fs;
use std::path::Path;

use xshell::cmd;

use crate::error::{Remedy, Result};
use crate::say;
use crate::workshop::Workshop;

/// Builds `pkg/`, and prints what its files weigh. Set-up must have run.
pub(crate) fn run(shop: &Workshop) -> Result<()> {
    say::step("wasm");
    wasm::build(shop)?;
    say::step("package");
    package(shop)?;
    sizes::print(shop, &shop.project.package())?;
    if let Err(error) = check_for_leaks(shop) {
        // Good enough to try out; the tests refuse it.
        println!("warning: {error}");
    }
    budget::check(shop)
}

/// Fails if a path of this machine is in the package.
pub(crate) fn check_for_leaks(shop: &Workshop) -> Result<()> {
    leaks::check(&shop.project.root().display().to_string(), &shop.project.package())
}

/// Writes the module with the names of its functions to `named.wasm` in a folder.
pub(crate) fn name_functions(shop: &Workshop, out: &Path) -> Result<()> {
    wasm::name_functions(shop, out)
}

/// Lets the skin's own scripts bundle the glue, the elements and the types.
fn package(shop: &Workshop) -> Result<()> {
    fs::create_dir_all(shop.project.package())?;
    let shell = shop.shell();
    let _www = shell.push_dir(shop.project.path("www"));
    shop.run(cmd!(shell, "npm run --silent package"))
        .remedy("the script `package` of www/package.json says above what it lacks")
}
