//! The curated data against the documents, where these are at hand.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::{Path, PathBuf};

use curation::coverage::{Coverage, coverage, recognise};
use curation::curated::{self, Curated};
use curation::document::Document;
use curation::sizes::sizes;

fn curated() -> Curated {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    curated::read(&folder).unwrap_or_else(|problems| panic!("{}", problems.join("\n")))
}

/// The documents' folder: what `ZONESTAT_DOCUMENTS` says, or `shared/seeds` beside the project.
fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let folder = std::env::var_os("ZONESTAT_DOCUMENTS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

#[test]
fn every_numeral_of_every_document_is_accounted_for() {
    let Some(folder) = folder() else {
        println!("skipped: the documents are not at hand; name their folder in ZONESTAT_DOCUMENTS");
        return;
    };
    let curated = curated();
    let mut seen: Vec<Coverage> = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let document = Document::new(&std::fs::read(entry.unwrap().path()).unwrap());
        if let Some(source) = recognise(&curated, &document) {
            seen.push(coverage(&curated, source, &document));
        }
    }
    assert_eq!(
        seen.len(),
        curated.dataset.sources().len(),
        "every document of sources.csv was held against the data"
    );
    for coverage in &seen {
        let id = &curated.dataset.source(coverage.source).id;
        assert_eq!(
            coverage.open().count(),
            0,
            "{id}: {:?}",
            coverage.open().collect::<Vec<_>>()
        );
        assert_eq!(coverage.problems, [] as [&str; 0], "{id}");
    }
}

#[test]
fn a_numeral_that_nothing_accounts_for_is_open() {
    let curated = curated();
    let source = curated.dataset.find_source("news-2023").unwrap();
    let coverage = coverage(&curated, source, &Document::new("今年完成7项。".as_bytes()));
    assert_eq!(coverage.open().count(), 1);
    assert!(
        !coverage.problems.is_empty(),
        "the locators do not stand in another text"
    );
}

#[test]
fn what_does_not_come_out_is_explained() {
    let checks = curation::arithmetic::checks(&curated().dataset);
    assert!(checks.len() > 20, "{} checks", checks.len());
    for check in checks {
        assert!(check.holds || check.explained, "{}", check.what);
    }
}

#[test]
fn the_tables_stay_small() {
    let curated = curated();
    for (what, bytes, most) in [
        ("whole", &curated.packed, 20),
        ("without notes and relations", &curated.plain, 13),
    ] {
        let size = sizes(bytes);
        println!(
            "{what}: {} bytes, {} after gzip, {} after brotli",
            size.raw, size.gzip, size.brotli
        );
        assert!(size.brotli <= most * 1024, "{what}: {size:?}");
    }
}
