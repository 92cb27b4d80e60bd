//! A companion beside a small model.

use registry_formats::{Extraction, FormatError};

use crate::common::{error, one, read};

/// A small model with one companion.
pub(crate) fn with(path: &str, text: &str) -> Result<Extraction, FormatError> {
    read(&[("model.safetensors", one("w")), (path, text.as_bytes().to_vec())])
}

/// The error of a companion that must have one, as text.
pub(crate) fn fails(path: &str, text: &str) -> String {
    error(&[("model.safetensors", one("w")), (path, text.as_bytes().to_vec())])
}
