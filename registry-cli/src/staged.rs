//! A file that gets its name only when it is whole.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

/// A file on its way, under a hidden name beside the name that it will get. It goes away when it is dropped.
#[derive(Debug)]
pub(crate) struct Staged {
    file: File,
    path: PathBuf,
    target: PathBuf,
    is_named: bool,
}

impl Staged {
    /// A new file that everybody may read whom the user's settings let, in a folder that is made where it is missing.
    pub(crate) fn new(target: &Path) -> io::Result<Self> {
        make_folder(target)?;
        Self::in_place(target)
    }

    /// The same in a folder that must be there: one that the user named may be a slip.
    pub(crate) fn in_place(target: &Path) -> io::Result<Self> {
        Self::open(target, &mut OpenOptions::new())
    }

    /// A new file that its owner alone may read, from its first moment on.
    pub(crate) fn private(target: &Path) -> io::Result<Self> {
        make_folder(target)?;
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Self::open(target, &mut options)
    }

    /// The name is new: no file of the user can be in its place, and none is opened if there is one.
    fn open(target: &Path, options: &mut OpenOptions) -> io::Result<Self> {
        let path = target.with_file_name(format!(".registry-{}.part", Uuid::new_v4().simple()));
        let file = options.write(true).create_new(true).open(&path)?;
        Ok(Self { file, path, target: target.to_owned(), is_named: false })
    }

    /// Makes sure that the bytes are on disk, and only then gives the file its name.
    pub(crate) fn keep(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        std::fs::rename(&self.path, &self.target)?;
        self.is_named = true;
        Ok(())
    }
}

fn make_folder(target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), std::fs::create_dir_all)
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.is_named {
            drop(std::fs::remove_file(&self.path));
        }
    }
}
