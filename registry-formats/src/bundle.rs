//! The files of one version together: which of them is the model, what the others add, and what contradicts.

use std::collections::BTreeSet;
use std::fmt;
use std::io;

use registry_core::contract::{Artifact, Signature};
use registry_core::digest::Digest;
use serde_json::json;

use crate::companion::{Companions, Role};
use crate::error::FormatError;
use crate::read::RangeRead;
use crate::weights::digest_of_range;
use crate::{onnx, safetensors, sniff};

/// The extractor that reads contracts now. A stored contract names the one that read it, and is read again when ours is
/// newer; raise it with every change after which a file may yield another contract.
pub const EXTRACTOR: &str = "1";

/// One file of a bundle.
#[derive(Clone, Copy)]
pub struct NamedFile<'a> {
    /// The path inside the bundle: relative, with forward slashes.
    pub path: &'a str,
    /// The bytes.
    pub bytes: &'a dyn RangeRead,
}

impl fmt::Debug for NamedFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamedFile").field("path", &self.path).finish_non_exhaustive()
    }
}

impl NamedFile<'_> {
    pub(crate) fn size(self) -> Result<u64, FormatError> {
        self.bytes.size().map_err(|source| self.io(source))
    }

    pub(crate) fn read_at(self, offset: u64, buffer: &mut [u8]) -> Result<(), FormatError> {
        self.bytes.read_at(offset, buffer).map_err(|source| self.io(source))
    }

    pub(crate) fn io(self, source: io::Error) -> FormatError {
        FormatError::Io { file: self.path.to_owned(), source }
    }

    pub(crate) fn malformed(self, offset: u64, expected: impl Into<String>, found: impl Into<String>) -> FormatError {
        FormatError::Malformed { file: self.path.to_owned(), offset, expected: expected.into(), found: found.into() }
    }

    fn head(self) -> Result<Vec<u8>, FormatError> {
        let mut head = vec![0; usize::try_from(self.size()?).unwrap_or(sniff::HEAD).min(sniff::HEAD)];
        self.read_at(0, &mut head)?;
        Ok(head)
    }
}

/// What is asked for beside the contract.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// Whether to read every byte, for the digests of the weights and of the content.
    pub digests: bool,
}

/// What the files of a bundle say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extraction {
    /// What callers and readers see.
    pub signature: Signature,
    /// The facts beside it.
    pub artifact: Artifact,
    /// What a publisher should know and is no error, such as files that were not read.
    pub notices: Vec<String>,
}

/// A file that is neither a model nor a companion, and how it starts.
struct Other<'a> {
    path: &'a str,
    head: Vec<u8>,
}

/// The files of a bundle by what they are.
#[derive(Default)]
struct Sorted<'a> {
    onnx: Vec<NamedFile<'a>>,
    shards: Vec<NamedFile<'a>>,
    companions: Companions<'a>,
    others: Vec<Other<'a>>,
}

/// Reads the contract of a model out of the files of one version.
///
/// The model is told by its content: one ONNX model, or any number of safetensors shards. Companions are told by their
/// name; they fill what the model does not say. A bundle without a model that can be read still has a contract when its
/// `MLmodel` has a signature; its format is then the one by which all its other binary files start.
///
/// # Errors
/// When there is no model, when a file is malformed, when two files have one path or contradict each other, or when one
/// cannot be read.
pub fn read_contract(files: &[NamedFile<'_>], options: &ReadOptions) -> Result<Extraction, FormatError> {
    let mut files = files.to_vec();
    files.sort_by_key(|file| file.path);
    check_paths(&files)?;
    let sorted = sort(&files)?;
    let (mut extraction, external) = read_model(&sorted, &files, options)?;
    sorted.companions.apply(&mut extraction, model_path(&sorted))?;
    let unread = sorted.others.iter().filter(|other| !external.contains(other.path));
    extraction.notices.extend(unread.map(|other| {
        format!("`{}` is neither a model nor a companion: it looks like {}", other.path, sniff::describe(&other.head))
    }));
    if options.digests {
        extraction.artifact.content = Some(content_digest(&files)?);
    }
    Ok(extraction)
}

/// Every path once, in files that are sorted by it: of two with one path nobody could say which is meant.
fn check_paths(files: &[NamedFile<'_>]) -> Result<(), FormatError> {
    let twice = files.array_windows().find(|[first, second]| first.path == second.path);
    match twice {
        Some([first, _]) => Err(FormatError::PathTwice { file: first.path.to_owned() }),
        None => Ok(()),
    }
}

fn sort<'a>(files: &[NamedFile<'a>]) -> Result<Sorted<'a>, FormatError> {
    let mut sorted = Sorted::default();
    for file in files {
        if let Some(role) = Role::of(file.path) {
            sorted.companions.add(role, *file);
            continue;
        }
        let head = file.head()?;
        if safetensors::looks_like(&head) {
            sorted.shards.push(*file);
        } else if onnx::looks_like(&head) {
            sorted.onnx.push(*file);
        } else {
            sorted.others.push(Other { path: file.path, head });
        }
    }
    Ok(sorted)
}

