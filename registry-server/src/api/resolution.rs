//! Resolutions on the wire.

use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::resolve::{self, Warning};
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::Serialize;
use utoipa::ToSchema;

use super::version::File;

/// The one version that answers a selector.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Resolution {
    /// The namespace.
    #[schema(value_type = String, example = "acme")]
    pub(crate) namespace: NamespaceName,
    /// The model.
    #[schema(value_type = String, example = "iris")]
    pub(crate) model: ModelName,
    /// The version.
    #[schema(value_type = String, example = "1.1.0")]
    pub(crate) version: Version,
    /// The digest of its manifest.
    #[schema(value_type = String, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) digest: Digest,
    /// Its state.
    #[schema(value_type = String, example = "active")]
    pub(crate) state: VersionState,
    /// How it was chosen.
    pub(crate) why: Why,
    /// The revision of the channel that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 7)]
    pub(crate) channel_revision: Option<u64>,
    /// What a consumer should know about the version.
    pub(crate) warnings: Vec<ResolutionWarning>,
    /// Whether this is the latest version and not the one asked for.
    #[schema(example = false)]
    pub(crate) fallback: bool,
    /// Why the one asked for is not served.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fallback_reason: Option<FallbackReason>,
    /// The files of the version.
    pub(crate) files: Vec<File>,
}

/// How a version was chosen.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Why {
    /// `digest`, `exact`, `range`, `latest` or `channel`.
    #[schema(value_type = String, example = "range")]
    pub(crate) kind: resolve::WhyKind,
    /// The selector, in its canonical spelling.
    #[schema(example = "^1.0")]
    pub(crate) selector: String,
    /// How many versions there were to choose from.
    #[schema(example = 2)]
    pub(crate) candidates: usize,
}

/// What a consumer should know about the version it gets.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ResolutionWarning {
    /// `deprecated`, `yanked`, or `unsafe`: something in its files runs code when it is loaded, or cannot be looked into.
    #[schema(example = "deprecated")]
    pub(crate) code: &'static str,
    /// What its author said, or what is unsafe.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "the labels were shuffled")]
    pub(crate) reason: Option<String>,
}

/// Why the version asked for is not served.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FallbackReason {
    /// The code that the problem would have had.
    #[schema(example = "version-disabled")]
    pub(crate) code: &'static str,
    /// The reason in words.
    #[schema(example = "2.0.0 is disabled")]
    pub(crate) detail: String,
}

impl From<resolve::Why> for Why {
    fn from(why: resolve::Why) -> Self {
        Self { kind: why.kind, selector: why.selector, candidates: why.candidates }
    }
}

impl From<Warning> for ResolutionWarning {
    fn from(warning: Warning) -> Self {
        match warning {
            Warning::Deprecated { reason } => Self { code: "deprecated", reason },
            Warning::Yanked { reason } => Self { code: "yanked", reason },
        }
    }
}
