//! Uploads in parts: for files that are large, and for lines that break.
//!
//! A session of the blob store takes the parts, in any order, and a row remembers each that is durable. Whoever completes
//! the upload claims it, so that one server verifies it at a time and no part comes or goes meanwhile; a server that dies
//! loses its claim soon. A blob is recorded only when the whole was verified.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use registry_core::digest::Digest;
use registry_store::BlobError;
use registry_store::blobs::{ByteStream, Cut, Part, Session};
use registry_store::rows::BlobRecord;
use registry_store::uploads::{UploadPart, UploadRecord};

use super::access::Authority;
use super::contract::blob_key;
use super::gate::gated;
use super::uploads::{self, Promise, Way, room};
use super::{Answer, Caller, Code, Failure, ModelRef, Registry, steps};
use crate::api::upload::{PartLink, PartSent, PartWanted, Upload, UploadState};

/// How long parts are kept after the last of them.
const KEEP: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long a claim holds unless it is extended: then others take the work for dead.
const CLAIM: SignedDuration = SignedDuration::from_secs(10);
/// How often it is extended.
const EXTEND: Duration = Duration::from_secs(3);
/// How long a request waits for the whole to be verified before it says where to ask.
const SOON: Duration = Duration::from_secs(1);
/// How long removing a session may take.
const REMOVAL: SignedDuration = SignedDuration::from_mins(5);
/// How many expired uploads are removed at a time.
const SWEEP: u32 = 16;
/// What is older than this in staging, and of no session, was left by an upload that broke.
const STALE: Duration = Duration::from_hours(24);
/// How long a link to a part may be used.
const LINK: Duration = Duration::from_mins(5);
/// The most numbers of missing parts that are named.
const NAMED: usize = 100;

