//! `registry promote`: let a channel serve a version.

use std::process::ExitCode;

use registry_client::types::{Promote as Body, Promotion};
use serde_json::json;

use super::list::{change, text};
use crate::args::{Format, Promote};
use crate::client::context::Target;
use crate::client::reference::{about, exact};
use crate::client::{Client, entity_tag};
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

pub(super) fn run(args: &Promote, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let version = exact(&args.reference)?;
    let body = Body { version, allow_major: Some(args.allow_major), reason: args.reason.clone() };
    let plan = promote(&client, args, &body, true, args.if_revision)?;
    if plan.changed {
        warn_of_unsafe(&client, args, &plan)?;
    }
    if args.dry_run {
        print(&plan, args, true, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if plan.changed && !args.yes {
        notice(line(&plan, args, true));
        confirm("promote?", args.yes)?;
    }
    // What was shown is what is done: the plan names the revision that it was made on.
    let shown = plan.revision.saturating_sub(1);
    let expected = args.if_revision.or(plan.changed.then_some(shown));
    print(&promote(&client, args, &body, false, expected)?, args, false, out)?;
    Ok(ExitCode::SUCCESS)
}

fn promote(
    client: &Client,
    args: &Promote,
    body: &Body,
    dry_run: bool,
    if_match: Option<u64>,
) -> Result<Promotion, CliError> {
    let promoted = client.post(async |api, key| {
        let request = about!(api.promote_channel(), args.reference).channel(args.to.as_str()).dry_run(dry_run);
        let request = request.idempotency_key(key).body(body.clone());
        match if_match {
            Some(revision) => request.if_match(entity_tag(revision)).send().await,
            None => request.send().await,
        }
    })?;
    Ok(promoted.into_inner())
}

/// Whoever promotes unsafe files is told so: everybody who loads them runs what is in them.
fn warn_of_unsafe(client: &Client, args: &Promote, plan: &Promotion) -> Result<(), CliError> {
    let to = text(plan.to_version.as_ref());
    let version = client.get(async |api| about!(api.get_version(), args.reference).version(&to).send().await)?;
    for found in &version.unsafe_ {
        notice(format_args!("{to} has unsafe files: {}: {}", found.path, found.reason));
    }
    Ok(())
}

fn print(promotion: &Promotion, args: &Promote, is_plan: bool, out: &mut Output) -> Result<(), CliError> {
    match args.output {
        Format::Json => out.json(&json!(promotion)),
        Format::Table => out.line(line(promotion, args, is_plan)),
    }
}

fn line(promotion: &Promotion, args: &Promote, is_plan: bool) -> String {
    let to = text(promotion.to_version.as_ref());
    if !promotion.changed {
        return format!("{}: serves {to} already", args.to);
    }
    let verb = if is_plan { "would serve" } else { "serves" };
    let before = promotion.from_version.as_deref().unwrap_or("nothing");
    let bump = promotion.bump.as_ref().map(|bump| format!(", {}", change(bump))).unwrap_or_default();
    let is_backward = promotion.direction.as_deref() == Some("backward");
    let backward = if is_backward { "; to go back, `registry rollback` is meant" } else { "" };
    format!("{}: {verb} {to} instead of {before}{bump} (revision {}){backward}", args.to, promotion.revision)
}
