//! `registry pull`: the files of a version, every byte checked.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use registry_client::{ResponseValue, Wanted};
use registry_core::canonical;
use registry_core::digest::Digest;
use registry_core::manifest::FileEntry;
use registry_core::reference::Reference;
use registry_core::selector::Selector;
use registry_core::version::Version;
use serde::Deserialize;
use serde_json::Value;

use super::lock::{LockFile, LockedFile};
use crate::args::Pull;
use crate::client::Client;
use crate::client::context::Target;
use crate::client::reference::about;
use crate::error::CliError;
use crate::files::read_text;
use crate::hashing::{Content, content_of};
use crate::output::{Output, notice};
use crate::parse;

/// One version, exactly.
#[derive(Debug)]
pub(super) struct Exact {
    pub(super) version: Version,
    pub(super) digest: Digest,
}

pub(super) fn run(args: &Pull, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let (reference, version, files) = match (&args.reference, &args.locked) {
        (Some(reference), _) => {
            let exact = resolve(&client, reference)?;
            let files = files_of(&client, reference, &exact)?;
            (reference.clone(), exact.version, files)
        }
        (None, Some(path)) => locked(&client, path)?,
        (None, None) => return Err(CliError::Argument("name a reference, or --locked FILE".to_owned())),
    };
    let folder = args.directory.clone().unwrap_or_else(|| PathBuf::from(reference.model.as_str()));
    let wanted: Vec<&FileEntry> = files.iter().filter(|file| is_wanted(file.path.as_str(), &args.file)).collect();
    if wanted.is_empty() {
        return Err(CliError::Argument(format!("no file of {version} matches {}", args.file.join(", "))));
    }
    for file in wanted {
        // The path of a manifest is relative and never leaves its folder.
        let target = folder.join(file.path.as_str());
        fetch(&client, &reference, &version, file, &target)?;
        out.line(crate::output::safe(&target.display().to_string()))?;
    }
    notice(format_args!("{}/{}@{version}, every digest holds", reference.namespace, reference.model));
    Ok(ExitCode::SUCCESS)
}

/// Asks for the one version that the reference means, and passes on what its author says of it.
pub(super) fn resolve(client: &Client, reference: &Reference) -> Result<Exact, CliError> {
    let selector = reference.selector_or_latest();
    let found =
        client.get(async |api| about!(api.resolve_version(), reference).ref_(selector.to_string()).send().await)?;
    let (version, digest) = (&found.version, &found.digest);
    let lie =
        || CliError::Answer(format!("the server says that {reference} is `{version}` with the digest `{digest}`"));
    let exact = Exact { version: version.parse().map_err(|_| lie())?, digest: digest.parse().map_err(|_| lie())? };
    if let Selector::Digest(expected) = selector
        && *expected != exact.digest
    {
        let (version, expected) = (reference.to_string(), *expected);
        return Err(CliError::Manifest { version, expected, found: exact.digest });
    }
    for warning in &found.warnings {
        let reason = warning.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        notice(format_args!("{version} is {}{reason}", warning.code));
    }
    if found.fallback {
        notice(format_args!("{selector} is not served; this is the latest version"));
    }
    Ok(exact)
}

/// The files of a version, out of its manifest. The digest of the version is that of the manifest, so a server that
/// sends another list of files does not get past this.
pub(super) fn files_of(client: &Client, reference: &Reference, exact: &Exact) -> Result<Vec<FileEntry>, CliError> {
    let version = &exact.version;
    let manifest =
        client.get(async |api| about!(api.get_version_manifest(), reference).version(version.to_string()).send().await);
    let manifest = Value::Object(manifest.map(ResponseValue::into_inner)?);
    let found = canonical::digest(&manifest);
    if found != exact.digest {
        let version = format!("{}/{}@{version}", reference.namespace, reference.model);
        return Err(CliError::Manifest { version, expected: exact.digest, found });
    }
    Vec::deserialize(&manifest["files"])
        .map_err(|error| CliError::Answer(format!("the manifest of {version} lists a file that cannot be: {error}")))
}

fn locked(client: &Client, path: &Path) -> Result<(Reference, Version, Vec<FileEntry>), CliError> {
    let refused = |reason: String| CliError::Content { path: path.to_owned(), reason };
    let lock: LockFile = parse::toml(path, &read_text(path)?, "a lock file")?;
    let reference: Reference = lock.model.parse().map_err(|error| refused(format!("{error}")))?;
    // A yanked version is still served to whoever names it; the warning is the server's.
    let exact: Reference =
        format!("{}@{}", lock.model, lock.version).parse().map_err(|error| refused(format!("{error}")))?;
    let found = resolve(client, &exact)?;
    if found.digest != lock.digest {
        return Err(CliError::OtherVersion(format!(
            "`{}` locks {} with the digest {}, but the registry serves it with {}; one of them was changed: ask who \
             publishes it, then lock again",
            path.display(),
            lock.version,
            lock.digest,
            found.digest,
        )));
    }
    let files = files_of(client, &reference, &found)?;
    if files.iter().map(LockedFile::from).eq(lock.files) {
        return Ok((reference, lock.version, files));
    }
    Err(CliError::OtherVersion(format!(
        "`{}` lists other files than the manifest {} does; the lock was changed by hand: lock again",
        path.display(),
        lock.digest
    )))
}

fn fetch(
    client: &Client,
    reference: &Reference,
    version: &Version,
    file: &FileEntry,
    target: &Path,
) -> Result<(), CliError> {
    let content = Content { sha256: file.sha256, size: file.size };
    if target.metadata().is_ok_and(|found| found.is_file() && found.len() == file.size)
        && content_of(target).is_ok_and(|found| found == content)
    {
        return Ok(());
    }
    let (namespace, model, version) = (reference.namespace.as_str(), reference.model.as_str(), version.to_string());
    let wanted = Wanted { namespace, model, version: &version, path: file.path.as_str(), range: None };
    client.download(&wanted, target, file)
}

fn is_wanted(path: &str, globs: &[String]) -> bool {
    globs.is_empty() || globs.iter().any(|glob| matches_glob(path, glob))
}

/// `*` stands for any text, everything else for itself.
fn matches_glob(path: &str, glob: &str) -> bool {
    let Some((head, tail)) = glob.split_once('*') else { return path == glob };
    let Some(rest) = path.strip_prefix(head) else { return false };
    let starts = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    starts.filter_map(|at| rest.get(at..)).any(|rest| matches_glob(rest, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_whole_paths() {
        assert!(matches_glob("model.onnx", "*.onnx"));
        assert!(matches_glob("a/b/model.onnx", "a/*onnx"));
        assert!(!matches_glob("model.onnx", "model"));
        assert!(matches_glob("", "*"));
    }
}
