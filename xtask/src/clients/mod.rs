//! `cargo xtask clients`: makes the clients anew from the committed OpenAPI documents.

mod rust;

use std::process::Command;

use crate::run;

/// Everything that a generator writes, from the root of the workspace.
const GENERATED: &[&str] = &[rust::GENERATED];

/// Writes the generated part of every client.
pub(crate) fn generate() -> Result<(), String> {
    rust::generate()
}

/// Fails when a client is not the one that its generator makes of the documents.
pub(crate) fn up_to_date() -> Result<(), String> {
    generate()?;
    let differences =
        Command::new("git").current_dir(run::root()).args(["status", "--porcelain", "--"]).args(GENERATED).output();
    let differences = differences.map_err(|error| format!("cannot run git: {error}"))?;
    if !differences.status.success() {
        return Err(format!("git status: {}", String::from_utf8_lossy(&differences.stderr)));
    }
    if differences.stdout.is_empty() {
        return Ok(());
    }
    let files = String::from_utf8_lossy(&differences.stdout);
    Err(format!("these are not what the generators make of the OpenAPI documents; commit what they wrote:\n{files}"))
}
