//! What somebody offers to publish, or asks about: the files found in storage, and what they promise.

use std::collections::BTreeSet;
use std::sync::Arc;

use registry_core::canonical::value_of;
use registry_core::compat::Digit;
use registry_core::contract::artifact::Evaluation;
use registry_core::contract::validate::{InvalidContract, Violation};
use registry_core::contract::{Artifact, Signature};
use registry_core::declared::{self, Declared, MAX_LABELS_BYTES};
use registry_core::digest::Digest;
use registry_core::hazard::{self, Hazard};
use registry_core::manifest::{FileEntry, FilePath, Lineage, Manifest, ManifestContract, ManifestError, MediaType};
use registry_core::model::Candidate;
use registry_core::publish::Requested;
use registry_core::text::{TextError, nul_in};
use registry_core::version::{Line, Version};
use serde_json::Value;

use super::contract::StoredFile;
use super::{Code, Failure, Fault, ModelRef, Registry};
use crate::api::version::FileRef;

/// What a publisher sends beside the files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statement<'a> {
    pub(crate) declared: &'a Declared,
    pub(crate) lineage: &'a Lineage,
    pub(crate) evaluation: &'a Evaluation,
}

/// A model to publish under some number, or to judge.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) requested: Requested,
    pub(crate) candidate: Arc<Candidate<Arc<Signature>>>,
    pub(crate) manifest: Manifest,
    pub(crate) files: Vec<StoredFile>,
    /// What is unsafe in the files, where the policy of the namespace allowed it.
    pub(crate) hazards: Arc<[Hazard]>,
}

impl Registry {
    /// Finds the files, looks for what is unsafe in them, reads their contract and applies what is declared.
    ///
    /// `lines` are those that the publisher named, the likeliest first; where a file is in none of them, every line that
    /// the model has or may get next is looked at.
    pub(crate) async fn offer(
        &self,
        model: ModelRef<'_>,
        (requested, lines): (Requested, Vec<Line>),
        files: &[FileRef],
        statement: Statement<'_>,
    ) -> Result<Offer, Failure> {
        let entries: Vec<FileEntry> = files.iter().map(entry).collect();
        // First what costs nothing: a list of files that breaks a rule is not looked up.
        Manifest::new(entries.clone(), ManifestContract::default(), statement.lineage.clone())
            .map_err(|error| invalid(&error))?;
        let files = self.find(model, entries, lines).await?;
        let hazards = self.hazards(model, &files).await?;
        // Before the contract: most unsafe formats have none that can be read, and that is the smaller reason.
        self.allow_hazards(model, &hazards).await?;
        let extraction = self.read_contract(model, &files).await?;
        let declared = self.with_labels(model, &files, statement.declared).await?;
        let (lineage, evaluation) = (statement.lineage.clone(), statement.evaluation.clone());
        let entries: Vec<FileEntry> = files.iter().map(|file| file.entry.clone()).collect();
        let compose = move || {
            let (mut signature, mut artifact) = (extraction.signature.clone(), extraction.artifact.clone());
            let statement = Statement { declared: &declared, lineage: &lineage, evaluation: &evaluation };
            state(statement, &mut signature, &mut artifact)?;
            let contract = ManifestContract::new(&signature, &artifact);
            let manifest = Manifest::new(entries, contract, lineage.clone()).map_err(|error| invalid(&error))?;
            let candidate = Candidate {
                contract: Arc::new(signature),
                facts: Some(artifact),
                content_digest: Some(manifest.content_digest()),
                manifest_digest: Some(manifest.digest()),
            };
            Ok((Arc::new(candidate), manifest))
        };
        let (candidate, manifest) = off_the_worker(compose).await?;
        Ok(Offer { requested, candidate, manifest, files, hazards })
    }

    /// Refuses what is unsafe under the policy as it is now.
    async fn allow_hazards(&self, model: ModelRef<'_>, hazards: &[Hazard]) -> Result<(), Failure> {
        if hazards.is_empty() || self.policy_of_namespace(model, self.store.now().await?).await?.allow_pickle {
            return Ok(());
        }
        Err(unsafe_format(model, hazards))
    }

    /// Where the bytes of the files are. All files that are nowhere are named together.
    async fn find(
        &self,
        model: ModelRef<'_>,
        entries: Vec<FileEntry>,
        named: Vec<Line>,
    ) -> Result<Vec<StoredFile>, Failure> {
        let mut search = Search { registry: self, model, lines: named, complete: false };
        let (mut found, mut missing) = (Vec::with_capacity(entries.len()), Vec::new());
        for (index, entry) in entries.into_iter().enumerate() {
            match search.find(&entry).await? {
                Some((line, size)) if size == entry.size => found.push(StoredFile { entry, line }),
                Some((_, size)) => return Err(wrong_size(index, &entry, size)),
                None => missing.push((index, entry)),
            }
        }
        if missing.is_empty() { Ok(found) } else { Err(not_uploaded(&missing)) }
    }

