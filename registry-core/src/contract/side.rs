//! The two sides of a contract.

use super::Pointer;

/// Callers send inputs and read outputs: what is safe for one is a break for the other, and some attributes mean something
/// on one side only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Input,
    Output,
}

impl Side {
    pub(super) fn root(self) -> Pointer {
        Pointer::root().join(match self {
            Self::Input => "inputs",
            Self::Output => "outputs",
        })
    }
}
