//! Channels on the wire.

use std::collections::BTreeSet;

use jiff::Timestamp;
use registry_core::bump::RequiredBump;
use registry_core::channel::{self, AllowedStep, Direction, RevisionKind, Skipped};
use registry_core::compat::{ConsumerChange, Retraining};
use registry_core::digest::Digest;
use registry_core::name::{ChannelName, PrincipalName};
use registry_core::range::Range;
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model_path;
use super::object::objects;

model_path! {
    /// Which channel a request is about: the parts of its path.
    ChannelPath {
        /// The channel.
        #[param(value_type = String, example = "production")]
        channel: ChannelName,
    }
}

/// A pointer inside one model, with a history.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Channel {
    /// The name, unique in the model.
    #[schema(value_type = String, example = "production")]
    pub(crate) name: ChannelName,
    /// The version served; absent when the channel is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) version: Option<Version>,
    /// The digest of the manifest of the version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) digest: Option<Digest>,
    /// The number of the last revision, 0 before the first one. It is the entity tag of the channel.
    #[schema(example = 7)]
    pub(crate) revision: u64,
    /// The present state of the version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "active")]
    pub(crate) state: Option<VersionState>,
    /// What the channel accepts.
    pub(crate) policy: ChannelPolicy,
    /// When it was last moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) updated_at: Option<Timestamp>,
    /// Who moved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "admin")]
    pub(crate) updated_by: Option<String>,
    /// Why it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "passed the nightly evaluation")]
    pub(crate) reason: Option<String>,
}

/// A page of channels, by name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ChannelList {
    /// The channels.
    pub(crate) items: Vec<Channel>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}

/// What a channel accepts. A `PUT` replaces all of it; what is left out gets its default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub(crate) struct ChannelPolicy {
    /// The only versions that the channel may be moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "^2")]
    pub(crate) constraint: Option<Range>,
    /// The largest step of a promotion, up or down: `patch`, `minor` or `major`.
    #[schema(value_type = String, example = "major")]
    pub(crate) largest_step: AllowedStep,
    /// Whether a major step needs no `allow_major` in the request.
    #[schema(example = false)]
    pub(crate) allow_major: bool,
    /// Whether a change must say with `If-Match` which revision it saw.
    #[schema(example = true)]
    pub(crate) require_if_match: bool,
    /// Those of the promoters who may move the channel, beside the admins of the namespace, at least one; absent when every
    /// promoter may.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<String>>, min_items = 1, example = json!(["ada", "on-call"]))]
    pub(crate) promoters: Option<BTreeSet<PrincipalName>>,
}

objects!(ChannelPolicy + written);

impl From<channel::ChannelPolicy> for ChannelPolicy {
    fn from(policy: channel::ChannelPolicy) -> Self {
        let channel::ChannelPolicy { constraint, largest_step, allow_major, require_if_match, promoters } = policy;
        Self { constraint, largest_step, allow_major, require_if_match, promoters }
    }
}

impl From<ChannelPolicy> for channel::ChannelPolicy {
    fn from(policy: ChannelPolicy) -> Self {
        let ChannelPolicy { constraint, largest_step, allow_major, require_if_match, promoters } = policy;
        Self { constraint, largest_step, allow_major, require_if_match, promoters }
    }
}

/// One line of the history of a channel.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ChannelRevision {
    /// The place in the history: 1, 2, 3… without gaps.
    #[schema(example = 7)]
    pub(crate) seq: u64,
    /// What was done: `promote`, `rollback`, `clear` or `import`.
    #[schema(value_type = String, example = "promote")]
    pub(crate) kind: RevisionKind,
    /// The version served from here on; absent after a clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) version: Option<Version>,
    /// Below which revision the next rollback looks for its target.
    #[schema(example = 5)]
    pub(crate) undo_depth_seq: u64,
    /// The revision that a rollback went back to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 5)]
    pub(crate) restored_seq: Option<u64>,
    /// Whether the version rose (`forward`) or fell (`backward`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "forward")]
    pub(crate) direction: Option<Direction>,
    /// Who moved the channel.
    #[schema(example = "admin")]
    pub(crate) actor: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "passed the nightly evaluation")]
    pub(crate) reason: Option<String>,
    /// The compatibility of the version before with the version after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) compat: Option<ChannelCompat>,
    /// When.
    #[schema(value_type = String, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) created_at: Timestamp,
}

/// A page of the history of a channel, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ChannelRevisionList {
    /// The revisions.
    pub(crate) items: Vec<ChannelRevision>,
    /// What to send as `page_token` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}

/// What a move of a channel means for those who consume it; recorded with the move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChannelCompat {
    /// The semantic class of the changes from the version before to the version after.
    #[schema(value_type = String, example = "minor")]
    pub(crate) required_bump: RequiredBump,
    /// Whether the model must be trained again.
    #[schema(value_type = String, example = "none")]
    pub(crate) retraining: Retraining,
    /// Whether consumers must change.
    #[schema(value_type = String, example = "optional")]
    pub(crate) consumer_change: ConsumerChange,
    /// The digest of the policy that this was judged by.
    #[schema(value_type = String, example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) policy_digest: Digest,
    /// What consumers of the version before lose, one sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) lost: Vec<String>,
}

