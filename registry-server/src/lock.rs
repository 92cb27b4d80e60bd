//! The locks on the data folder and on a SQLite file, which may lie elsewhere. Each belongs to one process at a time: on an
//! empty folder two would both make an admin token. (A folder of blobs may be shared: its files on their way have locks of
//! their own.)

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// What a file stands for, held for as long as this lives. The lock is the operating system's, not the file's being there: it ends
/// with the process, however that ends, and the file is never removed.
#[derive(Debug)]
pub(crate) struct DataLock {
    _file: File,
}

/// Why the lock is not had.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Another server has it; its process, if it has written that down already.
    Held(Option<u32>),
    /// The file cannot be used.
    File(io::Error),
}

impl From<io::Error> for LockError {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl DataLock {
    /// Takes the lock, without waiting, and writes down which process has it.
    ///
    /// # Errors
    /// When another server has it, or the file cannot be used.
    pub(crate) fn take(path: &Path) -> Result<Self, LockError> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(file))),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        writeln!(file, "{}", std::process::id())?;
        Ok(Self { _file: file })
    }
}

fn holder(mut file: File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_the_lock_until_it_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = DataLock::take(&path).unwrap();
        let second = DataLock::take(&path).unwrap_err();
        assert!(matches!(second, LockError::Held(Some(process)) if process == std::process::id()), "{second:?}");
        drop(first);
        let _again = DataLock::take(&path).unwrap();
    }

    #[test]
    fn a_file_that_names_no_process_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        std::fs::write(&path, "not a number, and longer than one\n").unwrap();
        let _first = DataLock::take(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{}\n", std::process::id()));
    }
}
