//! Two different questions about two versions: which bump do the changes *require*, and which *step* do the numbers
//! take? One function compares them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::version::{Line, Version};

/// The semantic class of a change: what the next version number must at least rise by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum RequiredBump {
    /// The same bytes: no version is needed at all.
    #[default]
    None,
    /// Nothing that a caller can see changed.
    Patch,
    /// The new version is a safe replacement that offers more.
    Minor,
    /// Some caller or reader of the old version breaks.
    Major,
}

impl RequiredBump {
    /// The name as it stands in JSON and on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for RequiredBump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The largest class of change that going from one version number to a higher one announces.
///
/// `0.x` shifts left, as cargo does: in `0.y.z` a breaking change needs `y`, anything else `z`; in `0.0.z` every
/// version is a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Only the patch number rose, in a line of 1 and above.
    Patch,
    /// The minor number rose, or the patch number in a `0.y` line: compatible additions are announced.
    Minor,
    /// Another line: anything is announced.
    Major,
}

impl Step {
    /// The step from `old` to `new`, where `old < new`. A pre-release is taken as its triple.
    pub fn between(old: &Version, new: &Version) -> Self {
        if old.line() != new.line() {
            return Self::Major;
        }
        match new.line() {
            Line::Major(_) if old.minor() == new.minor() => Self::Patch,
            Line::Major(_) | Line::Minor(_) | Line::Patch(_) => Self::Minor,
        }
    }

    /// Whether a version that takes this step is honest about changes of the class `required`.
    pub fn announces(self, required: RequiredBump) -> bool {
        match self {
            Self::Patch => required <= RequiredBump::Patch,
            Self::Minor => required <= RequiredBump::Minor,
            Self::Major => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(old: &str, new: &str) -> Step {
        Step::between(&old.parse().unwrap(), &new.parse().unwrap())
    }

    #[test]
    fn steps_shift_left_below_one() {
        assert_eq!(step("1.2.3", "1.2.4"), Step::Patch);
        assert_eq!(step("1.2.3", "1.3.0-rc.1"), Step::Minor);
        assert_eq!(step("1.2.3", "2.0.0"), Step::Major);
        assert_eq!(step("0.2.3", "0.2.4"), Step::Minor);
        assert_eq!(step("0.2.3", "0.3.0"), Step::Major);
        assert_eq!(step("0.0.3", "0.0.4"), Step::Major);
        assert_eq!(step("0.9.0", "1.0.0"), Step::Major);
    }

    #[test]
    fn a_patch_announces_no_addition() {
        assert!(Step::Patch.announces(RequiredBump::Patch));
        assert!(!Step::Patch.announces(RequiredBump::Minor));
        assert!(!Step::Minor.announces(RequiredBump::Major));
        assert!(Step::Major.announces(RequiredBump::Major));
    }
}
