//! Packages of the operating system.
use std::fs;

use xshell::cmd;

use crate::error::{Error, Remedy, Result};
use crate::say;
use crate::workshop::Workshop;

/// A package of Debian, and what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Package {
    /// Its name in Debian.
    pub(crate) name: &'static str,
    /// What it is for, for those who have to find it in another system.
    pub(crate) purpose: &'static str,
}

/// Installs packages where this is Debian and we may; otherwise says what to install.
pub(crate) fn install(shop: &Workshop, packages: &[Package]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = packages.iter().map(|package| package.name).collect();
    if !is_debian() {
        let list: Vec<String> = packages
            .iter()
            .map(|package| format!("  {} (in Debian: {})", package.purpose, package.name))
            .collect();
        return Err(Error::new(format!("this system lacks:\n{}", list.join("\n")))
            .remedy("install them with the system's own means, on PATH, and repeat the command"));
    }
    if !is_root(shop)? {
        return Err(
            Error::new(format!("Debian packages are missing: {}", names.join(" "))).remedy(format!(
                "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
                names.join(" ")
            )),
        );
    }
    say::step(&format!(
        "installing {} Debian packages: {}",
        names.len(),
        names.join(" ")
    ));
    let shell = shop.shell();
    // A source that does not answer is no reason to stop: the installation itself will say what it lacks.
    if let Err(error) = shop.run_quietly("apt-update", cmd!(shell, "apt-get update")) {
        say::note(&format!("going on in spite of: {error}"));
    }
    let install = cmd!(
        shell,
        "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 {names...}"
    );
    shop.run_quietly("apt-install", install.env("DEBIAN_FRONTEND", "noninteractive"))
        .remedy("look at apt's own words above; `apt-get install -f` mends a broken state")
}

/// Whether apt and Debian's names for things apply here.
pub(crate) fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
}

fn names_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .any(|line| line.trim_matches('"') == "ID=debian" || line == "ID=\"debian\"")
}

/// Whether this process may install packages.
pub(crate) fn is_root(shop: &Workshop) -> Result<bool> {
    let shell = shop.shell();
    Ok(shop.read(cmd!(shell, "id -u").quiet())? == "0")
}

#[cfg(test)]
mod tests {
    use super::names_debian;

    #[test]
    fn debian_is_not_taken_for_its_descendants() {
        assert!(names_debian("PRETTY_NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        // Ubuntu ships browsers as snaps and no Rust for the web.
        assert!(!names_debian("ID=ubuntu\nID_LIKE=debian\n"));
    }
}
