//! What a bucket must do besides: in parts, through a store that goes away.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future;
use registry_core::digest::Digest;
use registry_store::blobs::{BlobError, BlobKey, Blobs, BucketBlobs, Link, Part, Session, Sessions as _};
use sha2::{Digest as _, Sha256};

use crate::sessions::{begin, send};
use crate::support::*;

/// One part more than one, to the byte.
#[tokio::test(flavor = "multi_thread")]
async fn bodies_around_the_size_of_a_part_come_back() {
    let Some(blobs) = bucket() else { return };
    for length in [8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 16 * MIB, 16 * MIB + 1] {
        let bytes = some_bytes(length);
        let key = put(&blobs, &bytes).await;
        assert!(read_all(&blobs, &key).await == bytes, "{length} bytes");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_body_with_a_flipped_bit_leaves_nothing() {
    let Some(blobs) = bucket() else { return };
    let bytes = some_bytes(20 * MIB);
    let key = key_of(&bytes);
    let mut flipped = bytes.to_vec();
    flipped[19 * MIB] ^= 1;
    let error = blobs.put(&key, exactly(&bytes), body(&Bytes::from(flipped))).await.unwrap_err();
    assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}");
    assert_eq!(blobs.head(&key).await.unwrap(), None);
}

/// Nothing listens there: the answer is an error, soon, and no word of credentials.
#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_down_is_told_in_time() {
    if bucket().is_none() {
        return;
    }
    let mut store = test_s3::Store::start().unwrap();
    let blobs = BucketBlobs::open_with("s3://bucket/models", &store.environment()).unwrap();
    let bytes = some_bytes(3);
    let key = put(&blobs, &bytes).await;
    store.kill().unwrap();
    let error = blobs.head(&key).await.unwrap_err();
    assert!(matches!(error, BlobError::Unavailable { .. }), "{error}");
    assert!(!error.to_string().contains("only-for-tests"), "{error}");
    store.resume().unwrap();
    assert!(read_all(&blobs, &key).await == bytes, "what was stored before the kill");
}

/// A link reads one blob, for a while, and says how it is to be saved; without its signature it opens nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_reads_its_blob_and_no_other() {
    let Some(blobs) = bucket() else { return };
    let (bytes, other) = (some_bytes(3 * MIB), some_bytes(5));
    let (key, other) = (put(&blobs, &bytes).await, put(&blobs, &other).await);
    let valid = Duration::from_mins(1);
    let link = Link { valid, media_type: "application/x-model", disposition: "attachment; filename=\"a b\"" };
    let url = blobs.link(&key, link).await.unwrap().unwrap();
    let answer = reqwest::get(&url).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/x-model");
    assert_eq!(answer.headers()["content-disposition"], link.disposition);
    assert!(answer.bytes().await.unwrap() == bytes);
    let elsewhere = url.replace(&key.sha256.to_hex(), &other.sha256.to_hex());
    assert_ne!(elsewhere, url);
    for wrong in [url.split('?').next().unwrap(), &elsewhere] {
        assert_eq!(reqwest::get(wrong).await.unwrap().status(), 403, "{wrong}");
    }
    assert_eq!(blobs.without_links().link(&key, link).await.unwrap(), None);
}

/// A part that goes by a link is bound to its digest, to its number and to its session, and becomes part of the blob.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_takes_its_part_and_no_other() {
    let Some(blobs) = bucket() else { return };
    let bytes = some_bytes(5 * MIB + 7);
    let key = key_of(&bytes);
    let session = Session { id: blobs.begin(&key, size_of(&bytes)).await.unwrap(), size: size_of(&bytes), key };
    let (first, last) = (bytes.slice(..5 * MIB), bytes.slice(5 * MIB..));
    let mib = size_of(&first);
    let part =
        |number, piece: &Bytes, start| Part { number, range: start..start + size_of(piece), sha256: Digest::of(piece) };
    let (part_1, part_2) = (part(1, &first, 0), part(2, &last, mib));
    let link = blobs.part_link(&session, &part_1, Duration::from_mins(1)).await.unwrap().unwrap();
    let send = async |url: &str, with_headers: bool, sent: &Bytes| {
        let mut request = reqwest::Client::new().put(url).body(sent.clone());
        for (name, value) in link.headers.iter().filter(|_| with_headers) {
            request = request.header(name, value);
        }
        request.send().await.unwrap()
    };
    let mut flipped = first.to_vec();
    flipped[MIB] ^= 1;
    assert!(send(&link.url, true, &flipped.into()).await.status().is_client_error(), "other bytes");
    assert_eq!(send(&link.url, false, &first).await.status(), 403, "without the checksum");
    let other = link.url.replace("partNumber=1", "partNumber=2");
    assert_ne!(other, link.url);
    assert_eq!(send(&other, true, &first).await.status(), 403, "another part");
    let taken = send(&link.url, true, &first).await;
    assert_eq!(taken.status(), 200);
    let tag = blobs.linked(part_1.sha256, taken.headers()["etag"].to_str().unwrap()).unwrap();
    let tags = [tag, blobs.put_part(&session, &part_2, body(&last)).await.unwrap()];
    blobs.complete(&session, &tags).await.unwrap();
    assert!(read_all(&blobs, &session.key).await == bytes);
    assert!(send(&link.url, true, &first).await.status().is_client_error(), "a session that is closed");
    for odd in ["", "<", "a b", &"x".repeat(300)] {
        assert_eq!(blobs.linked(part_1.sha256, odd), None, "{odd}");
    }
    assert!(!blobs.without_links().gives_part_links());
}

