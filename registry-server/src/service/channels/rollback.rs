//! Roll back: make a channel serve the most recent earlier, different and still eligible version of its own history.

use std::sync::Arc;

use jiff::Timestamp;
use registry_core::channel::{self, Rollback, RollbackError, RollbackRequest, Target};
use registry_core::name::ChannelName;
use registry_core::version::Version;
use registry_store::{NewEvent, Write};

use super::{ChannelCall, Move, Scene, compat, eligible, etag, tagged, unmet};
use crate::api;
use crate::api::channel::{ChannelPath, RollbackDone, RollbackPlan};
use crate::service::event::EventKind;
use crate::service::{Answer, Caller, Code, Failure, Outcome, Registry, View};

/// Rolls the channel back. A reason and a precondition are needed: a bare retry could undo twice.
pub(crate) async fn rollback(
    registry: &Registry,
    call: ChannelCall<'_>,
    wanted: &api::channel::Rollback,
) -> Result<Answer, Failure> {
    let request = RollbackRequest {
        target: target(wanted.to_version.as_ref(), wanted.to_revision)?,
        expected_version: wanted.expected_version.clone(),
        strict: wanted.strict,
        if_match: call.if_match,
        has_idempotency_key: call.caller.idempotency.is_some(),
        reason: wanted.reason.clone(),
    };
    call.carry_out(registry, |now| decide(registry, call, &request, now)).await
}

/// Where a rollback leads now, by the same decision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    /// A version that the channel has served.
    pub(crate) to_version: Option<Version>,
    /// A revision of the channel.
    pub(crate) to_revision: Option<u64>,
    /// Whether to refuse when the nearest target is not eligible.
    pub(crate) strict: bool,
}

/// Says where a rollback would lead, and writes nothing. The entity tag is the revision to send as `If-Match`.
pub(crate) async fn rollback_target(
    registry: &Registry,
    path: &ChannelPath,
    wanted: &Wanted,
) -> Result<Answer, Failure> {
    let scene = Scene::existing(registry, path).await?;
    let request = RollbackRequest {
        target: target(wanted.to_version.as_ref(), wanted.to_revision)?,
        expected_version: None,
        strict: wanted.strict,
        if_match: Some(scene.history.head_seq()),
        has_idempotency_key: false,
        reason: "a question".to_owned(),
    };
    let Landing { rollback, version, restored_seq } = land(registry, &scene, &request).await?;
    let now = registry.store.now().await?;
    let compat = match &rollback.new.from {
        Some(from) => compat::between(registry, &scene, (from, &version), now).await?,
        None => None,
    };
    let plan = RollbackPlan {
        channel: path.channel.clone(),
        revision: scene.history.head_seq(),
        from_version: rollback.new.from,
        to_version: version,
        restored_seq,
        skipped: rollback.skipped.into_iter().map(Into::into).collect(),
        lost: compat.map(|compat| compat.lost).unwrap_or_default(),
    };
    Ok(Answer { etag: Some(etag(plan.revision)), ..Answer::ok(&plan) })
}

async fn decide(
    registry: &Registry,
    call: ChannelCall<'_>,
    request: &RollbackRequest,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let scene = Scene::existing(registry, call.path).await?;
    scene.check_mover(call.caller)?;
    let Landing { rollback, version, restored_seq } = land(registry, &scene, request).await?;
    let Rollback { new, skipped } = rollback;
    let moved = scene.record(registry, (call.caller, Some(&request.reason)), new, now).await?;
    let answer = RollbackDone {
        channel: scene.describe(Some(&moved.record)),
        from_version: moved.from.clone(),
        to_version: version,
        revision: moved.record.revision.seq,
        restored_seq,
        skipped: skipped.into_iter().map(Into::into).collect(),
        lost: lost(&moved),
    };
    let change = scene.append(call.caller, EventKind::ChannelRolledBack, &moved);
    Ok(Outcome::Commit(change, tagged(&answer, answer.revision)))
}

fn lost(moved: &Move) -> Vec<String> {
    moved.compat.as_ref().map(|compat| compat.lost.clone()).unwrap_or_default()
}

