//! Promotion: making a channel serve a version, or none.

use std::fmt;

use super::{ChannelHistory, ChannelPolicy, NewRevision, PreconditionError, RevisionKind, VersionFacts};
use crate::bump::Step;
use crate::range::Range;
use crate::state::VersionState;
use crate::version::Version;

/// What is asked of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromoteRequest {
    /// The version to serve.
    pub version: Version,
    /// The revision that the caller saw.
    pub if_match: Option<u64>,
    /// Whether the caller means to cross a major version.
    pub allow_major: bool,
    /// Whether the caller is an admin of the namespace.
    pub mover_is_admin: bool,
}

/// What a promotion or a clear comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Promotion {
    /// The channel serves that already.
    Unchanged,
    /// The revision to append.
    Move(NewRevision),
}

/// Why a channel does not move.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PromoteError {
    /// The caller did not see the present channel.
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    /// The version does not pass the gates of the channel: all that it fails.
    #[error("{version} may not be promoted: {}", sentences(gates))]
    Refused {
        /// The version asked for.
        version: Version,
        /// The gates that it fails, never empty.
        gates: Vec<Gate>,
    },
}

/// A gate that a version does not pass.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Gate {
    /// The model has no such version.
    #[error("the version does not exist")]
    VersionNotFound,
    /// Only live versions are promoted.
    #[error("the version is {0}, only active and deprecated ones are promoted")]
    VersionNotLive(VersionState),
    /// Bytes of the version are missing in storage.
    #[error("files of the version are missing in storage")]
    BlobsMissing,
    /// Something unsafe is in the files of the version.
    #[error("files of the version are unsafe, only an admin of the namespace promotes it")]
    UnsafeNeedsAdmin,
    /// The channel is bound to other versions.
    #[error("the channel serves only {0}")]
    OutsideConstraint(Range),
    /// The policy of the channel allows smaller steps only.
    #[error("a {} step from {from} is larger than the channel allows", step_name(*step))]
    StepTooLarge {
        /// The version served now.
        from: Version,
        /// The step to the version asked for.
        step: Step,
    },
    /// A major step must be meant.
    #[error("a major step from {from} must be allowed")]
    MajorNotAllowed {
        /// The version served now.
        from: Version,
    },
}

impl PromoteError {
    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Precondition(error) => error.code(),
            Self::Refused { .. } => "promotion-refused",
        }
    }
}

impl Gate {
    /// The stable name of the gate.
    pub fn code(&self) -> &'static str {
        match self {
            Self::VersionNotFound => "version-not-found",
            Self::VersionNotLive(_) => "version-not-live",
            Self::BlobsMissing => "blobs-missing",
            Self::UnsafeNeedsAdmin => "unsafe-needs-admin",
            Self::OutsideConstraint(_) => "outside-constraint",
            Self::StepTooLarge { .. } => "step-too-large",
            Self::MajorNotAllowed { .. } => "major-not-allowed",
        }
    }
}

/// Decides on a promotion. `facts` says what is known of a version, none if the model does not have it.
///
/// # Errors
/// When the caller did not see the present channel, or with every gate that the version fails.
pub fn promote(
    history: &ChannelHistory,
    request: &PromoteRequest,
    policy: &ChannelPolicy,
    facts: impl Fn(&Version) -> Option<VersionFacts>,
) -> Result<Promotion, PromoteError> {
    check_precondition(history, request.if_match, policy)?;
    let version = &request.version;
    if history.served() == Some(version) {
        return Ok(Promotion::Unchanged);
    }
    let mut gates = Vec::new();
    let facts = facts(version);
    gates.extend(eligibility(version, facts, policy));
    // No part of the eligibility: what an admin has promoted once, whoever may roll back restores.
    let is_unsafe = facts.is_some_and(|facts| facts.is_unsafe);
    gates.extend((is_unsafe && !request.mover_is_admin).then_some(Gate::UnsafeNeedsAdmin));
    gates.extend(history.served().and_then(|from| step_gate(from, request, policy)));
    if !gates.is_empty() {
        return Err(PromoteError::Refused { version: version.clone(), gates });
    }
    Ok(Promotion::Move(history.next(RevisionKind::Promote, Some(version), None)))
}

