//! `registry version`: list and show versions, and change their state.

use std::process::ExitCode;

use registry_client::ResponseValue;
use registry_client::types::{StateChange as Body, Version};
use registry_core::reference::Reference;
use registry_core::selector::Selector;
use serde_json::json;

use super::list::{self, Page, page, short, time};
use crate::args::{Format, Listing, OneVersion, VersionCommand};
use crate::client::context::Target;
use crate::client::reference::{about, exact};
use crate::client::{Api, Client};
use crate::error::CliError;
use crate::output::{Output, confirm, notice, safe};

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

/// Changes the state of one version, by the operation of this name and what is added to it.
macro_rules! act {
    ($client:expr, $change:expr, $operation:ident $(. $option:ident($value:expr))*) => {{
        let (version, body) = (exact(&$change.reference)?, Body { reason: $change.reason.clone() });
        $client.post(async |api, key| {
            let request = about!(api.$operation(), $change.reference).version(&version)$(.$option($value))*;
            request.idempotency_key(key).body(body.clone()).send().await
        })
    }};
}

pub(super) fn run(command: &VersionCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let (changed, change) = match command {
        VersionCommand::List { model, listing } => {
            list_versions(&client, model, listing, out)?;
            return Ok(ExitCode::SUCCESS);
        }
        VersionCommand::Show(one) => {
            show(&client, one, out)?;
            return Ok(ExitCode::SUCCESS);
        }
        VersionCommand::Yank { change, force, rollback_channels } => {
            (act!(client, change, yank_version.force(*force).rollback_channels(*rollback_channels)), change)
        }
        VersionCommand::Unyank(change) => (act!(client, change, unyank_version), change),
        VersionCommand::Deprecate(change) => (act!(client, change, deprecate_version), change),
        VersionCommand::Undeprecate(change) => (act!(client, change, undeprecate_version), change),
        VersionCommand::Disable(change) => (act!(client, change, disable_version), change),
        VersionCommand::Enable(change) => (act!(client, change, enable_version), change),
        VersionCommand::Delete { reference, reason, yes } => {
            confirm(&format!("delete {reference} for good?"), *yes)?;
            report(&delete(&client, reference, reason)?, reference, out)?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    report(&*changed?, &change.reference, out)?;
    Ok(ExitCode::SUCCESS)
}

fn list_versions(client: &Client, model: &Reference, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let columns: [list::Column<Version>; 6] = [
        ("version", |version| version.version.clone()),
        ("state", state),
        ("channels", |version| version.channels.join(",")),
        ("digest", |version| short(&version.digest)),
        ("published", |version| time(version.created_at)),
        ("by", |version| version.created_by.clone()),
    ];
    let name = |version: &Version| version.version.clone();
    let send = async |api: &Api, page: &Page| page!(about!(api.list_versions(), model), page);
    list::print(client, &send, (&columns, name), listing, out)
}

/// The state, and whether the version has unsafe files.
fn state(version: &Version) -> String {
    let mark = if version.unsafe_.is_empty() { "" } else { " (unsafe)" };
    format!("{}{mark}", version.state)
}

fn show(client: &Client, one: &OneVersion, out: &mut Output) -> Result<(), CliError> {
    let selector = one.version.selector.as_ref().map_or_else(|| Selector::Latest.to_string(), Selector::to_string);
    let version = client.get(async |api| about!(api.get_version(), one.version).version(&selector).send().await)?;
    if one.output == Format::Json {
        return out.json(&json!(*version));
    }
    list::object(&*version, KEYS, out)?;
    for file in &version.files {
        let line = format!("file  {}  {} bytes  {}", file.path, file.size, short(&file.sha256));
        out.line(safe(&line))?;
    }
    for found in &version.unsafe_ {
        out.line(safe(&format!("unsafe  {}  {}", found.path, found.reason)))?;
    }
    Ok(())
}

fn delete(client: &Client, reference: &Reference, reason: &str) -> Result<Version, CliError> {
    let version = exact(reference)?;
    let deleted =
        client.once(async |api| about!(api.delete_version(), reference).version(&version).reason(reason).send().await);
    deleted.map(ResponseValue::into_inner)
}

fn report(version: &Version, reference: &Reference, out: &mut Output) -> Result<(), CliError> {
    if !version.affected_channels.is_empty() {
        notice(format_args!("these channels are affected: {}", version.affected_channels.join(", ")));
    }
    out.line(format!("{}/{}@{} is {}", reference.namespace, reference.model, version.version, version.state))
}