/// Takes one part in. One that is there already with these bytes is read for its digest only.
pub(crate) async fn put_part(
    registry: &Registry,
    (authority, model): (&Arc<Authority>, ModelRef<'_>),
    (id, number): (&str, u32),
    sha256: Digest,
    body: ByteStream,
) -> Result<UploadPart, Failure> {
    let promise = uploads::promised(id)?;
    let part = part_of(promise, number, sha256)?;
    let kept = UploadPart { number, size: part.range.end - part.range.start, sha256, tag: String::new() };
    let blob = uploads::record(model, promise);
    if uploads::is_complete(registry, &blob).await? {
        part.check(body).await?;
        return Ok(kept);
    }
    room(registry, &blob, Way::Parts, kept.size).await?;
    let (session, parts) = open(registry, model, &blob).await?;
    match parts.iter().find(|there| there.number == number) {
        Some(there) if there.sha256 == sha256 => {
            part.check(body).await?;
            return Ok(kept);
        }
        // Its bytes are about to be written over.
        Some(_) => allowed(registry.store.forget_part(&session.id, number, registry.store.now().await?).await?)?,
        None => {}
    }
    steps::reached("part.storing").await?;
    let (body, gate) = gated(registry, authority, (&blob, Way::Parts), body);
    let stored = registry.blobs.put_part(&session, &part, body).await;
    gate.passed()?;
    let tag = match stored {
        Err(BlobError::SessionLost) => return Err(lost(registry, &session).await?),
        tag => tag?,
    };
    steps::reached("part.stored").await?;
    let kept = UploadPart { tag, ..kept };
    keep(registry, &session, &kept).await?;
    steps::reached("part.recorded").await?;
    Ok(kept)
}

/// Links with which parts go to the store itself.
pub(crate) async fn links(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    id: &str,
    wanted: &[PartWanted],
) -> Result<Vec<PartLink>, Failure> {
    let promise = uploads::promised(id)?;
    let blob = uploads::record(model, promise);
    if uploads::is_complete(registry, &blob).await? {
        let detail = "the bytes are stored already: no part is to be sent any more";
        return Err(Failure::new(Code::UploadComplete, detail));
    }
    registry.still_may(&caller.authority).await?;
    room(registry, &blob, Way::Parts, 0).await?;
    let (session, _) = open(registry, model, &blob).await?;
    let mut links = Vec::with_capacity(wanted.len());
    for PartWanted { number, sha256 } in wanted {
        let part = part_of(promise, *number, *sha256)?;
        let link = registry.blobs.part_link(&session, &part, LINK).await?.ok_or_else(no_links)?;
        let headers = link.headers.into_iter().collect();
        links.push(PartLink { number: *number, url: link.url, headers });
    }
    Ok(links)
}

/// Records parts that went to the store itself.
pub(crate) async fn record_sent(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    id: &str,
    sent: &[PartSent],
) -> Result<Upload, Failure> {
    let promise = uploads::promised(id)?;
    if !registry.blobs.gives_part_links() {
        return Err(no_links());
    }
    let blob = uploads::record(model, promise);
    if uploads::is_complete(registry, &blob).await? {
        return uploads::show(registry, model, id).await;
    }
    registry.still_may(&caller.authority).await?;
    room(registry, &blob, Way::Parts, 0).await?;
    let (session, _) = open(registry, model, &blob).await?;
    for PartSent { number, sha256, etag } in sent {
        let part = part_of(promise, *number, *sha256)?;
        let tag = registry.blobs.linked(*sha256, etag).ok_or_else(|| {
            Failure::new(Code::InvalidBody, format!("`{etag}` is no `ETag` that the store has answered"))
        })?;
        let size = part.range.end - part.range.start;
        keep(registry, &session, &UploadPart { number: *number, size, sha256: *sha256, tag }).await?;
    }
    uploads::show(registry, model, id).await
}

/// Verifies the whole and records it. What takes longer than a second goes on after the answer, which then says
/// `verifying`; asking again joins it, or starts it anew when its server is gone.
pub(crate) async fn complete(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    id: &str,
) -> Result<Answer, Failure> {
    let promise = uploads::promised(id)?;
    let blob = uploads::record(model, promise);
    // The row first: it goes in the commit that records the blob, and so one of them is seen.
    let found = registry.store.upload(&blob).await?;
    if uploads::is_complete(registry, &blob).await? {
        return Ok(Answer::ok(&uploads::show(registry, model, id).await?));
    }
    let Some(session) = found.as_ref().and_then(|found| session_of(model, found)) else {
        return Err(found.and_then(|found| found.refused).map_or_else(
            || incomplete(promise, &[]),
            |actual| BlobError::WrongDigest { expected: promise.sha256, actual }.into(),
        ));
    };
    room(registry, &blob, Way::Parts, 0).await?;
    let now = registry.store.now().await?;
    if !registry.store.claim_upload(&session.id, now, now + CLAIM).await? {
        return verifying(registry, model, id).await;
    }
    steps::reached("upload.claimed").await?;
    // Read again: now no part comes or goes.
    let parts = registry.store.upload(&blob).await?.map(|found| found.parts).unwrap_or_default();
    if parts.len() != usize::try_from(Cut::of(promise.size).count()).unwrap_or(usize::MAX) {
        registry.store.release_claim(&session.id).await?;
        return Err(incomplete(promise, &parts));
    }
    let work = verify(registry.clone(), Arc::clone(&caller.authority), (blob, session), parts);
    match tokio::time::timeout(SOON, tokio::spawn(work)).await {
        Err(_elapsed) => verifying(registry, model, id).await,
        Ok(Ok(done)) => {
            done?;
            Ok(Answer::ok(&uploads::show(registry, model, id).await?))
        }
        Ok(Err(broken)) => {
            tracing::error!(%broken, upload = id, "verifying an upload broke off");
            Err(Failure::new(Code::Internal, "verifying the upload broke off; complete it again"))
        }
    }
}

/// Removes an upload that is not complete, with its parts.
pub(crate) async fn abort(registry: &Registry, model: ModelRef<'_>, id: &str) -> Result<(), Failure> {
    let blob = uploads::record(model, uploads::promised(id)?);
    let Some(found) = registry.store.upload(&blob).await? else { return Ok(()) };
    if let Some(session) = session_of(model, &found) {
        let now = registry.store.now().await?;
        allowed(registry.store.claim_upload(&session.id, now, now + REMOVAL).await?)?;
        registry.blobs.abort(&session).await?;
    }
    Ok(registry.store.discard_upload(&blob, found.session.as_deref()).await?)
}

/// Removes uploads that nobody has sent a part of for a week, and what broken ones have left. Several servers may do
/// this at a time: each upload is removed by one. Answers how many there were.
pub(crate) async fn sweep(registry: &Registry) -> Result<u64, Failure> {
    let mut swept = registry.blobs.sweep_staging(STALE).await?;
    loop {
        let now = registry.store.now().await?;
        let expired = registry.store.claim_expired(now, now + REMOVAL, SWEEP).await?;
        if expired.is_empty() {
            return Ok(swept);
        }
        for (blob, session) in expired {
            swept += u64::from(remove(registry, &blob, session).await);
        }
    }
}

/// What fails stays claimed for a while, and is swept another time.
async fn remove(registry: &Registry, blob: &BlobRecord, session: Option<String>) -> bool {
    let removed = async {
        if let Some(id) = &session {
            let model = ModelRef { namespace: &blob.namespace, model: &blob.model };
            let key = blob_key(model, blob.line, blob.sha256);
            registry.blobs.abort(&Session { key, size: blob.size, id: id.clone() }).await?;
        }
        Ok::<_, Failure>(registry.store.discard_upload(blob, session.as_deref()).await?)
    };
    let removed = removed.await;
    if let Err(failure) = &removed {
        tracing::warn!(%failure, sha256 = %blob.sha256, "an upload that has expired cannot be removed");
    }
    removed.is_ok()
}

/// The session of an upload, which is opened if there is none, and the parts that are there.
async fn open(
    registry: &Registry,
    model: ModelRef<'_>,
    blob: &BlobRecord,
) -> Result<(Session, Vec<UploadPart>), Failure> {
    if let Some(found) = registry.store.upload(blob).await?
        && let Some(session) = session_of(model, &found)
    {
        return Ok((session, found.parts));
    }
    let key = blob_key(model, blob.line, blob.sha256);
    let id = registry.blobs.begin(&key, blob.size).await?;
    steps::reached("session.begun").await?;
    let now = registry.store.now().await?;
    let opened = registry.store.open_upload(blob, &id, now, now + KEEP).await?;
    steps::reached("session.recorded").await?;
    let session = |id| Session { key: key.clone(), size: blob.size, id };
    if opened != id {
        // Another request was faster.
        registry.blobs.abort(&session(id)).await?;
    } else if uploads::is_complete(registry, blob).await? {
        // So much faster that the whole is there: this session would stay open for nothing.
        registry.store.discard_upload(blob, Some(&opened)).await?;
        registry.blobs.abort(&session(opened)).await?;
        return Err(BlobError::SessionLost.into());
    }
    Ok((session(opened), Vec::new()))
}

fn session_of(model: ModelRef<'_>, found: &UploadRecord) -> Option<Session> {
    let UploadRecord { blob, session, .. } = found;
    let key = blob_key(model, blob.line, blob.sha256);
    session.clone().map(|id| Session { key, size: blob.size, id })
}

async fn keep(registry: &Registry, session: &Session, part: &UploadPart) -> Result<(), Failure> {
    let now = registry.store.now().await?;
    allowed(registry.store.keep_part(&session.id, part, now, now + KEEP).await?)
}

/// Verifies the whole under a claim, and closes the session in any case but a failure of ours.
async fn verify(
    registry: Registry,
    authority: Arc<Authority>,
    (blob, session): (BlobRecord, Session),
    parts: Vec<UploadPart>,
) -> Result<(), Failure> {
    let tags: Vec<String> = parts.into_iter().map(|part| part.tag).collect();
    match holding(&registry, &session, registry.blobs.complete(&session, &tags)).await {
        Ok(_) => {
            steps::reached("upload.verified").await?;
            if let Err(refused) = registry.still_may(&authority).await {
                // Its bytes are there, and count as soon as somebody who may completes it.
                registry.store.release_claim(&session.id).await?;
                return Err(refused);
            }
            registry.store.finish_upload(&blob).await?;
            steps::reached("upload.recorded").await?;
            Ok(())
        }
        Err(BlobError::SessionLost) => Err(lost(&registry, &session).await?),
        Err(error) => {
            if let BlobError::WrongDigest { actual, .. } = error {
                registry.blobs.abort(&session).await?;
                steps::reached("upload.dropped").await?;
                registry.store.refuse_upload(&session.id, Some(actual)).await?;
            } else {
                registry.store.release_claim(&session.id).await?;
            }
            Err(error.into())
        }
    }
}

/// Waits for work while its claim is extended.
async fn holding<T>(registry: &Registry, session: &Session, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Ok(done) = tokio::time::timeout(EXTEND, work.as_mut()).await {
            return done;
        }
        let extended = async {
            let until = registry.store.now().await? + CLAIM;
            registry.store.extend_claim(&session.id, until).await
        };
        if let Err(error) = extended.await {
            // Then another server may verify it too, and comes to the same.
            tracing::warn!(%error, "the claim on an upload cannot be extended");
        }
    }
}

