//! The policy of a channel.

use std::collections::BTreeSet;

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::channel::{ChannelPolicy, PreconditionError};
use registry_core::name::PrincipalName;
use registry_store::Write;

use super::{ChannelCall, Scene, tagged, unmet};
use crate::api;
use crate::service::event::{Event, EventKind};
use crate::service::{Answer, Code, Failure, Outcome, Registry};

/// Replaces the policy; makes the channel when it is not there. What the channel serves stays: the policy speaks about
/// the next move.
pub(crate) async fn put_policy(
    registry: &Registry,
    call: ChannelCall<'_>,
    wanted: &api::channel::ChannelPolicy,
) -> Result<Answer, Failure> {
    check(wanted)?;
    call.carry_out(registry, |now| decide(registry, call, wanted, now)).await
}

async fn decide(
    registry: &Registry,
    call: ChannelCall<'_>,
    wanted: &api::channel::ChannelPolicy,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let mut scene = Scene::load(registry, call.path).await?;
    check_precondition(&scene, call.if_match)?;
    let before = scene.exists.then(|| api::channel::ChannelPolicy::from(scene.policy.clone()));
    scene.policy = wanted.clone().into();
    let channel = scene.describe(scene.head());
    let answer = tagged(&channel, channel.revision);
    if before.as_ref() == Some(wanted) {
        return Ok(Outcome::Nothing(answer));
    }
    let known = before.as_ref().and_then(|before| before.promoters.as_ref());
    check_promoters(registry, wanted, known).await?;
    let event = Event {
        before: before.as_ref().map(value_of),
        after: Some(value_of(wanted)),
        ..scene.event(EventKind::ChannelPolicyUpdated)
    };
    let policy = value_of(&ChannelPolicy::from(wanted.clone()));
    let write = Write::SetChannelPolicy { model: scene.snapshot.model.id, channel: scene.channel.name.clone(), policy };
    Ok(Outcome::Commit(scene.change(write, event.by(call.caller, now), now), answer))
}

/// A name with a slip would leave the channel to fewer than was meant, or to the admins alone.
async fn check_promoters(
    registry: &Registry,
    wanted: &api::channel::ChannelPolicy,
    known: Option<&BTreeSet<PrincipalName>>,
) -> Result<(), Failure> {
    let is_new = |name: &&PrincipalName| !known.is_some_and(|known| known.contains(*name));
    for name in wanted.promoters.iter().flatten().filter(is_new) {
        if registry.store.principal(name).await?.is_none() {
            let detail = format!("`promoters` names `{name}`, and there is no such principal");
            return Err(Failure::new(Code::InvalidPolicy, detail));
        }
    }
    Ok(())
}

fn check(wanted: &api::channel::ChannelPolicy) -> Result<(), Failure> {
    // Clients that cannot tell an empty list from none would lift the protection with the next change.
    if wanted.promoters.as_ref().is_some_and(BTreeSet::is_empty) {
        let detail = "`promoters` is empty: name those who may move the channel, such as one admin to leave it to the \
                      admins, or leave it out for every promoter";
        return Err(Failure::new(Code::InvalidPolicy, detail));
    }
    match &wanted.constraint {
        Some(constraint) if constraint.is_empty() => {
            let detail = format!("no version can ever lie in `{constraint}`; write a range such as `^2`");
            Err(Failure::new(Code::InvalidPolicy, detail))
        }
        _ => Ok(()),
    }
}

/// Where a move must say which revision it saw, a new policy must, too.
fn check_precondition(scene: &Scene, if_match: Option<u64>) -> Result<(), Failure> {
    let head = scene.history.head_seq();
    let error = match if_match {
        Some(expected) if expected != head => PreconditionError::StaleRevision { expected, head },
        None if scene.policy.require_if_match => PreconditionError::PreconditionRequired(
            "this channel asks for the revision that you saw; send it as If-Match",
        ),
        _ => return Ok(()),
    };
    Err(unmet(&error))
}