    /// The declared facts, with the labels that stand in a file of the version. A file that is not part of the version
    /// stays a name, which the merge refuses.
    async fn with_labels(
        &self,
        model: ModelRef<'_>,
        files: &[StoredFile],
        declared: &Declared,
    ) -> Result<Declared, Failure> {
        let mut filled = declared.clone();
        let named: Vec<FilePath> = declared.label_files().into_iter().cloned().collect();
        for path in named {
            let Some(file) = files.iter().find(|file| file.entry.path == path) else { continue };
            if usize::try_from(file.entry.size).is_ok_and(|size| size <= MAX_LABELS_BYTES) {
                let content = self.read_small(model, file).await?;
                let unfit = |error: declared::LabelsError| Failure::new(Code::InvalidContract, error.to_string());
                filled.fill_labels(&path, &content).map_err(unfit)?;
            }
        }
        Ok(filled)
    }
}

/// The way to a file through the lines of a model. Files of one version mostly lie together, so the line in which one
/// was found is the first that the next is looked up in.
struct Search<'a> {
    registry: &'a Registry,
    model: ModelRef<'a>,
    lines: Vec<Line>,
    /// Whether the lines hold all that the model has or may get next.
    complete: bool,
}

impl Search<'_> {
    async fn find(&mut self, entry: &FileEntry) -> Result<Option<(Line, u64)>, Failure> {
        let mut next = 0;
        loop {
            while let Some(line) = self.lines.get(next).copied() {
                let store = &self.registry.store;
                if let Some(blob) = store.blob(self.model.namespace, self.model.model, line, entry.sha256).await? {
                    self.lines.swap(0, next);
                    return Ok(Some((line, blob.size)));
                }
                next += 1;
            }
            if self.complete {
                return Ok(None);
            }
            self.complete().await?;
        }
    }

    async fn complete(&mut self) -> Result<(), Failure> {
        let view = self.registry.look(self.model).await?.map(|(view, _)| view);
        let records = view.iter().flat_map(|view| &view.versions);
        let versions: Vec<Version> = records.map(|record| record.version.clone()).collect();
        let likely = likely_lines(&versions);
        self.lines.extend(likely.into_iter().rev().filter(|line| !self.lines.contains(line)).collect::<Vec<_>>());
        self.complete = true;
        Ok(())
    }
}

/// The lines that a model has, those that its next versions may open, and that of a first version.
fn likely_lines(versions: &[Version]) -> BTreeSet<Line> {
    let digits = [Digit::Major, Digit::Minor, Digit::Patch];
    let next = versions.iter().flat_map(|version| digits.iter().filter_map(|digit| digit.next_after(version)));
    let existing = versions.iter().map(Version::line);
    next.map(|version| version.line()).chain(existing).chain([Version::first().line()]).collect()
}

/// Does what takes a while, such as checking or comparing contracts of some megabytes, while the worker answers others.
pub(crate) async fn off_the_worker<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let broken_off = |error| Failure::new(Code::Internal, format!("the work on the contract broke off: {error}"));
    tokio::task::spawn_blocking(work).await.map_err(broken_off)?
}

/// Puts what is declared into what was read, and checks the result.
fn state(statement: Statement<'_>, signature: &mut Signature, artifact: &mut Artifact) -> Result<(), Failure> {
    let broken = |error: InvalidContract| {
        Failure::new(Code::InvalidContract, error.to_string()).with_faults(faults(&error.violations))
    };
    // What is declared is put into place by place: first the names in those places must have their bounds.
    signature.validate().map_err(broken)?;
    declared::apply(statement.declared, signature, artifact).map_err(|mismatch| contradicted(&mismatch))?;
    declared::report(statement.evaluation, statement.lineage, artifact);
    signature.validate().map_err(broken)?;
    match nul_in(&value_of(artifact)) {
        Some(place) => {
            let detail = format!("the facts beside the contract, `{place}`: {}", TextError::Nul);
            Err(Failure::new(Code::InvalidContract, detail))
        }
        None => Ok(()),
    }
}

/// A contract that somebody describes, with files that need not have been sent.
pub(crate) fn described(
    (mut signature, artifact): (Signature, Option<Artifact>),
    files: &[FileRef],
    statement: Statement<'_>,
) -> Result<Candidate<Arc<Signature>>, Failure> {
    // Facts that nobody stated are unknown, not absent.
    let is_stated = artifact.is_some();
    let mut artifact = artifact.unwrap_or_default();
    state(statement, &mut signature, &mut artifact)?;
    let content_digest = content_of(files, &signature, &artifact)?;
    let facts = is_stated.then_some(artifact);
    Ok(Candidate { contract: signature.into(), facts, content_digest, manifest_digest: None })
}

