//! Promote: make a channel serve a version.

use jiff::Timestamp;
use registry_core::channel::{self, Gate, PromoteError, PromoteRequest, Promotion};
use registry_core::version::Version;
use serde_json::{Value, json};

use super::{ChannelCall, Scene, eligible, tagged, unmet};
use crate::api;
use crate::api::channel::Promote;
use crate::service::event::EventKind;
use crate::service::{Answer, Code, Failure, Fault, Outcome, Registry};

/// Makes the channel serve a version; makes the channel when it is not there.
pub(crate) async fn promote(registry: &Registry, call: ChannelCall<'_>, wanted: &Promote) -> Result<Answer, Failure> {
    call.carry_out(registry, |now| decide(registry, call, wanted, now)).await
}

async fn decide(
    registry: &Registry,
    call: ChannelCall<'_>,
    wanted: &Promote,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let scene = Scene::load(registry, call.path).await?;
    scene.check_mover(call.caller)?;
    let version = as_published(&scene, &wanted.version)?;
    let request = PromoteRequest { version, if_match: call.if_match, allow_major: wanted.allow_major };
    let decide = |facts: eligible::Facts<'_>| channel::promote(&scene.history, &request, &scene.policy, facts);
    let promotion = eligible::decide(registry, &scene, decide, |_| vec![request.version.clone()]).await?;
    let new = match promotion.map_err(|error| refused(&error))? {
        Promotion::Unchanged => return Ok(Outcome::Nothing(unchanged(&scene))),
        Promotion::Move(new) => new,
    };
    let moved = scene.record(registry, (call.caller, wanted.reason.as_deref()), new, now).await?;
    let compat = moved.compat.as_ref();
    let answer = api::channel::Promotion {
        changed: true,
        channel: scene.describe(Some(&moved.record)),
        from_version: moved.from.clone(),
        to_version: moved.record.revision.version.clone(),
        revision: moved.record.revision.seq,
        direction: moved.record.revision.direction,
        bump: compat.map(|compat| compat.required_bump),
        consumer_change: compat.map(|compat| compat.consumer_change),
        retraining: compat.map(|compat| compat.retraining),
    };
    let change = scene.append(call.caller, EventKind::ChannelPromoted, &moved);
    Ok(Outcome::Commit(change, tagged(&answer, answer.revision)))
}

/// The number with the build metadata that it was published with; another one is another thing, not this version.
fn as_published(scene: &Scene, wanted: &Version) -> Result<Version, Failure> {
    let Some(record) = scene.version(wanted) else { return Ok(wanted.clone()) };
    let existing = &record.version;
    if !wanted.build().is_empty() && wanted.build() != existing.build() {
        let detail = format!("there is no version {wanted}, but {existing}; build metadata makes no other version");
        return Err(Failure::new(Code::BuildMismatch, detail).with_detail("existing", existing.to_string()));
    }
    Ok(existing.clone())
}

/// The answer when the channel serves that already.
pub(super) fn unchanged(scene: &Scene) -> Answer {
    let channel = scene.describe(scene.head());
    let answer = api::channel::Promotion {
        changed: false,
        from_version: channel.version.clone(),
        to_version: channel.version.clone(),
        revision: channel.revision,
        channel,
        direction: None,
        bump: None,
        consumer_change: None,
        retraining: None,
    };
    tagged(&answer, answer.revision)
}

fn refused(error: &PromoteError) -> Failure {
    let gates = match error {
        PromoteError::Precondition(error) => return unmet(error),
        PromoteError::Refused { gates, .. } => gates,
    };
    let codes: Vec<Value> = gates.iter().map(|gate| json!({"code": gate.code(), "reason": gate.to_string()})).collect();
    Failure::new(Code::PromotionRefused, error.to_string())
        .with_faults(gates.iter().map(fault).collect())
        .with_detail("gates", codes)
}

fn fault(gate: &Gate) -> Fault {
    let hint = match gate {
        Gate::VersionNotFound => "publish it first, or name a version of the model",
        Gate::VersionNotLive(_) => "bring it back to `active`, or name another version",
        Gate::BlobsMissing => "upload the files again",
        Gate::OutsideConstraint(_) => "name a version inside the constraint, or change the policy of the channel",
        Gate::StepTooLarge { .. } => "take a smaller step, or change the policy of the channel",
        Gate::MajorNotAllowed { .. } => "send `allow_major: true` if consumers of the channel are ready for it",
    };
    Fault { place: "/version".to_owned(), reason: gate.to_string(), hint: Some(hint.to_owned()) }
}
