//! Ranges of versions, such as `^1.2` or `>=1.2.0, <2.0.0`, with the meaning that node-semver gives them.
//!
//! Source: <https://github.com/npm/node-semver#ranges>. Three differences: a bare `1.2.3` alone is an exact selector;
//! `||` is refused, so a range is one interval, and a sorted index can be cut by it; and a lower bound of `0.0.0` is
//! kept where npm drops it, which shows in nothing but pre-releases of `0.0.0`.
//!
//! The `semver` crate reads the comparators, but its own matching is not used: it has no `includePrerelease`, and for
//! `~2, <2.0.3-rc.2` it leaves out `2.0.3-rc.1`, which npm admits.

mod comparator;
mod interval;
mod parse;

use std::fmt;
use std::str::FromStr;

use semver::{Comparator, VersionReq};
use serde::{Deserialize, Serialize};

pub(crate) use self::interval::{Cut, Interval};
pub(crate) use self::parse::is_operator;
use crate::version::Version;

/// The longest range, in bytes, also when it is spelled out: several times the longest one seen in practice.
pub const MAX_RANGE_LENGTH: usize = 256;

/// One range of versions.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Range {
    /// The comparators as written, for display. What they mean is in the intervals.
    requirement: VersionReq,
    /// Where stable versions satisfy.
    stable: Interval,
    /// Where pre-releases satisfy unasked: inside the triples whose pre-releases a comparator names. At most two
    /// are not empty, at the two ends.
    named: Vec<Interval>,
    /// Where pre-releases satisfy when all are included.
    included: Interval,
}

/// Which pre-releases satisfy a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PreReleases {
    /// Only those of a triple whose pre-release a comparator names: `^1.3.0-rc.1` admits `1.3.0-rc.2`.
    #[default]
    Named,
    /// All that lie between the bounds, as node-semver's `includePrerelease` has it.
    Include,
}

/// Why a text is not a range.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a range: {reason}; write comparators such as `^1.2` or `>=1.2.0, <2.0.0`")]
pub struct RangeError {
    /// The text as given, cut after [`MAX_RANGE_LENGTH`] characters.
    pub text: String,
    /// What is wrong, and with which comparator.
    pub reason: String,
}

impl Range {
    /// Whether the version lies in the range. Build metadata never counts.
    pub fn matches(&self, version: &Version, prereleases: PreReleases) -> bool {
        if version.is_prerelease() {
            self.prereleases(prereleases).iter().any(|interval| interval.contains(version))
        } else {
            self.stable.contains(version)
        }
    }

    /// Whether the bounds contradict each other, as in `>2.0.0, <1.0.0`, so that no version can ever match.
    pub fn is_empty(&self) -> bool {
        self.stable.is_empty() && self.included.is_empty()
    }

    /// Where stable versions satisfy.
    pub(crate) fn stable(&self) -> &Interval {
        &self.stable
    }

    /// Where pre-releases satisfy: intervals without a common version.
    pub(crate) fn prereleases(&self, prereleases: PreReleases) -> &[Interval] {
        match prereleases {
            PreReleases::Named => &self.named,
            PreReleases::Include => std::slice::from_ref(&self.included),
        }
    }

    fn new(comparators: Vec<Comparator>) -> Self {
        let intersect = |prereleases| {
            let intervals = comparators.iter().map(|comparator| comparator::interval(comparator, prereleases));
            intervals.fold(Interval::ALL, Interval::and)
        };
        let stable = intersect(PreReleases::Named);
        let named = named_prereleases(&comparators, &stable);
        let included = intersect(PreReleases::Include);
        Self { requirement: VersionReq { comparators }, stable, named, included }
    }
}

fn named_prereleases(comparators: &[Comparator], within: &Interval) -> Vec<Interval> {
    let mut triples: Vec<_> = comparators.iter().filter_map(comparator::named_prerelease).collect();
    triples.sort_unstable();
    triples.dedup();
    let intervals = triples.into_iter().map(|triple| Interval::prereleases_of(triple).and(within.clone()));
    intervals.filter(|interval| !interval.is_empty()).collect()
}

impl FromStr for Range {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = |reason| RangeError { text: text.chars().take(MAX_RANGE_LENGTH).collect(), reason };
        check_length(text).map_err(refused)?;
        let range = Self::new(parse::comparators(text).map_err(refused)?);
        // What comes out must go in again.
        check_length(&range.to_string()).map_err(refused)?;
        Ok(range)
    }
}

fn check_length(text: &str) -> Result<(), String> {
    match text.len() {
        0..=MAX_RANGE_LENGTH => Ok(()),
        length => Err(format!("it is {length} bytes long, the limit is {MAX_RANGE_LENGTH}")),
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.requirement.fmt(f)
    }
}

impl TryFrom<String> for Range {
    type Error = RangeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Range> for String {
    fn from(range: Range) -> Self {
        range.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(range: &str, version: &str, prereleases: PreReleases) -> bool {
        range.parse::<Range>().unwrap().matches(&version.parse().unwrap(), prereleases)
    }

    #[test]
    fn plain_ranges_admit_no_prerelease() {
        assert!(matches("^1.2", "1.9.9", PreReleases::Named));
        assert!(!matches("^1.2", "1.9.9-rc.1", PreReleases::Named));
        assert!(!matches("<2", "2.0.0-rc.1", PreReleases::Include));
    }

    #[test]
    fn a_named_prerelease_admits_its_triple() {
        assert!(matches("^1.3.0-rc.1", "1.3.0-rc.2", PreReleases::Named));
        assert!(!matches("^1.3.0-rc.1", "1.3.0-rc.0", PreReleases::Named));
        assert!(!matches("^1.3.0-rc.1", "1.4.0-rc.1", PreReleases::Named));
        assert!(matches(">=1.0.0, <1.3.0-rc.2", "1.3.0-rc.1", PreReleases::Named));
        assert!(matches(">=1.3.0-x-1.y--, <2", "1.3.0-x-2", PreReleases::Named));
    }

    #[test]
    fn included_prereleases_reach_below_a_partial_bound() {
        // As node-semver 7.8: a partial bound starts at `-0`, a full one at itself.
        for range in ["1.2", "=1.2", "^1.2", "~1.2", ">=1.2", "1.2.x", ">1.1", "1", "*"] {
            assert!(matches(range, "1.2.0-rc.1", PreReleases::Include), "{range}");
        }
        assert!(!matches(">=1.2.0", "1.2.0-rc.1", PreReleases::Include));
        assert!(matches("<1.2.0", "1.2.0-rc.1", PreReleases::Include));
        assert!(!matches("<1.2", "1.2.0-rc.1", PreReleases::Include));
    }

    #[test]
    fn what_comes_out_goes_in_again() {
        let error = ["1"; 100].join(" ").parse::<Range>().unwrap_err();
        assert_eq!(error.reason, "it is 498 bytes long, the limit is 256");
        assert!(["1"; 51].join(" ").parse::<Range>().unwrap().to_string().parse::<Range>().is_ok());
    }

    #[test]
    fn contradictions_are_empty() {
        assert!(">2.0.0, <1.0.0".parse::<Range>().unwrap().is_empty());
        assert!("=1.0.0, =2.0.0".parse::<Range>().unwrap().is_empty());
        assert!("<0".parse::<Range>().unwrap().is_empty());
        assert!(!">=1.0.0, <=1.0.0".parse::<Range>().unwrap().is_empty());
    }
}
