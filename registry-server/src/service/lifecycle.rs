//! Changing the state of a version. Which state may follow which is decided by `registry_core::lifecycle`.

use std::sync::Arc;

use jiff::Timestamp;
use registry_core::channel::{ChannelHistory, RollbackRequest, Target};
use registry_core::lifecycle::{Holds, Life, Stage, Transition};
use registry_core::name::ChannelName;
use registry_core::publish::Refusal;
use registry_core::state::VersionState;
use registry_core::version::Version;
use registry_store::rows::{ModelSnapshot, VersionRecord, VersionStatus};
use registry_store::{Change, Write};
use serde_json::json;

use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, ModelRef, Outcome, Registry, View, channels, new_change, versions};

/// What is to be done to a version.
#[derive(Debug, Clone)]
pub(crate) struct StateRequest {
    pub(crate) version: Version,
    pub(crate) transition: Transition,
    pub(crate) reason: Option<String>,
    pub(crate) options: StateOptions,
}

/// How far it may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StateOptions {
    /// Answers what would be done, and writes nothing.
    pub(crate) dry_run: bool,
    /// Yanks although channels serve the version; they keep serving it.
    pub(crate) force: bool,
    /// Rolls back the channels that serve the version, in the same commit.
    pub(crate) rollback_channels: bool,
}

/// Changes the state of a version.
pub(crate) async fn change(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    request: &StateRequest,
) -> Result<Answer, Failure> {
    let reason = request.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if request.transition.needs_reason() && reason.is_none() {
        let detail = format!("to {} a version needs a reason: consumers will ask", request.transition.as_str());
        return Err(Failure::new(Code::ReasonRequired, detail));
    }
    let state_change = StateChange { registry, caller, model, request, reason };
    if request.options.dry_run {
        return match state_change.decide(registry.store.now().await?).await? {
            Outcome::Commit(_, answer) | Outcome::Nothing(answer) => Ok(answer),
        };
    }
    registry.change(caller, |now| state_change.decide(now)).await
}

struct StateChange<'a> {
    registry: &'a Registry,
    caller: &'a Caller,
    model: ModelRef<'a>,
    request: &'a StateRequest,
    reason: Option<&'a str>,
}

