//! What a bucket must do besides: in parts, through a store that goes away.

use std::time::Duration;

use bytes::Bytes;
use registry_core::digest::Digest;
use registry_store::blobs::{BlobError, Blobs as _, BucketBlobs, Link, Part, Session, Sessions as _};

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
