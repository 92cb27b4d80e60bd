//! Files on their way into a folder: written aside, made durable, and only then given their name.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::spawn_blocking;
use uuid::Uuid;

/// Pieces smaller than this are written together.
const BUFFER: usize = 32 << 10;
/// How much is written before the disk is told to begin. The last sync then has little left to wait for, and the disk
/// works while the rest is hashed.
const WRITE_BACK: usize = 16 << 20;
/// How many folders are remembered as durable; after that the store asks again.
const FOLDERS_MAX: usize = 4096;

/// How the file of an upload in parts begins.
pub(super) const SESSION_PREFIX: &str = "upload-";
/// How long such a file is left alone after its last part: a day longer than anybody may come back to it.
pub(super) const SESSION_AGE: Duration = Duration::from_hours(8 * 24);

/// A path in staging. What is there is removed when this is dropped, also when the process that made it fails half-way.
#[derive(Debug)]
pub(super) struct StagedPath(PathBuf);

impl StagedPath {
    pub(super) fn new(staging: &Path) -> Self {
        Self(staging.join(Uuid::new_v4().simple().to_string()))
    }

    pub(super) fn as_path(&self) -> &Path {
        &self.0
    }

    /// Gives the file its name, in place of what has it now.
    pub(super) fn rename(self, to: &Path) -> io::Result<()> {
        fs::rename(&self.0, to)
    }
}

impl Drop for StagedPath {
    fn drop(&mut self) {
        // After a rename nothing is there, unless both names were of one file: then the system left both. A file that
        // cannot be removed is swept later.
        let _absent = fs::remove_file(&self.0);
    }
}

/// A file in staging that is being written.
#[derive(Debug)]
pub(super) struct StagedFile {
    // Before the path: a file is closed before it is removed, as Windows wants it.
    file: BufWriter<File>,
    path: StagedPath,
    /// The bytes written since the disk was last told to begin.
    unsynced: usize,
    /// Shared with the thread that tells it, while there is one.
    write_back: Arc<()>,
}

impl StagedFile {
    pub(super) fn create(staging: &Path) -> io::Result<Self> {
        let path = StagedPath::new(staging);
        let file = OpenOptions::new().write(true).create_new(true).open(path.as_path())?;
        // Tells a sweep in another process that this file is alive. Where locks are unknown, its age must do.
        let _unsupported = file.try_lock();
        Ok(Self { file: BufWriter::with_capacity(BUFFER, file), path, unsynced: 0, write_back: Arc::default() })
    }

    /// Lets the disk begin, on a thread of its own, one at a time.
    ///
    /// The file is opened once more: an error of writing is told once to everyone who has opened the file, and it is
    /// the last sync that must hear of it. So what goes wrong here may be passed over.
    fn begin_write_back(&mut self) {
        if Arc::strong_count(&self.write_back) > 1 {
            return;
        }
        self.unsynced = 0;
        let (running, path) = (Arc::clone(&self.write_back), self.path.as_path().to_owned());
        let _detached = spawn_blocking(move || {
            let _told_again = File::open(path).and_then(|file| file.sync_data());
            drop(running);
        });
    }

    /// Makes the bytes durable.
    pub(super) fn sync(self) -> io::Result<StagedPath> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(self.path)
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.unsynced += written;
        if self.unsynced >= WRITE_BACK {
            self.begin_write_back();
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Removes files that nobody has written to for this long and that no living process holds.
pub(super) fn sweep(staging: &Path, older_than: Duration) -> io::Result<u64> {
    let mut swept = 0;
    for entry in fs::read_dir(staging)? {
        let path = entry?.path();
        if is_abandoned(&path, older_than).unwrap_or(false) && fs::remove_file(&path).is_ok() {
            swept += 1;
        }
    }
    Ok(swept)
}

fn is_abandoned(path: &Path, older_than: Duration) -> io::Result<bool> {
    let is_session = path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(SESSION_PREFIX));
    let older_than = if is_session { older_than.max(SESSION_AGE) } else { older_than };
    let file = OpenOptions::new().write(true).open(path)?;
    // A time in the future is that of a clock that was set back: young.
    let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
    Ok(age >= older_than && !matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Folders below a root, made so that they survive a loss of power.
#[derive(Debug)]
pub(super) struct Folders {
    root: PathBuf,
    /// Folders whose name in their parent is known to be durable.
    durable: Mutex<HashSet<PathBuf>>,
}

impl Folders {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, durable: Mutex::default() }
    }

    /// Makes a folder and those above it, and makes their names durable.
    ///
    /// A folder that was there before may have been made a moment ago by another upload that has not come to its sync,
    /// so being there is not enough.
    pub(super) fn make(&self, folder: &Path) -> io::Result<()> {
        let below = folder.strip_prefix(&self.root).map_err(io::Error::other)?;
        let mut parent = self.root.clone();
        for name in below {
            let child = parent.join(name);
            if make_one(&child)? || !self.is_durable(&child) {
                sync_folder(&parent)?;
                self.remember(child.clone());
            }
            parent = child;
        }
        Ok(())
    }

    fn is_durable(&self, folder: &Path) -> bool {
        self.durable.lock().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    fn remember(&self, folder: PathBuf) {
        let mut durable = self.durable.lock().unwrap_or_else(PoisonError::into_inner);
        if durable.len() >= FOLDERS_MAX {
            durable.clear();
        }
        durable.insert(folder);
    }
}

/// Makes one folder and answers whether it was not there.
fn make_one(folder: &Path) -> io::Result<bool> {
    match fs::create_dir(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(false),
        Err(error) => Err(error),
    }
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows keeps the names in its journal and cannot sync a folder.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
