//! Files up, in parts: several at a time, and only those that are not there yet.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use ureq::SendBody;
use ureq::http::{Method, Request, Response, header};

use super::reference::escaped;
use super::retry::Repeat;
use super::workers::side_by_side;
use super::{Answer, Client, Patience};
use crate::error::CliError;
use crate::hashing::{Content, copy_hashed};
use crate::progress;

/// Files that are larger than this go in parts, in bytes.
const WHOLE_MAX: u64 = 64 << 20;
/// The longest pause before asking again whether an upload was verified.
const POLL_MAX: Duration = Duration::from_secs(2);

/// An upload, as the server tells it.
#[derive(Debug, Deserialize)]
struct Upload {
    #[serde(default)]
    id: String,
    state: String,
    url: Option<String>,
    /// A server that knows no parts says nothing of them.
    part_size: Option<u64>,
    #[serde(default)]
    part_count: u32,
    #[serde(default)]
    parts: Vec<There>,
    #[serde(default)]
    part_links: bool,
    refused_sha256: Option<String>,
}

#[derive(Debug, Deserialize)]
struct There {
    number: u32,
}

/// A file to send, and where.
struct Sending<'a> {
    client: &'a Client,
    /// The address of the upload.
    address: String,
    file: &'a Path,
    content: Content,
}

impl Client {
    /// Sends a file to the upload that was announced at `uploads`. What an interrupted attempt has sent is not sent again.
    pub(crate) fn send_file(
        &self,
        uploads: &str,
        announced: &Answer,
        file: &Path,
        content: Content,
    ) -> Result<(), CliError> {
        let upload: Upload = announced.read("upload")?;
        let sending = Sending { client: self, address: format!("{uploads}/{}", escaped(&upload.id)), file, content };
        match (upload.part_size.filter(|_| content.size > WHOLE_MAX), &upload.url) {
            (Some(part_size), _) => sending.in_parts(upload, part_size),
            (None, _) if upload.state == "complete" => Ok(()),
            (None, Some(url)) => self.upload(url, file, content.size).map(drop),
            (None, None) => Err(CliError::Answer("the server does not say where to send the file".to_owned())),
        }
    }
}

