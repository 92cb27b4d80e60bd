//! What the benches of all engines share: a model whose first version is promoted again and again.

use std::sync::atomic::{AtomicU64, Ordering};

use registry_core::channel::{ChannelRevision, RevisionKind};
use registry_store::conformance::fixtures;
use registry_store::{Change, Guard, Metadata, NewEvent, Write};
use serde_json::json;
use uuid::Uuid;

/// The writers that commit at once, each to a model of its own.
pub(crate) const WRITERS: usize = 16;

/// Promotes the first version of a model again and again.
pub(crate) struct Promoter {
    model: Uuid,
    version: registry_core::version::Version,
    revision: u64,
    commits: AtomicU64,
}

impl Promoter {
    pub(crate) fn next(&self, at: jiff::Timestamp) -> Change {
        let done = self.commits.fetch_add(1, Ordering::Relaxed);
        let revision = ChannelRevision {
            seq: done + 1,
            kind: RevisionKind::Promote,
            version: Some(self.version.clone()),
            undo_depth_seq: done + 1,
            restored_seq: None,
            direction: None,
        };
        let append = Write::AppendRevision {
            model: self.model,
            channel: "production".parse().unwrap(),
            revision,
            actor: "ada".to_owned(),
            reason: Some("offline evaluation of 2026-11-24".to_owned()),
            compat: Some(json!({"bump": "minor", "retraining": true})),
        };
        let payload = json!({"actor": {"kind": "user", "id": "ada"}, "resource": {"namespace": "acme", "model": "fraud"},
            "outcome": "success", "from_version": "1.0.0", "to_version": "1.0.1", "from_seq": done, "to_seq": done + 1,
            "bump": "patch", "retraining": true, "consumer_change": "none", "request": {"id": "0190"}});
        let kind = "registry.channel.promoted.v1".to_owned();
        let event = NewEvent { namespace: "acme".parse().unwrap(), id: Uuid::new_v4(), kind, payload };
        let guard = Guard::Model { id: self.model, revision: self.revision + done, stamp: stamp(done) };
        Change { guard, stamp: stamp(done + 1), at, writes: vec![append], events: vec![event], answer: None }
    }
}

/// The stamp after so many commits.
fn stamp(commits: u64) -> Uuid {
    Uuid::from_u128(commits.into())
}

/// Makes a model with so many versions.
pub(crate) async fn make_model(store: &dyn Metadata, name: &str, versions: u64) -> Promoter {
    let (model, at) = (Uuid::new_v4(), store.now().await.unwrap());
    let mut writes = Vec::new();
    if store.namespace(&"acme".parse().unwrap()).await.unwrap().is_none() {
        let (id, name) = (Uuid::new_v4(), "acme".parse().unwrap());
        writes.push(Write::InsertNamespace { id, name, description: String::new(), is_private: false });
    }
    writes.push(Write::InsertModel {
        id: model,
        namespace: "acme".parse().unwrap(),
        name: name.parse().unwrap(),
        description: String::new(),
        labels: std::collections::BTreeMap::new(),
    });
    let numbers = fixtures::history(versions, 1).unwrap();
    for (ordinal, number) in (1..).zip(&numbers) {
        // Eight contracts for all versions.
        let version = fixtures::new_version(model, number.clone(), ordinal, ordinal % 8).unwrap();
        for blob in fixtures::blobs_of(&version, &"acme".parse().unwrap(), &name.parse().unwrap()) {
            store.record_blob(&blob).await.unwrap();
        }
        writes.push(Write::InsertVersion(Box::new(version)));
    }
    store
        .commit(Change { guard: Guard::Names, stamp: stamp(0), at, writes, events: Vec::new(), answer: None })
        .await
        .unwrap();
    let version = numbers.first().unwrap().clone();
    Promoter { model, version, revision: 1, commits: AtomicU64::new(0) }
}
