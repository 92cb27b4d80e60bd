//! Witnesses: a request that passes today and fails tomorrow, or an answer that today's readers cannot read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::dim::{Dim, Size};
use super::super::dtype::Dtype;
use super::super::{Field, Kind};

/// Picks a size for every axis: fixed sizes as they are, one size for each symbol, another for each unnamed axis.
#[derive(Default)]
pub(super) struct Sampler<'a> {
    names: BTreeMap<&'a str, u64>,
    used: u64,
}

impl<'a> Sampler<'a> {
    pub(super) fn shape(&mut self, dims: &'a [Dim]) -> Vec<u64> {
        dims.iter().map(|dim| self.size(dim)).collect()
    }

    fn size(&mut self, dim: &'a Dim) -> u64 {
        match &dim.size {
            Size::Fixed(size) => *size,
            Size::Any => self.fresh(dim),
            Size::Symbol(name) => {
                if let Some(size) = self.names.get(name.as_str()) {
                    return *size;
                }
                let size = self.fresh(dim);
                self.names.insert(name, size);
                size
            }
        }
    }

    fn fresh(&mut self, dim: &Dim) -> u64 {
        self.used += 1;
        // Starts at 2, because a size of 1 passes too many checks by broadcasting.
        let size = (self.used + 1).max(dim.bounds.min);
        dim.bounds.max.map_or(size, |max| size.min(max))
    }
}

fn named(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value)]))
}

/// A tensor of this name, type and shape.
pub(super) fn tensor(name: &str, dtype: Dtype, shape: &[u64]) -> Value {
    named(name, json!({"dtype": dtype.as_str(), "shape": shape}))
}

/// A value that the field takes.
pub(super) fn sample(name: &str, field: &Field) -> Value {
    match &field.kind {
        Kind::Tensor { dtype, shape } => {
            tensor(name, *dtype, &Sampler::default().shape(shape.as_deref().unwrap_or_default()))
        }
        _ => named(name, Value::String(field.to_string())),
    }
}

/// A request with this value.
pub(super) fn with_value(name: &str, value: &Value) -> Value {
    named(name, value.clone())
}

/// A request or an answer in which the value is null.
pub(super) fn null(name: &str) -> Value {
    named(name, Value::Null)
}

/// A request that leaves the input out.
pub(super) fn without(name: &str) -> Value {
    json!({"without": name})
}
