//! Bytes that have changed under their key: sending the blob again puts them right, in whatever way it comes.

use std::sync::Arc;

use bytes::Bytes;
use object_store::ObjectStoreExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use registry_store::blobs::{BlobError, BlobKey, Blobs, BucketBlobs, LocalBlobs, MemoryBlobs};

use crate::sessions::{PART, begin, send};
use crate::support::*;

/// The same with a byte flipped.
fn flipped(bytes: &Bytes) -> Bytes {
    let mut flipped = bytes.to_vec();
    flipped[bytes.len() / 2] ^= 1;
    flipped.into()
}

/// Spoils a blob again and again, by `spoil`, and sends it again each time in another way.
async fn is_repaired(blobs: Arc<dyn Blobs>, spoil: impl AsyncFn(&BlobKey, Bytes)) {
    let bytes = some_bytes(PART + 9);
    let key = put(&*blobs, &bytes).await;
    let damaged = async || {
        spoil(&key, flipped(&bytes)).await;
        assert!(matches!(blobs.verify(&key).await, Err(BlobError::WrongDigest { .. })));
    };
    for sizes in [exactly(&bytes), any_size()] {
        damaged().await;
        // Wrong bytes do not take the place of wrong bytes.
        assert!(blobs.put(&key, sizes, body(&flipped(&bytes))).await.is_err());
        assert!(read_all(&*blobs, &key).await == flipped(&bytes), "what is there may be all there is");
        blobs.put(&key, sizes, body(&bytes)).await.unwrap();
        blobs.verify(&key).await.unwrap();
    }
    damaged().await;
    let session = begin(&*blobs, &key, &bytes).await;
    let tags = send(&blobs, &session, &bytes).await;
    blobs.complete(&session, &tags).await.unwrap();
    blobs.verify(&key).await.unwrap();

    // A session that is gone is not taken for one that has come to its end.
    let session = begin(&*blobs, &key, &bytes).await;
    let tags = send(&blobs, &session, &bytes).await;
    blobs.abort(&session).await.unwrap();
    assert_eq!(blobs.complete(&session, &tags).await.unwrap().size, size_of(&bytes), "the blob is there");
    damaged().await;
    assert!(matches!(blobs.complete(&session, &tags).await, Err(BlobError::SessionLost)));
    blobs.delete(&key).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blob_that_rots_in_a_folder_is_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    let spoil = async |key: &BlobKey, bytes: Bytes| std::fs::write(root.join(key.to_string()), bytes).unwrap();
    is_repaired(Arc::new(LocalBlobs::open(&root).unwrap()), spoil).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blob_that_rots_in_a_bucket_is_repaired() {
    let Some(url) = test_s3::bucket() else { return };
    registry_store::blobs::install_tls();
    let store = AmazonS3Builder::from_env().with_url(&url).build().unwrap();
    let prefix = url.splitn(4, '/').nth(3).unwrap().to_owned();
    let spoil = async |key: &BlobKey, bytes: Bytes| {
        store.put(&Path::from(format!("{prefix}/{key}")), bytes.into()).await.unwrap();
    };
    is_repaired(Arc::new(BucketBlobs::open(&url).unwrap()), spoil).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blob_that_rots_in_memory_is_repaired() {
    let blobs = MemoryBlobs::new();
    let rotting = blobs.clone();
    let spoil = async |key: &BlobKey, bytes: Bytes| rotting.overwrite(key, bytes).await.unwrap();
    is_repaired(Arc::new(blobs), spoil).await;
}
