//! Reads how many tests passed from what the runners print.
use std::fmt;

use xshell::Cmd;

use crate::error::{Error, Result};
use crate::workshop::Workshop;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Ran, and was well.
    pub(crate) passed: u32,
    /// Ran, and was not; or was to run and did not come so far.
    pub(crate) failed: u32,
    /// Was not to run.
    pub(crate) skipped: u32,
}

impl Counts {
    /// Adds those of another runner.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Finds the runner's own sums: of cargo test and the runner for wasm (`test result: ok. 3 passed; 0 failed; …`),
    /// or of nextest (`Summary [0.1s] 3 tests run: 3 passed, 1 skipped`). A runner may print several, one a binary.
    pub(crate) fn read(output: &str) -> Option<Self> {
        let mut found = None;
        for line in output.lines().map(str::trim) {
            let sums = if let Some(rest) = line.strip_prefix("test result: ") {
                rest
            } else if let Some((_, rest)) = line
                .strip_prefix("Summary [")
                .and_then(|rest| rest.split_once(" run: "))
            {
                rest
            } else {
                continue;
            };
            found.get_or_insert_with(Self::default).add(Self::of(sums));
        }
        found
    }

    /// Of a line such as `3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`.
    fn of(sums: &str) -> Self {
        let mut counts = Self::default();
        for part in sums.split([';', ',', '.']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(word)) = (words.next().and_then(|word| word.parse::<u32>().ok()), words.next())
            else {
                continue;
            };
            match word {
                "passed" => counts.passed += number,
                // nextest: `1 timed out`, `1 exec failed`.
                "failed" | "timed" | "exec" => counts.failed += number,
                "skipped" | "ignored" => counts.skipped += number,
                // `measured`, `filtered out`: not asked for.
                _ => {}
            }
        }
        counts
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// Runs a runner, and reads its counts. One that fails without naming a failure, or counts nothing, is an error.
pub(crate) fn run(shop: &Workshop, cmd: Cmd<'_>) -> Result<Counts> {
    let what = cmd.to_string();
    let (success, output) = shop.watch(cmd)?;
    match Counts::read(&output) {
        Some(counts) if success || counts.failed > 0 => Ok(counts),
        Some(counts) => Err(Error::new(format!("`{what}` failed, though it says: {counts}"))),
        None => Err(Error::new(format!("`{what}` did not say how many tests it ran"))),
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn read(output: &str) -> Option<(u32, u32, u32)> {
        Counts::read(output).map(|counts| (counts.passed, counts.failed, counts.skipped))
    }

    #[test]
    fn cargo_test_prints_one_sum_a_binary() {
        let output = "running 2 tests\ntest a ... ok\n\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.10s\n";
        assert_eq!(read(output), Some((2, 1, 1)));
    }

    #[test]
    fn nextest_names_only_what_there_was() {
        let summary = |rest| format!("------------\n     Summary [   0.036s] {rest}\n");
        assert_eq!(
            read(&summary("5 tests run: 5 passed (1 slow), 2 skipped")),
            Some((5, 0, 2))
        );
        assert_eq!(read(&summary("1 test run: 1 passed, 0 skipped")), Some((1, 0, 0)));
        assert_eq!(
            read(&summary(
                "4/9 tests run: 1 passed, 1 failed, 1 timed out, 1 exec failed, 0 skipped"
            )),
            Some((1, 3, 0))
        );
    }

    #[test]
    fn a_runner_that_says_nothing_has_no_counts() {
        assert_eq!(read("no tests to run!\n"), None);
    }

    #[test]
    fn the_sum_reads_as_promised() {
        let counts = Counts {
            passed: 12,
            failed: 0,
            skipped: 3,
        };
        assert_eq!(counts.to_string(), "12 passed, 0 failed, 3 skipped");
    }
}
