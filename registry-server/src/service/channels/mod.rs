//! Channels: what they serve, and moving them. Every decision is made by the pure functions of
//! `registry_core::channel`; here is what they need to know, and the record of what they decide.

mod clear;
mod compat;
mod eligible;
mod policy;
mod promote;
mod read;
mod rollback;
#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::sync::Arc;

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::channel::{ChannelHistory, ChannelPolicy, NewRevision, PreconditionError};
use registry_core::name::ChannelName;
use registry_core::version::Version;
use registry_store::rows::{Channel, ModelSnapshot, RevisionRecord, VersionRecord};
use registry_store::{Change, NewEvent, StoreError, Write};
use serde_json::{Value, json};

pub(crate) use self::clear::clear;
pub(crate) use self::policy::put_policy;
pub(crate) use self::promote::promote;
pub(crate) use self::read::{channel, channels, revisions};
pub(crate) use self::rollback::{Wanted, roll_back_in, rollback, rollback_target};
use super::access::Authority;
use super::event::{Event, EventKind, Impact, Movement};
use super::{Answer, Caller, Code, Failure, Outcome, Registry, View, new_change};
use crate::api;
use crate::api::channel::{ChannelCompat, ChannelPath};

/// A request to change a channel: who asks, for which one, and whether it is only a question.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChannelCall<'a> {
    /// Who asks.
    pub(crate) caller: &'a Caller,
    /// The channel.
    pub(crate) path: &'a ChannelPath,
    /// The revision that the caller saw.
    pub(crate) if_match: Option<u64>,
    /// Whether to answer what would happen, and to write nothing.
    pub(crate) dry_run: bool,
}

impl ChannelCall<'_> {
    /// Decides and commits, or with a dry run only decides.
    async fn carry_out<D, F>(&self, registry: &Registry, decide: D) -> Result<Answer, Failure>
    where
        D: Fn(Timestamp) -> F,
        F: Future<Output = Result<Outcome, Failure>>,
    {
        if !self.dry_run {
            return registry.change(self.caller, decide).await;
        }
        match decide(registry.store.now().await?).await? {
            Outcome::Commit(_, answer) | Outcome::Nothing(answer) => Ok(answer),
        }
    }
}

/// One channel of a model at one moment.
#[derive(Debug)]
struct Scene {
    snapshot: Arc<View>,
    channel: Channel,
    /// Whether the channel is there; if not, a promotion or a policy makes it.
    exists: bool,
    history: ChannelHistory,
    policy: ChannelPolicy,
}

/// A revision to append, with what it means.
struct Move {
    record: RevisionRecord,
    from: Option<Version>,
    compat: Option<ChannelCompat>,
}

impl Scene {
    /// The channel as it is, or as it would begin.
    async fn load(registry: &Registry, path: &ChannelPath) -> Result<Self, Failure> {
        let snapshot = registry.snapshot(&path.namespace, &path.model).await?;
        Self::of(snapshot, &path.channel)
    }

    fn of(snapshot: Arc<View>, name: &ChannelName) -> Result<Self, Failure> {
        let found = snapshot.channels.iter().find(|channel| channel.name == *name).cloned();
        let exists = found.is_some();
        let channel = found.unwrap_or_else(|| Channel { name: name.clone(), policy: Value::Null, history: Vec::new() });
        let revisions = channel.history.iter().map(|record| record.revision.clone()).collect();
        let policy = read_policy(&channel)?;
        Ok(Self { snapshot, exists, history: ChannelHistory::new(revisions), policy, channel })
    }

    /// The channel, which must be there.
    async fn existing(registry: &Registry, path: &ChannelPath) -> Result<Self, Failure> {
        let scene = Self::load(registry, path).await?;
        if scene.exists { Ok(scene) } else { Err(no_channel(&scene.snapshot, path)) }
    }

    /// Refuses whoever may move channels, but not this one.
    fn check_mover(&self, caller: &Caller) -> Result<(), Failure> {
        let Authority { principal, .. } = &*caller.authority;
        let name = &self.channel.name;
        let may = caller.authority.may_move(name) && self.policy.lets(principal, caller.is_admin());
        if may {
            return Ok(());
        }
        let detail =
            format!("`{principal}` may not move the channel `{name}`: its policy names who may, as `promoters`");
        Err(Failure::new(Code::Forbidden, detail))
    }

    fn version(&self, version: &Version) -> Option<&VersionRecord> {
        self.snapshot.versions.iter().find(|record| record.version == *version)
    }

    fn head(&self) -> Option<&RevisionRecord> {
        self.channel.history.iter().max_by_key(|record| record.revision.seq)
    }

    /// The channel as the wire shows it, when this revision is the last one.
    fn describe(&self, head: Option<&RevisionRecord>) -> api::channel::Channel {
        let version = head.and_then(|head| head.revision.version.as_ref());
        let record = version.and_then(|version| self.version(version));
        api::channel::Channel {
            name: self.channel.name.clone(),
            version: version.cloned(),
            digest: record.map(|record| record.manifest_digest),
            revision: head.map_or(0, |head| head.revision.seq),
            state: record.map(|record| record.status.state),
            policy: self.policy.clone().into(),
            updated_at: head.map(|head| head.created_at),
            updated_by: head.map(|head| head.actor.clone()),
            reason: head.and_then(|head| head.reason.clone()),
        }
    }

