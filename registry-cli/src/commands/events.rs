//! `registry events`: what happened in a namespace.

use std::process::ExitCode;

use serde_json::Value;

use super::list::{self, text, time};
use crate::args::Events;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::Output;

/// What an event is about; a move of a channel names the channel too.
fn subject(event: &Value) -> String {
    let subject = text(event, "subject");
    match event["data"]["resource"]["channel"].as_str() {
        Some(channel) => format!("{subject} in {channel}"),
        None => subject,
    }
}

pub(super) fn run(args: &Events, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let path = format!("/api/v1/events?namespace={}&after={}", args.namespace, args.after);
    let columns: [list::Column; 6] = [
        ("seq", |event| text(&event["data"], "seq")),
        ("time", |event| time(event, "time")),
        ("what", |event| text(event, "type").trim_start_matches("registry.").trim_end_matches(".v1").to_owned()),
        ("subject", subject),
        ("who", |event| text(&event["data"]["actor"], "id")),
        ("reason", |event| text(&event["data"], "reason")),
    ];
    // The number is what --after takes.
    let name = |event: &Value| text(&event["data"], "seq");
    list::print(&target.client()?, &path, (&columns, name), &args.listing, out)?;
    Ok(ExitCode::SUCCESS)
}
