//! Namespaces on the wire.

use jiff::Timestamp;
use registry_core::name::NamespaceName;
use registry_store::rows;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::object::objects;

/// A namespace: what belongs to one team.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Namespace {
    /// Its name.
    #[schema(value_type = String, example = "acme")]
    pub(crate) name: NamespaceName,
    /// What people should know about it.
    #[schema(example = "Models of the Acme team")]
    pub(crate) description: String,
    /// Whether only its members may know of it.
    #[schema(example = false)]
    pub(crate) private: bool,
    /// The most bytes that its files may take; absent when there is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 1_099_511_627_776_u64)]
    pub(crate) quota_bytes: Option<u64>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime, example = "2026-05-01T00:00:00Z")]
    pub(crate) created_at: Timestamp,
    /// Rises with every change of the namespace itself; also the `ETag`.
    #[schema(example = 1)]
    pub(crate) revision: u64,
}

impl From<rows::Namespace> for Namespace {
    fn from(row: rows::Namespace) -> Self {
        let rows::Namespace { name, description, is_private: private, quota_bytes, created_at, revision, .. } = row;
        Self { name, description, private, quota_bytes, created_at, revision }
    }
}

/// A namespace to make.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"name": "acme", "description": "Models of the Acme team"}))]
pub(crate) struct NamespaceCreate {
    /// Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
    #[schema(value_type = String)]
    pub(crate) name: NamespaceName,
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::description")]
    pub(crate) description: String,
    /// Whether only its members may know of it.
    #[serde(default)]
    pub(crate) private: bool,
}

/// What is to change of a namespace; what is absent stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"description": "Models of the whole of Acme"}))]
pub(crate) struct NamespaceUpdate {
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::new_description")]
    pub(crate) description: Option<String>,
    /// Whether only its members may know of it.
    #[serde(default)]
    pub(crate) private: Option<bool>,
    /// The most bytes that its files may take; 0 is no limit. For administrators of the registry.
    #[serde(default, deserialize_with = "quota")]
    #[schema(maximum = 9_223_372_036_854_775_807_u64, example = 1_099_511_627_776_u64)]
    pub(crate) quota_bytes: Option<u64>,
}

/// The bytes of a quota, as many as a database can hold.
fn quota<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    const MOST: u64 = i64::MAX.unsigned_abs();
    match Option::deserialize(deserializer)? {
        Some(bytes) if bytes > MOST => Err(serde::de::Error::custom(format!("`quota_bytes` is {MOST} at most"))),
        bytes => Ok(bytes),
    }
}

objects!(NamespaceCreate, NamespaceUpdate);

/// A page of namespaces, by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct NamespaceList {
    /// The namespaces.
    pub(crate) items: Vec<Namespace>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}