    /// The row of a new revision, with the compatibility of the version before with the version after.
    async fn record(
        &self,
        registry: &Registry,
        (caller, reason): (&Caller, Option<&str>),
        new: NewRevision,
        at: Timestamp,
    ) -> Result<Move, Failure> {
        let compat = match (&new.from, &new.revision.version) {
            (Some(from), Some(to)) => compat::between(registry, self, (from, to), at).await?,
            _ => None,
        };
        let record = RevisionRecord {
            revision: new.revision,
            actor: caller.authority.principal.to_string(),
            reason: reason.map(str::trim).filter(|reason| !reason.is_empty()).map(ToOwned::to_owned),
            compat: compat.as_ref().map(value_of),
            created_at: at,
        };
        Ok(Move { record, from: new.from, compat })
    }

    /// The change that appends the revision and tells about it.
    fn append(&self, caller: &Caller, kind: EventKind, moved: &Move) -> Box<Change> {
        let RevisionRecord { revision, actor, reason, compat, created_at } = moved.record.clone();
        let event = Event {
            version: revision.version.clone(),
            reason: reason.clone(),
            before: self.head().map(|head| self.served(head)),
            after: Some(self.served(&moved.record)),
            movement: Movement {
                from_version: moved.from.clone(),
                to_version: revision.version.clone(),
                from_seq: Some(self.history.head_seq()).filter(|seq| *seq > 0),
                to_seq: Some(revision.seq),
            },
            impact: moved.compat.as_ref().map(Impact::from),
            ..self.event(kind)
        };
        let model = self.snapshot.model.id;
        let channel = self.channel.name.clone();
        let write = Write::AppendRevision { model, channel, revision, actor, reason, compat };
        self.change(write, event.by(caller, created_at), created_at)
    }

    fn event(&self, kind: EventKind) -> Event {
        Event {
            model: Some(self.snapshot.model.name.clone()),
            channel: Some(self.channel.name.clone()),
            ..Event::about(kind, &self.snapshot.model.namespace)
        }
    }

    fn change(&self, write: Write, event: NewEvent, at: Timestamp) -> Box<Change> {
        new_change(self.snapshot.model.guard(), at, vec![write], vec![event])
    }

    /// What a revision serves, as an event tells it.
    fn served(&self, record: &RevisionRecord) -> Value {
        let version = record.revision.version.as_ref();
        let digest = version.and_then(|version| self.version(version)).map(|found| found.manifest_digest);
        match (version, digest) {
            (Some(version), Some(digest)) => {
                json!({"revision": record.revision.seq, "version": version, "digest": digest})
            }
            _ => json!({"revision": record.revision.seq}),
        }
    }
}

impl From<&ChannelCompat> for Impact {
    fn from(compat: &ChannelCompat) -> Self {
        Self {
            bump: compat.required_bump,
            retraining: compat.retraining,
            consumer_change: compat.consumer_change,
            policy_digest: compat.policy_digest,
        }
    }
}

/// The entity tag of a revision of a channel.
fn etag(revision: u64) -> String {
    format!("\"{revision}\"")
}

/// The answer with the channel's entity tag.
fn tagged(body: &impl serde::Serialize, revision: u64) -> Answer {
    Answer { etag: Some(etag(revision)), ..Answer::ok(body) }
}

/// The policy as the row has it; a channel that was never given one has none.
fn read_policy(channel: &Channel) -> Result<ChannelPolicy, Failure> {
    if channel.policy.is_null() {
        return Ok(ChannelPolicy::default());
    }
    serde_json::from_value(channel.policy.clone()).map_err(|error| unreadable("policy", &channel.name, &error))
}

fn unreadable(column: &'static str, row: &impl Display, error: &serde_json::Error) -> Failure {
    let (row, reason) = (row.to_string(), error.to_string());
    StoreError::Inconsistent { table: "channels", column, row, reason }.into()
}

fn no_channel(snapshot: &ModelSnapshot, path: &ChannelPath) -> Failure {
    let names: Vec<&str> = snapshot.channels.iter().map(|channel| channel.name.as_str()).collect();
    let ChannelPath { namespace, model, channel } = path;
    let hint = if names.is_empty() { "; it has none: promote a version to make one" } else { "" };
    let detail = format!("the model `{namespace}/{model}` has no channel `{channel}`{hint}");
    Failure::new(Code::ChannelNotFound, detail).with_detail("channels", names)
}

/// What a precondition came to.
fn unmet(error: &PreconditionError) -> Failure {
    match error {
        PreconditionError::StaleRevision { expected, head } => {
            let failure = Failure::new(Code::StaleRevision, error.to_string());
            failure.with_detail("expected", *expected).with_detail("revision", *head)
        }
        PreconditionError::PreconditionRequired(_) => Failure::new(Code::PreconditionRequired, error.to_string()),
    }
}
