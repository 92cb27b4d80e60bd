//! What stands in the paths of routes.

use registry_core::name::NamespaceName;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::{model_of, model_path};

/// `/namespaces/{namespace}`.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(crate) struct NamespacePath {
    /// The namespace.
    #[param(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
}

model_path! {
    /// `/namespaces/{namespace}/models/{model}`.
    ModelPath {}
}

model_of!(ModelPath);
