//! Bytes up and down, streamed, with a progress bar where somebody watches.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};
use ureq::SendBody;
use ureq::http::{Method, header};

use super::{Answer, Client, answer};
use crate::error::CliError;

/// How much is held in memory of a file on its way, in bytes.
const WINDOW: usize = 1 << 20;

impl Client {
    /// Sends a file as the content of an upload.
    pub(crate) fn upload(&self, path: &str, file: &Path, size: u64) -> Result<Answer, CliError> {
        let open = || File::open(file).map_err(|source| CliError::Read { path: file.to_owned(), source });
        let bar = progress("up", &file.display().to_string(), size);
        let body = SendBody::from_owned_reader(bar.wrap_read(open()?));
        let request = self
            .request(&Method::PUT, path)
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header(header::CONTENT_LENGTH, size)
            .body(body)
            .map_err(std::io::Error::other)?;
        let result = self.run_once(request).and_then(|mut response| answer(&mut response));
        bar.finish_and_clear();
        result
    }

    /// Fetches a file and checks its digest. It gets its name only when every byte is right.
    pub(crate) fn download(&self, path: &str, target: &Path, size: u64, sha256: Digest) -> Result<(), CliError> {
        let request = self.request(&Method::GET, path).body(()).map_err(std::io::Error::other)?;
        let mut response = self.run_once(request)?;
        if !response.status().is_success() {
            return answer(&mut response).map(drop);
        }
        let bar = progress("down", &target.display().to_string(), size);
        let mut reader = bar.wrap_read(response.body_mut().with_config().limit(u64::MAX).reader());
        let result = store_verified(&mut reader, target, sha256);
        bar.finish_and_clear();
        result
    }
}

/// Writes beside the target, hashes on the way, and renames at the end.
fn store_verified(reader: &mut impl Read, target: &Path, expected: Digest) -> Result<(), CliError> {
    let failed = |source| CliError::Save { path: target.to_owned(), source };
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let staged = target.with_file_name(name);
    let mut file = File::create(&staged).map_err(failed)?;
    let mut hash = Sha256::new();
    let mut window = vec![0; WINDOW];
    loop {
        let read = reader.read(&mut window).map_err(failed)?;
        let Some(bytes) = window.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        file.write_all(bytes).map_err(failed)?;
    }
    let found = Digest::from_bytes(hash.finalize().into());
    if found != expected {
        drop(std::fs::remove_file(&staged));
        return Err(CliError::Integrity { path: target.to_owned(), expected, found });
    }
    file.sync_all().map_err(failed)?;
    std::fs::rename(&staged, target).map_err(failed)
}

/// The digest and size of a file.
pub(crate) fn digest_of(path: &Path) -> Result<(Digest, u64), CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let mut hash = Sha256::new();
    let mut window = vec![0; WINDOW];
    loop {
        let read = file.read(&mut window).map_err(failed)?;
        let Some(bytes) = window.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    Ok((Digest::from_bytes(hash.finalize().into()), size))
}

/// A bar on standard error; it hides itself where that is no terminal.
fn progress(direction: &str, name: &str, size: u64) -> ProgressBar {
    let bar = ProgressBar::new(size);
    let template = "{prefix:4} {msg} [{bar:30}] {bytes}/{total_bytes} {bytes_per_sec}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_prefix(direction.to_owned());
    bar.set_message(crate::output::safe(name));
    bar
}
