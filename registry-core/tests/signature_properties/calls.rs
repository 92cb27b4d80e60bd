//! Calls, written from the description of the type system and not from the differ: which requests a signature takes,
//! which responses it gives, and which of them a consumer of another signature can read.
//!
//! The profile is JSON: unknown fields are ignored unless the content is closed, numbers are coerced without loss, and
//! decimals are rounded to the float type of the model. Requests hold only names that the old signature knows.

use std::collections::{BTreeMap, BTreeSet};

use registry_core::contract::field::{Interval, Label};
use registry_core::contract::signature::{Binding, Param};
use registry_core::contract::{Bounds, Dim, Dtype, Field, Kind, Pointer, Signature, Size};
use serde_json::{Value, json};

/// One value, as it is sent or received.
#[derive(Debug, Clone)]
pub(crate) enum Sent {
    Null,
    Tensor { dtype: Dtype, shape: Vec<u64>, element: Value },
    List(Vec<Self>),
    Map(Dtype, Vec<Self>),
    Object(BTreeMap<String, Self>),
    Opaque(String),
}

#[derive(Debug, Clone)]
pub(crate) enum Arguments {
    ByName(BTreeMap<String, Sent>),
    ByPosition(Vec<Sent>),
}

#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) arguments: Arguments,
    pub(crate) params: BTreeMap<String, (Dtype, bool, Value)>,
}

/// One output of a response: the names it is emitted under, and its value unless it is absent.
pub(crate) type Emitted = (BTreeSet<String>, Option<Sent>);

#[derive(Debug, Clone)]
pub(crate) struct Response {
    pub(crate) outputs: Vec<Emitted>,
    /// The index of the class that was found, and what it means.
    pub(crate) class: Option<(usize, Label)>,
}

/// The size that each symbol has in one call.
pub(crate) type Sizes = BTreeMap<String, u64>;

/// Numbers that a seed determines.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// `SplitMix64` (Steele, Lea and Flood, 2014).
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn coin(&mut self) -> bool {
        self.roll(2) == 0
    }

    fn pick<'a, V>(&mut self, from: &'a [V]) -> Option<&'a V> {
        let sides = u64::try_from(from.len()).ok().filter(|sides| *sides > 0)?;
        from.get(usize::try_from(self.roll(sides)).ok()?)
    }

    fn size(&mut self, bounds: Bounds) -> u64 {
        let size = bounds.min + self.roll(5);
        bounds.max.map_or(size, |max| size.min(max))
    }
}

pub(crate) fn root(side: &str) -> Pointer {
    Pointer::root().join(side)
}

/// The fields in the order in which callers bind them.
pub(crate) fn in_order(fields: &BTreeMap<String, Field>) -> Vec<(&String, &Field)> {
    let mut ordered: Vec<_> = fields.iter().collect();
    ordered.sort_by_key(|(_, field)| field.position.unwrap_or(u32::MAX));
    ordered
}

pub(crate) fn is_positional(signature: &Signature) -> bool {
    signature.binding == Some(Binding::Position)
}

/// Whether a request leaves out, nulls and empties what it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completeness {
    Any,
    /// Every input is there, so that every symbol of the inputs has a size.
    Complete,
}

/// Samples values of one signature.
struct Sampler<'a> {
    signature: &'a Signature,
    dice: Dice,
    completeness: Completeness,
    /// Symbols that stand at least twice.
    names: BTreeSet<&'a str>,
    /// What all places of a symbol allow together.
    bounds: BTreeMap<&'a str, Bounds>,
    sizes: Sizes,
}

/// The symbols that mean something: one that stands once is any size.
pub(crate) fn shared_symbols(signature: &Signature) -> BTreeSet<&str> {
    signature.symbol_uses().into_iter().filter(|(_, uses)| *uses > 1).map(|(name, _)| name).collect()
}

fn for_each_dim<'a>(field: &'a Field, visit: &mut dyn FnMut(&'a Dim)) {
    match &field.kind {
        Kind::Tensor { shape, .. } => shape.iter().flatten().for_each(visit),
        Kind::List(element) | Kind::Map { value: element, .. } => for_each_dim(element, visit),
        Kind::Object(properties) => properties.values().for_each(|property| for_each_dim(property, visit)),
        Kind::Opaque(_) => {}
    }
}

