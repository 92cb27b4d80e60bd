//! The parsers of the short texts that people type: what is accepted comes out in one spelling, which is accepted again.

use std::fmt::{Debug, Display};
use std::hash::{BuildHasher as _, RandomState};
use std::str::{FromStr, from_utf8};

use registry_core::range::{PreReleases, Range};
use registry_core::reference::{Reference, ReferenceError};
use registry_core::selector::{InvalidSelector, Selector};
use registry_core::version::{Line, Version, VersionError};

/// Reads one version, or two on lines of their own, which are then compared.
pub fn version(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    check_version(text);
    let _line = round_trip::<Line>(text);
    if let Some((left, right)) = text.split_once('\n') {
        check_version(left);
        check_version(right);
        check_order(left, right);
    }
}

/// Reads one selector, reference and range; with a second line, a version that the range may hold.
pub fn selector(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    check_selector(text);
    if let Some((selector, version)) = text.split_once('\n') {
        check_selector(selector);
        check_matches(selector, version);
    }
}

/// Checks that the one spelling of a value is accepted, and is the value.
fn round_trip<T: FromStr<Err: Display> + Display + PartialEq + Debug>(text: &str) -> Result<T, T::Err> {
    let value: T = text.parse().inspect_err(|error: &T::Err| assert!(!error.to_string().is_empty()))?;
    let spelling = value.to_string();
    let again: Result<T, T::Err> = spelling.parse();
    let again = again.unwrap_or_else(|error| panic!("`{text}` comes out as `{spelling}`: {error}"));
    assert_eq!(again, value);
    assert_eq!(again.to_string(), spelling);
    Ok(value)
}

fn check_version(text: &str) {
    match round_trip::<Version>(text) {
        Ok(version) => {
            assert_eq!(version.to_string(), text);
            assert_eq!(round_trip::<Line>(&version.line().to_string()).ok(), Some(version.line()));
            assert_eq!(version.with_pre(version.pre()), Ok(version.clone()));
            assert!(version <= version.stable());
        }
        Err(VersionError { reason, hint, .. }) => {
            assert!(!reason.is_empty() && !hint.is_empty());
            let guess = hint.strip_prefix("write `").and_then(|hint| hint.strip_suffix('`'));
            if let Some(guess) = guess {
                assert!(guess.parse::<Version>().is_ok(), "`{text}`: {hint}");
            }
        }
    }
}

fn check_order(left: &str, right: &str) {
    let (Ok(left), Ok(right)) = (left.parse::<Version>(), right.parse::<Version>()) else { return };
    assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
    assert_eq!(left == right, left.cmp(&right).is_eq());
    if left == right {
        let hasher = RandomState::new();
        assert_eq!(hasher.hash_one(&left), hasher.hash_one(&right));
        assert_eq!(left.line(), right.line());
    }
}

fn check_selector(text: &str) {
    if let Err(error) = round_trip::<Selector>(text) {
        check_refusal(&error);
    }
    match round_trip::<Reference>(text) {
        Ok(_) => {}
        Err(ReferenceError::Selector(error)) => check_refusal(&error),
        Err(ReferenceError::Shape { reason, .. }) => assert!(!reason.is_empty()),
        Err(ReferenceError::Name(error)) => assert!(!error.hint.is_empty() && !error.rule.to_string().is_empty()),
    }
    if let Err(error) = round_trip::<Range>(text) {
        assert!(!error.reason.is_empty());
    }
}

/// Checks that what is suggested would be accepted.
fn check_refusal(error: &InvalidSelector) {
    assert!(!error.reason.is_empty());
    if let Some(suggestion) = &error.suggestion {
        assert!(round_trip::<Selector>(suggestion).is_ok(), "{error}");
    }
}

fn check_matches(range: &str, version: &str) {
    let (Ok(range), Ok(version)) = (range.parse::<Range>(), version.parse::<Version>()) else { return };
    let named = range.matches(&version, PreReleases::Named);
    let included = range.matches(&version, PreReleases::Include);
    assert!(!range.is_empty() || !(named || included), "{range} is empty, and holds {version}");
    assert!(version.is_prerelease() || named == included, "{range}, {version}");
}
