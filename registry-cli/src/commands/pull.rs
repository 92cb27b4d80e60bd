//! `registry pull`: the files of a version, every byte checked.

use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use registry_core::digest::Digest;
use registry_core::reference::Reference;
use registry_core::version::Version;
use serde::Deserialize;
use serde_json::Value;

use super::lock::LockFile;
use crate::args::Pull;
use crate::client::Client;
use crate::client::context::Target;
use crate::client::reference::{escaped, path_of};
use crate::client::transfer::digest_of;
use crate::error::CliError;
use crate::files::read_text;
use crate::output::{Output, notice};

/// One version, exactly.
#[derive(Debug, Deserialize)]
pub(super) struct Exact {
    pub(super) version: Version,
    pub(super) digest: Digest,
    #[serde(default)]
    pub(super) warnings: Vec<Value>,
    #[serde(default)]
    pub(super) fallback: bool,
}

/// One file of a version.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
pub(super) struct RemoteFile {
    pub(super) path: String,
    pub(super) size: u64,
    /// 64 hexadecimal digits.
    pub(super) sha256: String,
}

#[derive(Debug, Deserialize)]
struct VersionFiles {
    digest: Digest,
    files: Vec<RemoteFile>,
}

pub(super) fn run(args: &Pull, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    let (reference, version, files) = match (&args.reference, &args.locked) {
        (Some(reference), _) => {
            let exact = resolve(&client, reference)?;
            let files = files_of(&client, reference, &exact.version, exact.digest)?;
            (reference.clone(), exact.version, files)
        }
        (None, Some(path)) => locked(&client, path)?,
        (None, None) => return Err(CliError::Argument("name a reference, or --locked FILE".to_owned())),
    };
    let folder = args.directory.clone().unwrap_or_else(|| PathBuf::from(reference.model.as_str()));
    let wanted: Vec<&RemoteFile> = files.iter().filter(|file| is_wanted(&file.path, &args.file)).collect();
    if wanted.is_empty() {
        return Err(CliError::Argument(format!("no file of {version} matches {}", args.file.join(", "))));
    }
    for file in wanted {
        let target = inside(&folder, &file.path)?;
        fetch(&client, &reference, &version, file, &target)?;
        out.line(crate::output::safe(&target.display().to_string()))?;
    }
    notice(format_args!("{}/{}@{version}, every digest holds", reference.namespace, reference.model));
    Ok(ExitCode::SUCCESS)
}

/// Asks for the one version that the reference means, and passes on what its author says of it.
pub(super) fn resolve(client: &Client, reference: &Reference) -> Result<Exact, CliError> {
    let selector = reference.selector_or_latest().to_string();
    let exact: Exact =
        client.get(&format!("{}/resolve?ref={}", path_of(reference), escaped(&selector)))?.read("answer")?;
    for warning in &exact.warnings {
        let reason = warning["reason"].as_str().map(|reason| format!(": {reason}")).unwrap_or_default();
        notice(format_args!("{} is {}{reason}", exact.version, warning["code"].as_str().unwrap_or_default()));
    }
    if exact.fallback {
        notice(format_args!("{selector} is not served; this is the latest version"));
    }
    Ok(exact)
}

/// The files of a version, which must still have the expected manifest.
pub(super) fn files_of(
    client: &Client,
    reference: &Reference,
    version: &Version,
    digest: Digest,
) -> Result<Vec<RemoteFile>, CliError> {
    let path = format!("{}/versions/{}", path_of(reference), escaped(&version.to_string()));
    let found: VersionFiles = client.get(&path)?.read("version")?;
    if found.digest == digest {
        return Ok(found.files);
    }
    Err(CliError::Integrity { path: PathBuf::from(version.to_string()), expected: digest, found: found.digest })
}

fn locked(client: &Client, path: &Path) -> Result<(Reference, Version, Vec<RemoteFile>), CliError> {
    let refused = |reason: String| CliError::Content { path: path.to_owned(), reason };
    let lock: LockFile = toml::from_str(&read_text(path)?).map_err(|error| refused(error.to_string()))?;
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
    Ok((reference, lock.version, lock.files))
}

fn fetch(
    client: &Client,
    reference: &Reference,
    version: &Version,
    file: &RemoteFile,
    target: &Path,
) -> Result<(), CliError> {
    let refused = |error| CliError::Answer(format!("the digest of `{}`: {error}", file.path));
    let sha256 = Digest::from_hex(&file.sha256).map_err(refused)?;
    if target.is_file() && digest_of(target).is_ok_and(|(found, _)| found == sha256) {
        return Ok(());
    }
    let inside: Vec<String> = file.path.split('/').map(escaped).collect();
    let path = format!("{}/versions/{}/files/{}", path_of(reference), escaped(&version.to_string()), inside.join("/"));
    client.download(&path, target, file.size, sha256)
}

/// A path below the folder; a server that names anything else is not believed.
fn inside(folder: &Path, path: &str) -> Result<PathBuf, CliError> {
    let relative = Path::new(path);
    let plain = relative.components().all(|component| matches!(component, Component::Normal(_)));
    if plain && !path.is_empty() && !path.contains('\\') {
        return Ok(folder.join(relative));
    }
    Err(CliError::Answer(format!("the server names the file `{path}`, which would lie outside the folder")))
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

    #[test]
    fn no_file_leaves_the_folder() {
        let folder = Path::new("models");
        assert!(inside(folder, "a/b.onnx").is_ok());
        for path in ["../x", "/etc/passwd", "a/../../x", "", "a\\..\\x"] {
            assert!(inside(folder, path).is_err(), "{path}");
        }
    }
}
