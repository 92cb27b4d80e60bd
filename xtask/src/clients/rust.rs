//! The Rust client, by progenitor from the document in version 3.0, the newest that it reads.

use std::process::Command;

use crate::run;

/// What the generator writes.
pub(super) const GENERATED: &str = "registry-client/src/generated.rs";

/// Runs the generator, which is a workspace of its own.
pub(super) fn generate() -> Result<(), String> {
    let mut generator = generator("run");
    generator.args(["--", "openapi-3.0.json"]).current_dir(run::root());
    let output = generator.output().map_err(|error| format!("cannot run {generator:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{generator:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    std::fs::write(run::root().join(GENERATED), output.stdout)
        .map_err(|error| format!("cannot write {GENERATED}: {error}"))
}

/// Tests the generator.
pub(super) fn test() -> Result<(), String> {
    run::command(&mut generator("test"))
}

/// A command of cargo for the generator.
fn generator(command: &str) -> Command {
    let manifest = run::root().join("registry-client/generator/Cargo.toml");
    let mut cargo = run::cargo_command(&[command, "--quiet", "--locked", "--manifest-path"]);
    cargo.arg(manifest).env("CARGO_TARGET_DIR", run::target().join("generator"));
    cargo
}
