//! Tokens: `mrt_`, 43 characters of base64url for 32 random bytes, and a checksum of 6. The prefix lets scanners of secrets
//! find them, the checksum lets everyone see a mistyped one without asking. The registry keeps only their digests.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use registry_core::digest::Digest;

pub(crate) const PREFIX: &str = "mrt_";
const SECRET_BYTES: usize = 32;
const CHECKSUM_LENGTH: usize = 6;
const BASE_62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The text of a token. It shows itself only when asked by name.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    /// A new token.
    pub(crate) fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; SECRET_BYTES];
        getrandom::fill(&mut bytes)?;
        let body = BASE64_URL_SAFE_NO_PAD.encode(bytes);
        Ok(Self(format!("{PREFIX}{body}{}", checksum(&body))))
    }

    /// A token that was kept, if it is one.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        is_well_formed(text).then(|| Self(text.to_owned()))
    }

    /// The text, for the one who may have it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// What the registry keeps of it.
    pub(crate) fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Whether a text has the form of a token, checksum included.
pub(crate) fn is_well_formed(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        return false;
    };
    let parts = rest.len().checked_sub(CHECKSUM_LENGTH).and_then(|at| rest.split_at_checked(at));
    parts.is_some_and(|(body, sum)| {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(body);
        bytes.is_ok_and(|bytes| bytes.len() == SECRET_BYTES) && checksum(body) == sum
    })
}

/// The CRC-32 of a text in base 62, six digits.
fn checksum(text: &str) -> String {
    let mut rest = crc32(text.as_bytes());
    let mut digits = [b'0'; CHECKSUM_LENGTH];
    for digit in digits.iter_mut().rev() {
        let value = usize::try_from(rest % 62).unwrap_or_default();
        *digit = BASE_62.get(value).copied().unwrap_or(b'0');
        rest /= 62;
    }
    digits.into_iter().map(char::from).collect()
}

/// CRC-32 as in Ethernet and zip: reflected, polynomial 0xEDB88320.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_crc32() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(""), "000000");
    }

    #[test]
    fn tokens_are_well_formed_and_differ() {
        let (first, second) = (Secret::generate().unwrap(), Secret::generate().unwrap());
        assert_ne!(first, second);
        assert_eq!(first.reveal().len(), 4 + 43 + 6);
        assert_eq!(Secret::from_text(first.reveal()), Some(first));
    }

    #[test]
    fn a_changed_character_shows() {
        let token = Secret::generate().unwrap();
        for position in 0..token.reveal().len() {
            let mut bytes = token.reveal().as_bytes().to_vec();
            bytes[position] = if bytes[position] == b'A' { b'B' } else { b'A' };
            assert!(!is_well_formed(std::str::from_utf8(&bytes).unwrap()), "{position}");
        }
        for text in ["", "mrt_", "mrt_é", "mrt_ééé", "ghp_x"] {
            assert!(!is_well_formed(text), "{text}");
        }
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(format!("{:?}", Secret::generate().unwrap()), "Secret(…)");
    }
}
