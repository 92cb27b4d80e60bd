//! Facts that stand beside the contract: format, weights, runtime, declared reports. Callers of an endpoint do not see
//! them; who loads the file does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::dtype::Dtype;
use super::field::is_false;
use crate::digest::Digest;

/// One tensor of the weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightTensor {
    /// The type of every element.
    pub dtype: Dtype,
    /// The size of every axis.
    pub shape: Vec<u64>,
}

/// As people write it: `f32[64,3]`.
impl fmt::Display for WeightTensor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let axes: Vec<String> = self.shape.iter().map(u64::to_string).collect();
        write!(f, "{}[{}]", self.dtype, axes.join(","))
    }
}

/// The weights of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// A digest over name, type, shape and bytes of every tensor, in the order of the names. It costs a read of the
    /// whole file, so it is there only when somebody asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
    /// The element types that occur.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub dtypes: BTreeSet<Dtype>,
    /// The tensor table, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tensors: BTreeMap<String, WeightTensor>,
}

/// What an ONNX file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct OnnxFacts {
    /// The version of the intermediate representation.
    pub ir_version: i64,
    /// The operator set version, by domain; the default domain is `ai.onnx`.
    pub opsets: BTreeMap<String, i64>,
    /// The number that the author gave the model; it is not a semantic version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_version: Option<i64>,
    /// The exporter and its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// Whether weights stand in other files, named in the file list.
    #[serde(skip_serializing_if = "is_false")]
    pub external_data: bool,
}

/// What it takes to run the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Runtime {
    /// The framework, such as `onnxruntime` or `sklearn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<String>,
    /// The lowest version of each runtime that can run it, such as `{"onnxruntime": "1.20"}`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub min: BTreeMap<String, String>,
    /// The highest version of each runtime that consumers said they have; `opset` and `ir` count as runtimes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub max: BTreeMap<String, String>,
    /// An accelerator without which it does not run, such as `cuda`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accelerator: Option<String>,
}

/// What it takes in memory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Resources {
    /// The declared memory, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_bytes: Option<u64>,
    /// How far the next version may go above it without a warning, as a fraction: 0.1 is ten per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_tolerance: Option<f64>,
}

/// One declared metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Metric {
    /// Its value; higher is better, and any drop counts.
    Value(f64),
    /// Its value with its tolerance and direction.
    Full(FullMetric),
}

/// A declared metric with its tolerance and direction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FullMetric {
    /// The value.
    pub value: f64,
    /// How far the next version may fall behind, in the unit of the metric.
    #[serde(default)]
    pub tolerance: f64,
    /// Whether a higher value is better; a loss says false.
    #[serde(default = "yes")]
    pub higher_is_better: bool,
}

fn yes() -> bool {
    true
}

impl Metric {
    /// Value, tolerance and direction.
    pub fn full(&self) -> FullMetric {
        match self {
            Self::Value(value) => FullMetric { value: *value, tolerance: 0.0, higher_is_better: true },
            Self::Full(full) => full.clone(),
        }
    }
}

/// Declared outputs for declared inputs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    /// The digest of the inputs; outputs for other inputs are not compared.
    pub inputs_sha256: Digest,
    /// The numbers that came out, flattened, by output.
    pub outputs: BTreeMap<String, Vec<f64>>,
    /// The largest absolute difference that counts as equal.
    #[serde(default)]
    pub tolerance: f64,
}

/// Declared reports of an evaluation; nothing is executed to check them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Evaluation {
    /// Metrics by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub metrics: BTreeMap<String, Metric>,
    /// Golden inputs and outputs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub golden: Option<Golden>,
}

impl Evaluation {
    /// Whether nothing is declared.
    pub fn is_empty(&self) -> bool {
        self.metrics.is_empty() && self.golden.is_none()
    }
}

/// Everything that is known of an artifact beside its signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Artifact {
    /// The file format, such as `onnx` or `safetensors`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// A digest over the model files as they are, when they were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Digest>,
    /// A digest over the computation graph without its weights, where the format has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub graph: Option<Digest>,
    /// The weights.
    #[serde(skip_serializing_if = "is_default")]
    pub weights: Weights,
    /// What an ONNX file says of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onnx: Option<OnnxFacts>,
    /// What it takes to run the file.
    #[serde(skip_serializing_if = "is_default")]
    pub runtime: Runtime,
    /// What it takes in memory.
    #[serde(skip_serializing_if = "is_default")]
    pub resources: Resources,
    /// Free-form metadata that the file carries. Never compared.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
    /// The declared digests of the training data.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub datasets: BTreeSet<String>,
    /// Declared reports.
    #[serde(skip_serializing_if = "Evaluation::is_empty")]
    pub evaluation: Evaluation,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
