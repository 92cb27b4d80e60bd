//! Signatures, and changes of signatures: an old and a new one that have nothing in common teach little.
//!
//! Generated signatures are well-formed: no name is the alias of another value, and the declared bounds of an output
//! axis stand only where no input says its size.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::select;
use registry_core::contract::field::{Aspect, Interval, Label};
use registry_core::contract::signature::{
    Binding, Content, EntryPoint, Param, Preprocessing, PreprocessingKind, Takes,
};
use registry_core::contract::{Bounds, Dim, Dtype, Field, Kind, Signature, Size};
use registry_core::digest::Digest;
use serde_json::{Value, json};

/// Names of inputs and outputs; the last three are for renames.
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
/// Symbols of inputs, which outputs share.
const BOUND: [&str; 3] = ["N", "M", "K"];
/// Symbols of outputs alone.
const FREE: [&str; 2] = ["F", "G"];

const DTYPES: [Dtype; 12] = [
    Dtype::F32,
    Dtype::F64,
    Dtype::F16,
    Dtype::Bf16,
    Dtype::I8,
    Dtype::I16,
    Dtype::I32,
    Dtype::I64,
    Dtype::U8,
    Dtype::U16,
    Dtype::Bool,
    Dtype::String,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Input,
    Output,
}

fn bounds() -> impl Strategy<Value = Bounds> {
    let max = proptest::option::of(0..4_u64);
    (0..3_u64, max).prop_map(|(min, above)| Bounds { min, max: above.map(|above| min + above) })
}

fn bounded(size: impl Strategy<Value = Size>) -> impl Strategy<Value = Dim> {
    (size, bounds()).prop_map(|(size, bounds)| Dim { size, bounds })
}

fn symbol(names: &'static [&'static str]) -> impl Strategy<Value = Size> {
    select(names).prop_map(|name| Size::Symbol(name.to_owned()))
}

fn dim(side: Side) -> BoxedStrategy<Dim> {
    let fixed = || (1..4_u64).prop_map(Dim::fixed);
    let plain = |size: Size| Dim { size, bounds: Bounds::NONE };
    match side {
        Side::Input => prop_oneof![
            3 => fixed(),
            4 => symbol(&BOUND).prop_map(plain),
            1 => Just(Dim::any()),
            1 => bounded(symbol(&BOUND)),
            1 => bounded(Just(Size::Any)),
        ]
        .boxed(),
        Side::Output => prop_oneof![
            3 => fixed(),
            4 => symbol(&BOUND).prop_map(plain),
            2 => symbol(&FREE).prop_map(plain),
            1 => Just(Dim::any()),
            1 => bounded(symbol(&FREE)),
            1 => bounded(Just(Size::Any)),
        ]
        .boxed(),
    }
}

fn shape(side: Side) -> impl Strategy<Value = Option<Vec<Dim>>> {
    prop_oneof![
        8 => proptest::collection::vec(dim(side), 0..4).prop_map(Some),
        1 => Just(None),
    ]
}

fn kind(side: Side) -> impl Strategy<Value = Kind> {
    let tensor = || (select(&DTYPES[..]), shape(side)).prop_map(|(dtype, shape)| Kind::Tensor { dtype, shape });
    let leaf = move || (tensor(), flags(side)).prop_map(|(kind, flags)| flagged(kind, flags));
    let properties = proptest::collection::btree_map(select(&["x", "y"][..]), leaf(), 0..3);
    prop_oneof![
        12 => tensor(),
        1 => leaf().prop_map(|element| Kind::List(Box::new(element))),
        1 => (select(vec![Dtype::String, Dtype::I64]), leaf())
            .prop_map(|(key, value)| Kind::Map { key, value: Box::new(value) }),
        2 => properties.prop_map(|properties| {
            Kind::Object(properties.into_iter().map(|(name, field)| (name.to_owned(), field)).collect())
        }),
        1 => select(vec!["graph", "image"]).prop_map(|name| Kind::Opaque(name.to_owned())),
    ]
}

