//! `registry lock`: which version a reference means now, written down with its digests.

use std::io::Write as _;
use std::process::ExitCode;

use registry_core::digest::Digest;
use registry_core::manifest::FileEntry;
use registry_core::version::Version;
use serde::{Deserialize, Serialize};

use super::pull::{files_of, resolve};
use crate::args::Lock;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::{Output, safe};
use crate::staged::Staged;

/// `registry.lock`, for the consumer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LockFile {
    /// The model, as `namespace/model`.
    pub(super) model: String,
    /// What was asked for.
    pub(super) selector: String,
    /// What it meant.
    pub(super) version: Version,
    /// The digest of the manifest.
    pub(super) digest: Digest,
    /// The server that said so.
    pub(super) server: String,
    /// The files.
    pub(super) files: Vec<LockedFile>,
}

/// One file of the version.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LockedFile {
    path: String,
    size: u64,
    /// 64 hexadecimal digits.
    sha256: String,
}

impl From<&FileEntry> for LockedFile {
    fn from(file: &FileEntry) -> Self {
        Self { path: file.path.to_string(), size: file.size, sha256: file.sha256.to_hex() }
    }
}

pub(super) fn run(args: &Lock, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let reference = &args.reference;
    let exact = resolve(&client, reference)?;
    let lock = LockFile {
        model: format!("{}/{}", reference.namespace, reference.model),
        selector: reference.selector_or_latest().to_string(),
        files: files_of(&client, reference, &exact)?.iter().map(LockedFile::from).collect(),
        version: exact.version,
        digest: exact.digest,
        server: client.base().to_owned(),
    };
    let failed = |source| CliError::Save { path: args.to.clone(), source };
    let text = toml::to_string(&lock).map_err(std::io::Error::other).map_err(failed)?;
    let mut staged = Staged::in_place(&args.to).map_err(failed)?;
    staged.write_all(text.as_bytes()).and_then(|()| staged.keep()).map_err(failed)?;
    out.line(format!("{}@{} is locked in {}", lock.model, lock.version, safe(&args.to.display().to_string())))?;
    Ok(ExitCode::SUCCESS)
}
