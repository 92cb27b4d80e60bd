//! Uploads in parts into a bucket: a multipart upload to a key in staging.
//!
//! Never to the key of the blob: what is there was verified, and is announced by its size. The whole is read in staging,
//! and then copied by the store; what is too large for that is streamed to its key, which verifies it on the way.
//!
//! A multipart upload that is in no row any more, because a server was killed before it could write one, is invisible but
//! costs: a rule of the bucket that aborts incomplete uploads clears it away. The interface of `object_store` cannot list
//! them.

use std::time::Duration;

use async_trait::async_trait;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use futures_util::TryStreamExt as _;
use http::{HeaderName, HeaderValue, Method};
use object_store::multipart::PartId;
use object_store::path::Path;
use object_store::signer::SignedUrlOptions;
use object_store::{Error, ObjectMeta, ObjectStore as _, ObjectStoreExt as _, PutPayloadMut};
use registry_core::digest::Digest;
use uuid::Uuid;

use super::bucket::BucketBlobs;
use super::error::BlobError;
use super::intake::{Discard, Sink, receive};
use super::key::BlobKey;
use super::reads::path_of;
use super::sessions::{Part, PartLink, Session, Sessions};
use super::staging::SESSION_AGE;
use super::{Blobs as _, ByteStream, SizeRule, Stored};

/// Where files come together. No namespace begins with a full stop.
const UPLOADS: &str = ".staging/uploads";
/// The header with the digest of a part, in Base64.
const CHECKSUM: &str = "x-amz-checksum-sha256";
/// A part is collected in blocks of this size.
const BLOCK: usize = 1 << 20;

const TAKING: &str = "storing a part";
const COMPLETING: &str = "completing an upload";

/// The key in staging and the multipart upload to it, as a session names them.
struct Place<'a> {
    path: Path,
    multipart: &'a str,
}

impl<'a> Place<'a> {
    fn of(session: &'a Session) -> Result<Self, BlobError> {
        let (name, multipart) = session.id.split_once('/').ok_or(BlobError::SessionLost)?;
        let name = Uuid::parse_str(name).map_err(|_| BlobError::SessionLost)?;
        Ok(Self { path: staged(name), multipart })
    }
}

fn staged(name: Uuid) -> Path {
    Path::from(format!("{UPLOADS}/{}", name.simple()))
}

/// Keeps a part in memory, copied: a small piece may hold on to the whole buffer of a connection.
struct Collect(PutPayloadMut);

impl Sink for Collect {
    async fn write(mut self, batch: Vec<Bytes>) -> Result<Self, BlobError> {
        for piece in batch {
            self.0.extend_from_slice(&piece);
        }
        Ok(self)
    }
}

/// A store that knows nothing of an upload or of a part of it has lost them.
fn lost_or(doing: &'static str, error: Error) -> BlobError {
    let said = error.to_string();
    let lost = matches!(error, Error::NotFound { .. }) || said.contains("InvalidPart") || said.contains("NoSuchUpload");
    if lost { BlobError::SessionLost } else { BlobError::store(doing, error) }
}

/// What is read here comes from the store: that it breaks off is no fault of a sender.
fn unread(error: BlobError) -> BlobError {
    match error {
        BlobError::Body(source) => BlobError::Unavailable { doing: COMPLETING, source: Box::new(source) },
        error => error,
    }
}

fn base64_of(sha256: Digest) -> String {
    BASE64_STANDARD.encode(sha256.as_bytes())
}

impl BucketBlobs {
    async fn is_joined(&self, path: &Path, session: &Session) -> Result<bool, BlobError> {
        match self.store.head(path).await {
            Ok(found) if found.size == session.size => Ok(true),
            // Parts of other sizes than were promised: no more can come of it.
            Ok(_) => Err(BlobError::SessionLost),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(BlobError::store(COMPLETING, error)),
        }
    }

    /// Makes one object of the parts, in staging, unless that was done before.
    async fn join(&self, place: &Place<'_>, session: &Session, tags: &[String]) -> Result<(), BlobError> {
        if self.is_joined(&place.path, session).await? {
            return Ok(());
        }
        let parts = tags.iter().map(|tag| PartId { content_id: tag.clone() }).collect();
        let joined = self.multipart.complete_multipart(&place.path, &place.multipart.to_owned(), parts).await;
        match joined.map_err(|error| lost_or(COMPLETING, error)) {
            // Another may have done it meanwhile.
            Err(BlobError::SessionLost) if self.is_joined(&place.path, session).await? => Ok(()),
            joined => joined.map(drop),
        }
    }

    /// Reads what lies in staging to its end.
    async fn hash_staged(&self, path: &Path, session: &Session) -> Result<(), BlobError> {
        let sizes = SizeRule { expected: Some(session.size), limit: session.size };
        receive(session.key.sha256, sizes, self.reads.stream(path, session.size), Discard)
            .await
            .map(drop)
            .map_err(unread)
    }

    /// Verifies what lies in staging and gives it its key.
    async fn publish_staged(&self, path: &Path, session: &Session) -> Result<(), BlobError> {
        let Session { key, size, .. } = session;
        if *size > self.copy_max {
            let sizes = SizeRule { expected: Some(*size), limit: *size };
            return self.put(key, sizes, self.reads.stream(path, *size)).await.map(drop).map_err(unread);
        }
        self.hash_staged(path, session).await?;
        self.store.copy(path, &path_of(key)).await.map_err(|error| lost_or(COMPLETING, error))
    }

