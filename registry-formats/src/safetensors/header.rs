//! The header of a safetensors file: a JSON object of tensors, read one by one with the byte at which each stands.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use registry_core::contract::Dtype;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::json::{Quoted, Skipped};

/// The member that is no tensor.
const METADATA: &str = "__metadata__";

/// More axes than any library knows; `numpy` stops at 64.
const AXES: usize = 1_000;
/// What a tensor takes in memory beside its name and shape, which are held twice: here and in the contract.
const ROW: usize = 256;

/// The element types of the format, by the names that it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the format")]
pub(super) enum Element {
    BOOL,
    F4,
    F6_E2M3,
    F6_E3M2,
    U8,
    I8,
    F8_E5M2,
    F8_E4M3,
    F8_E8M0,
    F8_E4M3FNUZ,
    F8_E5M2FNUZ,
    I16,
    U16,
    F16,
    BF16,
    I32,
    U32,
    F32,
    C64,
    F64,
    I64,
    U64,
}

impl Element {
    /// The type in the alphabet of contracts, and its size in bits.
    pub(super) fn dtype(self) -> (Dtype, u64) {
        match self {
            Self::BOOL => (Dtype::Bool, 8),
            Self::F4 => (Dtype::F4E2M1, 4),
            Self::F6_E2M3 => (Dtype::F6E2M3, 6),
            Self::F6_E3M2 => (Dtype::F6E3M2, 6),
            Self::U8 => (Dtype::U8, 8),
            Self::I8 => (Dtype::I8, 8),
            Self::F8_E5M2 => (Dtype::F8E5M2, 8),
            Self::F8_E4M3 => (Dtype::F8E4M3Fn, 8),
            Self::F8_E8M0 => (Dtype::F8E8M0, 8),
            Self::F8_E4M3FNUZ => (Dtype::F8E4M3Fnuz, 8),
            Self::F8_E5M2FNUZ => (Dtype::F8E5M2Fnuz, 8),
            Self::I16 => (Dtype::I16, 16),
            Self::U16 => (Dtype::U16, 16),
            Self::F16 => (Dtype::F16, 16),
            Self::BF16 => (Dtype::Bf16, 16),
            Self::I32 => (Dtype::I32, 32),
            Self::U32 => (Dtype::U32, 32),
            Self::F32 => (Dtype::F32, 32),
            Self::C64 => (Dtype::C64, 64),
            Self::F64 => (Dtype::F64, 64),
            Self::I64 => (Dtype::I64, 64),
            Self::U64 => (Dtype::U64, 64),
        }
    }
}

/// What the header says of one tensor.
#[derive(Debug)]
pub(super) struct Info {
    pub(super) element: Element,
    pub(super) shape: Vec<u64>,
    /// Begin and end in the buffer behind the header.
    pub(super) data_offsets: (u64, u64),
}

/// One tensor, and the offset just behind its name in the file.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) info: Info,
    pub(super) at: u64,
}

/// The whole header.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) rows: Vec<Row>,
    pub(super) metadata: BTreeMap<String, String>,
}

/// Reads a header.
pub(super) struct HeaderSeed<'a> {
    /// The offset of the byte that is read next.
    pub(super) position: &'a Cell<u64>,
    /// How much memory the tables of this file and the next ones may still take.
    pub(super) left: &'a Cell<usize>,
}

impl HeaderSeed<'_> {
    fn take<E: serde::de::Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.left.get().checked_sub(bytes);
        self.left
            .set(left.ok_or_else(|| E::custom("a larger one, expected a table of tensors that fits into memory"))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for HeaderSeed<'_> {
    type Value = Header;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Header, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for HeaderSeed<'_> {
    type Value = Header;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object of tensors")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
        let mut header = Header::default();
        let mut seen_metadata = false;
        while let Some(name) = map.next_key::<String>()? {
            let at = self.position.get();
            if name != METADATA {
                let info: Info = map.next_value()?;
                self.take(ROW + 2 * name.len() + 16 * info.shape.len())?;
                header.rows.push(Row { name, info, at });
                continue;
            }
            if std::mem::replace(&mut seen_metadata, true) {
                return Err(A::Error::custom("`__metadata__` a second time, expected every key of an object once"));
            }
            header.metadata = map.next_value::<Option<UniqueTexts>>()?.unwrap_or_default().0;
            self.take(header.metadata.iter().map(|(key, value)| ROW + key.len() + value.len()).sum())?;
        }
        Ok(header)
    }
}

/// An object of texts in which no key stands twice.
#[derive(Default)]
struct UniqueTexts(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for UniqueTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for UniqueTexts {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((key, value)) = map.next_entry::<String, String>()? {
            if self.0.contains_key(&key) {
                return Err(A::Error::custom(format_args!(
                    "{} a second time, expected every key of an object once",
                    Quoted(&key)
                )));
            }
            self.0.insert(key, value);
        }
        Ok(self)
    }
}

/// The sizes of the axes, not more of them than there can be.
struct Shape(Vec<u64>);

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Self(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Shape {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of at most {AXES} sizes")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Self, A::Error> {
        while let Some(size) = seq.next_element()? {
            if self.0.len() >= AXES {
                return Err(A::Error::invalid_length(AXES + 1, &self));
            }
            self.0.push(size);
        }
        Ok(self)
    }
}

impl<'de> Deserialize<'de> for Info {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InfoVisitor)
    }
}

/// Accepts what the reference reader accepts: an object, in which unknown members do not count, or the three values in
/// their order.
struct InfoVisitor;

impl<'de> Visitor<'de> for InfoVisitor {
    type Value = Info;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with dtype, shape and data_offsets")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Info, A::Error> {
        let missing = |index| A::Error::invalid_length(index, &self);
        Ok(Info {
            element: seq.next_element()?.ok_or_else(|| missing(0))?,
            shape: seq.next_element::<Shape>()?.ok_or_else(|| missing(1))?.0,
            data_offsets: seq.next_element()?.ok_or_else(|| missing(2))?,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Info, A::Error> {
        let (mut element, mut shape, mut data_offsets) = (None, None::<Shape>, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "dtype" => set(&mut element, "dtype", &mut map)?,
                "shape" => set(&mut shape, "shape", &mut map)?,
                "data_offsets" => set(&mut data_offsets, "data_offsets", &mut map)?,
                _ => Skipped::member(&mut map)?,
            }
        }
        Ok(Info {
            element: element.ok_or_else(|| A::Error::missing_field("dtype"))?,
            shape: shape.ok_or_else(|| A::Error::missing_field("shape"))?.0,
            data_offsets: data_offsets.ok_or_else(|| A::Error::missing_field("data_offsets"))?,
        })
    }
}

fn set<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    match slot.replace(map.next_value()?) {
        None => Ok(()),
        Some(_) => Err(A::Error::duplicate_field(name)),
    }
}
