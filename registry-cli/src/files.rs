//! Models on disk: a file, some files, or a folder with a `registry.toml`.

use std::fs::File;
use std::path::{Path, PathBuf};

use registry_core::canonical;
use registry_core::contract::{Contract as _, Signature};
use registry_core::model::Candidate;
use registry_formats::{Extraction, NamedFile, ReadOptions, read_contract};
use serde_json::json;

use crate::error::CliError;

/// The file in which a publisher declares what no model file says.
const PROJECT_FILE: &str = "registry.toml";

/// The most files that one model may have; see manifest.md.
const MAX_FILES: usize = 10_000;

/// Reads the contract of a model: of one folder, or of the given files together.
pub(crate) fn read_model(paths: &[PathBuf], digests: bool) -> Result<Extraction, CliError> {
    let bundle = Bundle::open(paths)?;
    let files: Vec<NamedFile<'_>> = bundle.files.iter().map(|(path, file)| NamedFile { path, bytes: file }).collect();
    let mut extraction = read_contract(&files, &ReadOptions { digests })?;
    if let Some(project) = &bundle.project {
        apply_project(project, &mut extraction)?;
    }
    Ok(extraction)
}

/// A model as the rules look at it.
pub(crate) fn candidate(extraction: Extraction) -> Candidate<Signature> {
    let Extraction { signature, artifact, .. } = extraction;
    let content_digest =
        artifact.content.map(|content| canonical::digest(&json!({"files": content, "contract": signature.digest()})));
    Candidate { contract: signature, facts: Some(artifact), content_digest, manifest_digest: None }
}

/// The files of one model, open, with their paths inside it.
struct Bundle {
    files: Vec<(String, File)>,
    project: Option<PathBuf>,
}

impl Bundle {
    fn open(paths: &[PathBuf]) -> Result<Self, CliError> {
        let mut found = Vec::new();
        let mut project = None;
        for path in paths {
            if path.is_dir() {
                collect(path, path, &mut found)?;
                let candidate = path.join(PROJECT_FILE);
                project = candidate.is_file().then_some(candidate).or(project);
            } else {
                found.push((name_of(path), path.clone()));
            }
        }
        found.sort();
        let open = |(name, path): (String, PathBuf)| match File::open(&path) {
            Ok(file) => Ok((name, file)),
            Err(source) => Err(CliError::Read { path, source }),
        };
        Ok(Self { files: found.into_iter().map(open).collect::<Result<_, _>>()?, project })
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// All files below a folder but hidden ones and the project file. Links are not followed: a model is what lies in its
/// folder.
fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, PathBuf)>) -> Result<(), CliError> {
    let failed = |source| CliError::Read { path: folder.to_owned(), source };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        if name_of(&path).starts_with('.') || path == root.join(PROJECT_FILE) {
            continue;
        }
        if kind.is_dir() {
            collect(root, &path, found)?;
        } else if kind.is_file() {
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let segments: Vec<_> = inside.iter().map(|segment| segment.to_string_lossy()).collect();
            found.push((segments.join("/"), path));
        }
        if found.len() > MAX_FILES {
            let reason = format!("more than {MAX_FILES} files; name the folder of one model");
            return Err(CliError::Content { path: root.to_owned(), reason });
        }
    }
    Ok(())
}
