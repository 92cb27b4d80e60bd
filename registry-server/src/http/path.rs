//! What stands in the paths of routes.

use registry_core::name::{ModelName, NamespaceName};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::service::ModelRef;

/// `/namespaces/{namespace}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct NamespacePath {
    /// The namespace.
    #[param(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
}

/// `/namespaces/{namespace}/models/{model}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct ModelPath {
    /// The namespace.
    #[param(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// The model.
    #[param(value_type = String, example = "iris")]
    pub(crate) model: ModelName,
}

impl ModelPath {
    /// The model.
    pub(crate) fn model_ref(&self) -> ModelRef<'_> {
        ModelRef { namespace: &self.namespace, model: &self.model }
    }
}
