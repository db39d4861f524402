//! How the tool talks: one line a step, and a sign of life while something takes long.
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Between two signs of life where lines can't be rewritten, such as in a CI log.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// A step begins.
pub(crate) fn step(what: &str) {
    println!("==> {what}");
}

/// A fact worth knowing, such as where something was found.
pub(crate) fn note(what: &str) {
    println!("    {what}");
}

/// `75 s` as `1 min 15 s`, short times with one decimal.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

/// Shows that long work goes on: a line that is rewritten on a terminal, a line now and then elsewhere.
pub(crate) struct Progress {
    start: Instant,
    shown: Instant,
    rewrite: bool,
    last: String,
}

impl Progress {
    /// Long work begins now.
    pub(crate) fn start() -> Self {
        let now = Instant::now();
        Self {
            start: now,
            shown: now,
            rewrite: io::stdout().is_terminal(),
            last: String::new(),
        }
    }

    /// The work said `line`; without one, time has passed.
    pub(crate) fn tick(&mut self, line: Option<&str>) {
        if let Some(line) = line.map(str::trim).filter(|line| !line.is_empty()) {
            self.last = line.chars().take(90).collect();
        }
        let pause = if self.rewrite {
            Duration::from_millis(200)
        } else {
            SIGN_OF_LIFE
        };
        if self.shown.elapsed() < pause {
            return;
        }
        self.shown = Instant::now();
        let text = format!("    ... {}  {}", duration(self.start.elapsed()), self.last);
        if self.rewrite {
            print!("\r\x1b[2K{text}");
            // A terminal that went away is no reason to stop.
            let _ = io::stdout().flush();
        } else {
            println!("{text}");
        }
    }

    /// The work is over; gives the time that it took.
    pub(crate) fn end(self) -> Duration {
        if self.rewrite {
            print!("\r\x1b[2K");
            let _ = io::stdout().flush();
        }
        self.start.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(duration(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(75)), "1 min 15 s");
    }
}
