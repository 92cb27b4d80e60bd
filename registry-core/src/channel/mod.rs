//! Channels: a pointer inside one model, with a history that only grows.
//!
//! [`promote`], [`clear`] and [`rollback`] decide on a history and answer with the revision to append. The caller
//! commits it if the history has not grown in between.

mod history;
mod promote;
mod rollback;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use self::history::{ChannelHistory, ROLLBACK_WINDOW};
pub use self::promote::{Gate, PromoteError, PromoteRequest, Promotion, clear, promote};
pub use self::rollback::{Rollback, RollbackError, RollbackRequest, SkipReason, Skipped, Target, rollback};
use crate::bump::Step;
use crate::name::PrincipalName;
use crate::range::{PreReleases, Range};
use crate::state::VersionState;
use crate::version::Version;

/// One line of the history of a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelRevision {
    /// The place in the history: 1, 2, 3…
    pub seq: u64,
    /// What was done.
    pub kind: RevisionKind,
    /// The version served from here on; none after a clear.
    pub version: Option<Version>,
    /// Below which revision the next rollback looks for its target.
    pub undo_depth_seq: u64,
    /// The revision that a rollback went back to.
    pub restored_seq: Option<u64>,
    /// Whether the version rose or fell; none where there was nothing before or after.
    pub direction: Option<Direction>,
}

/// What a revision did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevisionKind {
    /// A version was chosen.
    Promote,
    /// An earlier version was restored.
    Rollback,
    /// The channel was emptied.
    Clear,
    /// A version was taken over from another registry; it counts as a promotion.
    Import,
}

/// Whether a channel went to a higher or to a lower version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// To a higher version.
    Forward,
    /// To a lower version.
    Backward,
}

/// What a channel accepts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChannelPolicy {
    /// The only versions that the channel may ever serve. Whoever promotes a pre-release names it, so the constraint
    /// includes those between its bounds.
    pub constraint: Option<Range>,
    /// The largest step away from the version served.
    pub largest_step: AllowedStep,
    /// Whether a major step needs no `allow_major` in the request.
    pub allow_major: bool,
    /// Whether a change must say which revision it saw.
    pub require_if_match: bool,
    /// Those who may move the channel, beside the admins of its namespace; without them, every promoter may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoters: Option<BTreeSet<PrincipalName>>,
}

impl ChannelPolicy {
    /// Whether somebody who may move channels may move this one.
    pub fn lets(&self, mover: &PrincipalName, is_admin: bool) -> bool {
        is_admin || self.promoters.as_ref().is_none_or(|promoters| promoters.contains(mover))
    }
}

/// The largest step that a promotion may take, up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AllowedStep {
    /// Patches only.
    Patch,
    /// Anything inside the line.
    Minor,
    /// Anything.
    #[default]
    Major,
}

/// What must be known of a version before a channel may serve it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionFacts {
    /// Its state.
    pub state: VersionState,
    /// Whether all of its bytes are in storage.
    pub blobs_present: bool,
}

/// The revision to append, and what it moves away from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRevision {
    /// The revision.
    pub revision: ChannelRevision,
    /// The version served until now.
    pub from: Option<Version>,
}

/// The revision that a caller saw is not the last one, or the caller did not say which one it saw.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PreconditionError {
    /// The channel moved since the caller looked.
    #[error("the channel is at revision {head}, not {expected}; look again before you change it")]
    StaleRevision {
        /// The revision that the caller saw.
        expected: u64,
        /// The last revision; 0 for a channel without a history.
        head: u64,
    },
    /// The caller must say which revision it saw.
    #[error("{0}")]
    PreconditionRequired(&'static str),
}

impl PreconditionError {
    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::StaleRevision { .. } => "stale-revision",
            Self::PreconditionRequired(_) => "precondition-required",
        }
    }
}

impl Direction {
    fn between(from: Option<&Version>, to: &Version) -> Option<Self> {
        match to.cmp(from?) {
            Ordering::Less => Some(Self::Backward),
            Ordering::Equal => None,
            Ordering::Greater => Some(Self::Forward),
        }
    }
}

impl AllowedStep {
    fn allows(self, step: Step) -> bool {
        match self {
            Self::Patch => step <= Step::Patch,
            Self::Minor => step <= Step::Minor,
            Self::Major => true,
        }
    }
}

impl ChannelPolicy {
    fn admits(&self, version: &Version) -> bool {
        self.constraint.as_ref().is_none_or(|range| range.matches(version, PreReleases::Include))
    }
}
