//! Models on disk: a file, some files, or a folder with a `registry.toml`.

use std::fs::File;
use std::path::{Path, PathBuf};

use registry_core::canonical;
use registry_core::contract::{Contract as _, Signature};
use registry_core::declared::ProjectFile;
use registry_core::hazard::Hazard;
use registry_core::manifest::FilePath;
use registry_core::model::Candidate;
use registry_formats::{Extraction, FormatError, NamedFile, ReadOptions, find_hazards, read_contract};
use serde_json::json;

use crate::error::CliError;
use crate::output::notice;
use crate::progress::{self, Watched};
use crate::secrets;

/// The file in which a publisher declares what no model file says.
const PROJECT_FILE: &str = "registry.toml";

/// The most files that one model may have; see manifest.md.
const MAX_FILES: usize = 10_000;

/// Reads the contract of a model: of one folder, or of the given files together. Says what is unsafe in them.
pub(crate) fn read_model(paths: &[PathBuf], digests: bool) -> Result<Extraction, CliError> {
    let bundle = Bundle::find(paths)?;
    bundle.warn_of_hazards()?;
    bundle.read(digests)
}

/// Reads a text file, or standard input for `-`.
pub(crate) fn read_text(path: &Path) -> Result<String, CliError> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::Read::read_to_string(&mut std::io::stdin().lock(), &mut text).map(drop)
    } else {
        std::fs::read_to_string(path).map(|content| text = content)
    };
    read.map(|()| text).map_err(|source| CliError::Read { path: path.to_owned(), source })
}

/// A model as the rules look at it.
pub(crate) fn candidate(extraction: Extraction) -> Candidate<Signature> {
    let Extraction { signature, artifact, .. } = extraction;
    let content_digest =
        artifact.content.map(|content| canonical::digest(&json!({"files": content, "contract": signature.digest()})));
    Candidate { contract: signature, facts: Some(artifact), content_digest, manifest_digest: None }
}

/// The files of one model, with their paths inside it and on disk.
pub(crate) struct Bundle {
    /// What error messages name: the project file where there is one, else the first path.
    place: PathBuf,
    pub(crate) files: Vec<(String, PathBuf)>,
    pub(crate) project: Option<ProjectFile>,
}

impl Bundle {
    /// The files of one folder, or the given files together.
    pub(crate) fn find(paths: &[PathBuf]) -> Result<Self, CliError> {
        if let [folder] = paths
            && folder.is_dir()
        {
            return Self::find_in(folder);
        }
        let files = paths.iter().map(|path| (name_of(path), path.clone())).collect();
        let place = paths.first().cloned().unwrap_or_default();
        Ok(Self { place, files, project: None })
    }

    /// A folder with a `registry.toml` that lists files is those files; any other folder is all that is in it.
    fn find_in(folder: &Path) -> Result<Self, CliError> {
        let place = folder.join(PROJECT_FILE);
        let project = if place.is_file() { Some(read_project(&place)?) } else { None };
        let listed = project.iter().flat_map(|project| &project.files);
        let mut files: Vec<(String, PathBuf)> =
            listed.map(|file| (file.to_string(), folder.join(file.as_str()))).collect();
        if files.is_empty() {
            collect(folder, folder, &mut files)?;
        }
        if files.is_empty() {
            let reason = "there are no files in this folder".to_owned();
            return Err(CliError::Content { path: folder.to_owned(), reason });
        }
        files.sort();
        let place = if project.is_some() { place } else { folder.to_owned() };
        Ok(Self { place, files, project })
    }

    /// Refuses files that hold secrets.
    pub(crate) fn refuse_secrets(&self) -> Result<(), CliError> {
        self.files.iter().try_for_each(|(_, path)| secrets::refuse(path, open(path)?))
    }

    /// Finds what is unsafe in the files, and says it.
    pub(crate) fn warn_of_hazards(&self) -> Result<Vec<Hazard>, CliError> {
        let named = |(name, path): &(String, PathBuf)| Ok((name.clone(), open(path)?));
        let open = self.files.iter().map(named).collect::<Result<Vec<_>, CliError>>()?;
        let files: Vec<NamedFile<'_>> = open.iter().map(|(path, file)| NamedFile { path, bytes: file }).collect();
        let hazards = find_hazards(&files).map_err(|error| self.located(&error))?;
        for hazard in &hazards {
            notice(format_args!("unsafe: {hazard}; instead, {}", hazard.kind.alternative()));
        }
        if !hazards.is_empty() {
            notice("a registry refuses unsafe files unless the policy of the namespace has `files.allow_pickle`");
        }
        Ok(hazards)
    }

    /// Reads the contract.
    pub(crate) fn read(&self, digests: bool) -> Result<Extraction, CliError> {
        let bar = progress::count("read", &self.place.display().to_string());
        let watch = |(name, path): &(String, PathBuf)| -> Result<_, CliError> {
            Ok((name.clone(), Watched { file: open(path)?, bar: &bar }))
        };
        let open = self.files.iter().map(watch).collect::<Result<Vec<_>, _>>()?;
        let files: Vec<NamedFile<'_>> = open.iter().map(|(path, file)| NamedFile { path, bytes: file }).collect();
        let extraction = read_contract(&files, &ReadOptions { digests });
        bar.finish_and_clear();
        let mut extraction = extraction.map_err(|error| self.located(&error))?;
        let Extraction { signature, artifact, .. } = &mut extraction;
        let refused = |reason: String| CliError::Content { path: self.place.clone(), reason };
        if let Some(project) = &self.project {
            project.apply(signature, artifact).map_err(|mismatch| refused(mismatch.to_string()))?;
        }
        signature.validate().map_err(|invalid| refused(invalid.to_string()))?;
        Ok(extraction)
    }

    /// An error about a file of the model names it as the user can find it: of two models the same file may be meant.
    fn located(&self, error: &FormatError) -> CliError {
        let said = error.to_string();
        let of_file = |(name, path): &(String, PathBuf)| {
            let rest = said.strip_prefix(name.as_str())?.strip_prefix(": ")?;
            Some(CliError::Content { path: path.clone(), reason: rest.to_owned() })
        };
        // Several files are named as they are called in the model, behind the folder.
        let of_all = || CliError::Content { path: self.place.clone(), reason: said.clone() };
        self.files.iter().find_map(of_file).unwrap_or_else(of_all)
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

/// Opens a regular file. Anything else cannot be read from any place, and opening a pipe would wait for its writer.
fn open(path: &Path) -> Result<File, CliError> {
    let failed = |source| CliError::Read { path: path.to_owned(), source };
    let metadata = path.metadata().map_err(failed)?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "a folder beside other files" } else { "a pipe or a device" };
        let reason = format!("this is {what}; name regular files, or one folder");
        return Err(CliError::Content { path: path.to_owned(), reason });
    }
    File::open(path).map_err(failed)
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
