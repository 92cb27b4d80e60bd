//! Models on disk: a file, some files, or a folder with a `registry.toml`.

use std::fs::File;
use std::path::{Path, PathBuf};

use registry_core::canonical;
use registry_core::contract::{Contract as _, Signature};
use registry_core::declared::ProjectFile;
use registry_core::manifest::FilePath;
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
    let Extraction { signature, artifact, .. } = &mut extraction;
    let refused = |reason: String| CliError::Content { path: bundle.place.clone(), reason };
    if let Some(project) = &bundle.project {
        project.apply(signature, artifact).map_err(|mismatch| refused(mismatch.to_string()))?;
    }
    signature.validate().map_err(|invalid| refused(invalid.to_string()))?;
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
    /// What error messages name: the project file where there is one, else the first path.
    place: PathBuf,
    files: Vec<(String, File)>,
    project: Option<ProjectFile>,
}

impl Bundle {
    fn open(paths: &[PathBuf]) -> Result<Self, CliError> {
        if let [folder] = paths
            && folder.is_dir()
        {
            return Self::open_folder(folder);
        }
        let named = paths.iter().map(|path| (name_of(path), path.clone())).collect();
        let place = paths.first().cloned().unwrap_or_default();
        Ok(Self { place, files: open_all(named)?, project: None })
    }

    /// A folder with a `registry.toml` that lists files is those files; any other folder is all that is in it.
    fn open_folder(folder: &Path) -> Result<Self, CliError> {
        let place = folder.join(PROJECT_FILE);
        let project = if place.is_file() { Some(read_project(&place)?) } else { None };
        let listed = project.iter().flat_map(|project| &project.files);
        let mut found: Vec<(String, PathBuf)> =
            listed.map(|file| (file.to_string(), folder.join(file.as_str()))).collect();
        if found.is_empty() {
            collect(folder, folder, &mut found)?;
        }
        found.sort();
        let place = if project.is_some() { place } else { folder.to_owned() };
        Ok(Self { place, files: open_all(found)?, project })
    }
}

/// Reads a `registry.toml`, with the label files that it names.
fn read_project(path: &Path) -> Result<ProjectFile, CliError> {
    let read = |path: &Path| std::fs::read(path).map_err(|source| CliError::Read { path: path.to_owned(), source });
    let refused = |reason: String| CliError::Content { path: path.to_owned(), reason };
    let text = String::from_utf8(read(path)?).map_err(|error| refused(error.to_string()))?;
    let mut project = ProjectFile::from_toml(&text).map_err(|error| refused(error.to_string()))?;
    let label_files: Vec<FilePath> = project.declared.label_files().into_iter().cloned().collect();
    for file in label_files {
        let content = read(&path.with_file_name(file.as_str()))?;
        project.declared.fill_labels(&file, &content).map_err(|error| refused(error.to_string()))?;
    }
    Ok(project)
}

fn open_all(paths: Vec<(String, PathBuf)>) -> Result<Vec<(String, File)>, CliError> {
    let open = |(name, path): (String, PathBuf)| match File::open(&path) {
        Ok(file) => Ok((name, file)),
        Err(source) => Err(CliError::Read { path, source }),
    };
    paths.into_iter().map(open).collect()
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