/// Decides on emptying a channel.
///
/// # Errors
/// When the caller did not see the present channel.
pub fn clear(
    history: &ChannelHistory,
    if_match: Option<u64>,
    policy: &ChannelPolicy,
) -> Result<Promotion, PreconditionError> {
    check_precondition(history, if_match, policy)?;
    Ok(match history.served() {
        Some(_) => Promotion::Move(history.next(RevisionKind::Clear, None, None)),
        None => Promotion::Unchanged,
    })
}

fn check_precondition(
    history: &ChannelHistory,
    if_match: Option<u64>,
    policy: &ChannelPolicy,
) -> Result<(), PreconditionError> {
    if policy.require_if_match && if_match.is_none() {
        let required = "this channel asks for the revision that you saw; send it as If-Match";
        return Err(PreconditionError::PreconditionRequired(required));
    }
    history.check_revision(if_match)
}

/// What keeps a version from being served on the channel, whatever is served now.
pub(super) fn eligibility(version: &Version, facts: Option<VersionFacts>, policy: &ChannelPolicy) -> Vec<Gate> {
    let Some(facts) = facts else {
        return vec![Gate::VersionNotFound];
    };
    let dead = (!facts.state.is_live()).then_some(Gate::VersionNotLive(facts.state));
    let foreign = policy.constraint.as_ref().filter(|_| !policy.admits(version));
    let incomplete = (!facts.blobs_present).then_some(Gate::BlobsMissing);
    [dead, foreign.cloned().map(Gate::OutsideConstraint), incomplete].into_iter().flatten().collect()
}

/// Crossing a line downwards breaks consumers as crossing it upwards does, so the step has no sign.
fn step_gate(from: &Version, request: &PromoteRequest, policy: &ChannelPolicy) -> Option<Gate> {
    let step = Step::between(from.min(&request.version), from.max(&request.version));
    if !policy.largest_step.allows(step) {
        return Some(Gate::StepTooLarge { from: from.clone(), step });
    }
    let meant = policy.allow_major || request.allow_major;
    (step == Step::Major && !meant).then(|| Gate::MajorNotAllowed { from: from.clone() })
}

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Patch => "patch",
        Step::Minor => "minor",
        Step::Major => "major",
    }
}

