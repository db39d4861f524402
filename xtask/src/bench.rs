//! The package measured in Chromium, beside raw canvas and other libraries.
use xshell::cmd;

use crate::build;
use crate::error::Result;
use crate::say;
use crate::setup::{self, Needs};
use crate::workshop::Workshop;

/// Sets up, builds, and measures; the figures are printed, and written to target/bench/.
pub(crate) fn run(shop: &Workshop, quick: bool, only: Option<&str>) -> Result<()> {
    say::step("set-up");
    setup::run(shop, Needs::BENCH)?;
    setup::install_packages(shop, "www/bench")?;
    build::run(shop)?;
    say::step("bench");
    let chromium = setup::Engines::find(shop)?.chromium;
    let shell = shop.shell();
    let quick = quick.then_some("--quick");
    let only = only.map(|groups| format!("--only={groups}"));
    let run = cmd!(shell, "node www/bench/run.mjs {quick...} {only...}").env("ZONESTAT_CHROMIUM", &chromium);
    shop.run(run)
}
