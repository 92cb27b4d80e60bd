//! One file of a version: where it lies, how long it is, what it holds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::path::FilePath;
use crate::digest::Digest;

/// One file of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Where it lies inside the version.
    pub path: FilePath,
    /// The number of bytes.
    pub size: u64,
    /// The SHA-256 of the bytes; 64 hexadecimal digits in JSON.
    #[serde(with = "hex")]
    pub sha256: Digest,
    /// What kind of file it is.
    pub media_type: MediaType,
}

/// Digests as manifests write them: without `sha256:` in front, the key says it.
mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::digest::Digest;

    pub(super) fn serialize<S: Serializer>(digest: &Digest, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&digest.to_hex())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Digest, D::Error> {
        let text = String::deserialize(deserializer)?;
        Digest::from_hex(&text).map_err(|error| D::Error::custom(format!("`sha256`: {error}")))
    }
}

/// A media type without parameters, in lower case: `application/vnd.onnx`. It becomes a response header, so nothing
/// but the restricted names of RFC 6838 may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MediaType(String);

/// Why a text is not a media type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a media type: {reason}; write two lower-case names, as in `application/octet-stream`")]
pub struct MediaTypeError {
    /// The text as given, escaped, cut after 255 characters.
    pub text: String,
    /// What is wrong, and where.
    pub reason: String,
}

/// The longest type or subtype: RFC 6838, section 4.2.
const MAX_NAME: usize = 127;

impl MediaType {
    /// The media type as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The media type of a file whose publisher names none: by the extension of its name. The digest of the version
    /// covers it, so an entry of this table never changes.
    pub fn of_path(path: &FilePath) -> Self {
        let name = path.segments().next_back().unwrap_or_default().to_ascii_lowercase();
        let known = match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "onnx" => "application/vnd.onnx",
            "safetensors" => "application/vnd.safetensors",
            "json" => "application/json",
            "toml" => "application/toml",
            "yaml" | "yml" => "application/yaml",
            "md" => "text/markdown",
            "txt" => "text/plain",
            _ if name == "mlmodel" => "application/yaml",
            _ => "application/octet-stream",
        };
        Self(known.to_owned())
    }
}

fn check(text: &str) -> Result<(), String> {
    let Some((kind, subtype)) = text.split_once('/') else {
        return Err("the `/` after the type is missing".to_owned());
    };
    for (what, name) in [("type", kind), ("subtype", subtype)] {
        if name.is_empty() || name.len() > MAX_NAME {
            return Err(format!("the {what} is {} bytes long, it needs 1 to {MAX_NAME}", name.len()));
        }
        if !name.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit()) {
            return Err(format!("the {what} does not start with a lower-case letter or a digit"));
        }
        if let Some(misplaced) = name.chars().find(|character| !is_restricted(*character)) {
            return Err(format!("`{}` in the {what} is not allowed", misplaced.escape_default()));
        }
    }
    Ok(())
}

fn is_restricted(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || "!#$&-^_.+".contains(character)
}

impl FromStr for MediaType {
    type Err = MediaTypeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        check(text).map_err(|reason| MediaTypeError {
            text: text.chars().take(255).flat_map(char::escape_default).collect(),
            reason,
        })?;
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for MediaType {
    type Error = MediaTypeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<MediaType> for String {
    fn from(media_type: MediaType) -> Self {
        media_type.0
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_cannot_carry_a_header() {
        for text in ["application/vnd.onnx", "text/markdown", "application/x-npz+zip", "image/svg+xml"] {
            assert_eq!(text.parse::<MediaType>().unwrap().as_str(), text);
        }
        for text in
            ["", "text", "text/", "/plain", "Text/plain", "text/plain; charset=utf-8", "text/plain\r\nx: y", "a/b/c"]
        {
            let error = text.parse::<MediaType>().unwrap_err().to_string();
            assert!(!error.contains('\r'), "{error}");
        }
    }

    #[test]
    fn every_media_type_of_an_extension_is_one() {
        for (path, expected) in [("a/Model.ONNX", "application/vnd.onnx"), ("onnx", "application/octet-stream")] {
            let media_type = MediaType::of_path(&path.parse().unwrap());
            assert_eq!(media_type.as_str(), expected);
        }
        for extension in ["onnx", "safetensors", "json", "toml", "yaml", "yml", "md", "txt", "bin"] {
            let media_type = MediaType::of_path(&format!("model.{extension}").parse().unwrap());
            assert_eq!(media_type.as_str().parse::<MediaType>(), Ok(media_type));
        }
    }

    #[test]
    fn digests_stand_without_their_prefix() {
        let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let text = format!(r#"{{"path":"a","size":0,"sha256":"{hex}","media_type":"text/plain"}}"#);
        let entry: FileEntry = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&entry).unwrap(), text);
        let prefixed = text.replace(hex, &format!("sha256:{hex}"));
        let error = serde_json::from_str::<FileEntry>(&prefixed).unwrap_err().to_string();
        assert!(error.contains("`sha256`: a sha256 digest has 64 hexadecimal digits"), "{error}");
    }
}
