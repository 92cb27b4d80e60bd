//! A change: rows to write together, and what must still be true when they are written.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use registry_core::access::Roles;
use registry_core::channel::ChannelRevision;
use registry_core::compat::PolicyLayer;
use registry_core::contract::{Artifact, Signature};
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ChannelName, ModelName, NamespaceName, PrincipalName};
use registry_core::version::{Line, Version};
use serde_json::Value;
use uuid::Uuid;

use crate::access::{Principal, REGISTRY, TokenRecord};
use crate::error::StoreError;
use crate::rows::{IdempotencyKey, StoredAnswer, VersionStatus};

/// What must still hold when a change is committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The model still has this revision and this stamp; the commit raises the one by one and sets the other anew.
    Model {
        /// The model.
        id: Uuid,
        /// The revision that the change was decided on.
        revision: u64,
        /// Its stamp.
        stamp: Uuid,
    },
    /// The namespace still has this revision and this stamp; the commit raises the one by one and sets the other anew.
    Namespace {
        /// The namespace.
        id: Uuid,
        /// The revision that the change was decided on.
        revision: u64,
        /// Its stamp.
        stamp: Uuid,
    },
    /// Nothing but the uniqueness of names.
    Names,
}

/// One thing to write.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// A namespace that must not be there yet.
    InsertNamespace {
        /// The identifier.
        id: Uuid,
        /// The name.
        name: NamespaceName,
        /// What people should know about it.
        description: String,
        /// Whether only its members may know of it.
        is_private: bool,
    },
    /// What may change of the guarded namespace.
    UpdateNamespace {
        /// The description.
        description: String,
        /// The policy layer.
        policy: PolicyLayer,
        /// Whether only its members may know of it.
        is_private: bool,
        /// The most bytes that its files may take; none means no limit.
        quota_bytes: Option<u64>,
    },
    /// The roles of a member of the guarded namespace; without any, they are none any longer.
    SetMember {
        /// Who; must be there.
        principal: PrincipalName,
        /// What they may do.
        roles: Roles,
    },
    /// A principal that must not be there yet. Belongs to the namespace of the registry.
    InsertPrincipal(Principal),
    /// New description or state of a principal. Belongs to the namespace of the registry.
    UpdatePrincipal {
        /// Who.
        name: PrincipalName,
        /// What people should know about it.
        description: String,
        /// Whether its tokens open nothing.
        is_disabled: bool,
    },
    /// A new token. Belongs to the namespace of the registry.
    InsertToken(Box<TokenRecord>),
    /// The end of a token that was not revoked yet. Belongs to the namespace of the registry.
    RevokeToken {
        /// The token.
        id: Uuid,
    },
    /// A model that must not be there yet.
    InsertModel {
        /// The identifier.
        id: Uuid,
        /// The namespace, which must be there.
        namespace: NamespaceName,
        /// The name.
        name: ModelName,
        /// What people should know about it.
        description: String,
        /// Free-form labels.
        labels: BTreeMap<String, String>,
    },
    /// New description, labels, policy or archive mark of a model.
    UpdateModel {
        /// The model.
        model: Uuid,
        /// The description.
        description: String,
        /// The labels.
        labels: BTreeMap<String, String>,
        /// The policy layer.
        policy: PolicyLayer,
        /// Whether it is archived.
        archived: bool,
    },
    /// A version that must not be there yet.
    InsertVersion(Box<NewVersion>),
    /// A new status of a version.
    SetVersionStatus {
        /// The version.
        version: Uuid,
        /// The status.
        status: VersionStatus,
    },
    /// A channel policy; makes the channel when it is not there.
    SetChannelPolicy {
        /// The model.
        model: Uuid,
        /// The channel.
        channel: ChannelName,
        /// The policy.
        policy: Value,
    },
    /// The next revision of a channel; makes the channel when it is not there.
    AppendRevision {
        /// The model.
        model: Uuid,
        /// The channel.
        channel: ChannelName,
        /// The revision; its `seq` must be the next one.
        revision: ChannelRevision,
        /// Who moved it.
        actor: String,
        /// Why.
        reason: Option<String>,
        /// The compatibility of the version before with the version after.
        compat: Option<Value>,
    },
}

