//! Uploads in parts into a folder: one file in staging, each part written to its place.
//!
//! Writers of parts share the lock of the file, and who completes it has the lock alone. So no part can be written while
//! the whole is read; and who gets the lock afterwards finds that the file has lost its name, and leaves it alone.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;

use async_trait::async_trait;
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::error::BlobError;
use super::intake::{Blocking, receive};
use super::key::BlobKey;
use super::local::{Disk, LocalBlobs};
use super::sessions::{Part, Session, Sessions};
use super::staging::{SESSION_PREFIX, sync_folder};
use super::{ByteStream, Stored};

/// How much of the whole is read and hashed at a time.
const WINDOW: usize = 8 << 20;

const TAKING: &str = "storing a part";
const COMPLETING: &str = "completing an upload";

/// Whose the lock of a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lock {
    Shared,
    Alone,
}

impl Disk {
    fn session_path(&self, id: &str) -> io::Result<PathBuf> {
        // An id is a UUID, and never part of a path before that is certain.
        let id = Uuid::parse_str(id).map_err(|error| io::Error::new(io::ErrorKind::NotFound, error))?;
        Ok(self.staging.join(format!("{SESSION_PREFIX}{}", id.simple())))
    }

    /// Makes the file of a session, durably, with all of its size and none of its bytes.
    fn begin(&self, size: u64) -> io::Result<String> {
        let id = Uuid::new_v4().simple().to_string();
        let file = OpenOptions::new().write(true).create_new(true).open(self.session_path(&id)?)?;
        file.set_len(size)?;
        file.sync_all()?;
        sync_folder(&self.staging)?;
        Ok(id)
    }

    /// Opens the file of a session under its lock. None when there is none (any more), or the lock is another's.
    fn open(&self, id: &str, lock: Lock) -> Result<Option<File>, TryLockError> {
        let path = self.session_path(id).map_err(TryLockError::Error)?;
        let file = match OpenOptions::new().read(true).write(true).open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(TryLockError::Error(error)),
        };
        match lock {
            Lock::Shared => file.try_lock_shared()?,
            Lock::Alone => file.try_lock()?,
        }
        // Completed or removed between the two steps: then what was opened is no session any more.
        Ok(path.exists().then_some(file))
    }

    fn publish_session(&self, file: &File, id: &str, key: &BlobKey) -> io::Result<()> {
        let (staged, to) = (self.session_path(id)?, self.path_of(key));
        file.sync_all()?;
        let folder = to.parent().ok_or_else(|| io::Error::other("a blob lies in a folder"))?;
        self.folders.make(folder)?;
        fs::rename(staged, &to)?;
        sync_folder(folder)
    }

    fn remove_session(&self, id: &str) -> io::Result<()> {
        match fs::remove_file(self.session_path(id)?) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    fn sessions(&self) -> io::Result<Vec<(String, u64)>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.staging)? {
            let entry = entry?;
            let name = entry.file_name();
            let id = name.to_str().and_then(|name| name.strip_prefix(SESSION_PREFIX));
            // A file that goes away meanwhile is none that was left.
            if let (Some(id), Ok(metadata)) = (id, entry.metadata()) {
                found.push((id.to_owned(), metadata.len()));
            }
        }
        Ok(found)
    }
}

impl LocalBlobs {
    async fn open_session(&self, session: &Session, lock: Lock) -> Result<File, BlobError> {
        let id = session.id.clone();
        match self.on_disk(TAKING, move |disk| Ok(disk.open(&id, lock))).await? {
            Ok(Some(file)) => Ok(file),
            Ok(None) => Err(BlobError::SessionLost),
            Err(TryLockError::WouldBlock) => Err(BlobError::InUse),
            Err(TryLockError::Error(error)) => Err(BlobError::io(TAKING, error)),
        }
    }

    /// A session that is gone may have been completed: by this server, before a kill, or by another just now.
    async fn completed_before(&self, session: &Session) -> Result<Stored, BlobError> {
        let Session { key, size, .. } = session;
        let is_there = self.holds(key, Some(*size)).await? && self.confirm(key, *size).await?;
        if is_there { Ok(Stored { size: *size, sha256: key.sha256 }) } else { Err(BlobError::SessionLost) }
    }
}

/// The digest of a file, read window by window: whoever no longer waits for it stops it.
async fn hash(mut file: File) -> Result<(File, u64, Digest), BlobError> {
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; WINDOW]);
    file.seek(SeekFrom::Start(0)).map_err(|error| BlobError::io(COMPLETING, error))?;
    loop {
        let work = move || -> io::Result<_> {
            let count = file.read(&mut buffer)?;
            hash.update(buffer.get(..count).unwrap_or_default());
            Ok((file, hash, buffer, count))
        };
        let done = spawn_blocking(work).await.map_err(|error| BlobError::task(COMPLETING, error))?;
        let count;
        (file, hash, buffer, count) = done.map_err(|error| BlobError::io(COMPLETING, error))?;
        if count == 0 {
            return Ok((file, size, Digest::from_bytes(hash.finalize().into())));
        }
        size += u64::try_from(count).unwrap_or(u64::MAX);
    }
}

#[async_trait]
impl Sessions for LocalBlobs {
    async fn begin(&self, _key: &BlobKey, size: u64) -> Result<String, BlobError> {
        self.on_disk("opening an upload", move |disk| disk.begin(size)).await
    }

    async fn put_part(&self, session: &Session, part: &Part, body: ByteStream) -> Result<String, BlobError> {
        let mut file = self.open_session(session, Lock::Shared).await?;
        file.seek(SeekFrom::Start(part.range.start)).map_err(|error| BlobError::io(TAKING, error))?;
        let (_, Blocking(file)) = receive(part.sha256, part.sizes(), body, Blocking(file)).await?;
        self.on_disk(TAKING, move |_| file.sync_data()).await?;
        Ok(String::new())
    }

    async fn complete(&self, session: &Session, _tags: &[String]) -> Result<Stored, BlobError> {
        let file = match self.open_session(session, Lock::Alone).await {
            Err(BlobError::SessionLost) => return self.completed_before(session).await,
            file => file?,
        };
        let (file, size, actual) = hash(file).await?;
        let expected = session.key.sha256;
        if size != session.size {
            return Err(BlobError::SessionLost);
        }
        if actual != expected {
            return Err(BlobError::WrongDigest { expected, actual });
        }
        let (id, key) = (session.id.clone(), session.key.clone());
        self.on_disk(COMPLETING, move |disk| disk.publish_session(&file, &id, &key)).await?;
        Ok(Stored { size, sha256: actual })
    }

    async fn abort(&self, session: &Session) -> Result<(), BlobError> {
        let id = session.id.clone();
        self.on_disk("removing an upload", move |disk| disk.remove_session(&id)).await
    }

    async fn leftovers(&self) -> Result<Vec<(String, u64)>, BlobError> {
        self.on_disk("looking through staging", Disk::sessions).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_session_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = LocalBlobs::open(folder.path()).unwrap();
        for id in ["", "..", "../x", "/etc/passwd"] {
            assert_eq!(blobs.disk.session_path(id).unwrap_err().kind(), io::ErrorKind::NotFound, "{id}");
        }
    }
}
