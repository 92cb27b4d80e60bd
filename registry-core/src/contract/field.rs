//! One input, output, column or nested value: its type and what is promised about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dim::Dim;
use super::dtype::Dtype;

/// The shape of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A tensor. A column holds one value a row, so its shape is `[]`.
    Tensor {
        /// The type of every element.
        dtype: Dtype,
        /// The axes in order; none when the rank is unknown.
        shape: Option<Vec<Dim>>,
    },
    /// A list of values of one type: an ONNX sequence, an MLflow array.
    List(Box<Field>),
    /// A map from keys to values of one type.
    Map {
        /// The type of the keys.
        key: Dtype,
        /// The type of the values.
        value: Box<Field>,
    },
    /// Named properties.
    Object(BTreeMap<String, Field>),
    /// A type that only the named runtime understands.
    Opaque(String),
}

/// What a declared meaning is about; two different values of one aspect mean two different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The ONNX type denotation, such as `IMAGE`.
    Denotation,
    /// The unit of measure.
    Units,
    /// The colour space of an image, such as `RGB`.
    ColorSpace,
    /// The order of the axes, such as `NCHW`.
    Layout,
    /// How values are scaled, such as `imagenet`.
    Normalization,
    /// What the value stands for, such as `probability`.
    Meaning,
}

impl Aspect {
    /// The name as it stands in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Denotation => "denotation",
            Self::Units => "units",
            Self::ColorSpace => "color_space",
            Self::Layout => "layout",
            Self::Normalization => "normalization",
            Self::Meaning => "meaning",
        }
    }
}

/// An interval of numbers, both ends inclusive; a missing end is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// The smallest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The largest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

impl Interval {
    /// Whether every number inside `other` lies inside this interval too.
    pub fn includes(self, other: Self) -> bool {
        let below = self.min.is_none_or(|mine| other.min.is_some_and(|theirs| mine <= theirs));
        let above = self.max.is_none_or(|mine| other.max.is_some_and(|theirs| theirs <= mine));
        below && above
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |value: Option<f64>, open: &str| value.map_or_else(|| open.to_owned(), |value| value.to_string());
        write!(f, "[{}, {}]", end(self.min, "-inf"), end(self.max, "inf"))
    }
}

/// One class of a classifier: a text, or a text with an identifier that outlives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Label {
    /// The text alone.
    Text(String),
    /// The text of a class that has an identifier.
    Identified {
        /// The identifier, stable when the text is changed.
        id: String,
        /// The text.
        text: String,
    },
}

impl Label {
    /// The text that people read.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Identified { text, .. } => text,
        }
    }

    /// The identifier, where there is one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Identified { id, .. } => Some(id),
        }
    }

    /// Whether both name the same class: by their identifiers where both have one, else by their texts.
    pub fn is_same_class(&self, other: &Self) -> bool {
        match (self.id(), other.id()) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => self.text() == other.text(),
        }
    }
}

/// One input, output, column, property or element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "FieldRepr", into = "FieldRepr")]
pub struct Field {
    /// The shape of the value.
    pub kind: Kind,
    /// The place among its siblings, counted from 0, for callers that bind by position.
    pub position: Option<u32>,
    /// Whether a caller may leave the input out, or the output may be absent.
    pub optional: bool,
    /// Whether the value may be null.
    pub nullable: bool,
    /// The value that stands for an input left out.
    pub default: Option<Value>,
    /// Older names that stay accepted (inputs) or emitted (outputs).
    pub alias_of: BTreeSet<String>,
    /// The accepted categories of an input, when it takes no others.
    pub categories: Option<Vec<Value>>,
    /// The declared range of the values of an output.
    pub range: Option<Interval>,
    /// The declared meaning.
    pub semantics: BTreeMap<Aspect, String>,
    /// The vector space of an embedding; vectors of two spaces must not be compared.
    pub space_id: Option<String>,
    /// The classes of this output, in index order.
    pub labels: Option<Vec<Label>>,
    /// Whether its author advises against new use.
    pub deprecated: bool,
}

