//! Bytes up and down, streamed, with a progress bar where somebody watches.

use std::io::{self, Read};
use std::path::Path;

use bytes::Bytes;
use futures_util::StreamExt as _;
use registry_client::{ByteStream, ResponseValue, Wanted, open_file_by, reqwest, without_redirects};
use registry_core::manifest::FileEntry;
use registry_core::reference::Reference;
use tokio::time::timeout;

use super::failure::{Party, reason};
use super::ranges::Fetched;
use super::reference::about;
use super::retry::Repeat;
use super::upstream::Piece;
use super::{Client, http};
use crate::error::CliError;
use crate::hashing::{CopyError, copy_hashed};
use crate::progress;
use crate::staged::Staged;

impl Client {
    /// Sends a file as the content of an upload.
    pub(super) fn upload(&self, model: &Reference, upload: &str, file: &Path, size: u64) -> Result<(), CliError> {
        let bar = progress::bar("up", &file.display().to_string(), size);
        let piece = Piece::whole(file, size, bar.clone())?;
        let sent = self.send_bytes(Party::Server, &piece, async |body| {
            let request = about!(self.api.send_upload(), model).upload(upload).body(body);
            request.send().await.map_err(|error| self.failure(error))
        });
        bar.finish_and_clear();
        sent.map(drop)
    }

    /// Fetches a file of a manifest. It gets its name only when it has every byte that the manifest promises.
    pub(crate) fn download(&self, wanted: &Wanted<'_>, target: &Path, entry: &FileEntry) -> Result<(), CliError> {
        if self.download_ranges(wanted, target, entry)? == Fetched::Whole {
            return Ok(());
        }
        let found = self.found(wanted)?;
        let failed = |source| CliError::Save { path: target.to_owned(), source };
        let mut staged = Staged::new(target).map_err(failed)?;
        let bar = progress::bar("down", &target.display().to_string(), entry.size);
        // One byte more tells a file that is too long from one that is right.
        let mut reader = bar.wrap_read(self.incoming(found).take(entry.size.saturating_add(1)));
        let copied = copy_hashed(&mut reader, &mut staged);
        bar.finish_and_clear();
        let found = copied.map_err(|error| match error {
            CopyError::Write(source) => failed(source),
            CopyError::Read(got, reason) => {
                CliError::BrokenOff { path: target.to_owned(), expected: entry.size, got, reason }
            }
        })?;
        if found.size != entry.size {
            let got = if found.size > entry.size { "more".to_owned() } else { found.size.to_string() };
            return Err(CliError::Length { path: target.to_owned(), expected: entry.size, got });
        }
        if found.sha256 != entry.sha256 {
            return Err(CliError::Integrity { path: target.to_owned(), expected: entry.sha256, found: found.sha256 });
        }
        staged.keep().map_err(failed)
    }

    /// Asks for a file, or a range of it, and follows where the server sends us: to its object store, without our token.
    pub(super) fn found(&self, wanted: &Wanted<'_>) -> Result<ResponseValue<ByteStream>, CliError> {
        self.retried(Repeat::Safe, || {
            self.runtime.block_on(async {
                let opened = timeout(self.silence, open_file_by(&self.api, || self.stranger(), wanted)).await;
                let opened = opened.map_err(|_| self.silent(Party::Server, self.silence))?;
                opened.map_err(|error| self.file_failure(error))
            })
        })
    }

    /// The bytes of an answer.
    pub(super) fn incoming(&self, answer: ResponseValue<ByteStream>) -> Incoming<'_> {
        Incoming { client: self, stream: answer.into_inner(), chunk: Bytes::new() }
    }

    /// Who asks the object store, and has no token.
    pub(super) fn stranger(&self) -> reqwest::Result<reqwest::Client> {
        match self.stranger.get() {
            Some(stranger) => Ok(stranger.clone()),
            None => without_redirects(http()).map(|stranger| self.stranger.get_or_init(|| stranger).clone()),
        }
    }
}

/// Bytes as they come. Silence ends them, slowness does not.
pub(super) struct Incoming<'a> {
    client: &'a Client,
    stream: ByteStream,
    chunk: Bytes,
}

impl Read for Incoming<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() {
            let silence = self.client.silence;
            let next = self.client.runtime.block_on(async { timeout(silence, self.stream.next()).await });
            let silent = |_| io::Error::new(io::ErrorKind::TimedOut, format!("silence for {} s", silence.as_secs()));
            match next.map_err(silent)? {
                Some(chunk) => self.chunk = chunk.map_err(|error| io::Error::other(reason(&error)))?,
                None => return Ok(0),
            }
        }
        let read = self.chunk.len().min(buffer.len());
        buffer.iter_mut().zip(self.chunk.split_to(read)).for_each(|(to, byte)| *to = byte);
        Ok(read)
    }
}
