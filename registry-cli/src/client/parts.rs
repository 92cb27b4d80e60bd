//! Files up, in parts: several at a time, and only those that are not there yet.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use indicatif::ProgressBar;
use registry_client::reqwest::{self, header};
use registry_client::types::{
    Nothing, PartLink, PartLinksCreate, PartSent, PartWanted, PartsSent, Upload, UploadState,
};
use registry_core::reference::Reference;

use super::Client;
use super::failure::{Failure, Party, lost_store, refused_by_store};
use super::reference::about;
use super::upstream::Piece;
use super::workers::side_by_side;
use crate::error::CliError;
use crate::hashing::{Content, copy_hashed};
use crate::progress;

/// Files that are larger than this go in parts, in bytes.
const WHOLE_MAX: u64 = 64 << 20;
/// The longest pause before asking again whether an upload was verified.
const POLL_MAX: Duration = Duration::from_secs(2);
/// How often somebody else, who sends the same file, may change what there is to do.
const MOST_OVERTAKEN: u32 = 5;

/// A file to send, and where.
struct Sending<'a> {
    client: &'a Client,
    model: &'a Reference,
    /// The upload.
    id: String,
    file: &'a Path,
    content: Content,
}

impl Client {
    /// Sends a file to an upload that was announced. What an interrupted attempt has sent is not sent again.
    pub(crate) fn send_file(
        &self,
        model: &Reference,
        upload: Upload,
        file: &Path,
        content: Content,
    ) -> Result<(), CliError> {
        if content.size > WHOLE_MAX {
            Sending { client: self, model, id: upload.id.clone(), file, content }.in_parts(upload)
        } else if upload.state == UploadState::Complete {
            Ok(())
        } else {
            self.upload(model, &upload.id, file, content.size)
        }
    }
}