impl Field {
    /// A required value of the given kind, about which nothing else is known.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            position: None,
            optional: false,
            nullable: false,
            default: None,
            alias_of: BTreeSet::new(),
            categories: None,
            range: None,
            semantics: BTreeMap::new(),
            space_id: None,
            labels: None,
            deprecated: false,
        }
    }

    /// A tensor.
    pub fn tensor(dtype: Dtype, shape: impl Into<Vec<Dim>>) -> Self {
        Self::new(Kind::Tensor { dtype, shape: Some(shape.into()) })
    }

    /// The same at a position.
    #[must_use]
    pub fn at(self, position: u32) -> Self {
        Self { position: Some(position), ..self }
    }

    /// Whether a caller may leave it out. Nullable alone is not enough: the name must still be sent.
    pub fn is_omittable(&self) -> bool {
        self.optional || self.default.is_some()
    }

    /// Calls `change` on every tensor axis of this value and the values nested in it, in canonical order.
    pub fn for_each_dim_mut(&mut self, change: &mut dyn FnMut(&mut Dim)) {
        match &mut self.kind {
            Kind::Tensor { shape, .. } => shape.iter_mut().flatten().for_each(change),
            Kind::List(element) | Kind::Map { value: element, .. } => element.for_each_dim_mut(change),
            Kind::Object(properties) => {
                for property in properties.values_mut() {
                    property.for_each_dim_mut(change);
                }
            }
            Kind::Opaque(_) => {}
        }
    }
}

/// The type of a value as people write it: `f32[N,3,224,224]`.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Tensor { dtype, shape: None } => write!(f, "{dtype}[…]"),
            Kind::Tensor { dtype, shape: Some(shape) } => {
                write!(f, "{dtype}[")?;
                for (axis, dim) in shape.iter().enumerate() {
                    write!(f, "{}{dim}", if axis > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Kind::List(element) => write!(f, "list<{element}>"),
            Kind::Map { key, value } => write!(f, "map<{key},{value}>"),
            Kind::Object(properties) => {
                f.write_str("{")?;
                for (index, (name, field)) in properties.iter().enumerate() {
                    write!(f, "{}{name}: {field}", if index > 0 { ", " } else { "" })?;
                }
                f.write_str("}")
            }
            Kind::Opaque(name) => write!(f, "opaque<{name}>"),
        }
    }
}

/// The flat JSON form: exactly one of `dtype`, `list`, `map`, `object` and `opaque` names the kind.
#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct FieldRepr {
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dtype: Option<Dtype>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shape: Option<Vec<Dim>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<Box<Field>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<MapRepr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<BTreeMap<String, Field>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opaque: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    optional: bool,
    #[serde(skip_serializing_if = "is_false")]
    nullable: bool,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    default: Option<Value>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    alias_of: BTreeSet<String>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    categories: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Interval>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    semantics: BTreeMap<Aspect, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    space_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<Vec<Label>>,
    #[serde(skip_serializing_if = "is_false")]
    deprecated: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MapRepr {
    key: Dtype,
    value: Box<Field>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

/// A default of `null` is a default; only a missing key is none.
pub(crate) fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl TryFrom<FieldRepr> for Field {
    type Error = String;

    fn try_from(repr: FieldRepr) -> Result<Self, Self::Error> {
        let kinds = [
            repr.dtype.map(|dtype| Kind::Tensor { dtype, shape: repr.shape }),
            repr.list.map(Kind::List),
            repr.map.map(|map| Kind::Map { key: map.key, value: map.value }),
            repr.object.map(Kind::Object),
            repr.opaque.map(Kind::Opaque),
        ];
        let mut kinds = kinds.into_iter().flatten();
        let (Some(kind), None) = (kinds.next(), kinds.next()) else {
            return Err("a value needs exactly one of `dtype`, `list`, `map`, `object` and `opaque`".to_owned());
        };
        Ok(Self {
            kind,
            position: repr.position,
            optional: repr.optional,
            nullable: repr.nullable,
            default: repr.default,
            alias_of: repr.alias_of,
            categories: repr.categories,
            range: repr.range,
            semantics: repr.semantics,
            space_id: repr.space_id,
            labels: repr.labels,
            deprecated: repr.deprecated,
        })
    }
}

impl From<Field> for FieldRepr {
    fn from(field: Field) -> Self {
        let mut repr = Self {
            position: field.position,
            optional: field.optional,
            nullable: field.nullable,
            default: field.default,
            alias_of: field.alias_of,
            categories: field.categories,
            range: field.range,
            semantics: field.semantics,
            space_id: field.space_id,
            labels: field.labels,
            deprecated: field.deprecated,
            ..Self::default()
        };
        match field.kind {
            Kind::Tensor { dtype, shape } => (repr.dtype, repr.shape) = (Some(dtype), shape),
            Kind::List(element) => repr.list = Some(element),
            Kind::Map { key, value } => repr.map = Some(MapRepr { key, value }),
            Kind::Object(properties) => repr.object = Some(properties),
            Kind::Opaque(name) => repr.opaque = Some(name),
        }
        repr
    }
}
