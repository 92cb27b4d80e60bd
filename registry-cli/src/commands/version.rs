//! `registry version`: list and show versions, and change their state.

use std::process::ExitCode;

use registry_core::selector::Selector;
use serde_json::{Value, json};
use ureq::http::Method;

use super::list::{self, short, text, time};
use crate::args::{Format, Listing, OneVersion, StateChange, VersionCommand};
use crate::client::context::Target;
use crate::client::reference::{escaped, exact, path_of};
use crate::client::{Client, Headers};
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

const KEYS: &[&str] = &[
    "version",
    "state",
    "state_reason",
    "line",
    "ordinal",
    "digest",
    "contract_digest",
    "channels",
    "required_bump",
    "base",
    "retraining",
    "consumer_change",
    "description",
    "created_at",
    "created_by",
];

pub(super) fn run(command: &VersionCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        VersionCommand::List { model, listing } => list_versions(&client, &path_of(model), listing, out)?,
        VersionCommand::Show(one) => show(&client, one, out)?,
        VersionCommand::Yank { change, force, rollback_channels } => {
            let query = match (force, rollback_channels) {
                (true, _) => "?force=true",
                (_, true) => "?rollback_channels=true",
                _ => "",
            };
            act(&client, change, "yank", query, out)?;
        }
        VersionCommand::Unyank(change) => act(&client, change, "unyank", "", out)?,
        VersionCommand::Deprecate(change) => act(&client, change, "deprecate", "", out)?,
        VersionCommand::Undeprecate(change) => act(&client, change, "undeprecate", "", out)?,
        VersionCommand::Disable(change) => act(&client, change, "disable", "", out)?,
        VersionCommand::Enable(change) => act(&client, change, "enable", "", out)?,
        VersionCommand::Delete { reference, reason, yes } => {
            confirm(&format!("delete {reference} for good?"), *yes)?;
            let change = StateChange { reference: reference.clone(), reason: Some(reason.clone()) };
            delete(&client, &change, out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list_versions(client: &Client, path: &str, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let columns: [list::Column; 6] = [
        ("version", |version| text(version, "version")),
        ("state", |version| text(version, "state")),
        ("channels", |version| {
            let channels = version["channels"].as_array().cloned().unwrap_or_default();
            channels.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
        }),
        ("digest", |version| short(&text(version, "digest"))),
        ("published", |version| time(version, "created_at")),
        ("by", |version| text(version, "created_by")),
    ];
    let name = |version: &Value| text(version, "version");
    list::print(client, &format!("{path}/versions"), (&columns, name), listing, out)
}

fn show(client: &Client, one: &OneVersion, out: &mut Output) -> Result<(), CliError> {
    let selector = one.version.selector.as_ref().map_or_else(|| Selector::Latest.to_string(), Selector::to_string);
    let answer = client.get(&format!("{}/versions/{}", path_of(&one.version), escaped(&selector)))?;
    if one.output == Format::Json {
        return out.json(&answer.value);
    }
    list::object(&answer.value, KEYS, out)?;
    for file in answer.value["files"].as_array().into_iter().flatten() {
        let line =
            format!("file  {}  {} bytes  {}", text(file, "path"), text(file, "size"), short(&text(file, "sha256")));
        out.line(crate::output::safe(&line))?;
    }
    Ok(())
}

fn act(client: &Client, change: &StateChange, action: &str, query: &str, out: &mut Output) -> Result<(), CliError> {
    let version = exact(&change.reference)?;
    let path = format!("{}/versions/{}/{action}{query}", path_of(&change.reference), escaped(&version));
    let body = change.reason.as_ref().map_or_else(|| json!({}), |reason| json!({"reason": reason}));
    report(&client.post(&path, &body)?.value, change, out)
}

fn delete(client: &Client, change: &StateChange, out: &mut Output) -> Result<(), CliError> {
    let version = exact(&change.reference)?;
    let reason = change.reason.as_ref().map(|reason| format!("?reason={}", escaped(reason))).unwrap_or_default();
    let path = format!("{}/versions/{}{reason}", path_of(&change.reference), escaped(&version));
    let answer = client.send(&Method::DELETE, &path, None::<&()>, &Headers::default())?;
    report(&answer.value, change, out)
}

fn report(version: &Value, change: &StateChange, out: &mut Output) -> Result<(), CliError> {
    let affected = version["affected_channels"].as_array().into_iter().flatten();
    let channels: Vec<&str> = affected.filter_map(Value::as_str).collect();
    if !channels.is_empty() {
        notice(format_args!("these channels are affected: {}", channels.join(", ")));
    }
    let reference = &change.reference;
    let name = format!("{}/{}", reference.namespace, reference.model);
    out.line(format!("{name}@{} is {}", text(version, "version"), text(version, "state")))
}
