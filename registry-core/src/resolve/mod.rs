//! From a selector to one version.
//!
//! Exact numbers, digests and channels see what is live or yanked; ranges and `latest` see what is live. Nothing is
//! ever chosen by time.

mod error;
mod index;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::error::{Gone, NoMatch, Rejection, ResolveError};
pub use self::index::{ChannelHead, IndexEntry, VersionIndex, digest_rank};
use crate::digest::Digest;
use crate::name::ChannelName;
use crate::range::{PreReleases, Range};
use crate::selector::Selector;
use crate::state::VersionState;
use crate::version::Version;

/// What to do when the version asked for is not there or not served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fallback {
    /// Say so.
    #[default]
    Error,
    /// Serve the latest version instead, and say so.
    Latest,
}

/// How a request wants to be resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ResolveOptions {
    /// What to do without an answer.
    pub fallback: Fallback,
    /// Which pre-releases ranges see.
    pub prereleases: PreReleases,
}

/// The one version that answers a selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// The version.
    pub version: Version,
    /// The digest of its manifest.
    pub digest: Digest,
    /// Its state.
    pub state: VersionState,
    /// How it was chosen.
    pub why: Why,
    /// The revision of the channel that was asked for.
    pub channel_revision: Option<u64>,
    /// What a consumer should know about the version.
    pub warnings: Vec<Warning>,
    /// Why this is the latest version and not the one asked for.
    pub fallback: Option<ResolveError>,
    /// How long the answer holds.
    pub cache: CacheClass,
}

/// How a version was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The kind of choice that was made.
    pub kind: WhyKind,
    /// The selector asked for, in its canonical spelling.
    pub selector: String,
    /// How many versions there were to choose from.
    pub candidates: usize,
}

/// The kind of choice that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WhyKind {
    /// By the digest of the manifest.
    Digest,
    /// By the number.
    Exact,
    /// The highest in a range.
    Range,
    /// The highest stable version.
    Latest,
    /// The version that a channel points at.
    Channel,
}

/// What a consumer should know about the version it gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "lowercase")]
pub enum Warning {
    /// The author advises against new use.
    Deprecated {
        /// What the author said.
        reason: Option<String>,
    },
    /// The version was withdrawn, and is served only because it was asked for by name.
    Yanked {
        /// What the author said.
        reason: Option<String>,
    },
}

/// How long an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CacheClass {
    /// The answer names its own question and never changes.
    Immutable,
    /// The answer moves when a version is published or a channel is moved.
    Short,
}

/// A choice, before it becomes an answer.
struct Found<'a> {
    entry: &'a IndexEntry,
    kind: WhyKind,
    candidates: usize,
    channel_revision: Option<u64>,
}

/// Chooses the version that a selector asks for.
///
/// # Errors
/// When there is no such version or it is not served, and no fallback is asked for or possible.
pub fn resolve(index: &VersionIndex, selector: &Selector, options: ResolveOptions) -> Result<Resolution, ResolveError> {
    match find(index, selector, options.prereleases) {
        Err(error) if may_fall_back(selector, &error, options.fallback) => match latest(index) {
            Ok(found) => Ok(found.answer(selector, Some(error))),
            Err(_) => Err(error),
        },
        found => Ok(found?.answer(selector, None)),
    }
}

fn find<'a>(index: &'a VersionIndex, selector: &Selector, prereleases: PreReleases) -> Result<Found<'a>, ResolveError> {
    match selector {
        Selector::Digest(digest) => by_digest(index, digest),
        Selector::Exact(version) => exact(index, version),
        Selector::Latest => latest(index),
        Selector::Channel(channel) => by_channel(index, channel),
        Selector::Range(range) => by_range(index, range, prereleases),
    }
}

/// A channel that exists never moves by itself, and `latest` has nothing to fall back to.
fn may_fall_back(selector: &Selector, error: &ResolveError, fallback: Fallback) -> bool {
    let replaceable = match selector {
        Selector::Digest(_) | Selector::Exact(_) | Selector::Range(_) => true,
        Selector::Channel(_) => matches!(error, ResolveError::ChannelNotFound { .. }),
        Selector::Latest => false,
    };
    replaceable && fallback == Fallback::Latest
}

fn by_digest<'a>(index: &'a VersionIndex, digest: &Digest) -> Result<Found<'a>, ResolveError> {
    let entry = index.get_by_digest(digest).ok_or_else(|| not_found(digest, Vec::new()))?;
    Ok(Found::named(served(entry, None)?, WhyKind::Digest))
}

