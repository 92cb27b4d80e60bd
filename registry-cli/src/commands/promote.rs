//! `registry promote`: let a channel serve a version.

use std::process::ExitCode;

use serde_json::{Value, json};
use ureq::http::Method;

use super::list::text;
use crate::args::{Format, Promote};
use crate::client::context::Target;
use crate::client::reference::{exact, path_of};
use crate::client::{Client, Headers};
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

pub(super) fn run(args: &Promote, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let version = exact(&args.reference)?;
    let mut body = json!({"version": version, "allow_major": args.allow_major});
    if let Some(reason) = &args.reason {
        body["reason"] = reason.as_str().into();
    }
    let plan = promote(&client, args, &body, "?dry_run=true", args.if_revision)?;
    if args.dry_run {
        print(&plan, args, true, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if plan["changed"] == Value::Bool(true) && !args.yes {
        notice(line(&plan, args, true));
        confirm("promote?", args.yes)?;
    }
    // What was shown is what is done: the plan names the revision that it was made on.
    let shown = plan["revision"].as_u64().map(|revision| revision.saturating_sub(1));
    let expected = args.if_revision.or(shown.filter(|_| plan["changed"] == Value::Bool(true)));
    print(&promote(&client, args, &body, "", expected)?, args, false, out)?;
    Ok(ExitCode::SUCCESS)
}

fn promote(
    client: &Client,
    args: &Promote,
    body: &Value,
    query: &str,
    if_match: Option<u64>,
) -> Result<Value, CliError> {
    let path = format!("{}/channels/{}/promote{query}", path_of(&args.reference), args.to);
    Ok(client.send(&Method::POST, &path, Some(body), &Headers { if_match })?.value)
}

fn print(promotion: &Value, args: &Promote, is_plan: bool, out: &mut Output) -> Result<(), CliError> {
    match args.output {
        Format::Json => out.json(promotion),
        Format::Table => out.line(line(promotion, args, is_plan)),
    }
}

fn line(promotion: &Value, args: &Promote, is_plan: bool) -> String {
    let (from, to) = (text(promotion, "from_version"), text(promotion, "to_version"));
    if promotion["changed"] == Value::Bool(false) {
        return format!("{}: serves {to} already", args.to);
    }
    let verb = if is_plan { "would serve" } else { "serves" };
    let before = if from.is_empty() { "nothing".to_owned() } else { from };
    let bump = text(promotion, "bump");
    let bump = if bump.is_empty() { bump } else { format!(", a {bump} change") };
    let backward = if promotion["direction"] == "backward" { "; to go back, `registry rollback` is meant" } else { "" };
    let revision = text(promotion, "revision");
    format!("{}: {verb} {to} instead of {before}{bump} (revision {revision}){backward}", args.to)
}
