//! Golden tables: plain text that was read line by line, and holds.

use std::fmt::Write as _;
use std::path::Path;

/// Holds what is written against a golden table, comments aside. `ZONESTAT_UPDATE_GOLDENS=1` writes the table anew, and
/// fails all the same, so that no run that updates it ever counts as passed: what differs is there to be read.
#[allow(clippy::panic)] // that is how a test says what differs
pub(crate) fn hold(name: &str, expected: &str, actual: &str) {
    let visible = actual.replace('\u{a0}', "~");
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (lines(expected), lines(&visible));
    if old == new {
        return;
    }
    let mut report = format!("{name} differs:\n");
    for (sign, some, others) in [('-', &old, &new), ('+', &new, &old)] {
        for line in some.iter().filter(|line| !others.contains(line)) {
            let _ = writeln!(report, "{sign} {line}");
        }
    }
    if std::env::var_os("ZONESTAT_UPDATE_GOLDENS").is_some() {
        let head: String = expected
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| line.to_owned() + "\n")
            .collect();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
        let written = std::fs::write(path, head + &visible);
        let _ = writeln!(
            report,
            "written anew ({written:?}); read it, then run again without the switch"
        );
    }
    panic!("{report}");
}
