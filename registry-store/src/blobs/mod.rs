//! The blob port: the bytes of models, under keys that say what the bytes are.

mod bucket;
mod bucket_sessions;
mod bucket_upload;
mod error;
mod intake;
mod key;
mod local;
mod local_sessions;
mod memory;
mod memory_sessions;
mod provider;
mod range_read;
mod reads;
mod sessions;
mod staging;

use std::ops::Range;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use registry_core::digest::Digest;

pub use bucket::BucketBlobs;
pub use error::BlobError;
pub use intake::body_channel;
pub use key::{BlobKey, BlobKeyError, BlobPrefix};
pub use local::LocalBlobs;
pub use memory::{Call, Fault, MemoryBlobs};
pub use provider::{OpenError, install_tls};
pub use range_read::BlobRangeRead;
pub use sessions::{Cut, MAX_FILE_BYTES, Part, PartLink, Session, Sessions};

/// Bytes on their way in or out.
pub type ByteStream = BoxStream<'static, std::io::Result<Bytes>>;

/// What a body may weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeRule {
    /// The size that was announced, if it was.
    pub expected: Option<u64>,
    /// The largest size that is taken.
    pub limit: u64,
}

/// What a link to a blob is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link<'a> {
    /// How long it may be used.
    pub valid: Duration,
    /// The `Content-Type` that the store answers with.
    pub media_type: &'a str,
    /// The `Content-Disposition` that the store answers with.
    pub disposition: &'a str,
}

/// The size and digest of bytes that were read to their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// The number of bytes.
    pub size: u64,
    /// The digest of the bytes.
    pub sha256: Digest,
}

/// An object that a listing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// A blob.
    Blob {
        /// Its key.
        key: BlobKey,
        /// Its size in bytes.
        size: u64,
    },
    /// Something that the registry did not put there.
    Stranger {
        /// Its path in the store.
        path: String,
        /// Its size in bytes.
        size: u64,
    },
}

/// The bytes of the registry. It knows nothing of versions: what is stored here becomes visible by the metadata alone.
///
/// Guarantees of every backend, held by the suite in `tests/blobs`:
///
/// - **Verified.** What is under a key had the digest of the key, over all its bytes, when it was stored.
/// - **All or nothing.** A blob is under its key whole or not at all. A body that is wrong, too large or broken off, a
///   call that is dropped and a process that is killed leave nothing under the key; what they leave elsewhere is swept.
/// - **Durable.** When `put` or `copy` has answered, bytes and name survive a kill and a loss of power. That holds for a
///   blob that was there before, too.
/// - **Never changed.** There is no way to put other bytes under a key. Storing a blob again is no error, and repairs one
///   that was damaged.
/// - **Bounded.** A body and a read take a few MiB of memory, whatever the size of the blob, and no thread while they
///   wait for the other side.
/// - Look-ups answer `None` for what is not there; what that means is the caller's to say.
#[async_trait]
pub trait Blobs: Sessions + std::fmt::Debug {
    /// The name of the backend: `local-blobs`, `bucket-blobs` or `memory-blobs`.
    fn backend(&self) -> &'static str;

    /// Stores a body under the key of its digest.
    ///
    /// The body is read to its end and hashed even when the blob is already there: the sender learns of wrong bytes in
    /// any case. What is there is read, too, and replaced when it is no longer what the key promises.
    ///
    /// # Errors
    /// [`BlobError::WrongDigest`], [`BlobError::WrongSize`], [`BlobError::TooLarge`] and [`BlobError::Body`] are the
    /// sender's; nothing is under the key then that was not there before.
    async fn put(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError>;

    /// The size of a blob in bytes.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn head(&self, key: &BlobKey) -> Result<Option<u64>, BlobError>;

    /// Whether a blob is there.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn exists(&self, key: &BlobKey) -> Result<bool, BlobError> {
        Ok(self.head(key).await?.is_some())
    }

    /// Some bytes of a blob, all at once: exactly those of the range.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], or [`BlobError::Range`] when the range is not inside the blob.
    async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError>;

    /// Some bytes of a blob as a stream, read in windows with the next two on their way.
    ///
    /// The bytes are not verified: whoever needs certainty hashes what arrives.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], or [`BlobError::Range`] when the range is not inside the blob. What fails later is in
    /// the stream.
    async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError>;

    /// A link with which anybody may read this blob from the store itself, for a while; none where the store has no such
    /// thing. It is a secret as long as it is valid. That the blob is there is not checked.
    ///
    /// # Errors
    /// When the store has the means and they fail.
    async fn link(&self, _key: &BlobKey, _link: Link<'_>) -> Result<Option<String>, BlobError> {
        Ok(None)
    }

    /// Gives a blob a second key, in another line, with the guarantees of `put`. The bytes are not read.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], or [`BlobError::WrongDigest`] when the keys have different digests.
    async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError>;

    /// Removes a blob. One that is not there is no error. The removal may be lost with the power, never the other way
    /// round.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError>;

    /// Every object of a part of the store, in no order, without staging.
    fn list(&self, prefix: &BlobPrefix) -> BoxStream<'static, Result<Listed, BlobError>>;

    /// Reads a blob to its end and compares it with its key.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], or [`BlobError::WrongDigest`] when its bytes are no longer those that were stored.
    async fn verify(&self, key: &BlobKey) -> Result<Stored, BlobError>;

    /// Whether the store answers and takes writes. It leaves nothing that a listing shows.
    ///
    /// # Errors
    /// When it does not.
    async fn ping(&self) -> Result<(), BlobError>;

    /// Removes what dead uploads have left and nobody has written to for this long. Answers how many there were.
    /// A living upload is not touched. Sessions live longer than a week after their last part.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn sweep_staging(&self, older_than: Duration) -> Result<u64, BlobError>;
}
