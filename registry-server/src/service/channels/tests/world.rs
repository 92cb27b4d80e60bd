//! A model with versions, past the use cases that read files, and the moves of its channel.

use std::collections::BTreeMap;

use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use registry_core::access::Role;
use registry_core::compat::PolicyLayer;
use registry_core::contract::{Artifact, Contract, Signature};
use registry_core::digest::Digest;
use registry_core::name::NamespaceName;
use registry_core::state::VersionState;
use registry_store::access::{Principal, TokenRecord};
use registry_store::blobs::{MemoryBlobs, SizeRule};
use registry_store::rows::{BlobRecord, IdempotencyKey, VersionStatus};
use registry_store::{BlobKey, Change, Guard, NewFile, NewVersion, SqliteStore, Write};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::*;
use crate::api::channel::{Promote, Rollback};
use crate::service::events::events;

/// The bytes of every version.
const BYTES: &[u8] = b"abc";

/// A registry with the model `acme/iris`.
pub(super) struct World {
    pub(super) registry: Registry,
    model: Uuid,
    pub(super) path: ChannelPath,
}

impl World {
    pub(super) async fn new(versions: &[&str]) -> Self {
        let store = Arc::new(SqliteStore::open_in_memory().await.unwrap());
        let registry = Registry::new(store, Arc::new(MemoryBlobs::new()), PolicyLayer::default());
        let path = ChannelPath {
            namespace: "acme".parse().unwrap(),
            model: "iris".parse().unwrap(),
            channel: "production".parse().unwrap(),
        };
        let world = Self { registry, model: Uuid::now_v7(), path };
        let writes = vec![
            Write::InsertNamespace {
                id: Uuid::now_v7(),
                name: world.path.namespace.clone(),
                description: String::new(),
                is_private: false,
            },
            Write::InsertModel {
                id: world.model,
                namespace: world.path.namespace.clone(),
                name: world.path.model.clone(),
                description: "flowers".to_owned(),
                labels: BTreeMap::new(),
            },
        ];
        world.commit(Guard::Names, writes).await;
        world.make_admin().await;
        for version in versions {
            world.publish(version, &["score"]).await;
        }
        world
    }

    /// Stores the administrator that [`Authority::for_tests`] is.
    async fn make_admin(&self) {
        let Authority { principal, kind, token, now, ask, .. } = Authority::for_tests();
        let [description, created_by] = ["", "admin"].map(ToOwned::to_owned);
        let admin = Principal {
            name: principal.clone(),
            kind,
            description: description.clone(),
            disabled_at: None,
            created_at: now,
            created_by: created_by.clone(),
        };
        let token = TokenRecord {
            id: token,
            sha256: ask.token,
            principal,
            description,
            scopes: None,
            expires_at: None,
            revoked_at: None,
            last_used_at: None,
            created_at: now,
            created_by,
        };
        let registry = self.registry.store.namespace(&NamespaceName::of_the_registry()).await.unwrap().unwrap();
        let roles = [Role::Admin].into_iter().collect();
        let writes = vec![
            Write::InsertPrincipal(admin),
            Write::SetMember { principal: token.principal.clone(), roles },
            Write::InsertToken(Box::new(token)),
        ];
        self.commit(registry.guard(), writes).await;
    }

    pub(super) async fn commit(&self, guard: Guard, writes: Vec<Write>) {
        let at = self.registry.store.now().await.unwrap();
        let stamp = Uuid::new_v4();
        self.registry
            .store
            .commit(Change { guard, stamp, at, writes, events: Vec::new(), answer: None })
            .await
            .unwrap();
    }

    pub(super) async fn snapshot(&self) -> Arc<View> {
        self.registry.snapshot(&self.path.namespace, &self.path.model).await.unwrap()
    }

    pub(super) async fn guard(&self) -> Guard {
        self.snapshot().await.model.guard()
    }