impl Sending<'_> {
    fn in_parts(&self, mut upload: Upload, part_size: u64) -> Result<(), CliError> {
        let mut completed = false;
        loop {
            match upload.state.as_str() {
                "complete" => return Ok(()),
                "verifying" => upload = self.verified()?,
                _ if completed && upload.refused_sha256.is_some() => {
                    let found = upload.refused_sha256.unwrap_or_default();
                    return Err(CliError::Arrived { path: self.file.to_owned(), expected: self.content.sha256, found });
                }
                _ => {
                    self.send_missing(&upload, part_size)?;
                    completed = true;
                    upload = self.client.post(&format!("{}/complete", self.address), &json!({}))?.read("upload")?;
                }
            }
        }
    }

    /// Asks until the server has read the whole.
    fn verified(&self) -> Result<Upload, CliError> {
        let mut pause = Duration::from_millis(100);
        loop {
            std::thread::sleep(pause);
            let upload: Upload = self.client.get(&self.address)?.read("upload")?;
            if upload.state != "verifying" {
                return Ok(upload);
            }
            pause = (pause * 2).min(POLL_MAX);
        }
    }

    /// Several threads take one part after the other; the first that fails stops all.
    fn send_missing(&self, upload: &Upload, part_size: u64) -> Result<(), CliError> {
        let is_there = |number: &u32| upload.parts.iter().any(|part| part.number == *number);
        let missing: Vec<u32> = (1..=upload.part_count).filter(|number| !is_there(number)).collect();
        let bar = progress::bar("up", &self.file.display().to_string(), self.content.size);
        bar.inc(upload.parts.iter().map(|part| self.length(part.number, part_size)).sum());
        let next = AtomicUsize::new(0);
        let work = || -> Result<(), CliError> {
            let mut file = File::open(self.file).map_err(|source| self.unread(source))?;
            while let Some(number) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
                let sent = self.send_part(&mut file, *number, part_size, upload.part_links);
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

    fn send_part(&self, file: &mut File, number: u32, part_size: u64, by_link: bool) -> Result<(), CliError> {
        let (start, length) = (Self::start(number, part_size), self.length(number, part_size));
        file.seek(SeekFrom::Start(start)).map_err(|source| self.unread(source))?;
        let part = copy_hashed(&mut file.by_ref().take(length), &mut io::sink())
            .map_err(|error| self.unread(error.into_source()))?;
        if part.size != length {
            let reason = "it has become shorter while it was sent; publish again".to_owned();
            return Err(CliError::Content { path: self.file.to_owned(), reason });
        }
        let place = Place { file, start, part };
        if by_link { self.to_store(&place, number) } else { self.to_server(&place, number) }
    }

    fn to_server(&self, place: &Place<'_>, number: u32) -> Result<(), CliError> {
        let path = format!("{}/parts/{number}", self.address);
        let digest = format!("sha-256=:{}:", BASE64_STANDARD.encode(place.part.sha256.as_bytes()));
        let client = self.client;
        let mut response = client.retried(Repeat::Safe, || {
            let request = client
                .request(&Method::PUT, &path)
                .header(header::CONTENT_TYPE, "application/octet-stream")
                .header(header::CONTENT_LENGTH, place.part.size)
                .header("Content-Digest", &digest);
            client.run(request.body(SendBody::from_reader(&mut place.reader()?))?, Patience::Work)
        })?;
        client.answer(&mut response).map(drop)
    }

    /// By a link that the server gives, past it; then the server is told.
    fn to_store(&self, place: &Place<'_>, number: u32) -> Result<(), CliError> {
        let client = self.client;
        let sha256 = place.part.sha256.to_hex();
        let wanted = json!({"parts": [{"number": number, "sha256": sha256}]});
        let links = client.post(&format!("{}/part-links", self.address), &wanted)?;
        let mut response = client.retried(Repeat::SafeAtStore, || {
            // Without the token: this is another host.
            let mut request = Request::builder().method(Method::PUT).uri(links.text("/parts/0/url"));
            for (name, value) in
                links.value.pointer("/parts/0/headers").and_then(Value::as_object).into_iter().flatten()
            {
                request = request.header(name, value.as_str().unwrap_or_default());
            }
            let request = request.header(header::CONTENT_LENGTH, place.part.size);
            client.run(request.body(SendBody::from_reader(&mut place.reader()?))?, Patience::Work)
        })?;
        let etag = stored(&mut response)?;
        let sent = json!({"parts": [{"number": number, "sha256": sha256, "etag": etag}]});
        client.post(&format!("{}/parts", self.address), &sent).map(drop)
    }

    fn unread(&self, source: io::Error) -> CliError {
        CliError::Read { path: self.file.to_owned(), source }
    }
}

/// The bytes of a part, in their file.
struct Place<'a> {
    file: &'a File,
    start: u64,
    part: Content,
}

impl Place<'_> {
    fn reader(&self) -> io::Result<io::Take<&File>> {
        let mut file = self.file;
        file.seek(SeekFrom::Start(self.start))?;
        Ok(file.take(self.part.size))
    }
}

/// What the store says of a part that it took.
fn stored(response: &mut Response<ureq::Body>) -> Result<String, CliError> {
    let status = response.status();
    let etag = response.headers().get(header::ETAG).and_then(|value| value.to_str().ok()).map(str::to_owned);
    match etag.filter(|_| status.is_success()) {
        Some(etag) => Ok(etag),
        // Not what it says: that may repeat the link, which is a secret.
        None => Err(CliError::Answer(format!("the object store answers {status} to a part; try again"))),
    }
}