fn exact<'a>(index: &'a VersionIndex, version: &Version) -> Result<Found<'a>, ResolveError> {
    let entry = index.get(version).ok_or_else(|| not_found(version, index.neighbours(version)))?;
    if !version.build().is_empty() && version.build() != entry.version.build() {
        return Err(ResolveError::BuildMismatch { wanted: version.clone(), existing: entry.version.clone() });
    }
    Ok(Found::named(served(entry, None)?, WhyKind::Exact))
}

fn latest(index: &VersionIndex) -> Result<Found<'_>, ResolveError> {
    let entry = index.latest().ok_or_else(|| ResolveError::no_latest(index))?;
    Ok(Found { candidates: index.stable_count(), ..Found::named(entry, WhyKind::Latest) })
}

fn by_channel<'a>(index: &'a VersionIndex, channel: &ChannelName) -> Result<Found<'a>, ResolveError> {
    let head = index.channels().get(channel).ok_or_else(|| ResolveError::channel_not_found(index, channel))?;
    let version = head.version.as_ref().ok_or_else(|| ResolveError::ChannelEmpty { channel: channel.clone() })?;
    let entry = index.get(version).ok_or_else(|| not_found(version, Vec::new()))?;
    let found = Found::named(served(entry, Some(channel))?, WhyKind::Channel);
    Ok(Found { channel_revision: Some(head.revision), ..found })
}

fn by_range<'a>(index: &'a VersionIndex, range: &Range, prereleases: PreReleases) -> Result<Found<'a>, ResolveError> {
    let selected = index.select(range, prereleases);
    let entry = selected.best.ok_or_else(|| ResolveError::no_match(index, range, prereleases))?;
    Ok(Found { candidates: selected.candidates, ..Found::named(entry, WhyKind::Range) })
}

fn not_found(wanted: &impl fmt::Display, nearest: Vec<Version>) -> ResolveError {
    ResolveError::VersionNotFound { wanted: wanted.to_string(), nearest }
}

/// What was asked for by name is served unless it is switched off or gone.
fn served<'a>(entry: &'a IndexEntry, channel: Option<&ChannelName>) -> Result<&'a IndexEntry, ResolveError> {
    let gone = || Gone { version: entry.into(), channel: channel.cloned() };
    match entry.state {
        VersionState::Active | VersionState::Deprecated | VersionState::Yanked => Ok(entry),
        VersionState::Disabled => Err(ResolveError::VersionDisabled(gone())),
        VersionState::Deleted => Err(ResolveError::VersionDeleted(gone())),
    }
}

impl<'a> Found<'a> {
    fn named(entry: &'a IndexEntry, kind: WhyKind) -> Self {
        Self { entry, kind, candidates: 1, channel_revision: None }
    }

    fn answer(self, selector: &Selector, fallback: Option<ResolveError>) -> Resolution {
        Resolution {
            version: self.entry.version.clone(),
            digest: self.entry.digest,
            state: self.entry.state,
            why: Why { kind: self.kind, selector: selector.to_string(), candidates: self.candidates },
            channel_revision: self.channel_revision,
            warnings: Warning::about(self.entry).into_iter().collect(),
            fallback,
            cache: self.kind.cache(),
        }
    }
}

impl WhyKind {
    /// A fallback is of the kind `latest`, so it is never immutable.
    fn cache(self) -> CacheClass {
        match self {
            Self::Digest | Self::Exact => CacheClass::Immutable,
            Self::Range | Self::Latest | Self::Channel => CacheClass::Short,
        }
    }
}

impl Warning {
    fn about(entry: &IndexEntry) -> Option<Self> {
        let reason = || entry.reason.clone();
        match entry.state {
            VersionState::Deprecated => Some(Self::Deprecated { reason: reason() }),
            VersionState::Yanked => Some(Self::Yanked { reason: reason() }),
            VersionState::Active | VersionState::Disabled | VersionState::Deleted => None,
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (state, reason) = match self {
            Self::Deprecated { reason } => ("deprecated", reason),
            Self::Yanked { reason } => ("yanked", reason),
        };
        write!(f, "the version is {state}")?;
        reason.as_ref().map_or(Ok(()), |reason| write!(f, ": {reason}"))
    }
}
