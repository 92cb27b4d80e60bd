//! What every blob store must do with files that come in parts.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::{StreamExt as _, future};
use registry_core::digest::Digest;
use registry_store::blobs::{BlobError, BlobKey, BlobPrefix, Blobs, Part, Session};

use crate::support::*;

/// The smallest part that S3 takes before the last.
pub(crate) const PART: usize = 5 * MIB;

pub(crate) async fn begin(blobs: &dyn Blobs, key: &BlobKey, bytes: &Bytes) -> Session {
    let size = size_of(bytes);
    Session { key: key.clone(), size, id: blobs.begin(key, size).await.unwrap() }
}

fn parts(bytes: &Bytes) -> Vec<(Part, Bytes)> {
    let cut = |(number, start): (u32, usize)| {
        let piece = bytes.slice(start..bytes.len().min(start + PART));
        let start = u64::try_from(start).unwrap();
        (Part { number, range: start..start + size_of(&piece), sha256: Digest::of(&piece) }, piece)
    };
    (1..).zip((0..bytes.len()).step_by(PART)).map(cut).collect()
}

/// Sends all parts at a time, the last one first.
pub(crate) async fn send(blobs: &Arc<dyn Blobs>, session: &Session, bytes: &Bytes) -> Vec<String> {
    let sending = parts(bytes).into_iter().rev().map(|(part, piece)| {
        let (blobs, session) = (Arc::clone(blobs), session.clone());
        tokio::spawn(async move { blobs.put_part(&session, &part, body(&piece)).await.unwrap() })
    });
    let mut tags: Vec<_> = future::join_all(sending).await.into_iter().map(Result::unwrap).collect();
    tags.reverse();
    tags
}

async fn sizes_left(blobs: &dyn Blobs) -> usize {
    blobs.leftovers().await.unwrap().len()
}

pub(crate) async fn parts_in_any_order_become_a_blob(blobs: Arc<dyn Blobs>) {
    for length in [1, PART, 2 * PART + 7] {
        let bytes = some_bytes(length);
        let key = key_of(&bytes);
        let session = begin(&*blobs, &key, &bytes).await;
        let tags = send(&blobs, &session, &bytes).await;
        assert_eq!(blobs.head(&key).await.unwrap(), None, "visible before it was complete");
        assert_eq!(blobs.list(&BlobPrefix::Everything).count().await, 0);
        let stored = blobs.complete(&session, &tags).await.unwrap();
        assert_eq!((stored.size, stored.sha256), (size_of(&bytes), key.sha256));
        assert!(read_all(&*blobs, &key).await == bytes, "{length}");
        assert_eq!(sizes_left(&*blobs).await, 0);
        blobs.delete(&key).await.unwrap();
    }
}

pub(crate) async fn wrong_parts_are_named_and_not_kept(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(PART + 3);
    let key = key_of(&bytes);
    let session = begin(&*blobs, &key, &bytes).await;
    let (part, piece) = parts(&bytes).remove(0);
    let mut flipped = piece.to_vec();
    flipped[PART / 2] ^= 1;
    let put = async |sent| blobs.put_part(&session, &part, sent).await.unwrap_err();
    let error = put(body(&flipped.into())).await;
    assert!(matches!(error, BlobError::WrongDigest { expected, .. } if expected == part.sha256), "{error}");
    let error = put(body(&piece.slice(1..))).await;
    assert!(matches!(error, BlobError::WrongSize { .. }), "{error}");
    let error = put(body(&[&piece[..], b"!"].concat().into())).await;
    assert!(matches!(error, BlobError::WrongSize { .. }), "{error}");
    assert!(matches!(put(broken_body(&piece)).await, BlobError::Body(_)));
    let tags = send(&blobs, &session, &bytes).await;
    blobs.complete(&session, &tags).await.unwrap();
    assert!(read_all(&*blobs, &key).await == bytes);
}

