//! Reading through `object_store`: the same for every backend.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectMeta, ObjectStore, ObjectStoreExt as _};
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};
use tokio::task::spawn_blocking;

use super::error::BlobError;
use super::key::{BlobKey, BlobPrefix};
use super::{ByteStream, Listed, Stored};

/// How many windows are on their way while one is with the reader.
const AHEAD: usize = 2;

/// The reading half of a backend.
#[derive(Debug, Clone)]
pub(super) struct Reads {
    store: Arc<dyn ObjectStore>,
    /// How many bytes one read of a stream asks for.
    window: u64,
}

/// The name of a key in the object store, which leaves every character as it is.
pub(super) fn path_of(key: &BlobKey) -> Path {
    Path::from(key.to_string())
}

impl Reads {
    /// Reads in windows of so many bytes.
    pub(super) fn new(store: Arc<dyn ObjectStore>, window: u64) -> Self {
        Self { store, window }
    }

    pub(super) async fn head(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        match self.store.head(&path_of(key)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(BlobError::store("asking for a blob", error)),
        }
    }

    /// Whether a blob of this size is there and has the bytes of its key: all of it is read. Never without a size.
    pub(super) async fn holds(&self, key: &BlobKey, size: Option<u64>) -> Result<bool, BlobError> {
        if size.is_none() || self.head(key).await? != size {
            return Ok(false);
        }
        match self.verify(key).await {
            Ok(_) => Ok(true),
            Err(BlobError::WrongDigest { .. } | BlobError::NotFound(_) | BlobError::Truncated { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Makes sure that a range is inside the blob.
    async fn check(&self, key: &BlobKey, range: &Range<u64>) -> Result<(), BlobError> {
        let size = self.head(key).await?.ok_or_else(|| BlobError::NotFound(key.clone()))?;
        let inside = range.start <= range.end && range.end <= size;
        if inside { Ok(()) } else { Err(BlobError::Range { start: range.start, end: range.end, size }) }
    }

    pub(super) async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError> {
        let doing = "reading a blob";
        if range.is_empty() {
            return self.check(key, &range).await.map(|()| Bytes::new());
        }
        let options = GetOptions { range: Some(GetRange::Bounded(range.clone())), ..GetOptions::default() };
        let found = match self.store.get_opts(&path_of(key), options).await {
            Ok(found) => found,
            Err(error @ object_store::Error::NotFound { .. }) => return Err(BlobError::object(doing, key, error)),
            // Backends differ in how they refuse a range that begins behind the end.
            Err(error) => return self.check(key, &range).await.and(Err(BlobError::store(doing, error))),
        };
        if found.range != range {
            return Err(BlobError::Range { start: range.start, end: range.end, size: found.meta.size });
        }
        let bytes = found.bytes().await.map_err(|error| BlobError::object(doing, key, error))?;
        let (expected, actual) = (range.end - range.start, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if expected != actual {
            return Err(BlobError::Truncated { key: key.clone(), expected, actual });
        }
        Ok(bytes)
    }

    pub(super) async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError> {
        self.check(key, &range).await?;
        let (reads, key, size) = (self.clone(), key.clone(), self.window);
        let window = move |window| {
            let (reads, key) = (reads.clone(), key.clone());
            async move { reads.get_range(&key, window).await.map_err(io::Error::from) }
        };
        Ok(stream::iter(windows(range, size)).map(window).buffered(1 + AHEAD).boxed())
    }

    /// A whole object of this size as a stream, whatever its name. An object that is shorter ends it with an error.
    pub(super) fn stream(&self, path: &Path, size: u64) -> ByteStream {
        let (store, path) = (Arc::clone(&self.store), path.clone());
        let window = move |window| {
            let (store, path) = (Arc::clone(&store), path.clone());
            async move { store.get_range(&path, window).await.map_err(io::Error::other) }
        };
        stream::iter(windows(0..size, self.window)).map(window).buffered(1 + AHEAD).boxed()
    }

    pub(super) fn list(&self, prefix: &BlobPrefix) -> BoxStream<'static, Result<Listed, BlobError>> {
        let prefix = Some(Path::from(prefix.to_string())).filter(|path| !path.is_root());
        let listing = self.store.list(prefix.as_ref());
        listing.map_ok(|found| listed(&found)).map_err(|error| BlobError::store("listing blobs", error)).boxed()
    }

    pub(super) async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        match self.store.delete(&path_of(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(BlobError::store("deleting a blob", error)),
        }
    }

    pub(super) async fn verify(&self, key: &BlobKey) -> Result<Stored, BlobError> {
        let doing = "reading a blob to verify it";
        let size = self.head(key).await?.ok_or_else(|| BlobError::NotFound(key.clone()))?;
        let mut hash = Sha256::new();
        for window in windows(0..size, self.window) {
            let bytes = self.get_range(key, window).await?;
            let work = move || hash.chain_update(&bytes);
            hash = spawn_blocking(work).await.map_err(|error| BlobError::task(doing, error))?;
        }
        let actual = Digest::from_bytes(hash.finalize().into());
        if actual != key.sha256 {
            return Err(BlobError::WrongDigest { expected: key.sha256, actual });
        }
        Ok(Stored { size, sha256: actual })
    }
}

fn listed(found: &ObjectMeta) -> Listed {
    let (path, size) = (found.location.to_string(), found.size);
    match path.parse() {
        Ok(key) => Listed::Blob { key, size },
        Err(_) => Listed::Stranger { path, size },
    }
}

/// A range in pieces of this size.
fn windows(range: Range<u64>, size: u64) -> impl Iterator<Item = Range<u64>> + Send {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let start = at;
        at = start.saturating_add(size).min(range.end);
        (start < range.end).then_some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_cover_a_range_once() {
        let all = |range| windows(range, 10).map(|window| (window.start, window.end)).collect::<Vec<_>>();
        assert_eq!(all(0..0), []);
        assert_eq!(all(5..6), [(5, 6)]);
        assert_eq!(all(3..14), [(3, 13), (13, 14)]);
        assert_eq!(all(u64::MAX - 1..u64::MAX), [(u64::MAX - 1, u64::MAX)]);
    }
}
