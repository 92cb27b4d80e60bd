//! JSON Pointers (RFC 6901) into the canonical contract.

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

    /// Whether `place` is this place or lies below it.
    pub fn covers(&self, place: &Self) -> bool {
        place.0.strip_prefix(&self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
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
}
