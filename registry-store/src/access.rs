//! The part of the metadata port that knows who may come in: principals, their tokens, and the members of namespaces.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::access::{Grants, PrincipalKind, Roles, Scopes};
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use uuid::Uuid;

use crate::error::StoreError;
use crate::rows::Page;

/// The namespace of the registry itself, `registry`; it is there from the start.
pub const REGISTRY: Uuid = Uuid::nil();

/// Somebody, or a program, that may be given roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The name, unique in the registry and never given to another one.
    pub name: PrincipalName,
    /// What it is.
    pub kind: PrincipalKind,
    /// What people should know about it.
    pub description: String,
    /// Since when its tokens open nothing.
    pub disabled_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: String,
}

/// A token, known by the digest of its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRecord {
    /// The identifier.
    pub id: Uuid,
    /// The digest of the secret.
    pub sha256: Digest,
    /// Who it stands for.
    pub principal: PrincipalName,
    /// What it is for.
    pub description: String,
    /// What it is limited to; none when it may do all that its principal may.
    pub scopes: Option<Scopes>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// When it was last used, about.
    pub last_used_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: String,
}

/// A member of a namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub principal: PrincipalName,
    /// What they may do; never empty.
    pub roles: Roles,
    /// When they became one.
    pub created_at: Timestamp,
}

/// What a token opens at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The token, whatever its state.
    pub token: TokenRecord,
    /// What its principal is.
    pub kind: PrincipalKind,
    /// Since when its principal is disabled.
    pub disabled_at: Option<Timestamp>,
    /// What the principal may do in the namespace that was asked for.
    pub grants: Grants,
    /// The time of the database, as [`crate::Metadata::now`] answers it.
    pub now: Timestamp,
}

/// Who reads a list, and so which namespaces are in it. The namespace of the registry itself is in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader<'a> {
    /// Somebody who may know all namespaces.
    Administrator,
    /// A principal: what is not private, and where they are a member.
    Principal(&'a PrincipalName),
    /// Anyone: what is not private.
    Anyone,
}

impl Reader<'_> {
    /// Whether they read everything, and the name that members are looked up by; no name is empty.
    pub(crate) fn parts(&self) -> (bool, &str) {
        match self {
            Self::Administrator => (true, ""),
            Self::Principal(name) => (false, name.as_str()),
            Self::Anyone => (false, ""),
        }
    }
}

/// Who may come in. What changes here is a [`crate::Write`], with a guard and an event.
#[async_trait]
pub trait Access: Send + Sync + std::fmt::Debug {
    /// What the token with this digest opens, in one trip: the token, its principal, and what that may do in `namespace`.
    async fn bearer(&self, sha256: Digest, namespace: Option<&NamespaceName>) -> Result<Option<Bearer>, StoreError>;

    /// Remembers that a token was used at a time. An older time changes nothing; nor does it if there is no such token.
    async fn touch_token(&self, id: Uuid, at: Timestamp) -> Result<(), StoreError>;

    /// Whether there is any token at all: a registry without one makes its first.
    async fn has_tokens(&self) -> Result<bool, StoreError>;

    /// Whether there is a way in for an administrator at a time: a token of an admin of the registry that opens everything,
    /// and neither it nor its principal is at an end.
    async fn has_way_in(&self, at: Timestamp) -> Result<bool, StoreError>;

    /// The token with this id, whatever its state.
    async fn token(&self, id: Uuid) -> Result<Option<TokenRecord>, StoreError>;

    /// The tokens of a principal, in the order of their ids, after `after`.
    async fn tokens(
        &self,
        principal: &PrincipalName,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Page<TokenRecord>, StoreError>;

    /// One principal.
    async fn principal(&self, name: &PrincipalName) -> Result<Option<Principal>, StoreError>;

    /// Principals by name, after `after`.
    async fn principals(&self, after: Option<&PrincipalName>, limit: u32) -> Result<Page<Principal>, StoreError>;

    /// One member of a namespace.
    async fn member(&self, namespace: &NamespaceName, principal: &PrincipalName) -> Result<Option<Member>, StoreError>;

    /// The members of a namespace by name, after `after`.
    async fn members(
        &self,
        namespace: &NamespaceName,
        after: Option<&PrincipalName>,
        limit: u32,
    ) -> Result<Page<Member>, StoreError>;

    /// The namespaces that a principal is a member of, by name, that of the registry among them.
    async fn memberships(&self, principal: &PrincipalName) -> Result<Vec<(NamespaceName, Roles)>, StoreError>;
}
