//! Blobs in a folder.
//!
//! `object_store` reads. It does not write: what its uploads leave behind lies beside the objects, where no sweep can
//! tell the living from the dead, and of the folders above an object it syncs only those that it has made itself.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use object_store::local::LocalFileSystem;
use tokio::task::spawn_blocking;

use super::error::BlobError;
use super::intake::{Blocking, Discard, receive};
use super::key::{BlobKey, BlobPrefix};
use super::reads::Reads;
use super::staging::{Folders, StagedFile, StagedPath, sweep, sync_folder};
use super::{Blobs, ByteStream, Listed, SizeRule, Stored};

/// How much one read of a stream asks for. A stream of `object_store` itself reads 8 KiB at a time, which is some ten
/// times slower.
const WINDOW: u64 = 1 << 20;

/// Beside the blobs, because a file is renamed only within one file system. No namespace begins with a full stop.
const STAGING: &str = ".staging";

/// Blobs in a folder of this machine, or one that it has mounted. Any number of processes may share it.
#[derive(Debug, Clone)]
pub struct LocalBlobs {
    pub(super) reads: Reads,
    pub(super) disk: Arc<Disk>,
}

/// The writing half: everything here blocks.
#[derive(Debug)]
pub(super) struct Disk {
    root: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) folders: Folders,
}

impl LocalBlobs {
    /// Opens a folder, and makes it when it is not there. Blocks: this belongs into the start of a program.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(root: &Path) -> Result<Self, BlobError> {
        let doing = "opening the folder of blobs";
        let failed = |error| BlobError::io(doing, error);
        fs::create_dir_all(root.join(STAGING)).map_err(failed)?;
        let root = fs::canonicalize(root).map_err(failed)?;
        sync_folder(&root).and_then(|()| root.parent().map_or(Ok(()), sync_folder)).map_err(failed)?;
        let store = LocalFileSystem::new_with_prefix(&root).map_err(|error| BlobError::store(doing, error))?;
        let disk = Disk { staging: root.join(STAGING), folders: Folders::new(root.clone()), root };
        Ok(Self { reads: Reads::new(Arc::new(store), WINDOW), disk: Arc::new(disk) })
    }

    /// Runs what blocks where it may.
    pub(super) async fn on_disk<T, F>(&self, doing: &'static str, work: F) -> Result<T, BlobError>
    where
        T: Send + 'static,
        F: FnOnce(&Disk) -> io::Result<T> + Send + 'static,
    {
        let disk = Arc::clone(&self.disk);
        let done = spawn_blocking(move || work(&disk)).await.map_err(|error| BlobError::task(doing, error))?;
        done.map_err(|error| BlobError::io(doing, error))
    }

    /// Whether the bytes of a key are there. Those that the disk cannot read are not: whoever sends them again replaces them.
    pub(super) async fn holds(&self, key: &BlobKey, size: Option<u64>) -> Result<bool, BlobError> {
        match self.reads.holds(key, size).await {
            Err(BlobError::Unavailable { .. }) => Ok(false),
            held => held,
        }
    }

    /// Takes the body of a blob that is already there, for its digest.
    async fn put_again(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        let (stored, Discard) = receive(key.sha256, sizes, body, Discard).await?;
        if self.confirm(key, stored.size).await? { Ok(stored) } else { Err(BlobError::Deleted(key.clone())) }
    }

    /// Whether a blob of this size is there; if so, it is durable now.
    pub(super) async fn confirm(&self, key: &BlobKey, size: u64) -> Result<bool, BlobError> {
        let at = self.disk.path_of(key);
        self.on_disk("confirming a blob", move |disk| disk.confirm(&at, size)).await
    }
}

impl Disk {
    pub(super) fn path_of(&self, key: &BlobKey) -> PathBuf {
        self.root.join(key.to_string())
    }

