//! The crate's own tests in browsers: `tests/web.rs`, compiled to wasm.
use xshell::cmd;

use super::counts;
use super::report::Report;
use crate::setup::Engines;
use crate::toolchain::WASM;
use crate::workshop::Workshop;

/// Runs the stages.
pub(crate) fn run(shop: &Workshop, engines: &Engines, report: &mut Report) {
    let shell = shop.shell();
    // All tests, not those of browsers alone: wasm-pack and others by hand compile them all.
    report.check("clippy, wasm", || {
        shop.run(cmd!(shell, "cargo clippy --lib --tests --target {WASM} -- -D warnings"))
    });
    // The runner knows three families of drivers by their variables. WebKitGTK's driver speaks as Safari's does.
    let drivers = [
        ("Chromium", "CHROMEDRIVER", &engines.chromedriver),
        ("Firefox", "GECKODRIVER", &engines.geckodriver),
        ("WebKitGTK", "SAFARIDRIVER", &engines.webkitdriver),
    ];
    for (engine, variable, driver) in drivers {
        report.tests(&format!("tests in {engine}"), || {
            let test = cmd!(shell, "cargo test --test web --target {WASM}")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
                .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
                .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
                .env(variable, driver);
            counts::run(shop, test)
        });
    }
}
