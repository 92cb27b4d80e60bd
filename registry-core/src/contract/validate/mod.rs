//! What must hold in every contract, whoever wrote it: a file, its publisher, or both.

mod fields;
mod values;

use std::collections::BTreeSet;
use std::fmt;

use super::field::{Interval, Label};
use super::side::Side;
use super::signature::Param;
use super::{Pointer, Signature};
use crate::canonical::value_of;
use crate::text::nul_in;

/// The most fields of one side, nested ones included.
pub const MAX_FIELDS: usize = 10_000;

/// The deepest nesting of lists, maps and objects; a top-level field is at 1.
pub const MAX_NESTING: usize = 32;

/// How many broken rules an error text shows; the rest is counted.
const SHOWN: usize = 20;

/// One broken rule: where, which, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Violation {
    /// The place.
    pub place: Pointer,
    /// The rule that is broken there.
    pub rule: String,
    /// What to do about it.
    pub hint: String,
}

impl Violation {
    pub(crate) fn new(place: Pointer, rule: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { place, rule: rule.into(), hint: hint.into() }
    }

    /// What serde refused at a place.
    pub(crate) fn of_json(place: Pointer, error: &serde_json::Error) -> Self {
        Self::new(place, error.to_string(), "correct this entry")
    }

    /// The same, seen from a document that holds the contract at `outer`.
    #[must_use]
    pub(crate) fn inside(self, outer: &Pointer) -> Self {
        let place = self.place.segments().fold(outer.clone(), |place, segment| place.join(segment));
        Self { place, ..self }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, rule, hint } = self;
        match place.as_str() {
            "" => write!(f, "{rule}; {hint}"),
            place => write!(f, "`{place}`: {rule}; {hint}"),
        }
    }
}

/// The first of many findings, one a line, and how many more there are.
pub(crate) fn listed(findings: &[impl fmt::Display]) -> String {
    let mut lines: Vec<String> = findings.iter().take(SHOWN).map(ToString::to_string).collect();
    let more = findings.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

/// A contract that breaks rules: all of them, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", listed(violations))]
pub struct InvalidContract {
    /// The rules that are broken; places are pointers into the contract.
    pub violations: Vec<Violation>,
}

/// What has been found on the way through a contract.
#[derive(Default)]
struct Findings(Vec<Violation>);

impl Findings {
    fn report(&mut self, place: Pointer, rule: impl Into<String>, hint: impl Into<String>) {
        self.0.push(Violation::new(place, rule, hint));
    }
}

impl Signature {
    /// Whether the contract can be kept: names, positions and aliases are unambiguous, every attribute stands where it
    /// means something, and defaults are values that the contract itself accepts.
    ///
    /// # Errors
    /// When a rule is broken: all violations together.
    pub fn validate(&self) -> Result<(), InvalidContract> {
        let mut findings = Findings::default();
        fields::check_side(Side::Input, &self.inputs, &mut findings);
        fields::check_side(Side::Output, &self.outputs, &mut findings);
        let params = Pointer::root().join("params");
        for (name, param) in &self.params {
            check_name(&params, name, &mut findings);
            check_param(&params.join(name), param, &mut findings);
        }
        let entrypoints = Pointer::root().join("entrypoints");
        for name in self.entrypoints.keys() {
            check_name(&entrypoints, name, &mut findings);
        }
        check_labels(|| Pointer::root().join("labels"), self.labels.as_deref(), &mut findings);
        if let Some(place) = nul_in(&value_of(self)) {
            findings.report(place, "a text holds the character U+0000", "leave it out");
        }
        if findings.0.is_empty() { Ok(()) } else { Err(InvalidContract { violations: findings.0 }) }
    }
}

fn check_name(place: &Pointer, name: &str, findings: &mut Findings) {
    if name.is_empty() {
        findings.report(place.join(name), "the name is empty", "give it a name");
    }
}

/// A label without an identifier is its text, and texts may repeat: known data sets have two classes of one name.
fn check_labels(place: impl Fn() -> Pointer, labels: Option<&[Label]>, findings: &mut Findings) {
    let mut known = BTreeSet::new();
    for (index, label) in labels.into_iter().flatten().enumerate() {
        if let Label::Identified { id, .. } = label
            && !known.insert(id)
        {
            let rule = format!("the label id `{id}` is used twice");
            findings.report(place().join(index).join("id"), rule, "give every class an id of its own");
        }
    }
}

fn check_interval(place: &Pointer, interval: Option<Interval>, findings: &mut Findings) {
    if let Some(Interval { min: Some(min), max: Some(max) }) = interval
        && min > max
    {
        let rule = format!("the range is empty: min {min} is above max {max}");
        findings.report(place.join("range"), rule, "swap them");
    }
}

fn check_param(place: &Pointer, param: &Param, findings: &mut Findings) {
    check_interval(place, param.range, findings);
    let default = &param.default;
    let elements = match (param.list, default.as_array()) {
        (true, Some(elements)) => elements.as_slice(),
        _ => std::slice::from_ref(default),
    };
    let wrong_list = !default.is_null() && param.list != default.is_array();
    let shown = if param.list { format!("list of {}", param.dtype) } else { param.dtype.to_string() };
    if wrong_list || !elements.iter().all(|element| element.is_null() || values::fits(param.dtype, element)) {
        let rule = format!("the default {default} is no {shown}");
        findings.report(place.join("default"), rule, "correct the default or the dtype");
        return;
    }
    let values = param.values.as_deref();
    for value in values.into_iter().flatten().filter(|value| !values::fits(param.dtype, value)) {
        let rule = format!("the value {value} is no {}", param.dtype);
        findings.report(place.join("enum"), rule, "correct the value or the dtype");
    }
    for element in elements.iter().filter(|element| !element.is_null()) {
        if let Some(range) = param.range.filter(|range| !values::inside(*range, element)) {
            let rule = format!("the default {element} is outside of its range {range}");
            findings.report(place.join("default"), rule, "correct the default or the range");
        }
        if values.is_some_and(|values| !values.iter().any(|value| values::same(value, element))) {
            let rule = format!("the default {element} is none of the values of its enum");
            findings.report(place.join("default"), rule, "correct the default or the enum");
        }
    }
}

#[cfg(test)]
mod tests;
