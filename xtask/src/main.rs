//! The only door to every tool of the project. `cargo xtask help` says what is behind it.
//!
//! Every step looks first whether its work is done already, so each command may be repeated at no cost.
mod bench;
mod build;
mod demo;
mod error;
mod project;
mod remap;
mod say;
mod serve;
mod setup;
mod test;
mod toolchain;
mod workshop;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use error::Result;
use setup::Needs;
use workshop::Workshop;

/// The only door to every tool of zonestat.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Look for everything that building and testing needs, and install what is missing
    Setup,
    /// Build the npm package into pkg/ and print the sizes of its files
    Build,
    /// Build the package and serve the documentation site on this machine
    Demo {
        /// The port to listen on [default: 8080, or a free one]
        #[arg(long)]
        port: Option<u16>,
    },
    /// Run every check and every test: native, in browsers, and whole pages in three engines
    Test {
        /// Run one part alone
        #[arg(long, value_enum)]
        only: Option<test::Part>,
        /// Visit pages in these engines alone, with commas between
        #[arg(long, value_enum, value_delimiter = ',')]
        engine: Vec<test::Engine>,
        /// Run these files of page tests alone, with commas between: `keyboard,touch`
        #[arg(long, value_delimiter = ',')]
        pages: Vec<String>,
    },
    /// Measure the package in Chromium, beside raw canvas and other libraries
    Bench {
        /// Three rounds, and less of what takes long: within a minute, and rougher
        #[arg(long)]
        quick: bool,
        /// Some of draw, cold, memory, network alone, with commas between; network weighs hints for slow ones
        #[arg(long)]
        only: Option<String>,
        /// Instead, sample where the time of one task goes: cold, draw, update, textures, dashboard, many, dense or hover
        #[arg(long, value_name = "WHAT", conflicts_with_all = ["quick", "only"])]
        profile: Option<String>,
    },
    /// Hold the curated data against the documents that it was made from
    Data {
        /// Handed on to the curation tool
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    let shop = Workshop::open()?;
    match command {
        Command::Setup => {
            say::step("set-up");
            setup::run(&shop, Needs::ALL)?;
            say::note("everything is in place");
        }
        Command::Build => {
            say::step("set-up");
            setup::run(&shop, Needs::BUILD)?;
            build::run(&shop)?;
        }
        Command::Demo { port } => demo::run(&shop, port)?,
        Command::Test { only, engine, pages } => {
            let pages = test::Pages {
                engines: engine,
                files: pages,
            };
            return test::run(&shop, only, &pages);
        }
        Command::Bench { quick, only, profile } => {
            let ask = profile.map_or(bench::Ask::Measure { quick, only }, bench::Ask::Profile);
            bench::run(&shop, &ask)?;
        }
        Command::Data { args } => {
            toolchain::adopt(&shop)?;
            let shell = shop.shell();
            shop.run(xshell::cmd!(shell, "cargo run --quiet --package curation -- {args...}"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
