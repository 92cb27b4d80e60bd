//! Why a channel is not rolled back, and which targets were passed over.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::channel::PreconditionError;
use crate::channel::promote::Gate;
use crate::state::VersionState;
use crate::version::Version;

/// Why a channel is not rolled back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RollbackError {
    /// A rollback is never silent.
    #[error("a rollback needs a reason; say what is wrong with the version served")]
    ReasonRequired,
    /// The caller did not see the present channel, or a retry could undo twice.
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    /// Nothing eligible lies before.
    #[error("there is nothing to roll back to{}; promote a version instead", listed(skipped))]
    NoTarget {
        /// The targets that were passed over, nearest first.
        skipped: Vec<Skipped>,
    },
    /// The version served was chosen over the one before it, which was left on purpose.
    #[error("{served} was chosen over a higher version, so the target must be named{}", choices(candidates))]
    NeedsTarget {
        /// The version served.
        served: Version,
        /// The eligible versions, the most recent first.
        candidates: Vec<Version>,
    },
    /// The rollback would not serve what the caller expects.
    #[error("the rollback would serve {actual}, not {expected}; look again before you confirm")]
    TargetChanged {
        /// The version that the caller expects.
        expected: Version,
        /// The version that would be served.
        actual: Version,
    },
    /// The channel never served the version or revision named.
    #[error("{wanted} was never served on this channel; promote it instead")]
    NeverOnChannel {
        /// The version or revision asked for.
        wanted: String,
    },
    /// The target named, or with `strict` a nearer one, may not be served.
    #[error("the target may not be served{}", listed(skipped))]
    TargetNotEligible {
        /// The targets that may not be served, nearest first.
        skipped: Vec<Skipped>,
    },
    /// The target named is served already.
    #[error("the channel serves {version} already; name another target")]
    AlreadyServed {
        /// The version.
        version: Version,
    },
}

impl RollbackError {
    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ReasonRequired => "reason-required",
            Self::Precondition(error) => error.code(),
            Self::NoTarget { .. } => "no-rollback-target",
            Self::NeedsTarget { .. } => "rollback-needs-target",
            Self::TargetChanged { .. } => "rollback-target-changed",
            Self::NeverOnChannel { .. } => "never-on-channel",
            Self::TargetNotEligible { .. } => "rollback-target-not-eligible",
            Self::AlreadyServed { .. } => "already-served",
        }
    }
}

/// A target that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The revision in which the version was promoted.
    pub seq: u64,
    /// The version.
    pub version: Version,
    /// Why it may not be served.
    pub reason: SkipReason,
}

/// Why a version is no target of a rollback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// The model does not have it any more.
    Missing,
    /// It is yanked, disabled or deleted.
    NotLive(VersionState),
    /// The constraint of the channel leaves it out.
    OutsideConstraint,
    /// Its bytes are not in storage.
    BlobsMissing,
    /// It was rolled away from, and not promoted again.
    Rejected,
}

impl SkipReason {
    /// The name as it stands in JSON and on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "version-not-found",
            Self::NotLive(state) => state.as_str(),
            Self::OutsideConstraint => "outside-constraint",
            Self::BlobsMissing => "blobs-missing",
            Self::Rejected => "rejected",
        }
    }

    /// Steps are no matter of a rollback, nor who may promote what: only the hard gates count.
    pub(super) fn of(gate: &Gate) -> Option<Self> {
        match gate {
            Gate::VersionNotFound => Some(Self::Missing),
            Gate::VersionNotLive(state) => Some(Self::NotLive(*state)),
            Gate::OutsideConstraint(_) => Some(Self::OutsideConstraint),
            Gate::BlobsMissing => Some(Self::BlobsMissing),
            Gate::StepTooLarge { .. } | Gate::MajorNotAllowed { .. } | Gate::UnsafeNeedsAdmin => None,
        }
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("does not exist"),
            Self::NotLive(state) => write!(f, "is {state}"),
            Self::OutsideConstraint => f.write_str("is outside the constraint of the channel"),
            Self::BlobsMissing => f.write_str("has files missing in storage"),
            Self::Rejected => f.write_str("was rolled away from"),
        }
    }
}

impl Serialize for SkipReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (revision {}) {}", self.version, self.seq, self.reason)
    }
}

/// A colon and the targets, if there are any.
fn listed(skipped: &[Skipped]) -> String {
    let targets: Vec<_> = skipped.iter().map(ToString::to_string).collect();
    if targets.is_empty() { String::new() } else { format!(": {}", targets.join(", ")) }
}

fn choices(candidates: &[Version]) -> String {
    let names: Vec<_> = candidates.iter().map(ToString::to_string).collect();
    if names.is_empty() { "; none is eligible".to_owned() } else { format!("; choose one of {}", names.join(", ")) }
}
