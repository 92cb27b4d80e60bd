//! Reads JSON as RFC 8785 wants it: no key twice in one object, and nested no deeper than a contract can be.
//!
//! `serde_json` alone keeps the last of two equal keys: two readers could then see two manifests in one text.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::error::ManifestError;
use crate::contract::Pointer;
use crate::contract::validate::Violation;

/// The deepest nesting. A contract nests values 32 deep at two levels of JSON each; the rest is for what is around.
pub(super) const MAX_DEPTH: usize = 96;

/// Reads one JSON text.
pub(super) fn read(bytes: &[u8]) -> Result<Value, ManifestError> {
    let fault = RefCell::new(None);
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = Node::root(&fault).deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| fault.take().unwrap_or_else(|| syntax(&error)).into())
}

/// Reads a value out of any format.
pub(super) fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    let fault = RefCell::new(None);
    Node::root(&fault).deserialize(deserializer).map_err(|error| fault.take().map_or(error, D::Error::custom))
}

fn syntax(error: &serde_json::Error) -> Violation {
    Violation::new(Pointer::root(), format!("it is not JSON: {error}"), "write one JSON object in UTF-8")
}

/// A value about to be read, and where it stands. The place is put together only where it is told: keys may be long.
#[derive(Clone, Copy)]
struct Node<'a> {
    /// What it stands in, and where in there; none at the root.
    within: Option<(&'a Self, Segment<'a>)>,
    depth: usize,
    fault: &'a RefCell<Option<Violation>>,
}

#[derive(Clone, Copy)]
enum Segment<'a> {
    Index(usize),
    Key(&'a str),
}

impl<'a> Node<'a> {
    fn root(fault: &'a RefCell<Option<Violation>>) -> Self {
        Self { within: None, depth: 0, fault }
    }

    fn child(&'a self, segment: Segment<'a>) -> Self {
        Self { within: Some((self, segment)), depth: self.depth + 1, fault: self.fault }
    }

    fn place(&self) -> Pointer {
        match self.within {
            None => Pointer::root(),
            Some((parent, Segment::Index(index))) => parent.place().join(index),
            Some((parent, Segment::Key(key))) => parent.place().join(key),
        }
    }

    /// Keeps the rule with its place, which the error of the format cannot carry.
    fn refuse<E: Error>(&self, rule: String, hint: &str) -> E {
        let error = E::custom(&rule);
        self.fault.replace(Some(Violation::new(self.place(), rule, hint)));
        error
    }

    fn check_depth<E: Error>(&self) -> Result<(), E> {
        if self.depth < MAX_DEPTH {
            return Ok(());
        }
        Err(self.refuse(format!("it is nested deeper than {MAX_DEPTH} levels"), "flatten it"))
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).map(Value::Number);
        number.ok_or_else(|| self.refuse("it is no finite number".to_owned(), "leave it out"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        self.check_depth()?;
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(self.child(Segment::Index(array.len())))? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        self.check_depth()?;
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(self.refuse(format!("the key `{key}` stands there twice"), "keep one of them"));
            }
            let value = entries.next_value_seed(self.child(Segment::Key(&key)))?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
