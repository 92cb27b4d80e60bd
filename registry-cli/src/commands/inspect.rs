//! `registry inspect`: the contract that is read out of model files.

use std::process::ExitCode;

use registry_core::canonical::value_of;
use registry_core::contract::artifact::{FullMetric, Golden};
use registry_core::contract::{Artifact, Contract as _, Field, Signature};
use registry_core::hazard::Hazard;
use registry_formats::{EXTRACTOR, Extraction};
use serde_json::json;

use crate::args::{Format, Inspect};
use crate::error::CliError;
use crate::files::Bundle;
use crate::output::{FINE, Output, QUIET, notice, safe, styled};

/// The most rows of a list that are shown; JSON has all of them.
const MAX_ROWS: usize = 12;

pub(super) fn run(args: &Inspect, out: &mut Output) -> Result<ExitCode, CliError> {
    let bundle = Bundle::find(&args.files)?;
    let hazards = bundle.warn_of_hazards()?;
    let extraction = bundle.read(args.digests)?;
    for remark in &extraction.notices {
        notice(remark);
    }
    match args.output {
        Format::Json => out.json(&as_json(&extraction, &hazards))?,
        Format::Table => print(&extraction, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn as_json(extraction: &Extraction, hazards: &[Hazard]) -> serde_json::Value {
    let mut shown = json!({
        "extractor": EXTRACTOR,
        "contract": extraction.signature,
        "contract_digest": extraction.signature.digest(),
        "artifact": extraction.artifact,
        "notices": extraction.notices,
    });
    if !hazards.is_empty() {
        shown["unsafe"] = json!(hazards);
    }
    shown
}

fn print(extraction: &Extraction, out: &mut Output) -> Result<(), CliError> {
    let Extraction { signature, artifact, .. } = extraction;
    let format = artifact.format.as_deref().unwrap_or("no model file");
    out.line(format!("{}  contract {}", styled(FINE, safe(format)), signature.digest()))?;
    fields("inputs", signature.inputs.iter(), out)?;
    fields("outputs", signature.outputs.iter(), out)?;
    section(
        "params",
        signature
            .params
            .iter()
            .map(|(name, param)| (name.clone(), format!("{}, default {}", param.dtype, param.default))),
        out,
    )?;
    section("labels", labels(signature), out)?;
    section("facts", facts(signature), out)?;
    section("evaluation", evaluation(artifact), out)?;
    section("weights", weights(artifact), out)?;
    section("runtime", runtime(artifact), out)?;
    section("metadata", artifact.metadata.iter().map(|(name, value)| (name.clone(), value.clone())), out)
}

fn fields<'a>(
    title: &str,
    fields: impl Iterator<Item = (&'a String, &'a Field)>,
    out: &mut Output,
) -> Result<(), CliError> {
    let mut fields: Vec<_> = fields.collect();
    fields.sort_by_key(|(_, field)| field.position.unwrap_or(u32::MAX));
    section(title, fields.into_iter().map(|(name, field)| (name.clone(), field_line(field))), out)
}

fn field_line(field: &Field) -> String {
    let mut parts = vec![field.to_string()];
    match &field.default {
        Some(default) => parts.push(format!("default {default}")),
        None if field.optional => parts.push("optional".to_owned()),
        None => {}
    }
    parts.extend(field.nullable.then(|| "nullable".to_owned()));
    parts.extend(field.semantics.iter().map(|(aspect, text)| format!("{} {text}", aspect.as_str())));
    parts.join(", ")
}

fn labels(signature: &Signature) -> impl Iterator<Item = (String, String)> {
    let labels = signature.labels.iter().flatten().enumerate();
    labels.map(|(index, label)| (index.to_string(), label.text().to_owned()))
}

fn facts(signature: &Signature) -> impl Iterator<Item = (String, String)> {
    let tokenizer = signature.assets.tokenizer.as_ref().map(|tokenizer| {
        let size = tokenizer.vocab.as_ref().map(|vocab| format!(", {} tokens", vocab.size)).unwrap_or_default();
        format!("{}{size}", tokenizer.kind)
    });
    let facts = [
        ("license", signature.license.clone()),
        ("context length", signature.context_length.map(|length| length.to_string())),
        ("max batch", signature.max_batch.map(|batch| batch.to_string())),
        ("consumption", signature.consumption.map(|consumption| word(&consumption))),
        ("stateful", signature.stateful.clone()),
        ("tokenizer", tokenizer),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)))
}

/// A value in the spelling that JSON has.
fn word(value: &impl serde::Serialize) -> String {
    value_of(value).as_str().unwrap_or_default().to_owned()
}

fn evaluation(artifact: &Artifact) -> Vec<(String, String)> {
    let metrics = artifact.evaluation.metrics.iter().map(|(name, metric)| {
        let FullMetric { value, tolerance, higher_is_better } = metric.full();
        let better = if higher_is_better { "higher" } else { "lower" };
        (name.clone(), format!("{value}, tolerance {tolerance}, {better} is better"))
    });
    let golden = artifact.evaluation.golden.iter().map(|golden| {
        let Golden { inputs_sha256, outputs, tolerance } = golden;
        (
            "golden".to_owned(),
            format!("{} outputs, tolerance {tolerance}, for the inputs {inputs_sha256}", outputs.len()),
        )
    });
    metrics.chain(golden).collect()
}

fn weights(artifact: &Artifact) -> impl Iterator<Item = (String, String)> {
    let weights = &artifact.weights;
    let dtypes: Vec<&str> = weights.dtypes.iter().map(|dtype| dtype.as_str()).collect();
    let rows = [
        ("tensors", Some(weights.tensors.len().to_string()).filter(|_| !weights.tensors.is_empty())),
        ("dtypes", Some(dtypes.join(", ")).filter(|_| !weights.dtypes.is_empty())),
        ("digest", weights.digest.map(|digest| digest.to_string())),
        ("content", artifact.content.map(|digest| digest.to_string())),
    ];
    rows.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)))
}

fn runtime(artifact: &Artifact) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    if let Some(onnx) = &artifact.onnx {
        rows.push(("onnx ir".to_owned(), onnx.ir_version.to_string()));
        let opset = |(domain, version): (&String, &i64)| (format!("opset {domain}"), version.to_string());
        rows.extend(onnx.opsets.iter().map(opset));
        rows.extend(onnx.producer.iter().map(|producer| ("producer".to_owned(), producer.clone())));
    }
    rows.extend(artifact.runtime.framework.iter().map(|name| ("framework".to_owned(), name.clone())));
    rows.extend(artifact.runtime.min.iter().map(|(name, version)| (name.clone(), format!("{version} or newer"))));
    rows
}

/// A titled list; nothing when it is empty.
fn section(title: &str, rows: impl IntoIterator<Item = (String, String)>, out: &mut Output) -> Result<(), CliError> {
    let rows: Vec<(String, String)> = rows.into_iter().map(|(name, value)| (safe(&name), safe(&value))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    out.line("")?;
    out.line(styled(QUIET, title))?;
    let width = rows.iter().take(MAX_ROWS).map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    for (name, value) in rows.iter().take(MAX_ROWS) {
        out.line(format!("  {name:width$}  {value}"))?;
    }
    if rows.len() > MAX_ROWS {
        out.line(format!("  … and {} more; -o json lists them", rows.len() - MAX_ROWS))?;
    }
    Ok(())
}