    fn confirm(&self, at: &Path, size: u64) -> io::Result<bool> {
        if size_of(at)? != Some(size) {
            return Ok(false);
        }
        fs::File::open(at)?.sync_all()?;
        self.name_durably(at)?;
        Ok(true)
    }

    /// Gives a durable file its name, in place of what has it now: bytes that were verified a moment ago are at least as
    /// good as those that are there.
    fn publish(&self, staged: StagedPath, to: &Path) -> io::Result<()> {
        self.folders.make(parent_of(to)?)?;
        staged.rename(to)?;
        sync_folder(parent_of(to)?)
    }

    fn name_durably(&self, at: &Path) -> io::Result<()> {
        self.folders.make(parent_of(at)?)?;
        sync_folder(parent_of(at)?)
    }

    /// Makes a second name for a file. Answers false where the file system has no hard links.
    fn link(&self, from: &Path, to: &Path) -> io::Result<bool> {
        let staged = StagedPath::new(&self.staging);
        match fs::hard_link(from, staged.as_path()) {
            Ok(()) => self.publish(staged, to).map(|()| true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
            Err(_) => Ok(false),
        }
    }

    /// Makes and removes a file, as an upload would.
    fn probe(&self) -> io::Result<()> {
        StagedFile::create(&self.staging).map(drop)
    }
}

fn size_of(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn parent_of(path: &Path) -> io::Result<&Path> {
    path.parent().ok_or_else(|| io::Error::other("a blob lies in a folder"))
}

#[async_trait]
impl Blobs for LocalBlobs {
    fn backend(&self) -> &'static str {
        "local-blobs"
    }

    async fn put(&self, key: &BlobKey, sizes: SizeRule, body: ByteStream) -> Result<Stored, BlobError> {
        let doing = "storing a blob";
        if self.holds(key, sizes.expected).await? {
            return self.put_again(key, sizes, body).await;
        }
        let file = self.on_disk(doing, |disk| StagedFile::create(&disk.staging)).await?;
        let (stored, Blocking(file)) = receive(key.sha256, sizes, body, Blocking(file)).await?;
        let to = self.disk.path_of(key);
        self.on_disk(doing, move |disk| disk.publish(file.sync()?, &to)).await?;
        Ok(stored)
    }

    async fn head(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        self.reads.head(key).await
    }

    async fn get_range(&self, key: &BlobKey, range: Range<u64>) -> Result<Bytes, BlobError> {
        self.reads.get_range(key, range).await
    }

    async fn read(&self, key: &BlobKey, range: Range<u64>) -> Result<ByteStream, BlobError> {
        self.reads.read(key, range).await
    }

    async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        from.same_bytes(to)?;
        let size = self.head(from).await?.ok_or_else(|| BlobError::NotFound(from.clone()))?;
        let (source, target) = (self.disk.path_of(from), self.disk.path_of(to));
        if self.on_disk("copying a blob", move |disk| disk.link(&source, &target)).await? {
            return Ok(());
        }
        let body = self.read(from, 0..size).await?;
        self.put(to, SizeRule { expected: Some(size), limit: size }, body).await.map(|_| ())
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.reads.delete(key).await
    }

    fn list(&self, prefix: &BlobPrefix) -> BoxStream<'static, Result<Listed, BlobError>> {
        let staged = format!("{STAGING}/");
        let keep = move |found: &Result<Listed, BlobError>| !matches!(found, Ok(Listed::Stranger { path, .. }) if path.starts_with(&staged));
        self.reads.list(prefix).filter(move |found| std::future::ready(keep(found))).boxed()
    }

    async fn verify(&self, key: &BlobKey) -> Result<Stored, BlobError> {
        self.reads.verify(key).await
    }

    async fn ping(&self) -> Result<(), BlobError> {
        self.on_disk("writing a file as a test", Disk::probe).await
    }

    async fn sweep_staging(&self, older_than: Duration) -> Result<u64, BlobError> {
        self.on_disk("sweeping staging", move |disk| sweep(&disk.staging, older_than)).await
    }
}
