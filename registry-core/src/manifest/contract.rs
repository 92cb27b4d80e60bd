//! The contract as a manifest holds it: the signature, and beside it what it takes to run the files.

use std::collections::BTreeSet;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::ManifestError;
use crate::canonical;
use crate::contract::artifact::{Resources, Runtime, Weights};
use crate::contract::validate::Violation;
use crate::contract::{Artifact, Dtype, Field, Pointer, Signature};
use crate::digest::Digest;

/// What a version promises, and what it takes to run it. Declared reports of an evaluation never enter it.
///
/// In JSON the keys of the signature, `runtime`, `resources` and `weights` stand side by side, so that a pointer such
/// as `/inputs/image` or `/runtime/framework` in `sources` names one place.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct ManifestContract {
    /// What callers send and readers get.
    #[serde(flatten)]
    pub signature: Signature,
    /// What it takes to run the files.
    #[serde(skip_serializing_if = "is_default")]
    pub runtime: Runtime,
    /// What it takes in memory; declared.
    #[serde(skip_serializing_if = "is_default")]
    pub resources: Resources,
    /// The weights.
    #[serde(skip_serializing_if = "is_default")]
    pub weights: WeightsSummary,
}

/// The weights in three lines: a table of tensors can be longer than all the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct WeightsSummary {
    /// The digest over every tensor and its bytes, when they were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
    /// The element types that occur.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub dtypes: BTreeSet<Dtype>,
    /// The digest over the tensor table: names, types and shapes, in the RFC 8785 form of the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Digest>,
}

impl From<&Weights> for WeightsSummary {
    fn from(weights: &Weights) -> Self {
        let table = (!weights.tensors.is_empty()).then(|| canonical::digest(&canonical::value_of(&weights.tensors)));
        Self { digest: weights.digest, dtypes: weights.dtypes.clone(), table }
    }
}

impl ManifestContract {
    /// The contract of a model, out of what was read and declared.
    pub fn new(signature: &Signature, artifact: &Artifact) -> Self {
        Self {
            signature: signature.clone(),
            runtime: artifact.runtime.clone(),
            resources: artifact.resources.clone(),
            weights: WeightsSummary::from(&artifact.weights),
        }
    }

    /// Reads the JSON form; what is wrong is added to `violations`.
    pub(super) fn read(value: Value, place: &Pointer, violations: &mut Vec<Violation>) -> Option<Self> {
        let Value::Object(mut keys) = value else {
            violations.push(Violation::new(place.clone(), "it is not an object", "write `{\"inputs\": {…}, …}`"));
            return None;
        };
        let runtime = part(&mut keys, "runtime", place, violations);
        let resources = part(&mut keys, "resources", place, violations);
        let weights = part(&mut keys, "weights", place, violations);
        let signature = read_signature(&Value::Object(keys), place, violations);
        Some(Self { signature: signature?, runtime: runtime?, resources: resources?, weights: weights? })
    }
}

/// One key of an object; a missing one has its default.
fn part<T: DeserializeOwned + Default>(
    keys: &mut Map<String, Value>,
    key: &str,
    place: &Pointer,
    violations: &mut Vec<Violation>,
) -> Option<T> {
    let Some(value) = keys.remove(key) else { return Some(T::default()) };
    match T::deserialize(value) {
        Ok(part) => Some(part),
        Err(error) => {
            violations.push(Violation::of_json(place.join(key), &error));
            None
        }
    }
}

fn read_signature(value: &Value, place: &Pointer, violations: &mut Vec<Violation>) -> Option<Signature> {
    match Signature::deserialize(value) {
        Ok(signature) => Some(signature),
        Err(error) => {
            let located = locate(value, place);
            // Nothing in the parts: the fault is a key of the signature itself.
            let whole = located.is_empty().then(|| Violation::of_json(place.clone(), &error));
            violations.extend(located.into_iter().chain(whole));
            None
        }
    }
}

/// Reads every input, output, parameter and entry point alone: serde says what is wrong, not where.
fn locate(signature: &Value, place: &Pointer) -> Vec<Violation> {
    use crate::contract::signature::{EntryPoint, Param};
    let mut found = faults::<Field>(signature, place, "inputs");
    found.extend(faults::<Field>(signature, place, "outputs"));
    found.extend(faults::<Param>(signature, place, "params"));
    found.extend(faults::<EntryPoint>(signature, place, "entrypoints"));
    found
}

fn faults<T: DeserializeOwned>(signature: &Value, place: &Pointer, key: &str) -> Vec<Violation> {
    let entries = signature.get(key).and_then(Value::as_object).into_iter().flatten();
    let read = entries.map(|(name, entry)| (name, T::deserialize(entry)));
    read.filter_map(|(name, read)| Some(Violation::of_json(place.join(key).join(name), &read.err()?))).collect()
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl<'de> Deserialize<'de> for ManifestContract {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = super::json::read_from(deserializer)?;
        let mut violations = Vec::new();
        Self::read(value, &Pointer::root(), &mut violations)
            .ok_or_else(|| D::Error::custom(ManifestError { violations }))
    }
}
