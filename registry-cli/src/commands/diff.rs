//! `registry diff`: what changed, and which bump that requires.

use std::process::ExitCode;

use registry_core::bump::RequiredBump;
use registry_core::compat::Verdict;

use super::judgement::{self, Numbers};
use crate::args::Diff;
use crate::error::{CliError, Code};
use crate::output::Output;
use crate::report::Question;

pub(super) fn run(args: &Diff, out: &mut Output) -> Result<ExitCode, CliError> {
    let numbers = args.from.clone().zip(args.as_version.clone()).map(|(from, to)| Numbers { from, to });
    let verdict = judgement::judge((&args.old, &args.new), numbers, (&args.judgement, Question::WhatIf), out)?;
    if args.exit_code && is_incompatible(&verdict) {
        return Ok(Code::Incompatible.into());
    }
    Ok(ExitCode::SUCCESS)
}

/// Refused under the asked-for number; without one, a major change.
fn is_incompatible(verdict: &Verdict) -> bool {
    verdict.accepted.map_or(verdict.required_bump == RequiredBump::Major, |accepted| !accepted)
}
