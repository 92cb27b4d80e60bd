//! Compares the facts beside the contract: weights, format, runtime, declared reports.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::artifact::{Evaluation, FullMetric, Golden, Metric, OnnxFacts, Runtime, Weights};
use super::super::{Artifact, Pointer, Source};
use super::facts;
use crate::canonical::value_of;
use crate::compat::{Difference, Rule, When};

/// Operator domains that every ONNX runtime knows.
const STANDARD_DOMAINS: &[&str] = &["ai.onnx", "ai.onnx.ml", "ai.onnx.training", "ai.onnx.preview.training"];

/// Compares two artifacts.
pub(super) fn diff_artifact(old: &Artifact, new: &Artifact) -> Vec<Difference> {
    let root = Pointer::root().join("artifact");
    let mut found = Vec::new();
    let same_format = old.format == new.format;
    if let (Some(before), Some(after), false) = (&old.format, &new.format, same_format) {
        let (before, after) = (before.as_str(), after.as_str());
        found.push(Difference::new(Rule::ArtifactFormatChanged, root.join("format"), before, after));
    }
    diff_weights(&root.join("weights"), &old.weights, &new.weights, same_format, &mut found);
    if is_repacked(old, new) {
        let (before, after) = (value_of(&old.content), value_of(&new.content));
        found.push(Difference::new(Rule::ArtifactRepacked, root.join("content"), before, after));
    }
    if let (Some(before), Some(after)) = (&old.onnx, &new.onnx) {
        diff_onnx(&root.join("onnx"), before, after, &old.runtime.max, &mut found);
    }
    diff_runtime(&root.join("runtime"), &old.runtime, &new.runtime, &mut found);
    diff_declared(&root, old, new, &mut found);
    found
}

/// The same tensors and graph in other bytes; only sure when all of them were read.
fn is_repacked(old: &Artifact, new: &Artifact) -> bool {
    let same_weights = old.weights.digest.is_some() && old.weights.digest == new.weights.digest;
    let other_bytes = matches!((old.content, new.content), (Some(old), Some(new)) if old != new);
    same_weights && other_bytes && old.graph == new.graph && old.format == new.format
}

fn diff_weights(path: &Pointer, old: &Weights, new: &Weights, same_format: bool, found: &mut Vec<Difference>) {
    if let (Some(before), Some(after)) = (old.digest, new.digest)
        && before != after
    {
        let (before, after) = (before.to_string(), after.to_string());
        found.push(Difference::new(Rule::WeightsChanged, path.join("digest"), before, after));
    }
    if old.dtypes != new.dtypes && !old.dtypes.is_empty() && !new.dtypes.is_empty() {
        let (before, after) = (value_of(&old.dtypes), value_of(&new.dtypes));
        found.push(Difference::new(Rule::WeightsDtypeChanged, path.join("dtypes"), before, after));
    }
    // Another format names its tensors in another way; that the format changed says it all.
    if same_format && !old.tensors.is_empty() && !new.tensors.is_empty() {
        diff_tensors(&path.join("tensors"), old, new, found);
    }
}

fn diff_tensors(path: &Pointer, old: &Weights, new: &Weights, found: &mut Vec<Difference>) {
    for (name, tensor) in &old.tensors {
        let place = || path.join(name);
        let Some(after) = new.tensors.get(name) else {
            found.push(named(Rule::WeightsTensorRemoved, place(), name, tensor.to_string(), Value::Null));
            continue;
        };
        if tensor.shape != after.shape {
            let (before, after) = (value_of(&tensor.shape), value_of(&after.shape));
            found.push(named(Rule::WeightsTensorShapeChanged, place().join("shape"), name, before, after));
        }
        if tensor.dtype != after.dtype {
            let (before, after) = (tensor.dtype.as_str(), after.dtype.as_str());
            found.push(named(Rule::WeightsTensorDtypeChanged, place().join("dtype"), name, before, after));
        }
    }
    for (name, tensor) in new.tensors.iter().filter(|(name, _)| !old.tensors.contains_key(*name)) {
        found.push(named(Rule::WeightsTensorAdded, path.join(name), name, Value::Null, tensor.to_string()));
    }
}

fn named(rule: Rule, path: Pointer, name: &str, old: impl Into<Value>, new: impl Into<Value>) -> Difference {
    Difference { name: name.to_owned(), ..Difference::new(rule, path, old, new) }
}

fn diff_onnx(
    path: &Pointer,
    old: &OnnxFacts,
    new: &OnnxFacts,
    max: &BTreeMap<String, String>,
    found: &mut Vec<Difference>,
) {
    let above = |runtime: &str, version: i64| {
        let limit = max.get(runtime).or_else(|| if runtime == "ai.onnx" { max.get("opset") } else { None });
        limit.is_some_and(|limit| dotted(&version.to_string(), limit) == Ordering::Greater)
    };
    let raised = |rule: Rule, path: Pointer, name: &str, old: Value, new: i64| {
        let difference = named(rule, path, name, old, new);
        if above(name, new) { difference.when(When::AboveMaxRuntime) } else { difference }
    };
    for (domain, version) in &new.opsets {
        let place = path.join("opsets").join(domain);
        match old.opsets.get(domain) {
            Some(before) if before < version => {
                found.push(raised(Rule::OnnxOpsetRaised, place, domain, (*before).into(), *version));
            }
            None if STANDARD_DOMAINS.contains(&domain.as_str()) => {
                found.push(raised(Rule::OnnxOpsetRaised, place, domain, Value::Null, *version));
            }
            None => found.push(named(Rule::OnnxCustomDomainAdded, place, domain, Value::Null, *version)),
            Some(_) => {}
        }
    }
    if old.ir_version < new.ir_version {
        found.push(raised(Rule::OnnxIrRaised, path.join("ir_version"), "ir", old.ir_version.into(), new.ir_version));
    }
}

