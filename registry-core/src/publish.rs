//! The decision about one publish: which number it gets, or why it is refused.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::compat::{Digit, Judge, Policy, Rule, Verdict, numbers, render};
use crate::contract::Contract;
use crate::model::{Candidate, Published, VersionId, VersionedModel};
use crate::state::VersionState;
use crate::version::{Line, Version};

/// What the publisher asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requested {
    /// This number, as written.
    Version(String),
    /// The smallest acceptable number above the highest live stable version, or above that of a line.
    Auto {
        /// The line, when it is not the highest.
        line: Option<Line>,
    },
    /// The next number in which this digit rises, above the highest live stable version, or above that of a line.
    Bump {
        /// The digit.
        digit: Digit,
        /// The line, when it is not the highest.
        line: Option<Line>,
    },
}

/// All versions of a model at one revision, in any order and any state.
#[derive(Debug, Clone)]
pub struct Snapshot<T: Contract> {
    /// The revision that the commit must still find.
    pub revision: u64,
    /// The versions.
    pub versions: Vec<Published<T>>,
}

/// A publish that the rules accept; the store applies it if the revision still holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// The revision that the decision was made on.
    pub revision: u64,
    /// The number.
    pub version: Version,
    /// The place among the versions of the model: 1, 2, 3…, never used again.
    pub ordinal: u64,
    /// The line, which is also the storage path.
    pub line: Line,
    /// The verdict, to be stored and put into the event.
    pub verdict: Verdict,
}

/// What a publish comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// A new version.
    Publish(Box<Publication>),
    /// The version is there already, with the same manifest or, for `--bump auto`, the same content: nothing is written.
    Replay {
        /// The identifier of its record.
        id: VersionId,
        /// The number that it was published with. The number asked for may have other build metadata.
        version: Version,
    },
}

/// A publish that the rules refuse.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Refusal {
    /// The stable code of the problem.
    pub code: &'static str,
    /// The verdict that says why.
    pub verdict: Verdict,
}

/// Decides a publish. Pure: the same snapshot, request and policy give the same answer.
///
/// # Errors
/// The refusal, with the verdict that says why.
pub fn decide<T: Contract>(
    snapshot: &Snapshot<T>,
    requested: &Requested,
    candidate: &Candidate<T>,
    policy: &Policy,
) -> Result<Decision, Box<Refusal>> {
    let judge = Judge::new(&snapshot.versions, candidate, policy);
    let number = match requested {
        Requested::Version(text) => match text.parse::<Version>() {
            Ok(version) => version,
            Err(error) => return Err(refusal(render::not_semver(text, &error.to_string(), policy))),
        },
        Requested::Auto { line } => match automatic(&judge, snapshot, candidate, *line)? {
            Decided::Same(decision) => return Ok(decision),
            Decided::Next(version) => version,
        },
        Requested::Bump { digit, line } => next_digit(&judge, snapshot, *digit, *line),
    };
    if let Some(published) = replayed(snapshot, candidate, &number) {
        return Ok(replay(published));
    }
    let verdict = judge.verdict(&number);
    if verdict.accepted != Some(true) {
        return Err(refusal(verdict));
    }
    let ordinal = u64::try_from(snapshot.versions.len()).unwrap_or(u64::MAX).saturating_add(1);
    let line = number.line();
    Ok(Decision::Publish(Box::new(Publication {
        revision: snapshot.revision,
        version: number,
        ordinal,
        line,
        verdict,
    })))
}

/// Whether a version that is not live may be live again.
///
/// It was away while others of its line were published, and they were not judged against it. So it is judged as a publish
/// is, against the live versions below and above it, under the policy of the day.
///
/// # Errors
/// The refusal, with the verdict that says why, where a number would promise what is not so. The smallest acceptable
/// number is the one under which the same files can be published.
pub fn bring_back<T: Contract>(
    versions: &[Published<T>],
    returning: &Published<T>,
    policy: &Policy,
) -> Result<(), Box<Refusal>> {
    let Published { model, facts, content_digest, manifest_digest, .. } = returning.clone();
    let candidate = Candidate { contract: model.payload, facts, content_digest, manifest_digest };
    let verdict = Judge::new(versions, &candidate, policy).verdict_on_return(&model.version);
    if verdict.accepted == Some(true) {
        return Ok(());
    }
    Err(Box::new(Refusal { code: "return-conflict", verdict }))
}

