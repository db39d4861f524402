//! Keeps the arrows between the parts of the library: who may use whom, as ARCHITECTURE.md says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot read the sources has failed

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A part and the parts that it may use. What is not listed here is no part.
const ARROWS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("fields", &[]),
    ("sort", &[]),
    ("format", &[]),
    ("scale", &["format"]),
    ("text", &[]),
    ("theme", &[]),
    ("data", &["format", "error", "sort"]),
    ("spec", &["sort", "data", "format", "error"]),
    ("scene", &["sort", "text", "theme"]),
    ("reading", &["data", "format", "scene"]),
    (
        "chart",
        &[
            "sort", "data", "error", "spec", "scene", "reading", "scale", "format", "text", "theme",
        ],
    ),
    (
        "card",
        &[
            "sort", "data", "error", "spec", "scene", "reading", "scale", "format", "text", "theme",
        ],
    ),
    ("export", &["sort", "scene", "data", "format", "reading", "error"]),
    (
        "web",
        &[
            "error", "fields", "format", "scale", "text", "theme", "data", "spec", "scene", "reading", "chart", "card",
            "export",
        ],
    ),
];

/// Crates that only one part may see.
const GUARDED: &[(&str, &[&str])] = &[
    ("wasm_bindgen", &["web"]),
    ("js_sys", &["web"]),
    ("web_sys", &["web"]),
    ("plotters_canvas", &["web"]),
    ("plotters_backend", &["scene", "web"]),
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push((
                path.display().to_string().replace('\\', "/"),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

fn part_of(path: &str) -> String {
    let inside = path.split_once("src/").unwrap().1;
    inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

fn all() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.retain(|(path, _)| !path.ends_with("src/lib.rs"));
    found
}

/// The parts that a source names with `crate::part`, groups included.
fn used(source: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let names = rest.strip_prefix('{').and_then(|r| r.split('}').next()).unwrap_or(rest);
            for name in names.split(',') {
                let name: String = name
                    .trim()
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                    .collect();
                if !name.is_empty() {
                    parts.insert(name);
                }
            }
        }
    }
    parts
}

#[test]
fn parts_use_only_what_they_may() {
    let mut wrong = Vec::new();
    for (path, source) in all() {
        let part = part_of(&path);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == part) else {
            wrong.push(format!("{path}: `{part}` is no part of the architecture"));
            continue;
        };
        for other in used(&source)
            .iter()
            .filter(|other| **other != part && ARROWS.iter().any(|(n, _)| n == other))
        {
            if !allowed.contains(&other.as_str()) {
                wrong.push(format!("{path}: `{part}` must not use `{other}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_browser_is_seen_by_the_glue_alone() {
    let mut wrong = Vec::new();
    for (path, source) in all() {
        let part = part_of(&path);
        let code: Vec<&str> = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        for (name, allowed) in GUARDED {
            if !allowed.contains(&part.as_str()) && code.iter().any(|line| line.contains(&format!("{name}::"))) {
                wrong.push(format!("{path}: `{part}` must not see `{name}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unsafe_code_is_forbidden_outside_the_glue() {
    for (path, source) in all() {
        let is_root = path.ends_with("/mod.rs") && path.split_once("src/").unwrap().1.matches('/').count() == 1;
        let is_file = path.split_once("src/").unwrap().1.matches('/').count() == 0;
        if (is_root || is_file) && part_of(&path) != "web" {
            assert!(
                source.contains("#![forbid(unsafe_code)]"),
                "{path} does not forbid unsafe code"
            );
        }
    }
}

#[test]
fn the_reader_of_arrows_sees_them() {
    // What would pass unseen makes the tests above worthless.
    assert!(used("use crate::{web, data::X};").contains("web"));
    assert!(used("    crate::web::render()").contains("web"));
    assert!(used("// crate::web").is_empty());
}
