//! Version numbers: the SemVer 2.0.0 grammar, with parts that every client can hold.
//!
//! Source of the grammar and of precedence: <https://semver.org/spec/v2.0.0.html>, items 2, 9, 10 and 11.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The largest number a version part may hold: 2^53 - 1, the largest integer that a JSON number carries
/// exactly in every language.
pub const MAX_PART: u64 = (1 << 53) - 1;

/// The longest text that is read as a version, in bytes. Long enough for any build metadata seen in practice,
/// short enough to be a database key.
pub const MAX_VERSION_LENGTH: usize = 128;

/// One version number of a model, for example `2.1.0-rc.1+cu12`.
///
/// Equality, order and hash follow SemVer precedence, so build metadata never counts: `1.2.3+a == 1.2.3+b`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version(semver::Version);

/// Why a text is not a version number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a version number: {reason}; {hint}")]
pub struct VersionError {
    /// The text as given, cut after [`MAX_VERSION_LENGTH`] bytes.
    pub text: String,
    /// What is wrong, and where.
    pub reason: String,
    /// What to write instead.
    pub hint: String,
}

impl Version {
    /// A version of three numbers, without pre-release or build metadata.
    ///
    /// # Errors
    /// When a part is above [`MAX_PART`].
    pub fn new(major: u64, minor: u64, patch: u64) -> Result<Self, VersionError> {
        Self::checked(semver::Version::new(major, minor, patch))
    }

    /// `1.0.0`, the number of a first version when nobody asked for one: what is published has a contract.
    pub fn first() -> Self {
        Self(semver::Version::new(1, 0, 0))
    }

    /// The first number.
    pub fn major(&self) -> u64 {
        self.0.major
    }

    /// The second number.
    pub fn minor(&self) -> u64 {
        self.0.minor
    }

    /// The third number.
    pub fn patch(&self) -> u64 {
        self.0.patch
    }

    /// The three numbers, in order.
    pub fn triple(&self) -> (u64, u64, u64) {
        (self.0.major, self.0.minor, self.0.patch)
    }

    /// The pre-release identifiers after `-`, empty for a stable version.
    pub fn pre(&self) -> &str {
        self.0.pre.as_str()
    }

    /// The build metadata after `+`, empty when there is none.
    pub fn build(&self) -> &str {
        self.0.build.as_str()
    }

    /// Whether the version names a pre-release, such as `1.3.0-rc.1`.
    pub fn is_prerelease(&self) -> bool {
        !self.0.pre.is_empty()
    }

    /// The compatibility line that the version belongs to.
    pub fn line(&self) -> Line {
        Line::of(self)
    }

    /// The stable version of the same three numbers.
    #[must_use]
    pub fn stable(&self) -> Self {
        Self(semver::Version::new(self.0.major, self.0.minor, self.0.patch))
    }

    /// This version with other pre-release identifiers and no build metadata.
    ///
    /// # Errors
    /// When `pre` is not in the grammar of SemVer item 9.
    pub fn with_pre(&self, pre: &str) -> Result<Self, VersionError> {
        let stable = self.stable();
        if pre.is_empty() {
            return Ok(stable);
        }
        format!("{stable}-{pre}").parse()
    }

    /// The view of the `semver` crate, for matching ranges.
    pub fn as_semver(&self) -> &semver::Version {
        &self.0
    }

    fn checked(version: semver::Version) -> Result<Self, VersionError> {
        let parts = [("major", version.major), ("minor", version.minor), ("patch", version.patch)];
        for (name, part) in parts {
            if part > MAX_PART {
                return Err(VersionError {
                    text: version.to_string(),
                    reason: format!("the {name} number {part} is above 2^53-1"),
                    hint: format!("use a number up to {MAX_PART}"),
                });
            }
        }
        Ok(Self(version))
    }
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > MAX_VERSION_LENGTH {
            return Err(VersionError {
                text: text.chars().take(MAX_VERSION_LENGTH).collect(),
                reason: format!("it is {} bytes long, the limit is {MAX_VERSION_LENGTH}", text.len()),
                hint: "shorten the build metadata".to_owned(),
            });
        }
        let parsed = semver::Version::parse(text).map_err(|error| VersionError {
            text: text.to_owned(),
            reason: error.to_string(),
            hint: hint_for(text),
        })?;
        Self::checked(parsed)
    }
}

/// Guesses what the author meant: the most frequent slips are a leading `v`, missing parts and leading zeros.
fn hint_for(text: &str) -> String {
    let trimmed = text.trim().trim_start_matches(['v', 'V', '=']);
    let (numbers, rest) = match trimmed.find(['-', '+']) {
        Some(at) => trimmed.split_at(at),
        None => (trimmed, ""),
    };
    let mut parts: Vec<String> = numbers
        .split('.')
        .map(|part| part.trim_start_matches('0'))
        .map(|part| if part.is_empty() { "0".to_owned() } else { part.to_owned() })
        .collect();
    while parts.len() < 3 {
        parts.push("0".to_owned());
    }
    let guess = format!("{}{rest}", parts.join("."));
    if guess != text && is_version(&guess) {
        format!("write `{guess}`")
    } else {
        "write three numbers, as in `1.4.0` or `1.4.0-rc.1`".to_owned()
    }
}

