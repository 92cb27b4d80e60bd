//! `clients/typescript`: types out of `openapi.json`, a package, and its tests against a live server.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::run;

/// What the generator writes.
pub(super) const GENERATED: &str = "clients/typescript/src/generated";

/// Writes `src/generated` from `openapi.json`.
pub(super) fn generate() -> Result<(), String> {
    install()?;
    npm(&["run", "generate"])
}

/// Compiles, type-checks and tests the package: a round trip against the server, in Node and without what only Node has,
/// and the examples of its pages in a clean project that has it from its archive.
pub(super) fn test() -> Result<(), String> {
    install()?;
    run::build_programs()?;
    npm(&["run", "build"])?;
    npm(&["run", "check"])?;
    let mut tests = Command::new("npm");
    tests.args(["test", "--prefix"]).arg(folder());
    run::command(tests.env("REGISTRY_SERVER", run::target().join("debug/registry-server")))
}

/// Installs what the lock file says, from whichever registry npm is set up for: the file must name none.
fn install() -> Result<(), String> {
    let lock = folder().join("package-lock.json");
    let text = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    if text.contains("\"resolved\"") {
        return Err(format!("{}: it names a registry; run `npm install` in that folder", lock.display()));
    }
    npm(&["ci"])
}

fn npm(arguments: &[&str]) -> Result<(), String> {
    run::command(Command::new("npm").args(arguments).arg("--prefix").arg(folder()))
}

fn folder() -> PathBuf {
    run::root().join("clients/typescript")
}
