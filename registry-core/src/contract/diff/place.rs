//! Where a value stands while two signatures are walked together; a pointer is built only when something differs.

use super::super::Pointer;
pub(super) use super::super::side::Side;
use crate::compat::Rule;

impl Side {
    /// The rule of this side out of a pair of rules about the same change.
    pub(super) fn pick(self, input: Rule, output: Rule) -> Rule {
        match self {
            Self::Input => input,
            Self::Output => output,
        }
    }
}

/// One input or output, or a value nested in it.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    pub(super) side: Side,
    pub(super) name: &'a str,
    nested: Vec<&'a str>,
}

impl<'a> Place<'a> {
    pub(super) fn top(side: Side, name: &'a str) -> Self {
        Self { side, name, nested: Vec::new() }
    }

    pub(super) fn is_top(&self) -> bool {
        self.nested.is_empty()
    }

    pub(super) fn inside(&self, segments: &[&'a str]) -> Self {
        let mut nested = self.nested.clone();
        nested.extend_from_slice(segments);
        Self { nested, ..*self }
    }

    pub(super) fn pointer(&self) -> Pointer {
        self.nested.iter().fold(self.side.root().join(self.name), |pointer, segment| pointer.join(segment))
    }

    /// The place of one attribute of the value, such as `dtype`.
    pub(super) fn attribute(&self, attribute: &str) -> Pointer {
        self.pointer().join(attribute)
    }
}