fn is_version(text: &str) -> bool {
    let fits = |version| Version::checked(version).is_ok();
    text.len() <= MAX_VERSION_LENGTH && semver::Version::parse(text).is_ok_and(fits)
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp_precedence(&other.0)
    }
}

impl std::hash::Hash for Version {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.triple().hash(state);
        self.0.pre.as_str().hash(state);
    }
}

impl TryFrom<String> for Version {
    type Error = VersionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

/// A compatibility line: the leading non-zero part of a version. Versions of one line must stay compatible;
/// a breaking change opens a line, and a storage path, of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// `0.0.z`: every version is a line of its own.
    Patch(u64),
    /// `0.y`: the minor number is the breaking digit.
    Minor(u64),
    /// `x` of 1 and above.
    Major(u64),
}

impl Line {
    /// The line of a version; a pre-release has the line of its triple.
    pub fn of(version: &Version) -> Self {
        match version.triple() {
            (0, 0, patch) => Self::Patch(patch),
            (0, minor, _) => Self::Minor(minor),
            (major, _, _) => Self::Major(major),
        }
    }
}

impl Line {
    /// The lowest stable version of the line.
    pub fn first(self) -> Version {
        let (major, minor, patch) = match self {
            Self::Patch(patch) => (0, 0, patch),
            Self::Minor(minor) => (0, minor, 0),
            Self::Major(major) => (major, 0, 0),
        };
        Version(semver::Version::new(major, minor, patch))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Patch(patch) => write!(f, "0.0.{patch}"),
            Self::Minor(minor) => write!(f, "0.{minor}"),
            Self::Major(major) => write!(f, "{major}"),
        }
    }
}

impl FromStr for Line {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let padded = match text.split('.').count() {
            1 => format!("{text}.0.0"),
            2 => format!("{text}.0"),
            _ => text.to_owned(),
        };
        // Not what it says of the padded text, which nobody wrote.
        let version: Version = padded.parse().map_err(|_: VersionError| VersionError {
            text: text.chars().take(MAX_VERSION_LENGTH).collect(),
            reason: "it does not name a line".to_owned(),
            hint: "write the leading non-zero part of a version, as in `1`, `0.3` or `0.0.7`".to_owned(),
        })?;
        let line = version.line();
        if line.to_string() == text {
            return Ok(line);
        }
        Err(VersionError {
            text: text.to_owned(),
            reason: "it does not name a line".to_owned(),
            hint: format!("write the leading non-zero part, here `{line}`"),
        })
    }
}

impl Serialize for Line {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_to_write() {
        let hint = |text: &str| text.parse::<Version>().unwrap_err().hint;
        assert_eq!(hint("v1.2.3"), "write `1.2.3`");
        assert_eq!(hint("1.2"), "write `1.2.0`");
        assert_eq!(hint("01.2.3"), "write `1.2.3`");
        assert_eq!(hint("latest"), "write three numbers, as in `1.4.0` or `1.4.0-rc.1`");
    }

    #[test]
    fn what_errors_say_to_write_is_a_version() {
        for text in ["v9007199254740992.0.0".to_owned(), format!("1+{}", "a".repeat(MAX_VERSION_LENGTH - 2))] {
            let hint = text.parse::<Version>().unwrap_err().hint;
            assert_eq!(hint, "write three numbers, as in `1.4.0` or `1.4.0-rc.1`", "{text}");
        }
    }

    #[test]
    fn parts_end_at_what_json_can_hold() {
        assert!("9007199254740991.0.0".parse::<Version>().is_ok());
        let error = "0.9007199254740992.0".parse::<Version>().unwrap_err();
        assert!(error.reason.contains("minor"), "{error}");
        assert!("1.0.0+".parse::<Version>().is_err());
        assert!(format!("1.0.0+{}", "a".repeat(200)).parse::<Version>().is_err());
    }

    #[test]
    fn build_metadata_does_not_count() {
        let a: Version = "1.2.3+a".parse().unwrap();
        let b: Version = "1.2.3+b".parse().unwrap();
        assert_eq!(a, b);
        assert_eq!(a.cmp(&b), Ordering::Equal);
        assert_eq!(a.to_string(), "1.2.3+a");
    }

    #[test]
    fn lines_are_the_leading_non_zero_part() {
        let line = |text: &str| text.parse::<Version>().unwrap().line().to_string();
        assert_eq!(line("2.1.0"), "2");
        assert_eq!(line("0.3.1-rc.1"), "0.3");
        assert_eq!(line("0.0.4"), "0.0.4");
        assert_eq!(line("0.0.0"), "0.0.0");
        for text in ["2", "0.3", "0.0.4", "0.0.0"] {
            assert_eq!(text.parse::<Line>().unwrap().to_string(), text);
        }
        assert!("2.1".parse::<Line>().is_err());
        assert!("0".parse::<Line>().is_err());
    }
}
