//! What a server finds wrong with a request, and a consumer with a response.

use std::collections::{BTreeMap, BTreeSet};

use registry_core::contract::signature::Content;
use registry_core::contract::{Dim, Dtype, Field, Kind, Pointer, Signature, Size};

use super::calls::{
    Arguments, Request, Response, Sent, Sizes, in_order, is_positional, lies_in, root, shared_symbols, takes,
};

/// Why a request is refused or a response cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    Missing(Pointer),
    Unknown(String),
    Null(Pointer),
    Type(Pointer),
    Rank(Pointer),
    /// The axis is fixed to another size, or the size lies outside the bounds.
    Size(Pointer),
    /// The axis differs from another one of the same symbol.
    Unequal(Pointer, String),
    Element(Pointer),
    Label(Pointer),
}

/// Finds the faults of values against the signature of whoever receives them.
struct Receiver<'a> {
    names: BTreeSet<&'a str>,
    sizes: Sizes,
    accepts: fn(sent: Dtype, received: Dtype) -> bool,
    /// Axes of which nobody relies on the symbol.
    loose: BTreeSet<Pointer>,
    faults: Vec<Fault>,
}

/// A server widens numbers without loss and rounds decimals.
fn server_accepts(sent: Dtype, received: Dtype) -> bool {
    sent == received || sent.is_narrower_than(received) || (sent.is_float() && received.is_narrower_than(sent))
}

/// A reader of JSON reads any subset of the values it knows; decimals have no width.
fn reader_accepts(sent: Dtype, received: Dtype) -> bool {
    sent == received
        || sent.is_narrower_than(received)
        || (sent.is_float() && received.is_narrower_than(sent) && received.is_float())
}

