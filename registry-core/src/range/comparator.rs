//! The interval of one comparator: the table of node-semver, in the terms of `crate::range::interval`.

use semver::{Comparator, Op, Prerelease};

use super::PreReleases;
use super::interval::{Cut, Interval, Triple};

/// The triple whose pre-releases the comparator admits by naming one.
pub(super) fn named_prerelease(comparator: &Comparator) -> Option<Triple> {
    if comparator.pre.is_empty() {
        return None;
    }
    Some((comparator.major, comparator.minor?, comparator.patch?))
}

/// Between which bounds a version satisfies the comparator.
pub(super) fn interval(comparator: &Comparator, prereleases: PreReleases) -> Interval {
    let start = || start(comparator, prereleases);
    let (lower, upper) = match comparator.op {
        Op::Greater => (end(comparator, prereleases), Cut::HIGHEST),
        Op::GreaterEq => (start(), Cut::HIGHEST),
        Op::Less => (Cut::LOWEST, first(comparator)),
        Op::LessEq => (Cut::LOWEST, end(comparator, PreReleases::Include)),
        Op::Tilde => (start(), Cut::floor(after_tilde(comparator))),
        Op::Caret => (start(), Cut::floor(after_caret(comparator))),
        // Equality and the wildcard; the enum is open, and no other operator is parsed.
        _ => (start(), end(comparator, PreReleases::Include)),
    };
    Interval { lower, upper }
}

/// Below the first version that has the written parts. A partial number starts with its pre-releases.
fn first(comparator: &Comparator) -> Cut {
    let triple = padded(comparator);
    match comparator.patch {
        Some(_) => Cut::before(triple, comparator.pre.clone()),
        None => Cut::floor(triple),
    }
}

/// As [`first`], but pre-releases at the start of a partial number count only when they are included.
fn start(comparator: &Comparator, prereleases: PreReleases) -> Cut {
    match prereleases {
        PreReleases::Include => first(comparator),
        PreReleases::Named => Cut::before(padded(comparator), comparator.pre.clone()),
    }
}

/// Above the last version that has the written parts: for `1.2`, that is the start of `1.3`.
fn end(comparator: &Comparator, prereleases: PreReleases) -> Cut {
    let next = match (comparator.minor, comparator.patch) {
        (Some(minor), Some(patch)) => {
            return Cut::after((comparator.major, minor, patch), comparator.pre.clone());
        }
        (Some(minor), None) => (comparator.major, minor + 1, 0),
        (None, _) => (comparator.major + 1, 0, 0),
    };
    match prereleases {
        PreReleases::Include => Cut::floor(next),
        PreReleases::Named => Cut::before(next, Prerelease::EMPTY),
    }
}

/// The first triple that `~` leaves out.
fn after_tilde(comparator: &Comparator) -> Triple {
    match comparator.minor {
        Some(minor) => (comparator.major, minor + 1, 0),
        None => (comparator.major + 1, 0, 0),
    }
}

/// The first triple that `^` leaves out: the leftmost written part that is not zero may not change.
fn after_caret(comparator: &Comparator) -> Triple {
    match (comparator.major, comparator.minor, comparator.patch) {
        (0, Some(0), Some(patch)) => (0, 0, patch + 1),
        (0, Some(minor), _) => (0, minor + 1, 0),
        (major, ..) => (major + 1, 0, 0),
    }
}

fn padded(comparator: &Comparator) -> Triple {
    (comparator.major, comparator.minor.unwrap_or(0), comparator.patch.unwrap_or(0))
}
