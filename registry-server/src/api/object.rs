//! Bodies are JSON objects. Code that serde derives also takes a list of the values in the order of the fields, which no
//! client should come to rely on: fields have no order.

use serde::Deserializer;
use serde::de::Visitor;

/// Reads a struct as an object and nothing else.
pub(crate) struct OnlyObject<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for OnlyObject<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Lets types with `#[serde(remote = "Self")]`, which makes what is derived a function of their own, be read from objects
/// alone; and be written as they are, where `+ written` follows.
macro_rules! objects {
    ($($name:ident),+ $(,)?) => {
        $(impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::api::object::OnlyObject(deserializer))
            }
        })+
    };
    ($($name:ident),+ $(,)? + written) => {
        $crate::api::object::objects!($($name),+);
        $(impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        })+
    };
}

pub(crate) use objects;
