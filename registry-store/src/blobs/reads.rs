//! Reading through `object_store`: the same for every backend.

use std::future::ready;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _};
use object_store::path::Path;
use object_store::{GetOptions, GetRange, GetResultPayload, ObjectMeta, ObjectStore, ObjectStoreExt as _};
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

/// Some bytes of an object, in the pieces in which they came: to put them together would hold them twice.
struct Window {
    /// What the store says that they are.
    range: Range<u64>,
    /// The size of the whole object.
    size: u64,
    pieces: Vec<Bytes>,
}

impl Window {
    fn length(&self) -> u64 {
        let length: usize = self.pieces.iter().map(Bytes::len).sum();
        u64::try_from(length).unwrap_or(u64::MAX)
    }
}

async fn fetch(store: &dyn ObjectStore, path: &Path, range: Range<u64>) -> object_store::Result<Window> {
    let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
    let found = store.get_opts(path, options).await?;
    let (range, size) = (found.range.clone(), found.meta.size);
    let pieces = match found.payload {
        // At once; as a stream it would be many small reads.
        GetResultPayload::File(..) => vec![found.bytes().await?],
        GetResultPayload::Stream(pieces) => pieces.try_collect().await?,
    };
    Ok(Window { range, size, pieces })
}

fn pieces(window: Window) -> impl Stream<Item = io::Result<Bytes>> + Send {
    stream::iter(window.pieces.into_iter().map(Ok))
}

fn joined(pieces: Vec<Bytes>) -> Bytes {
    match <[Bytes; 1]>::try_from(pieces) {
        Ok([whole]) => whole,
        Err(pieces) => pieces.concat().into(),
    }
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
        if range.is_empty() {
            return self.check(key, &range).await.map(|()| Bytes::new());
        }
        Ok(joined(self.window(key, range).await?.pieces))
    }

    /// Some bytes of a blob: at least one, and exactly those of the range.
    async fn window(&self, key: &BlobKey, range: Range<u64>) -> Result<Window, BlobError> {
        let doing = "reading a blob";
        let window = match fetch(self.store.as_ref(), &path_of(key), range.clone()).await {
            Ok(window) => window,
            Err(error @ object_store::Error::NotFound { .. }) => return Err(BlobError::object(doing, key, error)),
            // Backends differ in how they refuse a range that begins behind the end.
            Err(error) => return self.check(key, &range).await.and(Err(BlobError::store(doing, error))),
        };
        if window.range != range {
            return Err(BlobError::Range { start: range.start, end: range.end, size: window.size });
        }
        let (expected, actual) = (range.end - range.start, window.length());
        if expected != actual {
            return Err(BlobError::Truncated { key: key.clone(), expected, actual });
        }
        Ok(window)
    }

    /// Whether the blob is there and has the range, the first window tells: to ask before would cost a request more.
    pub(super) async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError> {
        let window = {
            let (reads, key) = (self.clone(), key.clone());
            move |window| {
                let (reads, key) = (reads.clone(), key.clone());
                async move { reads.window(&key, window).await }
            }
        };
        let mut fetched = stream::iter(windows(range.clone(), self.window)).map(window).buffered(1 + AHEAD);
        let Range { start, end } = range;
        let first = match fetched.next().await {
            None => return self.check(key, &range).await.map(|()| stream::empty().boxed()),
            Some(Ok(first)) if end <= first.size => first,
            Some(Ok(Window { size, .. }) | Err(BlobError::Range { size, .. })) => {
                return Err(BlobError::Range { start, end, size });
            }
            Some(Err(error)) => return Err(error),
        };
        let windows = stream::once(ready(Ok(first))).chain(fetched).map_err(io::Error::from);
        Ok(windows.map_ok(pieces).try_flatten().boxed())
    }

    /// A whole object of this size as a stream, whatever its name. An object that is shorter ends it with an error.
    pub(super) fn stream(&self, path: &Path, size: u64) -> ByteStream {
        let (store, path) = (Arc::clone(&self.store), path.clone());
        let window = move |window| {
            let (store, path) = (Arc::clone(&store), path.clone());
            async move { fetch(store.as_ref(), &path, window).await.map_err(io::Error::other) }
        };
        let windows = stream::iter(windows(0..size, self.window)).map(window).buffered(1 + AHEAD);
        windows.map_ok(pieces).try_flatten().boxed()
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
