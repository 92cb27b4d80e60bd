//! The differ of model signatures: every way in which two of them differ, each under exactly one rule.

mod artifact;
mod dims;
mod facts;
mod fields;
mod labels;
mod license;
mod params;
mod place;
mod tokenizer;
mod value;
mod witness;

use serde_json::Value;

use super::{Artifact, Consumption, Contract, Signature};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};
use place::Side;

/// What the differ collects on its way through two signatures.
#[derive(Default)]
struct Findings<'a> {
    differences: Vec<Difference>,
    tensors: Vec<dims::TensorPair<'a>>,
    /// Outputs of which one at least has labels of its own.
    labels: Vec<labels::LabelPair<'a>>,
    /// Whether some output has no labels of its own, neither before nor after.
    has_labels_of_model: bool,
}

impl Findings<'_> {
    fn push(&mut self, difference: Difference) {
        self.differences.push(difference);
    }
}

impl Contract for Signature {
    type Facts = Artifact;

    fn canonical(&self) -> Value {
        value_of(&self.normalized())
    }

    fn diff(old: &Self, new: &Self) -> Vec<Difference> {
        let mut findings = Findings::default();
        for side in [Side::Input, Side::Output] {
            fields::diff_side(side, old, new, &mut findings);
        }
        dims::diff_dims(old, new, &mut findings);
        params::diff_params(&old.params, &new.params, &mut findings);
        labels::diff_all_labels(old, new, &mut findings);
        tokenizer::diff_tokenizer(old, new, &mut findings);
        facts::diff_facts(old, new, &mut findings);
        let mut differences = findings.differences;
        for difference in &mut differences {
            let author = if difference.new.is_null() { old } else { new };
            difference.source = author.source_of(&difference.path);
        }
        differences
    }

    fn diff_facts(old: &Artifact, new: &Artifact) -> Vec<Difference> {
        artifact::diff_artifact(old, new)
    }

    fn reused_names(earlier: &Self, base: &Self, new: &Self) -> Vec<Difference> {
        let place = |name: &str| Side::Input.root().join(name);
        let added = new.inputs.iter().filter(|(name, _)| !base.inputs.contains_key(*name));
        added
            .filter_map(|(name, field)| Some((name, field, earlier.inputs.get(name)?)))
            .filter(|(_, field, used)| !value::same_type(used, field))
            .map(|(name, field, used)| {
                Difference::new(Rule::InputAddedNameReused, place(name), used.to_string(), field.to_string())
            })
            .collect()
    }

    fn consumption(&self) -> Option<Consumption> {
        self.consumption
    }
}