pub(crate) async fn a_part_may_come_again(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(2 * PART);
    let key = key_of(&bytes);
    let session = begin(&*blobs, &key, &bytes).await;
    let mut other = bytes.to_vec();
    other[3] ^= 1;
    send(&blobs, &session, &other.into()).await;
    let tags = send(&blobs, &session, &bytes).await;
    blobs.complete(&session, &tags).await.unwrap();
    assert!(read_all(&*blobs, &key).await == bytes);
}

pub(crate) async fn a_whole_that_is_not_what_was_promised_leaves_nothing(blobs: Arc<dyn Blobs>) {
    let (bytes, sent) = (some_bytes(PART + 1), some_bytes(PART + 2).slice(1..));
    let key = key_of(&bytes);
    let session = begin(&*blobs, &key, &bytes).await;
    let tags = send(&blobs, &session, &sent).await;
    let error = blobs.complete(&session, &tags).await.unwrap_err();
    let actual = Digest::of(&sent);
    assert!(matches!(error, BlobError::WrongDigest { actual: found, .. } if found == actual), "{error}");
    assert_eq!(blobs.head(&key).await.unwrap(), None);
    blobs.abort(&session).await.unwrap();
    assert_eq!(sizes_left(&*blobs).await, 0);
}

pub(crate) async fn completing_again_comes_to_the_same(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(PART + 1);
    let key = key_of(&bytes);
    let session = begin(&*blobs, &key, &bytes).await;
    let tags = send(&blobs, &session, &bytes).await;
    let completing = (0..4).map(|_| {
        let (blobs, session, tags) = (Arc::clone(&blobs), session.clone(), tags.clone());
        tokio::spawn(async move { blobs.complete(&session, &tags).await })
    });
    // Those that come in each other's way may be told to try again.
    for done in future::join_all(completing).await {
        assert!(matches!(done.unwrap(), Ok(_) | Err(BlobError::InUse | BlobError::Unavailable { .. })));
    }
    assert_eq!(blobs.complete(&session, &tags).await.unwrap().size, size_of(&bytes));
    assert!(read_all(&*blobs, &key).await == bytes);
    assert_eq!(sizes_left(&*blobs).await, 0);
}

/// It was verified, and nothing is put in its place.
pub(crate) async fn a_blob_that_is_there_stays(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(PART + 1);
    let key = put(&*blobs, &bytes).await;
    let session = begin(&*blobs, &key, &bytes).await;
    let tags = send(&blobs, &session, &bytes).await;
    blobs.complete(&session, &tags).await.unwrap();
    assert!(read_all(&*blobs, &key).await == bytes);
    assert_eq!(sizes_left(&*blobs).await, 0);
}

pub(crate) async fn what_is_removed_takes_no_part(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(PART);
    let session = begin(&*blobs, &key_of(&bytes), &bytes).await;
    send(&blobs, &session, &bytes).await;
    for _ in 0..2 {
        blobs.abort(&session).await.unwrap();
    }
    let (part, piece) = parts(&bytes).remove(0);
    let error = blobs.put_part(&session, &part, body(&piece)).await.unwrap_err();
    assert!(matches!(error, BlobError::SessionLost), "{error}");
    let error = blobs.complete(&session, &["\"0\"".to_owned()]).await.unwrap_err();
    assert!(matches!(error, BlobError::SessionLost), "{error}");
    assert_eq!(sizes_left(&*blobs).await, 0);
}

/// A session is younger than any that a sweep takes.
pub(crate) async fn a_sweep_leaves_sessions_alone(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(4 * PART);
    let key = key_of(&bytes);
    let session = begin(&*blobs, &key, &bytes).await;
    let mut tags = Vec::new();
    for (part, piece) in parts(&bytes) {
        tags.push(blobs.put_part(&session, &part, body(&piece)).await.unwrap());
    }
    blobs.sweep_staging(std::time::Duration::ZERO).await.unwrap();
    blobs.complete(&session, &tags).await.unwrap();
    assert!(read_all(&*blobs, &key).await == bytes);
}