fn diff_runtime(path: &Pointer, old: &Runtime, new: &Runtime, found: &mut Vec<Difference>) {
    if let (Some(before), Some(after)) = (&old.framework, &new.framework)
        && before != after
    {
        let (before, after) = (before.as_str(), after.as_str());
        found.push(Difference::new(Rule::RuntimeFrameworkChanged, path.join("framework"), before, after));
    }
    for (runtime, version) in &new.min {
        let Some(before) = old.min.get(runtime) else { continue };
        if dotted(before, version) == Ordering::Less {
            let place = path.join("min").join(runtime);
            let above = old.max.get(runtime).is_some_and(|limit| dotted(version, limit) == Ordering::Greater);
            let difference = named(Rule::RuntimeMinRaised, place, runtime, before.as_str(), version.as_str());
            found.push(if above { difference.when(When::AboveMaxRuntime) } else { difference });
        }
    }
    if new.accelerator.is_some() && old.accelerator != new.accelerator {
        let (before, after) = (value_of(&old.accelerator), value_of(&new.accelerator));
        found.push(Difference::new(Rule::RuntimeAcceleratorRequired, path.join("accelerator"), before, after));
    }
}

/// Compares versions such as `1.20.1` number by number; a missing number counts as 0.
fn dotted(left: &str, right: &str) -> Ordering {
    let numbers = |text: &str| -> Vec<u64> { text.split('.').map(|part| part.parse().unwrap_or(0)).collect() };
    let (mut left, mut right) = (numbers(left), numbers(right));
    let length = left.len().max(right.len());
    left.resize(length, 0);
    right.resize(length, 0);
    left.cmp(&right)
}

/// Facts that only the publisher can know.
fn diff_declared(root: &Pointer, old: &Artifact, new: &Artifact, found: &mut Vec<Difference>) {
    let first = found.len();
    let (before, after) = (&old.resources, &new.resources);
    if let (Some(memory), Some(raised)) = (before.memory_bytes, after.memory_bytes) {
        let grown = as_float(raised) > as_float(memory) * (1.0 + before.memory_tolerance.unwrap_or(0.0));
        if grown {
            let place = root.join("resources").join("memory_bytes");
            found.push(Difference::new(Rule::ResourceMemoryRaised, place, memory, raised));
        }
    }
    let memory = |artifact: &Artifact| artifact.resources.memory_bytes.map(Value::from);
    found.extend(facts::known(root.join("resources").join("memory_bytes"), (memory(old), memory(new))));
    let datasets = |artifact: &Artifact| Some(value_of(&artifact.datasets)).filter(|_| !artifact.datasets.is_empty());
    match (datasets(old), datasets(new)) {
        (Some(before), Some(after)) if before != after => {
            found.push(Difference::new(Rule::TrainingDataChanged, root.join("datasets"), before, after));
        }
        datasets => found.extend(facts::known(root.join("datasets"), datasets)),
    }
    diff_evaluation(&root.join("evaluation"), &old.evaluation, &new.evaluation, found);
    for difference in found.iter_mut().skip(first) {
        difference.source = Source::Declared;
    }
}

/// Memory sizes are compared with a tolerance, so the rounding above 2^53 does not matter.
#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "there is no lossless conversion to f64")]
fn as_float(bytes: u64) -> f64 {
    bytes as f64
}

fn diff_evaluation(path: &Pointer, old: &Evaluation, new: &Evaluation, found: &mut Vec<Difference>) {
    let names: BTreeSet<&String> = old.metrics.keys().chain(new.metrics.keys()).collect();
    for name in names {
        let metric = |evaluation: &Evaluation| evaluation.metrics.get(name).map(Metric::full);
        let place = path.join("metrics").join(name);
        match (metric(old), metric(new)) {
            (Some(before), Some(after)) if regressed(&before, &after) => {
                found.push(named(Rule::EvalMetricRegressed, place, name, before.value, after.value));
            }
            (before, after) => {
                let value = |metric: Option<FullMetric>| metric.map(|metric| Value::from(metric.value));
                found.extend(facts::known(place, (value(before), value(after))));
            }
        }
    }
    let inputs = |evaluation: &Evaluation| evaluation.golden.as_ref().map(|golden| value_of(&golden.inputs_sha256));
    found.extend(facts::known(path.join("golden"), (inputs(old), inputs(new))));
    if let (Some(before), Some(after)) = (&old.golden, &new.golden)
        && let Some(output) = shifted_output(before, after)
    {
        let place = path.join("golden").join("outputs").join(output);
        let shown = |golden: &Golden| value_of(&golden.outputs.get(output));
        found.push(named(Rule::BehaviourShiftedInPatch, place, output, shown(before), shown(after)));
    }
}

fn regressed(old: &FullMetric, new: &FullMetric) -> bool {
    let drop = if old.higher_is_better { old.value - new.value } else { new.value - old.value };
    drop > old.tolerance
}

/// The first output that moved beyond the tolerance of the old version, for the same inputs.
fn shifted_output<'a>(old: &'a Golden, new: &Golden) -> Option<&'a str> {
    if old.inputs_sha256 != new.inputs_sha256 {
        return None;
    }
    let moved = |before: &[f64], after: &[f64]| {
        before.len() != after.len() || before.iter().zip(after).any(|(was, is)| (was - is).abs() > old.tolerance)
    };
    let shifted =
        old.outputs.iter().find(|(name, values)| new.outputs.get(*name).is_none_or(|after| moved(values, after)));
    shifted.map(|(name, _)| name.as_str())
}
