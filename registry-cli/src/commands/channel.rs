//! `registry channel`: list and show channels, their history and their policy.

use std::process::ExitCode;

use jiff::Timestamp;
use registry_client::ResponseValue;
use registry_client::types::{Channel, ChannelPolicy, ChannelRevision, Clear};
use registry_core::name::ChannelName;
use registry_core::reference::Reference;

use super::list::{self, Page, page, text, time};
use crate::args::{ChannelCommand, Listing, Promoters};
use crate::client::context::Target;
use crate::client::reference::about;
use crate::client::{Api, Client, entity_tag};
use crate::error::CliError;
use crate::output::{Output, confirm, notice};

const KEYS: &[&str] =
    &["name", "version", "state", "digest", "revision", "policy", "updated_at", "updated_by", "reason"];

pub(super) fn run(command: &ChannelCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        ChannelCommand::List { model, listing } => list_channels(&client, model, listing, out)?,
        ChannelCommand::Show { model, channel, at, output } => {
            list::one(&show(&client, model, channel, *at)?, KEYS, *output, out)?;
        }
        ChannelCommand::History { model, channel, listing } => history(&client, model, channel, listing, out)?,
        ChannelCommand::Policy {
            model,
            channel,
            constraint,
            largest_step,
            allow_major,
            require_if_match,
            promoters,
        } => {
            // What is not named stays as it is, so it must still be what was read.
            let (mut policy, seen) = policy_of(&client, model, channel)?;
            policy.allow_major = allow_major.unwrap_or(policy.allow_major);
            policy.require_if_match = require_if_match.unwrap_or(policy.require_if_match);
            policy.constraint = constraint.clone().or(policy.constraint);
            policy.largest_step = largest_step.clone().unwrap_or(policy.largest_step);
            policy.promoters = promoters.as_ref().map_or(policy.promoters, names);
            let set = set_policy(&client, model, channel, &policy, seen)?;
            if seen.is_none() {
                notice(format_args!("`{channel}` is a new channel of the model; `registry channel list` shows all"));
            }
            list::object(&set, KEYS, out)?;
        }
        ChannelCommand::Clear { model, channel, reason, yes } => {
            let before = show(&client, model, channel, None)?;
            confirm(&format!("let {channel} serve nothing instead of {}?", text(before.version.as_ref())), *yes)?;
            let body = Clear { reason: reason.clone() };
            let cleared = client.post(async |api, key| {
                let request = about!(api.clear_channel(), model).channel(channel.as_str()).idempotency_key(key);
                // What was shown is what is cleared.
                request.if_match(entity_tag(before.revision)).body(body.clone()).send().await
            })?;
            out.line(format!("{channel}: serves nothing (revision {})", cleared.revision))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Promoters as the API has them; none is every promoter.
fn names(Promoters(promoters): &Promoters) -> Option<Vec<String>> {
    (!promoters.is_empty()).then(|| promoters.iter().map(ToString::to_string).collect())
}

fn show(client: &Client, model: &Reference, channel: &ChannelName, at: Option<Timestamp>) -> Result<Channel, CliError> {
    let found = client.get(async |api| {
        let request = about!(api.get_channel(), model).channel(channel.as_str());
        match at {
            Some(at) => request.at(at).send().await,
            None => request.send().await,
        }
    });
    found.map(ResponseValue::into_inner)
}

/// The policy of a channel, and the revision that it was read at; a channel that is not there yet has none.
fn policy_of(
    client: &Client,
    model: &Reference,
    channel: &ChannelName,
) -> Result<(ChannelPolicy, Option<u64>), CliError> {
    match show(client, model, channel, None) {
        Ok(channel) => Ok((channel.policy, Some(channel.revision))),
        Err(CliError::Problem(problem)) if problem.code() == "channel-not-found" => {
            Ok((ChannelPolicy::default(), None))
        }
        Err(error) => Err(error),
    }
}

fn set_policy(
    client: &Client,
    model: &Reference,
    channel: &ChannelName,
    policy: &ChannelPolicy,
    revision: Option<u64>,
) -> Result<Channel, CliError> {
    let set = client.once(async |api| {
        let request = about!(api.set_channel_policy(), model).channel(channel.as_str()).body(policy.clone());
        match revision {
            Some(revision) => request.if_match(entity_tag(revision)).send().await,
            None => request.send().await,
        }
    });
    set.map(ResponseValue::into_inner)
}

fn list_channels(client: &Client, model: &Reference, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let columns: [list::Column<Channel>; 5] = [
        ("channel", |channel| channel.name.clone()),
        ("version", |channel| text(channel.version.as_ref())),
        ("state", |channel| text(channel.state.as_ref())),
        ("revision", |channel| channel.revision.to_string()),
        ("since", |channel| channel.updated_at.map(time).unwrap_or_default()),
    ];
    let name = |channel: &Channel| channel.name.clone();
    let send = async |api: &Api, page: &Page| page!(about!(api.list_channels(), model), page);
    list::print(client, &send, (&columns, name), listing, out)
}

fn history(
    client: &Client,
    model: &Reference,
    channel: &ChannelName,
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    let columns: [list::Column<ChannelRevision>; 6] = [
        ("revision", |revision| revision.seq.to_string()),
        ("what", |revision| revision.kind.clone()),
        ("version", |revision| text(revision.version.as_ref())),
        ("when", |revision| time(revision.created_at)),
        ("who", |revision| revision.actor.clone()),
        ("reason", |revision| text(revision.reason.as_ref())),
    ];
    let name = |revision: &ChannelRevision| revision.seq.to_string();
    let send = async |api: &Api, page: &Page| {
        page!(about!(api.list_channel_revisions(), model).channel(channel.as_str()), page)
    };
    list::print(client, &send, (&columns, name), listing, out)
}
