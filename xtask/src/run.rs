//! Runs programs in the root of the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Runs a command; an exit code other than 0 is an error that names it.
pub(crate) fn command(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    let status = command.current_dir(root()).status().map_err(|error| format!("cannot run {shown}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
}

/// The cargo that runs us.
pub(crate) fn cargo_command(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Runs cargo.
pub(crate) fn cargo(arguments: &[&str]) -> Result<(), String> {
    command(&mut cargo_command(arguments))
}

/// Builds the server and the command line, which are then in `debug` of the target folder.
pub(crate) fn build_programs() -> Result<(), String> {
    cargo(&["build", "--locked", "-p", "registry-server", "-p", "registry-cli"])
}

/// Installs a cargo subcommand of this very version unless it is there.
pub(crate) fn install(name: &str, version: &str) -> Result<(), String> {
    let found = Command::new(name).arg("--version").output();
    if found.is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    println!("{name} is missing: installing {version}, which takes some minutes");
    cargo(&["install", name, "--locked", "--version", version])
}
