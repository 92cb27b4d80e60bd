//! `registry lock`: which version a reference means now, written down with its digests.

use std::process::ExitCode;

use registry_core::digest::Digest;
use registry_core::version::Version;
use serde::{Deserialize, Serialize};

use super::pull::{RemoteFile, files_of, resolve};
use crate::args::Lock;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::Output;

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
    pub(super) files: Vec<RemoteFile>,
}

pub(super) fn run(args: &Lock, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let reference = &args.reference;
    let exact = resolve(&client, reference)?;
    let lock = LockFile {
        model: format!("{}/{}", reference.namespace, reference.model),
        selector: reference.selector_or_latest().to_string(),
        files: files_of(&client, reference, &exact.version, exact.digest)?,
        version: exact.version,
        digest: exact.digest,
        server: client.base().to_owned(),
    };
    let failed = |source| CliError::Save { path: args.to.clone(), source };
    let text = toml::to_string(&lock).map_err(std::io::Error::other).map_err(failed)?;
    std::fs::write(&args.to, text).map_err(failed)?;
    out.line(format!("{}@{} is locked in {}", lock.model, lock.version, args.to.display()))?;
    Ok(ExitCode::SUCCESS)
}
