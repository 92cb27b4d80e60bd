//! Which inputs and outputs of two signatures belong together, and what was added, removed, renamed or moved.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::signature::Binding;
use super::super::{Field, Signature, symbols};
use super::place::{Place, Side};
use super::{Findings, value, witness};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};

type Fields = BTreeMap<String, Field>;

/// Compares the inputs or the outputs of two signatures.
pub(super) fn diff_side<'a>(side: Side, old: &'a Signature, new: &'a Signature, findings: &mut Findings<'a>) {
    let (old_fields, new_fields) = match side {
        Side::Input => (&old.inputs, &new.inputs),
        Side::Output => (&old.outputs, &new.outputs),
    };
    let by_position = old.binding == Some(Binding::Position);
    diff_fields(old_fields, new_fields, by_position, &|name| Place::top(side, name), findings);
    if by_position {
        diff_order(side, old_fields, new_fields, findings);
    }
}

/// Compares two sets of named values: the inputs, the outputs, or the properties of an object.
pub(super) fn diff_fields<'a>(
    old: &'a Fields,
    new: &'a Fields,
    by_position: bool,
    place_of: &dyn Fn(&'a str) -> Place<'a>,
    findings: &mut Findings<'a>,
) {
    let renames = renames(old, new);
    let mut taken: BTreeSet<&str> = renames.keys().copied().collect();
    let mut removed = Vec::new();
    for (old_name, old_field) in old {
        if let Some((name, field)) = new.get_key_value(old_name.as_str()) {
            taken.insert(name);
            diff_pair(&place_of(name), (old_name, old_field), (name, field), findings);
        } else {
            removed.push((old_name.as_str(), old_field));
        }
    }
    let added: Vec<(&str, &Field)> = new
        .iter()
        .filter(|(name, _)| !taken.contains(name.as_str()))
        .map(|(name, field)| (name.as_str(), field))
        .collect();
    let renamed_from: BTreeMap<&str, &str> = renames.iter().map(|(name, old_name)| (*old_name, *name)).collect();
    for (old_name, old_field) in removed {
        let Some((name, field)) = renamed_from.get(old_name).and_then(|name| new.get_key_value(*name)) else {
            findings.push(removal(&place_of(old_name), old_field, &added));
            continue;
        };
        let place = place_of(name);
        let rule = place.side.pick(Rule::InputRenamed, Rule::OutputRenamed);
        findings.push(Difference::new(rule, place.pointer(), old_name, name.as_str()));
        diff_pair(&place, (old_name, old_field), (name, field), findings);
    }
    for (name, field) in added {
        findings.push(addition(&place_of(name), field, by_position));
    }
}

/// New name to old name, for every new value that declares the vanished name as its alias.
fn renames<'a>(old: &'a Fields, new: &'a Fields) -> BTreeMap<&'a str, &'a str> {
    let fresh = new.iter().filter(|(name, _)| !old.contains_key(*name));
    fresh
        .filter_map(|(name, field)| {
            let former = field.alias_of.iter().find_map(|alias| old.get_key_value(alias))?.0;
            (!new.contains_key(former)).then_some((name.as_str(), former.as_str()))
        })
        .collect()
}

fn diff_pair<'a>(
    place: &Place<'a>,
    (old_name, old): (&str, &'a Field),
    (name, new): (&str, &'a Field),
    findings: &mut Findings<'a>,
) {
    let lost = old.alias_of.iter().filter(|alias| *alias != name && !new.alias_of.contains(*alias));
    for alias in lost.chain((old_name != name && !new.alias_of.contains(old_name)).then_some(&old_name.to_owned())) {
        let rule = place.side.pick(Rule::InputAliasRemoved, Rule::OutputAliasRemoved);
        findings.push(Difference::new(rule, place.attribute("alias_of").join(alias), alias.as_str(), Value::Null));
    }
    value::diff_value(place, old, new, findings);
}

fn removal(place: &Place<'_>, field: &Field, added: &[(&str, &Field)]) -> Difference {
    let rule = match place.side {
        Side::Input if field.is_omittable() => Rule::InputRemovedOptional,
        Side::Input => Rule::InputRemovedRequired,
        Side::Output => Rule::OutputRemoved,
    };
    let difference = Difference::new(rule, place.pointer(), field.to_string(), Value::Null)
        .with_witness(witness::sample(place.name, field));
    match added.iter().find(|(_, candidate)| value::same_type(field, candidate)) {
        Some((name, _)) => difference.with_remark(format!(
            "`{}` was perhaps renamed to `{name}`: then declare `alias_of = [\"{}\"]` on `{name}`",
            place.name, place.name
        )),
        None => difference,
    }
}

fn addition(place: &Place<'_>, field: &Field, by_position: bool) -> Difference {
    let rule = match place.side {
        Side::Input if field.is_omittable() => Rule::InputAddedOptional,
        Side::Input => Rule::InputAddedRequired,
        Side::Output if by_position && place.is_top() => Rule::OutputAddedPositional,
        Side::Output => Rule::OutputAdded,
    };
    let shown = |field: &Field| match &field.default {
        Some(default) => format!("{field}, default {default}"),
        None => field.to_string(),
    };
    Difference::new(rule, place.pointer(), Value::Null, shown(field))
        .normalized_as(shown(&symbols::normalized_field(field)))
}

/// Compares the places of the values that both have.
fn diff_order(side: Side, old: &Fields, new: &Fields, findings: &mut Findings<'_>) {
    let renames = renames(old, new);
    let before = in_order(old);
    let after: Vec<&str> = in_order(new).into_iter().map(|name| *renames.get(name).unwrap_or(&name)).collect();
    let stays: BTreeSet<&str> = after.iter().copied().filter(|name| old.contains_key(*name)).collect();
    let kept = |name: &str| stays.contains(name);
    let moved = before.iter().zip(0..).any(|(name, index): (_, usize)| kept(name) && after.get(index) != Some(name));
    if moved {
        let rule = side.pick(Rule::InputOrderChanged, Rule::OutputOrderChanged);
        findings.push(Difference::new(rule, side.root(), value_of(&before), value_of(&after)));
    }
}

fn in_order(fields: &Fields) -> Vec<&str> {
    let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
    names.sort_by_key(|name| fields.get(*name).and_then(|field| field.position).unwrap_or(u32::MAX));
    names
}
