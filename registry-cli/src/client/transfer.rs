//! Bytes up and down, streamed, with a progress bar where somebody watches.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::ops::Range;
use std::path::Path;

use registry_core::manifest::FileEntry;
use ureq::http::request::Builder;
use ureq::http::{Method, Request, Response, StatusCode, header};
use ureq::{Body, SendBody};

use super::ranges::Fetched;
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
        if self.download_ranges(path, target, entry)? == Fetched::Whole {
            return Ok(());
        }
        let mut response = self.found(path, None)?;
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
    /// Asks for a file, or a range of it, and follows where the server sends us: to its object store, without our token.
    pub(super) fn found(&self, path: &str, range: Option<Range<u64>>) -> Result<Response<Body>, CliError> {
        let range = range.map(|range| format!("bytes={}-{}", range.start, range.end.saturating_sub(1)));
        let run = |request: Builder| {
            let request = range.iter().fold(request, |request, range| request.header(header::RANGE, range));
            self.run(request.body(())?, Patience::Answer)
        };
        let mut response = self.retried(Repeat::Safe, || {
            let response = run(self.request(&Method::GET, path))?;
            match self.elsewhere(&response) {
                Some(link) => run(Request::builder().method(Method::GET).uri(link)),
                None => Ok(response),
            }
        })?;
        if response.status().is_success() {
            return Ok(response);
        }
        match self.answer(&mut response) {
            Err(error) => Err(error),
            Ok(answer) => Err(CliError::Answer(format!("{path} is answered with {}, and no file", answer.status))),
        }
    }

    /// The link that an answer leads to. From a server that is asked over TLS it must lead over TLS.
    fn elsewhere(&self, response: &Response<Body>) -> Option<String> {
        let link = response.headers().get(header::LOCATION)?.to_str().ok()?;
        let is_link =
            link.starts_with("https://") || (link.starts_with("http://") && self.base().starts_with("http://"));
        (response.status() == StatusCode::FOUND && is_link).then(|| link.to_owned())
    }
}
