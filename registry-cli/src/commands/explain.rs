//! `registry explain`: the catalogue of rules.

use std::process::ExitCode;

use registry_core::canonical::value_of;
use registry_core::compat::policy::nearest_rule;
use registry_core::compat::rule::Case;
use registry_core::compat::{Rule, RuleSpec};

use crate::args::{Explain, Format};
use crate::error::CliError;
use crate::output::{FINE, Output, QUIET, styled};

pub(super) fn run(args: &Explain, out: &mut Output) -> Result<ExitCode, CliError> {
    match (&args.rule, args.output) {
        (Some(id), format) => {
            let rule = Rule::from_id(id).ok_or_else(|| unknown(id))?;
            match format {
                Format::Json => out.json(rule.spec())?,
                Format::Table => explain(rule.spec(), out)?,
            }
        }
        (None, Format::Json) => out.json(&Rule::ALL.iter().map(|rule| rule.spec()).collect::<Vec<_>>())?,
        (None, Format::Table) => list(out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(id: &str) -> CliError {
    CliError::Argument(format!("there is no rule `{id}`; {}", nearest_rule(id)))
}

fn list(out: &mut Output) -> Result<(), CliError> {
    let width = Rule::ALL.iter().map(|rule| rule.id().len()).max().unwrap_or_default();
    for spec in Rule::ALL.iter().map(|rule| rule.spec()) {
        out.line(format!("{:width$}  {:5}  {:5}  {}", spec.id, spec.required, spec.level.as_str(), spec.summary))?;
    }
    out.line(styled(QUIET, format!("{} rules; `registry explain RULE` says more about one", Rule::ALL.len())))
}

fn explain(spec: &RuleSpec, out: &mut Output) -> Result<(), CliError> {
    out.line(format!("{}: {}", styled(FINE, &spec.id), spec.summary))?;
    out.line("")?;
    out.line(format!("  requires         {} ({})", spec.required, level(spec)))?;
    for case in &spec.cases {
        out.line(format!("                   {}", case_line(case)))?;
    }
    out.line(format!("  retraining       {}", word(&spec.retraining)))?;
    out.line(format!("  consumer change  {}", word(&spec.consumer_change)))?;
    out.line(format!("  says             {}", spec.message))?;
    out.line(format!("  because          {}", spec.why))?;
    out.line(format!("  way out          {}", spec.fix))?;
    out.line(format!("  source           {}", spec.references.join("; ")))?;
    let note = if spec.locked { "locked: no policy can change it" } else { "a policy can change level and bump" };
    out.line(format!("  policy           {note}"))
}

fn level(spec: &RuleSpec) -> &'static str {
    match (spec.level, spec.refuses_always) {
        (registry_core::compat::Level::Deny, true) => "deny: refuses whatever the bump",
        (registry_core::compat::Level::Deny, false) => "deny: a smaller bump is refused",
        (registry_core::compat::Level::Warn, _) => "warn: listed, never refuses",
        (registry_core::compat::Level::Allow, _) => "allow: a note",
    }
}

fn word(value: &impl serde::Serialize) -> String {
    value_of(value).as_str().unwrap_or_default().to_owned()
}

fn case_line(case: &Case) -> String {
    let conditions = [
        case.profile.as_ref().map(|profile| format!("profile {}", word(profile))),
        case.consumption.as_ref().map(|consumption| format!("consumption {}", word(consumption))),
        case.when.as_ref().map(|when| format!("when {}", word(when).replace('_', " "))),
    ];
    let demands = [
        case.required.map(|required| required.to_string()),
        case.level.map(|level| level.as_str().to_owned()),
        case.consumer_change.as_ref().map(|change| format!("consumer change {}", word(change))),
    ];
    let join = |parts: [Option<String>; 3], by: &str| parts.into_iter().flatten().collect::<Vec<_>>().join(by);
    format!("{} under {}", join(demands, ", "), join(conditions, " and "))
}
