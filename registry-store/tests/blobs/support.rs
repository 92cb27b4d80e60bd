//! Bytes, keys and bodies.

use std::io;
use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use registry_core::digest::Digest;
use registry_store::blobs::{BlobKey, Blobs, BucketBlobs, ByteStream, SizeRule};

pub(crate) const MIB: usize = 1 << 20;
/// Larger than any blob of a test.
pub(crate) const LIMIT: u64 = 1 << 40;

/// A part of a bucket of its own, when there is an object store to test with.
pub(crate) fn bucket() -> Option<BucketBlobs> {
    test_s3::bucket().map(|url| BucketBlobs::open(&url).unwrap())
}

/// Bytes that differ from place to place: blocks of noise, each with its number in front.
pub(crate) fn some_bytes(length: usize) -> Bytes {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64 ^ u64::try_from(length).unwrap();
    let mut block = Vec::new();
    while block.len() < 4088 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        block.extend_from_slice(&state.to_le_bytes());
    }
    let mut bytes = Vec::with_capacity(length + 4096);
    while bytes.len() < length {
        bytes.extend_from_slice(&bytes.len().to_le_bytes());
        bytes.extend_from_slice(&block);
    }
    bytes.truncate(length);
    bytes.into()
}

pub(crate) fn size_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap()
}

pub(crate) fn key_in(model: &str, line: &str, sha256: Digest) -> BlobKey {
    let namespace = "acme".parse().unwrap();
    BlobKey { namespace, model: model.parse().unwrap(), line: line.parse().unwrap(), sha256 }
}

pub(crate) fn key_of(bytes: &[u8]) -> BlobKey {
    key_in("fraud", "2", Digest::of(bytes))
}

/// A body in pieces of uneven size, as they come off a network.
pub(crate) fn pieces(bytes: &Bytes) -> Vec<Bytes> {
    let (mut rest, mut pieces) = (bytes.clone(), vec![Bytes::new()]);
    for length in [1, 37, 4096, 65_536, 300_000].into_iter().cycle() {
        if rest.is_empty() {
            break;
        }
        pieces.push(rest.split_to(length.min(rest.len())));
    }
    pieces
}

pub(crate) fn body(bytes: &Bytes) -> ByteStream {
    stream::iter(pieces(bytes)).map(Ok).boxed()
}

/// A body that fails after its bytes.
pub(crate) fn broken_body(bytes: &Bytes) -> ByteStream {
    body(bytes).chain(stream::iter([Err(io::Error::other("the wire was cut"))])).boxed()
}

pub(crate) fn exactly(bytes: &[u8]) -> SizeRule {
    SizeRule { expected: Some(size_of(bytes)), limit: LIMIT }
}

pub(crate) fn any_size() -> SizeRule {
    SizeRule { expected: None, limit: LIMIT }
}

pub(crate) async fn put(blobs: &dyn Blobs, bytes: &Bytes) -> BlobKey {
    let key = key_of(bytes);
    blobs.put(&key, exactly(bytes), body(bytes)).await.unwrap();
    key
}

pub(crate) async fn read_all(blobs: &dyn Blobs, key: &BlobKey) -> Vec<u8> {
    let size = blobs.head(key).await.unwrap().unwrap();
    collect(blobs.read(key, 0..size).await.unwrap()).await.unwrap()
}

pub(crate) async fn collect(stream: ByteStream) -> io::Result<Vec<u8>> {
    stream
        .try_fold(Vec::new(), |mut all, piece| async move {
            all.extend_from_slice(&piece);
            Ok(all)
        })
        .await
}

/// Waits until nothing is left in staging: what a dropped upload was writing goes away on a thread of its own.
pub(crate) async fn staging_becomes_empty(root: &Path) {
    let left = || root.join(".staging").read_dir().unwrap().count();
    for _ in 0..200 {
        if left() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(left(), 0, "staging still has files");
}
