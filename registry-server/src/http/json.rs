//! What no JSON body may be, whatever the route takes: deeper than 64 levels, or two things under one key.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::service::{Code, Failure};

/// How deep a body may be nested.
pub(super) const MAX_DEPTH: usize = 64;

/// Refuses a body that is nested too deeply or names a member twice. One that is no JSON is refused where it is read.
pub(super) fn check(text: &[u8]) -> Result<(), Failure> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    match (Level { left: MAX_DEPTH }).deserialize(&mut reader) {
        Err(error) if error.is_data() => {
            Err(Failure::new(Code::InvalidBody, format!("the body is not what the route takes: {error}")))
        }
        _ => Ok(()),
    }
}

/// A value at a level, with so many levels left below.
#[derive(Debug, Clone, Copy)]
struct Level {
    left: usize,
}

impl Level {
    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        let left = self.left.checked_sub(1);
        left.map(|left| Self { left }).ok_or_else(|| E::custom(format!("it is nested deeper than {MAX_DEPTH} levels")))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let below = self.below()?;
        while items.next_element_seed(below)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let (below, mut seen) = (self.below()?, HashSet::new());
        while let Some(key) = members.next_key_seed(Key)? {
            if seen.contains(&key) {
                let shown: String = key.chars().take(64).collect();
                return Err(A::Error::custom(format!("`{}` stands twice in one object", shown.escape_debug())));
            }
            seen.insert(key);
            members.next_value_seed(below)?;
        }
        Ok(())
    }
}

/// A key, as it stands in the text where nothing in it is escaped: there may be a million of them.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> String {
        format!("{}{}", "[".repeat(depth), "]".repeat(depth))
    }

    #[test]
    fn depth_has_its_bound() {
        assert_eq!(check(nested(MAX_DEPTH).as_bytes()), Ok(()));
        for depth in [MAX_DEPTH + 1, 1_000_000] {
            assert!(check(nested(depth).as_bytes()).unwrap_err().detail.contains("64 levels"));
        }
        assert!(check(r#"{"a":"#.repeat(1_000_000).as_bytes()).unwrap_err().detail.contains("64 levels"));
    }

    #[test]
    fn a_key_stands_once_however_it_is_written() {
        assert!(check(br#"{"a":{"b":1},"c":{"b":2}}"#).is_ok());
        let twice = check(br#"{"x":[{"a":1,"\u0061":2}]}"#).unwrap_err();
        assert!(twice.detail.contains("`a` stands twice"), "{twice}");
    }

    #[test]
    fn what_is_no_json_is_refused_elsewhere() {
        for text in ["", "{", "nul", "[1,", "{\"a\" 1}", "\"\\ud800\""] {
            assert_eq!(check(text.as_bytes()), Ok(()), "{text}");
        }
    }
}
