//! ONNX: a model as one protobuf message, with weights inside it or in files beside it.
//!
//! The file is walked once, from front to back, and payloads of tensors are skipped by their length: the memory is
//! bounded, and so is what is read of a file of any size.

mod canon;
mod external;
mod graph;
mod model;
mod node;
mod payload;
mod reading;
mod sniff;
mod tensors;
mod types;
mod wire;

use std::collections::{BTreeMap, BTreeSet};

use registry_core::contract::{Artifact, Field, Signature};

pub(crate) use sniff::looks_like;

use self::external::External;
use self::graph::{Port, Ports};
use self::reading::{Reading, shown};
use self::wire::Wire;
use crate::bundle::{Extraction, NamedFile, ReadOptions};
use crate::error::FormatError;

/// From this IR version on, an initializer with the name of an input is a default that callers may override.
const IR_WITH_DEFAULTS: i64 = 4;

/// Reads the contract of an ONNX model. The files are those of its bundle, in which weights may stand; the paths of
/// those in which they do come beside the contract.
pub(crate) fn read<'a>(
    file: NamedFile<'a>,
    files: &'a [NamedFile<'a>],
    options: &ReadOptions,
) -> Result<(Extraction, BTreeSet<&'a str>), FormatError> {
    let external = External::new(file.path, files);
    let mut reading = Reading::new(Wire::open(file)?, external, options.digests);
    let mut model = model::read(&mut reading)?;
    let graph = model.graph_digest();
    let signature = signature(&reading, std::mem::take(&mut model.ports), model.facts.ir_version)?;
    model.facts.external_data = reading.has_external_data;
    let artifact = Artifact {
        format: Some("onnx".to_owned()),
        graph,
        weights: reading.weights.finish(options.digests),
        onnx: Some(model.facts),
        metadata: model.metadata,
        ..Artifact::default()
    };
    let notices = reading.notices.into_iter().collect();
    Ok((Extraction { signature, artifact, notices }, reading.external.named()))
}

/// The operator domain as it is compared: the default one has two spellings.
fn default_domain(domain: &str) -> &str {
    if domain.is_empty() { "ai.onnx" } else { domain }
}

fn signature(reading: &Reading<'_>, ports: Ports, ir_version: i64) -> Result<Signature, FormatError> {
    let inputs = by_name(reading, ports.inputs, "input", &|port| {
        let has_default = reading.weights.has(&port.name);
        // Before there were defaults, every weight had to be listed as an input too.
        (!has_default || ir_version >= IR_WITH_DEFAULTS).then_some(Field { optional: has_default, ..port.field })
    })?;
    let outputs = by_name(reading, ports.outputs, "output", &|port| Some(port.field))?;
    Ok(Signature { inputs, outputs, ..Signature::default() })
}

/// Fields by name, with positions counted over those that stay.
fn by_name(
    reading: &Reading<'_>,
    ports: Vec<Port>,
    what: &str,
    keep: &dyn Fn(Port) -> Option<Field>,
) -> Result<BTreeMap<String, Field>, FormatError> {
    let mut fields: BTreeMap<String, Option<Field>> = BTreeMap::new();
    let mut position = 0_u32;
    for port in ports {
        let (name, at) = (port.name.clone(), port.at);
        if fields.contains_key(&name) {
            let found = format!("a second {what} {}", shown(&name));
            return Err(reading.wire.malformed(at, format!("{what}s with names of their own"), found));
        }
        let field = keep(port).map(|field| field.at(position));
        position = position.saturating_add(u32::from(field.is_some()));
        fields.insert(name, field);
    }
    Ok(fields.into_iter().filter_map(|(name, field)| Some((name, field?))).collect())
}