/// Closes a session that the store has lost: the upload begins anew.
async fn lost(registry: &Registry, session: &Session) -> Result<Failure, Failure> {
    registry.store.refuse_upload(&session.id, None).await?;
    Ok(BlobError::SessionLost.into())
}

async fn verifying(registry: &Registry, model: ModelRef<'_>, id: &str) -> Result<Answer, Failure> {
    let upload = uploads::show(registry, model, id).await?;
    if upload.state == UploadState::Complete {
        return Ok(Answer::ok(&upload));
    }
    let location = Some(uploads::address(model, id));
    // It may have been refused or given back between the two looks; then asking there says so.
    Ok(Answer { status: 202, location, ..Answer::ok(&Upload { state: UploadState::Verifying, ..upload }) })
}

fn part_of(promise: Promise, number: u32, sha256: Digest) -> Result<Part, Failure> {
    let cut = Cut::of(promise.size);
    let range = cut.range(number).ok_or_else(|| {
        let detail = format!("there is no part {number}: the file has {} parts, from 1 on", cut.count());
        Failure::new(Code::InvalidPath, detail).with_detail("part_count", cut.count())
    })?;
    Ok(Part { number, range, sha256 })
}

/// Refuses what the row did not allow.
fn allowed(allowed: bool) -> Result<(), Failure> {
    let detail = "the parts are being verified or removed: ask for the upload again";
    if allowed { Ok(()) } else { Err(Failure::new(Code::UploadVerifying, detail)) }
}

fn incomplete(promise: Promise, parts: &[UploadPart]) -> Failure {
    let count = Cut::of(promise.size).count();
    let is_there = |number: &u32| parts.binary_search_by_key(number, |part| part.number).is_ok();
    let missing: Vec<u32> = (1..=count).filter(|number| !is_there(number)).take(NAMED).collect();
    let detail = format!("{} of {count} parts are there; send the others, then complete again", parts.len());
    Failure::new(Code::UploadIncomplete, detail).with_detail("missing", missing)
}

fn no_links() -> Failure {
    Failure::new(Code::NoPartLinks, "this server gives no links to its store: send the parts to the server")
}