/// What S3 does not copy in one request is read and sent again; here that begins at 6 MiB instead of 5 GiB.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_to_be_copied_is_sent_to_its_key() {
    let Some(blobs) = bucket() else { return };
    large_blobs_find_their_key(blobs.with_copy_max(6 << 20), 6 * MIB).await;
}

/// A file that comes in parts, and its copy in another line, on both sides of what the store copies in one request.
async fn large_blobs_find_their_key(blobs: BucketBlobs, copy_max: usize) {
    let blobs: Arc<dyn Blobs> = Arc::new(blobs);
    for length in [copy_max, copy_max + 1, 3 * copy_max + 5] {
        let bytes = some_bytes(length);
        let key = key_of(&bytes);
        let session = begin(&*blobs, &key, &bytes).await;
        let tags = send(&blobs, &session, &bytes).await;
        assert_eq!(blobs.complete(&session, &tags).await.unwrap().size, size_of(&bytes));
        let line = BlobKey { line: "3".parse().unwrap(), ..key.clone() };
        blobs.copy(&key, &line).await.unwrap();
        for key in [&key, &line] {
            assert!(read_all(&*blobs, key).await == bytes, "{key}, {length} bytes");
        }
        // Wrong bytes do not get there on this way either.
        let wrong = BlobKey { sha256: Digest::of(b"other"), ..key };
        let session = begin(&*blobs, &wrong, &bytes).await;
        let tags = send(&blobs, &session, &bytes).await;
        assert!(matches!(blobs.complete(&session, &tags).await, Err(BlobError::WrongDigest { .. })), "{length}");
        assert_eq!(blobs.head(&wrong).await.unwrap(), None);
        blobs.abort(&session).await.unwrap();
    }
    assert_eq!(blobs.leftovers().await.unwrap(), []);
}

/// The same with the 5 GiB of S3 itself, a part of a file at a time.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "it takes 16 GB of disk and some minutes"]
async fn more_than_five_gib_find_their_key() {
    const PARTS: u32 = 82;
    let Some(blobs) = bucket() else { return };
    let noise = some_bytes(64 * MIB);
    let numbered = |number: u32| {
        let mut piece = noise.to_vec();
        piece[..4].copy_from_slice(&number.to_le_bytes());
        Bytes::from(piece)
    };
    let hash = (1..=PARTS).fold(Sha256::new(), |hash, number| hash.chain_update(numbered(number)));
    let key = key_in("fraud", "2", Digest::from_bytes(hash.finalize().into()));
    let size = u64::from(PARTS) * size_of(&noise);
    assert!(size > 5 << 30);
    let session = Session { id: blobs.begin(&key, size).await.unwrap(), size, key: key.clone() };
    let mut tags = Vec::new();
    for number in 1..=PARTS {
        let piece = numbered(number);
        let start = u64::from(number - 1) * size_of(&piece);
        let part = Part { number, range: start..start + size_of(&piece), sha256: Digest::of(&piece) };
        tags.push(blobs.put_part(&session, &part, body(&piece)).await.unwrap());
    }
    assert_eq!(blobs.complete(&session, &tags).await.unwrap().size, size);
    let line = BlobKey { line: "3".parse().unwrap(), ..key.clone() };
    blobs.copy(&key, &line).await.unwrap();
    for key in [&key, &line] {
        assert_eq!(blobs.verify(key).await.unwrap().size, size, "{key}");
        blobs.delete(key).await.unwrap();
    }
    assert_eq!(blobs.leftovers().await.unwrap(), []);
}

/// Bodies that share the room in memory take their turns, and none waits for ever: also when each needs more than there
/// is for all.
#[tokio::test(flavor = "multi_thread")]
async fn many_large_bodies_share_the_memory_and_all_arrive() {
    let Some(blobs) = bucket() else { return };
    let puts = (0..12).map(|number| {
        let (blobs, bytes) = (blobs.clone(), some_bytes(20 * MIB + number));
        tokio::spawn(async move { put(&blobs, &bytes).await })
    });
    for done in future::join_all(puts).await {
        blobs.verify(&done.unwrap()).await.unwrap();
    }
}

/// Four senders that say nothing any more hold all room; whoever comes then is told to try again, and is served as soon as one of
/// them is gone.
#[tokio::test(flavor = "multi_thread")]
async fn who_finds_no_room_is_told_to_try_again() {
    let Some(blobs) = bucket() else { return };
    let bytes = some_bytes(9 * MIB);
    let mut silent: Vec<_> = (0..4)
        .map(|number| {
            let (sender, body) = registry_store::blobs::body_channel();
            let (blobs, key, sizes) =
                (blobs.clone(), key_in("fraud", &(number + 1).to_string(), Digest::of(&bytes)), exactly(&bytes));
            let put = tokio::spawn(async move { blobs.put(&key, sizes, body).await });
            (sender, put)
        })
        .collect();
    for (sender, _) in &silent {
        // So much that it is handed on and takes its room.
        sender.send(Ok(bytes.slice(..3 * MIB))).await.unwrap();
    }
    let crowded = blobs.put(&key_of(&bytes), exactly(&bytes), body(&bytes)).await.unwrap_err();
    assert!(matches!(crowded, BlobError::Crowded), "{crowded}");
    let (sender, put) = silent.pop().unwrap();
    drop(sender);
    assert!(matches!(put.await.unwrap(), Err(BlobError::WrongSize { .. })));
    blobs.put(&key_of(&bytes), exactly(&bytes), body(&bytes)).await.unwrap();
}
