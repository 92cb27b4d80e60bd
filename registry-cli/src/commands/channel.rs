//! `registry channel`: list and show channels, their history and their policy.

use std::process::ExitCode;

use registry_core::name::ChannelName;
use registry_core::reference::Reference;
use serde_json::{Value, json};
use ureq::http::Method;

use super::list::{self, text, time};
use crate::args::{ChannelCommand, Format, Listing};
use crate::client::context::Target;
use crate::client::reference::{escaped, path_of};
use crate::client::{Client, Headers};
use crate::error::CliError;
use crate::output::{Output, confirm};

const KEYS: &[&str] =
    &["name", "version", "state", "digest", "revision", "policy", "updated_at", "updated_by", "reason"];

pub(super) fn run(command: &ChannelCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        ChannelCommand::List { model, listing } => list_channels(&client, model, listing, out)?,
        ChannelCommand::Show { model, channel, at, output } => {
            let at = at.map(|at| format!("?at={}", escaped(&at.to_string()))).unwrap_or_default();
            let answer = client.get(&format!("{}{at}", path(model, channel)))?;
            match output {
                Format::Json => out.json(&answer.value)?,
                Format::Table => list::object(&answer.value, KEYS, out)?,
            }
        }
        ChannelCommand::History { model, channel, listing } => history(&client, model, channel, listing, out)?,
        ChannelCommand::Policy { model, channel, constraint, largest_step, allow_major, require_if_match } => {
            // What is not named stays as it is, so it must still be what was read; a channel that is not there yet has no
            // policy.
            let (mut policy, if_match) = match client.get(&path(model, channel)) {
                Ok(answer) => (answer.value["policy"].clone(), answer.value["revision"].as_u64()),
                Err(CliError::Problem(problem)) if problem.code == "channel-not-found" => (json!({}), None),
                Err(error) => return Err(error),
            };
            for (key, value) in [("allow_major", allow_major), ("require_if_match", require_if_match)] {
                if let Some(value) = value {
                    policy[key] = (*value).into();
                }
            }
            for (key, value) in [("constraint", constraint), ("largest_step", largest_step)] {
                if let Some(value) = value {
                    policy[key] = value.as_str().into();
                }
            }
            let answer = client.send(&Method::PUT, &path(model, channel), Some(&policy), &Headers { if_match })?;
            list::object(&answer.value, KEYS, out)?;
        }
        ChannelCommand::Clear { model, channel, reason, yes } => {
            let before = client.get(&path(model, channel))?.value;
            confirm(&format!("let {channel} serve nothing instead of {}?", text(&before, "version")), *yes)?;
            let body = reason.as_ref().map_or_else(|| json!({}), |reason| json!({"reason": reason}));
            // What was shown is what is cleared.
            let seen = Headers { if_match: before["revision"].as_u64() };
            let answer = client.send(&Method::POST, &format!("{}/clear", path(model, channel)), Some(&body), &seen)?;
            out.line(format!("{channel}: serves nothing (revision {})", text(&answer.value, "revision")))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn path(model: &Reference, channel: &ChannelName) -> String {
    format!("{}/channels/{channel}", path_of(model))
}

fn list_channels(client: &Client, model: &Reference, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let columns: [list::Column; 5] = [
        ("channel", |channel| text(channel, "name")),
        ("version", |channel| text(channel, "version")),
        ("state", |channel| text(channel, "state")),
        ("revision", |channel| text(channel, "revision")),
        ("since", |channel| time(channel, "updated_at")),
    ];
    let name = |channel: &Value| text(channel, "name");
    list::print(client, &format!("{}/channels", path_of(model)), (&columns, name), listing, out)
}

fn history(
    client: &Client,
    model: &Reference,
    channel: &ChannelName,
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    let columns: [list::Column; 6] = [
        ("revision", |revision| text(revision, "seq")),
        ("what", |revision| text(revision, "kind")),
        ("version", |revision| text(revision, "version")),
        ("when", |revision| time(revision, "created_at")),
        ("who", |revision| text(revision, "actor")),
        ("reason", |revision| text(revision, "reason")),
    ];
    let name = |revision: &Value| text(revision, "seq");
    list::print(client, &format!("{}/revisions", path(model, channel)), (&columns, name), listing, out)
}
