//! Uploads on the wire.

use std::collections::BTreeMap;

use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::version::Line;
use registry_store::uploads::UploadPart;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::object::objects;
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

model_path! {
    /// Which part a request is about: the parts of its path.
    PartPath {
        /// The upload.
        #[param(example = "1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
        upload: String,
        /// The number of the part, from 1 on.
        #[param(example = 1)]
        number: u32,
    }
}

model_of!(PartPath);

/// A file to send.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
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
    /// Some parts are there.
    Uploading,
    /// All parts are there, and the whole is being read.
    Verifying,
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
    "url": "/api/v1/namespaces/acme/models/iris/uploads/1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/content",
    "part_size": 16_777_216,
    "part_count": 1,
    "part_links": false
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
    /// Where to `PUT` all bytes at once; absent when they are too many for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// The size of every part but the last, in bytes, for sending it in parts.
    pub(crate) part_size: u64,
    /// How many parts there are; they are numbered from 1 on.
    pub(crate) part_count: u32,
    /// The parts that are there, by number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) parts: Vec<PartSummary>,
    /// Whether parts may go to the object store itself, by `part-links`.
    pub(crate) part_links: bool,
    /// What the parts were together when they were last refused; then they are gone, and the upload begins anew.
    #[serde(serialize_with = "super::digest::optional::serialize", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub(crate) refused_sha256: Option<Digest>,
    /// When the parts that are there may be removed, unless another comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(crate) expires_at: Option<Timestamp>,
}

/// A part whose bytes are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 1,
    "size": 4,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
}))]
pub(crate) struct PartSummary {
    /// The number, from 1 on.
    pub(crate) number: u32,
    /// The size in bytes.
    pub(crate) size: u64,
    /// The SHA-256 of the bytes.
    #[serde(with = "super::digest")]
    #[schema(value_type = String)]
    pub(crate) sha256: Digest,
}

impl From<&UploadPart> for PartSummary {
    fn from(part: &UploadPart) -> Self {
        Self { number: part.number, size: part.size, sha256: part.sha256 }
    }
}

/// Parts to be sent to the object store itself.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({
    "parts": [{"number": 1, "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]
}))]
pub(crate) struct PartLinksCreate {
    /// The parts; at most 100.
    pub(crate) parts: Vec<PartWanted>,
}

/// A part to be sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct PartWanted {
    /// The number, from 1 on.
    #[schema(example = 1)]
    pub(crate) number: u32,
    /// The SHA-256 of its bytes, which the store compares.
    #[serde(with = "super::digest")]
    #[schema(value_type = String, example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) sha256: Digest,
}

/// Where to send parts.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({"parts": [{
    "number": 1,
    "url": "https://bucket.example.com/uploads/1?X-Amz-Signature=…",
    "headers": {"x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="}
}]}))]
pub(crate) struct PartLinks {
    /// One link a part. Each may be used for five minutes.
    pub(crate) parts: Vec<PartLink>,
}

/// Where to send one part.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PartLink {
    /// The number of the part.
    #[schema(example = 1)]
    pub(crate) number: u32,
    /// Where to `PUT` its bytes. A secret as long as it is valid.
    #[schema(example = "https://bucket.example.com/staging/part?X-Amz-Signature=…")]
    pub(crate) url: String,
    /// The headers to send with them, without which the store refuses.
    #[schema(example = json!({"x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="}))]
    pub(crate) headers: BTreeMap<String, String>,
}

/// Parts that were sent to the object store itself.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"parts": [{
    "number": 1,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "etag": "\"098f6bcd4621d373cade4e832627b4f6\""
}]}))]
pub(crate) struct PartsSent {
    /// The parts; at most 100.
    pub(crate) parts: Vec<PartSent>,
}

/// A part that was sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct PartSent {
    /// The number, from 1 on.
    #[schema(example = 1)]
    pub(crate) number: u32,
    /// The SHA-256 of its bytes.
    #[serde(with = "super::digest")]
    #[schema(value_type = String, example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) sha256: Digest,
    /// The `ETag` that the store answered.
    #[schema(example = "\"098f6bcd4621d373cade4e832627b4f6\"")]
    pub(crate) etag: String,
}

objects!(UploadCreate, PartLinksCreate, PartWanted, PartsSent, PartSent);
