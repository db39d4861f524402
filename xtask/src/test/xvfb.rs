//! An X server without a screen: MiniBrowser knows no headless mode.
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use xshell::cmd;

use crate::error::{Error, Remedy, Result};
use crate::workshop::Workshop;

/// The server; it ends when this is dropped.
pub(crate) struct Xvfb {
    child: Child,
    name: String,
}

impl Xvfb {
    /// Starts one on a display that is free.
    pub(crate) fn start(shop: &Workshop) -> Result<Self> {
        let shell = shop.shell();
        // The server itself looks for a free display, and prints its number once it listens.
        let mut command = shop.command(cmd!(shell, "Xvfb -displayfd 1 -screen 0 1920x1800x24 -nolisten tcp"));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Error::new(format!("Xvfb did not start: {error}")))
            .remedy("cargo xtask setup")?;
        let mut number = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        let number = number.trim();
        if number.is_empty() {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Error::new("Xvfb found no free display").remedy("run `Xvfb -displayfd 1` and see what it says"));
        }
        let name = format!(":{number}");
        Ok(Self { child, name })
    }

    /// The display, as `DISPLAY` names it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Xvfb {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
