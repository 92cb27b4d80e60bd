//! Signatures of every kind, all well-formed: no name is the alias of another value, and the declared bounds of an output
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
pub(crate) const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
/// Symbols of inputs, which outputs share.
pub(crate) const BOUND: [&str; 3] = ["N", "M", "K"];
/// Symbols of outputs alone.
pub(crate) const FREE: [&str; 2] = ["F", "G"];

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

pub(crate) fn symbol(names: &'static [&'static str]) -> impl Strategy<Value = Size> {
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
        let is_new = |label: &Label| seen.insert((label.id().is_some(), label.id().unwrap_or(label.text()).to_owned()));
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
pub(crate) fn well_formed(mut signature: Signature) -> Signature {
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

pub(crate) fn is_bound(symbol: &str) -> bool {
    BOUND.contains(&symbol)
}
