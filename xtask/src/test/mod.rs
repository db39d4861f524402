//! placeholder
use crate::error::Result;
use crate::workshop::Workshop;
use std::process::ExitCode;
/// A part.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Part {
    /// n
    Native,
    /// w
    Wasm,
    /// b
    Browser,
}
/// x
pub(crate) fn run(_s: &mut Workshop, _p: Option<Part>) -> Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
