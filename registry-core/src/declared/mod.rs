//! What the publisher states because no file says it: `[declared]` of registry.toml, or `declared` of a JSON body.
//!
//! Extracted wins; declared fills what no file says; a contradiction is a [`ContractMismatch`]. See [`apply`].

mod apply;
mod fields;
mod forms;
mod keys;
mod kinds;
mod labels;
mod merge;
mod mismatch;
mod project;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use apply::{apply, report};
pub use keys::{Axis, FieldKey, KeyError};
pub use labels::{LabelsError, LabelsSource, MAX_LABELS_BYTES};
pub use mismatch::{ContractMismatch, Mismatch};
pub use project::{MAX_PROJECT_BYTES, ProjectFile, ProjectFileError, TextPosition};

use crate::contract::artifact::Resources;
use crate::contract::field::{Interval, present};
use crate::contract::signature::{Binding, Content, EntryPoint, Postprocessing, Preprocessing};
use crate::contract::{Bounds, Consumption, Dim, Dtype, Field};

/// Everything that a publisher can state about a model. A missing key states nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Declared {
    /// The licence, as an SPDX expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Units of measure: `{ "inputs.amount" = "EUR" }`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub units: BTreeMap<FieldKey, String>,
    /// The classes of a classifier: a list, or the name of a file that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<LabelsSource>,
    /// Whether labels may be appended later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensible_labels: Option<bool>,
    /// The preprocessing; its digest is written with or without `sha256:`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "forms::preprocessing")]
    pub preprocessing: Option<Preprocessing>,
    /// The postprocessing; its digest is written with or without `sha256:`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "forms::postprocessing")]
    pub postprocessing: Option<Postprocessing>,
    /// How consumers use the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumption: Option<Consumption>,
    /// How values are bound to inputs and outputs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// What happens to unknown fields of a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The state protocol: `none`, or a name such as `sequence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stateful: Option<String>,
    /// Whether answers are streamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streaming: Option<bool>,
    /// The largest batch of one call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_batch: Option<u64>,
    /// The longest input, in tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_length: Option<u64>,
    /// The architecture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<String>,
    /// Ways to call the model: a list of names, or a table of names and what they take.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "forms::entrypoints")]
    pub entrypoints: BTreeMap<String, EntryPoint>,
    /// The highest version of each runtime that consumers have; `opset` and `ir` count as runtimes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "forms::versions")]
    pub max_runtime: BTreeMap<String, String>,
    /// What it takes to run the files.
    #[serde(skip_serializing_if = "DeclaredRuntime::is_empty")]
    pub runtime: DeclaredRuntime,
    /// What it takes in memory.
    #[serde(skip_serializing_if = "no_resources")]
    pub resources: Resources,
    /// Facts about inputs, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, DeclaredField>,
    /// Facts about outputs, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outputs: BTreeMap<String, DeclaredField>,
    /// Facts about parameters, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, DeclaredParam>,
}

/// Facts about one input or output. With `dtype`, `list`, `map`, `object` or `opaque` it describes a whole field, for
/// files that name none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct DeclaredField {
    /// The type of every element.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtype: Option<Dtype>,
    /// The axes in order: a size, a name, or `"?"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<Vec<Dim>>,
    /// The element, if it is a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Box<Field>>,
    /// Keys and values, if it is a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<DeclaredMap>,
    /// The properties, if it is an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<BTreeMap<String, Field>>,
    /// The name of a type that only one runtime understands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opaque: Option<String>,
    /// Bounds of dynamic axes, by number: `{ "0" = { min = 1, max = 32 } }`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub bounds: BTreeMap<Axis, Bounds>,
    /// The place among the fields, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Whether callers may leave it out, or it may be absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub optional: Option<bool>,
    /// Whether it may be null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
    /// The value that stands for an input left out.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub default: Option<Value>,
    /// Older names that stay accepted or emitted.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub alias_of: BTreeSet<String>,
    /// The accepted categories of an input.
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<Value>>,
    /// The unit of measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<String>,
    /// The order of the axes, such as `NCHW`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
    /// The colour space of an image, such as `RGB`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color_space: Option<String>,
    /// How values are scaled, such as `imagenet`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normalization: Option<String>,
    /// What the value stands for, such as `probability`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// The ONNX type denotation, such as `IMAGE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denotation: Option<String>,
    /// The range of the values of an output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Interval>,
    /// The vector space of an embedding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub space_id: Option<String>,
    /// The classes of this output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<LabelsSource>,
    /// Whether its author advises against new use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<bool>,
}

/// The keys and values of a declared map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredMap {
    /// The type of the keys.
    pub key: Dtype,
    /// The type of the values.
    pub value: Box<Field>,
}

/// Facts about one parameter. With `dtype` and `default` it describes a whole one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct DeclaredParam {
    /// The type of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtype: Option<Dtype>,
    /// Whether the value is a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<bool>,
    /// The value that stands for a parameter left out.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub default: Option<Value>,
    /// The accepted range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Interval>,
    /// The accepted values.
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<Value>>,
    /// Whether its author advises against new use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<bool>,
}

/// What it takes to run the files, as far as they do not say it themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct DeclaredRuntime {
    /// The framework, such as `onnxruntime`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<String>,
    /// The lowest version of each runtime that can run it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "forms::versions")]
    pub min: BTreeMap<String, String>,
    /// An accelerator without which it does not run, such as `cuda`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accelerator: Option<String>,
}

impl DeclaredRuntime {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn no_resources(resources: &Resources) -> bool {
    *resources == Resources::default()
}
