//! Uploads: bytes on their way into the registry.
//!
//! An upload is known by what it promises (line, size and digest), so no row is needed until the bytes are there or come
//! in parts, and sending them twice is no error. Nothing that is uploaded is visible before a version names it.

use std::sync::Arc;

use registry_core::digest::Digest;
use registry_core::version::Line;
use registry_store::blobs::{ByteStream, Cut, MAX_FILE_BYTES, SizeRule};
use registry_store::rows::BlobRecord;

use super::access::Authority;
use super::contract::blob_key;
use super::gate::gated;
use super::{Answer, Code, Failure, ModelRef, Registry, steps};
use crate::api::upload::{PartSummary, Upload, UploadCreate, UploadState};

/// The largest file that is sent at once; a larger one goes in parts.
pub(crate) const MAX_UPLOAD_BYTES: u64 = 1 << 30;

/// What an upload promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) line: Line,
    pub(super) size: u64,
    pub(super) sha256: Digest,
}

/// How the bytes of an upload come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// At once, beside parts that may be there.
    Whole,
    /// In parts, of which some may be there.
    Parts,
}

impl Promise {
    fn id(&self) -> String {
        format!("{}-{}-{}", self.line, self.size, self.sha256.to_hex())
    }

    fn parse(id: &str) -> Option<Self> {
        let mut parts = id.split('-');
        let promise = Self {
            line: parts.next()?.parse().ok()?,
            size: parts.next()?.parse().ok()?,
            sha256: Digest::from_hex(parts.next()?).ok()?,
        };
        // One upload has one name: `+1-…` and `01-…` are none.
        (promise.id() == id && promise.size <= MAX_FILE_BYTES).then_some(promise)
    }
}

/// Announces a file. Where the bytes are stored already there is nothing to send.
pub(crate) async fn create(registry: &Registry, model: ModelRef<'_>, wanted: &UploadCreate) -> Result<Answer, Failure> {
    let promise = Promise { line: wanted.line, size: wanted.size, sha256: wanted.sha256 };
    if promise.size > MAX_FILE_BYTES {
        let detail = format!("a file of {} bytes was announced; a file may have {MAX_FILE_BYTES}", promise.size);
        return Err(Failure::new(Code::TooLarge, detail).with_detail("max_bytes", MAX_FILE_BYTES));
    }
    let upload = look(registry, model, promise).await?;
    if upload.state == UploadState::Complete {
        return Ok(Answer::ok(&upload));
    }
    room(registry, &record(model, promise), Way::Parts, 0).await?;
    Ok(Answer { status: 201, location: Some(address(model, &upload.id)), ..Answer::ok(&upload) })
}

/// An upload, as far as it has come.
pub(crate) async fn show(registry: &Registry, model: ModelRef<'_>, id: &str) -> Result<Upload, Failure> {
    look(registry, model, promised(id)?).await
}

