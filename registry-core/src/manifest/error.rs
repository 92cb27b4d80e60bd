//! Why a text is not a manifest.

use crate::contract::validate::{Violation, listed};

/// A manifest that breaks rules: those that were found, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", listed(violations))]
pub struct ManifestError {
    /// The rules that are broken; places are pointers into the manifest.
    pub violations: Vec<Violation>,
}

impl From<Violation> for ManifestError {
    fn from(violation: Violation) -> Self {
        Self { violations: vec![violation] }
    }
}
