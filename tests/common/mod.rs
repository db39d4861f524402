//! Golden files: plain tables that were read line by line, and hold.

use std::fmt::Write as _;

#[allow(clippy::panic)] // that is how a test says what differs
/// Holds what is written against a golden file, comments aside. What differs is shown, and the whole text is left in
/// `target/golden/` for a person to read before it becomes the new expectation.
pub(crate) fn hold(name: &str, expected: &str, actual: &str) {
    let visible = actual.replace('\u{a0}', "~");
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (expected, actual) = (lines(expected), lines(&visible));
    if expected == actual {
        return;
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/golden");
    let _ = std::fs::create_dir_all(&folder);
    let _ = std::fs::write(folder.join(name), visible);
    let mut report = format!("{name}: {} lines expected, {} written\n", expected.len(), actual.len());
    for index in 0..expected.len().max(actual.len()) {
        let (old, new) = (expected.get(index), actual.get(index));
        if old != new {
            let none = String::new();
            let _ = write!(report, "- {}\n+ {}\n", old.unwrap_or(&none), new.unwrap_or(&none));
        }
    }
    panic!("{report}");
}
