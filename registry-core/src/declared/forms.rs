//! The shorter forms that people may write in a table.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::contract::signature::{EntryPoint, Postprocessing, Preprocessing, PreprocessingKind};
use crate::digest::Digest;

/// A digest, with or without `sha256:` in front: the key already says it.
fn digest<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Digest, D::Error> {
    let text = String::deserialize(deserializer)?;
    let hex = text.strip_prefix("sha256:").unwrap_or(&text);
    Digest::from_hex(hex).map_err(|error| D::Error::custom(format!("`sha256`: {error}")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PreprocessingForm {
    kind: PreprocessingKind,
    #[serde(deserialize_with = "digest")]
    sha256: Digest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostprocessingForm {
    #[serde(deserialize_with = "digest")]
    sha256: Digest,
}

pub(super) fn preprocessing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Preprocessing>, D::Error> {
    let form = Option::<PreprocessingForm>::deserialize(deserializer)?;
    Ok(form.map(|form| Preprocessing { kind: form.kind, sha256: form.sha256 }))
}

pub(super) fn postprocessing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Postprocessing>, D::Error> {
    let form = Option::<PostprocessingForm>::deserialize(deserializer)?;
    Ok(form.map(|form| Postprocessing { sha256: form.sha256 }))
}

/// A list of names, or a table of names.
pub(super) fn entrypoints<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, EntryPoint>, D::Error> {
    struct Names;

    impl<'de> Visitor<'de> for Names {
        type Value = BTreeMap<String, EntryPoint>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of names, or a table such as `{ predict = { takes = \"text\" } }`")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, names: A) -> Result<Self::Value, A::Error> {
            let names = Vec::<String>::deserialize(SeqAccessDeserializer::new(names))?;
            Ok(names.into_iter().map(|name| (name, EntryPoint::default())).collect())
        }

        fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
            BTreeMap::deserialize(MapAccessDeserializer::new(table))
        }
    }

    deserializer.deserialize_any(Names)
}

/// Versions by name: a text, or a whole number such as an operator set. `1.20` unquoted is the number 1.2.
pub(super) fn versions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let versions = BTreeMap::<String, VersionText>::deserialize(deserializer)?;
    Ok(versions.into_iter().map(|(name, version)| (name, version.0)).collect())
}

struct VersionText(String);

impl<'de> Deserialize<'de> for VersionText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = VersionText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a version in quotes, as in `\"1.20\"`, or a whole number")
            }

            fn visit_u64<E>(self, number: u64) -> Result<VersionText, E> {
                Ok(VersionText(number.to_string()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<VersionText, E> {
                let number = u64::try_from(number).map_err(|_| E::custom("a version is not negative"))?;
                self.visit_u64(number)
            }

            fn visit_str<E>(self, text: &str) -> Result<VersionText, E> {
                Ok(VersionText(text.to_owned()))
            }
        }

        deserializer.deserialize_any(Text)
    }
}