type Flags = (bool, bool, bool, Option<Value>);

/// Only an input has a default.
fn flags(side: Side) -> impl Strategy<Value = Flags> {
    let rarely = || proptest::bool::weighted(0.2);
    let default = proptest::option::weighted(0.2, select(vec![json!(0), json!(1), Value::Null]))
        .prop_map(move |default| default.filter(|_| side == Side::Input));
    (proptest::bool::weighted(0.3), rarely(), proptest::bool::weighted(0.1), default)
}

fn flagged(kind: Kind, (optional, nullable, deprecated, default): Flags) -> Field {
    Field { optional, nullable, deprecated, default, ..Field::new(kind) }
}

fn interval() -> impl Strategy<Value = Interval> {
    let end = || proptest::option::of(select(vec![0.0, 1.0, 2.0, 5.0]));
    (end(), end()).prop_map(|(one, other)| match (one, other) {
        (Some(min), Some(max)) if min > max => Interval { min: other, max: one },
        _ => Interval { min: one, max: other },
    })
}

/// A list that is often absent.
fn values() -> impl Strategy<Value = Option<Vec<Value>>> {
    let value = select(vec![json!(0), json!(1), json!(2), json!(5)]);
    let list = proptest::collection::vec(value, 1..4);
    proptest::option::weighted(0.2, list)
}

fn field(side: Side) -> impl Strategy<Value = Field> {
    let units = proptest::option::weighted(0.2, select(vec!["EUR", "USD"]));
    let text = |texts: &'static [&'static str]| proptest::option::weighted(0.15, select(texts).prop_map(str::to_owned));
    let range = proptest::option::weighted(0.2, interval());
    let labels = proptest::option::weighted(0.15, labels());
    (kind(side), flags(side), units, values(), (range, text(&["v1", "v2"]), labels)).prop_map(
        move |(kind, flags, units, categories, (range, space_id, labels))| {
            let semantics = units.map(|units| (Aspect::Units, units.to_owned())).into_iter().collect();
            let plain = Field { semantics, ..flagged(kind, flags) };
            match side {
                Side::Input => Field { categories, ..plain },
                Side::Output => Field { range, space_id, labels, ..plain },
            }
        },
    )
}

fn fields(side: Side) -> impl Strategy<Value = BTreeMap<String, Field>> {
    let named = (field(side), proptest::bool::weighted(0.15));
    proptest::collection::btree_map(select(&NAMES[..3]), named, 0..4).prop_map(|fields| {
        let at = |((name, (field, has_alias)), position): ((&str, (Field, bool)), u32)| {
            let alias_of = has_alias.then(|| format!("former_{name}")).into_iter().collect();
            (name.to_owned(), Field { alias_of, ..field.at(position) })
        };
        fields.into_iter().zip(0..).map(at).collect()
    })
}

fn label() -> impl Strategy<Value = Label> {
    let text = || select(vec!["cat", "dog", "cow"]).prop_map(str::to_owned);
    prop_oneof![
        text().prop_map(Label::Text),
        (select(vec!["0", "1", "2"]), text()).prop_map(|(id, text)| Label::Identified { id: id.to_owned(), text }),
    ]
}

/// Every class once.
fn labels() -> impl Strategy<Value = Vec<Label>> {
    proptest::collection::vec(label(), 0..4).prop_map(|labels| {
        let mut seen = BTreeSet::new();
        let is_new = |label: &Label| {
            let (identified, name) = label.identity();
            seen.insert((identified, name.to_owned()))
        };
        let mut labels = labels;
        labels.retain(is_new);
        labels
    })
}

fn param() -> impl Strategy<Value = Param> {
    let dtype = select(vec![Dtype::I32, Dtype::I64, Dtype::F32, Dtype::F64, Dtype::String]);
    let range = proptest::option::weighted(0.3, interval());
    let default = select(vec![json!(0), json!(1)]);
    let rarely = || proptest::bool::weighted(0.2);
    (dtype, rarely(), default, range, values(), rarely()).prop_map(
        |(dtype, list, default, range, values, deprecated)| Param { dtype, list, default, range, values, deprecated },
    )
}

