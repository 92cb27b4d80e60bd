//! Why a request gets no version: typed, with a stable code, and with what would help.

use std::fmt;

use super::index::{IndexEntry, VersionIndex};
use crate::name::ChannelName;
use crate::range::{PreReleases, Range};
use crate::selector::InvalidSelector;
use crate::state::VersionState;
use crate::version::Version;

/// How many rejected candidates a message names: enough to see the pattern.
const REJECTIONS_SHOWN: usize = 3;

/// Why a selector resolves to no version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// The text is not a selector.
    #[error(transparent)]
    InvalidSelector(#[from] InvalidSelector),
    /// No version has this number or digest.
    #[error("{wanted} does not exist{}", nearest_hint(nearest))]
    VersionNotFound {
        /// The number or digest asked for.
        wanted: String,
        /// The versions just below and just above the number.
        nearest: Vec<Version>,
    },
    /// The number exists, with other build metadata than the caller asserts.
    #[error("{wanted} does not exist, but {existing} does; leave the build metadata out to get it")]
    BuildMismatch {
        /// The version asked for.
        wanted: Version,
        /// The version of that number.
        existing: Version,
    },
    /// No version that may be served lies in the range.
    #[error("{0}")]
    NoMatch(Box<NoMatch>),
    /// The model has no version at all.
    #[error("the model has no version yet; publish one")]
    NoVersions,
    /// There are versions, but no stable one that may be served.
    #[error("there is no stable version{}", prerelease_hint(highest_prerelease.as_ref()))]
    NoStableVersion {
        /// The highest pre-release, which may be asked for by its number.
        highest_prerelease: Option<Version>,
    },
    /// All stable versions left are yanked.
    #[error("all stable versions are yanked: {}; an exact version is still served", list(rejected))]
    AllYanked {
        /// The yanked versions, highest first.
        rejected: Vec<Rejection>,
    },
    /// The model has no channel of this name.
    #[error("there is no channel `{channel}`{}", channel_hint(known))]
    ChannelNotFound {
        /// The name asked for.
        channel: ChannelName,
        /// The channels there are.
        known: Vec<ChannelName>,
    },
    /// The channel was cleared.
    #[error("channel `{channel}` is empty; promote a version to it, or roll it back")]
    ChannelEmpty {
        /// The channel asked for.
        channel: ChannelName,
    },
    /// The version is switched off.
    #[error("{0}")]
    VersionDisabled(Gone),
    /// The version is deleted.
    #[error("{0}")]
    VersionDeleted(Gone),
}

/// A version that is no longer served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The version and its state.
    pub version: Rejection,
    /// The channel that points at it, if it was asked for through one.
    pub channel: Option<ChannelName>,
}

/// Why a range selects nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoMatch {
    /// The range asked for.
    pub range: Range,
    /// The versions inside the bounds that may not be served, highest first.
    pub rejected: Vec<Rejection>,
    /// The highest version that may be served.
    pub highest: Option<Version>,
}

/// A version that would have been the answer, but for its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The version.
    pub version: Version,
    /// Its state. A live version is rejected for being a pre-release.
    pub state: VersionState,
    /// Why it has that state, if somebody said so.
    pub reason: Option<String>,
}

