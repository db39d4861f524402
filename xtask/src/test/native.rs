//! What needs no browser.
use xshell::cmd;

use super::counts;
use super::report::Report;
use crate::error::Result;
use crate::workshop::Workshop;

/// Runs the stages.
pub(crate) fn run(shop: &Workshop, report: &mut Report) {
    let shell = shop.shell();
    report.check("format", || shop.run(cmd!(shell, "cargo fmt --all --check")));
    report.check("clippy, native", || {
        shop.run(cmd!(shell, "cargo clippy --workspace --all-targets -- -D warnings"))
    });
    report.check("lint of the skin", || npm(shop, "lint"));
    report.check("lint of the page tests", || {
        shop.run(cmd!(
            shell,
            "eslint --max-warnings 0 --config tests/browser/eslint.config.mjs tests/browser tests/packaging"
        ))
    });
    report.check("types of the skin", || npm(shop, "types"));
    report.tests("tests, native", || {
        if shop.which(&["cargo-nextest"]).is_some() {
            counts::run(
                shop,
                cmd!(
                    shell,
                    "cargo nextest run --workspace --no-fail-fast --no-tests=pass --color=never"
                ),
            )
        } else {
            counts::run(
                shop,
                cmd!(shell, "cargo test --workspace --no-fail-fast --lib --bins --tests"),
            )
        }
    });
    report.tests("tests of the documentation", || {
        counts::run(shop, cmd!(shell, "cargo test --doc --no-fail-fast"))
    });
}

fn npm(shop: &Workshop, script: &str) -> Result<()> {
    let shell = shop.shell();
    let _www = shell.push_dir(shop.project.path("www"));
    shop.run(cmd!(shell, "npm run --silent {script}"))
}
