//! Search results on the wire.

use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Version;
use serde::Serialize;
use utoipa::ToSchema;

/// A model that was found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct SearchHit {
    /// The namespace.
    #[schema(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// The name of the model.
    #[schema(value_type = String, example = "iris")]
    pub(crate) name: ModelName,
    /// What people should know about it.
    #[schema(example = "tells three kinds of iris apart")]
    pub(crate) description: String,
    /// The highest stable version that is served without being asked for by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) latest: Option<Version>,
}

/// A page of models, by namespace and name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct SearchHitList {
    /// The models.
    pub(crate) items: Vec<SearchHit>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}
