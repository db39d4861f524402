//! Running other programs: one place that decides what they inherit and what is shown of them.
use std::cell::RefCell;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use xshell::{Cmd, Shell};

use crate::error::{Error, Remedy, Result};
use crate::project::Project;
use crate::say::{self, Progress};

/// How many lines of a failed step's output are shown.
const LINES_OF_A_FAILURE: usize = 40;

/// The project with the environment that its tools run in.
pub(crate) struct Workshop {
    /// Where things are.
    pub(crate) project: Project,
    shell: Shell,
    path: RefCell<Vec<PathBuf>>,
}

impl Workshop {
    /// Finds the project and takes over the environment.
    pub(crate) fn open() -> Result<Self> {
        let project = Project::find()?;
        let shell = Shell::new()?;
        shell.change_dir(project.root());
        let path = env::var_os("PATH").map_or_else(Vec::new, |path| env::split_paths(&path).collect());
        Ok(Self {
            project,
            shell,
            path: RefCell::new(path),
        })
    }

    /// The shell that commands are made with: at the workspace's root, in the tools' environment.
    pub(crate) fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Sets a variable for everything that runs from now on.
    pub(crate) fn set(&self, name: &str, value: impl AsRef<OsStr>) {
        self.shell.set_var(name, value);
    }

    /// Puts a folder before all others in which programs are looked up.
    pub(crate) fn prefer(&self, folder: &Path) -> Result<()> {
        let mut path = self.path.borrow_mut();
        path.retain(|other| other != folder);
        path.insert(0, folder.to_owned());
        let joined = env::join_paths(path.iter())
            .map_err(|error| Error::new(error.to_string()).remedy("use folders without `:` in their names"))?;
        self.shell.set_var("PATH", joined);
        Ok(())
    }

    /// The first program of one of these names.
    pub(crate) fn which(&self, names: &[&str]) -> Option<PathBuf> {
        let path = self.path.borrow();
        names
            .iter()
            .flat_map(|name| path.iter().map(move |folder| folder.join(name)))
            .map(|program| program.with_extension(env::consts::EXE_EXTENSION))
            .find(|program| program.is_file())
    }

    /// Runs a command whose output people want to see as it comes.
    pub(crate) fn run(&self, cmd: Cmd<'_>) -> Result<()> {
        let what = cmd.to_string();
        println!("$ {what}");
        let status = self.command(cmd).status().map_err(|error| missing(&what, &error))?;
        outcome(&what, status)
    }

    /// What a command prints, without the line's end. The command may fail: then it is an error.
    pub(crate) fn read(&self, cmd: Cmd<'_>) -> Result<String> {
        let what = cmd.to_string();
        let output = self.command(cmd).output().map_err(|error| missing(&what, &error))?;
        outcome(&what, output.status).map_err(|error| {
            Error::new(format!(
                "{error}\n{}",
                String::from_utf8_lossy(&output.stderr).trim_end()
            ))
        })?;
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    }

    /// Runs long work: a sign of life now and then, the full output in a log, its end shown where the work fails.
    pub(crate) fn run_quietly(&self, name: &str, cmd: Cmd<'_>) -> Result<()> {
        let what = cmd.to_string();
        println!("$ {what}");
        fs::create_dir_all(self.project.logs())?;
        let path = self.project.logs().join(format!("{name}.log"));
        let mut log = File::create(&path)?;
        writeln!(log, "$ {what}")?;
        let mut progress = Progress::start();
        let mut tail: Vec<String> = Vec::new();
        let status = pump(self.command(cmd), &mut |line| {
            progress.tick(line);
            if let Some(line) = line {
                writeln!(log, "{line}")?;
                if tail.len() == LINES_OF_A_FAILURE {
                    tail.remove(0);
                }
                tail.push(line.to_owned());
            }
            Ok(())
        })
        .map_err(|error| missing(&what, &error))?;
        let time = progress.end();
        if status.success() {
            say::note(&format!("done in {}", say::duration(time)));
            return Ok(());
        }
        Err(Error::new(format!(
            "`{what}` failed ({status}); the end of its output:\n{}\nall of it: {}",
            tail.join("\n"),
            path.display()
        )))
    }

