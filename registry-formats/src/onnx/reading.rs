//! What one reading of a model gathers, within a budget of memory.

use std::collections::BTreeSet;

use super::external::External;
use super::tensors::Table;
use super::wire::{Field, Message, Wire};
use crate::error::FormatError;

/// Memory for everything that is kept: names, shapes, table entries. The largest models that are published as one
/// ONNX file have some 150,000 tensors, which is half of it.
const KEPT_MAX: u64 = 64 * 1024 * 1024;

/// The state of one reading.
pub(super) struct Reading<'a> {
    pub(super) wire: Wire<'a>,
    pub(super) weights: Table,
    pub(super) external: External<'a>,
    pub(super) notices: BTreeSet<String>,
    /// Whether weights stand in other files.
    pub(super) has_external_data: bool,
    /// Whether payloads are read for the digest of the weights.
    pub(super) digests: bool,
    kept: u64,
}

impl<'a> Reading<'a> {
    pub(super) fn new(wire: Wire<'a>, external: External<'a>, digests: bool) -> Self {
        Self {
            wire,
            weights: Table::default(),
            external,
            notices: BTreeSet::new(),
            has_external_data: false,
            digests,
            kept: 0,
        }
    }

    /// Takes memory from the budget for something at `at` that stays until the end.
    pub(super) fn keep(&mut self, at: u64, bytes: usize) -> Result<(), FormatError> {
        self.kept = self.kept.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        if self.kept > KEPT_MAX {
            let expected = format!("names and shapes that fit into {} MiB of memory", KEPT_MAX >> 20);
            return Err(self.wire.malformed(at, expected, "more"));
        }
        Ok(())
    }

    /// The next field of a message; none at its end.
    pub(super) fn next(&mut self, message: &mut Message) -> Result<Option<Field>, FormatError> {
        self.wire.next(message)
    }

    /// Key and value of a `StringStringEntryProto`.
    pub(super) fn entry(&mut self, field: &Field, what: &str) -> Result<(String, String), FormatError> {
        let mut message = self.wire.message(field, what)?;
        let (mut key, mut value) = (String::new(), String::new());
        while let Some(field) = self.next(&mut message)? {
            match field.number {
                1 => key = self.wire.text(&field, "a key")?,
                2 => value = self.wire.text(&field, "a value")?,
                _ => {}
            }
        }
        Ok((key, value))
    }
}

/// A name as an error shows it: short, in backticks, on one line.
pub(super) fn shown(name: &str) -> String {
    const SHOWN: usize = 80;
    let short: String = name.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    let more = if name.chars().nth(SHOWN).is_some() { "…" } else { "" };
    format!("`{short}{more}`")
}
