//! The faults that a test can ask of the store in memory.

use bytes::Bytes;
use registry_store::blobs::{BlobError, Blobs as _, Call, Fault, MemoryBlobs};

use crate::support::*;

#[tokio::test]
async fn a_put_fails_as_told_and_then_works() {
    let (blobs, bytes) = (MemoryBlobs::new(), some_bytes(3 * MIB));
    let key = key_of(&bytes);
    for fault in [Fault::Error, Fault::Short, Fault::Flip] {
        blobs.fail_next(Call::Put, fault);
        let error = blobs.put(&key, exactly(&bytes), body(&bytes)).await.unwrap_err();
        match fault {
            Fault::Error => assert!(matches!(error, BlobError::Unavailable { .. }), "{error}"),
            Fault::Short => assert!(matches!(error, BlobError::WrongSize { .. }), "{error}"),
            Fault::Flip => assert!(matches!(error, BlobError::WrongDigest { .. }), "{error}"),
        }
        assert_eq!(blobs.head(&key).await.unwrap(), None);
    }
    put(&blobs, &bytes).await;
}

#[tokio::test]
async fn a_read_fails_as_told_and_then_works() {
    let (blobs, bytes) = (MemoryBlobs::new(), some_bytes(3 * MIB));
    let (key, size) = (put(&blobs, &bytes).await, size_of(&bytes));

    blobs.fail_next(Call::Read, Fault::Error);
    assert!(blobs.read(&key, 0..size).await.is_err());
    blobs.fail_next(Call::Read, Fault::Short);
    assert!(collect(blobs.read(&key, 0..size).await.unwrap()).await.unwrap_err().to_string().contains("ends after"));
    blobs.fail_next(Call::Read, Fault::Short);
    assert!(matches!(blobs.get_range(&key, 0..9).await, Err(BlobError::Truncated { expected: 9, actual: 8, .. })));
    for _ in 0..2 {
        blobs.fail_next(Call::Read, Fault::Flip);
    }
    assert!(blobs.get_range(&key, 0..size).await.unwrap() != bytes);
    assert!(collect(blobs.read(&key, 0..size).await.unwrap()).await.unwrap() != bytes);

    assert!(read_all(&blobs, &key).await == bytes);
}

#[tokio::test]
async fn rot_in_memory_is_found() {
    let (blobs, bytes) = (MemoryBlobs::new(), some_bytes(100));
    let key = put(&blobs, &bytes).await;
    blobs.overwrite(&key, Bytes::from_static(b"rot")).await.unwrap();
    assert!(matches!(blobs.verify(&key).await, Err(BlobError::WrongDigest { .. })));
}
