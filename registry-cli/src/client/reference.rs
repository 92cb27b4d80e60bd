//! References, as the generated client takes them.

use registry_core::reference::Reference;
use registry_core::selector::Selector;

use crate::error::CliError;

/// The exact version that a changing command needs: `ns/model@1.2.3`.
pub(crate) fn exact(reference: &Reference) -> Result<String, CliError> {
    match &reference.selector {
        Some(Selector::Exact(version)) => Ok(version.to_string()),
        _ => Err(CliError::Argument(format!(
            "`{reference}` does not name one version; write `{}/{}@1.2.3`",
            reference.namespace, reference.model
        ))),
    }
}

/// A request about the model of a reference.
macro_rules! about {
    ($request:expr, $reference:expr) => {
        $request.namespace($reference.namespace.as_str()).model($reference.model.as_str())
    };
}
pub(crate) use about;
