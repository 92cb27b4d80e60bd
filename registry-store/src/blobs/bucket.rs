//! Blobs in a bucket: S3 and what speaks like it, Google Cloud Storage, Azure.
//!
//! A multipart upload is under no key until it is completed, and it is completed only when all bytes were the right ones:
//! so a blob is there whole or not at all. What a killed server leaves of an upload is invisible, but costs; a rule of
//! the bucket that aborts incomplete uploads clears it away, because the interface of `object_store` cannot list them.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use http::Method;
use object_store::multipart::MultipartStore;
use object_store::path::Path;
use object_store::signer::{SignedUrlOptions, Signer};
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

use super::bucket_upload::Upload;
use super::error::BlobError;
use super::intake::{Discard, receive};
use super::key::{BlobKey, BlobPrefix};
use super::provider::{self, OpenError, Opened};
use super::reads::{Reads, path_of};
use super::{Blobs, ByteStream, Link, Listed, SizeRule, Stored};

/// The largest object that S3 copies in one request.
const COPY_MAX: u64 = 5 << 30;
/// What bodies on their way into the bucket may take of memory together, in MiB; a part of one that is larger goes alone.
/// `object_store` sends from memory.
const ROOM_MIB: u32 = 32;
/// How many bodies are taken in at a time, beside those that are smaller than [`SMALL`]: each holds a few MiB more on its
/// way to its room.
const BODIES: usize = 6;
const SMALL: u64 = 1 << 20;
/// How long a body waits for its turn, and for its room.
const PATIENCE: Duration = Duration::from_secs(30);
/// Where a test of writing is written. No namespace begins with a full stop.
const PROBE: &str = ".staging/probe";
/// What begins so is none of the blobs.
const STAGING: &str = ".staging/";

/// How much one read of a stream asks for: every read is a request, and three are under way for each download.
const WINDOW: u64 = 4 << 20;

const COPYING: &str = "copying a blob";

/// Blobs in a bucket, or below a prefix of one. Any number of servers may share it.
#[derive(Clone)]
pub struct BucketBlobs {
    pub(super) store: Arc<dyn ObjectStore>,
    pub(super) multipart: Arc<dyn MultipartStore>,
    pub(super) signer: Option<Arc<dyn Signer>>,
    pub(super) reads: Reads,
    /// Room in memory for what is sent, one permit a MiB.
    room: Arc<Semaphore>,
    /// One permit for each body that may be taken in.
    bodies: Arc<Semaphore>,
    /// The largest object that the store copies in one request.
    pub(super) copy_max: u64,
}

impl fmt::Debug for BucketBlobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BucketBlobs").field("store", &self.store).finish_non_exhaustive()
    }
}

impl BucketBlobs {
    /// Opens `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`. Endpoint, region and credentials come
    /// from the usual variables of the environment: `AWS_…`, `GOOGLE_…`, `AZURE_…`. Nothing is asked of the store yet.
    ///
    /// # Errors
    /// When the URL names no store that is known, or the environment is not enough for it.
    pub fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(url, &[])
    }

    /// Opens a store with settings beside those of the environment, named as the variables are.
    ///
    /// # Errors
    /// As [`BucketBlobs::open`].
    pub fn open_with(url: &str, settings: &[(&str, String)]) -> Result<Self, OpenError> {
        let Opened { store, multipart, signer } = provider::open(url, settings)?;
        let room = Arc::new(Semaphore::new(usize::try_from(ROOM_MIB).unwrap_or(1)));
        let (bodies, reads) = (Arc::new(Semaphore::new(BODIES)), Reads::new(Arc::clone(&store), WINDOW));
        Ok(Self { reads, store, multipart, signer, room, bodies, copy_max: COPY_MAX })
    }

    /// The same blobs without links to them or to parts of them: for stores that only the server can reach.
    #[must_use]
    pub fn without_links(self) -> Self {
        Self { signer: None, ..self }
    }

    /// The same blobs in a store that copies less in one request than the 5 GiB of S3.
    #[must_use]
    pub fn with_copy_max(self, bytes: u64) -> Self {
        Self { copy_max: bytes, ..self }
    }

    /// Waits for room in memory for so many bytes, which is given back when the permit is dropped.
    pub(super) async fn room_for(&self, bytes: usize) -> Result<OwnedSemaphorePermit, BlobError> {
        let weight = u32::try_from(bytes.div_ceil(1 << 20)).unwrap_or(ROOM_MIB).clamp(1, ROOM_MIB);
        waited(Arc::clone(&self.room).acquire_many_owned(weight)).await
    }

    /// Waits until a body may be taken in. A small one need not wait.
    async fn turn_of(&self, sizes: SizeRule) -> Result<Option<OwnedSemaphorePermit>, BlobError> {
        if sizes.expected.unwrap_or(sizes.limit) <= SMALL {
            return Ok(None);
        }
        waited(Arc::clone(&self.bodies).acquire_owned()).await.map(Some)
    }

    /// Takes the body of a blob that is already there, for its digest.
    async fn put_again(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        let (stored, Discard) = receive(key.sha256, sizes, body, Discard).await?;
        let there = self.head(key).await? == Some(stored.size);
        if there { Ok(stored) } else { Err(BlobError::Deleted(key.clone())) }
    }
}

