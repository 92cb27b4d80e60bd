//! Reads the contract of a version, and what is unsafe in it, out of its stored bytes: the server believes no client.

use std::io;
use std::sync::Arc;

use registry_core::canonical;
use registry_core::digest::Digest;
use registry_core::hazard::Hazard;
use registry_core::manifest::FileEntry;
use registry_core::version::Line;
use registry_formats::{
    EXTRACTOR, Extraction, FormatError, NamedFile, RangeRead, ReadOptions, find_hazards, read_contract,
};
use registry_store::BlobKey;
use registry_store::blobs::BlobRangeRead;

use super::{Code, Failure, Fault, ModelRef, Registry};

/// A file of a version whose bytes are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredFile {
    /// The file.
    pub(crate) entry: FileEntry,
    /// The line whose storage path holds the bytes.
    pub(crate) line: Line,
}

/// A blob as the readers of formats see it.
struct Readable(BlobRangeRead);

impl RangeRead for Readable {
    fn size(&self) -> io::Result<u64> {
        Ok(self.0.size())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.0.read_at(offset, buffer)
    }
}

impl Registry {
    /// What the files say, with the digests of content and weights.
    pub(crate) async fn read_contract(
        &self,
        model: ModelRef<'_>,
        files: &[StoredFile],
    ) -> Result<Arc<Extraction>, Failure> {
        let key = key_of(files);
        if let Some(known) = self.cache.reading(key) {
            return Ok(known);
        }
        let read = |files: &[NamedFile<'_>]| read_contract(files, &ReadOptions { digests: true });
        let extraction = Arc::new(self.read(model, files, read).await?);
        self.cache.keep_reading(key, &extraction);
        Ok(extraction)
    }

    /// What is unsafe in the files.
    pub(crate) async fn hazards(&self, model: ModelRef<'_>, files: &[StoredFile]) -> Result<Arc<[Hazard]>, Failure> {
        let key = key_of(files);
        if let Some(known) = self.cache.hazards(key) {
            return Ok(known);
        }
        let hazards: Arc<[Hazard]> = self.read(model, files, find_hazards).await?.into();
        self.cache.keep_hazards(key, &hazards);
        Ok(hazards)
    }

    /// Reads the files on a thread that may block.
    async fn read<T: Send + 'static>(
        &self,
        model: ModelRef<'_>,
        files: &[StoredFile],
        read: impl FnOnce(&[NamedFile<'_>]) -> Result<T, FormatError> + Send + 'static,
    ) -> Result<T, Failure> {
        let mut open = Vec::with_capacity(files.len());
        for file in files {
            open.push((file.entry.path.to_string(), self.open(model, file).await?));
        }
        let read = move || {
            let files: Vec<NamedFile<'_>> = open.iter().map(|(path, bytes)| NamedFile { path, bytes }).collect();
            read(&files)
        };
        let ended = tokio::task::spawn_blocking(read).await;
        let broken = |error| Failure::new(Code::Internal, format!("reading the files broke off: {error}"));
        ended.map_err(broken)?.map_err(|error| unreadable(&error))
    }

    async fn open(&self, model: ModelRef<'_>, file: &StoredFile) -> Result<Readable, Failure> {
        let key = blob_key(model, file.line, file.entry.sha256);
        let found = BlobRangeRead::open(Arc::clone(&self.blobs), key).await?;
        found.map(Readable).ok_or_else(|| lost(file.entry.path.as_str()))
    }

    /// The whole content of a small file.
    pub(crate) async fn read_small(&self, model: ModelRef<'_>, file: &StoredFile) -> Result<bytes::Bytes, Failure> {
        let key = blob_key(model, file.line, file.entry.sha256);
        Ok(self.blobs.get_range(&key, 0..file.entry.size).await?)
    }
}

/// The place of a blob of a model.
pub(crate) fn blob_key(model: ModelRef<'_>, line: Line, sha256: Digest) -> BlobKey {
    BlobKey { namespace: model.namespace.clone(), model: model.model.clone(), line, sha256 }
}

/// Paths count: companions are told by their names, and files refer to each other by path.
fn key_of(files: &[StoredFile]) -> Digest {
    let rows: Vec<_> = files.iter().map(|file| (&file.entry.path, file.entry.sha256)).collect();
    canonical::digest(&serde_json::json!({"extractor": EXTRACTOR, "files": rows}))
}

fn lost(path: &str) -> Failure {
    tracing::error!(path, "a recorded blob is not in the store");
    Failure::new(Code::Internal, format!("the bytes of `{path}` are recorded but missing; upload them again"))
}

fn unreadable(error: &FormatError) -> Failure {
    let reason = error.to_string();
    let (FormatError::Malformed { file, .. }
    | FormatError::Unrecognized { file, .. }
    | FormatError::PathTwice { file }
    | FormatError::Contradiction { file, .. }
    | FormatError::Io { file, .. }) = error;
    if let FormatError::Io { source, .. } = error {
        tracing::error!(%file, %source, "a blob cannot be read");
        return Failure::new(Code::Unavailable, format!("the bytes of `{file}` cannot be read now; try again"));
    }
    let place = file.clone();
    let fault = Fault { place, reason: reason.clone(), hint: None };
    Failure::new(Code::UnreadableModel, reason).with_faults(vec![fault])
}
