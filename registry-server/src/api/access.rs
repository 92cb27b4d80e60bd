//! Principals, their tokens and the members of namespaces on the wire.

use std::collections::BTreeSet;

use jiff::Timestamp;
use registry_core::access::{Action, Glob, PrincipalKind, Role, Roles, Scope as CoreScope, Scopes};
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::access as rows;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::object::objects;

/// How long a token is good for, in days, when nothing else is said.
const DEFAULT_DAYS: u16 = 90;
/// How long a token is good for at most, in days.
const MAX_DAYS: u16 = 366;
/// The most scopes of a token.
const MAX_SCOPES: usize = 32;

objects!(PrincipalCreate, PrincipalUpdate, TokenCreate, MemberSet);
objects!(Scope + written);

/// Somebody, or a program, that may be given roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Principal {
    /// Its name.
    #[schema(value_type = String, example = "ada")]
    pub(crate) name: PrincipalName,
    /// `user` for a person, `service` for a program.
    #[schema(value_type = String, example = "user")]
    pub(crate) kind: PrincipalKind,
    /// What people should know about it.
    #[schema(example = "Ada of the fraud team")]
    pub(crate) description: String,
    /// Since when its tokens open nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) disabled_at: Option<Timestamp>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime, example = "2026-05-01T00:00:00Z")]
    pub(crate) created_at: Timestamp,
    /// Who made it.
    #[schema(example = "admin")]
    pub(crate) created_by: String,
}

impl From<rows::Principal> for Principal {
    fn from(row: rows::Principal) -> Self {
        let rows::Principal { name, kind, description, disabled_at, created_at, created_by } = row;
        Self { name, kind, description, disabled_at, created_at, created_by }
    }
}

/// A principal to make.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"name": "fraud-ci", "kind": "service", "description": "The pipeline of the fraud models"}))]
pub(crate) struct PrincipalCreate {
    /// Its name: `[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?`. It is never given to another one.
    #[schema(value_type = String)]
    pub(crate) name: PrincipalName,
    /// `user` for a person, `service` for a program.
    #[schema(value_type = String)]
    pub(crate) kind: PrincipalKind,
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::description")]
    pub(crate) description: String,
}

/// What is to change of a principal; what is absent stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"disabled": true}))]
pub(crate) struct PrincipalUpdate {
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::new_description")]
    pub(crate) description: Option<String>,
    /// Whether its tokens open nothing.
    #[serde(default)]
    pub(crate) disabled: Option<bool>,
}

/// A page of principals, by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PrincipalList {
    /// The principals.
    pub(crate) items: Vec<Principal>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ImFkYSI")]
    pub(crate) next_page_token: Option<String>,
}

/// One thing that a token may do. A token may do what one of its scopes allows, and what its principal may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"actions": ["publish"], "namespace": "acme", "model": "fraud-*"}))]
pub(crate) struct Scope {
    /// `read`, `publish`, `promote`, `admin`. Each of them allows reading, too; `admin` allows everything.
    #[schema(value_type = Vec<String>, min_items = 1)]
    pub(crate) actions: BTreeSet<Action>,
    /// A pattern of namespaces, where `*` stands for any characters.
    #[serde(default)]
    #[schema(value_type = String, default = "*")]
    pub(crate) namespace: Glob,
    /// A pattern of models.
    #[serde(default)]
    #[schema(value_type = String, default = "*")]
    pub(crate) model: Glob,
    /// A pattern of the channels that may be moved.
    #[serde(default)]
    #[schema(value_type = String, default = "*")]
    pub(crate) channel: Glob,
}

impl From<CoreScope> for Scope {
    fn from(scope: CoreScope) -> Self {
        let CoreScope { actions, namespace, model, channel } = scope;
        Self { actions, namespace, model, channel }
    }
}

impl From<Scope> for CoreScope {
    fn from(scope: Scope) -> Self {
        let Scope { actions, namespace, model, channel } = scope;
        Self { actions, namespace, model, channel }
    }
}

/// The scopes of a token on the wire.
fn shown(scopes: Option<Scopes>) -> Option<Vec<Scope>> {
    scopes.map(|scopes| scopes.0.into_iter().map(Into::into).collect())
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Token {
    /// Its identifier, which is no secret.
    #[schema(value_type = String, example = "01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e")]
    pub(crate) id: Uuid,
    /// Who it stands for.
    #[schema(value_type = String, example = "fraud-ci")]
    pub(crate) principal: PrincipalName,
    /// What it is for.
    #[schema(example = "nightly publish")]
    pub(crate) description: String,
    /// What it is limited to; absent when it may do all that its principal may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scopes: Option<Vec<Scope>>,
    /// When it ends; absent for the first token of a registry, which does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2027-01-31T09:30:00Z")]
    pub(crate) expires_at: Option<Timestamp>,
    /// When it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-12-01T09:30:00Z")]
    pub(crate) revoked_at: Option<Timestamp>,
    /// When it was last used, to the minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-11-30T02:00:00Z")]
    pub(crate) last_used_at: Option<Timestamp>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) created_at: Timestamp,
    /// Who made it.
    #[schema(example = "admin")]
    pub(crate) created_by: String,
    /// The secret, in the answer to the request that made it and never again. A retry of that request is answered without:
    /// revoke that token then, and make another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "mrt_zA7o0ZB5fMbcdJqHqRvXxYk3n4wTt1uEJcDhLrQsV9g2eXa4b")]
    pub(crate) secret: Option<String>,
}

