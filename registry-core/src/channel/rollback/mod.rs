//! Rollback: making a channel serve the most recent earlier, different and still eligible version of its own history.
//!
//! Repeated, it walks further back; it never returns to what it left. Order by SemVer plays no part.

mod error;

use std::collections::HashSet;

pub use self::error::{RollbackError, SkipReason, Skipped};
use super::promote::eligibility;
use super::{
    ChannelHistory, ChannelPolicy, ChannelRevision, Direction, NewRevision, PreconditionError, RevisionKind,
    VersionFacts,
};
use crate::version::Version;

/// What is asked of a channel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollbackRequest {
    /// Where to go back to.
    pub target: Target,
    /// The version that the caller expects to be served then.
    pub expected_version: Option<Version>,
    /// Whether to refuse when the nearest target is not eligible, instead of passing it over.
    pub strict: bool,
    /// The revision that the caller saw.
    pub if_match: Option<u64>,
    /// Whether the request can be told from a retry of itself.
    pub has_idempotency_key: bool,
    /// Why the channel is rolled back.
    pub reason: String,
}

/// Where to go back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Target {
    /// The nearest eligible version.
    #[default]
    Previous,
    /// A version that the channel has served, even a rejected one.
    Version(Version),
    /// What was served after this revision.
    Revision(u64),
}

/// What a rollback comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollback {
    /// The revision to append.
    pub new: NewRevision,
    /// The nearer targets that were passed over, nearest first.
    pub skipped: Vec<Skipped>,
}

/// Decides on a rollback. `facts` says what is known of a version, none if the model does not have it.
///
/// # Errors
/// When there is no reason, no precondition, or no eligible target; see [`RollbackError`].
pub fn rollback(
    history: &ChannelHistory,
    request: &RollbackRequest,
    policy: &ChannelPolicy,
    facts: impl Fn(&Version) -> Option<VersionFacts>,
) -> Result<Rollback, RollbackError> {
    check_request(history, request)?;
    let walk = Walk { history, policy, facts, rejected: history.rejected() };
    let (found, skipped) = match &request.target {
        Target::Previous => walk.previous(request.strict)?,
        Target::Version(version) => (walk.named_version(version)?, Vec::new()),
        Target::Revision(seq) => (walk.named_revision(*seq)?, Vec::new()),
    };
    check_expected(request.expected_version.as_ref(), found.version)?;
    let new = history.next(RevisionKind::Rollback, Some(found.version), Some(found.seq));
    Ok(Rollback { new, skipped })
}

fn check_request(history: &ChannelHistory, request: &RollbackRequest) -> Result<(), RollbackError> {
    if request.reason.trim().is_empty() {
        return Err(RollbackError::ReasonRequired);
    }
    if request.if_match.is_none() && !request.has_idempotency_key {
        let required = "a retry could roll back twice; send If-Match or an Idempotency-Key";
        return Err(PreconditionError::PreconditionRequired(required).into());
    }
    Ok(history.check_revision(request.if_match)?)
}

/// The caller was shown a target; another one would be a surprise.
fn check_expected(expected: Option<&Version>, actual: &Version) -> Result<(), RollbackError> {
    match expected {
        Some(expected) if expected != actual => {
            Err(RollbackError::TargetChanged { expected: expected.clone(), actual: actual.clone() })
        }
        _ => Ok(()),
    }
}

/// A revision that a rollback may restore.
#[derive(Clone, Copy)]
struct Choice<'a> {
    seq: u64,
    version: &'a Version,
}

/// The search for a target.
struct Walk<'a, F> {
    history: &'a ChannelHistory,
    policy: &'a ChannelPolicy,
    facts: F,
    rejected: HashSet<&'a Version>,
}

impl<'a, F: Fn(&Version) -> Option<VersionFacts>> Walk<'a, F> {
    fn previous(&self, strict: bool) -> Result<(Choice<'a>, Vec<Skipped>), RollbackError> {
        self.refuse_if_left_on_purpose()?;
        let mut skipped = Vec::new();
        for choice in self.earlier() {
            match self.obstacle(choice.version) {
                None => return Ok((choice, skipped)),
                Some(reason) => skipped.push(choice.skipped(reason)),
            }
            if strict {
                return Err(RollbackError::TargetNotEligible { skipped });
            }
        }
        Err(RollbackError::NoTarget { skipped })
    }

    /// Whoever promoted a lower version left the higher one on purpose: going back to it must be said.
    fn refuse_if_left_on_purpose(&self) -> Result<(), RollbackError> {
        let chosen = self.history.head().and_then(|head| self.history.chosen_in(head));
        let backward = chosen.filter(|chosen| chosen.is_choice() && chosen.direction == Some(Direction::Backward));
        match backward.and_then(|chosen| chosen.version.clone()) {
            Some(served) => Err(RollbackError::NeedsTarget { served, candidates: self.candidates() }),
            None => Ok(()),
        }
    }

    /// The eligible versions, each once, nearest first.
    fn candidates(&self) -> Vec<Version> {
        let mut seen = HashSet::new();
        let eligible = self.earlier().map(|choice| choice.version).filter(|version| self.obstacle(version).is_none());
        eligible.filter(|version| seen.insert(*version)).cloned().collect()
    }

    /// The earlier choices of other versions, nearest first.
    fn earlier(&self) -> impl Iterator<Item = Choice<'a>> {
        let served = self.history.served();
        let depth = self.history.head().map_or(0, |head| head.undo_depth_seq);
        let choices =
            self.history.choices_before(depth).map(|(revision, version)| Choice { seq: revision.seq, version });
        choices.filter(move |choice| Some(choice.version) != served)
    }

    fn named_version(&self, version: &Version) -> Result<Choice<'a>, RollbackError> {
        let mut choices = self.history.choices_before(u64::MAX);
        let found = choices.find(|(_, chosen)| *chosen == version);
        self.named(found.map(|(revision, _)| revision), || version.to_string())
    }

    fn named_revision(&self, seq: u64) -> Result<Choice<'a>, RollbackError> {
        let found = self.history.get(seq).and_then(|revision| self.history.chosen_in(revision));
        self.named(found, || format!("revision {seq}"))
    }

    /// Whoever names a target may name a rejected one.
    fn named(
        &self,
        found: Option<&'a ChannelRevision>,
        wanted: impl Fn() -> String,
    ) -> Result<Choice<'a>, RollbackError> {
        let found = found.and_then(|revision| Some(Choice { seq: revision.seq, version: revision.version.as_ref()? }));
        let choice = found.ok_or_else(|| RollbackError::NeverOnChannel { wanted: wanted() })?;
        if Some(choice.version) == self.history.served() {
            return Err(RollbackError::AlreadyServed { version: choice.version.clone() });
        }
        match self.standing_obstacle(choice.version) {
            Some(reason) => Err(RollbackError::TargetNotEligible { skipped: vec![choice.skipped(reason)] }),
            None => Ok(choice),
        }
    }

    fn obstacle(&self, version: &Version) -> Option<SkipReason> {
        let rejected = || self.rejected.contains(version).then_some(SkipReason::Rejected);
        self.standing_obstacle(version).or_else(rejected)
    }

    /// What keeps the version from being served, whatever happened on this channel.
    fn standing_obstacle(&self, version: &Version) -> Option<SkipReason> {
        let gates = eligibility(version, (self.facts)(version), self.policy);
        gates.iter().find_map(SkipReason::of)
    }
}

impl Choice<'_> {
    fn skipped(self, reason: SkipReason) -> Skipped {
        Skipped { seq: self.seq, version: self.version.clone(), reason }
    }
}
