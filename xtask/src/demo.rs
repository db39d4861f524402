//! The documentation site, built and served on this machine.
use xshell::cmd;

use crate::build;
use crate::error::Result;
use crate::say;
use crate::serve::{Routes, Server};
use crate::setup::{self, Needs};
use crate::workshop::Workshop;

/// The port that people try first.
const PORT: u16 = 8080;

/// Sets up what building takes, builds, and serves until the process is ended.
pub(crate) fn run(shop: &Workshop, port: Option<u16>) -> Result<()> {
    say::step("set-up");
    setup::run(shop, Needs::BUILD)?;
    build::run(shop)?;
    say::step("site");
    site(shop)?;
    let server = Server::start(routes(shop), port, PORT)?;
    println!(
        "\nThe site is at {0}/, in Chinese at {0}/zh/ (Ctrl-C ends it)",
        server.url()
    );
    server.wait();
    Ok(())
}

/// Makes the site in `target/site/` from its sources and the package.
pub(crate) fn site(shop: &Workshop) -> Result<()> {
    let shell = shop.shell();
    let _www = shell.push_dir(shop.project.path("www"));
    shop.run(cmd!(shell, "npm run --silent site"))
}

/// The folders of the site, by their paths.
pub(crate) fn routes(shop: &Workshop) -> Routes {
    vec![
        ("/", shop.project.path("target/site")),
        ("/pkg/", shop.project.package()),
    ]
}
