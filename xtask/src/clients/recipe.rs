//! `action.yml` and `ci/gitlab.yml`: run with the variables of their runners against a live server.

use std::process::Command;

use crate::{oracle, run};

/// Builds the programs and runs the tests, in the virtual environment of the oracles.
pub(super) fn test() -> Result<(), String> {
    run::build_programs()?;
    let recipe = run::root().join("ci");
    let python = oracle::environment(&[&recipe.join("requirements.txt")])?;
    run::command(Command::new(python).arg(recipe.join("test_recipe.py")).arg(run::target().join("debug")))
}
