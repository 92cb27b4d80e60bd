//! The clients: their generated parts, made anew from the committed OpenAPI documents, and all that must hold of them.

mod python;
mod recipe;
mod rust;
mod typescript;

use std::process::Command;

use crate::run;

/// Everything that a generator writes, from the root of the workspace.
const GENERATED: &[&str] = &[python::GENERATED, rust::GENERATED, typescript::GENERATED];

/// Writes the generated part of every client.
pub(crate) fn generate() -> Result<(), String> {
    rust::generate()?;
    python::generate()?;
    typescript::generate()
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

/// Fails when a client, or what pipelines use, does not work with the server. That in Rust is tested with the workspace,
/// and its generator, which is none of it, here.
pub(crate) fn test() -> Result<(), String> {
    rust::test()?;
    python::test()?;
    typescript::test()?;
    recipe::test()
}