/// Facts of the whole model, each often unknown.
fn facts() -> impl Strategy<Value = Signature> {
    let rarely = |texts: &'static [&'static str]| proptest::option::weighted(0.2, select(texts));
    let number = || proptest::option::weighted(0.2, select(vec![4_u64, 8]));
    let switch = || proptest::option::weighted(0.2, any::<bool>());
    let preprocessing = proptest::option::weighted(0.2, (any::<bool>(), 0..2_u8));
    let takes = proptest::option::of(select(vec![Takes::Text, Takes::Ids]));
    let entrypoints = proptest::collection::btree_map(select(vec!["predict", "embed"]), takes, 0..2);
    let licenses = rarely(&["MIT", "Apache-2.0", "GPL-3.0-only", "custom"]);
    let texts = (rarely(&["none", "sequence"]), rarely(&["resnet", "vit"]), licenses);
    let rest = (number(), number(), switch(), preprocessing, entrypoints);
    (texts, rest).prop_map(|((stateful, architecture, license), rest)| {
        let (max_batch, context_length, streaming, preprocessing, entrypoints) = rest;
        let mut facts = Signature {
            stateful: stateful.map(str::to_owned),
            architecture: architecture.map(str::to_owned),
            license: license.map(str::to_owned),
            max_batch,
            context_length,
            streaming,
            ..Signature::default()
        };
        facts.assets.preprocessing = preprocessing.map(|(internal, byte)| Preprocessing {
            kind: if internal { PreprocessingKind::Internal } else { PreprocessingKind::External },
            sha256: Digest::of(&[byte]),
        });
        let entrypoint = |(name, takes): (&str, Option<Takes>)| (name.to_owned(), EntryPoint { takes });
        facts.entrypoints = entrypoints.into_iter().map(entrypoint).collect();
        facts
    })
}

pub(crate) fn signature() -> impl Strategy<Value = Signature> {
    let params = proptest::collection::btree_map(select(vec!["k", "t"]), param(), 0..2);
    let labels = proptest::option::weighted(0.4, labels());
    let binding = proptest::option::weighted(0.4, select(vec![Binding::Name, Binding::Position]));
    let content = proptest::option::weighted(0.3, select(vec![Content::Open, Content::Closed]));
    let calling = (params, labels, any::<bool>(), binding, content);
    (fields(Side::Input), fields(Side::Output), calling, facts()).prop_map(
        |(inputs, outputs, (params, labels, extensible_labels, binding, content), facts)| {
            let params = params.into_iter().map(|(name, param)| (name.to_owned(), param)).collect();
            let signature = Signature { inputs, outputs, params, labels, extensible_labels, binding, content, ..facts };
            well_formed(signature)
        },
    )
}

/// Drops the bounds of output axes whose size an input says; on axis 0 that may be the unnamed batch.
fn well_formed(mut signature: Signature) -> Signature {
    for output in signature.outputs.values_mut() {
        if let Kind::Tensor { shape: Some(shape), .. } = &mut output.kind
            && let Some(first) = shape.first_mut()
        {
            first.bounds = Bounds::NONE;
        }
        output.for_each_dim_mut(&mut |dim| {
            if matches!(&dim.size, Size::Fixed(_)) || matches!(&dim.size, Size::Symbol(name) if is_bound(name)) {
                dim.bounds = Bounds::NONE;
            }
        });
    }
    for input in signature.inputs.values_mut() {
        input.for_each_dim_mut(&mut |dim| {
            if matches!(&dim.size, Size::Fixed(_)) {
                dim.bounds = Bounds::NONE;
            }
        });
    }
    signature
}

fn is_bound(symbol: &str) -> bool {
    BOUND.contains(&symbol)
}

