//! `registry check`: may a model be published under a number?

use std::path::PathBuf;
use std::process::ExitCode;

use registry_core::compat::Verdict;

use super::judgement::{self, Numbers};
use super::publish::Submission;
use crate::args::{Check, ReportFormat};
use crate::client::context::Target;
use crate::client::problem::refusal;
use crate::error::CliError;
use crate::output::Output;
use crate::report::Question;
use crate::{github, report};

pub(super) fn run(args: &Check, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let verdict = match (&args.from, &args.as_version, args.paths.as_slice()) {
        (Some(from), Some(to), _) if to < from => {
            return Err(CliError::Argument(format!("--as {to} lies below --from {from}; name the older model first")));
        }
        (Some(from), Some(to), [old, new]) => {
            let numbers = Numbers { from: from.clone(), to: to.clone() };
            judgement::judge((old, new), Some(numbers), (&args.judgement, Question::May), out)?
        }
        (Some(_), _, _) => {
            let message = "with --from, name the published model and the model to publish: two paths";
            return Err(CliError::Argument(message.to_owned()));
        }
        (None, _, [] | [_]) => ask(args, target, out)?,
        (None, _, _) => {
            return Err(CliError::Argument("name one model; with --from and --as, two can be compared".to_owned()));
        }
    };
    Ok(if verdict.accepted == Some(true) { ExitCode::SUCCESS } else { refusal(&verdict).into() })
}

/// The server compares with everything that is live.
fn ask(args: &Check, target: &Target, out: &mut Output) -> Result<Verdict, CliError> {
    let path = args.paths.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let submission = Submission::new(std::slice::from_ref(&path), args.model.as_ref())?;
    let verdict = submission.check(&target.client()?, &args.number)?;
    match args.judgement.output {
        ReportFormat::Table => report::print(&verdict, Question::May, out)?,
        ReportFormat::Json => out.json(&verdict)?,
        ReportFormat::Github => github::print(&verdict, &path, out)?,
    }
    Ok(verdict)
}
