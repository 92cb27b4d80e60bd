//! Content digests, written `sha256:` and 64 lower-case hexadecimal digits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

const PREFIX: &str = "sha256:";
const HEX_LENGTH: usize = 64;

/// A SHA-256 digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// Why a text is not a digest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
    /// The text does not start with `sha256:`.
    #[error("a digest starts with `sha256:`, but this starts with `{0}`")]
    Algorithm(String),
    /// The number of hexadecimal digits is wrong.
    #[error("a sha256 digest has 64 hexadecimal digits, this has {0}")]
    Length(usize),
    /// A character is not a lower-case hexadecimal digit.
    #[error("`{character}` at position {position} is not a lower-case hexadecimal digit")]
    Character {
        /// The first character that does not belong.
        character: char,
        /// Where it stands, counted in characters from the start of the text.
        position: usize,
    },
}

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest that a hash function has already computed.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes of the digest.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The 64 hexadecimal digits, without the `sha256:` in front.
    pub fn to_hex(&self) -> String {
        use fmt::Write as _;
        self.0.iter().fold(String::with_capacity(HEX_LENGTH), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _written = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Reads 64 hexadecimal digits without `sha256:` in front, as manifests and lock files have them.
    ///
    /// # Errors
    /// When the length or a character is wrong.
    pub fn from_hex(hex: &str) -> Result<Self, DigestError> {
        parse_hex(hex, 0)
    }
}

fn parse_hex(hex: &str, offset: usize) -> Result<Digest, DigestError> {
    let length = hex.chars().count();
    if length != HEX_LENGTH {
        return Err(DigestError::Length(length));
    }
    let mut bytes = [0_u8; 32];
    for (index, character) in hex.chars().enumerate() {
        let value = match character {
            '0'..='9' | 'a'..='f' => character.to_digit(16).and_then(|digit| u8::try_from(digit).ok()),
            _ => None,
        };
        let value = value.ok_or(DigestError::Character { character, position: offset + index })?;
        if let Some(byte) = bytes.get_mut(index / 2) {
            *byte = (*byte << 4) | value;
        }
    }
    Ok(Digest(bytes))
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some(hex) = text.strip_prefix(PREFIX) else {
            return Err(DigestError::Algorithm(text.chars().take(PREFIX.len()).collect()));
        };
        parse_hex(hex, PREFIX.len())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.to_hex())
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn digest_of_nothing_is_the_published_one() {
        assert_eq!(Digest::of(b"").to_string(), EMPTY);
        assert_eq!(EMPTY.parse::<Digest>().unwrap(), Digest::of(b""));
    }

    #[test]
    fn errors_name_the_place() {
        assert_eq!("md5:00".parse::<Digest>(), Err(DigestError::Algorithm("md5:00".to_owned())));
        assert_eq!("sha256:00".parse::<Digest>(), Err(DigestError::Length(2)));
        let upper = EMPTY.replace("e3b0", "E3b0");
        assert_eq!(upper.parse::<Digest>(), Err(DigestError::Character { character: 'E', position: 7 }));
        assert!("sha256:é".parse::<Digest>().is_err());
    }
}
