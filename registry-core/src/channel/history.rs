//! The history of one channel, and what can be read from it.

use std::collections::HashSet;

use super::{ChannelRevision, Direction, NewRevision, PreconditionError, RevisionKind};
use crate::version::Version;

/// How many distinct versions back a channel can be rolled: their bytes are kept, and they cannot be deleted.
pub const ROLLBACK_WINDOW: usize = 10;

/// The revisions of one channel, by sequence number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChannelHistory(Vec<ChannelRevision>);

impl ChannelHistory {
    /// Orders the revisions by their sequence numbers; clocks never count.
    pub fn new(mut revisions: Vec<ChannelRevision>) -> Self {
        revisions.sort_by_key(|revision| revision.seq);
        Self(revisions)
    }

    /// The revisions, oldest first.
    pub fn revisions(&self) -> &[ChannelRevision] {
        &self.0
    }

    /// The last revision.
    pub fn head(&self) -> Option<&ChannelRevision> {
        self.0.last()
    }

    /// The number of the last revision, which is the `ETag` of the channel; 0 without a history.
    pub fn head_seq(&self) -> u64 {
        self.head().map_or(0, |head| head.seq)
    }

    /// The revision that was the head once `seq` was written.
    pub fn head_at(&self, seq: u64) -> Option<&ChannelRevision> {
        self.0.iter().rev().find(|revision| revision.seq <= seq)
    }

    /// The version served now.
    pub fn served(&self) -> Option<&Version> {
        self.head()?.version.as_ref()
    }

    /// The last [`ROLLBACK_WINDOW`] distinct versions served, the most recent first.
    pub fn rollback_window(&self) -> Vec<&Version> {
        let mut seen = HashSet::new();
        let recent = self.0.iter().rev().filter_map(|revision| revision.version.as_ref());
        recent.filter(|version| seen.insert(*version)).take(ROLLBACK_WINDOW).collect()
    }

    /// The versions that were rolled away from and not promoted since.
    pub fn rejected(&self) -> HashSet<&Version> {
        let mut rejected = HashSet::new();
        let mut served = None;
        for revision in &self.0 {
            if revision.kind == RevisionKind::Rollback {
                rejected.extend(served);
            }
            served = revision.version.as_ref();
            if let Some(chosen) = served.filter(|_| revision.is_choice()) {
                rejected.remove(chosen);
            }
        }
        rejected
    }

    pub(super) fn get(&self, seq: u64) -> Option<&ChannelRevision> {
        let position = self.0.binary_search_by_key(&seq, |revision| revision.seq).ok()?;
        self.0.get(position)
    }

    /// The revision in which a version was chosen, for a revision that serves it: a rollback leads to what it
    /// restored.
    pub(super) fn chosen_in<'a>(&'a self, revision: &'a ChannelRevision) -> Option<&'a ChannelRevision> {
        revision.restored_seq.map_or(Some(revision), |seq| self.get(seq))
    }

    /// The revisions before `seq` in which a version was chosen, newest first.
    pub(super) fn choices_before(&self, seq: u64) -> impl Iterator<Item = (&ChannelRevision, &Version)> {
        let before = self.0.iter().rev().filter(move |revision| revision.seq < seq);
        before
            .filter(|revision| revision.is_choice())
            .filter_map(|revision| Some((revision, revision.version.as_ref()?)))
    }

    pub(super) fn check_revision(&self, if_match: Option<u64>) -> Result<(), PreconditionError> {
        match if_match {
            Some(expected) if expected != self.head_seq() => {
                Err(PreconditionError::StaleRevision { expected, head: self.head_seq() })
            }
            _ => Ok(()),
        }
    }

    /// The revision that makes the channel serve another version, or none; `restored` makes it a rollback.
    pub(super) fn next(&self, kind: RevisionKind, version: Option<&Version>, restored: Option<u64>) -> NewRevision {
        let seq = self.head_seq() + 1;
        let revision = ChannelRevision {
            seq,
            kind,
            version: version.cloned(),
            undo_depth_seq: restored.unwrap_or(seq),
            restored_seq: restored,
            direction: version.and_then(|version| Direction::between(self.served(), version)),
        };
        NewRevision { revision, from: self.served().cloned() }
    }
}

impl ChannelRevision {
    /// Whether a version was chosen here, and not restored.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self.kind, RevisionKind::Promote | RevisionKind::Import)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(versions: &[&str]) -> ChannelHistory {
        versions.iter().fold(ChannelHistory::default(), |history, text| {
            let version = text.parse().unwrap();
            let mut revisions = history.revisions().to_vec();
            revisions.push(history.next(RevisionKind::Promote, Some(&version), None).revision);
            ChannelHistory::new(revisions)
        })
    }

    #[test]
    fn the_past_can_be_asked() {
        let history = history(&["1.0.0", "1.1.0", "1.0.0"]);
        let served_at =
            |seq| history.head_at(seq).and_then(|revision| revision.version.as_ref()).map(Version::to_string);
        assert_eq!(served_at(0), None);
        assert_eq!(served_at(2).as_deref(), Some("1.1.0"));
        assert_eq!(served_at(99).as_deref(), Some("1.0.0"));
        assert_eq!(history.head().unwrap().direction, Some(Direction::Backward));
    }

    #[test]
    fn the_window_counts_distinct_versions() {
        let versions: Vec<_> = (0..12).map(|minor| format!("1.{minor}.0")).collect();
        let mut texts: Vec<_> = versions.iter().map(String::as_str).collect();
        texts.extend(["1.10.0", "1.11.0"]);
        let window: Vec<_> = history(&texts).rollback_window().iter().map(ToString::to_string).collect();
        let expected: Vec<_> = versions.iter().rev().take(ROLLBACK_WINDOW).cloned().collect();
        assert_eq!(window, expected);
    }
}
