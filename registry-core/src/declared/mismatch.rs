//! What a publisher states and the files contradict.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::contract::Pointer;
use crate::contract::validate::listed;

/// One declared fact that cannot be taken over.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mismatch {
    /// The place in the contract.
    pub place: Pointer,
    /// What is known there; the known names where the declared one does not exist; null where nothing is known.
    pub read: Value,
    /// What is declared.
    pub declared: Value,
    /// The two values, or what is missing, in words.
    pub rule: String,
    /// What to do about it.
    pub hint: String,
}

impl Mismatch {
    /// Says that there are more.
    pub(super) fn more(rule: String) -> Self {
        let hint = "correct these first".to_owned();
        Self { place: Pointer::root(), read: Value::Null, declared: Value::Null, rule, hint }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}; {}", self.place, self.rule, self.hint)
    }
}

/// Declared facts that contradict the files, or that no file gives a place to.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", listed(mismatches))]
pub struct ContractMismatch {
    /// The facts. After [`MAX_FINDINGS`](crate::contract::validate::MAX_FINDINGS) of them the last entry says that there
    /// are more.
    pub mismatches: Vec<Mismatch>,
}
