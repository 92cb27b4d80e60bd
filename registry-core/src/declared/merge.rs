//! The one rule of merging, and the book of what it did.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::mismatch::{ContractMismatch, Mismatch};
use crate::canonical::{bytes, value_of};
use crate::contract::validate::Findings;
use crate::contract::{Pointer, Source};
use crate::text::shown;

/// Facts on their way into a contract: which became declared, and which cannot be taken over.
#[derive(Debug, Default)]
pub(super) struct Merge {
    sources: BTreeMap<Pointer, Source>,
    /// Places that this merge filled.
    filled: Vec<Pointer>,
    mismatches: Findings<Mismatch>,
}

impl Merge {
    /// A merge into a contract whose facts have these sources.
    pub(super) fn into(sources: &BTreeMap<Pointer, Source>) -> Self {
        Self { sources: sources.clone(), ..Self::default() }
    }

    /// Extracted wins; declared fills what no file says; a contradiction is a mismatch. Declaring what is known
    /// already changes nothing, not even its source.
    pub(super) fn fill<T: Clone + Serialize>(&mut self, place: Pointer, known: &mut Option<T>, declared: Option<&T>) {
        let Some(declared) = declared else { return };
        match known {
            None => {
                *known = Some(declared.clone());
                self.declare(place);
            }
            Some(known) => self.agree(place, &value_of(known), &value_of(declared)),
        }
    }

    /// The same for a flag, which is false where nobody says anything.
    pub(super) fn flag(&mut self, place: Pointer, known: &mut bool, declared: Option<bool>) {
        match (*known, declared) {
            (false, Some(true)) => {
                *known = true;
                self.declare(place);
            }
            (true, Some(false)) => self.contradict(place, true.into(), false.into()),
            _ => {}
        }
    }

    /// The same for every entry of a table.
    pub(super) fn entries<T: Clone + Serialize>(
        &mut self,
        place: &Pointer,
        known: &mut BTreeMap<String, T>,
        declared: &BTreeMap<String, T>,
    ) {
        for (name, value) in declared {
            let mut entry = known.remove(name);
            self.fill(place.join(name), &mut entry, Some(value));
            known.extend(entry.map(|entry| (name.clone(), entry)));
        }
    }

    /// A fact that is known already must be declared as it is; `1` and `1.0` are one number.
    pub(super) fn agree(&mut self, place: Pointer, known: &Value, declared: &Value) {
        if known != declared && bytes(known) != bytes(declared) {
            self.contradict(place, known.clone(), declared.clone());
        }
    }

    /// Notes that a fact is declared.
    pub(super) fn declare(&mut self, place: Pointer) {
        self.filled.push(place.clone());
        self.note(place, Source::Declared);
    }

    /// Notes that a fact is read, although something around it is declared.
    pub(super) fn keep_read(&mut self, place: Pointer) {
        self.note(place, Source::Read);
    }

    fn note(&mut self, place: Pointer, source: Source) {
        if self.source_of(&place) != source {
            self.sources.insert(place, source);
        }
    }

    /// As `Signature::source_of` finds it.
    pub(super) fn source_of(&self, place: &Pointer) -> Source {
        place.nearest(&self.sources).copied().unwrap_or_default()
    }

    pub(super) fn contradict(&mut self, place: Pointer, known: Value, declared: Value) {
        let Self { sources, filled, mismatches } = self;
        mismatches.report(|| {
            let values = (shown(&known), shown(&declared));
            let (rule, hint) = if filled.iter().any(|filled| filled.covers(&place)) {
                (format!("it is declared twice, as {} and as {}", values.0, values.1), "keep one of them")
            } else if place.nearest(sources) == Some(&Source::Declared) {
                (format!("it was declared as {} before, and now as {}", values.0, values.1), "keep one of them")
            } else {
                (
                    format!("the file says {}, but {} is declared", values.0, values.1),
                    "remove the declaration, or correct it",
                )
            };
            Mismatch { place, read: known, declared, rule, hint: hint.to_owned() }
        });
    }

    pub(super) fn refuse(&mut self, mismatch: impl FnOnce() -> Mismatch) {
        self.mismatches.report(mismatch);
    }

    /// The sources after the merge.
    pub(super) fn finish(self) -> Result<BTreeMap<Pointer, Source>, ContractMismatch> {
        if self.mismatches.is_empty() {
            Ok(self.sources)
        } else {
            Err(ContractMismatch { mismatches: self.mismatches.finish(Mismatch::more) })
        }
    }
}
