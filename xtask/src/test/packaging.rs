//! The packed package in empty projects outside the repository, as a stranger would use it.
use xshell::cmd;

use super::counts;
use super::report::Report;
use crate::build;
use crate::setup::Engines;
use crate::workshop::Workshop;

/// Runs the stages: the package is built, packed, installed, built upon and visited; what is packed is checked.
pub(crate) fn run(shop: &Workshop, engines: &Engines, report: &mut Report) {
    // The page tests before may have built it, but a run of this part alone has not; without news it takes seconds.
    if !report.check("package to be packed", || build::run(shop)) {
        return;
    }
    let shell = shop.shell();
    report.tests("packaging", || {
        counts::run(shop, engines.name_to(cmd!(shell, "node tests/packaging/run.mjs")))
    });
}
