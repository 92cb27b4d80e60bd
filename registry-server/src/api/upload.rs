//! Uploads on the wire.

use registry_core::digest::Digest;
use registry_core::version::Line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{model_of, model_path};

model_path! {
    /// Which upload a request is about: the parts of its path.
    UploadPath {
        /// The upload.
        #[param(example = "1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
        upload: String,
    }
}

model_of!(UploadPath);

/// A file to send.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "size": 4,
    "line": "1"
}))]
pub(crate) struct UploadCreate {
    /// The SHA-256 of the bytes: 64 hexadecimal digits.
    #[serde(with = "super::digest")]
    #[schema(value_type = String)]
    pub(crate) sha256: Digest,
    /// The number of bytes.
    pub(crate) size: u64,
    /// The compatibility line of the version to be published; its storage path takes the bytes.
    #[serde(deserialize_with = "super::line::deserialize")]
    #[schema(value_type = String)]
    pub(crate) line: Line,
}

/// Whether the bytes are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum UploadState {
    /// They are still to be sent.
    Pending,
    /// They are stored and verified.
    Complete,
}

/// A file on its way into the registry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "state": "pending",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "size": 4,
    "line": "1",
    "url": "/api/v1/namespaces/acme/models/iris/uploads/1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/content"
}))]
pub(crate) struct Upload {
    /// The identifier.
    pub(crate) id: String,
    /// Whether the bytes are there.
    pub(crate) state: UploadState,
    /// The SHA-256 of the bytes.
    #[serde(with = "super::digest")]
    #[schema(value_type = String)]
    pub(crate) sha256: Digest,
    /// The number of bytes.
    pub(crate) size: u64,
    /// The compatibility line whose storage path takes the bytes.
    #[schema(value_type = String)]
    pub(crate) line: Line,
    /// Where to `PUT` the bytes.
    pub(crate) url: String,
}
