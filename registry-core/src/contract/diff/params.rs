//! Compares the parameters of a call. A parameter always has a default, so a new one breaks nobody.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::Pointer;
use super::super::field::Interval;
use super::super::signature::Param;
use super::{Findings, witness};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};

/// Compares the parameters of two signatures.
pub(super) fn diff_params(old: &BTreeMap<String, Param>, new: &BTreeMap<String, Param>, findings: &mut Findings<'_>) {
    let root = Pointer::root().join("params");
    for (name, param) in old {
        let place = root.join(name);
        match new.get(name) {
            None => {
                let difference = Difference::new(Rule::ParamRemoved, place, shown(param), Value::Null);
                findings.push(difference.with_witness(witness::with_value(name, &param.default)));
            }
            Some(after) if after != param => diff_param(&place, param, after, findings),
            Some(_) => {}
        }
    }
    for (name, param) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        findings.push(Difference::new(Rule::ParamAdded, root.join(name), Value::Null, shown(param)));
    }
}

fn shown(param: &Param) -> String {
    format!("{}, default {}", type_of(param), param.default)
}

fn type_of(param: &Param) -> String {
    if param.list { format!("list<{}>", param.dtype) } else { param.dtype.to_string() }
}

fn diff_param(place: &Pointer, old: &Param, new: &Param, findings: &mut Findings<'_>) {
    if (old.dtype, old.list) != (new.dtype, new.list) {
        let rule = match (
            old.list == new.list,
            old.dtype.is_narrower_than(new.dtype),
            new.dtype.is_narrower_than(old.dtype),
        ) {
            (true, true, _) => Rule::ParamTypeWidened,
            (true, _, true) => Rule::ParamTypeNarrowed,
            _ => Rule::ParamTypeChanged,
        };
        findings.push(Difference::new(rule, place.join("dtype"), type_of(old), type_of(new)));
    }
    if old.default != new.default {
        let difference =
            Difference::new(Rule::ParamDefaultChanged, place.join("default"), old.default.clone(), new.default.clone());
        findings.push(difference);
    }
    diff_accepted(place, old, new, findings);
    if new.deprecated && !old.deprecated {
        findings.push(Difference::new(Rule::DeprecatedMarked, place.join("deprecated"), false, true));
    }
}

/// What values are accepted: a range, or a list; none of them means every value.
fn diff_accepted(place: &Pointer, old: &Param, new: &Param, findings: &mut Findings<'_>) {
    let (before, after) = (old.range.unwrap_or_default(), new.range.unwrap_or_default());
    let rule = match (after.includes(before), before.includes(after)) {
        (true, true) => None,
        (true, false) => Some(Rule::ParamRangeWidened),
        (false, _) => Some(Rule::ParamRangeNarrowed),
    };
    let interval = |range: Option<Interval>| range.map_or_else(|| "any value".to_owned(), |range| range.to_string());
    let range = |rule| Difference::new(rule, place.join("range"), interval(old.range), interval(new.range));
    findings.differences.extend(rule.map(range));
    let rule = match (accepts_all_of(new, old), accepts_all_of(old, new)) {
        (true, true) => None,
        (true, false) => Some(Rule::ParamRangeWidened),
        (false, _) => Some(Rule::ParamRangeNarrowed),
    };
    let values = |param: &Param| param.values.as_ref().map_or_else(|| Value::from("any value"), value_of);
    findings.differences.extend(rule.map(|rule| Difference::new(rule, place.join("enum"), values(old), values(new))));
}

/// Whether the list of `wider` has every value of the list of `narrower`.
fn accepts_all_of(wider: &Param, narrower: &Param) -> bool {
    match (&wider.values, &narrower.values) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wider), Some(narrower)) => {
            let wider: BTreeSet<String> = wider.iter().map(Value::to_string).collect();
            narrower.iter().all(|value| wider.contains(&value.to_string()))
        }
    }
}
