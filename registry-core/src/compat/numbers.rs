//! Rules about the version number itself, and the numbers that may come next.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Rule;
use super::policy::Policy;
use super::rule::{Demand, Level};
use crate::bump::{RequiredBump, Step};
use crate::version::{Line, Version};

/// A rule about the number that fires.
#[derive(Debug, Clone)]
pub(super) struct NumberFinding {
    pub(super) rule: Rule,
    pub(super) demand: Demand,
    pub(super) old: Value,
    pub(super) new: Value,
    pub(super) refuses: bool,
}

impl NumberFinding {
    pub(super) fn new(rule: Rule, old: impl Into<Value>, new: impl Into<Value>, policy: &Policy) -> Self {
        let demand = policy.demand_of(rule);
        let refuses = demand.level == Level::Deny && rule.spec().refuses_always;
        Self { rule, demand, old: old.into(), new: new.into(), refuses }
    }
}

/// What the rules about a number look at.
pub(super) struct Facts<'a> {
    pub(super) number: &'a Version,
    /// Every version of the model, in ascending order.
    pub(super) versions: &'a [&'a Version],
    pub(super) base: Option<&'a Version>,
    pub(super) successor: Option<&'a Version>,
    pub(super) required: RequiredBump,
    /// Whether the nearest live stable predecessor in the line has the same files and contract.
    pub(super) same_content_in_line: bool,
    /// Whether a predecessor finds the step too small.
    pub(super) too_small: bool,
    /// Whether the successor would no longer be a compatible replacement.
    pub(super) conflict: bool,
}

/// The rules about the number that fire, those that refuse first.
pub(super) fn check(facts: &Facts<'_>, policy: &Policy) -> Vec<NumberFinding> {
    let number = facts.number;
    let mut found = Vec::new();
    let mut fire = |rule: Rule, old: Value, new: Value| found.push(NumberFinding::new(rule, old, new, policy));
    let text = |version: Option<&Version>| version.map_or(Value::Null, |version| version.to_string().into());

    let all = || facts.versions.iter().copied();
    let existing = all().find(|version| *version == number);
    if existing.is_some() {
        fire(Rule::VersionExists, text(existing), text(Some(number)));
    }
    if facts.same_content_in_line {
        fire(Rule::NothingChanged, text(facts.base), text(Some(number)));
    }
    if facts.too_small {
        fire(Rule::VersionTooSmall, text(facts.base), facts.required.as_str().into());
    }
    if facts.conflict {
        fire(Rule::VersionBackportConflict, text(Some(number)), text(facts.successor));
    }
    if existing.is_none() && !is_next(number, &all, facts.base) {
        fire(Rule::VersionNotNext, text(facts.base), text(Some(number)));
    }
    let released = all().find(|version| number.is_prerelease() && **version == number.stable());
    if released.is_some() {
        fire(Rule::VersionPreAfterRelease, text(released), text(Some(number)));
    }
    if let Some(base) = facts.base.filter(|base| is_major_unneeded(base, number, facts.required)) {
        fire(Rule::VersionMajorUnneeded, text(Some(base)), facts.required.as_str().into());
    }
    found.sort_by_key(|finding| !finding.refuses);
    found
}

fn is_next<'a, I: Iterator<Item = &'a Version>>(
    number: &Version,
    all: &impl Fn() -> I,
    base: Option<&Version>,
) -> bool {
    let next = candidates(all(), base);
    next.is_empty() || next.contains(&number.stable())
}

/// A number in a line of its own although the changes would have fitted into the old one. In `0.0.z` there is no smaller
/// step.
fn is_major_unneeded(base: &Version, number: &Version, required: RequiredBump) -> bool {
    Step::between(base, number) == Step::Major
        && required < RequiredBump::Major
        && !matches!(number.line(), Line::Patch(_))
}

