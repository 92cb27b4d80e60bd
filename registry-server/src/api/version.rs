//! Versions on the wire.

use std::collections::BTreeMap;

use jiff::Timestamp;
use registry_core::bump::RequiredBump;
use registry_core::compat::{ConsumerChange, Digit, Retraining};
use registry_core::contract::artifact::Evaluation;
use registry_core::declared::Declared;
use registry_core::digest::Digest;
use registry_core::manifest::{FilePath, Lineage, MediaType};
use registry_core::name::{ChannelName, ModelName, NamespaceName};
use registry_core::publish::Requested;
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use registry_core::version::{Line, Version as Number};
use registry_store::rows::FileRecord;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::object::objects;
use super::verdict::Verdict;
use super::{model_of, model_path};

model_path! {
    /// Which version a change is about: an exact number.
    VersionPath {
        /// The number.
        #[param(value_type = String, example = "1.0.0")]
        version: Number,
    }
}

model_path! {
    /// Which version is to be read: a number, a range, `latest`, a channel or a digest.
    SelectorPath {
        /// The selector.
        #[param(value_type = String, example = "1.0.0")]
        version: Selector,
    }
}

model_path! {
    /// Which file of which version is to be read.
    VersionFilePath {
        /// The selector.
        #[param(value_type = String, example = "1.0.0")]
        version: Selector,
        /// The path of the file inside the version.
        #[param(value_type = String, example = "model.onnx")]
        path: FilePath,
    }
}

model_of!(VersionPath, SelectorPath, VersionFilePath);

/// How a number rises that the registry chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Bump {
    /// To the smallest acceptable one.
    Auto,
    /// By the first digit.
    Major,
    /// By the second digit.
    Minor,
    /// By the third digit.
    Patch,
}

impl Bump {
    /// What the rules are asked for.
    pub(crate) fn requested(self, line: Option<Line>) -> Requested {
        let digit = match self {
            Self::Auto => return Requested::Auto { line },
            Self::Major => Digit::Major,
            Self::Minor => Digit::Minor,
            Self::Patch => Digit::Patch,
        };
        Requested::Bump { digit, line }
    }
}

/// An uploaded file, and where it lies inside the version.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({
    "path": "model.onnx",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "size": 4
}))]
pub(crate) struct FileRef {
    /// The path inside the version: relative, with forward slashes.
    #[schema(value_type = String)]
    pub(crate) path: FilePath,
    /// The SHA-256 of the bytes.
    #[serde(with = "super::digest")]
    #[schema(value_type = String)]
    pub(crate) sha256: Digest,
    /// The number of bytes.
    pub(crate) size: u64,
    /// The media type; by the extension of the path when it is absent.
    #[schema(value_type = Option<String>)]
    pub(crate) media_type: Option<MediaType>,
}

/// A version to publish.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({
    "version": "1.0.0",
    "files": [{
        "path": "model.onnx",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "size": 4
    }],
    "declared": {"license": "Apache-2.0"},
    "lineage": {"commit": "4f9c2d1"},
    "description": "trained on the cleaned set"
}))]
pub(crate) struct VersionCreate {
    /// The number; without it, `bump` decides.
    pub(crate) version: Option<String>,
    /// How the number rises, when none is named; `auto` without it.
    pub(crate) bump: Option<Bump>,
    /// The line in which the number rises; the highest without it.
    #[serde(default, deserialize_with = "super::line::optional")]
    #[schema(value_type = Option<String>)]
    pub(crate) line: Option<Line>,
    /// The files, which must be uploaded already.
    pub(crate) files: Vec<FileRef>,
    /// What no file says.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub(crate) declared: Declared,
    /// Where the version comes from.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub(crate) lineage: Lineage,
    /// Reports of an evaluation; no part of the digest.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub(crate) evaluation: Evaluation,
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::description")]
    pub(crate) description: String,
    /// Free-form labels.
    #[serde(default, deserialize_with = "super::text::labels")]
    pub(crate) labels: BTreeMap<String, String>,
    /// The line that the files were uploaded to, when the number does not say it.
    #[serde(default, deserialize_with = "super::line::optional")]
    #[schema(value_type = Option<String>)]
    pub(crate) upload_line: Option<Line>,
}

