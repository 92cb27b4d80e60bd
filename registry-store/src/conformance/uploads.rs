//! Uploads in parts: sessions, parts, claims, expiry.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use registry_core::digest::Digest;
use registry_core::version::Line;

use super::{Bench, Failure, Outcome, ensure, ensure_eq, found};
use crate::rows::BlobRecord;
use crate::uploads::{UploadPart, UploadRecord};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn promised(text: &str) -> Result<BlobRecord, Failure> {
    let (namespace, model) = ("acme".parse()?, "fraud".parse()?);
    Ok(BlobRecord { namespace, model, line: Line::Minor(3), sha256: Digest::of(text.as_bytes()), size: 5 << 40 })
}

fn part(number: u32) -> UploadPart {
    let sha256 = Digest::of(&number.to_be_bytes());
    UploadPart { number, size: u64::from(number) << 20, sha256, tag: format!("\"{number}\"") }
}

async fn record(bench: &Bench, blob: &BlobRecord) -> Result<UploadRecord, Failure> {
    found(bench.store.upload(blob).await?, "the upload")
}

pub(super) async fn parts(bench: Arc<Bench>) -> Outcome {
    let (store, blob, now) = (&bench.store, promised("a")?, bench.store.now().await?);
    ensure(store.upload(&blob).await?.is_none(), "an upload that nobody opened")?;
    ensure(!store.keep_part("s", &part(1), now, now + WEEK).await?, "a part of no session was kept")?;
    store.open_upload(&blob, "s", now, now + WEEK).await?;
    for number in [3, 1, 10_000] {
        ensure(store.keep_part("s", &part(number), now, now + WEEK).await?, "a part was not kept")?;
    }
    let again = UploadPart { tag: "again".to_owned(), sha256: Digest::of(b"again"), ..part(3) };
    ensure(store.keep_part("s", &again, now, now + WEEK + MINUTE).await?, "a part was not kept again")?;
    ensure(store.keep_part("s", &part(4), now, now).await?, "a part was not kept")?;
    ensure(store.forget_part("s", 10_000, now).await?, "a part was not forgotten")?;
    ensure(store.forget_part("s", 7, now).await?, "a part that is not there was not forgotten")?;
    let upload = record(&bench, &blob).await?;
    ensure_eq(&upload.parts, &vec![part(1), again, part(4)], "the parts")?;
    ensure_eq(&upload.blob, &blob, "what is promised")?;
    ensure_eq(&upload.session.as_deref(), &Some("s"), "the session")?;
    ensure_eq(&upload.created_at, &now, "when it was made")?;
    ensure_eq(&upload.expires_at, &(now + WEEK + MINUTE), "the expiry: it never comes nearer")
}

pub(super) async fn one_session(bench: Arc<Bench>) -> Outcome {
    let (blob, now) = (promised("a")?, bench.store.now().await?);
    let openers = (0..16).map(|number| {
        let (bench, blob) = (Arc::clone(&bench), blob.clone());
        tokio::spawn(async move { bench.store.open_upload(&blob, &format!("s{number}"), now, now + WEEK).await })
    });
    let mut sessions = BTreeSet::new();
    for opened in futures_util::future::join_all(openers).await {
        sessions.insert(opened??);
    }
    ensure_eq(&sessions.len(), &1, "the number of sessions")?;
    ensure_eq(&bench.store.open_sessions().await?, &sessions.into_iter().collect(), "the open sessions")?;
    // A file is known by everything that is promised of it.
    let other = BlobRecord { size: 7, ..blob.clone() };
    bench.store.open_upload(&other, "other", now, now + WEEK).await?;
    ensure_eq(&record(&bench, &other).await?.session.as_deref(), &Some("other"), "the session of another size")
}