/// The next patch, minor and major after each tip, and after `predecessor`. A tip is the highest number ever used in a
/// line, whatever its state.
pub(crate) fn candidates<'a>(
    versions: impl Iterator<Item = &'a Version>,
    predecessor: Option<&Version>,
) -> BTreeSet<Version> {
    let mut tips: BTreeMap<Line, &Version> = BTreeMap::new();
    for version in versions {
        let tip = tips.entry(version.line()).or_insert(version);
        if version > *tip {
            *tip = version;
        }
    }
    tips.into_values().chain(predecessor).flat_map(next_numbers).collect()
}

/// The next patch, minor and major number after a version; after a pre-release its own triple comes first.
fn next_numbers(version: &Version) -> Vec<Version> {
    Digit::ALL.into_iter().filter_map(|digit| digit.next_after(version)).collect()
}

/// A digit of a version number, as `--bump` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digit {
    /// The first.
    Major,
    /// The second.
    Minor,
    /// The third.
    Patch,
}

impl Digit {
    const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Patch];

    /// The next number in which this digit rose. None where a part would leave the range of a version.
    pub fn next_after(self, version: &Version) -> Option<Version> {
        let (major, minor, patch) = version.triple();
        let is_own_release = version.is_prerelease()
            && match self {
                Self::Major => (minor, patch) == (0, 0),
                Self::Minor => patch == 0,
                Self::Patch => true,
            };
        if is_own_release {
            return Some(version.stable());
        }
        let next = match self {
            Self::Major => Version::new(major + 1, 0, 0),
            Self::Minor => Version::new(major, minor + 1, 0),
            Self::Patch => Version::new(major, minor, patch + 1),
        };
        next.ok()
    }
}

/// The number with this pre-release suffix; where it is taken, the last number of the suffix rises until it is free.
pub(super) fn with_free_suffix<'a>(
    number: &Version,
    pre: &str,
    versions: impl Iterator<Item = &'a Version>,
) -> Option<Version> {
    let mut suffixed = number.with_pre(pre).ok()?;
    if pre.is_empty() {
        return Some(suffixed);
    }
    let taken: BTreeSet<&Version> = versions.filter(|version| version.triple() == number.triple()).collect();
    while taken.contains(&suffixed) {
        suffixed = number.with_pre(&next_suffix(suffixed.pre())?).ok()?;
    }
    Some(suffixed)
}

/// `rc.1` becomes `rc.2`, `beta` becomes `beta.1`. None after the largest number.
fn next_suffix(pre: &str) -> Option<String> {
    let (head, last) = pre.rsplit_once('.').map_or((None, pre), |(head, last)| (Some(head), last));
    match (last.parse::<u64>(), head) {
        (Ok(number), Some(head)) => Some(format!("{head}.{}", number.checked_add(1)?)),
        (Ok(number), None) => Some(number.checked_add(1)?.to_string()),
        (Err(_), _) => Some(format!("{pre}.1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    fn texts(versions: impl IntoIterator<Item = Version>) -> Vec<String> {
        versions.into_iter().map(|version| version.to_string()).collect()
    }

    #[test]
    fn the_next_numbers_follow_every_tip() {
        let versions = [version("1.2.0"), version("1.3.0"), version("2.0.0-rc.1")];
        let next = candidates(versions.iter(), Some(&versions[0]));
        assert_eq!(texts(next), ["1.2.1", "1.3.0", "1.3.1", "1.4.0", "2.0.0"]);
        let last = version("9007199254740991.0.0");
        assert_eq!(texts(next_numbers(&last)), ["9007199254740991.1.0", "9007199254740991.0.1"]);
    }

    #[test]
    fn a_taken_suffix_rises() {
        let taken = [version("2.0.0-rc.1"), version("2.0.0-rc.2"), version("2.0.0-beta")];
        let free = |pre: &str| with_free_suffix(&version("2.0.0"), pre, taken.iter()).unwrap().to_string();
        assert_eq!(free("rc.1"), "2.0.0-rc.3");
        assert_eq!(free("beta"), "2.0.0-beta.1");
        assert_eq!(free("alpha"), "2.0.0-alpha");
        assert_eq!(free(""), "2.0.0");
        let last = [version("2.0.0-rc.18446744073709551615")];
        assert_eq!(with_free_suffix(&version("2.0.0"), "rc.18446744073709551615", last.iter()), None);
    }
}
