//! Download: the bytes of a file of a version.

use std::ops::Range;
use std::time::Duration;

use registry_store::BlobError;
use registry_store::blobs::{ByteStream, Link};
use registry_store::rows::FileRecord;

use super::contract::blob_key;
use super::{Code, Failure, ModelRef, Registry};

/// Some bytes of a file, read in windows.
pub(crate) async fn read(
    registry: &Registry,
    model: ModelRef<'_>,
    file: &FileRecord,
    part: Range<u64>,
) -> Result<ByteStream, Failure> {
    let read = registry.blobs.read(&blob_key(model, file.line, file.sha256), part).await;
    read.map_err(|error| match error {
        // The part was compared with the size on record: it is the blob that is too short.
        BlobError::Range { size, .. } | BlobError::Truncated { actual: size, .. } => incomplete(model, file, size),
        other => other.into(),
    })
}

fn incomplete(model: ModelRef<'_>, file: &FileRecord, stored: u64) -> Failure {
    let FileRecord { path, size, .. } = file;
    tracing::error!(%model, %path, size, stored, "a recorded blob is incomplete in the store");
    let detail = format!("of the {size} bytes of `{path}` the store has {stored}; send the file again to repair it");
    Failure::new(Code::Internal, detail)
}

/// How long a link into the store may be used: long enough to begin a download.
const LINK: Duration = Duration::from_mins(5);

/// A link with which the client reads the file from the store itself, where the store has such a thing.
pub(crate) async fn link(
    registry: &Registry,
    model: ModelRef<'_>,
    file: &FileRecord,
    disposition: &str,
) -> Result<Option<String>, Failure> {
    let link = Link { valid: LINK, media_type: &file.media_type, disposition };
    Ok(registry.blobs.link(&blob_key(model, file.line, file.sha256), link).await?)
}