/// What is to change of a version; what is absent stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"description": "trained on the cleaned set"}))]
pub(crate) struct VersionUpdate {
    /// What people should know about it.
    #[serde(default, deserialize_with = "super::text::new_description")]
    pub(crate) description: Option<String>,
    /// Free-form labels; these replace all of them.
    #[serde(default, deserialize_with = "super::text::new_labels")]
    pub(crate) labels: Option<BTreeMap<String, String>>,
}

/// Why the state of a version changes.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({"reason": "the labels were shuffled"}))]
pub(crate) struct StateChange {
    /// The reason; yank, deprecate and disable need one.
    #[serde(default, deserialize_with = "super::text::optional_reason")]
    pub(crate) reason: Option<String>,
}

objects!(FileRef, VersionCreate, VersionUpdate, StateChange);

/// One published state of a model.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the field's word for the number of a version")]
pub(crate) struct Version {
    /// The namespace.
    #[schema(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// The model.
    #[schema(value_type = String, example = "iris")]
    pub(crate) model: ModelName,
    /// The number.
    #[schema(value_type = String, example = "1.1.0")]
    pub(crate) version: Number,
    /// The place among the versions of the model: 1, 2, 3…
    #[schema(example = 3)]
    pub(crate) ordinal: u64,
    /// The compatibility line, which has a storage path of its own.
    #[schema(value_type = String, example = "1")]
    pub(crate) line: Line,
    /// `active`, `deprecated`, `yanked`, `disabled` or `deleted`.
    #[schema(value_type = String, example = "active")]
    pub(crate) state: VersionState,
    /// Why it has that state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "the labels were shuffled")]
    pub(crate) state_reason: Option<String>,
    /// The digest of the manifest: it names the version and all that it is made of.
    #[schema(value_type = String, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) digest: Digest,
    /// The digest of the contract.
    #[schema(value_type = String, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) contract_digest: Digest,
    /// The digest of files and contract, without lineage.
    #[schema(value_type = String, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) content_digest: Digest,
    /// What people should know about it.
    #[schema(example = "trained on the cleaned set")]
    pub(crate) description: String,
    /// Free-form labels.
    #[schema(example = json!({"team": "risk"}))]
    pub(crate) labels: BTreeMap<String, String>,
    /// When it was published.
    #[schema(value_type = String, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) created_at: Timestamp,
    /// Who published it.
    #[schema(example = "admin")]
    pub(crate) created_by: String,
    /// The channels that serve it.
    #[schema(value_type = Vec<String>, example = json!(["production"]))]
    pub(crate) channels: Vec<ChannelName>,
    /// The channels that the change of state touched; only in answers to changes of state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<String>>)]
    pub(crate) affected_channels: Option<Vec<ChannelName>>,
    /// The files, by path; only where one version is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) files: Option<Vec<File>>,
    /// What it was judged as when it was published; only where one version is asked for.
    #[serde(flatten)]
    pub(crate) impact: Option<Impact>,
    /// The verdict that it was accepted with; only in the answer to a publish.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Verdict>)]
    pub(crate) verdict: Option<Value>,
}

/// What the verdict said when a version was published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Impact {
    /// The version that it was compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.0.0")]
    pub(crate) base: Option<Number>,
    /// The semantic class of what changed since.
    #[schema(value_type = String, example = "minor")]
    pub(crate) required_bump: RequiredBump,
    /// Whether the model must be trained again.
    #[schema(value_type = String, example = "none")]
    pub(crate) retraining: Retraining,
    /// Whether consumers must change.
    #[schema(value_type = String, example = "optional")]
    pub(crate) consumer_change: ConsumerChange,
}

/// One file of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct File {
    /// The path inside the version.
    #[schema(value_type = String, example = "model.onnx")]
    pub(crate) path: FilePath,
    /// The number of bytes.
    #[schema(example = 4)]
    pub(crate) size: u64,
    /// The SHA-256 of the bytes.
    #[serde(with = "super::digest")]
    #[schema(value_type = String, example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) sha256: Digest,
    /// The media type.
    #[schema(example = "application/vnd.onnx")]
    pub(crate) media_type: String,
}

impl From<FileRecord> for File {
    fn from(row: FileRecord) -> Self {
        let FileRecord { path, size, sha256, media_type, line: _ } = row;
        Self { path, size, sha256, media_type }
    }
}

/// A page of versions, newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct VersionList {
    /// The versions.
    pub(crate) items: Vec<Version>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}

/// The files of a version, by path.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FileList {
    /// The files.
    pub(crate) items: Vec<File>,
}