fn sentences(gates: &[impl fmt::Display]) -> String {
    gates.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::{AllowedStep, Direction};

    fn request(version: &str) -> PromoteRequest {
        PromoteRequest { version: version.parse().unwrap(), if_match: None, allow_major: false, mover_is_admin: false }
    }

    fn serving(version: &str) -> ChannelHistory {
        let version = version.parse().unwrap();
        ChannelHistory::new(vec![ChannelHistory::default().next(RevisionKind::Promote, Some(&version), None).revision])
    }

    const LIVE: Option<VersionFacts> =
        Some(VersionFacts { state: VersionState::Active, blobs_present: true, is_unsafe: false });
    const UNSAFE: Option<VersionFacts> =
        Some(VersionFacts { state: VersionState::Active, blobs_present: true, is_unsafe: true });

    fn direction(promotion: Promotion) -> Option<Direction> {
        match promotion {
            Promotion::Move(new) => new.revision.direction,
            Promotion::Unchanged => None,
        }
    }

    #[test]
    fn promotions_have_a_direction() {
        let history = serving("1.1.0");
        let policy = ChannelPolicy::default();
        let up = promote(&history, &request("1.2.0"), &policy, |_| LIVE).unwrap();
        let down = promote(&history, &request("1.0.0"), &policy, |_| LIVE).unwrap();
        assert_eq!(direction(up), Some(Direction::Forward));
        assert_eq!(direction(down), Some(Direction::Backward));
        assert_eq!(promote(&history, &request("1.1.0"), &policy, |_| LIVE), Ok(Promotion::Unchanged));
    }

    #[test]
    fn preconditions_come_first() {
        let policy = ChannelPolicy { require_if_match: true, ..ChannelPolicy::default() };
        let code = |if_match| {
            promote(&serving("1.0.0"), &PromoteRequest { if_match, ..request("9.0.0") }, &policy, |_| LIVE)
                .unwrap_err()
                .code()
        };
        assert_eq!(code(None), "precondition-required");
        assert_eq!(code(Some(7)), "stale-revision");
        assert_eq!(code(Some(1)), "promotion-refused");
        assert_eq!(clear(&serving("1.0.0"), None, &policy).unwrap_err().code(), "precondition-required");
    }

    #[test]
    fn all_failed_gates_are_named() {
        let policy = ChannelPolicy {
            constraint: Some("^1".parse().unwrap()),
            largest_step: AllowedStep::Minor,
            ..ChannelPolicy::default()
        };
        let facts =
            |_: &Version| Some(VersionFacts { state: VersionState::Yanked, blobs_present: false, is_unsafe: true });
        let error = promote(&serving("1.0.0"), &request("2.0.0"), &policy, facts).unwrap_err();
        assert_eq!(
            error.to_string(),
            "2.0.0 may not be promoted: the version is yanked, only active and deprecated ones are promoted; \
             the channel serves only ^1; files of the version are missing in storage; \
             files of the version are unsafe, only an admin of the namespace promotes it; \
             a major step from 1.0.0 is larger than the channel allows"
        );
        let unknown = promote(&serving("1.0.0"), &request("1.1.0"), &policy, |_| None).unwrap_err();
        assert_eq!(unknown.to_string(), "1.1.0 may not be promoted: the version does not exist");
    }

    #[test]
    fn a_major_step_must_be_meant() {
        let history = serving("2.0.0");
        let policy = ChannelPolicy::default();
        let meant = PromoteRequest { allow_major: true, ..request("1.0.0") };
        assert!(promote(&history, &request("1.0.0"), &policy, |_| LIVE).is_err());
        assert!(promote(&history, &meant, &policy, |_| LIVE).is_ok());
    }

    #[test]
    fn an_unsafe_version_is_promoted_by_an_admin_only() {
        let (history, policy) = (serving("1.0.0"), ChannelPolicy::default());
        let by_admin = PromoteRequest { mover_is_admin: true, ..request("1.1.0") };
        let error = promote(&history, &request("1.1.0"), &policy, |_| UNSAFE).unwrap_err();
        assert_eq!(
            error,
            PromoteError::Refused { version: "1.1.0".parse().unwrap(), gates: vec![Gate::UnsafeNeedsAdmin] }
        );
        assert!(promote(&history, &by_admin, &policy, |_| UNSAFE).is_ok());
        assert!(promote(&history, &request("1.1.0"), &policy, |_| LIVE).is_ok());
    }

    #[test]
    fn what_an_admin_has_promoted_anybody_restores() {
        use crate::channel::{RollbackRequest, rollback};
        let mut revisions = serving("1.0.0").revisions().to_vec();
        let second = "1.1.0".parse().unwrap();
        revisions.push(serving("1.0.0").next(RevisionKind::Promote, Some(&second), None).revision);
        let request =
            RollbackRequest { reason: "1.1.0 is slow".to_owned(), if_match: Some(2), ..RollbackRequest::default() };
        let back = rollback(&ChannelHistory::new(revisions), &request, &ChannelPolicy::default(), |_| UNSAFE).unwrap();
        assert_eq!(back.new.revision.version, Some("1.0.0".parse().unwrap()));
        assert_eq!(back.skipped, []);
    }

    #[test]
    fn clearing_twice_changes_nothing() {
        let policy = ChannelPolicy::default();
        let Ok(Promotion::Move(new)) = clear(&serving("1.0.0"), Some(1), &policy) else { panic!("it moves") };
        let mut revisions = serving("1.0.0").revisions().to_vec();
        revisions.push(new.revision);
        assert_eq!(clear(&ChannelHistory::new(revisions), None, &policy), Ok(Promotion::Unchanged));
    }
}