/// A change of a signature: single facts are taken from a fresh one, and whole sizes and names move together.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    fresh: Signature,
    /// Tossed for each fact in turn: true takes the fresh one.
    coins: Vec<bool>,
    moves: Vec<Move>,
}

/// A change that touches several places at once.
#[derive(Debug, Clone)]
enum Move {
    /// Every axis of one size gets another, in inputs and outputs.
    Resize(Size, Size),
    /// A value gets another name, with or without an alias.
    Rename(Side, prop::sample::Index, bool),
    /// Two values change places.
    Swap(Side, prop::sample::Index, prop::sample::Index),
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![
        2 => (1..4_u64).prop_map(Size::Fixed),
        2 => symbol(&BOUND),
        1 => symbol(&FREE),
        1 => Just(Size::Any),
    ]
}

fn a_move() -> impl Strategy<Value = Move> {
    let side = || select(vec![Side::Input, Side::Output]);
    let index = any::<prop::sample::Index>;
    prop_oneof![
        4 => (size(), size()).prop_map(|(from, to)| Move::Resize(from, to)),
        1 => (side(), index(), proptest::bool::weighted(0.8))
            .prop_map(|(side, index, alias)| Move::Rename(side, index, alias)),
        1 => (side(), index(), index()).prop_map(|(side, one, other)| Move::Swap(side, one, other)),
    ]
}

/// Changes of about every twelfth fact.
pub(crate) fn change() -> impl Strategy<Value = Change> {
    let coins = proptest::collection::vec(proptest::bool::weighted(0.08), 80);
    let moves = proptest::collection::vec(a_move(), 0..3);
    (signature(), coins, moves).prop_map(|(fresh, coins, moves)| Change { fresh, coins, moves })
}

impl Change {
    pub(crate) fn of(&self, old: &Signature) -> Signature {
        let mut coins = Coins(self.coins.iter());
        let mut new = old.clone();
        let fresh = &self.fresh;
        coins.mix_fields(&mut new.inputs, &fresh.inputs, true);
        coins.mix_fields(&mut new.outputs, &fresh.outputs, true);
        coins.take(&mut new.params, &fresh.params);
        coins.take(&mut new.labels, &fresh.labels);
        coins.take(&mut new.extensible_labels, &fresh.extensible_labels);
        coins.take(&mut new.content, &fresh.content);
        coins.take(&mut new.stateful, &fresh.stateful);
        coins.take(&mut new.license, &fresh.license);
        coins.take(&mut new.architecture, &fresh.architecture);
        coins.take(&mut new.max_batch, &fresh.max_batch);
        coins.take(&mut new.context_length, &fresh.context_length);
        coins.take(&mut new.streaming, &fresh.streaming);
        coins.take(&mut new.assets, &fresh.assets);
        coins.take(&mut new.entrypoints, &fresh.entrypoints);
        for step in &self.moves {
            step.apply(&mut new);
        }
        coins.take(&mut new.binding, &fresh.binding);
        well_formed(new)
    }
}

struct Coins<'a>(std::slice::Iter<'a, bool>);

