//! The versions of one model, sorted once, so that every request is answered by binary search.

use std::collections::{BTreeMap, HashMap};
use std::ops;

use crate::digest::Digest;
use crate::name::ChannelName;
use crate::range::{Cut, Interval, PreReleases, Range};
use crate::state::VersionState;
use crate::version::Version;

/// What a model offers to consumers: its versions, and the channels that point at them.
#[derive(Debug, Clone, Default)]
pub struct VersionIndex {
    /// Every version, in precedence order.
    entries: Vec<IndexEntry>,
    /// Positions of the stable versions that ranges and `latest` see, rising.
    stable: Vec<usize>,
    /// Positions of the pre-releases that ranges see, rising.
    prereleases: Vec<usize>,
    /// The position of the version that each manifest digest names.
    by_digest: HashMap<Digest, usize>,
    channels: BTreeMap<ChannelName, ChannelHead>,
}

/// One version in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    /// The version, with the build metadata that it was published with.
    pub version: Version,
    /// Its state.
    pub state: VersionState,
    /// The digest of its manifest. Several versions may share one: the number is no part of a manifest.
    pub digest: Digest,
    /// The place among the versions of the model: 1, 2, 3…
    pub ordinal: u64,
    /// Why it was deprecated, yanked, disabled or deleted, if somebody said so.
    pub reason: Option<String>,
}

/// Where a channel points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelHead {
    /// The version served; none when the channel was cleared.
    pub version: Option<Version>,
    /// The sequence number of the last revision of the channel.
    pub revision: u64,
}

/// What a range selects.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selected<'a> {
    /// The highest version that satisfies.
    pub(crate) best: Option<&'a IndexEntry>,
    /// How many versions satisfy.
    pub(crate) candidates: usize,
}

/// The order of the versions that share one manifest; their digest names the first: the best state, then the oldest.
pub fn digest_rank(state: VersionState, ordinal: u64) -> (VersionState, u64) {
    (state, ordinal)
}

impl VersionIndex {
    /// Sorts the entries. Two entries never have the same number: the registry does not hand one out twice.
    pub fn new(mut entries: Vec<IndexEntry>, channels: BTreeMap<ChannelName, ChannelHead>) -> Self {
        entries.sort_by(|a, b| a.version.cmp(&b.version));
        let live = |prerelease: bool| {
            let live = entries.iter().enumerate().filter(move |(_, entry)| entry.state.is_live());
            live.filter(move |(_, entry)| entry.version.is_prerelease() == prerelease)
                .map(|(position, _)| position)
                .collect()
        };
        let mut by_digest: Vec<(usize, &IndexEntry)> = entries.iter().enumerate().collect();
        by_digest.sort_by_key(|(_, entry)| std::cmp::Reverse(digest_rank(entry.state, entry.ordinal)));
        let by_digest = by_digest.into_iter().map(|(position, entry)| (entry.digest, position)).collect();
        Self { stable: live(false), prereleases: live(true), by_digest, entries, channels }
    }

    /// Every version, in precedence order, whatever its state.
    pub fn entries(&self) -> &[IndexEntry] {
        &self.entries
    }

    /// The channels, by name.
    pub fn channels(&self) -> &BTreeMap<ChannelName, ChannelHead> {
        &self.channels
    }

    /// The version with this number, whatever its build metadata and state.
    pub fn get(&self, version: &Version) -> Option<&IndexEntry> {
        let position = self.entries.binary_search_by(|entry| entry.version.cmp(version)).ok()?;
        self.entries.get(position)
    }

    /// The version whose manifest has this digest, whatever its state; of several the first by [`digest_rank`].
    pub fn get_by_digest(&self, digest: &Digest) -> Option<&IndexEntry> {
        self.entries.get(*self.by_digest.get(digest)?)
    }

    /// The highest stable version among those that ranges see.
    pub fn latest(&self) -> Option<&IndexEntry> {
        self.at(self.stable.last())
    }

    pub(crate) fn stable_count(&self) -> usize {
        self.stable.len()
    }

    pub(crate) fn highest_prerelease(&self) -> Option<&IndexEntry> {
        self.at(self.prereleases.last())
    }

    /// The highest version of a range, without a scan.
    pub(crate) fn select(&self, range: &Range, prereleases: PreReleases) -> Selected<'_> {
        let stable = self.within(&self.stable, range.stable());
        let mut selected = (stable.last(), stable.len());
        for interval in range.prereleases(prereleases) {
            let found = self.within(&self.prereleases, interval);
            selected = (selected.0.max(found.last()), selected.1 + found.len());
        }
        Selected { best: self.at(selected.0), candidates: selected.1 }
    }

    /// The live versions just below and just above a number.
    pub(crate) fn neighbours(&self, version: &Version) -> Vec<Version> {
        let (below, above) = self.entries.split_at(self.entries.partition_point(|entry| entry.version < *version));
        let is_live = |entry: &&IndexEntry| entry.state.is_live();
        let nearest = [below.iter().rev().find(is_live), above.iter().find(is_live)];
        nearest.into_iter().flatten().map(|entry| entry.version.clone()).collect()
    }

    fn within<'a>(&self, positions: &'a [usize], interval: &Interval) -> &'a [usize] {
        let span = self.span(interval);
        let first = positions.partition_point(|position| *position < span.start);
        let end = positions.partition_point(|position| *position < span.end);
        positions.get(first..end).unwrap_or_default()
    }

    fn span(&self, interval: &Interval) -> ops::Range<usize> {
        let below = |cut: &Cut| self.entries.partition_point(|entry| cut.is_above(&entry.version));
        below(&interval.lower)..below(&interval.upper)
    }

    fn at(&self, position: Option<&usize>) -> Option<&IndexEntry> {
        self.entries.get(*position?)
    }
}
