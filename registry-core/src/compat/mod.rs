//! The compatibility engine: rules as data, policy in layers, and the judge that turns two contracts into a verdict.

pub mod catalogue;
pub mod judge;
pub mod numbers;
pub mod policy;
pub mod profile;
pub mod render;
pub mod rule;
pub mod verdict;

use serde_json::Value;

use crate::contract::{Pointer, Source};

pub use catalogue::Rule;
pub use judge::{Judge, compare};
pub use numbers::Digit;
pub use policy::{Policy, PolicyLayer};
pub use profile::Profile;
pub use rule::{ConsumerChange, Level, Retraining, RuleSpec, When};
pub use verdict::{Change, Verdict};

/// One way in which two contracts differ, before any policy has judged it.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The rule that the difference falls under.
    pub rule: Rule,
    /// A circumstance that changes what the rule requires.
    pub when: Option<When>,
    /// The place in the canonical contract.
    pub path: Pointer,
    /// What stood there, null when nothing did.
    pub old: Value,
    /// What stands there now, null when nothing does.
    pub new: Value,
    /// `new` without the names that an exporter invents, where it holds any: what tells two differences apart.
    pub normalized: Option<Value>,
    /// The name of the input, output or fact, for messages.
    pub name: String,
    /// The axis, for messages about one dimension.
    pub axis: Option<usize>,
    /// A remark that the rule's texts cannot know, such as the likely new name of a removed input.
    pub remark: Option<String>,
    /// A request that used to pass and now fails, or an answer that old readers cannot read.
    pub witness: Option<Value>,
    /// Whether the new fact was read or declared.
    pub source: Source,
}

impl Difference {
    /// A difference at a place; the optional parts are filled in by the `with_` methods.
    pub fn new(rule: Rule, path: Pointer, old: impl Into<Value>, new: impl Into<Value>) -> Self {
        let name = path.segments().nth(1).or_else(|| path.segments().next()).unwrap_or_default();
        Self {
            rule,
            when: None,
            path,
            old: old.into(),
            new: new.into(),
            normalized: None,
            name,
            axis: None,
            remark: None,
            witness: None,
            source: Source::Read,
        }
    }

    /// The same under a circumstance.
    #[must_use]
    pub fn when(self, when: When) -> Self {
        Self { when: Some(when), ..self }
    }

    /// The same with `new` in the form without invented names.
    #[must_use]
    pub fn normalized_as(self, normalized: impl Into<Value>) -> Self {
        Self { normalized: Some(normalized.into()), ..self }
    }

    /// The same about one axis.
    #[must_use]
    pub fn on_axis(self, axis: usize) -> Self {
        Self { axis: Some(axis), ..self }
    }

    /// The same with a witness.
    #[must_use]
    pub fn with_witness(self, witness: Value) -> Self {
        Self { witness: Some(witness), ..self }
    }

    /// The same with a remark.
    #[must_use]
    pub fn with_remark(self, remark: String) -> Self {
        Self { remark: Some(remark), ..self }
    }

    /// Whether this is the difference `other` again: same rule, place and new value, whatever stood there before and
    /// whatever names an exporter invented.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    fn identity(&self) -> (Rule, &Pointer, &Value) {
        (self.rule, &self.path, self.normalized.as_ref().unwrap_or(&self.new))
    }
}
