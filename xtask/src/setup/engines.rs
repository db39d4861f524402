//! The three engines, and the programs that drive them.
use std::fs;
use std::path::PathBuf;

use xshell::{Cmd, cmd};

use super::system::Package;
use crate::error::{Error, Remedy, Result};
use crate::workshop::Workshop;

/// Where each engine and its driver was found.
pub(crate) struct Engines {
    /// Chromium, or Chrome.
    pub(crate) chromium: PathBuf,
    /// ChromeDriver.
    pub(crate) chromedriver: PathBuf,
    /// Firefox, the ESR first.
    pub(crate) firefox: PathBuf,
    /// geckodriver.
    pub(crate) geckodriver: PathBuf,
    /// WebKitGTK's own small browser.
    pub(crate) minibrowser: PathBuf,
    /// Its driver.
    pub(crate) webkitdriver: PathBuf,
}

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

impl Engines {
    /// Finds them all; set-up must have run.
    pub(crate) fn find(shop: &Workshop) -> Result<Self> {
        let find = |names: &[&str]| {
            shop.which(names)
                .ok_or_else(|| Error::new(format!("{} was not found", names.join(", "))))
                .remedy("cargo xtask setup")
        };
        Ok(Self {
            chromium: find(&CHROMIUM)?,
            chromedriver: find(&["chromedriver"])?,
            firefox: find(&FIREFOX)?,
            geckodriver: find(&["geckodriver"])?,
            minibrowser: minibrowser()
                .ok_or_else(|| Error::new("WebKitGTK's MiniBrowser was not found"))
                .remedy("cargo xtask setup")?,
            webkitdriver: find(&["WebKitWebDriver"])?,
        })
    }

    /// Names them all to a command of the page tests' harness.
    pub(crate) fn name_to<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        command
            .env("ZONESTAT_CHROMIUM", &self.chromium)
            .env("ZONESTAT_CHROMEDRIVER", &self.chromedriver)
            .env("ZONESTAT_FIREFOX", &self.firefox)
            .env("ZONESTAT_GECKODRIVER", &self.geckodriver)
            .env("ZONESTAT_MINIBROWSER", &self.minibrowser)
            .env("ZONESTAT_WEBKITDRIVER", &self.webkitdriver)
    }
}

/// The system packages that are still to be installed.
pub(crate) fn missing_packages(shop: &Workshop) -> Vec<Package> {
    let has = |names: &[&str]| shop.which(names).is_some();
    let wanted = [
        (has(&CHROMIUM), "chromium", "Chromium"),
        (
            has(&["chromedriver"]),
            "chromium-driver",
            "ChromeDriver of Chromium's version",
        ),
        (has(&FIREFOX), "firefox-esr", "Firefox"),
        (
            has(&["WebKitWebDriver"]) && minibrowser().is_some(),
            "webkit2gtk-driver",
            "WebKitGTK's driver and MiniBrowser",
        ),
        (has(&["Xvfb"]), "xvfb", "an X server without a screen"),
        (
            has_chinese_font(shop),
            "fonts-noto-cjk",
            "a font with Chinese characters",
        ),
    ];
    wanted
        .into_iter()
        .filter(|(found, ..)| !found)
        .map(|(_, name, purpose)| Package { name, purpose })
        .collect()
}

/// MiniBrowser stands in the library's own folder, beside the newest engine that is installed.
fn minibrowser() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = ["/usr/lib", "/usr/libexec", "/usr/lib64"]
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
        .map(|entry| entry.path())
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0", ""].map(|api| folder.join(api).join("MiniBrowser"))
        })
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn has_chinese_font(shop: &Workshop) -> bool {
    let shell = shop.shell();
    shop.read(cmd!(shell, "fc-list :lang=zh-cn family").quiet())
        .is_ok_and(|fonts| !fonts.is_empty())
}
