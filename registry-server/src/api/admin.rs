//! What administrators see.

use registry_core::manifest::FilePath;
use serde::Serialize;
use utoipa::ToSchema;

/// Whether the rows of the registry and its bytes say the same.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub(crate) struct FsckReport {
    /// The number of versions whose files were looked up.
    #[schema(example = 9)]
    pub(crate) checked_versions: u64,
    /// The number of recorded blobs that were looked up.
    #[schema(example = 12)]
    pub(crate) checked_blobs: u64,
    /// Recorded blobs without bytes, and versions that name a blob that is not recorded.
    pub(crate) missing: Vec<String>,
    /// Blobs of another size than recorded.
    pub(crate) wrong_size: Vec<String>,
    /// Blobs with other bytes than recorded; only a deep check reads them. Once found they stay here, and are asked for
    /// again, until they were sent again or a deep check finds them sound.
    pub(crate) wrong_digest: Vec<String>,
    /// Blobs that the store cannot read although it answers, such as those on a broken sector of a disk.
    pub(crate) unreadable: Vec<String>,
    /// The files of versions that these blobs are for. Publishing the same files again repairs them.
    pub(crate) affected: Vec<AffectedFile>,
    /// Objects that no row records: waste, such as an upload that was never finished. They do no harm.
    pub(crate) orphans: Vec<String>,
    /// The number of uploads in parts that are not complete.
    #[schema(example = 0)]
    pub(crate) open_uploads: u64,
    /// What lies in staging and belongs to no upload: a sweep removes it when it is old.
    pub(crate) leftovers: Vec<String>,
    /// Whether every recorded byte is there.
    #[schema(example = true)]
    pub(crate) clean: bool,
}

/// A file of a version whose bytes are missing or damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct AffectedFile {
    /// The version.
    #[schema(example = "acme/iris@1.0.0")]
    pub(crate) version: String,
    /// The path of the file in the version.
    #[schema(value_type = String, example = "model.onnx")]
    pub(crate) path: FilePath,
    /// The blob that is missing or damaged.
    #[schema(example = "acme/iris/lines/1/sha256/b7/b70b9a82c79de2294b47da417a9002050667501aad508480374b2811d672a135")]
    pub(crate) blob: String,
}
