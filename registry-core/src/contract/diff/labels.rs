//! Compares the classes of a classifier. A reorder has the same size, crashes nowhere and makes every answer wrong.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::dim::Size;
use super::super::field::Label;
use super::super::{Pointer, Signature};
use super::place::Side;
use super::{Findings, facts};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule, When};

/// Two lists of labels at one place: of the whole model, or of one output.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LabelPair<'a> {
    pub(super) path: Pointer,
    pub(super) old: Option<&'a [Label]>,
    pub(super) new: Option<&'a [Label]>,
}

impl LabelPair<'_> {
    /// An output without labels of its own has those of the model. The place is where the new list stands.
    fn inherit(self, model: &Self) -> Self {
        let path = if self.new.is_none() && model.new.is_some() { model.path.clone() } else { self.path };
        Self { path, old: self.old.or(model.old), new: self.new.or(model.new) }
    }
}

/// Compares the labels of the model, and those of the outputs that the walk has found: what holds for an output, wherever
/// it is stated.
pub(super) fn diff_all_labels<'a>(old: &'a Signature, new: &'a Signature, findings: &mut Findings<'a>) {
    let path = Pointer::root().join("labels");
    let model = LabelPair { path, old: old.labels.as_deref(), new: new.labels.as_deref() };
    let own = std::mem::take(&mut findings.labels);
    let from_model = |pair: &LabelPair<'_>| {
        (pair.old.is_none() && model.old.is_some()) || (pair.new.is_none() && model.new.is_some())
    };
    let has_moved = own.iter().any(from_model);
    let mut pairs: BTreeSet<LabelPair<'a>> = own.into_iter().map(|pair| pair.inherit(&model)).collect();
    // A list that moved to or from the outputs is compared there, unless some output still has that of the model.
    if !has_moved || findings.has_labels_of_model {
        pairs.insert(model);
    }
    let extensible = (old.extensible_labels && !an_output_grows(findings)).then_some(When::ExtensibleLabels);
    for pair in pairs.into_iter().filter(|pair| pair.old != pair.new) {
        diff_labels(&pair, extensible, findings);
    }
    let promise = |signature: &Signature| signature.extensible_labels.then(|| Value::from(true));
    facts::diff_known(Pointer::root().join("extensible_labels"), (promise(old), promise(new)), findings);
}

/// Whether some output has a fixed axis that got longer: then readers of the old size break whatever they were told.
fn an_output_grows(findings: &Findings<'_>) -> bool {
    let outputs = findings.tensors.iter().filter(|pair| pair.place.side == Side::Output);
    outputs.flat_map(|pair| pair.old.iter().zip(pair.new)).any(|(old, new)| match (&old.size, &new.size) {
        (Size::Fixed(old), Size::Fixed(new)) => new > old,
        _ => false,
    })
}

fn diff_labels(pair: &LabelPair<'_>, extensible: Option<When>, findings: &mut Findings<'_>) {
    let (Some(old), Some(new)) = (pair.old, pair.new) else {
        let shown = (pair.old.map(value_of_labels), pair.new.map(value_of_labels));
        return facts::diff_known(pair.path.clone(), shown, findings);
    };
    if let Some(rule) = identity_rule(old, new) {
        let mut difference = changed_slice(rule, &pair.path, old, new);
        difference.when = extensible.filter(|_| rule == Rule::LabelsAppended);
        findings.push(difference);
    }
    let renamed = old.iter().zip(new).any(|(old, new)| old.is_same_class(new) && old.text() != new.text());
    if renamed {
        findings.push(changed_slice(Rule::LabelsRenamed, &pair.path, old, new));
    }
    diff_ids(pair, (old, new), findings);
}

/// Identifiers that classes got or lost while they stayed what they were: another fact, and no other answer.
fn diff_ids(pair: &LabelPair<'_>, (old, new): (&[Label], &[Label]), findings: &mut Findings<'_>) {
    let same = || old.iter().zip(new).filter(|(old, new)| old.is_same_class(new));
    let shown = |labels: &[Label]| Some(value_of_labels(labels));
    if same().any(|(old, new)| old.id().is_none() && new.id().is_some()) {
        facts::diff_known(pair.path.clone(), (None, shown(new)), findings);
    }
    if same().any(|(old, new)| old.id().is_some() && new.id().is_none()) {
        facts::diff_known(pair.path.clone(), (shown(old), None), findings);
    }
}

fn value_of_labels(labels: &[Label]) -> Value {
    value_of(&labels)
}

fn identity_rule(old: &[Label], new: &[Label]) -> Option<Rule> {
    if old.len() <= new.len() && old.iter().zip(new).all(|(old, new)| old.is_same_class(new)) {
        return (old.len() < new.len()).then_some(Rule::LabelsAppended);
    }
    let ids: BTreeSet<&str> = new.iter().filter_map(Label::id).collect();
    let texts: BTreeSet<&str> = new.iter().map(Label::text).collect();
    let bare: BTreeSet<&str> = new.iter().filter(|label| label.id().is_none()).map(Label::text).collect();
    let is_kept = |label: &Label| match label.id() {
        Some(id) => ids.contains(id) || bare.contains(label.text()),
        None => texts.contains(label.text()),
    };
    Some(if old.iter().all(is_kept) { Rule::LabelsReordered } else { Rule::LabelsRemoved })
}

/// The difference at the first index that changed, with the labels from there to the last one that did.
fn changed_slice(rule: Rule, path: &Pointer, old: &[Label], new: &[Label]) -> Difference {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let tails = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let same_length = old.len() == new.len();
    let same_tail = tails.0.iter().rev().zip(tails.1.iter().rev()).take_while(|(old, new)| old == new).count();
    let keep = if same_length { tails.0.len() - same_tail } else { usize::MAX };
    let shown = |tail: &[Label]| value_of_labels(tail.get(..keep).unwrap_or(tail));
    let witness = serde_json::json!({
        "index": start,
        "was": tails.0.first().map(Label::text),
        "is": tails.1.first().map(Label::text),
    });
    let difference = Difference::new(rule, path.join(start), shown(tails.0), shown(tails.1));
    Difference { name: "labels".to_owned(), ..difference.with_witness(witness) }
}
