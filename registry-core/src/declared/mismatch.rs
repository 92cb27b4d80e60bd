//! What a publisher states and the files contradict.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::contract::Pointer;
use crate::contract::validate::listed;

/// How many characters of a value an error text shows.
const SHOWN: usize = 120;

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

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}; {}", self.place, self.rule, self.hint)
    }
}

/// Declared facts that contradict the files, or that no file gives a place to: all of them.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", listed(mismatches))]
pub struct ContractMismatch {
    /// The facts.
    pub mismatches: Vec<Mismatch>,
}

/// A value as an error text shows it: a list of a thousand labels is cut.
pub(super) fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