fn model_path<'a>(sorted: &Sorted<'a>) -> Option<&'a str> {
    sorted.onnx.first().or(sorted.shards.first()).map(|file| file.path)
}

/// Reads the model, and says in which other files its weights stand.
fn read_model<'a>(
    sorted: &Sorted<'a>,
    files: &'a [NamedFile<'a>],
    options: &ReadOptions,
) -> Result<(Extraction, BTreeSet<&'a str>), FormatError> {
    match (sorted.onnx.as_slice(), sorted.shards.as_slice()) {
        ([model], []) => onnx::read(*model, files, options),
        ([], []) => Ok((without_model(sorted)?, BTreeSet::new())),
        ([], shards) => {
            let (extraction, table) = safetensors::read(shards, options)?;
            sorted.companions.check_index(shards, &table)?;
            Ok((extraction, BTreeSet::new()))
        }
        ([first, second, ..], _) | ([first], [second, ..]) => {
            Err(second.malformed(0, "one model in a bundle", format!("another one beside `{}`", first.path)))
        }
    }
}

/// A bundle in which no file is a model that can be read.
fn without_model(sorted: &Sorted<'_>) -> Result<Extraction, FormatError> {
    sorted.companions.check_index(&[], &safetensors::Table::new())?;
    if !sorted.companions.has_signature()? {
        return Err(unrecognized(sorted));
    }
    let mut formats = sorted.others.iter().filter_map(|other| match sniff::kind_of(&other.head) {
        sniff::Kind::Marked(name, _) => Some(name),
        _ => None,
    });
    let first = formats.next();
    let format = first.filter(|first| formats.all(|format| format == *first)).map(ToOwned::to_owned);
    let artifact = Artifact { format, ..Artifact::default() };
    let notices = vec!["no file is a model that can be read: the signature is that of `MLmodel` alone".to_owned()];
    Ok(Extraction { artifact, notices, ..Extraction::default() })
}

/// How many files an error names.
const NAMED: usize = 5;

fn unrecognized(sorted: &Sorted<'_>) -> FormatError {
    if sorted.others.is_empty() {
        let paths = sorted.companions.paths();
        let reason = if paths.is_empty() { "there are no files" } else { "these files only describe a model" };
        let file = if paths.is_empty() { "the bundle".to_owned() } else { paths.join(", ") };
        return FormatError::Unrecognized { file, reason: reason.to_owned() };
    }
    let mut paths: Vec<&str> = sorted.others.iter().map(|other| other.path).take(NAMED).collect();
    let reasons: Vec<String> = match sorted.others.as_slice() {
        [only] => vec![format!("it looks like {}", sniff::describe(&only.head))],
        others => others
            .iter()
            .take(NAMED)
            .map(|other| format!("`{}` looks like {}", other.path, sniff::describe(&other.head)))
            .collect(),
    };
    if sorted.others.len() > NAMED {
        paths.push("…");
    }
    FormatError::Unrecognized { file: paths.join(", "), reason: reasons.join("; ") }
}

/// The digest over path, size and SHA-256 of every file, in the order of the paths; of a single file its SHA-256.
///
/// Paths tell the files of a bundle apart, and one file refers to another by its path. What a single file is called says
/// nothing: a copy under another name is the same model.
fn content_digest(files: &[NamedFile<'_>]) -> Result<Digest, FormatError> {
    let digest_of = |file: &NamedFile<'_>, size| digest_of_range(file.bytes, 0, size).map_err(|source| file.io(source));
    if let [only] = files {
        return digest_of(only, only.size()?);
    }
    let mut rows = Vec::with_capacity(files.len());
    for file in files {
        let size = file.size()?;
        rows.push(json!({"path": file.path, "size": size, "sha256": digest_of(file, size)?.to_hex()}));
    }
    Ok(registry_core::canonical::digest(&rows.into()))
}
