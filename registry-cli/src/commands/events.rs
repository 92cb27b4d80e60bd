//! `registry events`: what happened in a namespace.

use std::process::ExitCode;

use registry_client::types::Event;
use serde_json::Value;

use super::list::{self, Page, page, time};
use crate::args::Events;
use crate::client::Api;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::Output;

/// What an event is about; a move of a channel names the channel too.
fn subject(event: &Event) -> String {
    match data(event, &["resource", "channel"]) {
        channel if channel.is_empty() => event.subject.clone(),
        channel => format!("{} in {channel}", event.subject),
    }
}

/// What the data of an event hold under one key inside another, empty where there is nothing.
fn data(event: &Event, keys: &[&str]) -> String {
    let Some((first, rest)) = keys.split_first() else { return String::new() };
    let found = event.data.get(*first).and_then(|value| rest.iter().try_fold(value, |value, key| value.get(key)));
    match found {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

pub(super) fn run(args: &Events, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let columns: [list::Column<Event>; 6] = [
        ("seq", |event| data(event, &["seq"])),
        ("time", |event| time(event.time)),
        ("what", |event| event.type_.trim_start_matches("registry.").trim_end_matches(".v1").to_owned()),
        ("subject", subject),
        ("who", |event| data(event, &["actor", "id"])),
        ("reason", |event| data(event, &["reason"])),
    ];
    // The number is what --after takes.
    let name = |event: &Event| data(event, &["seq"]);
    let send = async |api: &Api, page: &Page| {
        page!(api.list_events().namespace(args.namespace.as_str()).after(args.after), page)
    };
    list::print(&target.client()?, &send, (&columns, name), &args.listing, out)?;
    Ok(ExitCode::SUCCESS)
}
