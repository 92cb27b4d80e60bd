//! `registry rollback`: let a channel serve the version that it served before.

use std::process::ExitCode;

use registry_client::types::{Rollback as Body, RollbackDone};
use serde_json::json;

use crate::args::{Format, Rollback};
use crate::client::Client;
use crate::client::context::Target;
use crate::client::reference::about;
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

pub(super) fn run(args: &Rollback, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let body = Body {
        reason: Some(args.reason.clone()),
        strict: Some(args.strict),
        to_version: args.to.as_ref().map(ToString::to_string),
        expected_version: args.expect.as_ref().map(ToString::to_string),
        to_revision: None,
    };
    let plan = rollback(&client, args, &body, true)?;
    if args.dry_run {
        print(&plan, args, true, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes {
        lines(&plan, args, true).iter().for_each(notice);
        confirm("roll back?", args.yes)?;
    }
    // What was shown is what is done, or nothing is.
    let body = Body { expected_version: Some(plan.to_version), ..body };
    print(&rollback(&client, args, &body, false)?, args, false, out)?;
    Ok(ExitCode::SUCCESS)
}

fn rollback(client: &Client, args: &Rollback, body: &Body, dry_run: bool) -> Result<RollbackDone, CliError> {
    let done = client.post(async |api, key| {
        let request = about!(api.rollback_channel(), args.model).channel(args.channel.as_str()).dry_run(dry_run);
        request.idempotency_key(key).body(body.clone()).send().await
    })?;
    Ok(done.into_inner())
}

fn print(done: &RollbackDone, args: &Rollback, is_plan: bool, out: &mut Output) -> Result<(), CliError> {
    if args.output == Format::Json {
        return out.json(&json!(done));
    }
    lines(done, args, is_plan).iter().try_for_each(|line| out.line(crate::output::safe(line)))
}

fn lines(done: &RollbackDone, args: &Rollback, is_plan: bool) -> Vec<String> {
    let verb = if is_plan { "would serve" } else { "serves" };
    let (from, to) = (done.from_version.as_deref().unwrap_or("nothing"), &done.to_version);
    let (channel, revision) = (&args.channel, done.revision);
    let mut lines = vec![format!("{channel}: {verb} {to} again instead of {from} (revision {revision})")];
    let skipped = done.skipped.iter().map(|skipped| format!("  passed over {}: {}", skipped.version, skipped.reason));
    lines.extend(skipped.chain(done.lost.iter().map(|lost| format!("  lost: {lost}"))));
    lines
}