pub(super) async fn claims(bench: Arc<Bench>) -> Outcome {
    let (store, blob, now) = (&bench.store, promised("a")?, bench.store.now().await?);
    ensure(!store.claim_upload("s", now, now + MINUTE).await?, "a session that is not there was claimed")?;
    store.open_upload(&blob, "s", now, now + WEEK).await?;
    store.keep_part("s", &part(1), now, now + WEEK).await?;
    let claimers = (0..16).map(|_| {
        let bench = Arc::clone(&bench);
        tokio::spawn(async move { bench.store.claim_upload("s", now, now + MINUTE).await })
    });
    let mut given = 0;
    for claimed in futures_util::future::join_all(claimers).await {
        given += u32::from(claimed??);
    }
    ensure_eq(&given, &1, "claims that were given")?;
    ensure(!store.keep_part("s", &part(2), now, now + WEEK).await?, "a part came while a claim held")?;
    ensure(!store.forget_part("s", 1, now).await?, "a part went while a claim held")?;
    ensure_eq(&record(&bench, &blob).await?.parts, &vec![part(1)], "the parts")?;
    let later = now + MINUTE;
    ensure(store.extend_claim("s", later + MINUTE).await?, "a claim was not extended")?;
    ensure(!store.claim_upload("s", later, later + MINUTE).await?, "a claim that was extended did not hold")?;
    ensure(store.keep_part("s", &part(2), later + MINUTE, now).await?, "a claim held after its end")?;
    ensure(store.claim_upload("s", later + MINUTE, later + WEEK).await?, "a claim that had ended was not given")?;
    store.release_claim("s").await?;
    ensure(store.claim_upload("s", now, now + MINUTE).await?, "a claim that was given back still held")
}

pub(super) async fn refused(bench: Arc<Bench>) -> Outcome {
    let (store, blob, now) = (&bench.store, promised("a")?, bench.store.now().await?);
    store.open_upload(&blob, "s", now, now + WEEK).await?;
    store.keep_part("s", &part(1), now, now + WEEK).await?;
    store.claim_upload("s", now, now + MINUTE).await?;
    store.refuse_upload("s", Some(Digest::of(b"other"))).await?;
    let upload = record(&bench, &blob).await?;
    ensure_eq(&(upload.session, upload.parts, upload.claimed_until), &(None, Vec::new(), None), "what is left")?;
    ensure_eq(&upload.refused, &Some(Digest::of(b"other")), "the digest that was found")?;
    ensure(!store.keep_part("s", &part(1), now, now + WEEK).await?, "a part of a closed session was kept")?;
    ensure(!store.extend_claim("s", now + MINUTE).await?, "a claim on a closed session was extended")?;
    ensure_eq(&store.open_upload(&blob, "t", now, now + WEEK).await?, &"t".to_owned(), "the new session")?;
    ensure(store.keep_part("t", &part(2), now, now + WEEK).await?, "a part of the new session was not kept")?;
    store.refuse_upload("s", None).await?;
    ensure_eq(&record(&bench, &blob).await?.parts, &vec![part(2)], "the parts of the new session")
}

pub(super) async fn finished(bench: Arc<Bench>) -> Outcome {
    let (store, blob, now) = (&bench.store, promised("a")?, bench.store.now().await?);
    store.open_upload(&blob, "s", now, now + WEEK).await?;
    store.keep_part("s", &part(1), now, now + WEEK).await?;
    // Twice: whoever verified it again finishes it again.
    for _ in 0..2 {
        store.finish_upload(&blob).await?;
        ensure(store.upload(&blob).await?.is_none(), "a finished upload is still there")?;
        let recorded = store.blob(&blob.namespace, &blob.model, blob.line, blob.sha256).await?;
        ensure_eq(&recorded.as_ref(), &Some(&blob), "the blob")?;
    }
    ensure(!store.keep_part("s", &part(1), now, now + WEEK).await?, "a part of a finished upload was kept")
}

pub(super) async fn discarded(bench: Arc<Bench>) -> Outcome {
    let (store, blob, now) = (&bench.store, promised("a")?, bench.store.now().await?);
    store.discard_upload(&blob, Some("s")).await?;
    store.open_upload(&blob, "s", now, now + WEEK).await?;
    store.keep_part("s", &part(1), now, now + WEEK).await?;
    for other in [Some("t"), None] {
        store.discard_upload(&blob, other).await?;
        ensure_eq(&record(&bench, &blob).await?.parts, &vec![part(1)], "the parts of another session")?;
    }
    store.discard_upload(&blob, Some("s")).await?;
    ensure(store.upload(&blob).await?.is_none(), "a discarded upload is still there")?;
    let recorded = store.blob(&blob.namespace, &blob.model, blob.line, blob.sha256).await?;
    ensure(recorded.is_none(), "a discarded upload is on record")
}

