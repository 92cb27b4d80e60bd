//! What the store keeps, as the rest of the registry sees it. Wire formats live elsewhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use registry_core::channel::ChannelRevision;
use registry_core::compat::PolicyLayer;
use registry_core::contract::{Artifact, Signature};
use registry_core::digest::Digest;
use registry_core::hazard::Hazard;
use registry_core::lifecycle::Stage;
use registry_core::manifest::FilePath;
use registry_core::name::{ChannelName, ModelName, NamespaceName};
use registry_core::state::VersionState;
use registry_core::version::{Line, Version};
use serde_json::Value;
use uuid::Uuid;

use crate::change::Guard;

/// A namespace.
#[derive(Debug, Clone, PartialEq)]
pub struct Namespace {
    /// The identifier.
    pub id: Uuid,
    /// The name, unique in the registry.
    pub name: NamespaceName,
    /// What people should know about it.
    pub description: String,
    /// Its layer of policy.
    pub policy: PolicyLayer,
    /// Whether only its members may know of it.
    pub is_private: bool,
    /// The most bytes that its files may take; none means no limit.
    pub quota_bytes: Option<u64>,
    /// Rises with every change of the namespace itself or of its members.
    pub revision: u64,
    /// The stamp of the change that gave it this revision.
    pub stamp: Uuid,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The identifier.
    pub id: Uuid,
    /// The namespace it belongs to.
    pub namespace: NamespaceName,
    /// The name, unique in its namespace.
    pub name: ModelName,
    /// What people should know about it.
    pub description: String,
    /// Free-form labels.
    pub labels: BTreeMap<String, String>,
    /// Its layer of policy.
    pub policy: PolicyLayer,
    /// Rises with every change of the model, its versions or its channels: the guard of every commit.
    pub revision: u64,
    /// The stamp of the change that gave it this revision.
    pub stamp: Uuid,
    /// When it was archived; an archived model takes no new versions.
    pub archived_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Namespace {
    /// The guard of a change that is decided on it.
    pub fn guard(&self) -> Guard {
        Guard::Namespace { id: self.id, revision: self.revision, stamp: self.stamp }
    }
}

impl Model {
    /// The guard of a change that is decided on it.
    pub fn guard(&self) -> Guard {
        Guard::Model { id: self.id, revision: self.revision, stamp: self.stamp }
    }
}

/// The immutable part of a version.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionRecord {
    /// The identifier.
    pub id: Uuid,
    /// The number.
    pub version: Version,
    /// 1, 2, 3… per model, never used again.
    pub ordinal: u64,
    /// The digest of the manifest.
    pub manifest_digest: Digest,
    /// The digest of files and contract, without lineage.
    pub content_digest: Digest,
    /// The digest of the contract.
    pub contract_digest: Digest,
    /// When it was published.
    pub created_at: Timestamp,
    /// Who published it.
    pub created_by: String,
    /// What is unsafe in its files.
    pub hazards: Vec<Hazard>,
    /// The part that may change.
    pub status: VersionStatus,
}

/// The part of a version that may change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VersionStatus {
    /// The state.
    pub state: VersionState,
    /// Why it has that state.
    pub reason: Option<String>,
    /// What it goes back to, as `registry_core::lifecycle` has it.
    pub before: Vec<Stage>,
    /// What people should know about it.
    pub description: String,
    /// Free-form labels.
    pub labels: BTreeMap<String, String>,
}

/// The documents of one version. They are large, so lists leave them out.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionDocuments {
    /// The manifest, in canonical form.
    pub manifest: Value,
    /// The verdict that the version was accepted with.
    pub verdict: Value,
    /// The facts beside the contract.
    pub artifact: Artifact,
}

/// One file of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// The path inside the version.
    pub path: FilePath,
    /// The size in bytes.
    pub size: u64,
    /// The digest of the bytes.
    pub sha256: Digest,
    /// The media type.
    pub media_type: String,
    /// The line whose storage path holds the bytes.
    pub line: Line,
}

/// A blob whose bytes are stored and verified.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobRecord {
    /// The namespace of the model.
    pub namespace: NamespaceName,
    /// The model.
    pub model: ModelName,
    /// The line.
    pub line: Line,
    /// The digest of the bytes.
    pub sha256: Digest,
    /// The size in bytes.
    pub size: u64,
}

/// A channel with its whole history, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// The name.
    pub name: ChannelName,
    /// The policy of the channel.
    pub policy: Value,
    /// The history.
    pub history: Vec<RevisionRecord>,
}

/// One revision of a channel, with who made it and why.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionRecord {
    /// What moved.
    pub revision: ChannelRevision,
    /// Who moved it.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// The compatibility of the version before with the version after.
    pub compat: Option<Value>,
    /// When.
    pub created_at: Timestamp,
}

/// Everything of one model that a decision needs, read at one moment. Contracts are large and never change: they are read
/// by their digests, when they are needed.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSnapshot {
    /// The model, with the revision that the commit must still find.
    pub model: Model,
    /// The policy layer of its namespace.
    pub namespace_policy: PolicyLayer,
    /// The most bytes that the files of its namespace may take.
    pub namespace_quota: Option<u64>,
    /// The revision of its namespace.
    pub namespace_revision: u64,
    /// The stamp of its namespace.
    pub namespace_stamp: Uuid,
    /// Its versions, in the order of their ordinals.
    pub versions: Vec<VersionRecord>,
    /// Its channels, by name.
    pub channels: Vec<Channel>,
}

/// Where a model stands: what tells whether a snapshot that was read before is still the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The model.
    pub model: Uuid,
    /// The revision of the model.
    pub revision: u64,
    /// The stamp of the model.
    pub stamp: Uuid,
    /// The revision of its namespace.
    pub namespace_revision: u64,
    /// The stamp of its namespace.
    pub namespace_stamp: Uuid,
    /// The time of the database, never before the last one that it has stored in the namespace.
    pub now: Timestamp,
}

/// A contract, which all versions with its digest share.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredContract {
    /// The digest.
    pub digest: Digest,
    /// The contract.
    pub contract: Arc<Signature>,
    /// The extractor that read it first.
    pub extractor: String,
    /// The size of its document in bytes.
    pub size: u64,
}

/// An event, as the log keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRecord {
    /// The namespace whose sequence it belongs to.
    pub namespace: NamespaceName,
    /// 1, 2, 3… per namespace, without gaps.
    pub seq: u64,
    /// The identifier.
    pub id: Uuid,
    /// The CloudEvents type.
    pub kind: String,
    /// When it was committed.
    pub time: Timestamp,
    /// What happened.
    pub payload: Value,
}

/// The answer to a request that carried an idempotency key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// The digest of the request's body.
    pub body_sha256: Digest,
    /// The status of the answer.
    pub status: u16,
    /// The body of the answer.
    pub body: String,
}

/// Which request an idempotency key belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey {
    /// Who asked.
    pub principal: String,
    /// The route and path.
    pub route: String,
    /// The key.
    pub key: String,
}

/// One page of a list, in the order of its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Whether more rows follow.
    pub more: bool,
}
