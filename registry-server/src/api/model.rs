//! Models on the wire.

use std::collections::BTreeMap;

use jiff::Timestamp;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Version;
use registry_store::rows;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::object::objects;

/// A model: what its versions are versions of.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Model {
    /// The namespace.
    #[schema(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// Its name.
    #[schema(value_type = String, example = "iris")]
    pub(crate) name: ModelName,
    /// What people should know about it.
    #[schema(example = "Tells three species of iris apart")]
    pub(crate) description: String,
    /// Free-form labels.
    #[schema(example = json!({"team": "flowers"}))]
    pub(crate) labels: BTreeMap<String, String>,
    /// Rises with every change of the model, its versions or its channels; also the `ETag`.
    #[schema(example = 7)]
    pub(crate) revision: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime, example = "2026-05-01T00:00:00Z")]
    pub(crate) created_at: Timestamp,
    /// When it was archived: it takes no new versions since.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) archived_at: Option<Timestamp>,
    /// The highest stable version that is served; only where one model is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) latest: Option<Version>,
    /// The number of its versions, whatever their state; only where one model is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 3)]
    pub(crate) versions: Option<usize>,
}

impl From<rows::Model> for Model {
    fn from(row: rows::Model) -> Self {
        Self {
            namespace: row.namespace,
            name: row.name,
            description: row.description,
            labels: row.labels,
            revision: row.revision,
            created_at: row.created_at,
            archived_at: row.archived_at,
            latest: None,
            versions: None,
        }
    }
}

/// A model to make.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"name": "iris", "description": "Tells three species of iris apart", "labels": {"team": "flowers"}}))]
pub(crate) struct ModelCreate {
    /// Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
    #[schema(value_type = String)]
    pub(crate) name: ModelName,
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::description")]
    pub(crate) description: String,
    /// Free-form labels.
    #[serde(default, deserialize_with = "super::text::labels")]
    pub(crate) labels: BTreeMap<String, String>,
}

/// What is to change of a model; what is absent stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"description": "Tells four species of iris apart"}))]
pub(crate) struct ModelUpdate {
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::new_description")]
    pub(crate) description: Option<String>,
    /// Free-form labels; these replace all of them.
    #[serde(default, deserialize_with = "super::text::new_labels")]
    pub(crate) labels: Option<BTreeMap<String, String>>,
}

objects!(ModelCreate, ModelUpdate);

/// A page of models, by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ModelList {
    /// The models.
    pub(crate) items: Vec<Model>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}
