//! `registry completions`: a completion script for a shell.

use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::args::{Args, Completions};
use crate::error::CliError;
use crate::output::Output;

pub(super) fn run(args: &Completions, out: &mut Output) -> Result<ExitCode, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "registry", &mut script);
    out.bytes(&script)?;
    Ok(ExitCode::SUCCESS)
}
