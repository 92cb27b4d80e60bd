//! The life of a version, independent of the channels that point at it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The state of a version; the order goes from the most to the least available.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum VersionState {
    /// Served to everyone.
    #[default]
    Active,
    /// Served, with a warning: its author advises against new use.
    Deprecated,
    /// Withdrawn: exact requests and channels still get it, with a warning; ranges and `latest` pass it over.
    Yanked,
    /// Switched off: nobody gets it until it is enabled again.
    Disabled,
    /// Gone for good: a tombstone keeps the number from being used again.
    Deleted,
}

impl VersionState {
    /// Active or deprecated: what new versions are compared with, and what may be promoted.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Active | Self::Deprecated)
    }

    /// The name as it stands in JSON, SQL and on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Deprecated => "deprecated",
            Self::Yanked => "yanked",
            Self::Disabled => "disabled",
            Self::Deleted => "deleted",
        }
    }
}

impl fmt::Display for VersionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