impl Coins<'_> {
    fn toss(&mut self) -> bool {
        self.0.next().copied().unwrap_or(false)
    }

    fn take<V: Clone>(&mut self, old: &mut V, fresh: &V) {
        if self.toss() {
            *old = fresh.clone();
        }
    }

    fn mix_fields(&mut self, old: &mut BTreeMap<String, Field>, fresh: &BTreeMap<String, Field>, top: bool) {
        let taken: BTreeSet<String> = old.values().flat_map(|field| field.alias_of.clone()).collect();
        let removed: BTreeSet<String> = old.keys().filter(|_| self.toss()).cloned().collect();
        old.retain(|name, _| !removed.contains(name));
        for (name, field) in fresh.iter().filter(|(name, _)| !taken.contains(*name)) {
            if let Some(known) = old.get_mut(name) {
                self.mix(known, field);
            } else if self.toss() {
                let last = old.values().filter_map(|field| field.position).max();
                let position = top.then(|| last.map_or(0, |last| last + 1));
                old.insert(name.clone(), Field { position, alias_of: BTreeSet::new(), ..field.clone() });
            }
        }
    }

    fn mix(&mut self, old: &mut Field, fresh: &Field) {
        match (&mut old.kind, &fresh.kind) {
            (Kind::Tensor { dtype, shape }, Kind::Tensor { dtype: fresh_dtype, shape: fresh_shape }) => {
                self.take(dtype, fresh_dtype);
                self.take(shape, fresh_shape);
                let axes = shape.iter_mut().flatten().zip(fresh_shape.iter().flatten());
                axes.for_each(|(dim, fresh)| self.take(dim, fresh));
            }
            (Kind::List(element), Kind::List(fresh)) => self.mix(element, fresh),
            (Kind::Map { value, .. }, Kind::Map { value: fresh, .. }) => self.mix(value, fresh),
            (Kind::Object(properties), Kind::Object(fresh)) => self.mix_fields(properties, fresh, false),
            (kind, fresh) => self.take(kind, fresh),
        }
        self.take(&mut old.optional, &fresh.optional);
        self.take(&mut old.nullable, &fresh.nullable);
        self.take(&mut old.default, &fresh.default);
        self.take(&mut old.categories, &fresh.categories);
        self.take(&mut old.range, &fresh.range);
        self.take(&mut old.semantics, &fresh.semantics);
        self.take(&mut old.space_id, &fresh.space_id);
        self.take(&mut old.labels, &fresh.labels);
        self.take(&mut old.deprecated, &fresh.deprecated);
        self.take(&mut old.alias_of, &BTreeSet::new());
    }
}

impl Move {
    fn apply(&self, signature: &mut Signature) {
        match self {
            Self::Resize(from, to) => {
                // A symbol of outputs alone stays one.
                let is_free = |size: &Size| matches!(size, Size::Symbol(name) if !is_bound(name));
                let mut resize = |dim: &mut Dim| {
                    if dim.size == *from {
                        dim.size = to.clone();
                    }
                };
                if !is_free(to) {
                    signature.inputs.values_mut().for_each(|input| input.for_each_dim_mut(&mut resize));
                }
                signature.outputs.values_mut().for_each(|output| output.for_each_dim_mut(&mut resize));
            }
            Self::Rename(side, index, alias) => rename(side_of(signature, *side), index, *alias),
            Self::Swap(side, one, other) => swap(side_of(signature, *side), one, other),
        }
    }
}

fn side_of(signature: &mut Signature, side: Side) -> &mut BTreeMap<String, Field> {
    match side {
        Side::Input => &mut signature.inputs,
        Side::Output => &mut signature.outputs,
    }
}

fn rename(fields: &mut BTreeMap<String, Field>, index: &prop::sample::Index, alias: bool) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let taken: BTreeSet<&String> = fields.values().flat_map(|field| &field.alias_of).chain(&names).collect();
    let Some(unused) = NAMES.iter().find(|name| !taken.contains(&(**name).to_owned())) else { return };
    if names.is_empty() {
        return;
    }
    let name = index.get(&names);
    if let Some(mut field) = fields.remove(name) {
        if alias {
            field.alias_of.insert(name.clone());
        }
        fields.insert((*unused).to_owned(), field);
    }
}

fn swap(fields: &mut BTreeMap<String, Field>, one: &prop::sample::Index, other: &prop::sample::Index) {
    let names: Vec<String> = fields.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let position = |name: &String| fields.get(name).and_then(|field| field.position);
    let (one, other) = (one.get(&names).clone(), other.get(&names).clone());
    let (first, second) = (position(&one), position(&other));
    for (name, position) in [(one, second), (other, first)] {
        if let Some(field) = fields.get_mut(&name) {
            field.position = position;
        }
    }
}