/// Which version a channel is to serve.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct Promote {
    /// The exact version.
    #[schema(value_type = String, example = "1.2.0")]
    pub(crate) version: Version,
    /// Why.
    #[serde(default, deserialize_with = "super::text::optional_reason")]
    #[schema(example = "passed the nightly evaluation")]
    pub(crate) reason: Option<String>,
    /// Whether a major step is meant.
    #[serde(default)]
    #[schema(example = false)]
    pub(crate) allow_major: bool,
}

/// Why a channel is emptied.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub(crate) struct Clear {
    /// Why.
    #[serde(deserialize_with = "super::text::optional_reason")]
    #[schema(example = "the model is withdrawn")]
    pub(crate) reason: Option<String>,
}

/// What a promotion or a clear did, or with `dry_run` would do.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Promotion {
    /// Whether the channel moved; `false` when it served that already.
    #[schema(example = true)]
    pub(crate) changed: bool,
    /// The channel afterwards.
    pub(crate) channel: Channel,
    /// The version served before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.1.0")]
    pub(crate) from_version: Option<Version>,
    /// The version served now; absent after a clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) to_version: Option<Version>,
    /// The number of the last revision.
    #[schema(example = 7)]
    pub(crate) revision: u64,
    /// Whether the version rose (`forward`) or fell (`backward`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "forward")]
    pub(crate) direction: Option<Direction>,
    /// The semantic class of the changes from the version before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "minor")]
    pub(crate) bump: Option<RequiredBump>,
    /// Whether consumers must change.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "optional")]
    pub(crate) consumer_change: Option<ConsumerChange>,
    /// Whether the model had to be trained again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "none")]
    pub(crate) retraining: Option<Retraining>,
}

/// Why a channel is rolled back, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct Rollback {
    /// What is wrong with the version served; never empty.
    #[serde(default, deserialize_with = "super::text::reason")]
    #[schema(example = "the false positive rate doubled")]
    pub(crate) reason: String,
    /// A version that the channel has served; without it the nearest eligible one.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "1.1.0")]
    pub(crate) to_version: Option<Version>,
    /// A revision of the channel, instead of a version.
    #[serde(default)]
    #[schema(example = 5)]
    pub(crate) to_revision: Option<u64>,
    /// The version that the caller was shown; refused when another one would be served.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "1.1.0")]
    pub(crate) expected_version: Option<Version>,
    /// Whether to refuse when the nearest target is not eligible, instead of passing it over.
    #[serde(default)]
    #[schema(example = false)]
    pub(crate) strict: bool,
}

objects!(Promote, Clear, Rollback);

/// A target of a rollback that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct SkippedTarget {
    /// The revision in which the version was promoted.
    #[schema(example = 6)]
    pub(crate) seq: u64,
    /// The version.
    #[schema(value_type = String, example = "1.1.0")]
    pub(crate) version: Version,
    /// Why it may not be served: a state, `version-not-found`, `outside-constraint`, `blobs-missing` or `rejected`.
    #[schema(example = "yanked")]
    pub(crate) reason: &'static str,
}

impl From<Skipped> for SkippedTarget {
    fn from(skipped: Skipped) -> Self {
        Self { seq: skipped.seq, version: skipped.version, reason: skipped.reason.as_str() }
    }
}

/// What a rollback did, or with `dry_run` would do.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct RollbackDone {
    /// The channel afterwards.
    pub(crate) channel: Channel,
    /// The version served before; absent when the channel was empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) from_version: Option<Version>,
    /// The version served now.
    #[schema(value_type = String, example = "1.1.0")]
    pub(crate) to_version: Version,
    /// The number of the new revision.
    #[schema(example = 8)]
    pub(crate) revision: u64,
    /// The revision that was gone back to.
    #[schema(example = 5)]
    pub(crate) restored_seq: u64,
    /// The nearer targets that were passed over, nearest first.
    pub(crate) skipped: Vec<SkippedTarget>,
    /// What consumers of the version before lose, one sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) lost: Vec<String>,
}

/// Where a rollback would lead now.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct RollbackPlan {
    /// The name of the channel.
    #[schema(value_type = String, example = "production")]
    pub(crate) channel: ChannelName,
    /// The revision that the plan was made on: send it as `If-Match`.
    #[schema(example = 7)]
    pub(crate) revision: u64,
    /// The version served now; absent when the channel is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1.2.0")]
    pub(crate) from_version: Option<Version>,
    /// The version that would be served: send it as `expected_version`.
    #[schema(value_type = String, example = "1.1.0")]
    pub(crate) to_version: Version,
    /// The revision that would be gone back to.
    #[schema(example = 5)]
    pub(crate) restored_seq: u64,
    /// The nearer targets that would be passed over, nearest first.
    pub(crate) skipped: Vec<SkippedTarget>,
    /// What consumers of the version served now would lose, one sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) lost: Vec<String>,
}
