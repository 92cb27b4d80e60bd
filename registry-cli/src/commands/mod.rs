//! One command a file.

mod check;
mod completions;
mod diff;
mod explain;
mod inspect;
mod judgement;
mod resolve;

use std::process::ExitCode;

use crate::args::{Args, Command};
use crate::error::CliError;
use crate::output::Output;

/// Runs a command and gives its exit code.
pub(crate) fn run(args: Args, out: &mut Output) -> Result<ExitCode, CliError> {
    match args.command {
        Command::Inspect(inspect) => inspect::run(&inspect, out),
        Command::Diff(diff) => diff::run(&diff, out),
        Command::Check(check) => check::run(&check, out),
        Command::Explain(explain) => explain::run(&explain, out),
        Command::Resolve(resolve) => resolve::run(&resolve, out),
        Command::Completions(completions) => completions::run(&completions, out),
    }
}