impl Sending<'_> {
    fn in_parts(&self, mut upload: Upload) -> Result<(), CliError> {
        let (mut completed, mut overtaken) = (false, 0);
        loop {
            match upload.state {
                UploadState::Complete => return Ok(()),
                UploadState::Verifying => upload = self.verified()?,
                UploadState::Pending | UploadState::Uploading => {
                    if let (true, Some(found)) = (completed, &upload.refused_sha256) {
                        let (path, expected) = (self.file.to_owned(), self.content.sha256);
                        return Err(CliError::Arrived { path, expected, found: found.clone() });
                    }
                    match self.send_missing(&upload).and_then(|()| self.complete()) {
                        Ok(found) => (upload, completed) = (found, true),
                        // What is there by now says how to go on.
                        Err(error) if is_overtaken(&error) && overtaken < MOST_OVERTAKEN => {
                            overtaken += 1;
                            upload = self.look()?;
                        }
                        Err(error) => return Err(error),
                    }
                }
            }
        }
    }

    fn complete(&self) -> Result<Upload, CliError> {
        let completed = self.client.post(async |api, key| {
            let request = about!(api.complete_upload(), self.model).upload(&self.id).idempotency_key(key);
            request.body(Nothing {}).send().await
        })?;
        Ok(completed.into_inner())
    }

    /// Asks until the server has read the whole.
    fn verified(&self) -> Result<Upload, CliError> {
        let mut pause = Duration::from_millis(100);
        loop {
            std::thread::sleep(pause);
            let upload = self.look()?;
            if upload.state != UploadState::Verifying {
                return Ok(upload);
            }
            pause = (pause * 2).min(POLL_MAX);
        }
    }

    /// How far the upload has come.
    fn look(&self) -> Result<Upload, CliError> {
        let found = self.client.get(async |api| about!(api.get_upload(), self.model).upload(&self.id).send().await)?;
        Ok(found.into_inner())
    }

    /// Several threads take one part after the other; the first that fails stops all.
    fn send_missing(&self, upload: &Upload) -> Result<(), CliError> {
        let is_there = |number: &u32| upload.parts.iter().any(|part| part.number == *number);
        let missing: Vec<u32> = (1..=upload.part_count).filter(|number| !is_there(number)).collect();
        let part_size = upload.part_size;
        let bar = progress::bar("up", &self.file.display().to_string(), self.content.size);
        bar.inc(upload.parts.iter().map(|part| self.length(part.number, part_size)).sum());
        let next = AtomicUsize::new(0);
        let work = || -> Result<(), CliError> {
            let file = Arc::new(File::open(self.file).map_err(|source| self.unread(source))?);
            while let Some(number) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
                let sent = self.send_part(&file, *number, part_size, upload.part_links);
                sent.inspect_err(|_| next.store(missing.len(), Ordering::Relaxed))?;
                bar.inc(self.length(*number, part_size));
            }
            Ok(())
        };
        let done = side_by_side(work);
        bar.finish_and_clear();
        done.map(drop)
    }

    fn start(number: u32, part_size: u64) -> u64 {
        u64::from(number.saturating_sub(1)).saturating_mul(part_size)
    }

    fn length(&self, number: u32, part_size: u64) -> u64 {
        self.content.size.saturating_sub(Self::start(number, part_size)).min(part_size)
    }

    fn send_part(&self, file: &Arc<File>, number: u32, part_size: u64, by_link: bool) -> Result<(), CliError> {
        let (start, length) = (Self::start(number, part_size), self.length(number, part_size));
        let mut source = &**file;
        source.seek(SeekFrom::Start(start)).map_err(|source| self.unread(source))?;
        let part =
            copy_hashed(&mut source.take(length), &mut io::sink()).map_err(|error| self.unread(error.into_source()))?;
        if part.size != length {
            let reason = "it has become shorter while it was sent; publish again".to_owned();
            return Err(CliError::Content { path: self.file.to_owned(), reason });
        }
        let piece = Piece::new(Arc::clone(file), start, length, ProgressBar::hidden());
        if by_link { self.to_store(&piece, number, part) } else { self.to_server(&piece, number, part) }
    }

    fn to_server(&self, piece: &Piece, number: u32, part: Content) -> Result<(), CliError> {
        let digest = format!("sha-256=:{}:", BASE64_STANDARD.encode(part.sha256.as_bytes()));
        let client = self.client;
        let sent = client.send_bytes(Party::Server, piece, async |body| {
            let request = about!(client.api.send_upload_part(), self.model).upload(&self.id).number(number);
            request.content_digest(&digest).body(body).send().await.map_err(|error| client.failure(error))
        });
        sent.map(drop)
    }

    /// By a link that the server gives, past it; then the server is told.
    fn to_store(&self, piece: &Piece, number: u32, part: Content) -> Result<(), CliError> {
        let sha256 = part.sha256.to_hex();
        let wanted = PartLinksCreate { parts: vec![PartWanted { number, sha256: sha256.clone() }] };
        let links = self.client.post(async |api, key| {
            let request = about!(api.create_upload_part_links(), self.model).upload(&self.id).idempotency_key(key);
            request.body(wanted.clone()).send().await
        })?;
        let none = || CliError::Answer("the server gives no link for a part; try again".to_owned());
        let link = links.parts.first().ok_or_else(none)?;
        // Without the token: this is another host.
        let stranger = self.client.stranger().map_err(|error| *lost_store(&error).error)?;
        let etag = self.client.send_bytes(Party::Store, piece, async |body| put(&stranger, link, body).await)?;
        let sent = PartsSent { parts: vec![PartSent { number, sha256, etag }] };
        let recorded = self.client.post(async |api, key| {
            let request = about!(api.record_upload_parts(), self.model).upload(&self.id).idempotency_key(key);
            request.body(sent.clone()).send().await
        });
        recorded.map(drop)
    }

    fn unread(&self, source: io::Error) -> CliError {
        CliError::Read { path: self.file.to_owned(), source }
    }
}

/// Whether the upload is another one than it was: somebody who sends the same file has completed it, or it began anew.
fn is_overtaken(error: &CliError) -> bool {
    let codes = ["upload-complete", "upload-verifying", "upload-incomplete"];
    matches!(error, CliError::Problem(problem) if codes.contains(&problem.code()))
}

/// Sends a part to the store, which says what it calls it.
async fn put(stranger: &reqwest::Client, link: &PartLink, body: reqwest::Body) -> Result<String, Failure> {
    let mut request = stranger.put(&link.url).body(body);
    for (name, value) in &link.headers {
        request = request.header(name, value);
    }
    let answer = request.send().await.map_err(|error| lost_store(&error.without_url()))?;
    let etag = answer.headers().get(header::ETAG).and_then(|value| value.to_str().ok()).map(str::to_owned);
    etag.filter(|_| answer.status().is_success())
        .ok_or_else(|| refused_by_store(answer.status().as_u16(), answer.headers()))
}
