//! `registry events`: what happened in a namespace.

use std::process::ExitCode;

use registry_client::types::Event;
use serde_json::Value;

use super::list::{self, Page, page, time};
use crate::args::Events;
use crate::client::Api;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::{Output, notice};

/// What an event is about; a move of a channel names the channel too, and what was given or taken, to or from whom.
fn subject(event: &Event) -> String {
    let subject = match data(event, &["resource", "channel"]) {
        channel if channel.is_empty() => event.subject.clone(),
        channel => format!("{} in {channel}", event.subject),
    };
    match data(event, &["resource", "principal"]) {
        principal if principal.is_empty() => subject,
        principal => format!("{principal} in {subject}"),
    }
}

/// Why, and of an attempt that was refused what was tried.
fn reason(event: &Event) -> String {
    let (reason, operation) = (data(event, &["reason"]), data(event, &["operation"]));
    if operation.is_empty() {
        return reason;
    }
    // The subject says where; what follows the names of the place says what.
    let (method, path) = operation.split_once(' ').unwrap_or_default();
    let places =
        ["/api/v1", "/namespaces/{namespace}", "/models/{model}", "/versions/{version}", "/channels/{channel}"];
    let what = places
        .iter()
        .fold(path, |path, place| path.strip_prefix(place).filter(|rest| !rest.is_empty()).unwrap_or(path));
    format!("tried {method} {}: {reason}", what.trim_start_matches('/'))
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
        ("reason", reason),
    ];
    // The number is what --after takes.
    let name = |event: &Event| data(event, &["seq"]);
    let limit = args.listing.limit;
    let send = async |api: &Api, page: &Page| {
        let request = api.list_events().namespace(args.namespace.as_str());
        let request = match args.after {
            Some(after) => request.after(after),
            None => request.last(u64::from(limit)),
        };
        page!(request, page)
    };
    let (events, more) = list::fetch(&target.client()?, &send, limit)?;
    list::show(&events, (&columns, name), &args.listing, out)?;
    let has_older = args.after.is_none() && events.first().is_some_and(|event| name(event) != "1");
    if has_older {
        notice(format_args!(
            "only the newest {limit} are shown; --limit shows more, and --after 0 begins with the first"
        ));
    } else if more && args.after.is_some() {
        notice(format_args!("only the first {limit} are shown; --limit shows more"));
    }
    Ok(ExitCode::SUCCESS)
}