/// The digest that tells whether anything changed at all.
fn content_of(files: &[FileRef], signature: &Signature, artifact: &Artifact) -> Result<Option<Digest>, Failure> {
    if files.is_empty() {
        return Ok(None);
    }
    let entries = files.iter().map(entry).collect();
    let manifest = Manifest::new(entries, ManifestContract::new(signature, artifact), Lineage::default());
    manifest.map(|manifest| Some(manifest.content_digest())).map_err(|error| invalid(&error))
}

fn entry(file: &FileRef) -> FileEntry {
    FileEntry {
        path: file.path.clone(),
        size: file.size,
        sha256: file.sha256,
        media_type: file.media_type.clone().unwrap_or_else(|| MediaType::of_path(&file.path)),
    }
}

fn invalid(error: &ManifestError) -> Failure {
    // That there are more is said of the whole.
    let in_contract = |violation: &Violation| violation.place.segments().next().is_none_or(|key| key == "contract");
    let code = if error.violations.iter().all(in_contract) { Code::InvalidContract } else { Code::InvalidFiles };
    Failure::new(code, error.to_string()).with_faults(faults(&error.violations))
}

fn faults(violations: &[Violation]) -> Vec<Fault> {
    let fault = |violation: &Violation| Fault {
        place: violation.place.to_string(),
        reason: violation.rule.clone(),
        hint: Some(violation.hint.clone()),
    };
    violations.iter().map(fault).collect()
}

fn contradicted(mismatch: &declared::ContractMismatch) -> Failure {
    let fault = |mismatch: &declared::Mismatch| Fault {
        place: mismatch.place.to_string(),
        reason: mismatch.rule.clone(),
        hint: Some(mismatch.hint.clone()),
    };
    Failure::new(Code::ContractMismatch, mismatch.to_string())
        .with_faults(mismatch.mismatches.iter().map(fault).collect())
        .with_detail("mismatches", value_of(&mismatch.mismatches))
}

/// The refusal of unsafe files: each finding with what to publish instead.
pub(crate) fn unsafe_format(model: ModelRef<'_>, hazards: &[Hazard]) -> Failure {
    let fault = |hazard: &Hazard| Fault {
        place: hazard.path.clone(),
        reason: hazard.reason.clone(),
        hint: Some(hazard.kind.alternative().to_owned()),
    };
    let detail = format!(
        "unsafe files: {}; publish safe formats instead, or set `files.allow_pickle` in the policy of the namespace `{}`",
        hazard::summary(hazards),
        model.namespace
    );
    Failure::new(Code::UnsafeFormat, detail)
        .with_faults(hazards.iter().map(fault).collect())
        .with_detail("unsafe", value_of(&hazards))
}

fn wrong_size(index: usize, entry: &FileEntry, stored: u64) -> Failure {
    let FileEntry { path, size, .. } = entry;
    let reason = format!("`{path}` has {stored} bytes, not {size}");
    let fault = Fault { place: format!("/files/{index}/size"), reason: reason.clone(), hint: None };
    Failure::new(Code::SizeMismatch, reason)
        .with_faults(vec![fault])
        .with_detail("expected", *size)
        .with_detail("actual", stored)
}

fn not_uploaded(missing: &[(usize, FileEntry)]) -> Failure {
    let paths: Vec<&str> = missing.iter().map(|(_, entry)| entry.path.as_str()).collect();
    let fault = |(index, entry): &(usize, FileEntry)| Fault {
        place: format!("/files/{index}"),
        reason: format!("the bytes of `{}` ({}) were not uploaded", entry.path, entry.sha256),
        hint: Some("announce the file with a POST to `uploads`, and send it".to_owned()),
    };
    let detail = format!("not uploaded: `{}`; send the bytes first", paths.join("`, `"));
    Failure::new(Code::BlobNotFound, detail)
        .with_faults(missing.iter().map(fault).collect())
        .with_detail("paths", Value::from(paths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_the_next_version_may_open_is_likely() {
        let versions: Vec<Version> = ["0.3.1", "1.4.0"].iter().map(|text| text.parse().unwrap()).collect();
        let lines: Vec<String> = likely_lines(&versions).iter().map(ToString::to_string).collect();
        assert_eq!(lines, ["0.3", "0.4", "1", "2"]);
        assert_eq!(likely_lines(&[]).len(), 1);
    }
}