impl From<rows::TokenRecord> for Token {
    fn from(row: rows::TokenRecord) -> Self {
        Self {
            id: row.id,
            principal: row.principal,
            description: row.description,
            scopes: shown(row.scopes),
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            last_used_at: row.last_used_at,
            created_at: row.created_at,
            created_by: row.created_by,
            secret: None,
        }
    }
}

/// A token to make.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"description": "nightly publish",
    "scopes": [{"actions": ["publish"], "namespace": "acme", "model": "fraud-*"}], "expires_in_days": 30}))]
pub(crate) struct TokenCreate {
    /// What it is for.
    #[serde(default, deserialize_with = "super::text::description")]
    pub(crate) description: String,
    /// What it is limited to, at most 32 of them; absent when it may do all that its principal may.
    #[serde(default)]
    #[schema(max_items = 32)]
    pub(crate) scopes: Option<Vec<Scope>>,
    /// For how many days it is good.
    #[serde(default)]
    #[schema(value_type = Option<u16>, minimum = 1, maximum = 366, default = 90)]
    pub(crate) expires_in_days: Days,
}

impl TokenCreate {
    /// The scopes as the rules have them.
    ///
    /// # Errors
    /// What is wrong with them.
    pub(crate) fn scopes(&self) -> Result<Option<Scopes>, String> {
        let Some(scopes) = &self.scopes else { return Ok(None) };
        if scopes.is_empty() || scopes.len() > MAX_SCOPES {
            let found = scopes.len();
            return Err(format!(
                "`scopes` has {found} items, and may have 1 to {MAX_SCOPES}; leave it out for no limit"
            ));
        }
        if scopes.iter().any(|scope| scope.actions.is_empty()) {
            return Err(
                "a scope without `actions` allows nothing: name `read`, `publish`, `promote` or `admin`".to_owned()
            );
        }
        Ok(Some(Scopes(scopes.iter().cloned().map(Into::into).collect())))
    }
}

/// The days that a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u16")]
pub(crate) struct Days(u16);

impl Days {
    /// The number.
    pub(crate) fn get(self) -> u16 {
        self.0
    }
}

impl Default for Days {
    fn default() -> Self {
        Self(DEFAULT_DAYS)
    }
}

impl TryFrom<u16> for Days {
    type Error = String;

    fn try_from(days: u16) -> Result<Self, String> {
        if (1..=MAX_DAYS).contains(&days) {
            return Ok(Self(days));
        }
        Err(format!("a token is good for 1 to {MAX_DAYS} days, not {days}"))
    }
}

/// A page of tokens, the oldest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TokenList {
    /// The tokens.
    pub(crate) items: Vec<Token>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "IjAxOTk4YTRlIg")]
    pub(crate) next_page_token: Option<String>,
}

/// A member of a namespace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Member {
    /// Who.
    #[schema(value_type = String, example = "ada")]
    pub(crate) principal: PrincipalName,
    /// `reader`, `publisher`, `promoter`, `admin`.
    #[schema(value_type = Vec<String>, example = json!(["publisher", "promoter"]))]
    pub(crate) roles: Roles,
    /// When they became one.
    #[schema(value_type = String, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) created_at: Timestamp,
}

impl From<rows::Member> for Member {
    fn from(row: rows::Member) -> Self {
        let rows::Member { principal, roles, created_at } = row;
        Self { principal, roles, created_at }
    }
}

/// The roles that a member is to have, in place of those that they have.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"roles": ["publisher"]}))]
pub(crate) struct MemberSet {
    /// `reader`, `publisher`, `promoter`, `admin`; at least one.
    #[schema(value_type = Vec<String>, min_items = 1)]
    pub(crate) roles: Vec<Role>,
}

/// A page of members, by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MemberList {
    /// The members.
    pub(crate) items: Vec<Member>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ImFkYSI")]
    pub(crate) next_page_token: Option<String>,
}

/// The roles of a principal in one namespace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Membership {
    /// The namespace.
    #[schema(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// `reader`, `publisher`, `promoter`, `admin`.
    #[schema(value_type = Vec<String>, example = json!(["publisher"]))]
    pub(crate) roles: Roles,
}

/// Whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Me {
    /// Who they are.
    pub(crate) principal: Principal,
    /// The token that they came with.
    pub(crate) token: Token,
    /// Whether they administer the registry as a whole.
    #[schema(example = false)]
    pub(crate) administrator: bool,
    /// Where they are a member, by namespace.
    pub(crate) memberships: Vec<Membership>,
}

/// `/principals/{principal}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct PrincipalPath {
    /// The principal.
    #[param(value_type = String, example = "fraud-ci")]
    pub(crate) principal: PrincipalName,
}

/// `/principals/{principal}/tokens/{token}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct PrincipalTokenPath {
    /// The principal.
    #[param(value_type = String, example = "fraud-ci")]
    pub(crate) principal: PrincipalName,
    /// The identifier of the token.
    #[param(value_type = String, example = "01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e")]
    pub(crate) token: Uuid,
}

/// `/me/tokens/{token}`.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct TokenPath {
    /// The identifier of the token.
    #[param(value_type = String, example = "01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e")]
    pub(crate) token: Uuid,
}

/// `/namespaces/{namespace}/members/{principal}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct MemberPath {
    /// The namespace.
    #[param(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// The principal.
    #[param(value_type = String, example = "ada")]
    pub(crate) principal: PrincipalName,
}
