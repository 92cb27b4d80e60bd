//! The one verdict: `diff`, `check`, a compatibility check, a comparison, a stored verdict and a refusal all carry it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::catalogue::{RULESET, Rule};
use super::policy::Policy;
use super::profile::Profile;
use super::rule::{ConsumerChange, Level, Retraining};
use crate::bump::RequiredBump;
use crate::contract::{Pointer, Source};
use crate::digest::Digest;
use crate::version::Version;

/// The most changes that a verdict lists; `changes_total` tells when there were more.
pub const MAX_CHANGES: usize = 500;

/// The policy that a verdict was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRef {
    /// The digest of the effective policy.
    pub digest: Digest,
    /// Its profile.
    pub profile: Profile,
    /// The version of the rule catalogue.
    pub ruleset: String,
}

impl PolicyRef {
    /// The reference to a policy.
    pub fn of(policy: &Policy) -> Self {
        Self { digest: policy.digest(), profile: policy.profile, ruleset: RULESET.to_owned() }
    }
}

/// One judged change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The rule.
    pub rule: Rule,
    /// What the rule does under the policy.
    pub level: Level,
    /// The bump that the change requires.
    pub required_bump: RequiredBump,
    /// The place in the canonical contract.
    pub path: Pointer,
    /// What stood there.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub old: Value,
    /// What stands there now.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub new: Value,
    /// The version it was compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Version>,
    /// Whether the model must be trained again.
    pub retraining: Retraining,
    /// Whether consumers must change.
    pub consumer_change: ConsumerChange,
    /// What happened.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What the publisher can do.
    pub fix: String,
    /// A call or an answer that worked and no longer does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<Value>,
    /// Whether the new fact was read or declared.
    pub source: Source,
    /// Whether this change alone refuses the requested number.
    pub refuses: bool,
}

/// What the rules say of a contract, compared with the live versions of its line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether the requested number is honest; absent when none was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// The number that was asked for, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested: Option<String>,
    /// The nearest lower live stable version, in any line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Version>,
    /// Every version that the contract was compared with, highest first; one for each distinct contract.
    pub compared_with: Vec<Version>,
    /// The semantic class of what changed.
    pub required_bump: RequiredBump,
    /// The lowest number at which the same contract is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest_acceptable: Option<Version>,
    /// The strongest answer over all changes since the base.
    pub retraining: Retraining,
    /// The strongest answer over all changes since the base.
    pub consumer_change: ConsumerChange,
    /// The policy.
    pub policy: PolicyRef,
    /// The changes: what refuses first, then by bump.
    pub changes: Vec<Change>,
    /// How many changes there were, when the list was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes_total: Option<usize>,
}

impl Verdict {
    /// The denied changes that refuse the requested number.
    pub fn violations(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.refuses)
    }

    /// Whether some listed change falls under the rule.
    pub fn fires(&self, rule: Rule) -> bool {
        self.changes.iter().any(|change| change.rule == rule)
    }
}