impl StateChange<'_> {
    async fn decide(&self, now: Timestamp) -> Result<Outcome, Failure> {
        let ModelRef { namespace, model } = self.model;
        let snapshot = self.registry.snapshot(namespace, model).await?;
        let record = versions::find(&snapshot, &self.request.version)?;
        let life = self.next(record)?;
        if life.now.state.is_live() && !record.status.state.is_live() {
            let judged = self.registry.bring_back(&snapshot, &record.version, now).await?;
            judged.map_err(|refusal| returns_to_a_lie(&record.version, *refusal))?;
        }
        let heads = holding(&snapshot, Holds::Head, &record.version);
        self.check_use(&snapshot, record)?;
        let Life { now: Stage { state, reason }, before } = life;
        let status = VersionStatus { state, reason, before, ..record.status.clone() };
        let mut change = self.change_of(&snapshot, record, &status, now);
        if self.request.options.rollback_channels {
            self.roll_back(&snapshot, &heads, &mut change).await?;
        }
        let after = foretold(&snapshot, &change)?;
        let mut body = versions::described(self.registry, &after, &record.version).await?;
        body.affected_channels = Some(heads);
        Ok(Outcome::Commit(change, Answer::ok(&body)))
    }

    fn next(&self, record: &VersionRecord) -> Result<Life, Failure> {
        let VersionStatus { state, reason, before, .. } = record.status.clone();
        let life = Life { now: Stage { state, reason }, before };
        self.request.transition.apply(&life, self.reason).map_err(|error| {
            let code = if state == VersionState::Deleted { Code::VersionDeleted } else { Code::InvalidState };
            Failure::new(code, format!("{}: {error}", record.version)).with_detail("state", state.as_str())
        })
    }

    /// What channels hold on to stays, unless the caller says what becomes of them.
    fn check_use(&self, snapshot: &ModelSnapshot, record: &VersionRecord) -> Result<(), Failure> {
        let Some(holds) = self.request.transition.held_by() else { return Ok(()) };
        let options = self.request.options;
        if holds == Holds::Head && (options.force || options.rollback_channels) {
            return Ok(());
        }
        let channels = holding(snapshot, holds, &record.version);
        if channels.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = channels.iter().map(ToString::to_string).collect();
        let version = &record.version;
        let detail = match holds {
            Holds::Head => format!(
                "{version} is served by `{}`; roll the channel back in the same step, or force the yank to leave it there",
                names.join("`, `")
            ),
            Holds::RollbackWindow => {
                format!(
                    "{version} is served by `{0}`, or `{0}` may roll back to it; disable it instead",
                    names.join("`, `")
                )
            }
        };
        Err(Failure::new(Code::VersionInUse, detail).with_detail("channels", names))
    }

    fn change_of(
        &self,
        snapshot: &ModelSnapshot,
        record: &VersionRecord,
        status: &VersionStatus,
        now: Timestamp,
    ) -> Box<Change> {
        let shown = |status: &VersionStatus| match &status.reason {
            Some(reason) => json!({"state": status.state, "reason": reason}),
            None => json!({"state": status.state}),
        };
        let event = Event {
            model: Some(self.model.model.clone()),
            version: Some(record.version.clone()),
            reason: self.reason.map(ToOwned::to_owned),
            before: Some(shown(&record.status)),
            after: Some(shown(status)),
            ..Event::about(kind_of(self.request.transition), self.model.namespace)
        };
        let write = Write::SetVersionStatus { version: record.id, status: status.clone() };
        new_change(snapshot.model.guard(), now, vec![write], vec![event.by(self.caller, now)])
    }

    /// Rolls back every channel that serves the version: all of them, or none and no change of state either.
    async fn roll_back(&self, view: &View, heads: &[ChannelName], change: &mut Change) -> Result<(), Failure> {
        for name in heads {
            let request = RollbackRequest {
                target: Target::Previous,
                expected_version: None,
                strict: false,
                if_match: None,
                // The guard of the model's revision tells this request from a retry of itself.
                has_idempotency_key: true,
                reason: self.reason.unwrap_or_default().to_owned(),
            };
            let after = Arc::new(foretold(view, change)?);
            let moved = channels::roll_back_in(self.registry, after, (self.caller, name), &request, change.at).await?;
            change.writes.extend(moved.writes);
            change.events.extend(moved.events);
        }
        Ok(())
    }
}

/// What was published while the version was away was not judged against it.
fn returns_to_a_lie(version: &Version, Refusal { code, verdict }: Refusal) -> Failure {
    let reason = verdict.violations().next().map(|change| change.message.clone()).unwrap_or_default();
    let number = verdict.smallest_acceptable.as_ref().map_or_else(|| "another number".to_owned(), ToString::to_string);
    let code = Code::from_name(code).unwrap_or(Code::ReturnConflict);
    let detail = format!(
        "{version} cannot come back into its line: {reason}; publish its files as {number}, or take away what it conflicts \
         with"
    );
    Failure::new(code, detail).with_verdict(verdict)
}

fn holding(snapshot: &ModelSnapshot, holds: Holds, version: &Version) -> Vec<ChannelName> {
    let histories: Vec<(&ChannelName, ChannelHistory)> =
        snapshot.channels.iter().map(|channel| (&channel.name, versions::history(channel))).collect();
    let histories = histories.iter().map(|(name, history)| (*name, history));
    holds.channels(version, histories).into_iter().cloned().collect()
}

/// The model as the change will leave it.
fn foretold(view: &View, change: &Change) -> Result<View, Failure> {
    let elsewhere = || Failure::new(Code::Internal, "a change was decided on another state of the model");
    view.after(change).map(View::new).ok_or_else(elsewhere)
}

fn kind_of(transition: Transition) -> EventKind {
    match transition {
        Transition::Yank => EventKind::VersionYanked,
        Transition::Unyank => EventKind::VersionUnyanked,
        Transition::Deprecate => EventKind::VersionDeprecated,
        Transition::Undeprecate => EventKind::VersionUndeprecated,
        Transition::Disable => EventKind::VersionDisabled,
        Transition::Enable => EventKind::VersionEnabled,
        Transition::Delete => EventKind::VersionDeleted,
    }
}