/// Takes the bytes in. They are verified on their way; wrong ones leave nothing behind.
pub(crate) async fn receive(
    registry: &Registry,
    (authority, model): (&Arc<Authority>, ModelRef<'_>),
    id: &str,
    body: ByteStream,
) -> Result<Upload, Failure> {
    let promise = promised(id)?;
    let blob = record(model, promise);
    let key = blob_key(model, promise.line, promise.sha256);
    let sizes = SizeRule { expected: Some(promise.size), limit: MAX_UPLOAD_BYTES };
    // What is too large for one body is refused as such, where it is read.
    let lands = if promise.size > MAX_UPLOAD_BYTES { 0 } else { promise.size };
    room(registry, &blob, Way::Whole, lands).await?;
    steps::reached("blob.storing").await?;
    let (body, gate) = gated(registry, authority, (&blob, Way::Whole), body);
    let stored = registry.blobs.put(&key, sizes, body).await;
    gate.passed()?;
    stored?;
    steps::reached("blob.stored").await?;
    registry.store.record_blob(&blob).await?;
    steps::reached("blob.recorded").await?;
    Ok(shown(registry, model, promise, UploadState::Complete))
}

/// Whether there is room for what an upload promises. Bytes that are there, if only since a moment ago, take none when they
/// come again.
pub(super) async fn room(registry: &Registry, blob: &BlobRecord, way: Way, lands: u64) -> Result<(), Failure> {
    let except = (way == Way::Parts).then_some(blob);
    match registry.room_for(&blob.namespace, (blob.size, lands), except).await {
        Err(full) if !is_complete(registry, blob).await? => Err(full),
        _ => Ok(()),
    }
}

pub(super) fn promised(id: &str) -> Result<Promise, Failure> {
    Promise::parse(id).ok_or_else(|| {
        Failure::new(
            Code::UploadNotFound,
            format!("there is no upload `{id}`; announce the file with a POST to `uploads`"),
        )
    })
}

async fn look(registry: &Registry, model: ModelRef<'_>, promise: Promise) -> Result<Upload, Failure> {
    let blob = record(model, promise);
    // The row first: it goes in the commit that records the blob, and so one of them is seen.
    let found = registry.store.upload(&blob).await?;
    if is_complete(registry, &blob).await? {
        return Ok(shown(registry, model, promise, UploadState::Complete));
    }
    let upload = shown(registry, model, promise, UploadState::Pending);
    let Some(found) = found else { return Ok(upload) };
    let now = registry.store.now().await?;
    let state = match found.claimed_until {
        Some(until) if until > now => UploadState::Verifying,
        _ if found.parts.is_empty() => UploadState::Pending,
        _ => UploadState::Uploading,
    };
    let parts = found.parts.iter().map(PartSummary::from).collect();
    Ok(Upload { state, parts, refused_sha256: found.refused, expires_at: Some(found.expires_at), ..upload })
}

/// Complete only when the row and the bytes are there, and no check has found the bytes damaged: sending such a file again
/// repairs it.
pub(super) async fn is_complete(registry: &Registry, blob: &BlobRecord) -> Result<bool, Failure> {
    let BlobRecord { namespace, model, line, sha256, size } = blob;
    let recorded = registry.store.blob(namespace, model, *line, *sha256).await?;
    if recorded.is_none_or(|blob| blob.size != *size) {
        return Ok(false);
    }
    let key = blob_key(ModelRef { namespace, model }, *line, *sha256);
    Ok(registry.blobs.head(&key).await? == Some(*size))
}

pub(super) fn record(model: ModelRef<'_>, promise: Promise) -> BlobRecord {
    let Promise { line, size, sha256 } = promise;
    BlobRecord { namespace: model.namespace.clone(), model: model.model.clone(), line, sha256, size }
}

fn shown(registry: &Registry, model: ModelRef<'_>, promise: Promise, state: UploadState) -> Upload {
    let Promise { line, size, sha256 } = promise;
    let (id, cut) = (promise.id(), Cut::of(size));
    let url = (size <= MAX_UPLOAD_BYTES).then(|| format!("{}/content", address(model, &id)));
    Upload {
        id,
        state,
        sha256,
        size,
        line,
        url,
        part_size: cut.part_size(),
        part_count: cut.count(),
        parts: Vec::new(),
        part_links: registry.blobs.gives_part_links(),
        refused_sha256: None,
        expires_at: None,
    }
}

pub(super) fn address(model: ModelRef<'_>, id: &str) -> String {
    format!("/api/v1/namespaces/{}/models/{}/uploads/{id}", model.namespace, model.model)
}

#[cfg(test)]
#[path = "../../../registry-core/tests/names/generator.rs"]
mod generator;

#[cfg(test)]
#[expect(dead_code, reason = "the id of an upload has no names of people's choice")]
#[path = "../../../registry-core/tests/names/grammar.rs"]
mod grammar;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_what_is_promised() {
        for line in ["2", "0.3", "0.0.4"] {
            let promise = Promise { line: line.parse().unwrap(), size: 7, sha256: Digest::of(b"") };
            assert_eq!(Promise::parse(&promise.id()), Some(promise));
        }
    }

    #[test]
    fn nothing_else_is_an_id() {
        let hex = Digest::of(b"").to_hex();
        for id in [
            String::new(),
            hex.clone(),
            format!("1-07-{hex}"),
            format!("1-+7-{hex}"),
            format!("01-7-{hex}"),
            format!("2.1-7-{hex}"),
            format!("1-7-{hex}-"),
            format!("1-7-{}", hex.to_uppercase()),
            format!("1-{}-{hex}", MAX_FILE_BYTES + 1),
        ] {
            assert_eq!(Promise::parse(&id), None, "{id}");
        }
    }

    #[test]
    fn a_million_texts_are_uploads_only_where_the_grammar_says_so() {
        let mut accepted = 0;
        for text in generator::Texts::new(31).take(1_000_000) {
            let promise = Promise::parse(&text);
            assert_eq!(promise.is_some(), grammar::upload(&text), "{text:?} is read as {promise:?}");
            accepted += usize::from(promise.is_some());
        }
        assert!(accepted > 10_000, "{accepted}");
    }
}
