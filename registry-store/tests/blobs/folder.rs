//! What only a folder can show.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::time::{Duration, SystemTime};

use futures_util::TryStreamExt as _;
use registry_core::digest::Digest;
use registry_store::blobs::{BlobError, BlobPrefix, Blobs as _, Listed, LocalBlobs};

use crate::support::*;

#[tokio::test]
async fn a_flipped_byte_on_disk_is_found_wherever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let bytes = some_bytes(2 * MIB + 100);
    let key = put(&blobs, &bytes).await;
    let file = OpenOptions::new().write(true).open(folder.path().join(key.to_string())).unwrap();
    for at in [0, 1, MIB - 1, MIB, 2 * MIB, bytes.len() - 1] {
        let (offset, byte) = (u64::try_from(at).unwrap(), bytes[at]);
        file.write_all_at(&[byte ^ 1], offset).unwrap();
        assert!(
            matches!(blobs.verify(&key).await, Err(BlobError::WrongDigest { expected, .. }) if expected == key.sha256)
        );
        file.write_all_at(&[byte], offset).unwrap();
    }
    blobs.verify(&key).await.unwrap();
}

#[tokio::test]
async fn a_file_that_was_cut_is_found_and_healed_by_storing_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    // Much more than is read ahead.
    let bytes = some_bytes(16 * MIB);
    let (key, size) = (put(&blobs, &bytes).await, size_of(&bytes));
    let stream = blobs.read(&key, 0..size).await.unwrap();
    OpenOptions::new().write(true).open(folder.path().join(key.to_string())).unwrap().set_len(size - 1).unwrap();
    assert!(collect(stream).await.is_err(), "a read that had begun ends with an error, not early");
    assert!(matches!(blobs.verify(&key).await, Err(BlobError::WrongDigest { .. })));
    put(&blobs, &bytes).await;
    blobs.verify(&key).await.unwrap();
}

#[tokio::test]
async fn a_blob_that_vanishes_while_it_is_stored_again_is_not_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let bytes = some_bytes(MIB);
    let key = put(&blobs, &bytes).await;
    let (sender, body) = registry_store::blobs::body_channel();
    let again = tokio::spawn({
        let (blobs, key, sizes) = (blobs.clone(), key.clone(), exactly(&bytes));
        async move { blobs.put(&key, sizes, body).await }
    });
    sender.send(Ok(bytes.slice(..1))).await.unwrap();
    sender.reserve_many(sender.max_capacity()).await.unwrap();
    blobs.delete(&key).await.unwrap();
    sender.send(Ok(bytes.slice(1..))).await.unwrap();
    drop(sender);
    assert!(matches!(again.await.unwrap(), Err(BlobError::Deleted(found)) if found == key));
}

#[tokio::test]
async fn strangers_are_listed_and_staging_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let key = put(&blobs, &some_bytes(5)).await;
    fs::write(folder.path().join(".staging/left"), b"12").unwrap();
    fs::write(folder.path().join("acme/notes.txt"), b"123").unwrap();
    let mut found: Vec<Listed> = blobs.list(&BlobPrefix::Everything).try_collect().await.unwrap();
    found.sort_by_key(|listed| matches!(listed, Listed::Blob { .. }));
    let stranger = Listed::Stranger { path: "acme/notes.txt".to_owned(), size: 3 };
    assert_eq!(found, [stranger, Listed::Blob { key, size: 5 }]);
}

#[tokio::test]
async fn a_sweep_takes_what_is_old_and_dead() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let staging = folder.path().join(".staging");
    let hour = Duration::from_hours(1);
    let leave = |name: &str, age: Duration| {
        let mut file = File::create(staging.join(name)).unwrap();
        file.write_all(b"half a model").unwrap();
        #[expect(clippy::disallowed_methods, reason = "the age of a file is measured against the real clock")]
        let now = SystemTime::now();
        file.set_modified(now - age).unwrap();
        file
    };
    drop(leave("old", 2 * hour));
    drop(leave("young", hour / 2));
    let alive = leave("alive", 2 * hour);
    alive.lock().unwrap();

    assert_eq!(blobs.sweep_staging(hour).await.unwrap(), 1);
    assert!(!staging.join("old").exists() && staging.join("young").exists() && staging.join("alive").exists());
    drop(alive);
    assert_eq!(blobs.sweep_staging(Duration::ZERO).await.unwrap(), 2);
}

#[tokio::test]
async fn an_upload_that_is_still_coming_survives_a_sweep() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let bytes = some_bytes(MIB);
    let (key, sizes) = (key_of(&bytes), exactly(&bytes));
    let (sender, body) = registry_store::blobs::body_channel();
    let coming = tokio::spawn({
        let blobs = blobs.clone();
        async move { blobs.put(&key, sizes, body).await }
    });
    sender.send(Ok(bytes.slice(..1))).await.unwrap();
    sender.reserve_many(sender.max_capacity()).await.unwrap();
    let other_process = LocalBlobs::open(folder.path()).unwrap();
    assert_eq!(other_process.sweep_staging(Duration::ZERO).await.unwrap(), 0);
    sender.send(Ok(bytes.slice(1..))).await.unwrap();
    drop(sender);
    coming.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_copy_takes_no_space() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().unwrap();
    let blobs = LocalBlobs::open(folder.path()).unwrap();
    let key = put(&blobs, &some_bytes(5)).await;
    let copy = key_in("fraud", "0.0.4", Digest::of(&some_bytes(5)));
    blobs.copy(&key, &copy).await.unwrap();
    assert_eq!(fs::metadata(folder.path().join(copy.to_string())).unwrap().nlink(), 2);
}