impl<'a> Sampler<'a> {
    /// None where the bounds of a symbol contradict each other, so that there is no call at all.
    fn new(
        signature: &'a Signature,
        fields: &'a BTreeMap<String, Field>,
        dice: Dice,
        completeness: Completeness,
    ) -> Option<Self> {
        let names = shared_symbols(signature);
        let mut bounds: BTreeMap<&str, Bounds> = BTreeMap::new();
        for field in fields.values() {
            for_each_dim(field, &mut |dim| {
                if let Size::Symbol(name) = &dim.size
                    && names.contains(name.as_str())
                {
                    let known = bounds.entry(name).or_default();
                    known.min = known.min.max(dim.bounds.min);
                    known.max = [known.max, dim.bounds.max].into_iter().flatten().min();
                }
            });
        }
        let is_empty = |bounds: &Bounds| bounds.max.is_some_and(|max| max < bounds.min);
        if bounds.values().any(is_empty) {
            return None;
        }
        Some(Self { signature, dice, completeness, names, bounds, sizes: Sizes::new() })
    }

    fn may_skip(&mut self) -> bool {
        self.completeness == Completeness::Any && self.dice.coin()
    }

    fn size(&mut self, dim: &Dim) -> u64 {
        match &dim.size {
            Size::Fixed(size) => *size,
            Size::Symbol(name) if self.names.contains(name.as_str()) => {
                if let Some(size) = self.sizes.get(name) {
                    return *size;
                }
                let bounds = self.bounds.get(name.as_str()).copied().unwrap_or_default();
                let size = self.dice.size(bounds);
                self.sizes.insert(name.clone(), size);
                size
            }
            Size::Symbol(_) | Size::Any => self.dice.size(dim.bounds),
        }
    }

    /// A value of the field; `batch` is the size of an unnamed axis 0.
    fn value(&mut self, field: &Field, batch: Option<u64>) -> Sent {
        if field.nullable && self.may_skip() {
            return Sent::Null;
        }
        match &field.kind {
            Kind::Tensor { dtype, shape } => {
                let mut sizes: Vec<u64> = match shape {
                    Some(dims) => dims.iter().map(|dim| self.size(dim)).collect(),
                    None => (0..self.dice.roll(4)).map(|axis| axis + 1).collect(),
                };
                if let (Some(batch), Some(first), Some(dim)) = (batch, sizes.first_mut(), shape.iter().flatten().next())
                    && self.is_unnamed(dim)
                {
                    *first = batch;
                }
                Sent::Tensor { dtype: *dtype, shape: sizes, element: self.element(field) }
            }
            Kind::List(element) => Sent::List(self.elements(element)),
            Kind::Map { key, value } => Sent::Map(*key, self.elements(value)),
            Kind::Object(properties) => Sent::Object(self.properties(properties)),
            Kind::Opaque(name) => Sent::Opaque(name.clone()),
        }
    }

    fn is_unnamed(&self, dim: &Dim) -> bool {
        match &dim.size {
            Size::Fixed(_) => false,
            Size::Symbol(name) => !self.names.contains(name.as_str()),
            Size::Any => true,
        }
    }

    fn elements(&mut self, element: &Field) -> Vec<Sent> {
        let least = u64::from(self.completeness == Completeness::Complete);
        (0..least + self.dice.roll(3)).map(|_| self.value(element, None)).collect()
    }

    fn properties(&mut self, properties: &BTreeMap<String, Field>) -> BTreeMap<String, Sent> {
        let mut sent = BTreeMap::new();
        for (name, property) in properties {
            if !(property.is_omittable() && self.may_skip()) {
                sent.insert(self.one_name(name, property), self.value(property, None));
            }
        }
        sent
    }

    fn one_name(&mut self, name: &String, field: &Field) -> String {
        let names: Vec<&String> = field.alias_of.iter().chain([name]).collect();
        self.dice.pick(&names).map_or_else(|| name.clone(), |name| (*name).clone())
    }

    /// One element of a tensor: an accepted category, or a number of the declared range.
    fn element(&mut self, field: &Field) -> Value {
        let any = [0, 1, 2, 5, 9].map(Value::from);
        let accepted: Vec<Value> = match (&field.categories, field.range) {
            (Some(categories), _) => categories.clone(),
            (None, Some(range)) => any.into_iter().filter(|value| lies_in(range, value)).collect(),
            (None, None) => any.into(),
        };
        // A range such as [6, 7] holds none of them.
        let end = field.range.and_then(|range| range.min.or(range.max)).map(Value::from);
        self.dice.pick(&accepted).cloned().or(end).unwrap_or_default()
    }

    fn arguments(&mut self) -> Arguments {
        let inputs = &self.signature.inputs;
        if !is_positional(self.signature) {
            return Arguments::ByName(self.properties(inputs));
        }
        let ordered = in_order(inputs);
        let required = ordered.iter().rposition(|(_, field)| !field.is_omittable()).map_or(0, |last| last + 1);
        let optional = u64::try_from(ordered.len() - required).unwrap_or_default();
        let skipped = if self.completeness == Completeness::Any { self.dice.roll(optional + 1) } else { 0 };
        let count = ordered.len() - usize::try_from(skipped).unwrap_or_default();
        Arguments::ByPosition(ordered.iter().take(count).map(|(_, field)| self.value(field, None)).collect())
    }