pub(super) async fn bytes(bench: Arc<Bench>) -> Outcome {
    let (store, now) = (&bench.store, bench.store.now().await?);
    let (one, stored) = (promised("a")?, BlobRecord { size: 7, ..promised("stored")? });
    let other = BlobRecord { size: 9, ..one.clone() };
    let elsewhere = BlobRecord { namespace: "other".parse()?, ..one.clone() };
    store.record_blob(&stored).await?;
    for (blob, session, numbers) in
        [(&one, "s", &[1, 2][..]), (&other, "t", &[4]), (&elsewhere, "u", &[8]), (&promised("b")?, "v", &[])]
    {
        store.open_upload(blob, session, now, now + WEEK).await?;
        for number in numbers {
            store.keep_part(session, &part(*number), now, now + WEEK).await?;
        }
    }
    let mebibytes = async |except: Option<&BlobRecord>| {
        let bytes = store.bytes_of_namespace(&one.namespace, except).await?;
        Ok::<_, Failure>((bytes >> 20, bytes & ((1 << 20) - 1)))
    };
    ensure_eq(&mebibytes(None).await?, &(7, 7), "a blob and three parts")?;
    ensure_eq(&mebibytes(Some(&one)).await?, &(4, 7), "without the parts of one upload")?;
    ensure_eq(&mebibytes(Some(&other)).await?, &(3, 7), "without those of the other size")?;
    for stranger in [&promised("c")?, &elsewhere] {
        ensure_eq(&mebibytes(Some(stranger)).await?, &(7, 7), "without those of an upload that has none here")?;
    }
    store.keep_part("s", &part(2), now, now + WEEK).await?;
    ensure_eq(&mebibytes(None).await?, &(7, 7), "after a part came again")?;
    store.forget_part("s", 2, now).await?;
    ensure_eq(&mebibytes(None).await?, &(5, 7), "after a part was forgotten")?;
    store.refuse_upload("t", None).await?;
    ensure_eq(&mebibytes(None).await?, &(1, 7), "after parts were refused")?;
    store.finish_upload(&BlobRecord { size: 11, ..promised("c")? }).await?;
    store.discard_upload(&one, Some("s")).await?;
    ensure_eq(&mebibytes(None).await?, &(0, 18), "two blobs, and parts that were discarded")
}

pub(super) async fn expired(bench: Arc<Bench>) -> Outcome {
    let (store, now) = (&bench.store, bench.store.now().await?);
    for number in 0..9 {
        let (blob, session) = (promised(&number.to_string())?, format!("s{number}"));
        store.open_upload(&blob, &session, now, now + MINUTE * 2 * number).await?;
    }
    store.claim_upload("s0", now, now + WEEK).await?;
    store.keep_part("s1", &part(1), now, now + WEEK).await?;
    store.refuse_upload("s2", None).await?;
    let at = now + MINUTE * 12;
    let sweepers = (0..8).map(|_| {
        let bench = Arc::clone(&bench);
        tokio::spawn(async move { bench.store.claim_expired(at, at + MINUTE, 2).await })
    });
    let mut swept = Vec::new();
    for claimed in futures_util::future::join_all(sweepers).await {
        let claimed = claimed??;
        ensure(claimed.len() <= 2, "more than were asked for")?;
        swept.extend(claimed);
    }
    swept.extend(rest(&bench, at).await?);
    swept.sort_by(|(_, one), (_, other)| one.cmp(other));
    let sessions: Vec<_> = swept.iter().map(|(_, session)| session.as_deref()).collect();
    ensure_eq(&sessions, &vec![None, Some("s3"), Some("s4"), Some("s5"), Some("s6")], "what had expired")?;
    ensure_eq(&swept.first().map(|(blob, _)| blob.sha256), &Some(Digest::of(b"2")), "the one without a session")?;
    for (blob, session) in &swept {
        store.discard_upload(blob, session.as_deref()).await?;
    }
    ensure_eq(&rest(&bench, at + MINUTE).await?.len(), &0, "what was left to sweep")
}

async fn rest(bench: &Bench, at: Timestamp) -> Result<Vec<(BlobRecord, Option<String>)>, Failure> {
    Ok(bench.store.claim_expired(at, at + MINUTE, 100).await?)
}
