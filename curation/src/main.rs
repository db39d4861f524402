//! The coverage report: `cargo xtask data -- [documents…]`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use curation::{arithmetic, coverage, curated, document::Document, report, sample};

/// Holds the curated data against the documents that it was made from.
#[derive(Parser)]
#[command(name = "cargo xtask data --")]
struct Cli {
    /// Documents at hand; they are recognised by the SHA-256 in sources.csv
    documents: Vec<PathBuf>,
    /// Print so many observations, drawn at random, with the text around their figures, and nothing else
    #[arg(long)]
    sample: Option<usize>,
    /// Print the values that the printed ones imply, and nothing else
    #[arg(long)]
    derived: bool,
    /// What the sample is drawn with: the same seed draws the same observations
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let curated = match curated::read(&folder) {
        Ok(curated) => curated,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            return ExitCode::FAILURE;
        }
    };
    let mut fine = true;
    let mut known = Vec::new();
    for path in &cli.documents {
        match std::fs::read(path) {
            Ok(bytes) => {
                let document = Document::new(&bytes);
                if let Some(source) = coverage::recognise(&curated, &document) {
                    known.push((source, document));
                } else {
                    eprintln!(
                        "{}: no source of sources.csv has the SHA-256 {}",
                        path.display(),
                        document.sha256
                    );
                    fine = false;
                }
            }
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                fine = false;
            }
        }
    }
    if let Some(count) = cli.sample {
        for ix in sample::draw(&curated.dataset, count, cli.seed) {
            println!("{}\n", sample::describe(&curated.dataset, ix, &known));
        }
        return if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    if cli.derived {
        println!("{}", report::derived(&curated.dataset));
        return ExitCode::SUCCESS;
    }
    println!("{}", report::overview(&curated));
    println!("{}", report::arithmetic(&curated.dataset));
    fine &= arithmetic::checks(&curated.dataset)
        .iter()
        .all(|check| check.holds || check.explained);
    let found: Vec<_> = known
        .into_iter()
        .map(|(source, document)| (coverage::coverage(&curated, source, &document), document))
        .collect();
    if found.is_empty() {
        println!("No document was given: nothing was held against the data.");
    } else {
        println!("{}", report::coverage(&curated, &found));
    }
    fine &= found
        .iter()
        .all(|(coverage, _)| coverage.open().next().is_none() && coverage.problems.is_empty());
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
