//! Blobs in memory, for tests, with faults on demand.

use std::collections::VecDeque;
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::memory::InMemory;
use object_store::{ObjectStore, ObjectStoreExt as _};

use super::error::BlobError;
use super::intake::{Blocking, receive};
use super::key::{BlobKey, BlobPrefix};
use super::memory_sessions::Staged;
use super::reads::{Reads, path_of};
use super::{Blobs, ByteStream, Listed, SizeRule, Stored};

/// How much one read of a stream asks for.
const WINDOW: u64 = 1 << 20;

/// Blobs that live as long as the process, and can be told to fail.
#[derive(Debug, Clone)]
pub struct MemoryBlobs {
    store: Arc<dyn ObjectStore>,
    pub(super) reads: Reads,
    faults: Arc<Mutex<VecDeque<(Call, Fault)>>>,
    pub(super) staged: Arc<Mutex<Staged>>,
}

/// Which calls a fault waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// `put`.
    Put,
    /// `get_range` and `read`.
    Read,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The store does not answer.
    Error,
    /// The last byte of the first piece is missing on its way.
    Short,
    /// A bit of the first byte is flipped on its way.
    Flip,
}

impl Default for MemoryBlobs {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryBlobs {
    /// An empty store.
    pub fn new() -> Self {
        let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        Self { reads: Reads::new(Arc::clone(&store), WINDOW), store, faults: Arc::default(), staged: Arc::default() }
    }

    /// Makes the next call of this kind fail. Faults of one kind are used up in the order in which they were given.
    pub fn fail_next(&self, call: Call, fault: Fault) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push_back((call, fault));
    }

    /// Puts other bytes under a key past every check, as a disk that rots does.
    ///
    /// # Errors
    /// None in practice: memory does not fail.
    pub async fn overwrite(&self, key: &BlobKey, bytes: Bytes) -> Result<(), BlobError> {
        let done = self.store.put(&path_of(key), bytes.into()).await;
        done.map(|_| ()).map_err(|error| BlobError::store("overwriting a blob", error))
    }

    /// The fault that waits for a call; one that the whole call fails with is answered as an error.
    fn fault(&self, call: Call) -> Result<Option<Fault>, BlobError> {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        let found = faults.iter().position(|(waiting, _)| *waiting == call).and_then(|at| faults.remove(at));
        match found {
            Some((_, Fault::Error)) => {
                Err(BlobError::Unavailable { doing: "failing as told", source: "a fault of a test".into() })
            }
            other => Ok(other.map(|(_, fault)| fault)),
        }
    }
}

/// What arrives of a piece.
fn spoil(piece: &Bytes, fault: Fault) -> Bytes {
    match fault {
        Fault::Error => Bytes::new(),
        Fault::Short => piece.slice(..piece.len().saturating_sub(1)),
        Fault::Flip => {
            let mut bytes = piece.to_vec();
            if let Some(first) = bytes.first_mut() {
                *first ^= 1;
            }
            bytes.into()
        }
    }
}

fn spoil_first(body: ByteStream, fault: Option<Fault>) -> ByteStream {
    let Some(fault) = fault else {
        return body;
    };
    let mut pending = true;
    let spoiled = move |piece: Bytes| {
        let first = pending && !piece.is_empty();
        pending &= !first;
        if first { spoil(&piece, fault) } else { piece }
    };
    body.map_ok(spoiled).boxed()
}

#[async_trait]
impl Blobs for MemoryBlobs {
    fn backend(&self) -> &'static str {
        "memory-blobs"
    }

    async fn put(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        let body = spoil_first(body, self.fault(Call::Put)?);
        let (stored, Blocking(bytes)) = receive(key.sha256, sizes, body, Blocking(Vec::new())).await?;
        self.overwrite(key, bytes.into()).await?;
        Ok(stored)
    }

    async fn head(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        self.reads.head(key).await
    }

    async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError> {
        let fault = self.fault(Call::Read)?;
        let expected = range.end.saturating_sub(range.start);
        let bytes = self.reads.get_range(key, range).await?;
        match fault {
            None => Ok(bytes),
            // What is short is noticed by every backend, what is flipped by none.
            Some(Fault::Short) => {
                let actual = expected.saturating_sub(1);
                Err(BlobError::Truncated { key: key.clone(), expected, actual })
            }
            Some(fault) => Ok(spoil(&bytes, fault)),
        }
    }

    async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError> {
        let fault = self.fault(Call::Read)?;
        let expected = range.end.saturating_sub(range.start);
        let body = self.reads.read(key, range).await?;
        if fault != Some(Fault::Short) {
            return Ok(spoil_first(body, fault));
        }
        let actual = expected.saturating_sub(1);
        let end = io::Error::from(BlobError::Truncated { key: key.clone(), expected, actual });
        Ok(spoil_first(body, fault).take(1).chain(stream::iter([Err(end)])).boxed())
    }

    async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        from.same_bytes(to)?;
        let done = self.store.copy(&path_of(from), &path_of(to)).await;
        done.map_err(|error| BlobError::object("copying a blob", from, error))
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.reads.delete(key).await
    }

    fn list(&self, prefix: &BlobPrefix) -> BoxStream<'static, Result<Listed, BlobError>> {
        self.reads.list(prefix)
    }

    async fn verify(&self, key: &BlobKey) -> Result<Stored, BlobError> {
        self.reads.verify(key).await
    }

    async fn ping(&self) -> Result<(), BlobError> {
        Ok(())
    }

    async fn sweep_staging(&self, _older_than: Duration) -> Result<u64, BlobError> {
        Ok(0)
    }
}
