//! `registry rollback`: let a channel serve the version that it served before.

use std::process::ExitCode;

use serde_json::{Value, json};
use ureq::http::Method;

use super::list::text;
use crate::args::{Format, Rollback};
use crate::client::context::Target;
use crate::client::reference::path_of;
use crate::client::{Client, Headers};
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

pub(super) fn run(args: &Rollback, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let mut body = json!({"reason": args.reason, "strict": args.strict});
    if let Some(version) = &args.to {
        body["to_version"] = version.to_string().into();
    }
    if let Some(version) = &args.expect {
        body["expected_version"] = version.to_string().into();
    }
    let plan = rollback(&client, args, &body, "?dry_run=true")?;
    if args.dry_run {
        print(&plan, args, true, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes {
        lines(&plan, args, true).iter().for_each(notice);
        confirm("roll back?", args.yes)?;
    }
    // What was shown is what is done, or nothing is.
    body["expected_version"] = plan["to_version"].clone();
    print(&rollback(&client, args, &body, "")?, args, false, out)?;
    Ok(ExitCode::SUCCESS)
}

fn rollback(client: &Client, args: &Rollback, body: &Value, query: &str) -> Result<Value, CliError> {
    let path = format!("{}/channels/{}/rollback{query}", path_of(&args.model), args.channel);
    Ok(client.send(&Method::POST, &path, Some(body), &Headers::default())?.value)
}

fn print(done: &Value, args: &Rollback, is_plan: bool, out: &mut Output) -> Result<(), CliError> {
    if args.output == Format::Json {
        return out.json(done);
    }
    lines(done, args, is_plan).iter().try_for_each(|line| out.line(crate::output::safe(line)))
}

fn lines(done: &Value, args: &Rollback, is_plan: bool) -> Vec<String> {
    let verb = if is_plan { "would serve" } else { "serves" };
    let (from, to, revision) = (text(done, "from_version"), text(done, "to_version"), text(done, "revision"));
    let from = if from.is_empty() { "nothing".to_owned() } else { from };
    let mut lines = vec![format!("{}: {verb} {to} again instead of {from} (revision {revision})", args.channel)];
    for skipped in done["skipped"].as_array().into_iter().flatten() {
        lines.push(format!("  passed over {}: {}", text(skipped, "version"), text(skipped, "reason")));
    }
    for lost in done["lost"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        lines.push(format!("  consumers lose: {lost}"));
    }
    lines
}
