//! Paths of the API for references.

use registry_core::name::{ModelName, NamespaceName};
use registry_core::reference::Reference;

use crate::error::CliError;

/// The path of a model.
pub(crate) fn model_path(namespace: &NamespaceName, model: &ModelName) -> String {
    format!("/api/v1/namespaces/{namespace}/models/{model}")
}

/// The path of the model that a reference names.
pub(crate) fn path_of(reference: &Reference) -> String {
    model_path(&reference.namespace, &reference.model)
}

/// A text as one segment of a path or one value of a query.
pub(crate) fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// The exact version that a changing command needs: `ns/model@1.2.3`.
pub(crate) fn exact(reference: &Reference) -> Result<String, CliError> {
    match &reference.selector {
        Some(registry_core::selector::Selector::Exact(version)) => Ok(version.to_string()),
        _ => Err(CliError::Argument(format!(
            "`{reference}` does not name one version; write `{}/{}@1.2.3`",
            reference.namespace, reference.model
        ))),
    }
}
