//! The Rust client, by progenitor from the document in version 3.0, the newest that it reads.

use std::process::Command;

use crate::run;

/// What the generator writes.
pub(super) const GENERATED: &str = "registry-client/src/generated.rs";

/// Runs the generator, which is a workspace of its own.
pub(super) fn generate() -> Result<(), String> {
    let manifest = run::root().join("registry-client/generator/Cargo.toml");
    let mut generator: Command = run::cargo_command(&["run", "--quiet", "--locked", "--manifest-path"]);
    generator.arg(&manifest).args(["--", "openapi-3.0.json"]).current_dir(run::root());
    generator.env("CARGO_TARGET_DIR", run::target().join("generator"));
    let output = generator.output().map_err(|error| format!("cannot run {generator:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{generator:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    std::fs::write(run::root().join(GENERATED), output.stdout)
        .map_err(|error| format!("cannot write {GENERATED}: {error}"))
}
