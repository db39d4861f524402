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
    let mut report = format!("{name} differs; read target/golden/{name} before it becomes the expectation\n");
    for (sign, some, others) in [('-', &expected, &actual), ('+', &actual, &expected)] {
        for line in some.iter().filter(|line| !others.contains(line)) {
            let _ = writeln!(report, "{sign} {line}");
        }
    }
    panic!("{report}");
}