impl ResolveError {
    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidSelector(_) => "invalid-selector",
            Self::VersionNotFound { .. } => "version-not-found",
            Self::BuildMismatch { .. } => "build-mismatch",
            Self::NoMatch(_) => "no-match",
            Self::NoVersions => "no-versions",
            Self::NoStableVersion { .. } => "no-stable-version",
            Self::AllYanked { .. } => "all-yanked",
            Self::ChannelNotFound { .. } => "channel-not-found",
            Self::ChannelEmpty { .. } => "channel-empty",
            Self::VersionDisabled(_) => "version-disabled",
            Self::VersionDeleted(_) => "version-deleted",
        }
    }

    /// Whether the version existed and is no longer served, as opposed to never having been there.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::VersionDisabled(_) | Self::VersionDeleted(_))
    }

    /// Explains an empty range by a scan: only requests that fail pay for it.
    pub(super) fn no_match(index: &VersionIndex, range: &Range, prereleases: PreReleases) -> Self {
        let inside = |entry: &&IndexEntry| range.matches(&entry.version, PreReleases::Include);
        let admitted = |entry: &IndexEntry| range.matches(&entry.version, prereleases);
        let candidates = index.entries().iter().rev().filter(inside);
        let rejected = candidates.filter(|entry| !(entry.state.is_live() && admitted(entry)));
        let highest = index.latest().or_else(|| index.highest_prerelease());
        Self::NoMatch(Box::new(NoMatch {
            range: range.clone(),
            rejected: rejected.map(Rejection::from).collect(),
            highest: highest.map(|entry| entry.version.clone()),
        }))
    }

    /// Explains why there is no latest version.
    pub(super) fn no_latest(index: &VersionIndex) -> Self {
        if index.entries().is_empty() {
            return Self::NoVersions;
        }
        let yanked = |entry: &&IndexEntry| entry.state == VersionState::Yanked && !entry.version.is_prerelease();
        let rejected: Vec<_> = index.entries().iter().rev().filter(yanked).map(Rejection::from).collect();
        if rejected.is_empty() {
            let highest_prerelease = index.highest_prerelease().map(|entry| entry.version.clone());
            return Self::NoStableVersion { highest_prerelease };
        }
        Self::AllYanked { rejected }
    }

    pub(super) fn channel_not_found(index: &VersionIndex, channel: &ChannelName) -> Self {
        Self::ChannelNotFound { channel: channel.clone(), known: index.channels().keys().cloned().collect() }
    }
}

impl From<&IndexEntry> for Rejection {
    fn from(entry: &IndexEntry) -> Self {
        Self { version: entry.version.clone(), state: entry.state, reason: entry.reason.clone() }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.state.is_live() { "a pre-release" } else { self.state.as_str() };
        write!(f, "is {state}")?;
        self.reason.as_ref().filter(|_| !self.state.is_live()).map_or(Ok(()), |reason| write!(f, ": {reason}"))
    }
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range = &self.range;
        if range.is_empty() {
            return write!(f, "nothing can ever match {range}: its bounds contradict each other");
        }
        write!(f, "nothing in {range}")?;
        for rejection in self.rejected.iter().take(REJECTIONS_SHOWN) {
            write!(f, "; {} matches but {rejection}", rejection.version)?;
        }
        write_rest(f, self.rejected.len())?;
        match &self.highest {
            Some(highest) => write!(f, "; the highest is {highest}"),
            None => f.write_str("; the model serves no version"),
        }
    }
}

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = &self.version.version;
        match &self.channel {
            Some(channel) => write!(f, "channel `{channel}` points at {version}, which {}; roll it back", self.version),
            None => write!(f, "{version} {}", self.version),
        }
    }
}

fn write_rest(f: &mut impl fmt::Write, total: usize) -> fmt::Result {
    match total.saturating_sub(REJECTIONS_SHOWN) {
        0 => Ok(()),
        rest => write!(f, "; and {rest} more"),
    }
}

fn list(rejected: &[Rejection]) -> String {
    let shown = rejected.iter().take(REJECTIONS_SHOWN).map(|rejection| match &rejection.reason {
        Some(reason) => format!("{} ({reason})", rejection.version),
        None => rejection.version.to_string(),
    });
    let mut list = shown.collect::<Vec<_>>().join(", ");
    // Writing to a String cannot fail.
    let _written = write_rest(&mut list, rejected.len());
    list
}

fn nearest_hint(nearest: &[Version]) -> String {
    match nearest {
        [] => String::new(),
        [one] => format!("; the nearest is {one}"),
        several => format!("; the nearest are {}", join(several, " and ")),
    }
}

fn prerelease_hint(highest: Option<&Version>) -> String {
    highest.map_or_else(String::new, |version| format!("; ask for the pre-release {version} by its number"))
}

fn channel_hint(known: &[ChannelName]) -> String {
    match known {
        [] => "; the model has no channels".to_owned(),
        known => format!("; the channels are {}", join(known, ", ")),
    }
}

fn join(items: &[impl ToString], separator: &str) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}
