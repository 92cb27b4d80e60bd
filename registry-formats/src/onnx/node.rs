//! `NodeProto` and `AttributeProto`: one step of a graph, and the weights that stand in its attributes.
//!
//! A node is walked twice, because fields may come in any order and the name of a weight needs the output of its node:
//! once over the heads, with the attributes skipped, and once over the attributes.

use registry_core::canonical;
use registry_core::contract::Dtype;

use super::canon::{Canon, Part};
use super::reading::Reading;
use super::tensors::{self, Slot};
use super::wire::{Field, Message};
use super::{default_domain, graph, types};
use crate::error::FormatError;

/// The attributes of one node; an operator has some tens at most.
const ATTRIBUTES_MAX: usize = 4096;

struct Head {
    op_type: String,
    domain: String,
    overload: String,
    inputs: Part,
    outputs: Part,
    /// The first output that has a name: unique in its graph.
    output: Option<String>,
}

/// Where an attribute stands.
struct Place<'p> {
    /// The path of the graph.
    path: &'p str,
    /// What the node is called in paths.
    node: &'p str,
    /// Whether the node stands for its own attribute.
    is_constant: bool,
}

/// Reads one node, and answers its description.
pub(super) fn read(reading: &mut Reading<'_>, field: &Field, path: &str, index: u64) -> Result<Part, FormatError> {
    let mut message = reading.wire.message(field, "a node")?;
    let head = head(reading, message)?;
    let name = head.output.unwrap_or_else(|| format!("node {index}"));
    let is_constant = head.op_type == "Constant" && head.domain == default_domain("");
    let place = Place { path, node: &name, is_constant };
    let mut attributes = Vec::new();
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 5 {
            if attributes.len() == ATTRIBUTES_MAX {
                return Err(reading.wire.malformed(
                    field.at,
                    format!("at most {ATTRIBUTES_MAX} attributes"),
                    "one more",
                ));
            }
            attributes.push(attribute(reading, &field, &place)?);
        }
    }
    // The order of the attributes means nothing.
    attributes.sort_unstable();
    let mut node = Canon::of("node");
    for text in [&head.op_type, &head.domain, &head.overload] {
        node.text(text);
    }
    node.raw(&head.inputs);
    node.raw(&head.outputs);
    node.parts(attributes.iter());
    Ok(node.finish())
}

fn head(reading: &mut Reading<'_>, mut message: Message) -> Result<Head, FormatError> {
    let (mut inputs, mut outputs) = (Canon::of("inputs"), Canon::of("outputs"));
    let (mut op_type, mut domain, mut overload) = (String::new(), String::new(), String::new());
    let mut output = None;
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => inputs.text(&reading.wire.text(&field, "the name of a value")?),
            2 => {
                let name = reading.wire.text(&field, "the name of a value")?;
                outputs.text(&name);
                output = output.or(Some(name).filter(|name| !name.is_empty()));
            }
            4 => op_type = reading.wire.text(&field, "an operator")?,
            7 => domain = reading.wire.text(&field, "a domain")?,
            8 => overload = reading.wire.text(&field, "an overload")?,
            _ => {}
        }
    }
    let domain = default_domain(&domain).to_owned();
    Ok(Head { op_type, domain, overload, inputs: inputs.finish(), outputs: outputs.finish(), output })
}

/// Reads the defaults of the attributes of a function.
pub(super) fn default_attribute(reading: &mut Reading<'_>, field: &Field, path: &str) -> Result<Part, FormatError> {
    attribute(reading, field, &Place { path, node: "attributes", is_constant: false })
}

