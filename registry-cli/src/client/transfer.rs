//! Bytes up and down, streamed, with a progress bar where somebody watches.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::Path;

use registry_core::manifest::FileEntry;
use ureq::SendBody;
use ureq::http::{Method, header};

use super::retry::Repeat;
use super::{Answer, Client, Patience};
use crate::error::CliError;
use crate::hashing::{CopyError, copy_hashed};
use crate::progress;
use crate::staged::Staged;

impl Client {
    /// Sends a file as the content of an upload. The upload is known by the digest that it promises, so sending it again
    /// changes nothing.
    pub(super) fn upload(&self, path: &str, file: &Path, size: u64) -> Result<Answer, CliError> {
        // Anything else would not stand behind the address of the server, and the token would go somewhere else.
        if !path.starts_with('/') {
            return Err(CliError::Answer(format!(
                "the server wants `{file}` sent to `{path}`, which is no path of it",
                file = file.display()
            )));
        }
        let source = File::open(file).map_err(|source| CliError::Read { path: file.to_owned(), source })?;
        let bar = progress::bar("up", &file.display().to_string(), size);
        let result = self.retried(Repeat::Safe, || {
            (&source).rewind()?;
            bar.reset();
            let mut reader = bar.wrap_read(&source);
            let request = self
                .request(&Method::PUT, path)
                .header(header::CONTENT_TYPE, "application/octet-stream")
                .header(header::CONTENT_LENGTH, size)
                .body(SendBody::from_reader(&mut reader))?;
            self.run(request, Patience::Work)
        });
        bar.finish_and_clear();
        self.answer(&mut result?)
    }

    /// Fetches a file of a manifest. It gets its name only when it has every byte that the manifest promises.
    pub(crate) fn download(&self, path: &str, target: &Path, entry: &FileEntry) -> Result<(), CliError> {
        let mut response = self.retried(Repeat::Safe, || {
            let request = self.request(&Method::GET, path).body(())?;
            self.run(request, Patience::Answer)
        })?;
        if !response.status().is_success() {
            return self.answer(&mut response).map(drop);
        }
        let failed = |source| CliError::Save { path: target.to_owned(), source };
        let mut staged = Staged::new(target).map_err(failed)?;
        let bar = progress::bar("down", &target.display().to_string(), entry.size);
        // One byte more tells a file that is too long from one that is right.
        let mut reader = bar.wrap_read(response.body_mut().as_reader().take(entry.size.saturating_add(1)));
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
}
