//! The manifest: what a version is made of, and the one digest that names it.
//!
//! A manifest is made or read through one door, [`Manifest::new`] or [`Manifest::from_json`], and cannot be changed
//! afterwards: files in the order of their paths, a contract that is valid, numbers that every client can hold. So one
//! manifest has one text in RFC 8785 form, and one digest.

mod check;
mod contract;
mod error;
mod file;
mod json;
mod lineage;
mod path;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

pub use contract::{ManifestContract, WeightsSummary};
pub use error::ManifestError;
pub use file::{FileEntry, MediaType, MediaTypeError};
pub use lineage::Lineage;
pub use path::{FilePath, FilePathError, MAX_PATH_LENGTH, MAX_SEGMENT_LENGTH, PathRule};

use crate::canonical;
use crate::contract::Pointer;
use crate::contract::validate::{Findings, Violation};
use crate::digest::Digest;

/// The form of manifests that this code reads and writes.
pub const SCHEMA: u64 = 1;

/// The most files of one version.
pub const MAX_FILES: usize = 10_000;

/// The longest text that is read as a manifest: 10,000 files with paths of the longest kind, and as much again for a
/// contract with a hundred thousand labels.
pub const MAX_MANIFEST_BYTES: usize = 32 << 20;

/// The largest integer that a JSON number carries exactly in every language: 2^53 - 1.
pub const MAX_INTEGER: u64 = crate::version::MAX_PART;

const KEYS: [&str; 4] = ["schema", "files", "contract", "lineage"];

/// What a version is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Manifest {
    schema: u64,
    files: Vec<FileEntry>,
    contract: ManifestContract,
    lineage: Lineage,
}

impl Manifest {
    /// A manifest of these files, in any order.
    ///
    /// # Errors
    /// When the number of files, two paths together, the contract or the lineage break a rule.
    pub fn new(mut files: Vec<FileEntry>, contract: ManifestContract, lineage: Lineage) -> Result<Self, ManifestError> {
        let at = |key: &str| Pointer::root().join(key);
        let mut found = Findings::default();
        check::files(&files, &at("files"), &mut found);
        if let Err(invalid) = contract.signature.validate() {
            invalid.violations.into_iter().for_each(|violation| found.report(|| violation.inside(&at("contract"))));
        }
        check::integers(&canonical::value_of(&contract), &at("contract"), &mut found);
        lineage.violations(&at("lineage")).into_iter().for_each(|violation| found.report(|| violation));
        if !found.is_empty() {
            return Err(ManifestError { violations: found.into_violations() });
        }
        files.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(Self { schema: SCHEMA, files, contract, lineage })
    }

    /// Reads a manifest. Keys that say nothing, such as `"optional": false`, are accepted and left out of the digest.
    ///
    /// # Errors
    /// When the text is too long, not JSON, or breaks a rule; the error names every place that was found.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ManifestError> {
        if bytes.len() > MAX_MANIFEST_BYTES {
            let rule = format!("it is {} bytes long, the limit is {MAX_MANIFEST_BYTES}", bytes.len());
            return Err(Violation::new(Pointer::root(), rule, "shorten paths and labels").into());
        }
        Self::from_value(json::read(bytes)?)
    }

    /// The files, in the order of their paths.
    pub fn files(&self) -> &[FileEntry] {
        &self.files
    }

    /// What the version promises.
    pub fn contract(&self) -> &ManifestContract {
        &self.contract
    }

    /// Where the version comes from.
    pub fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// The RFC 8785 form, whose SHA-256 is [`Manifest::digest`].
    pub fn canonical_bytes(&self) -> Vec<u8> {
        canonical::bytes(&canonical::value_of(self))
    }

    /// The digest of the version.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.canonical_bytes())
    }

    /// The digest of files and contract alone: two versions that differ in nothing but their lineage share it.
    pub fn content_digest(&self) -> Digest {
        let Self { schema: _, files, contract, lineage: _ } = self;
        canonical::digest(&serde_json::json!({"files": files, "contract": contract}))
    }

    fn from_value(value: Value) -> Result<Self, ManifestError> {
        let Value::Object(mut keys) = value else {
            let hint = "write `{\"schema\": 1, \"files\": […], \"contract\": {…}}`";
            return Err(Violation::new(Pointer::root(), "it is not an object", hint).into());
        };
        check_schema(&keys)?;
        let mut violations = unknown_keys(&keys);
        let files = read_files(&mut keys, &mut violations);
        let contract = required(&mut keys, "contract", &mut violations)
            .and_then(|value| ManifestContract::read(value, &Pointer::root().join("contract"), &mut violations));
        let lineage = read_lineage(&mut keys, &mut violations);
        match (files, contract, lineage) {
            (Some(files), Some(contract), Some(lineage)) if violations.is_empty() => {
                Self::new(files, contract, lineage)
            }
            _ => Err(ManifestError { violations }),
        }
    }
}

/// First of all: under another schema nothing else can be judged.
fn check_schema(keys: &Map<String, Value>) -> Result<(), ManifestError> {
    let place = Pointer::root().join("schema");
    let rule = match keys.get("schema") {
        Some(schema) if schema.as_u64() == Some(SCHEMA) => return Ok(()),
        Some(schema) => format!("the schema {schema} is not known"),
        None => "it is missing".to_owned(),
    };
    Err(Violation::new(place, rule, format!("write `\"schema\": {SCHEMA}`")).into())
}

fn unknown_keys(keys: &Map<String, Value>) -> Vec<Violation> {
    let unknown = keys.keys().filter(|key| !KEYS.contains(&key.as_str()));
    let refuse = |key: &String| {
        let hint = format!("a manifest has `{}`", KEYS.join("`, `"));
        Violation::new(Pointer::root().join(key), "the key is not known", hint)
    };
    unknown.map(refuse).collect()
}

fn required(keys: &mut Map<String, Value>, key: &str, violations: &mut Vec<Violation>) -> Option<Value> {
    let value = keys.remove(key);
    if value.is_none() {
        violations.push(Violation::new(Pointer::root().join(key), "it is missing", format!("add `{key}`")));
    }
    value
}

fn read_files(keys: &mut Map<String, Value>, violations: &mut Vec<Violation>) -> Option<Vec<FileEntry>> {
    let place = Pointer::root().join("files");
    let Value::Array(entries) = required(keys, "files", violations)? else {
        violations.push(Violation::new(place, "it is not a list", "write `[{\"path\": …}]`"));
        return None;
    };
    let mut files = Vec::with_capacity(entries.len());
    for (index, entry) in entries.into_iter().enumerate() {
        match FileEntry::deserialize(entry) {
            Ok(file) => files.push(file),
            Err(error) => violations.push(Violation::of_json(place.join(index), &error)),
        }
    }
    Some(files)
}

fn read_lineage(keys: &mut Map<String, Value>, violations: &mut Vec<Violation>) -> Option<Lineage> {
    let Some(value) = keys.remove("lineage") else { return Some(Lineage::default()) };
    match Lineage::deserialize(value) {
        Ok(lineage) => Some(lineage),
        Err(error) => {
            violations.push(Violation::of_json(Pointer::root().join("lineage"), &error));
            None
        }
    }
}

impl<'de> Deserialize<'de> for Manifest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = json::read_from(deserializer)?;
        Self::from_value(value).map_err(D::Error::custom)
    }
}
