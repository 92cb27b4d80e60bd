//! What the server is and can do.

use serde::Serialize;
use utoipa::ToSchema;

/// Whether the server runs, or can work.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok` or `ready`.
    #[schema(example = "ok")]
    pub(crate) status: &'static str,
}

/// The server.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Meta {
    /// `registry`.
    #[schema(example = "registry")]
    pub(crate) server: &'static str,
    /// Its version.
    #[schema(example = "0.1.0")]
    pub(crate) version: &'static str,
    /// The version of the API.
    #[schema(example = "v1")]
    pub(crate) api: &'static str,
    /// The version of the rule catalogue.
    #[schema(example = "1")]
    pub(crate) ruleset: &'static str,
    /// The version of the code that reads contracts out of files.
    #[schema(example = "1")]
    pub(crate) extractor: &'static str,
    /// Its limits.
    pub(crate) limits: Limits,
    /// What it is built of and can do.
    #[schema(example = json!(["sqlite", "local-blobs"]))]
    pub(crate) features: Vec<&'static str>,
}

/// The limits of a server.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "every limit is a maximum, and the API says so by name")]
pub(crate) struct Limits {
    /// The largest file that is sent at once; a larger one goes in parts.
    #[schema(example = 1_073_741_824_u64)]
    pub(crate) max_upload_bytes: u64,
    /// The largest file.
    #[schema(example = 5_497_558_138_880_u64)]
    pub(crate) max_file_bytes: u64,
    /// The largest page of a list.
    #[schema(example = 500)]
    pub(crate) max_page_size: u32,
    /// The most files of a version.
    #[schema(example = 10_000)]
    pub(crate) max_files: usize,
}

impl Meta {
    /// This server.
    pub(crate) fn of_this_server(
        (max_page_size, max_upload_bytes, max_file_bytes): (u32, u64, u64),
        features: Vec<&'static str>,
    ) -> Self {
        Self {
            server: "registry",
            version: env!("CARGO_PKG_VERSION"),
            api: "v1",
            ruleset: registry_core::compat::catalogue::RULESET,
            extractor: registry_formats::EXTRACTOR,
            limits: Limits {
                max_upload_bytes,
                max_file_bytes,
                max_page_size,
                max_files: registry_core::manifest::MAX_FILES,
            },
            features,
        }
    }
}
