//! What a blob store answers when it cannot do as asked.

use std::io;

use registry_core::digest::Digest;

use super::key::BlobKey;

/// Why a call to the blob store failed. After a failed `put` or `copy` nothing new is under the key.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There is no such blob. Look-ups answer `None` instead.
    #[error("there is no blob `{0}`")]
    NotFound(BlobKey),
    /// The bytes are not those that the key promises.
    #[error("the bytes have the digest {actual}, but {expected} was promised")]
    WrongDigest {
        /// The digest of the key.
        expected: Digest,
        /// The digest of the bytes.
        actual: Digest,
    },
    /// The body is shorter or longer than announced. A body that is too long is not read to its end.
    #[error("{expected} bytes were announced, but {} came", received(*.expected, *.actual))]
    WrongSize {
        /// The size announced.
        expected: u64,
        /// The bytes received.
        actual: u64,
    },
    /// The body is larger than the caller allows.
    #[error("the limit is {limit} bytes, and the body is larger")]
    TooLarge {
        /// The largest size allowed.
        limit: u64,
    },
    /// The body broke off before its end.
    #[error("the body broke off: {0}")]
    Body(#[source] io::Error),
    /// The range is not inside the blob.
    #[error("bytes {start} to {end} were asked for, but the blob has {size}")]
    Range {
        /// The first byte.
        start: u64,
        /// The byte after the last.
        end: u64,
        /// The size of the blob.
        size: u64,
    },
    /// The blob has other bytes than when it was stored: fewer than its size says.
    #[error("the blob `{key}` ends after {actual} of {expected} bytes")]
    Truncated {
        /// The blob.
        key: BlobKey,
        /// The bytes asked for.
        expected: u64,
        /// The bytes that came.
        actual: u64,
    },
    /// The blob was deleted while it was being stored again. Send it again.
    #[error("the blob `{0}` was deleted meanwhile: send it again")]
    Deleted(BlobKey),
    /// The parts of an upload are not (all) there any more, or the session was completed or removed.
    #[error("the parts of the upload are gone: send them again")]
    SessionLost,
    /// The upload cannot be completed while a part is on its way, nor take one while it is completed.
    #[error("the upload is in use by another request: try again")]
    InUse,
    /// So many send at a time that there is no memory left for it.
    #[error("too many files are being sent at a time: try again")]
    Crowded,
    /// The store has no space left.
    #[error("the blob store is full, {doing}")]
    Full {
        /// What was being done.
        doing: &'static str,
    },
    /// The store does not answer or refuses.
    #[error("the blob store failed, {doing}: {source}")]
    Unavailable {
        /// What was being done.
        doing: &'static str,
        /// What the backend says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl BlobError {
    /// An error of the file system.
    pub(super) fn io(doing: &'static str, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { doing },
            _ => Self::Unavailable { doing, source: Box::new(error) },
        }
    }

    /// An error of the object store that says nothing about one key.
    pub(super) fn store(doing: &'static str, error: object_store::Error) -> Self {
        Self::Unavailable { doing, source: Box::new(error) }
    }

    /// An error of the object store about one key.
    pub(super) fn object(doing: &'static str, key: &BlobKey, error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound(key.clone()),
            other => Self::store(doing, other),
        }
    }

    /// A blocking task that did not come to its end.
    pub(super) fn task(doing: &'static str, error: tokio::task::JoinError) -> Self {
        Self::Unavailable { doing, source: Box::new(error) }
    }
}

/// For streams, whose errors are those of input and output.
impl From<BlobError> for io::Error {
    fn from(error: BlobError) -> Self {
        let kind = match error {
            BlobError::NotFound(_) => io::ErrorKind::NotFound,
            BlobError::Truncated { .. } | BlobError::Range { .. } => io::ErrorKind::UnexpectedEof,
            _ => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}

/// A body that is too long was not read to its end.
fn received(expected: u64, actual: u64) -> String {
    if actual > expected { format!("at least {actual}") } else { actual.to_string() }
}
