//! Node.js and the npm packages of www/.
use std::fs;

use xshell::cmd;

use crate::error::{Error, Remedy, Result};
use crate::say;
use crate::workshop::{Workshop, read_file};

/// The oldest Node.js that the npm packages run on.
const OLDEST: u32 = 20;

/// Sees whether Node.js is there and new enough.
pub(crate) fn check(shop: &Workshop) -> Result<()> {
    let shell = shop.shell();
    let remedy = format!("install Node.js {OLDEST} or newer, with npm, on PATH");
    let version = shop
        .read(cmd!(shell, "node --version").quiet())
        .map_err(|_| Error::new("Node.js was not found"));
    let version = version.remedy(&remedy)?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Err(Error::new(format!("Node.js {version} is too old")).remedy(remedy));
    }
    say::note(&format!("Node.js {version}"));
    Ok(())
}

/// Installs the packages of a folder's package-lock.json, if they are not the ones that are there.
pub(crate) fn install(shop: &Workshop, folder: &str) -> Result<()> {
    let path = shop.project.path(folder);
    let modules = path.join("node_modules");
    // npm empties node_modules first, so a copy of the lock file in it proves a finished installation.
    let proof = modules.join(".zonestat-lock.json");
    let lock = read_file(&path.join("package-lock.json"))?;
    if fs::read_to_string(&proof).is_ok_and(|installed| installed == lock) {
        say::note(&format!("npm packages of {folder}/ are in place"));
    } else {
        say::step(&format!("installing the npm packages of {folder}/"));
        let shell = shop.shell();
        let _folder = shell.push_dir(&path);
        shop.run_quietly("npm", cmd!(shell, "npm ci --no-audit --no-fund"))
            .remedy(format!(
                "if package.json and package-lock.json disagree: `npm install` in {folder}/; else see npm's own words"
            ))?;
        fs::write(&proof, lock)?;
    }
    shop.prefer(&modules.join(".bin"))
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