/// Where a rollback leads.
struct Landing {
    rollback: Rollback,
    version: Version,
    restored_seq: u64,
}

async fn land(registry: &Registry, scene: &Scene, request: &RollbackRequest) -> Result<Landing, Failure> {
    let decide = |facts: eligible::Facts<'_>| channel::rollback(&scene.history, request, &scene.policy, facts);
    let decision = eligible::decide(registry, scene, decide, relied_on).await?;
    let rollback = decision.map_err(|error| refused(&error))?;
    let revision = &rollback.new.revision;
    let (Some(version), Some(restored_seq)) = (revision.version.clone(), revision.restored_seq) else {
        return Err(Failure::new(Code::Internal, "a rollback led to no version"));
    };
    Ok(Landing { rollback, version, restored_seq })
}

/// The versions that a decision calls eligible.
fn relied_on(decision: &Result<Rollback, RollbackError>) -> Vec<Version> {
    match decision {
        Ok(rollback) => rollback.new.revision.version.iter().cloned().collect(),
        Err(RollbackError::NeedsTarget { candidates, .. }) => candidates.clone(),
        Err(RollbackError::TargetChanged { actual, .. }) => vec![actual.clone()],
        Err(_) => Vec::new(),
    }
}

fn target(version: Option<&Version>, revision: Option<u64>) -> Result<Target, Failure> {
    match (version, revision) {
        (None, None) => Ok(Target::Previous),
        (Some(version), None) => Ok(Target::Version(version.clone())),
        (None, Some(revision)) => Ok(Target::Revision(revision)),
        (Some(_), Some(_)) => {
            Err(Failure::new(Code::InvalidBody, "`to_version` and `to_revision` both name a target; send one of them"))
        }
    }
}

fn refused(error: &RollbackError) -> Failure {
    let failure = |code| Failure::new(code, error.to_string());
    match error {
        RollbackError::ReasonRequired => failure(Code::ReasonRequired),
        RollbackError::Precondition(error) => unmet(error),
        RollbackError::NoTarget { skipped } => listing(failure(Code::NoRollbackTarget), skipped),
        RollbackError::TargetNotEligible { skipped } => listing(failure(Code::RollbackTargetNotEligible), skipped),
        RollbackError::NeedsTarget { served, candidates } => failure(Code::RollbackNeedsTarget)
            .with_detail("served", served.to_string())
            .with_detail("candidates", candidates.iter().map(ToString::to_string).collect::<Vec<_>>()),
        RollbackError::TargetChanged { expected, actual } => failure(Code::RollbackTargetChanged)
            .with_detail("expected", expected.to_string())
            .with_detail("actual", actual.to_string()),
        RollbackError::NeverOnChannel { wanted } => {
            failure(Code::NeverOnChannel).with_detail("wanted", wanted.as_str())
        }
        RollbackError::AlreadyServed { version } => {
            failure(Code::AlreadyServed).with_detail("version", version.to_string())
        }
    }
}

fn listing(failure: Failure, skipped: &[channel::Skipped]) -> Failure {
    failure.with_detail("skipped", registry_core::canonical::value_of(&skipped))
}

/// What becomes of one channel in a change that is about a version.
pub(crate) struct RolledBack {
    /// The rows.
    pub(crate) writes: Vec<Write>,
    /// The events.
    pub(crate) events: Vec<NewEvent>,
}

/// Rolls one channel back inside another change, on the snapshot that the change was decided on and will leave behind.
pub(crate) async fn roll_back_in(
    registry: &Registry,
    view: Arc<View>,
    (caller, channel): (&Caller, &ChannelName),
    request: &RollbackRequest,
    now: Timestamp,
) -> Result<RolledBack, Failure> {
    let scene = Scene::of(view, channel)?;
    scene.check_mover(caller)?;
    let Landing { rollback, .. } = land(registry, &scene, request).await?;
    let moved = scene.record(registry, (caller, Some(&request.reason)), rollback.new, now).await?;
    let change = scene.append(caller, EventKind::ChannelRolledBack, &moved);
    Ok(RolledBack { writes: change.writes, events: change.events })
}
