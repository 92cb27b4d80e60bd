//! `GraphProto`: the values that go in and out, the weights, and the description of the graph.
//!
//! The description holds what is computed: operators with their attributes and the names of the values between them, in
//! order. It leaves out what is written for people (names of nodes, documentation, metadata), what the signature holds
//! (inputs and outputs of the graph itself), what the weights hold (payloads of tensors), and what follows from the rest
//! (types of intermediate values).

use registry_core::contract::Field;

use super::canon::{Canon, Part};
use super::node;
use super::reading::Reading;
use super::tensors::{self, Slot};
use super::types;
use super::wire::{Field as WireField, Message};
use crate::error::FormatError;

/// Memory for one input or output beside its texts and axes, which are counted where they are read.
const PORT_SIZE: usize = 2 * size_of::<Port>();

/// One input or output of the graph.
pub(super) struct Port {
    pub(super) name: String,
    pub(super) field: Field,
    /// Where it was announced.
    pub(super) at: u64,
}

/// The inputs and outputs of the graph itself, in the order of the file.
#[derive(Default)]
pub(super) struct Ports {
    pub(super) inputs: Vec<Port>,
    pub(super) outputs: Vec<Port>,
}

/// Reads the graph of a model.
pub(super) fn root(reading: &mut Reading<'_>, mut message: Message, ports: &mut Ports) -> Result<Part, FormatError> {
    let mut body = Body::new("");
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            11 => ports.inputs.push(port(reading, &field, "an input")?),
            12 => ports.outputs.push(port(reading, &field, "an output")?),
            _ => body.read(reading, &field)?,
        }
    }
    Ok(body.finish())
}

/// Reads a graph inside an attribute; the weights in it go by `path` and their own name.
pub(super) fn nested(reading: &mut Reading<'_>, mut message: Message, path: &str) -> Result<Part, FormatError> {
    let mut body = Body::new(path);
    let (mut inputs, mut outputs) = (Canon::of("inputs"), Canon::of("outputs"));
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            11 => inputs.text(&name_of(reading, &field)?),
            12 => outputs.text(&name_of(reading, &field)?),
            _ => body.read(reading, &field)?,
        }
    }
    let mut graph = Canon::of("subgraph");
    for part in [inputs.finish(), outputs.finish(), body.finish()] {
        graph.raw(&part);
    }
    Ok(graph.finish())
}

/// Nodes and initializers: what every graph has.
struct Body<'p> {
    path: &'p str,
    nodes: Canon,
    count: u64,
}

impl<'p> Body<'p> {
    fn new(path: &'p str) -> Self {
        Self { path, nodes: Canon::of("nodes"), count: 0 }
    }

    fn read(&mut self, reading: &mut Reading<'_>, field: &WireField) -> Result<(), FormatError> {
        match field.number {
            1 => {
                let node = node::read(reading, field, self.path, self.count)?;
                self.nodes.raw(&node);
                self.count = self.count.saturating_add(1);
            }
            5 => drop(tensors::dense(reading, field, Slot::Initializer(self.path))?),
            15 => drop(tensors::sparse(reading, field, Slot::Initializer(self.path))?),
            _ => {}
        }
        Ok(())
    }

    fn finish(self) -> Part {
        self.nodes.finish()
    }
}

/// A `ValueInfoProto` with name and type.
fn port(reading: &mut Reading<'_>, announced: &WireField, what: &str) -> Result<Port, FormatError> {
    let mut message = reading.wire.message(announced, what)?;
    let (mut name, mut value) = (String::new(), None);
    reading.keep(announced.at, PORT_SIZE)?;
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => name = reading.wire.text(&field, "the name of a value")?,
            2 if value.is_some() => {
                return Err(reading.wire.malformed(field.at, "one type", "a second one"));
            }
            2 => {
                let nested = reading.wire.message(&field, "a type")?;
                value = Some(types::read(reading, nested, field.at)?);
            }
            _ => {}
        }
    }
    if name.is_empty() {
        return Err(reading.wire.malformed(announced.at, format!("{what} with a name"), "one without"));
    }
    let Some(field) = value else {
        let found = format!("{} without", super::reading::shown(&name));
        return Err(reading.wire.malformed(announced.at, format!("{what} with a type"), found));
    };
    reading.keep(announced.at, name.len().saturating_mul(2))?;
    Ok(Port { name, field, at: announced.at })
}

/// The name of a `ValueInfoProto`; inside a subgraph the types follow from the rest.
fn name_of(reading: &mut Reading<'_>, field: &WireField) -> Result<String, FormatError> {
    let mut message = reading.wire.message(field, "a value")?;
    let mut name = String::new();
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 1 {
            name = reading.wire.text(&field, "the name of a value")?;
        }
    }
    Ok(name)
}
