//! The suite. A backend that passes it may be put behind the port.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, future, stream};
use registry_core::digest::Digest;
use registry_core::version::Line;
use registry_store::blobs::{BlobError, BlobPrefix, BlobRangeRead, Blobs, Listed, SizeRule, Stored, body_channel};

use crate::support::*;

pub(crate) async fn blobs_of_every_size_come_back(blobs: Arc<dyn Blobs>) {
    for length in [0, 1, 7, MIB - 1, MIB, MIB + 1, 64 * MIB] {
        let bytes = some_bytes(length);
        let (key, stored) = (key_of(&bytes), Stored { size: size_of(&bytes), sha256: Digest::of(&bytes) });
        assert_eq!(blobs.put(&key, exactly(&bytes), body(&bytes)).await.unwrap(), stored);
        assert_eq!(blobs.head(&key).await.unwrap(), Some(stored.size));
        assert!(blobs.exists(&key).await.unwrap());
        assert!(read_all(&*blobs, &key).await == bytes, "{length} bytes");
        assert_eq!(blobs.verify(&key).await.unwrap(), stored);
    }
    blobs.ping().await.unwrap();
}

pub(crate) async fn wrong_bodies_are_named_and_leave_nothing(blobs: Arc<dyn Blobs>) {
    for length in [1, 3 * MIB + 5] {
        let bytes = some_bytes(length);
        let (key, size) = (key_of(&bytes), size_of(&bytes));
        let put = async |sizes, sent: &[u8]| {
            let error = blobs.put(&key, sizes, body(&Bytes::copy_from_slice(sent))).await.unwrap_err();
            assert_eq!(blobs.head(&key).await.unwrap(), None, "visible after {error}");
            error
        };

        let mut flipped = bytes.to_vec();
        *flipped.last_mut().unwrap() ^= 0x10;
        let (promised, actual) = (key.sha256, Digest::of(&flipped));
        let error = put(exactly(&bytes), &flipped).await;
        assert!(
            matches!(error, BlobError::WrongDigest { expected, actual: found } if expected == promised && found == actual)
        );
        assert_eq!(error.to_string(), format!("the bytes have the digest {actual}, but {promised} was promised"));

        let error = put(exactly(&bytes), &bytes[1..]).await;
        assert_eq!(error.to_string(), format!("{size} bytes were announced, but {} came", size - 1));
        let error = put(any_size(), &bytes[1..]).await;
        assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}");

        let longer = [&bytes[..], b"!"].concat();
        let error = put(exactly(&bytes), &longer).await;
        assert_eq!(error.to_string(), format!("{size} bytes were announced, but at least {} came", size + 1));

        for expected in [None, Some(size)] {
            let error = put(SizeRule { expected, limit: size - 1 }, &bytes).await;
            assert!(matches!(error, BlobError::TooLarge { limit } if limit == size - 1), "{error}");
        }
        blobs.put(&key, SizeRule { expected: None, limit: size }, body(&bytes)).await.unwrap();
    }
    assert_eq!(blobs.list(&BlobPrefix::Everything).count().await, 2);
}

pub(crate) async fn a_body_that_breaks_off_leaves_nothing(blobs: Arc<dyn Blobs>) {
    for length in [0, 1, 5 * MIB] {
        let bytes = some_bytes(length);
        let key = key_of(&bytes);
        let error = blobs.put(&key, exactly(&bytes), broken_body(&bytes)).await.unwrap_err();
        assert_eq!(error.to_string(), "the body broke off: the wire was cut");
        assert_eq!(blobs.head(&key).await.unwrap(), None);
    }
}

pub(crate) async fn a_put_that_is_dropped_leaves_nothing(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(4 * MIB);
    let key = key_of(&bytes);
    let endless = body(&bytes).chain(stream::pending()).boxed();
    let put = blobs.put(&key, any_size(), endless);
    assert!(tokio::time::timeout(std::time::Duration::from_millis(300), put).await.is_err());
    assert_eq!(blobs.head(&key).await.unwrap(), None);
}