fn attribute(reading: &mut Reading<'_>, field: &Field, place: &Place<'_>) -> Result<Part, FormatError> {
    let mut message = reading.wire.message(field, "an attribute")?;
    let name = attribute_name(reading, message)?;
    let mut value = Value::new(&name, place);
    let (mut kind, mut reference) = (0, String::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            20 => kind = reading.wire.unsigned(&field, "the type of an attribute")?,
            21 => reference = reading.wire.text(&field, "the name of an attribute")?,
            _ => value.read(reading, &field)?,
        }
    }
    let mut attribute = Canon::of("attribute");
    attribute.text(&name);
    attribute.number(kind);
    attribute.text(&reference);
    for part in [value.floats, value.integers, value.others] {
        attribute.raw(&part.finish());
    }
    Ok(attribute.finish())
}

fn attribute_name(reading: &mut Reading<'_>, mut message: Message) -> Result<String, FormatError> {
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 1 {
            return reading.wire.text(&field, "the name of an attribute");
        }
    }
    Ok(String::new())
}

/// The value of an attribute while it is described.
struct Value<'v> {
    name: &'v str,
    place: &'v Place<'v>,
    /// Numbers stand apart: packed or one by one, they are the same list.
    floats: Canon,
    integers: Canon,
    others: Canon,
    /// How many graphs or tensors of a list came before.
    lists: u64,
}

impl<'v> Value<'v> {
    fn new(name: &'v str, place: &'v Place<'v>) -> Self {
        let [floats, integers, others] = ["floats", "integers", "others"].map(Canon::of);
        Self { name, place, floats, integers, others, lists: 0 }
    }

    fn read(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let canon = &mut self.others;
        match field.number {
            2 | 7 => reading.wire.each_fixed(field, 4, "floats", &mut |bytes| self.floats.raw(bytes)),
            3 | 8 => reading.wire.each_varint(field, "integers", &mut |integer| self.integers.number(integer)),
            4 | 9 => {
                let span = reading.wire.span(field, "a text")?;
                canon.number(4);
                canon.number(span.length);
                reading.wire.feed(span, &mut |bytes| canon.raw(bytes))
            }
            5 | 10 => self.tensor(reading, field),
            22 | 23 => self.sparse_tensor(reading, field),
            6 | 11 => self.graph(reading, field),
            14 | 15 => {
                let nested = reading.wire.message(field, "a type")?;
                let value = types::read(reading, nested, field.at)?;
                canon.number(14);
                canon.raw(canonical::digest(&canonical::value_of(&value)).as_bytes());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What a graph or tensor of this attribute is called behind the path of the graph.
    fn name(&mut self, is_list: bool) -> String {
        let Place { node, is_constant, .. } = self.place;
        let name = self.name;
        if is_list {
            let index = self.lists;
            self.lists = index.saturating_add(1);
            return format!("{node}/{name}/{index}");
        }
        let is_node = *is_constant && matches!(name, "value" | "sparse_value");
        if is_node { (*node).to_owned() } else { format!("{node}/{name}") }
    }

    fn tensor(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let slot = Slot::Attribute(self.name(field.number == 10), self.place.path);
        let header = tensors::dense(reading, field, slot)?;
        self.describe(5, header.dtype, &header.dims);
        Ok(())
    }

    fn sparse_tensor(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let slot = Slot::Attribute(self.name(field.number == 23), self.place.path);
        let tensor = tensors::sparse(reading, field, slot)?;
        self.describe(22, tensor.dtype, &tensor.shape);
        Ok(())
    }

    /// A tensor is described by type and shape; its payload belongs to the weights.
    fn describe(&mut self, kind: u64, dtype: Dtype, shape: &[u64]) {
        self.others.number(kind);
        self.others.text(dtype.as_str());
        self.others.number(u64::try_from(shape.len()).unwrap_or(u64::MAX));
        for size in shape {
            self.others.number(*size);
        }
    }

    fn graph(&mut self, reading: &mut Reading<'_>, field: &Field) -> Result<(), FormatError> {
        let path = format!("{}{}/", self.place.path, self.name(field.number == 11));
        let message = reading.wire.message(field, "a graph")?;
        let graph = graph::nested(reading, message, &path)?;
        self.others.number(6);
        self.others.raw(&graph);
        Ok(())
    }
}
