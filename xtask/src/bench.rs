//! The package measured in Chromium, beside raw canvas and other libraries.

use xshell::cmd;

use crate::build;
use crate::error::{Remedy, Result};
use crate::say;
use crate::setup::{self, Needs};
use crate::workshop::Workshop;

/// What is asked of the benchmark.
#[derive(Debug)]
pub(crate) enum Ask {
    /// Figures of everything, or of some groups.
    Measure {
        /// Fewer rounds and contenders.
        quick: bool,
        /// Groups, with commas between.
        only: Option<String>,
    },
    /// Where the time of one task goes.
    Profile(String),
}

/// Sets up, builds, and measures; the figures are printed, and written to target/bench/.
pub(crate) fn run(shop: &Workshop, ask: &Ask) -> Result<()> {
    say::step("set-up");
    setup::run(shop, Needs::BENCH)?;
    setup::install_packages(shop, "www/bench")?;
    build::run(shop)?;
    let chromium = setup::Engines::find(shop)?.chromium;
    let shell = shop.shell();
    let run = match ask {
        Ask::Measure { quick, only } => {
            say::step("bench");
            let quick = quick.then_some("--quick");
            let only = only.as_ref().map(|groups| format!("--only={groups}"));
            cmd!(shell, "node www/bench/run.mjs {quick...} {only...}")
        }
        Ask::Profile(what) => {
            say::step("names");
            build::name_functions(shop, &shop.project.target().join("bench"))?;
            say::step("profile");
            cmd!(shell, "node www/bench/profile.mjs {what}")
        }
    };
    shop.run(run.env("ZONESTAT_CHROMIUM", &chromium))
        .remedy("the message above names the contender and the step; `--only` runs one group")
}