    fn params(&mut self) -> BTreeMap<String, (Dtype, bool, Value)> {
        let mut sent = BTreeMap::new();
        for (name, param) in &self.signature.params {
            let accepted: Vec<Value> =
                [-1, 0, 1, 2, 5, 9].into_iter().map(Value::from).filter(|value| takes(param, value)).collect();
            if let Some(value) = self.dice.pick(&accepted).cloned()
                && self.dice.coin()
            {
                sent.insert(name.clone(), (param.dtype, param.list, value));
            }
        }
        sent
    }
}

pub(crate) fn lies_in(range: Interval, value: &Value) -> bool {
    value
        .as_f64()
        .is_none_or(|number| range.min.is_none_or(|min| min <= number) && range.max.is_none_or(|max| number <= max))
}

pub(crate) fn takes(param: &Param, value: &Value) -> bool {
    param.range.is_none_or(|range| lies_in(range, value))
        && param.values.as_ref().is_none_or(|values| values.contains(value))
}

/// A request that the signature takes.
pub(crate) fn request(signature: &Signature, seed: u64, completeness: Completeness) -> Option<Request> {
    let mut sampler = Sampler::new(signature, &signature.inputs, Dice(seed), completeness)?;
    Some(Request { arguments: sampler.arguments(), params: sampler.params() })
}

/// What the signature understands under the inputs' axis 0.
enum Batch {
    /// All that are dynamic agree: an unnamed axis 0 of an output has this size.
    Size(u64),
    /// They do not agree, or there are none.
    Open,
    /// The unnamed inputs of this request have different sizes, which the reading of unnamed axes rules out.
    RuledOut,
}

fn batch(signature: &Signature, request: &Request) -> Batch {
    let names = shared_symbols(signature);
    let mut symbols = BTreeSet::new();
    let mut sizes = BTreeSet::new();
    for (index, (name, field)) in in_order(&signature.inputs).into_iter().enumerate() {
        let Kind::Tensor { shape: Some(shape), .. } = &field.kind else { continue };
        let Some(first) = shape.first() else { continue };
        match &first.size {
            Size::Fixed(_) => continue,
            Size::Symbol(name) if names.contains(name.as_str()) => symbols.insert(Some(name)),
            Size::Symbol(_) | Size::Any => symbols.insert(None),
        };
        let sent = match &request.arguments {
            Arguments::ByName(sent) => field.alias_of.iter().chain([name]).find_map(|name| sent.get(name)),
            Arguments::ByPosition(sent) => sent.get(index),
        };
        if let Some(Sent::Tensor { shape, .. }) = sent {
            sizes.extend(shape.first().copied());
        }
    }
    match (symbols.len(), sizes.len(), sizes.first()) {
        (1, 1, Some(size)) => Batch::Size(*size),
        (1, 2.., _) => Batch::RuledOut,
        _ => Batch::Open,
    }
}

/// A response of the signature to a request, where the request decides what it must.
pub(crate) fn respond(signature: &Signature, request: &Request, sizes: &Sizes, seed: u64) -> Option<Response> {
    let batch = match batch(signature, request) {
        Batch::Size(size) => Some(size),
        Batch::Open => None,
        Batch::RuledOut => return None,
    };
    let mut sampler = Sampler::new(signature, &signature.outputs, Dice(seed), Completeness::Any)?;
    sampler.sizes = sizes.clone();
    let mut outputs = Vec::new();
    for (name, field) in in_order(&signature.outputs) {
        let names = field.alias_of.iter().chain([name]).cloned().collect();
        let is_absent = field.optional && sampler.dice.coin();
        outputs.push((names, (!is_absent).then(|| sampler.value(field, batch))));
    }
    let classes: Vec<(usize, Label)> = signature.labels.iter().flatten().cloned().enumerate().collect();
    Some(Response { outputs, class: sampler.dice.pick(&classes).cloned() })
}

/// A request of tensors by name, for plain tests.
pub(crate) fn tensors(sent: &[(&str, Dtype, &[u64])]) -> Request {
    let tensor = |(name, dtype, shape): &(&str, Dtype, &[u64])| {
        let value = Sent::Tensor { dtype: *dtype, shape: shape.to_vec(), element: json!(0) };
        ((*name).to_owned(), value)
    };
    Request { arguments: Arguments::ByName(sent.iter().map(tensor).collect()), params: BTreeMap::new() }
}
