//! What ran, how long it took and how it ended.
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::counts::Counts;
use crate::error::{Error, Result};
use crate::say;

/// One thing that was run.
struct Stage {
    name: String,
    time: Duration,
    counts: Counts,
    /// Whether it counted tests, or was a check that holds or does not.
    is_check: bool,
}

/// All stages so far.
pub(crate) struct Report {
    stages: Vec<Stage>,
    start: Instant,
}

impl Report {
    /// Nothing has run yet.
    pub(crate) fn new() -> Self {
        Self {
            stages: Vec::new(),
            start: Instant::now(),
        }
    }

    /// Runs a check that holds or does not. One that does not counts as one failure.
    pub(crate) fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.stage(name, true, || work().map(|()| Counts::default()))
    }

    /// Runs tests that are counted. A runner that breaks without a count is one failure.
    pub(crate) fn tests(&mut self, name: &str, work: impl FnOnce() -> Result<Counts>) -> bool {
        self.stage(name, false, work)
    }

    fn stage(&mut self, name: &str, is_check: bool, work: impl FnOnce() -> Result<Counts>) -> bool {
        println!();
        say::step(name);
        let start = Instant::now();
        let counts = work().unwrap_or_else(|error: Error| {
            println!("error: {error}");
            Counts {
                failed: 1,
                ..Counts::default()
            }
        });
        let time = start.elapsed();
        say::note(&format!(
            "{name}: {} in {}",
            verdict(&counts, is_check),
            say::duration(time)
        ));
        let good = counts.failed == 0;
        self.stages.push(Stage {
            name: name.to_owned(),
            time,
            counts,
            is_check,
        });
        good
    }

    /// Prints what ran, and the sum as the very last line.
    pub(crate) fn end(self) -> ExitCode {
        let mut total = Counts::default();
        let width = self.stages.iter().map(|stage| stage.name.len()).max().unwrap_or(0);
        println!();
        say::step(&format!("what ran, in {}", say::duration(self.start.elapsed())));
        for Stage {
            name,
            time,
            counts,
            is_check,
        } in &self.stages
        {
            println!(
                "    {name:width$}  {:>12}  {}",
                say::duration(*time),
                verdict(counts, *is_check)
            );
            total.add(*counts);
        }
        println!("{total}");
        if total.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn verdict(counts: &Counts, is_check: bool) -> String {
    match (is_check, counts.failed) {
        (true, 0) => "holds".to_owned(),
        (true, _) => "FAILED".to_owned(),
        (false, 0) => counts.to_string(),
        (false, _) => format!("FAILED: {counts}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Report};
    use crate::error::Error;

    #[test]
    fn a_check_that_fails_is_one_failure_and_one_that_holds_is_no_test() {
        let mut report = Report::new();
        assert!(report.check("holds", || Ok(())));
        assert!(!report.check("fails", || Err(Error::new("no"))));
        assert!(report.tests("tests", || Ok(Counts {
            passed: 3,
            failed: 0,
            skipped: 1
        })));
        let failed: u32 = report.stages.iter().map(|stage| stage.counts.failed).sum();
        let passed: u32 = report.stages.iter().map(|stage| stage.counts.passed).sum();
        assert_eq!((passed, failed), (3, 1));
    }
}
