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

/// Compares the labels that stand for the whole model.
pub(super) fn diff_signature_labels(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let extensible = (old.extensible_labels && !an_output_grows(findings)).then_some(When::ExtensibleLabels);
    let lists = (old.labels.as_deref(), new.labels.as_deref());
    diff_labels(|| Pointer::root().join("labels"), lists, extensible, findings);
}

/// Whether some output has a fixed axis that got longer: then readers of the old size break whatever they were told.
fn an_output_grows(findings: &Findings<'_>) -> bool {
    let outputs = findings.tensors.iter().filter(|pair| pair.place.side == Side::Output);
    outputs.flat_map(|pair| pair.old.iter().zip(pair.new)).any(|(old, new)| match (&old.size, &new.size) {
        (Size::Fixed(old), Size::Fixed(new)) => new > old,
        _ => false,
    })
}

/// Compares two lists of labels at a place.
pub(super) fn diff_labels(
    path: impl FnOnce() -> Pointer,
    lists: (Option<&[Label]>, Option<&[Label]>),
    extensible: Option<When>,
    findings: &mut Findings<'_>,
) {
    let (Some(old), Some(new)) = lists else {
        let shown = (lists.0.map(value_of_labels), lists.1.map(value_of_labels));
        if shown.0.is_some() || shown.1.is_some() {
            facts::diff_known(path(), shown, findings);
        }
        return;
    };
    if old == new {
        return;
    }
    let path = path();
    if let Some(rule) = identity_rule(old, new) {
        let mut difference = changed_slice(rule, &path, old, new);
        difference.when = extensible.filter(|_| rule == Rule::LabelsAppended);
        findings.push(difference);
    }
    let renamed = old.iter().zip(new).any(|(old, new)| old.identity() == new.identity() && old.text() != new.text());
    if renamed {
        findings.push(changed_slice(Rule::LabelsRenamed, &path, old, new));
    }
}

fn value_of_labels(labels: &[Label]) -> Value {
    value_of(&labels)
}

fn identity_rule(old: &[Label], new: &[Label]) -> Option<Rule> {
    let (before, after): (Vec<_>, Vec<_>) =
        (old.iter().map(Label::identity).collect(), new.iter().map(Label::identity).collect());
    if before == after {
        return None;
    }
    if after.starts_with(&before) {
        return Some(Rule::LabelsAppended);
    }
    let kept: BTreeSet<_> = after.into_iter().collect();
    let all_kept = before.iter().all(|label| kept.contains(label));
    Some(if all_kept { Rule::LabelsReordered } else { Rule::LabelsRemoved })
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