pub(crate) async fn storing_again_is_no_error_and_still_checks(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(2 * MIB + 1);
    let key = put(&*blobs, &bytes).await;
    for sizes in [exactly(&bytes), any_size()] {
        blobs.put(&key, sizes, body(&bytes)).await.unwrap();
        let other = some_bytes(2 * MIB + 1).iter().rev().copied().collect();
        let error = blobs.put(&key, sizes, body(&other)).await.unwrap_err();
        assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}");
        assert!(matches!(blobs.put(&key, sizes, broken_body(&bytes)).await, Err(BlobError::Body(_))));
        assert!(read_all(&*blobs, &key).await == bytes);
    }
}

pub(crate) async fn sixteen_may_store_one_blob_at_a_time(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(3 * MIB);
    let key = key_of(&bytes);
    for _ in 0..4 {
        let puts = (0..16).map(|n| {
            let (blobs, key, bytes) = (Arc::clone(&blobs), key.clone(), bytes.clone());
            let sizes = if n % 2 == 0 { exactly(&bytes) } else { any_size() };
            tokio::spawn(async move { blobs.put(&key, sizes, body(&bytes)).await })
        });
        for done in future::join_all(puts).await {
            assert_eq!(done.unwrap().unwrap().size, size_of(&bytes));
        }
        blobs.verify(&key).await.unwrap();
        blobs.delete(&key).await.unwrap();
    }
}

pub(crate) async fn ranges_are_exact(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(5 * MIB + 3);
    let (key, size, mib) = (put(&*blobs, &bytes).await, size_of(&bytes), size_of(&bytes) / 5);
    for range in [0..0, 0..1, 7..7, size..size, size - 1..size, 0..size, mib - 1..2 * mib + 1, 1..size - 1] {
        let at = |place| usize::try_from(place).unwrap();
        let expected = &bytes[at(range.start)..at(range.end)];
        assert!(blobs.get_range(&key, range.clone()).await.unwrap() == expected, "{range:?}");
        assert!(collect(blobs.read(&key, range.clone()).await.unwrap()).await.unwrap() == expected, "{range:?}");
    }
    #[expect(clippy::reversed_empty_ranges, reason = "it must be refused")]
    let backwards = 3..2;
    for range in [0..size + 1, size..size + 1, size + 5..size + 9, size + 1..size + 1, 0..u64::MAX, backwards] {
        let refused = |error| matches!(error, BlobError::Range { size: found, .. } if found == size);
        assert!(refused(blobs.get_range(&key, range.clone()).await.unwrap_err()), "{range:?}");
        assert!(refused(blobs.read(&key, range.clone()).await.err().unwrap()), "{range:?}");
    }
}

pub(crate) async fn a_blob_that_is_not_there(blobs: Arc<dyn Blobs>) {
    let (key, other) = (key_of(b"absent"), key_in("fraud", "3", Digest::of(b"absent")));
    let absent = |error| matches!(error, BlobError::NotFound(_));
    assert_eq!(blobs.head(&key).await.unwrap(), None);
    assert!(!blobs.exists(&key).await.unwrap());
    assert!(absent(blobs.get_range(&key, 0..1).await.unwrap_err()));
    assert!(absent(blobs.get_range(&key, 0..0).await.unwrap_err()));
    assert!(absent(blobs.read(&key, 0..1).await.err().unwrap()));
    assert!(absent(blobs.verify(&key).await.unwrap_err()));
    assert!(absent(blobs.copy(&key, &other).await.unwrap_err()));
    assert!(BlobRangeRead::open(Arc::clone(&blobs), key.clone()).await.unwrap().is_none());
    blobs.delete(&key).await.unwrap();
    assert_eq!(blobs.list(&key.prefix()).count().await, 0);
}

