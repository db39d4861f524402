//! Tools that cargo compiles: once for the machine, in a folder that bears their version.
use std::fs;
use std::path::Path;

use xshell::cmd;

use super::Needs;
use crate::error::{Remedy, Result};
use crate::say;
use crate::workshop::Workshop;

/// A tool from the crates' registry.
struct Tool {
    /// The name of its crate.
    name: &'static str,
    /// The only version that will do.
    version: String,
    /// The program that answers `--version`.
    program: &'static str,
    /// A flag that chooses among its features.
    features: Option<&'static str>,
}

/// Drivers are called on this machine: no encryption, which is the dearest part to compile.
const NO_TLS: Option<&str> = Some("--no-default-features");

/// Finds or installs the tools, and puts each one's folder on the tools' PATH.
pub(crate) fn ensure(shop: &Workshop, needs: Needs) -> Result<()> {
    let mut tools = Vec::new();
    if needs.wasm {
        // The glue and the crate talk a private language that changes with every version.
        tools.push(Tool {
            name: "wasm-bindgen-cli",
            version: shop.project.locked_version("wasm-bindgen")?,
            program: "wasm-bindgen",
            features: NO_TLS,
        });
    }
    if needs.engines {
        tools.push(Tool {
            name: "geckodriver",
            version: "0.37.1".to_owned(),
            program: "geckodriver",
            features: None,
        });
    }
    if needs.wasm_pack {
        tools.push(Tool {
            name: "wasm-pack",
            version: "0.15.1".to_owned(),
            program: "wasm-pack",
            features: None,
        });
    }
    if needs.deny {
        tools.push(Tool {
            name: "cargo-deny",
            version: "0.20.2".to_owned(),
            program: "cargo-deny",
            features: None,
        });
    }
    for tool in &tools {
        tool.ensure(shop)?;
    }
    // What they were compiled from is a gigabyte, and of no more use.
    let scratch = shop.project.scratch();
    if scratch.exists() {
        fs::remove_dir_all(scratch)?;
    }
    Ok(())
}

impl Tool {
    fn ensure(&self, shop: &Workshop) -> Result<()> {
        let Self {
            name, version, program, ..
        } = self;
        let root = shop.project.tool(name, version);
        let folder = root.join("bin");
        if self.answers(shop, &folder.join(program)) {
            say::note(&format!("{name} {version} from {}", folder.display()));
            return shop.prefer(&folder);
        }
        if self.answers(shop, Path::new(program)) {
            say::note(&format!("{name} {version} from PATH"));
            return Ok(());
        }
        say::step(&format!("compiling {name} {version} into {}", root.display()));
        self.install(shop, &root)?;
        shop.prefer(&folder)
    }

    /// Whether a program is this tool in this version.
    fn answers(&self, shop: &Workshop, program: &Path) -> bool {
        let shell = shop.shell();
        shop.read(cmd!(shell, "{program} --version").quiet())
            .is_ok_and(|text| is_version(&text, &self.version))
    }

    fn install(&self, shop: &Workshop, root: &Path) -> Result<()> {
        let Self {
            name,
            version,
            features,
            ..
        } = self;
        let shell = shop.shell();
        let install = |locked: Option<&str>| {
            // They run for seconds: what is spent on optimizing them is never earned back. One target folder for all
            // of them compiles what they share once.
            cmd!(
                shell,
                "cargo install {name} --version ={version} --root {root} {features...} {locked...}"
            )
            .env("CARGO_TARGET_DIR", shop.project.scratch())
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        };
        if shop.run_quietly(name, install(Some("--locked"))).is_ok() {
            return Ok(());
        }
        // A lock file may name a version that its author has since withdrawn.
        say::note("not with the versions that its authors locked; once more with the newest compatible ones");
        shop.run_quietly(name, install(None))
            .remedy(format!("cargo install {name} --version ={version}"))
    }
}

/// Whether a line such as `wasm-bindgen 0.2.130 (1a2b3c)` names the version.
fn is_version(text: &str, version: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn a_version_is_a_whole_word_of_the_first_line() {
        assert!(is_version("geckodriver 0.37.1 (0.37.1 2026)\n\nmore", "0.37.1"));
        assert!(is_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(!is_version("tool\n0.2.130", "0.2.130"));
    }
}
