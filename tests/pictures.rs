//! Every case of the gallery as a picture that is kept: readable SVG, compared to the letter.
//!
//! `ZONESTAT_UPDATE_GOLDENS=1 cargo test --test pictures` writes the pictures anew, and fails, so that no run that
//! updates them ever counts as passed. A mismatch leaves three pictures in `tests/output/`: expected, actual and the
//! difference between them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a golden that cannot be read has failed

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{cases, scene};
use zonestat::format::Lang;
use zonestat::scene::{Scene, to_svg};
use zonestat::theme::Theme;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Both pictures on top of each other, the one subtracted from the other: what is not black differs.
fn difference(scene: &Scene, expected: &str, actual: &str) -> String {
    let picture = |svg: &str| svg.replace("xmlns=", "style=\"mix-blend-mode:difference\" xmlns=");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" style=\"isolation:isolate\">\n{}\n{}\n</svg>\n",
        picture(expected),
        picture(actual),
        w = scene.width,
        h = scene.height
    )
}

#[test]
fn pictures_are_as_they_were_approved() {
    let update = std::env::var_os("ZONESTAT_UPDATE_GOLDENS").is_some();
    let (golden, output) = (folder("pictures"), folder("output"));
    fs::create_dir_all(&output).unwrap();
    let mut wrong = Vec::new();
    let mut kept = Vec::new();
    for case in cases() {
        let narrow = if case.tag == "zone-card" { 280.0 } else { 320.0 };
        let wide = if case.tag == "zone-card" { 400.0 } else { 720.0 };
        // Two of each: together they show both languages, both themes, and the least and the usual room.
        for (lang, width, theme, name) in [
            (Lang::ZH, wide, Theme::light(), "zh"),
            (Lang::EN, narrow, Theme::dark(), "en-narrow-dark"),
        ] {
            let file = format!("{}.{name}.svg", case.id);
            let scene = scene(&case, width, 0.0, lang).unwrap_or_else(|e| panic!("{file}: {e}"));
            let actual = to_svg(&scene, &theme, "");
            let path = golden.join(&file);
            let expected = fs::read_to_string(&path).unwrap_or_default();
            if expected != actual {
                if update {
                    fs::write(&path, &actual).unwrap();
                }
                let stem = file.trim_end_matches(".svg");
                fs::write(output.join(format!("{stem}.expected.svg")), &expected).unwrap();
                fs::write(output.join(format!("{stem}.actual.svg")), &actual).unwrap();
                fs::write(
                    output.join(format!("{stem}.diff.svg")),
                    difference(&scene, &expected, &actual),
                )
                .unwrap();
                wrong.push(file.clone());
            }
            kept.push(file);
        }
    }
    for entry in fs::read_dir(&golden).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if !kept.contains(&file) {
            if update {
                fs::remove_file(golden.join(&file)).unwrap();
            }
            wrong.push(format!("{file} (no case draws it any more)"));
        }
    }
    let verb = if update {
        "written anew; look at them, then run again without the switch"
    } else {
        "differ; see tests/output"
    };
    assert!(
        wrong.is_empty(),
        "{} pictures {verb}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