/// The versions that [`decide`] may compare the facts with: only they need their [`Published::facts`].
///
/// A report has one base, but the search for the smallest acceptable number asks for the base of each candidate. There
/// are few: one for each line above the number asked for.
pub fn possible_bases<T: Contract>(versions: &[Published<T>], requested: &Requested) -> BTreeSet<Version> {
    let live: BTreeSet<&Version> =
        versions.iter().filter(|published| published.is_live_stable()).map(Published::version).collect();
    let base = |number: &Version| live.iter().rev().find(|version| **version < number).copied();
    let tip = |line: Option<Line>| live.iter().rev().find(|version| line.is_none_or(|line| version.line() == line));
    let floor = match requested {
        Requested::Version(text) => text.parse().ok().and_then(|number| base(&number)),
        Requested::Auto { line } | Requested::Bump { line, .. } => tip(*line).copied(),
    };
    let numbers = numbers::candidates(versions.iter().map(Published::version), floor);
    // Nothing below the floor is a candidate; a pre-release of a candidate has the same base or a lower one.
    let above = numbers.iter().filter(|number| floor.is_none_or(|floor| *number > floor));
    above.filter_map(base).chain(floor).cloned().collect()
}

enum Decided {
    Same(Decision),
    Next(Version),
}

fn automatic<T: Contract>(
    judge: &Judge<'_, T>,
    snapshot: &Snapshot<T>,
    candidate: &Candidate<T>,
    line: Option<Line>,
) -> Result<Decided, Box<Refusal>> {
    let Some(tip) = judge.highest_live_stable(line) else {
        return Ok(Decided::Next(judge.smallest(line).unwrap_or_else(|| opening(line))));
    };
    if candidate.content_digest.is_some() && candidate.content_digest == tip.content_digest {
        return Ok(Decided::Same(replay(tip)));
    }
    match judge.smallest(line) {
        Some(version) => Ok(Decided::Next(version)),
        // Nothing fits into the named line; the verdict on its next minor number says why.
        None => Err(refusal(judge.verdict(&next_digit(judge, snapshot, Digit::Minor, line)))),
    }
}

/// The next free number after the highest live one, or after the highest of any state where nothing is live.
fn next_digit<T: Contract>(judge: &Judge<'_, T>, snapshot: &Snapshot<T>, digit: Digit, line: Option<Line>) -> Version {
    let numbers: BTreeSet<&Version> = snapshot.versions.iter().map(Published::version).collect();
    let highest = || numbers.iter().rev().find(|version| line.is_none_or(|line| version.line() == line)).copied();
    let tip = judge.highest_live_stable(line).map(Published::version).or_else(highest);
    let mut next = tip.and_then(|tip| digit.next_after(tip)).unwrap_or_else(|| opening(line));
    while numbers.contains(&next) {
        let Some(after) = digit.next_after(&next) else { break };
        next = after;
    }
    next
}

/// The number that opens a model, or the named line of it.
fn opening(line: Option<Line>) -> Version {
    line.map_or_else(Version::first, Line::first)
}

/// The same number with the same manifest is the same publish again, perhaps a retry. Not of a version that nobody can
/// get: whoever publishes that must hear of it.
fn replayed<'a, T: Contract>(
    snapshot: &'a Snapshot<T>,
    candidate: &Candidate<T>,
    number: &Version,
) -> Option<&'a Published<T>> {
    let existing = snapshot.versions.iter().find(|published| published.version() == number);
    existing.filter(|published| {
        let same = candidate.manifest_digest.is_some() && published.manifest_digest == candidate.manifest_digest;
        same && !matches!(published.state, VersionState::Disabled | VersionState::Deleted)
    })
}

fn replay<T: Contract>(published: &Published<T>) -> Decision {
    let VersionedModel { id, version, .. } = &published.model;
    Decision::Replay { id: id.clone(), version: version.clone() }
}

fn refusal(verdict: Verdict) -> Box<Refusal> {
    let refusing = verdict.violations().map(|change| change.rule).next();
    let code = match refusing {
        Some(Rule::VersionNotSemver) => "invalid-version",
        Some(Rule::VersionExists) => "version-exists",
        Some(Rule::NothingChanged) => "nothing-changed",
        Some(Rule::VersionBackportConflict) => "backport-conflict",
        _ => "version-too-small",
    };
    Box::new(Refusal { code, verdict })
}
