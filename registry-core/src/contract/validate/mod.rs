//! What must hold in every contract, whoever wrote it: a file, its publisher, or both.

mod fields;
mod findings;
mod values;

use std::collections::BTreeSet;
use std::fmt;

use super::field::{Interval, Label};
use super::side::Side;
use super::signature::Param;
use super::{Pointer, Signature};
use crate::canonical::{self, value_of};
use crate::text::{nul_in, shown};

pub(crate) use findings::Findings;
pub use findings::MAX_FINDINGS;

/// The most fields of one side, nested ones included.
pub const MAX_FIELDS: usize = 10_000;

/// The deepest nesting of lists, maps and objects; a top-level field is at 1.
pub const MAX_NESTING: usize = 32;

/// The most axes of a tensor: what `NumPy` (`NPY_MAXDIMS`) and `PyTorch` can hold. ONNX itself sets no bound.
pub const MAX_RANK: usize = 64;

/// The longest name of a field, a parameter or an entry point, in bytes of UTF-8: the name is part of the place of all
/// that stands below it.
pub const MAX_NAME: usize = 1024;

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
        let at_least = if findings.len() > MAX_FINDINGS { "at least " } else { "" };
        lines.push(format!("and {at_least}{more} more"));
    }
    lines.join("\n")
}

/// A contract that breaks rules: each that was found, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", listed(violations))]
pub struct InvalidContract {
    /// The rules that are broken; places are pointers into the contract. After [`MAX_FINDINGS`] of them the last entry
    /// says that there are more.
    pub violations: Vec<Violation>,
}

impl Findings<Violation> {
    /// The violations, and at the root that there are more where that is so.
    pub(crate) fn into_violations(self) -> Vec<Violation> {
        self.finish(|rule| Violation::new(Pointer::root(), rule, "correct these first"))
    }
}

type Violations = Findings<Violation>;

impl Signature {
    /// Whether the contract can be kept: names, positions and aliases are unambiguous, every attribute stands where it
    /// means something, and defaults are values that the contract itself accepts.
    ///
    /// # Errors
    /// When a rule is broken: the violations together, see [`InvalidContract`].
    pub fn validate(&self) -> Result<(), InvalidContract> {
        let mut findings = Violations::default();
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
            findings.report(|| Violation::new(place, "a text holds the character U+0000", "leave it out"));
        }
        if findings.is_empty() { Ok(()) } else { Err(InvalidContract { violations: findings.into_violations() }) }
    }
}

/// A name that is empty or too long. The latter is not repeated.
fn check_name(place: &Pointer, name: &str, findings: &mut Violations) {
    if name.is_empty() {
        findings.report(|| Violation::new(place.join(name), "the name is empty", "give it a name"));
    }
    if name.len() > MAX_NAME {
        let rule = || format!("the name `{}` has {} bytes, the limit is {MAX_NAME}", shown(&name), name.len());
        findings.report(|| Violation::new(place.clone(), rule(), "shorten it"));
    }
}

/// A label without an identifier is its text, and texts may repeat: known data sets have two classes of one name.
fn check_labels(place: impl Fn() -> Pointer, labels: Option<&[Label]>, findings: &mut Violations) {
    let mut known = BTreeSet::new();
    for (index, label) in labels.into_iter().flatten().enumerate() {
        if let Label::Identified { id, .. } = label
            && !known.insert(id)
        {
            let rule = || format!("the label id `{}` is used twice", shown(id));
            let hint = "give every class an id of its own";
            findings.report(|| Violation::new(place().join(index).join("id"), rule(), hint));
        }
    }
}

fn check_interval(place: &Pointer, interval: Option<Interval>, findings: &mut Violations) {
    if let Some(Interval { min: Some(min), max: Some(max) }) = interval
        && min > max
    {
        let rule = || format!("the range is empty: min {min} is above max {max}");
        findings.report(|| Violation::new(place.join("range"), rule(), "swap them"));
    }
}

fn check_param(place: &Pointer, param: &Param, findings: &mut Violations) {
    check_interval(place, param.range, findings);
    let default = &param.default;
    let elements = match (param.list, default.as_array()) {
        (true, Some(elements)) => elements.as_slice(),
        _ => std::slice::from_ref(default),
    };
    let wrong_list = !default.is_null() && param.list != default.is_array();
    let dtype = if param.list { format!("list of {}", param.dtype) } else { param.dtype.to_string() };
    if wrong_list || !elements.iter().all(|element| element.is_null() || values::fits(param.dtype, element)) {
        let rule = || format!("the default {} is no {dtype}", shown(default));
        findings.report(|| Violation::new(place.join("default"), rule(), "correct the default or the dtype"));
        return;
    }
    let values = param.values.as_deref();
    for value in values.into_iter().flatten().filter(|value| !values::fits(param.dtype, value)) {
        let rule = || format!("the value {} is no {}", shown(value), param.dtype);
        findings.report(|| Violation::new(place.join("enum"), rule(), "correct the value or the dtype"));
    }
    // Both lists may be long, so that not each is compared with each.
    let known = values.map(values::set);
    for element in elements.iter().filter(|element| !element.is_null()) {
        if let Some(range) = param.range.filter(|range| !values::inside(*range, element)) {
            let rule = || format!("the default {} is outside of its range {range}", shown(element));
            findings.report(|| Violation::new(place.join("default"), rule(), "correct the default or the range"));
        }
        if known.as_ref().is_some_and(|known| !known.contains(&canonical::bytes(element))) {
            let rule = || format!("the default {} is none of the values of its enum", shown(element));
            findings.report(|| Violation::new(place.join("default"), rule(), "correct the default or the enum"));
        }
    }
}

#[cfg(test)]
mod tests;