    async fn remove_staged(&self, path: &Path) -> Result<(), BlobError> {
        match self.store.delete(path).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(BlobError::store("removing an upload", error)),
        }
    }

    /// Removes files in staging that no session can name any more.
    pub(super) async fn sweep_sessions(&self, older_than: Duration) -> Result<u64, BlobError> {
        let age = older_than.max(SESSION_AGE);
        let mut swept = 0;
        for found in self.staged_objects().await? {
            let written = u64::try_from(found.last_modified.timestamp()).unwrap_or_default();
            let written = std::time::UNIX_EPOCH + Duration::from_secs(written);
            if written.elapsed().unwrap_or_default() >= age {
                self.remove_staged(&found.location).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    async fn staged_objects(&self) -> Result<Vec<ObjectMeta>, BlobError> {
        let listing = self.store.list(Some(&Path::from(UPLOADS)));
        listing.try_collect().await.map_err(|error| BlobError::store("looking through staging", error))
    }
}

#[async_trait]
impl Sessions for BucketBlobs {
    async fn begin(&self, _key: &BlobKey, _size: u64) -> Result<String, BlobError> {
        let name = Uuid::new_v4();
        let made = self.multipart.create_multipart(&staged(name)).await;
        let multipart = made.map_err(|error| BlobError::store("opening an upload", error))?;
        Ok(format!("{}/{multipart}", name.simple()))
    }

    async fn put_part(&self, session: &Session, part: &Part, body: ByteStream) -> Result<String, BlobError> {
        let place = Place::of(session)?;
        let _room = self.room_for(usize::try_from(part.sizes().limit).unwrap_or(usize::MAX)).await?;
        let collect = Collect(PutPayloadMut::new().with_block_size(BLOCK));
        let (_, Collect(bytes)) = receive(part.sha256, part.sizes(), body, collect).await?;
        let index = usize::try_from(part.number.saturating_sub(1)).unwrap_or(usize::MAX);
        let sent = self.multipart.put_part(&place.path, &place.multipart.to_owned(), index, bytes.freeze()).await;
        sent.map(|part| part.content_id).map_err(|error| lost_or(TAKING, error))
    }

    fn gives_part_links(&self) -> bool {
        self.signer.is_some()
    }

    async fn part_link(&self, session: &Session, part: &Part, valid: Duration) -> Result<Option<PartLink>, BlobError> {
        let Some(signer) = &self.signer else { return Ok(None) };
        let place = Place::of(session)?;
        let checksum = base64_of(part.sha256);
        let value = HeaderValue::from_str(&checksum)
            .map_err(|error| BlobError::Unavailable { doing: "signing a link", source: Box::new(error) })?;
        let number = part.number.to_string();
        let options = SignedUrlOptions::new()
            .with_query([("partNumber", number.as_str()), ("uploadId", place.multipart)])
            .with_signed_header(HeaderName::from_static(CHECKSUM), value);
        let url = signer.signed_url_opts(Method::PUT, &place.path, valid, &options).await;
        let url = url.map_err(|error| BlobError::store("signing a link", error))?;
        Ok(Some(PartLink { url: url.into(), headers: vec![(CHECKSUM.to_owned(), checksum)] }))
    }

    /// As `object_store` itself writes the parts of a store that compares checksums.
    fn linked(&self, sha256: Digest, etag: &str) -> Option<String> {
        self.signer.as_ref()?;
        let plain = !etag.is_empty()
            && etag.len() <= 256
            && etag.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>&".contains(&byte));
        let checksum = base64_of(sha256);
        plain.then(|| {
            format!("<PartMetadata><e_tag>{etag}</e_tag><checksum_sha256>{checksum}</checksum_sha256></PartMetadata>")
        })
    }

    async fn complete(&self, session: &Session, tags: &[String]) -> Result<Stored, BlobError> {
        let place = Place::of(session)?;
        let published = match self.join(&place, session, tags).await {
            Ok(()) => self.publish_staged(&place.path, session).await,
            Err(error) => Err(error),
        };
        match published {
            Ok(()) => {}
            // Published before a kill, or by another just now.
            Err(BlobError::SessionLost) if self.reads.holds(&session.key, Some(session.size)).await? => {}
            Err(error) => return Err(error),
        }
        self.remove_staged(&place.path).await?;
        Ok(Stored { size: session.size, sha256: session.key.sha256 })
    }

    async fn abort(&self, session: &Session) -> Result<(), BlobError> {
        let place = Place::of(session)?;
        match self.multipart.abort_multipart(&place.path, &place.multipart.to_owned()).await {
            Ok(()) | Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(BlobError::store("removing an upload", error)),
        }
        self.remove_staged(&place.path).await
    }

    async fn leftovers(&self) -> Result<Vec<(String, u64)>, BlobError> {
        let named = |found: ObjectMeta| found.location.filename().map(|name| (name.to_owned(), found.size));
        Ok(self.staged_objects().await?.into_iter().filter_map(named).collect())
    }
}
