//! Objects of which only some members count.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};

use super::Quoted;

/// More members than any object has whose members are options; tables have readers of their own.
const MEMBERS: usize = 10_000;

/// Something that takes the members of an object one by one, in the order of the file.
pub(crate) trait Object {
    /// What the object is, for errors.
    const WHAT: &'static str;

    /// Takes the value of one member out of `map`; what does not count is taken as [`super::Skipped`].
    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;
}

/// Reads an object into the value that takes its members.
pub(crate) struct ObjectSeed<'a, T>(pub(crate) &'a mut T);

impl<'de, T: Object> DeserializeSeed<'de> for ObjectSeed<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Object> Visitor<'de> for ObjectSeed<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as a JSON object", T::WHAT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            self.0.member(&key, &mut map)?;
            if let Some(key) = seen.replace(key) {
                return Err(duplicate(&key));
            }
            if seen.len() > MEMBERS {
                return Err(A::Error::custom(format_args!("more, expected at most {MEMBERS} members in {}", T::WHAT)));
            }
        }
        Ok(())
    }
}

/// The error for a key that stands twice.
pub(crate) fn duplicate<E: serde::de::Error>(key: &str) -> E {
    E::custom(format_args!("{} a second time, expected every key of an object once", Quoted(key)))
}
