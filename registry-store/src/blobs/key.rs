//! Where a blob lies in the store. Every key and every prefix is built here, from validated names and digests only.

use std::fmt;
use std::str::FromStr;

use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Line;

use super::error::BlobError;

const LINES: &str = "lines";
const ALGORITHM: &str = "sha256";

/// The place of one blob: `{namespace}/{model}/lines/{line}/sha256/{first two hex}/{digest}`.
///
/// The digest is that of the bytes, so a key says what must be under it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey {
    /// The namespace of the model.
    pub namespace: NamespaceName,
    /// The model.
    pub model: ModelName,
    /// The compatibility line, which has a storage path of its own.
    pub line: Line,
    /// The digest of the bytes.
    pub sha256: Digest,
}

/// A part of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlobPrefix {
    /// The whole store.
    Everything,
    /// One namespace.
    Namespace(NamespaceName),
    /// One model.
    Model(NamespaceName, ModelName),
    /// One line of a model.
    Line(NamespaceName, ModelName, Line),
}

/// Why a text is not the key of a blob.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not the key of a blob: {reason}")]
pub struct BlobKeyError {
    /// The text as given.
    pub text: String,
    /// The first part that is wrong, and why.
    pub reason: String,
}

impl BlobKey {
    /// The line that the blob belongs to, as a part of the store.
    pub fn prefix(&self) -> BlobPrefix {
        BlobPrefix::Line(self.namespace.clone(), self.model.clone(), self.line)
    }

    /// Only a key of the same digest can be that of a copy.
    pub(super) fn same_bytes(&self, copy: &Self) -> Result<(), BlobError> {
        if self.sha256 == copy.sha256 {
            return Ok(());
        }
        Err(BlobError::WrongDigest { expected: copy.sha256, actual: self.sha256 })
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = self.sha256.to_hex();
        let fan = hex.get(..2).unwrap_or_default();
        write!(f, "{}/{ALGORITHM}/{fan}/{hex}", self.prefix())
    }
}

impl fmt::Display for BlobPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => Ok(()),
            Self::Namespace(namespace) => write!(f, "{namespace}"),
            Self::Model(namespace, model) => write!(f, "{namespace}/{model}"),
            Self::Line(namespace, model, line) => write!(f, "{namespace}/{model}/{LINES}/{line}"),
        }
    }
}

impl FromStr for BlobKey {
    type Err = BlobKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).map_err(|reason| BlobKeyError { text: text.to_owned(), reason })
    }
}

fn parse(text: &str) -> Result<BlobKey, String> {
    let parts: Vec<&str> = text.split('/').collect();
    let [namespace, model, lines, line, algorithm, fan, hex] = parts.as_slice() else {
        return Err(format!("it has {} parts, a key has 7", parts.len()));
    };
    for (part, expected) in [(*lines, LINES), (*algorithm, ALGORITHM)] {
        if part != expected {
            return Err(format!("`{part}` stands where `{expected}` belongs"));
        }
    }
    let key = BlobKey {
        namespace: read(namespace)?,
        model: read(model)?,
        line: read(line)?,
        sha256: Digest::from_hex(hex).map_err(|error| error.to_string())?,
    };
    if hex.get(..2) != Some(*fan) {
        return Err(format!("the digest does not start with `{fan}`"));
    }
    Ok(key)
}

fn read<T: FromStr<Err: fmt::Display>>(part: &str) -> Result<T, String> {
    part.parse().map_err(|error: T::Err| error.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEX: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn keys() -> impl Strategy<Value = BlobKey> {
        let name = "[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?";
        let namespaces = name.prop_filter_map("a name", |text| text.parse().ok());
        let models = name.prop_filter_map("a name", |text| text.parse().ok());
        let number = 1_u64..(1 << 53);
        let lines = prop_oneof![
            number.clone().prop_map(Line::Major),
            number.clone().prop_map(Line::Minor),
            number.prop_map(Line::Patch),
        ];
        (namespaces, models, lines, any::<[u8; 32]>()).prop_map(|(namespace, model, line, bytes)| BlobKey {
            namespace,
            model,
            line,
            sha256: Digest::from_bytes(bytes),
        })
    }

    fn inside(key: &BlobKey, prefix: &BlobPrefix) -> bool {
        key.to_string().starts_with(&format!("{prefix}/"))
    }

    proptest! {
        #[test]
        fn a_key_reads_back(key in keys()) {
            prop_assert_eq!(key.to_string().parse::<BlobKey>(), Ok(key));
        }

        #[test]
        fn a_key_lies_in_its_own_line_and_in_no_other(key in keys(), other in keys()) {
            prop_assert!(inside(&key, &key.prefix()));
            prop_assert!(inside(&key, &BlobPrefix::Model(key.namespace.clone(), key.model.clone())));
            prop_assert!(inside(&key, &BlobPrefix::Namespace(key.namespace.clone())));
            prop_assert_eq!(inside(&key, &other.prefix()), key.prefix() == other.prefix());
        }

        #[test]
        fn a_key_climbs_nowhere_and_is_the_same_for_the_object_store(key in keys()) {
            let text = key.to_string();
            prop_assert!(text.split('/').all(|part| !matches!(part, "" | "." | "..")));
            prop_assert!(!text.starts_with('.'), "staging begins with a full stop");
            prop_assert_eq!(object_store::path::Path::from(text.as_str()).to_string(), text);
        }

        #[test]
        fn what_reads_as_a_key_is_written_the_same(text in "[a-z0-9./]{0,40}|[a-z]/[a-z.]{1,3}/lines/[0-9.]{1,5}/sha256/e3/[0-9a-f]{64}") {
            if let Ok(key) = text.parse::<BlobKey>() {
                prop_assert_eq!(key.to_string(), text);
            }
        }
    }

    #[test]
    fn the_layout_is_the_documented_one() {
        let text = format!("acme/fraud/lines/0.3/sha256/e3/{HEX}");
        let key: BlobKey = text.parse().unwrap();
        assert_eq!(key.line, Line::Minor(3));
        assert_eq!(key.sha256, Digest::of(b""));
        assert_eq!(key.to_string(), text);
        assert_eq!(key.prefix().to_string(), "acme/fraud/lines/0.3");
        assert_eq!(BlobPrefix::Everything.to_string(), "");
    }

    #[test]
    fn errors_name_the_part() {
        let reason = |text: String| text.parse::<BlobKey>().unwrap_err().reason;
        assert_eq!(reason("a/b".to_owned()), "it has 2 parts, a key has 7");
        assert_eq!(reason(format!("a/b/line/2/sha256/e3/{HEX}")), "`line` stands where `lines` belongs");
        assert_eq!(reason(format!("a/b/lines/2/sha256/ff/{HEX}")), "the digest does not start with `ff`");
        assert!(reason(format!("a/../lines/2/sha256/e3/{HEX}")).contains("model name"));
        assert!(reason(format!("a/b/lines/2.1/sha256/e3/{HEX}")).contains("does not name a line"));
    }
}
