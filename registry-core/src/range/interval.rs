//! Intervals of versions in SemVer precedence: what a range comes down to, and what a sorted list can be cut by.

use semver::Prerelease;

use crate::version::Version;

/// The three numbers of a version.
pub(crate) type Triple = (u64, u64, u64);

/// A place between two neighbouring versions. Places are ordered as the versions around them are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Cut {
    triple: Triple,
    within: Within,
}

/// A place among the versions of one triple. The order of the variants and fields is the order of the places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Within {
    /// Below every pre-release of the triple: where node-semver writes `-0`.
    Floor,
    /// Beside the version with these pre-release identifiers; none means the stable version.
    Beside(Prerelease, Side),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Side {
    Before,
    After,
}

impl Cut {
    /// Below every version.
    pub(crate) const LOWEST: Self = Self::floor((0, 0, 0));
    /// Above every version, since parts end at [`MAX_PART`](crate::version::MAX_PART).
    pub(crate) const HIGHEST: Self = Self::floor((u64::MAX, 0, 0));

    /// Below the pre-releases of a triple.
    pub(crate) const fn floor(triple: Triple) -> Self {
        Self { triple, within: Within::Floor }
    }

    /// Just below one version.
    pub(crate) const fn before(triple: Triple, pre: Prerelease) -> Self {
        Self { triple, within: Within::Beside(pre, Side::Before) }
    }

    /// Just above one version.
    pub(crate) const fn after(triple: Triple, pre: Prerelease) -> Self {
        Self { triple, within: Within::Beside(pre, Side::After) }
    }

    /// Whether the version lies below this place.
    pub(crate) fn is_above(&self, version: &Version) -> bool {
        let below = version.triple().cmp(&self.triple);
        below.then_with(|| self.within.position_of(&version.as_semver().pre)).is_lt()
    }
}

impl Within {
    /// Where a version of the same triple lies, seen from this place: never equal to it.
    fn position_of(&self, pre: &Prerelease) -> std::cmp::Ordering {
        match self {
            Self::Floor => std::cmp::Ordering::Greater,
            Self::Beside(own, Side::Before) => pre.cmp(own).then(std::cmp::Ordering::Greater),
            Self::Beside(own, Side::After) => pre.cmp(own).then(std::cmp::Ordering::Less),
        }
    }
}

/// All versions between two places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Interval {
    pub(crate) lower: Cut,
    pub(crate) upper: Cut,
}

impl Interval {
    /// Every version there can be.
    pub(crate) const ALL: Self = Self { lower: Cut::LOWEST, upper: Cut::HIGHEST };

    /// The pre-releases of one triple.
    pub(crate) const fn prereleases_of(triple: Triple) -> Self {
        Self { lower: Cut::floor(triple), upper: Cut::before(triple, Prerelease::EMPTY) }
    }

    pub(crate) fn contains(&self, version: &Version) -> bool {
        self.upper.is_above(version) && !self.lower.is_above(version)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lower >= self.upper
    }

    /// What lies in both intervals.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self { lower: self.lower.max(other.lower), upper: self.upper.min(other.upper) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn cuts_lie_between_versions() {
        let pre = Prerelease::new("rc.1").unwrap();
        let triple = (1, 2, 3);
        let cuts = [
            Cut::LOWEST,
            Cut::floor(triple),
            Cut::before(triple, pre.clone()),
            Cut::after(triple, pre),
            Cut::before(triple, Prerelease::EMPTY),
            Cut::after(triple, Prerelease::EMPTY),
            Cut::HIGHEST,
        ];
        assert!(cuts.is_sorted());
        let below = |text: &str| cuts.iter().filter(|cut| !cut.is_above(&version(text))).count();
        assert_eq!(below("0.0.0-0"), 1);
        assert_eq!(below("1.2.2"), 1);
        assert_eq!(below("1.2.3-0"), 2);
        assert_eq!(below("1.2.3-rc.1"), 3);
        assert_eq!(below("1.2.3-rc.1.1"), 4);
        assert_eq!(below("1.2.3+build"), 5);
        assert_eq!(below("1.2.4-0"), 6);
    }
}
