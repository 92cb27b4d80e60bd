//! The digest of a file.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};

use crate::error::CliError;
use crate::progress;

/// How much of a file is held in memory, in bytes.
const WINDOW: usize = 1 << 20;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Content {
    /// The SHA-256 of its bytes.
    pub(crate) sha256: Digest,
    /// How many bytes it has.
    pub(crate) size: u64,
}

/// Reads a whole file.
pub(crate) fn content_of(path: &Path) -> Result<Content, CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let bar = progress::bar("hash", &path.display().to_string(), file.metadata().map_err(failed)?.len());
    let content = copy_hashed(&mut bar.wrap_read(file), &mut io::sink());
    bar.finish_and_clear();
    content.map_err(|error| failed(error.into_source()))
}

/// Which side of a copy failed.
#[derive(Debug)]
pub(crate) enum CopyError {
    /// The source, after so many bytes.
    Read(u64, io::Error),
    /// The target.
    Write(io::Error),
}

impl CopyError {
    pub(crate) fn into_source(self) -> io::Error {
        match self {
            Self::Read(_, source) | Self::Write(source) => source,
        }
    }
}

/// Copies to the end of the source, and hashes on the way.
pub(crate) fn copy_hashed(source: &mut impl Read, target: &mut impl Write) -> Result<Content, CopyError> {
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut window = vec![0; WINDOW];
    loop {
        let read = match source.read(&mut window) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other.map_err(|error| CopyError::Read(size, error))?,
        };
        let Some(bytes) = window.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        target.write_all(bytes).map_err(CopyError::Write)?;
        size = size.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
    }
    Ok(Content { sha256: Digest::from_bytes(hash.finalize().into()), size })
}