/// A version to insert. Every blob that it names must be recorded already.
#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    /// The identifier.
    pub id: Uuid,
    /// The model.
    pub model: Uuid,
    /// The number.
    pub version: Version,
    /// The place among the versions of the model.
    pub ordinal: u64,
    /// The digest of the manifest.
    pub manifest_digest: Digest,
    /// The digest of files and contract, without lineage.
    pub content_digest: Digest,
    /// The digest of the contract.
    pub contract_digest: Digest,
    /// The contract; stored once for all versions that share it.
    pub contract: Signature,
    /// The extractor that read it.
    pub extractor: String,
    /// The manifest.
    pub manifest: Value,
    /// The verdict.
    pub verdict: Value,
    /// The facts beside the contract.
    pub artifact: Artifact,
    /// The files.
    pub files: Vec<NewFile>,
    /// What people should know about it.
    pub description: String,
    /// Free-form labels.
    pub labels: BTreeMap<String, String>,
    /// Who publishes it.
    pub created_by: String,
}

/// A file of a version to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
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

/// An event to append to the log of a namespace.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// The namespace.
    pub namespace: NamespaceName,
    /// The identifier.
    pub id: Uuid,
    /// The CloudEvents type, such as `registry.channel.rolled_back.v1`.
    pub kind: String,
    /// What happened. The store adds nothing to it.
    pub payload: Value,
}

/// Rows to write in one transaction.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What must still hold.
    pub guard: Guard,
    /// Random: what the guarded row, or one that the change inserts, bears from then on. Revisions are given out twice by a
    /// database that was put back to an earlier moment; stamps are not.
    pub stamp: Uuid,
    /// The time that every row of the change gets: the database's, as [`crate::Metadata::now`] answered it before the
    /// decision. It is part of the change, because the answer that is stored with it already shows it.
    pub at: Timestamp,
    /// What is written, in order.
    pub writes: Vec<Write>,
    /// What is appended to the log, and to the outbox.
    pub events: Vec<NewEvent>,
    /// The answer that a retry with the same idempotency key gets.
    pub answer: Option<(IdempotencyKey, StoredAnswer)>,
}

impl Change {
    /// Checks that the guard covers every write: each belongs to the guarded row, or to one that the change inserts
    /// itself. Engines call it first, so that nothing can be written around a guard by mistake. (That a status belongs to
    /// a version of the guarded model, only the database can tell.)
    ///
    /// # Errors
    /// The first write that is not covered; this is a mistake in the program.
    pub fn check_covered(&self) -> Result<(), StoreError> {
        let mut covered = HashSet::new();
        if let Guard::Model { id, .. } = self.guard {
            covered.insert(id);
        }
        let guarded_namespace = matches!(self.guard, Guard::Namespace { .. });
        let guarded_registry = matches!(self.guard, Guard::Namespace { id: REGISTRY, .. });
        let guarded_model = matches!(self.guard, Guard::Model { .. });
        for write in &self.writes {
            let is_covered = match write {
                Write::InsertNamespace { .. } => true,
                Write::UpdateNamespace { .. } | Write::SetMember { .. } => guarded_namespace,
                Write::InsertPrincipal(_)
                | Write::UpdatePrincipal { .. }
                | Write::InsertToken(_)
                | Write::RevokeToken { .. } => guarded_registry,
                Write::InsertModel { id, .. } => covered.insert(*id),
                Write::InsertVersion(version) => covered.contains(&version.model) && covered.insert(version.id),
                Write::SetVersionStatus { version, .. } => guarded_model || covered.contains(version),
                Write::UpdateModel { model, .. }
                | Write::SetChannelPolicy { model, .. }
                | Write::AppendRevision { model, .. } => covered.contains(model),
            };
            if !is_covered {
                return Err(write.uncovered());
            }
        }
        Ok(())
    }
}

impl Write {
    /// The error for a write that the guard of its change does not cover.
    pub(crate) fn uncovered(&self) -> StoreError {
        let name = match self {
            Self::InsertNamespace { .. } => "a new namespace",
            Self::UpdateNamespace { .. } => "the update of a namespace",
            Self::SetMember { .. } => "a member of a namespace",
            Self::InsertPrincipal(_) => "a new principal",
            Self::UpdatePrincipal { .. } => "the update of a principal",
            Self::InsertToken(_) => "a new token",
            Self::RevokeToken { .. } => "the end of a token",
            Self::InsertModel { .. } => "a new model",
            Self::UpdateModel { .. } => "the update of a model",
            Self::InsertVersion(_) => "a new version",
            Self::SetVersionStatus { .. } => "the status of a version",
            Self::SetChannelPolicy { .. } => "the policy of a channel",
            Self::AppendRevision { .. } => "the revision of a channel",
        };
        StoreError::Database(format!("{name} is not covered by the guard of its change"))
    }
}
