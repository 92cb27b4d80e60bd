//! JSON Pointers (RFC 6901) into the canonical contract.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in a contract, for example `/inputs/image/shape/2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Pointer(String);

impl Pointer {
    /// The whole contract.
    pub fn root() -> Self {
        Self::default()
    }

    /// The place below this one; `/` and `~` in the name are escaped.
    #[must_use]
    pub fn join(&self, segment: impl fmt::Display) -> Self {
        let segment = segment.to_string().replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{segment}", self.0))
    }

    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments, unescaped.
    pub fn segments(&self) -> impl Iterator<Item = String> + '_ {
        self.0.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"))
    }

    /// What a table says of this place, or else of the nearest place that it lies in.
    pub fn nearest<'a, T>(&self, table: &'a BTreeMap<Self, T>) -> Option<&'a T> {
        let mut place = self.as_str();
        loop {
            match table.get(place) {
                None => place = place.get(..place.rfind('/')?)?,
                found => return found,
            }
        }
    }

    /// Whether `place` is this place or lies below it.
    pub fn covers(&self, place: &Self) -> bool {
        place.0.strip_prefix(&self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Borrow<str> for Pointer {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_slashes_survive() {
        let place = Pointer::root().join("inputs").join("a/b~c").join(0);
        assert_eq!(place.as_str(), "/inputs/a~1b~0c/0");
        assert_eq!(place.segments().collect::<Vec<_>>(), ["inputs", "a/b~c", "0"]);
    }

    #[test]
    fn covering_ends_at_segments() {
        let input = Pointer::root().join("inputs").join("x");
        assert!(input.covers(&input));
        assert!(input.covers(&input.join("dtype")));
        assert!(!input.covers(&Pointer::root().join("inputs").join("xy")));
    }

    #[test]
    fn the_nearest_place_is_found() {
        let at = |text: &str| text.split('/').skip(1).fold(Pointer::root(), |place, segment| place.join(segment));
        let mut table = BTreeMap::from([(at("/a"), 1), (at("/a/b/c"), 2), (at("/a/bb"), 3)]);
        for (place, found) in [("/a/b/c/d", Some(2)), ("/a/b", Some(1)), ("/a/b/cc", Some(1)), ("/b", None)] {
            assert_eq!(at(place).nearest(&table).copied(), found, "{place}");
        }
        table.insert(Pointer::root(), 0);
        assert_eq!(at("/b/c").nearest(&table), Some(&0));
    }
}