    /// Runs a command that is shown as it goes, and gives its output beside its success.
    pub(crate) fn watch(&self, cmd: Cmd<'_>) -> Result<(bool, String)> {
        let what = cmd.to_string();
        println!("$ {what}");
        let mut output = String::new();
        let status = pump(self.command(cmd), &mut |line| {
            if let Some(line) = line {
                println!("{line}");
                output.push_str(line);
                output.push('\n');
            }
            Ok(())
        })
        .map_err(|error| missing(&what, &error))?;
        Ok((status.success(), output))
    }

    /// The command with the environment of the tools.
    pub(crate) fn command(&self, cmd: Cmd<'_>) -> Command {
        let mut command: Command = cmd.into();
        command.stdin(Stdio::null());
        for (name, _) in env::vars_os().filter(|(name, _)| is_of_the_caller(name)) {
            command.env_remove(name);
        }
        command
    }
}

/// Variables that cargo set for this very process: they would bind a further cargo to the caller's toolchain.
fn is_of_the_caller(name: &OsString) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    const NAMES: [&str; 5] = [
        "CARGO",
        "RUSTC",
        "RUST_RECURSION_COUNT",
        "CARGO_CRATE_NAME",
        "CARGO_PRIMARY_PACKAGE",
    ];
    const PREFIXES: [&str; 3] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
    NAMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// Runs a command to its end, and hands over each line that it prints, or none when half a second has passed.
fn pump(mut command: Command, heard: &mut dyn FnMut(Option<&str>) -> io::Result<()>) -> io::Result<ExitStatus> {
    // One pipe for both streams keeps their lines in order.
    let (reader, writer) = io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    drop(command);
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(reader).split(b'\n').map_while(io::Result::ok) {
            if sender
                .send(String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned())
                .is_err()
            {
                break;
            }
        }
    });
    loop {
        match lines.recv_timeout(Duration::from_millis(500)) {
            Ok(line) => heard(Some(&line))?,
            Err(RecvTimeoutError::Disconnected) => return child.wait(),
            Err(RecvTimeoutError::Timeout) => {
                heard(None)?;
                // A browser left behind may hold the pipe open after the program itself has ended.
                if let Some(status) = child.try_wait()? {
                    while let Ok(line) = lines.try_recv() {
                        heard(Some(&line))?;
                    }
                    return Ok(status);
                }
            }
        }
    }
}

fn outcome(what: &str, status: ExitStatus) -> Result<()> {
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!("`{what}` failed ({status})")))
    }
}

fn missing(what: &str, error: &io::Error) -> Error {
    Error::new(format!("`{what}` did not run: {error}")).remedy("run `cargo xtask setup`")
}

/// Reads a file of the project.
pub(crate) fn read_file(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|error| Error::new(format!("{}: {error}", path.display())))
        .remedy("restore the file from git")
}

#[cfg(test)]
mod tests {
    use super::{is_of_the_caller, pump};
    use std::process::Command;

    #[test]
    fn what_cargo_set_for_us_is_not_handed_on() {
        for name in ["CARGO", "CARGO_PKG_NAME", "RUSTC"] {
            assert!(is_of_the_caller(&name.into()), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_TARGET_DIR", "RUSTFLAGS", "PATH"] {
            assert!(!is_of_the_caller(&name.into()), "{name}");
        }
    }

    #[test]
    fn both_streams_are_heard_in_order_and_the_end_is_known() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three; exit 3"]);
        let mut lines = Vec::new();
        let status = pump(command, &mut |line| {
            lines.extend(line.map(str::to_owned));
            Ok(())
        });
        assert_eq!(status.ok().and_then(|status| status.code()), Some(3));
        assert_eq!(lines, ["one", "two", "three"]);
    }
}
