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
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload, PutPayloadMut, WriteMultipart};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use super::bucket_sessions::COLLECTED_MIB;
use super::error::BlobError;
use super::intake::{Discard, Sink, receive};
use super::key::{BlobKey, BlobPrefix};
use super::provider::{self, OpenError, Opened};
use super::reads::{Reads, path_of};
use super::{Blobs, ByteStream, Link, Listed, SizeRule, Stored};

/// The size of a part of an upload, unless there would be too many of them.
const PART: u64 = 8 << 20;
/// The most parts that an upload may have; <https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>.
const PARTS_MAX: u64 = 10_000;
/// How many parts are on their way at a time, for one upload.
const IN_FLIGHT: usize = 4;
/// The largest object that S3 copies in one request.
pub(super) const COPY_MAX: u64 = 5 << 30;
/// Where a test of writing is written. No namespace begins with a full stop.
const PROBE: &str = ".staging/probe";
/// What begins so is none of the blobs.
const STAGING: &str = ".staging/";

/// How much one read of a stream asks for: every read is a request.
const WINDOW: u64 = 4 << 20;

/// What is done, as errors tell it.
const STORING: &str = "storing a blob";
const COPYING: &str = "copying a blob";

/// Blobs in a bucket, or below a prefix of one. Any number of servers may share it.
#[derive(Clone)]
pub struct BucketBlobs {
    pub(super) store: Arc<dyn ObjectStore>,
    pub(super) multipart: Arc<dyn MultipartStore>,
    pub(super) signer: Option<Arc<dyn Signer>>,
    pub(super) reads: Reads,
    /// Room in memory for parts that are collected, one permit a MiB.
    pub(super) room: Arc<Semaphore>,
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
        let room = Arc::new(Semaphore::new(COLLECTED_MIB));
        Ok(Self { reads: Reads::new(Arc::clone(&store), WINDOW), store, multipart, signer, room })
    }

    /// The same blobs without links to them or to parts of them: for stores that only the server can reach.
    #[must_use]
    pub fn without_links(self) -> Self {
        Self { signer: None, ..self }
    }

    /// Takes the body of a blob that is already there, for its digest.
    async fn put_again(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        let (stored, Discard) = receive(key.sha256, sizes, body, Discard).await?;
        let there = self.head(key).await? == Some(stored.size);
        if there { Ok(stored) } else { Err(BlobError::Deleted(key.clone())) }
    }
}

/// An upload under way. Small ones are one request at the end, large ones go in parts.
#[derive(Debug)]
struct Upload {
    store: Arc<dyn ObjectStore>,
    path: Path,
    part: usize,
    /// What waits until it is clear that it needs more than one part. Copied: a small piece may hold on to the whole
    /// buffer of a connection.
    waiting: PutPayloadMut,
    /// The parts, once there are any.
    parts: Option<WriteMultipart>,
}

impl Upload {
    fn new(store: Arc<dyn ObjectStore>, key: &BlobKey, sizes: SizeRule) -> Self {
        let part = part_size(sizes.expected.unwrap_or(sizes.limit));
        Self { store, path: path_of(key), part, waiting: PutPayloadMut::new(), parts: None }
    }

    async fn take(&mut self, batch: Vec<Bytes>) -> Result<(), object_store::Error> {
        let Some(parts) = &mut self.parts else { return self.wait(batch).await };
        for piece in batch {
            parts.wait_for_capacity(IN_FLIGHT).await?;
            parts.write(&piece);
        }
        Ok(())
    }

    async fn wait(&mut self, batch: Vec<Bytes>) -> Result<(), object_store::Error> {
        for piece in batch {
            self.waiting.extend_from_slice(&piece);
        }
        if self.waiting.content_length() > self.part {
            let upload = self.store.put_multipart(&self.path).await?;
            let parts = self.parts.insert(WriteMultipart::new_with_chunk_size(upload, self.part));
            for piece in &std::mem::take(&mut self.waiting).freeze() {
                parts.write(piece);
            }
        }
        Ok(())
    }

    /// Gives the bytes their key.
    async fn finish(mut self) -> Result<(), object_store::Error> {
        match self.parts.take() {
            None => self.store.put(&self.path, std::mem::take(&mut self.waiting).freeze()).await.map(drop),
            // What fails here is aborted by `finish` itself.
            Some(parts) => parts.finish().await.map(drop),
        }
    }
}

impl Sink for Upload {
    async fn write(mut self, batch: Vec<Bytes>) -> Result<Self, BlobError> {
        self.take(batch).await.map_err(|error| BlobError::store(STORING, error))?;
        Ok(self)
    }
}

impl Drop for Upload {
    /// Parts of an upload that is given up are cleared away, as far as the store answers.
    fn drop(&mut self) {
        if let (Some(parts), Ok(runtime)) = (self.parts.take(), Handle::try_current()) {
            // A store that does not answer keeps them; then they are as those of a killed server.
            let _detached = runtime.spawn(parts.abort());
        }
    }
}

/// The size of the parts of so many bytes: never more parts than the store takes, and in steps of one MiB.
fn part_size(bytes: u64) -> usize {
    let part = bytes.div_ceil(PARTS_MAX).next_multiple_of(1 << 20).max(PART);
    usize::try_from(part).unwrap_or(usize::MAX)
}

#[async_trait]
impl Blobs for BucketBlobs {
    fn backend(&self) -> &'static str {
        "bucket-blobs"
    }

    async fn put(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        if sizes.expected.is_some() && self.head(key).await? == sizes.expected {
            return self.put_again(key, sizes, body).await;
        }
        let upload = Upload::new(Arc::clone(&self.store), key, sizes);
        let (stored, upload) = receive(key.sha256, sizes, body, upload).await?;
        upload.finish().await.map_err(|error| BlobError::store(STORING, error))?;
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
        if size <= COPY_MAX {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_few_enough() {
        for (bytes, mebibytes) in [(0, 8), (8 << 20, 8), (80_000 << 20, 8), ((80_000 << 20) + 1, 9), (5 << 40, 525)] {
            assert_eq!(part_size(bytes), mebibytes << 20, "{bytes}");
            assert!(bytes.div_ceil(u64::try_from(part_size(bytes)).unwrap()) <= PARTS_MAX, "{bytes}");
        }
    }
}
