//! `ModelProto` and `FunctionProto`: the file as a whole.

use std::collections::BTreeMap;

use registry_core::contract::artifact::OnnxFacts;
use registry_core::digest::Digest;

use super::canon::{Canon, Part};
use super::graph::{self, Ports};
use super::reading::{Reading, shown};
use super::wire::{Field, Message, TEXT_MAX};
use super::{default_domain, node};
use crate::error::FormatError;

/// Metadata is kept for people; what is longer than a page is left out.
const METADATA_VALUE_MAX: u64 = TEXT_MAX;
/// All of it together.
const METADATA_MAX: u64 = 1024 * 1024;
/// The functions of a model; exporters write one for every kind of layer.
const FUNCTIONS_MAX: usize = 100_000;
/// Operator sets; a model uses a handful.
const OPSETS_MAX: usize = 1000;

/// What a model says, before weights are told from inputs.
#[derive(Default)]
pub(super) struct Model {
    pub(super) facts: OnnxFacts,
    pub(super) ports: Ports,
    pub(super) metadata: BTreeMap<String, String>,
    has_ir_version: bool,
    graph: Option<(Part, u64)>,
    functions: Vec<Part>,
    producer: (String, String),
    metadata_size: u64,
}

/// Reads a model.
pub(super) fn read(reading: &mut Reading<'_>) -> Result<Model, FormatError> {
    let mut message = reading.wire.root();
    let mut model = Model::default();
    while let Some(field) = reading.next(&mut message)? {
        model.field(reading, &field)?;
    }
    let end = message.at();
    model.check(reading, end)?;
    let (name, version) = std::mem::take(&mut model.producer);
    let producer = format!("{name} {version}").trim().to_owned();
    model.facts.producer = Some(producer).filter(|producer| !producer.is_empty());
    Ok(model)
}

impl Model {
    fn field(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        match field.number {
            1 => {
                self.facts.ir_version = reading.wire.signed(field, "the IR version")?;
                self.has_ir_version = true;
            }
            2 => self.producer.0 = reading.wire.text(field, "the name of the producer")?,
            3 => self.producer.1 = reading.wire.text(field, "the version of the producer")?,
            5 => self.facts.model_version = Some(reading.wire.signed(field, "the version of the model")?),
            7 => self.root_graph(reading, field)?,
            8 => self.opset(reading, field)?,
            14 => self.metadata_entry(reading, field)?,
            20 => {
                reading.notices.insert("the graphs for training are not read".to_owned());
            }
            25 => self.function(reading, field)?,
            _ => {}
        }
        Ok(())
    }

    fn root_graph(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        if self.graph.is_some() {
            return Err(reading.wire.malformed(field.at, "one graph", "a second one"));
        }
        let message = reading.wire.message(field, "a graph")?;
        self.graph = Some((graph::root(reading, message, &mut self.ports)?, field.at));
        Ok(())
    }

    fn opset(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let (domain, version) = opset(reading, field)?;
        reading.keep(field.at, domain.len())?;
        if self.facts.opsets.len() == OPSETS_MAX {
            return Err(reading.wire.malformed(field.at, format!("at most {OPSETS_MAX} operator sets"), "one more"));
        }
        let known = self.facts.opsets.insert(domain.clone(), version).filter(|known| *known != version);
        if let Some(known) = known {
            let expected = format!("one version of the operator set {}", shown(&domain));
            return Err(reading.wire.malformed(field.at, expected, format!("{known} and {version}")));
        }
        Ok(())
    }

    /// Metadata never decides anything, so what is odd about it is left out and not refused.
    fn metadata_entry(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let span = reading.wire.span(field, "metadata")?;
        self.metadata_size = self.metadata_size.saturating_add(span.length);
        if span.length > METADATA_VALUE_MAX || self.metadata_size > METADATA_MAX {
            reading.notices.insert("long metadata is left out".to_owned());
            return Ok(());
        }
        let (key, value) = reading.entry(field, "metadata")?;
        self.metadata.insert(key, value);
        Ok(())
    }