    /// Publishes a version with these outputs, past the use case that reads files.
    pub(super) async fn publish(&self, version: &str, outputs: &[&str]) {
        let version: Version = version.parse().unwrap();
        let fields: BTreeMap<_, _> = outputs.iter().map(|name| (*name, json!({"dtype": "f32", "shape": []}))).collect();
        let contract: Signature = serde_json::from_value(json!({"outputs": fields})).unwrap();
        let sha256 = Digest::of(BYTES);
        let key = self.blob(&version);
        let (BlobKey { namespace, model, line, .. }, size) = (key.clone(), u64::try_from(BYTES.len()).unwrap());
        let body = stream::iter([Ok(Bytes::from_static(BYTES))]).boxed();
        self.registry.blobs.put(&key, SizeRule { expected: Some(size), limit: size }, body).await.unwrap();
        self.registry.store.record_blob(&BlobRecord { namespace, model, line, sha256, size }).await.unwrap();
        let file = NewFile {
            path: "model.onnx".parse().unwrap(),
            size,
            sha256,
            media_type: "application/octet-stream".to_owned(),
            line,
        };
        let new = NewVersion {
            id: Uuid::now_v7(),
            model: self.model,
            ordinal: u64::try_from(self.snapshot().await.versions.len()).unwrap() + 1,
            manifest_digest: Digest::of(format!("manifest {version}").as_bytes()),
            content_digest: Digest::of(format!("content {version}").as_bytes()),
            contract_digest: contract.digest(),
            contract,
            extractor: "1".to_owned(),
            manifest: json!({}),
            verdict: json!({}),
            artifact: Artifact::default(),
            hazards: Vec::new(),
            files: vec![file],
            description: String::new(),
            labels: BTreeMap::new(),
            created_by: "admin".to_owned(),
            version,
        };
        self.commit(self.guard().await, vec![Write::InsertVersion(Box::new(new))]).await;
    }

    /// Where the bytes of a version are.
    pub(super) fn blob(&self, version: &Version) -> BlobKey {
        let ChannelPath { namespace, model, .. } = self.path.clone();
        BlobKey { namespace, model, line: version.line(), sha256: Digest::of(BYTES) }
    }

    pub(super) async fn set_state(&self, version: &str, state: VersionState) {
        let version: Version = version.parse().unwrap();
        let snapshot = self.snapshot().await;
        let record = snapshot.versions.iter().find(|record| record.version == version).unwrap();
        let status = VersionStatus { state, ..record.status.clone() };
        self.commit(self.guard().await, vec![Write::SetVersionStatus { version: record.id, status }]).await;
    }

    pub(super) fn call<'a>(&'a self, caller: &'a Caller) -> ChannelCall<'a> {
        ChannelCall { caller, path: &self.path, if_match: None, dry_run: false }
    }

    pub(super) async fn promote(&self, version: &str) -> Result<Value, Failure> {
        promote(&self.registry, self.call(&anybody()), &promotion(version)).await.map(|answer| answer.body)
    }

    pub(super) async fn rollback(&self, key: &str) -> Result<Value, Failure> {
        rollback(&self.registry, self.call(&retrying(key)), &because("it is bad")).await.map(|answer| answer.body)
    }

    /// Half of the racers name their target: after a backward promotion an unnamed rollback is refused, and promotions at
    /// random go backward so often that hardly one rollback would get to race.
    pub(super) async fn race_back(&self, round: usize, racer: usize) -> Result<Value, Failure> {
        let named = format!("1.0.{}", (racer / 2 + round + 1) % 4).parse().unwrap();
        let wanted = Rollback { to_version: racer.is_multiple_of(2).then_some(named), ..because("it is bad") };
        let caller = retrying(&format!("{round}-{racer}"));
        rollback(&self.registry, self.call(&caller), &wanted).await.map(|answer| answer.body)
    }

    pub(super) async fn history(&self) -> Vec<api::channel::ChannelRevision> {
        let page = revisions(&self.registry, &self.path, None, 10_000).await.unwrap();
        assert!(!page.more);
        page.rows
    }

    pub(super) async fn events(&self) -> Vec<Value> {
        let page = events(&self.registry, &self.path.namespace, 0, 10_000).await.unwrap();
        page.rows.iter().map(value_of).collect()
    }
}

pub(super) fn anybody() -> Caller {
    Caller { authority: Authority::for_tests().into(), request_id: "r-1".to_owned(), idempotency: None }
}

/// Someone who sends an idempotency key.
pub(super) fn retrying(key: &str) -> Caller {
    let key = IdempotencyKey {
        principal: "admin".to_owned(),
        route: "POST /channels/production/rollback".to_owned(),
        key: key.to_owned(),
    };
    Caller { idempotency: Some((key, Digest::of(b"body"))), ..anybody() }
}

pub(super) fn promotion(version: &str) -> Promote {
    Promote { version: version.parse().unwrap(), reason: None, allow_major: false }
}

pub(super) fn because(reason: &str) -> Rollback {
    Rollback { reason: reason.to_owned(), to_version: None, to_revision: None, expected_version: None, strict: false }
}
