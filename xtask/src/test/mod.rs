//! Every check and every test, and one honest sum at the end.
mod counts;
mod native;
mod packaging;
mod pages;
mod report;
mod wasm;
mod xvfb;

use std::process::ExitCode;

use clap::ValueEnum;

use crate::error::Result;
use crate::setup::{self, Engines, Needs};
use crate::workshop::Workshop;

pub(crate) use pages::{Engine, Pages};
use report::Report;
use xvfb::Xvfb;

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Format, lints, types and the tests that need no browser
    Native,
    /// The crate's own tests, compiled to wasm, in three engines
    Wasm,
    /// Whole pages with the built package, in three engines
    Browser,
    /// The packed package in empty projects, every way that it can be used, and checks on what is packed
    Packaging,
}

impl Part {
    fn needs(self) -> Needs {
        Needs {
            lints: matches!(self, Self::Native | Self::Wasm),
            wasm: self != Self::Native,
            npm: self != Self::Wasm,
            engines: self != Self::Native,
            wasm_pack: self == Self::Packaging,
            deny: self == Self::Packaging,
        }
    }
}

/// Runs one part or all of them. A stage that fails does not keep the others from running.
pub(crate) fn run(shop: &Workshop, only: Option<Part>, choice: &Pages) -> Result<ExitCode> {
    let has = |part| only.is_none_or(|only| only == part);
    let mut report = Report::new();

    let needs = only.map_or(Needs::TEST, Part::needs);
    if report.check("set-up", || setup::run(shop, needs)) {
        if has(Part::Native) {
            native::run(shop, &mut report);
        }
        if only != Some(Part::Native) {
            let mut found = None;
            report.check("engines", || {
                found = Some((Engines::find(shop)?, Xvfb::start(shop)?));
                Ok(())
            });
            if let Some((engines, display)) = &found {
                shop.set("DISPLAY", display.name());
                if has(Part::Wasm) {
                    wasm::run(shop, engines, &mut report);
                }
                if has(Part::Browser) {
                    pages::run(shop, engines, choice, &mut report);
                }
                if has(Part::Packaging) {
                    packaging::run(shop, engines, &mut report);
                }
            }
        }
    }
    Ok(report.end())
}
