//! Whole pages with the package as it would be published.
use clap::ValueEnum;
use xshell::cmd;

use super::counts;
use super::report::Report;
use crate::build;
use crate::demo;
use crate::error::Result;
use crate::serve::Server;
use crate::setup::Engines;
use crate::workshop::Workshop;

/// An engine that pages are visited in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chromium
    Chromium,
    /// Firefox
    Firefox,
    /// WebKit, as in GNOME Web
    Webkit,
}

impl Engine {
    /// As people call it.
    fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::Webkit => "WebKitGTK",
        }
    }

    /// As `tests/browser/run.mjs` calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// Which page tests are asked for; empty lists ask for all.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// In these engines.
    pub(crate) engines: Vec<Engine>,
    /// In these files, named without `.test.mjs`.
    pub(crate) files: Vec<String>,
}

/// Runs the stages: the package is built, checked and served, and each engine visits it.
pub(crate) fn run(shop: &Workshop, engines: &Engines, choice: &Pages, report: &mut Report) {
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
    let files = choice.files.join(",");
    for engine in Engine::value_variants() {
        if !choice.engines.is_empty() && !choice.engines.contains(engine) {
            continue;
        }
        let name = engine.name();
        report.tests(&format!("pages in {}", engine.title()), || {
            let run = cmd!(shell, "node tests/browser/run.mjs {name}")
                .env("ZONESTAT_URL", server.url())
                .env("ZONESTAT_PAGES", &files);
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