impl<'a> Receiver<'a> {
    fn new(signature: &'a Signature, accepts: fn(Dtype, Dtype) -> bool) -> Self {
        Self {
            names: shared_symbols(signature),
            sizes: Sizes::new(),
            accepts,
            loose: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    fn value(&mut self, place: &Pointer, field: &Field, sent: &Sent) {
        match (&field.kind, sent) {
            (_, Sent::Null) if field.nullable => {}
            (_, Sent::Null) => self.faults.push(Fault::Null(place.clone())),
            (Kind::Tensor { dtype, shape }, Sent::Tensor { dtype: given, shape: sizes, element }) => {
                if !(self.accepts)(*given, *dtype) {
                    self.faults.push(Fault::Type(place.join("dtype")));
                }
                self.shape(&place.join("shape"), shape.as_deref(), sizes);
                let in_categories = field.categories.as_ref().is_none_or(|known| known.contains(element));
                if !in_categories || !field.range.is_none_or(|range| lies_in(range, element)) {
                    self.faults.push(Fault::Element(place.join("range")));
                }
            }
            (Kind::List(element), Sent::List(elements)) => {
                for sent in elements {
                    self.value(&place.join("list"), element, sent);
                }
            }
            (Kind::Map { key, value }, Sent::Map(given, values)) if key == given => {
                for sent in values {
                    self.value(&place.join("map").join("value"), value, sent);
                }
            }
            (Kind::Object(properties), Sent::Object(sent)) => {
                self.properties(&place.join("object"), properties, sent);
            }
            (Kind::Opaque(name), Sent::Opaque(given)) if name == given => {}
            _ => self.faults.push(Fault::Type(place.clone())),
        }
    }

    /// Unknown names are ignored here.
    fn properties(&mut self, place: &Pointer, known: &BTreeMap<String, Field>, sent: &BTreeMap<String, Sent>) {
        for (name, field) in known {
            let place = place.join(name);
            match std::iter::once(name).chain(&field.alias_of).find_map(|name| sent.get(name)) {
                Some(value) => self.value(&place, field, value),
                None if field.is_omittable() => {}
                None => self.faults.push(Fault::Missing(place)),
            }
        }
    }

    fn shape(&mut self, place: &Pointer, dims: Option<&[Dim]>, sizes: &[u64]) {
        let Some(dims) = dims else { return };
        if dims.len() != sizes.len() {
            return self.faults.push(Fault::Rank(place.clone()));
        }
        for (axis, (dim, size)) in dims.iter().zip(sizes).enumerate() {
            self.axis(place.join(axis), dim, *size);
        }
    }

    fn axis(&mut self, place: Pointer, dim: &Dim, size: u64) {
        let fits = match &dim.size {
            Size::Fixed(fixed) => *fixed == size,
            Size::Symbol(_) | Size::Any => dim.bounds.contains(size),
        };
        if !fits {
            self.faults.push(Fault::Size(place.clone()));
        }
        if let Size::Symbol(name) = &dim.size
            && self.names.contains(name.as_str())
            && !self.loose.contains(&place)
            && *self.sizes.entry(name.clone()).or_insert(size) != size
        {
            self.faults.push(Fault::Unequal(place, name.clone()));
        }
    }
}

/// What the signature finds wrong with the request, and the sizes that the request gives its symbols.
pub(crate) fn receive(signature: &Signature, request: &Request) -> (Vec<Fault>, Sizes) {
    let mut server = Receiver::new(signature, server_accepts);
    match &request.arguments {
        Arguments::ByName(sent) => {
            server.properties(&root("inputs"), &signature.inputs, sent);
            if signature.content == Some(Content::Closed) {
                let knows = |name: &String| {
                    signature.inputs.iter().any(|(known, field)| known == name || field.alias_of.contains(name))
                };
                server.faults.extend(sent.keys().filter(|name| !knows(name)).cloned().map(Fault::Unknown));
            }
        }
        Arguments::ByPosition(sent) => {
            let ordered = in_order(&signature.inputs);
            for (index, (name, field)) in ordered.iter().enumerate() {
                let place = root("inputs").join(name);
                match sent.get(index) {
                    Some(value) => server.value(&place, field, value),
                    None if field.is_omittable() => {}
                    None => server.faults.push(Fault::Missing(place)),
                }
            }
            let surplus = (ordered.len()..sent.len()).map(|index| Fault::Unknown(index.to_string()));
            server.faults.extend(surplus);
        }
    }
    for (name, (dtype, list, value)) in &request.params {
        let place = root("params").join(name);
        match signature.params.get(name) {
            None => server.faults.push(Fault::Unknown(name.clone())),
            Some(param) if param.list != *list || !server_accepts(*dtype, param.dtype) => {
                server.faults.push(Fault::Type(place));
            }
            Some(param) if !takes(param, value) => server.faults.push(Fault::Element(place)),
            Some(_) => {}
        }
    }
    (server.faults, server.sizes)
}

/// What a consumer of the signature cannot read in the response to a request; of the axes in `loose` it does not rely
/// on the symbol.
pub(crate) fn read(signature: &Signature, sizes: &Sizes, response: &Response, loose: BTreeSet<Pointer>) -> Vec<Fault> {
    let mut reader = Receiver::new(signature, reader_accepts);
    reader.sizes = sizes.clone();
    reader.loose = loose;
    let ordered = in_order(&signature.outputs);
    if is_positional(signature) && ordered.len() != response.outputs.len() {
        return vec![Fault::Missing(root("outputs"))];
    }
    for (index, (name, field)) in ordered.iter().enumerate() {
        let place = root("outputs").join(name);
        for name in field.alias_of.iter().chain([*name]) {
            let emitted = if is_positional(signature) {
                response.outputs.get(index)
            } else {
                response.outputs.iter().find(|(names, _)| names.contains(name))
            };
            match emitted {
                Some((_, Some(value))) => reader.value(&place, field, value),
                Some((_, None)) if field.optional => {}
                _ => reader.faults.push(Fault::Missing(place.clone())),
            }
        }
    }
    if let (Some(labels), Some((index, label))) = (&signature.labels, &response.class) {
        let understood = match labels.get(*index) {
            Some(known) => known.is_same_class(label),
            None => signature.extensible_labels,
        };
        if !understood {
            reader.faults.push(Fault::Label(root("labels")));
        }
    }
    reader.faults
}
