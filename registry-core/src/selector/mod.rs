//! Selectors: the texts that ask for one version of a model.
//!
//! The text is classified first, so one text never has two meanings: a digest, an exact version, `latest`, a channel,
//! or else a range.

mod repair;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::name::ChannelName;
use crate::range::{MAX_RANGE_LENGTH, Range, is_operator};
use crate::version::Version;

/// The longest text that is read as a selector, in bytes.
pub const MAX_SELECTOR_LENGTH: usize = MAX_RANGE_LENGTH;

/// Which version of a model is asked for.
///
/// Equality ignores build metadata, as it does for versions: `1.2.3+a` equals `1.2.3+b`, but only one of them
/// resolves. A cache must take the text as its key, so there is no `Hash`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Selector {
    /// The version whose manifest has this digest: `sha256:…`.
    Digest(Digest),
    /// This version and no other: `1.2.3` or `=1.2.3`.
    Exact(Version),
    /// The highest stable version: `latest`.
    Latest,
    /// The version that a channel points at: `production`.
    Channel(ChannelName),
    /// The highest version of a range: `^1.2`.
    Range(Range),
}

/// Why a text is not a selector.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a selector: {reason}; {}", hint(suggestion.as_deref()))]
pub struct InvalidSelector {
    /// The text as given, cut after [`MAX_SELECTOR_LENGTH`] characters.
    pub text: String,
    /// What is wrong, and where.
    pub reason: String,
    /// The selector that was probably meant.
    pub suggestion: Option<String>,
}

fn hint(suggestion: Option<&str>) -> String {
    match suggestion {
        Some(suggestion) => format!("write `{suggestion}`"),
        None => "write a version (`1.4.0`), a range (`^1.2`), `latest`, a channel or a digest".to_owned(),
    }
}

impl FromStr for Selector {
    type Err = InvalidSelector;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).map_err(|reason| InvalidSelector {
            text: text.chars().take(MAX_SELECTOR_LENGTH).collect(),
            reason,
            suggestion: repair::suggestion(text),
        })
    }
}

fn read(text: &str) -> Result<Selector, String> {
    check_shape(text)?;
    if text == "latest" {
        Ok(Selector::Latest)
    } else if text.contains(':') {
        text.parse().map(Selector::Digest).map_err(|error: crate::digest::DigestError| error.to_string())
    } else if text.starts_with(|first: char| first.is_ascii_lowercase()) {
        text.parse().map(Selector::Channel).map_err(|error: crate::name::NameError| error.rule.to_string())
    } else if let Some(number) = full_number(text) {
        number.parse().map(Selector::Exact).map_err(|error: crate::version::VersionError| error.reason)
    } else {
        text.parse().map(Selector::Range).map_err(|error: crate::range::RangeError| error.reason)
    }
}

/// What is wrong with the text whatever it was meant to be.
fn check_shape(text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Err("it is empty".to_owned());
    }
    if text.len() > MAX_SELECTOR_LENGTH {
        return Err(format!("it is {} bytes long, the limit is {MAX_SELECTOR_LENGTH}", text.len()));
    }
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        return Err("it starts or ends with a space".to_owned());
    }
    if text.contains("||") {
        return Err("alternatives with `||` are not supported, ask for one of them".to_owned());
    }
    Ok(())
}

/// The number, if the text has the shape of one full version with at most an `=` in front.
fn full_number(text: &str) -> Option<&str> {
    let number = text.strip_prefix('=').unwrap_or(text).trim_start_matches(' ');
    let core = number.split(['-', '+']).next().unwrap_or_default();
    let full = core.split('.').count() >= 3 && !core.contains(['*', 'x', 'X']);
    let alone = !number.contains([' ', ',']) && !number.starts_with(is_operator);
    (full && alone).then_some(number)
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digest(digest) => digest.fmt(f),
            Self::Exact(version) => version.fmt(f),
            Self::Latest => f.write_str("latest"),
            Self::Channel(channel) => channel.fmt(f),
            Self::Range(range) => range.fmt(f),
        }
    }
}

impl TryFrom<String> for Selector {
    type Error = InvalidSelector;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Selector> for String {
    fn from(selector: Selector) -> Self {
        selector.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select(text: &str) -> Selector {
        text.parse().unwrap()
    }

    fn refused(text: &str) -> InvalidSelector {
        text.parse::<Selector>().unwrap_err()
    }

    #[test]
    fn texts_are_classified_first() {
        assert!(matches!(select("1.2.3"), Selector::Exact(_)));
        assert!(matches!(select("= 1.2.3-rc.1+cu12"), Selector::Exact(_)));
        assert!(matches!(select("latest"), Selector::Latest));
        assert!(matches!(select("xylophone"), Selector::Channel(_)));
        assert!(matches!(select(&Digest::of(b"").to_string()), Selector::Digest(_)));
        for range in ["1", "1.2", "1.x", "1.2.*", "*", "=1.2", ">= 1.2.0", "^1.2.3", "1.2.3, <2", "~1.2.3-a-b"] {
            assert!(matches!(select(range), Selector::Range(_)), "{range}");
        }
    }

    #[test]
    fn one_spelling_comes_out() {
        assert_eq!(select("=1.2.3+cu12").to_string(), "1.2.3+cu12");
        assert_eq!(select("1.2").to_string(), "1.2.*");
        assert_eq!(select(">=1.2.0 <2.0.0").to_string(), ">=1.2.0, <2.0.0");
    }

    #[test]
    fn errors_say_what_is_wrong_and_what_to_write() {
        assert_eq!(
            refused("v1.2.3").to_string(),
            "`v1.2.3` is not a selector: `v` and a digit reads like a version; write `1.2.3`"
        );
        assert_eq!(
            refused("^1.2.3 || ^2.0.0").to_string(),
            "`^1.2.3 || ^2.0.0` is not a selector: alternatives with `||` are not supported, ask for one of them; \
             write `^2.0.0`"
        );
        assert_eq!(
            refused("").to_string(),
            "`` is not a selector: it is empty; \
             write a version (`1.4.0`), a range (`^1.2`), `latest`, a channel or a digest"
        );
        assert_eq!(refused("9007199254740992.0.0").reason, "the major number 9007199254740992 is above 2^53-1");
        assert_eq!(refused("sha256:00").reason, "a sha256 digest has 64 hexadecimal digits, this has 2");
        assert!(refused(&"1".repeat(257)).reason.contains("the limit is 256"));
    }
}
