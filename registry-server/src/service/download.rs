//! Download: the bytes of a file of a version.

use std::ops::Range;

use registry_store::blobs::ByteStream;
use registry_store::rows::FileRecord;

use super::contract::blob_key;
use super::{Failure, ModelRef, Registry};

/// Some bytes of a file, read in windows.
pub(crate) async fn read(
    registry: &Registry,
    model: ModelRef<'_>,
    file: &FileRecord,
    part: Range<u64>,
) -> Result<ByteStream, Failure> {
    Ok(registry.blobs.read(&blob_key(model, file.line, file.sha256), part).await?)
}
