//! The clients that are generated from `openapi.json`, and what pipelines use.

mod recipe;
mod typescript;

use std::process::Command;

use crate::run;

/// Fails when a client is not the one of the document, does not work against a live server, or a recipe does not.
pub(crate) fn all() -> Result<(), String> {
    typescript::generate()?;
    let generated = ["diff", "--exit-code", "--", "clients/typescript/src/generated"];
    run::command(Command::new("git").args(generated))?;
    typescript::test()?;
    recipe::test()
}