async fn waited(
    permit: impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>> + Send,
) -> Result<OwnedSemaphorePermit, BlobError> {
    tokio::time::timeout(PATIENCE, permit).await.ok().and_then(Result::ok).ok_or(BlobError::Crowded)
}

#[async_trait]
impl Blobs for BucketBlobs {
    fn backend(&self) -> &'static str {
        "bucket-blobs"
    }

    async fn put(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        if self.reads.holds(key, sizes.expected).await? {
            return self.put_again(key, sizes, body).await;
        }
        let _turn = self.turn_of(sizes).await?;
        let (stored, upload) = receive(key.sha256, sizes, body, Upload::new(self, path_of(key), sizes)).await?;
        upload.finish().await?;
        Ok(stored)
    }

    async fn head(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        self.reads.head(key).await
    }

    async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError> {
        self.reads.get_range(key, range).await
    }

    async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError> {
        self.reads.read(key, range).await
    }

    async fn link(&self, key: &BlobKey, link: Link<'_>) -> Result<Option<String>, BlobError> {
        let Some(signer) = &self.signer else { return Ok(None) };
        let shown = [("response-content-type", link.media_type), ("response-content-disposition", link.disposition)];
        let options = SignedUrlOptions::new().with_query(shown);
        let url = signer.signed_url_opts(Method::GET, &path_of(key), link.valid, &options).await;
        url.map(|url| Some(url.into())).map_err(|error| BlobError::store("signing a link", error))
    }

    async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        from.same_bytes(to)?;
        let size = self.head(from).await?.ok_or_else(|| BlobError::NotFound(from.clone()))?;
        if from == to {
            return Ok(());
        }
        if size <= self.copy_max {
            let copied = self.store.copy(&path_of(from), &path_of(to)).await;
            return copied.map_err(|error| BlobError::object(COPYING, from, error));
        }
        let body = self.read(from, 0..size).await?;
        self.put(to, SizeRule { expected: Some(size), limit: size }, body).await.map(drop)
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.reads.delete(key).await
    }

    fn list(&self, prefix: &BlobPrefix) -> BoxStream<'static, Result<Listed, BlobError>> {
        let keep = |found: &Result<Listed, BlobError>| !matches!(found, Ok(Listed::Stranger { path, .. }) if path.starts_with(STAGING));
        self.reads.list(prefix).filter(move |found| std::future::ready(keep(found))).boxed()
    }

    async fn verify(&self, key: &BlobKey) -> Result<Stored, BlobError> {
        self.reads.verify(key).await
    }

    async fn ping(&self) -> Result<(), BlobError> {
        let written = self.store.put(&Path::from(PROBE), PutPayload::new()).await;
        written.map(drop).map_err(|error| BlobError::store("writing an object as a test", error))
    }

    async fn sweep_staging(&self, older_than: Duration) -> Result<u64, BlobError> {
        self.sweep_sessions(older_than).await
    }
}
