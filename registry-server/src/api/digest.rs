//! Digests of files on the wire: 64 hexadecimal digits, because the name of the field says what they are. Requests may
//! write `sha256:` in front.

use registry_core::digest::Digest;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

pub(crate) fn serialize<S: Serializer>(digest: &Digest, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&digest.to_hex())
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Digest, D::Error> {
    let text = String::deserialize(deserializer)?;
    let hex = text.strip_prefix("sha256:").unwrap_or(&text);
    Digest::from_hex(hex).map_err(D::Error::custom)
}

/// A digest that may be absent.
pub(crate) mod optional {
    use registry_core::digest::Digest;
    use serde::Serializer;

    #[expect(clippy::ref_option, reason = "serde calls it so")]
    pub(crate) fn serialize<S: Serializer>(digest: &Option<Digest>, serializer: S) -> Result<S::Ok, S::Error> {
        match digest {
            Some(digest) => super::serialize(digest, serializer),
            None => serializer.serialize_none(),
        }
    }
}
