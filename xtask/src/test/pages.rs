//! Whole pages with the package as it would be published.
use xshell::cmd;

use super::counts;
use super::report::Report;
use crate::build;
use crate::demo;
use crate::error::Result;
use crate::serve::Server;
use crate::setup::Engines;
use crate::workshop::Workshop;

/// Runs the stages: the package is built, checked and served, and each engine visits it.
pub(crate) fn run(shop: &Workshop, engines: &Engines, report: &mut Report) {
    if !report.check("package", || build::run(shop)) {
        return;
    }
    report.check("site", || demo::site(shop));
    report.check("no path of this machine in the package", || {
        build::check_for_leaks(shop)
    });
    let mut server = None;
    report.check("server", || {
        server = Some(serve(shop)?);
        Ok(())
    });
    let Some(server) = server else {
        return;
    };
    let shell = shop.shell();
    for (name, engine) in [
        ("Chromium", "chromium"),
        ("Firefox", "firefox"),
        ("WebKitGTK", "webkit"),
    ] {
        report.tests(&format!("pages in {name}"), || {
            let run = cmd!(shell, "node tests/browser/run.mjs {engine}").env("ZONESTAT_URL", server.url());
            counts::run(shop, engines.name_to(run))
        });
    }
}

/// The site and the package as in the demo, and the tests' own pages at `/tests/`.
fn serve(shop: &Workshop) -> Result<Server> {
    let mut routes = demo::routes(shop);
    routes.push(("/tests/", shop.project.path("tests/browser/pages")));
    // Another zone's data, as a page would load it: the curated tables under an address.
    routes.push(("/data/", shop.project.path("data")));
    Server::start(routes, None, 0)
}
