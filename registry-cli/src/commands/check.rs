//! `registry check`: may a model be published under a number?

use std::process::ExitCode;

use super::judgement::{self, Numbers};
use crate::args::Check;
use crate::error::{CliError, Code};
use crate::output::Output;

pub(super) fn run(args: &Check, out: &mut Output) -> Result<ExitCode, CliError> {
    let numbers = Numbers { from: args.from.clone(), to: args.as_version.clone() };
    let verdict = judgement::judge((&args.old, &args.new), Some(numbers), &args.judgement, out)?;
    Ok(if verdict.accepted == Some(true) { ExitCode::SUCCESS } else { Code::Incompatible.into() })
}