pub(crate) async fn copies_live_on_their_own(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(MIB + 9);
    let key = put(&*blobs, &bytes).await;
    let copy = key_in("fraud", "3", key.sha256);
    for _ in 0..2 {
        blobs.copy(&key, &copy).await.unwrap();
    }
    blobs.delete(&key).await.unwrap();
    assert_eq!(blobs.head(&key).await.unwrap(), None);
    assert_eq!(blobs.verify(&copy).await.unwrap().size, size_of(&bytes));
    blobs.copy(&copy, &copy).await.unwrap();
    let error = blobs.copy(&copy, &key_of(b"other")).await.unwrap_err();
    assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}");
    assert_eq!(blobs.list(&BlobPrefix::Everything).count().await, 1);
}

pub(crate) async fn a_listing_shows_one_part(blobs: Arc<dyn Blobs>) {
    let mut keys = Vec::new();
    // `0.3` and `0.31`, `fraud` and `fraud-2`: prefixes as texts, but not as places.
    for (model, line) in [("fraud", "0.3"), ("fraud", "0.31"), ("fraud", "3"), ("fraud-2", "0.3")] {
        for length in [1, 2] {
            let bytes = some_bytes(length);
            let key = key_in(model, line, Digest::of(&bytes));
            blobs.put(&key, any_size(), body(&bytes)).await.unwrap();
            keys.push(Listed::Blob { key, size: size_of(&bytes) });
        }
    }
    let list = async |prefix: BlobPrefix| {
        let mut found: Vec<Listed> = blobs.list(&prefix).try_collect().await.unwrap();
        found.sort_by_key(|listed| keys.iter().position(|key| key == listed));
        found
    };
    let (namespace, model) = ("acme".parse().unwrap(), "fraud".parse().unwrap());
    assert_eq!(list(BlobPrefix::Line(namespace, model, Line::Minor(3))).await, keys[..2]);
    assert_eq!(list(BlobPrefix::Model("acme".parse().unwrap(), "fraud".parse().unwrap())).await, keys[..6]);
    assert_eq!(list(BlobPrefix::Namespace("acme".parse().unwrap())).await, keys);
    assert_eq!(list(BlobPrefix::Everything).await, keys);
    assert_eq!(list(BlobPrefix::Namespace("acm".parse().unwrap())).await, []);
}

pub(crate) async fn readers_that_block_see_the_same_bytes(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(9 * MIB + 11);
    let key = put(&*blobs, &bytes).await;
    let reader = BlobRangeRead::open(blobs, key).await.unwrap().unwrap();
    let work = move || {
        assert_eq!(reader.size(), size_of(&bytes));
        let check = |offset: usize, length: usize| {
            let mut buffer = vec![0; length];
            reader.read_at(u64::try_from(offset).unwrap(), &mut buffer).unwrap();
            assert!(buffer == bytes[offset..offset + length], "{length} bytes at {offset}");
        };
        let edge = 256 << 10;
        for (offset, length) in [(0, 8), (8, 100), (edge - 1, 2), (4, 4), (5 * MIB, edge), (bytes.len() - 3, 3)] {
            check(offset, length);
        }
        check(0, bytes.len());
        check(bytes.len(), 0);
        for (offset, length) in [(size_of(&bytes) - 1, 2), (size_of(&bytes) + 1, 0), (u64::MAX, 1)] {
            let error = reader.read_at(offset, &mut vec![0; length]).unwrap_err();
            assert_eq!(error.kind(), std::io::ErrorKind::UnexpectedEof);
        }
    };
    tokio::task::spawn_blocking(work).await.unwrap();
}

pub(crate) async fn a_body_may_come_through_a_channel(blobs: Arc<dyn Blobs>) {
    let bytes = some_bytes(2 * MIB);
    let key = key_of(&bytes);
    let send = async |pieces: &[Bytes]| {
        let (sender, body) = body_channel();
        let put = blobs.put(&key, any_size(), body);
        let feed = async move {
            for piece in pieces {
                if sender.send(Ok(piece.clone())).await.is_err() {
                    break;
                }
            }
        };
        future::join(put, feed).await.0
    };
    let pieces = pieces(&bytes);
    let error = send(&pieces[..pieces.len() - 1]).await.unwrap_err();
    assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}");
    assert_eq!(send(&pieces).await.unwrap().size, size_of(&bytes));
}
