//! Puts declared facts into a contract that was read.

use std::collections::BTreeMap;

use super::fields::{merge_labels, merge_params, merge_side, merge_units};
use super::merge::Merge;
use super::{ContractMismatch, Declared, FieldKey};
use crate::contract::artifact::{Evaluation, Resources, Runtime};
use crate::contract::signature::EntryPoint;
use crate::contract::{Artifact, Pointer, Signature};
use crate::manifest::Lineage;

/// Fills what no file says, and notes the source of every fact that it fills.
///
/// `sources` of the signature then names each declared fact by its pointer into the contract of the manifest, where
/// `/runtime` and `/resources` stand beside `/inputs`. On an error nothing has changed.
///
/// # Errors
/// When a declared fact contradicts what is known, names a field that does not exist, or leaves its field open: all of
/// them together.
pub fn apply(declared: &Declared, signature: &mut Signature, artifact: &mut Artifact) -> Result<(), ContractMismatch> {
    let mut merge = Merge::into(&signature.sources);
    let mut merged = signature.clone();
    let mut runtime = artifact.runtime.clone();
    let mut resources = artifact.resources.clone();
    merge_promises(&mut merge, &mut merged, declared);
    merge_calling(&mut merge, &mut merged, declared);
    merge_fields(&mut merge, &mut merged, declared);
    merge_runtime(&mut merge, &mut runtime, declared);
    merge_resources(&mut merge, &mut resources, &declared.resources);
    merged.sources = merge.finish()?;
    *signature = merged;
    artifact.runtime = runtime;
    artifact.resources = resources;
    Ok(())
}

/// Puts the reports of an evaluation, and the data sets of the lineage, beside the contract. Nothing is executed to
/// check them, and no file can contradict them.
pub fn report(evaluation: &Evaluation, lineage: &Lineage, artifact: &mut Artifact) {
    artifact.evaluation = evaluation.clone();
    artifact.datasets.extend(lineage.datasets.iter().cloned());
}

fn at(key: &str) -> Pointer {
    Pointer::root().join(key)
}

/// What a caller was told and cannot see in types.
fn merge_promises(merge: &mut Merge, signature: &mut Signature, declared: &Declared) {
    merge.fill(at("license"), &mut signature.license, declared.license.as_ref());
    merge.fill(at("architecture"), &mut signature.architecture, declared.architecture.as_ref());
    merge.fill(at("consumption"), &mut signature.consumption, declared.consumption.as_ref());
    merge_labels(merge, at("labels"), &mut signature.labels, declared.labels.as_ref());
    merge.flag(at("extensible_labels"), &mut signature.extensible_labels, declared.extensible_labels);
    let (assets, place) = (&mut signature.assets, at("assets"));
    merge.fill(place.join("preprocessing"), &mut assets.preprocessing, declared.preprocessing.as_ref());
    merge.fill(place.join("postprocessing"), &mut assets.postprocessing, declared.postprocessing.as_ref());
}

/// How calls are made.
fn merge_calling(merge: &mut Merge, signature: &mut Signature, declared: &Declared) {
    merge.fill(at("binding"), &mut signature.binding, declared.binding.as_ref());
    merge.fill(at("content"), &mut signature.content, declared.content.as_ref());
    merge.fill(at("stateful"), &mut signature.stateful, declared.stateful.as_ref());
    merge.fill(at("streaming"), &mut signature.streaming, declared.streaming.as_ref());
    merge.fill(at("max_batch"), &mut signature.max_batch, declared.max_batch.as_ref());
    merge.fill(at("context_length"), &mut signature.context_length, declared.context_length.as_ref());
    merge_entrypoints(merge, &mut signature.entrypoints, &declared.entrypoints);
    merge_params(merge, &mut signature.params, &declared.params);
}

fn merge_entrypoints(
    merge: &mut Merge,
    known: &mut BTreeMap<String, EntryPoint>,
    declared: &BTreeMap<String, EntryPoint>,
) {
    for (name, entrypoint) in declared {
        let place = at("entrypoints").join(name);
        if let Some(known) = known.get_mut(name) {
            merge.fill(place.join("takes"), &mut known.takes, entrypoint.takes.as_ref());
        } else {
            known.insert(name.clone(), entrypoint.clone());
            merge.declare(place);
        }
    }
}

fn merge_fields(merge: &mut Merge, signature: &mut Signature, declared: &Declared) {
    merge_side(merge, &at("inputs"), &mut signature.inputs, &declared.inputs);
    merge_side(merge, &at("outputs"), &mut signature.outputs, &declared.outputs);
    for (key, units) in &declared.units {
        let (known, name) = match key {
            FieldKey::Input(name) => (&mut signature.inputs, name),
            FieldKey::Output(name) => (&mut signature.outputs, name),
        };
        merge_units(merge, &key.pointer(), known, (name, units));
    }
}

fn merge_runtime(merge: &mut Merge, runtime: &mut Runtime, declared: &Declared) {
    let place = at("runtime");
    merge.fill(place.join("framework"), &mut runtime.framework, declared.runtime.framework.as_ref());
    merge.fill(place.join("accelerator"), &mut runtime.accelerator, declared.runtime.accelerator.as_ref());
    merge.entries(&place.join("min"), &mut runtime.min, &declared.runtime.min);
    merge.entries(&place.join("max"), &mut runtime.max, &declared.max_runtime);
}

fn merge_resources(merge: &mut Merge, resources: &mut Resources, declared: &Resources) {
    let Resources { memory_bytes, memory_tolerance } = declared;
    let place = at("resources");
    merge.fill(place.join("memory_bytes"), &mut resources.memory_bytes, memory_bytes.as_ref());
    merge.fill(place.join("memory_tolerance"), &mut resources.memory_tolerance, memory_tolerance.as_ref());
}