    fn function(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        if self.functions.len() == FUNCTIONS_MAX {
            return Err(reading.wire.malformed(field.at, format!("at most {FUNCTIONS_MAX} functions"), "one more"));
        }
        let message = reading.wire.message(field, "a function")?;
        self.functions.push(function(reading, message)?);
        Ok(())
    }

    fn check(&self, reading: &Reading<'_>, end: u64) -> Result<(), FormatError> {
        let missing = |at, expected, found: &str| Err(reading.wire.malformed(at, expected, found));
        if !self.has_ir_version {
            return missing(end, "an IR version", "the end of the model");
        }
        let Some((_, graph)) = self.graph else {
            return missing(end, "a graph", "the end of the model");
        };
        if self.facts.ir_version >= 3 && self.facts.opsets.is_empty() {
            return missing(end, "an operator set, as IR version 3 and above need one", "the end of the model");
        }
        if self.ports.outputs.is_empty() {
            return missing(graph, "a graph with at least one output", "none");
        }
        Ok(())
    }

    /// The digest of graph and functions. A function is known by its name, so the order of functions means nothing.
    pub(super) fn graph_digest(&mut self) -> Option<Digest> {
        self.functions.sort_unstable();
        let (graph, _) = self.graph?;
        let mut canon = Canon::of("onnx graph");
        canon.raw(&graph);
        canon.parts(self.functions.iter());
        Some(Digest::from_bytes(canon.finish()))
    }
}

fn opset(reading: &mut Reading<'_>, field: &Field) -> Result<(String, i64), FormatError> {
    let mut message = reading.wire.message(field, "an operator set")?;
    let (mut domain, mut version) = (String::new(), 0);
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => domain = reading.wire.text(&field, "a domain")?,
            2 => version = reading.wire.signed(&field, "the version of an operator set")?,
            _ => {}
        }
    }
    Ok((default_domain(&domain).to_owned(), version))
}

/// A function; its weights go by its domain, name and overload.
fn function(reading: &mut Reading<'_>, mut message: Message) -> Result<Part, FormatError> {
    let (id, path) = function_id(reading, message)?;
    let mut ports = [Canon::of("inputs"), Canon::of("outputs"), Canon::of("attributes")];
    let [inputs, outputs, attributes] = &mut ports;
    let (mut nodes, mut count) = (Canon::of("nodes"), 0_u64);
    let (mut defaults, mut opsets) = (Canon::of("defaults"), BTreeMap::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            4 => inputs.text(&reading.wire.text(&field, "the name of a value")?),
            5 => outputs.text(&reading.wire.text(&field, "the name of a value")?),
            6 => attributes.text(&reading.wire.text(&field, "the name of an attribute")?),
            7 => {
                nodes.raw(&node::read(reading, &field, &path, count)?);
                count = count.saturating_add(1);
            }
            9 if opsets.len() < OPSETS_MAX => {
                let (domain, version) = opset(reading, &field)?;
                opsets.insert(domain, version);
            }
            11 => defaults.raw(&node::default_attribute(reading, &field, &path)?),
            _ => {}
        }
    }
    let mut function = Canon::of("function");
    for text in &id {
        function.text(text);
    }
    for part in ports.into_iter().chain([defaults, nodes]) {
        function.raw(&part.finish());
    }
    for (domain, version) in opsets {
        function.text(&domain);
        function.number(version.cast_unsigned());
    }
    Ok(function.finish())
}

/// Domain, name and overload of a function, and the path of its weights.
fn function_id(reading: &mut Reading<'_>, mut message: Message) -> Result<([String; 3], String), FormatError> {
    let (mut name, mut domain, mut overload) = (String::new(), String::new(), String::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => name = reading.wire.text(&field, "the name of a function")?,
            10 => domain = reading.wire.text(&field, "a domain")?,
            13 => overload = reading.wire.text(&field, "an overload")?,
            _ => {}
        }
    }
    let domain = default_domain(&domain).to_owned();
    let separator = if overload.is_empty() { "" } else { ":" };
    let path = format!("{domain}:{name}{separator}{overload}/");
    Ok(([domain, name, overload], path))
}
