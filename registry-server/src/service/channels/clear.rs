//! Clear: make a channel serve nothing.

use jiff::Timestamp;
use registry_core::channel::{self, Promotion};

use super::promote::unchanged;
use super::{ChannelCall, Scene, tagged, unmet};
use crate::api;
use crate::api::channel::Clear;
use crate::service::event::EventKind;
use crate::service::{Answer, Failure, Outcome, Registry};

/// Empties the channel; its history stays, and a rollback restores what it served.
pub(crate) async fn clear(registry: &Registry, call: ChannelCall<'_>, wanted: &Clear) -> Result<Answer, Failure> {
    call.carry_out(registry, |now| decide(registry, call, wanted, now)).await
}

async fn decide(
    registry: &Registry,
    call: ChannelCall<'_>,
    wanted: &Clear,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let scene = Scene::existing(registry, call.path).await?;
    scene.check_mover(call.caller)?;
    let cleared = channel::clear(&scene.history, call.if_match, &scene.policy).map_err(|error| unmet(&error))?;
    let Promotion::Move(new) = cleared else {
        return Ok(Outcome::Nothing(unchanged(&scene)));
    };
    let moved = scene.record(registry, (call.caller, wanted.reason.as_deref()), new, now).await?;
    let answer = api::channel::Promotion {
        changed: true,
        channel: scene.describe(Some(&moved.record)),
        from_version: moved.from.clone(),
        to_version: None,
        revision: moved.record.revision.seq,
        direction: None,
        bump: None,
        consumer_change: None,
        retraining: None,
    };
    let change = scene.append(call.caller, EventKind::ChannelCleared, &moved);
    Ok(Outcome::Commit(change, tagged(&answer, answer.revision)))
}
