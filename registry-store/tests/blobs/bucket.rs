//! What a bucket must do besides: in parts, through a store that goes away.

use std::time::Duration;

use bytes::Bytes;
use registry_store::blobs::{BlobError, Blobs as _, BucketBlobs, Link};

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
