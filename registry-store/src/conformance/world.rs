//! One model in one namespace, and the changes that checks make to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use registry_core::channel::{ChannelRevision, Direction, RevisionKind};
use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Version;
use serde_json::json;
use uuid::Uuid;

use super::{Failure, Outcome, ensure_eq, fixtures, found};
use crate::change::{Change, Guard, NewEvent, NewVersion, Write};
use crate::error::StoreError;
use crate::metadata::Metadata;
use crate::rows::{Channel, Model, ModelSnapshot, StoredContract};

/// A model, and how to change it.
#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) store: Arc<dyn Metadata>,
    pub(super) namespace: NamespaceName,
    pub(super) name: ModelName,
    pub(super) model: Uuid,
}

impl World {
    /// Makes `acme/fraud`.
    pub(super) async fn new(store: &Arc<dyn Metadata>) -> Result<Self, Failure> {
        let change = new_namespace(store.now().await?, "acme")?;
        store.commit(change).await?;
        Self::with_model(store, "acme", "fraud").await
    }

    /// Makes a model in a namespace that is there.
    pub(super) async fn with_model(store: &Arc<dyn Metadata>, namespace: &str, name: &str) -> Result<Self, Failure> {
        let model = Uuid::new_v4();
        let (namespace, name): (NamespaceName, ModelName) = (namespace.parse()?, name.parse()?);
        let write = Write::InsertModel {
            id: model,
            namespace: namespace.clone(),
            name: name.clone(),
            description: "flags payments".to_owned(),
            labels: BTreeMap::from([("tier".to_owned(), "1".to_owned())]),
        };
        let world = Self { store: Arc::clone(store), namespace, name, model };
        let at = store.now().await?;
        let events = vec![world.event("registry.model.created.v1")];
        let (guard, stamp) = (Guard::Names, Uuid::new_v4());
        store.commit(Change { guard, stamp, at, writes: vec![write], events, answer: None }).await?;
        Ok(world)
    }

    pub(super) async fn snapshot(&self) -> Result<ModelSnapshot, Failure> {
        found(self.store.snapshot(&self.namespace, &self.name).await?, "the model")
    }

    pub(super) fn event(&self, kind: &str) -> NewEvent {
        let payload = json!({"model": self.name, "type": kind, "score": 0.1 + 0.2, "text": "ä\"🦀"});
        NewEvent { namespace: self.namespace.clone(), id: Uuid::new_v4(), kind: kind.to_owned(), payload }
    }

    /// A change that was decided on a model as it stood, with one event.
    pub(super) fn change(&self, seen: &Model, at: Timestamp, writes: Vec<Write>) -> Change {
        let events = vec![self.event("registry.model.changed.v1")];
        Change { guard: seen.guard(), stamp: Uuid::new_v4(), at, writes, events, answer: None }
    }

    /// A version whose blobs are on record.
    pub(super) async fn version(&self, number: &str, ordinal: u64) -> Result<NewVersion, Failure> {
        let version = fixtures::new_version(self.model, number.parse()?, ordinal, ordinal)?;
        for blob in fixtures::blobs_of(&version, &self.namespace, &self.name) {
            self.store.record_blob(&blob).await?;
        }
        Ok(version)
    }

    /// Publishes a version, as the only writer.
    pub(super) async fn publish(&self, number: &str) -> Result<NewVersion, Failure> {
        let snapshot = self.snapshot().await?;
        let version = self.version(number, next_ordinal(&snapshot)?).await?;
        self.commit_on(&snapshot, vec![insert(&version)]).await?;
        Ok(version)
    }

    /// Commits writes on a snapshot, as the only writer of the model, with the time of the database. What is there
    /// afterwards must be what [`ModelSnapshot::after`] foretells.
    pub(super) async fn commit_on(&self, snapshot: &ModelSnapshot, writes: Vec<Write>) -> Outcome {
        let change = self.change(&snapshot.model, self.store.now().await?, writes);
        let after = found(snapshot.after(&change), "the snapshot after its own change")?;
        self.store.commit(change).await?;
        ensure_eq(&self.snapshot().await?, &after, "the model after a change, read and foretold")
    }

    /// Each distinct contract of the versions of a snapshot, by digest.
    pub(super) async fn contracts(&self, snapshot: &ModelSnapshot) -> Result<Vec<StoredContract>, Failure> {
        let digests: BTreeSet<Digest> = snapshot.versions.iter().map(|version| version.contract_digest).collect();
        let digests: Vec<Digest> = digests.into_iter().collect();
        let mut contracts = self.store.contracts(&digests).await?;
        contracts.sort_by_key(|stored| stored.digest);
        let found: Vec<Digest> = contracts.iter().map(|stored| stored.digest).collect();
        ensure_eq(&found, &digests, "the digests of the contracts")?;
        Ok(contracts)
    }

    /// Decides on what is there and commits, again and again while others are faster.
    pub(super) async fn insist(
        &self,
        decide: impl Fn(&ModelSnapshot) -> Result<Vec<Write>, Failure> + Send,
    ) -> Outcome {
        loop {
            let snapshot = self.snapshot().await?;
            let at = self.store.now().await?;
            let change = self.change(&snapshot.model, at, decide(&snapshot)?);
            match self.store.commit(change).await {
                Err(StoreError::Conflict { .. }) => tokio::task::yield_now().await,
                result => return Ok(result?),
            }
        }
    }

    /// The next revision of a channel.
    pub(super) fn promotion(&self, channel: &str, seq: u64, version: &Version) -> Result<Write, Failure> {
        let direction = (seq > 1).then_some(Direction::Forward);
        let revision = ChannelRevision {
            seq,
            kind: RevisionKind::Promote,
            version: Some(version.clone()),
            undo_depth_seq: seq,
            restored_seq: None,
            direction,
        };
        Ok(Write::AppendRevision {
            model: self.model,
            channel: channel.parse()?,
            revision,
            actor: "ada".to_owned(),
            reason: Some("looks good".to_owned()),
            compat: Some(json!({"bump": "minor"})),
        })
    }
}

/// A new namespace, with an event in it.
pub(super) fn new_namespace(at: Timestamp, name: &str) -> Result<Change, Failure> {
    let name: NamespaceName = name.parse()?;
    let kind = "registry.namespace.created.v1".to_owned();
    let event = NewEvent { namespace: name.clone(), id: Uuid::new_v4(), kind, payload: json!({}) };
    let write =
        Write::InsertNamespace { id: Uuid::new_v4(), name, description: "payments".to_owned(), is_private: false };
    let (guard, stamp) = (Guard::Names, Uuid::new_v4());
    Ok(Change { guard, stamp, at, writes: vec![write], events: vec![event], answer: None })
}

pub(super) fn insert(version: &NewVersion) -> Write {
    Write::InsertVersion(Box::new(version.clone()))
}

pub(super) fn next_ordinal(snapshot: &ModelSnapshot) -> Result<u64, Failure> {
    Ok(u64::try_from(snapshot.versions.len())? + 1)
}

pub(super) fn channel<'a>(snapshot: &'a ModelSnapshot, name: &str) -> Option<&'a Channel> {
    snapshot.channels.iter().find(|channel| channel.name.as_str() == name)
}

pub(super) fn next_seq(snapshot: &ModelSnapshot, name: &str) -> u64 {
    let last = channel(snapshot, name).and_then(|channel| channel.history.last());
    last.map_or(1, |last| last.revision.seq + 1)
}
