//! Compares the type of one value, and what is promised about it, before and after.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{Dtype, Field, Kind, symbols};
use super::dims::TensorPair;
use super::labels::LabelPair;
use super::place::{Place, Side};
use super::{Findings, facts, fields, witness};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};

/// Compares two values that stand for the same input, output, property or element.
pub(super) fn diff_value<'a>(place: &Place<'a>, old: &'a Field, new: &'a Field, findings: &mut Findings<'a>) {
    diff_kind(place, old, new, findings);
    diff_presence(place, old, new, findings);
    diff_nullable(place, old, new, findings);
    if place.side == Side::Input {
        diff_categories(place, old, new, findings);
    } else {
        diff_range(place, old, new, findings);
        let space = (old.space_id.as_deref(), new.space_id.as_deref());
        facts::diff_text(Rule::OutputEmbeddingSpaceChanged, || place.attribute("space_id"), space, findings);
        if old.labels != new.labels {
            let (path, old, new) = (place.attribute("labels"), old.labels.as_deref(), new.labels.as_deref());
            findings.labels.push(LabelPair { path, old, new });
        }
        findings.has_labels_of_model |= place.is_top() && old.labels.is_none() && new.labels.is_none();
    }
    diff_semantics(place, old, new, findings);
    if new.deprecated && !old.deprecated {
        findings.push(Difference::new(Rule::DeprecatedMarked, place.attribute("deprecated"), false, true));
    }
}

fn diff_kind<'a>(place: &Place<'a>, old: &'a Field, new: &'a Field, findings: &mut Findings<'a>) {
    match (&old.kind, &new.kind) {
        (Kind::Tensor { dtype, shape }, Kind::Tensor { dtype: new_dtype, shape: new_shape }) => {
            diff_dtype(place, old, (*dtype, *new_dtype), findings);
            diff_rank(place, (old, *dtype), (shape.as_deref(), new_shape.as_deref()), findings);
        }
        (Kind::List(element), Kind::List(new_element)) => {
            diff_value(&place.inside(&["list"]), element, new_element, findings);
        }
        (Kind::Map { key, value }, Kind::Map { key: new_key, value: new_value }) => {
            if key != new_key {
                findings.push(dtype_changed(place, old, new));
            }
            diff_value(&place.inside(&["map", "value"]), value, new_value, findings);
        }
        (Kind::Object(properties), Kind::Object(new_properties)) => {
            let place_of = |name: &'a str| place.inside(&["object", name]);
            fields::diff_fields(properties, new_properties, false, &place_of, findings);
        }
        (Kind::Opaque(name), Kind::Opaque(new_name)) if name == new_name => {}
        _ => findings.push(dtype_changed(place, old, new)),
    }
}

/// Whether two values have the same element type and rank: what makes a new name the likely heir of an old one, and a
/// name used again a different thing.
pub(super) fn same_type(old: &Field, new: &Field) -> bool {
    match (&old.kind, &new.kind) {
        (Kind::Tensor { dtype, shape }, Kind::Tensor { dtype: new_dtype, shape: new_shape }) => {
            dtype == new_dtype && shape.as_ref().map(Vec::len) == new_shape.as_ref().map(Vec::len)
        }
        (old, new) => old == new,
    }
}

fn dtype_changed(place: &Place<'_>, old: &Field, new: &Field) -> Difference {
    let rule = place.side.pick(Rule::InputDtypeChanged, Rule::OutputDtypeChanged);
    Difference::new(rule, place.pointer(), old.to_string(), new.to_string())
        .normalized_as(symbols::normalized_field(new).to_string())
        .with_witness(witness::sample(place.name, old))
}

fn diff_dtype(place: &Place<'_>, field: &Field, (old, new): (Dtype, Dtype), findings: &mut Findings<'_>) {
    if old == new {
        return;
    }
    let floats = old.is_float() && new.is_float();
    let rule = match (old.is_narrower_than(new), new.is_narrower_than(old)) {
        (true, _) => match place.side {
            Side::Input => Rule::InputDtypeWidened,
            Side::Output if floats => Rule::OutputDtypeWidenedFloat,
            Side::Output => Rule::OutputDtypeWidened,
        },
        (_, true) => match place.side {
            Side::Input if floats => Rule::InputDtypeNarrowedFloat,
            Side::Input => Rule::InputDtypeNarrowed,
            Side::Output => Rule::OutputDtypeNarrowed,
        },
        _ => place.side.pick(Rule::InputDtypeChanged, Rule::OutputDtypeChanged),
    };
    let difference = Difference::new(rule, place.attribute("dtype"), old.as_str(), new.as_str());
    findings.push(difference.with_witness(witness::sample(place.name, field)));
}

type Shape<'a> = Option<&'a [super::super::Dim]>;

fn diff_rank<'a>(
    place: &Place<'a>,
    (field, dtype): (&Field, Dtype),
    shapes: (Shape<'a>, Shape<'a>),
    findings: &mut Findings<'a>,
) {
    let rule = match shapes {
        (None, None) => return,
        (Some(old), Some(new)) if old.len() == new.len() => {
            findings.tensors.push(TensorPair { place: place.clone(), dtype, old, new });
            return;
        }
        (Some(_), Some(_)) => place.side.pick(Rule::InputRankChanged, Rule::OutputRankChanged),
        (None, Some(_)) => place.side.pick(Rule::InputRankFixed, Rule::OutputRankFixed),
        (Some(_), None) => place.side.pick(Rule::InputRankFreed, Rule::OutputRankFreed),
    };
    let shown = |shape: Shape<'_>| shape.map_or(Value::Null, |dims| value_of(&dims));
    let difference = Difference::new(rule, place.attribute("shape"), shown(shapes.0), shown(shapes.1));
    let normalized = value_of(&shapes.1.map(symbols::normalized_shape));
    findings.push(difference.normalized_as(normalized).with_witness(witness::sample(place.name, field)));
}

/// Whether the value may be left out, and what stands for it then.
fn diff_presence(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let (before, after) = match place.side {
        Side::Input => (old.is_omittable(), new.is_omittable()),
        Side::Output => (old.optional, new.optional),
    };
    let rule = match (before, after) {
        (false, true) => place.side.pick(Rule::InputBecameOptional, Rule::OutputBecameOptional),
        (true, false) => place.side.pick(Rule::InputBecameRequired, Rule::OutputBecameRequired),
        (true, true) if place.side == Side::Input => return diff_default(place, old, new, findings),
        _ => return,
    };
    let mut difference = Difference::new(rule, place.attribute("optional"), before, after);
    if rule == Rule::InputBecameRequired {
        difference = difference.with_witness(witness::without(place.name));
    }
    findings.push(difference);
}

fn diff_default(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let path = || place.attribute("default");
    let difference = match (&old.default, &new.default) {
        (before, after) if before == after => return,
        (Some(before), None) => Difference::new(Rule::InputDefaultRemoved, path(), before.clone(), Value::Null)
            .with_witness(witness::without(place.name)),
        (before, after) => Difference::new(
            Rule::InputDefaultChanged,
            path(),
            before.clone().unwrap_or_default(),
            after.clone().unwrap_or_default(),
        ),
    };
    findings.push(difference);
}

fn diff_nullable(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let rule = match (old.nullable, new.nullable) {
        (false, true) => place.side.pick(Rule::InputNullableAdded, Rule::OutputNullableAdded),
        (true, false) => place.side.pick(Rule::InputNullableRemoved, Rule::OutputNullableRemoved),
        _ => return,
    };
    let difference = Difference::new(rule, place.attribute("nullable"), old.nullable, new.nullable);
    findings.push(difference.with_witness(witness::null(place.name)));
}

/// A category that a request may use. No list means every value, so a first list accepts less.
fn diff_categories(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let path = || place.attribute("enum");
    let missing = |from: &[Value], other: &[Value]| -> Vec<Value> {
        // As text, in a set: lists may be long, and comparing each with each would take all day.
        let known: BTreeSet<String> = other.iter().map(Value::to_string).collect();
        from.iter().filter(|value| !known.contains(&value.to_string())).cloned().collect()
    };
    match (&old.categories, &new.categories) {
        (None, None) => {}
        (None, Some(after)) => {
            findings.push(Difference::new(Rule::InputEnumValueRemoved, path(), "any value", after.clone()));
        }
        (Some(before), None) => {
            findings.push(Difference::new(Rule::InputEnumValueAdded, path(), before.clone(), "any value"));
        }
        (Some(before), Some(after)) => {
            let (gone, fresh) = (missing(before, after), missing(after, before));
            if let Some(value) = gone.first() {
                let witness = witness::with_value(place.name, value);
                let difference = Difference::new(Rule::InputEnumValueRemoved, path(), before.clone(), after.clone());
                findings.push(difference.with_witness(witness));
            }
            if !fresh.is_empty() {
                findings.push(Difference::new(Rule::InputEnumValueAdded, path(), before.clone(), after.clone()));
            }
        }
    }
}

fn diff_range(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let path = || place.attribute("range");
    match (old.range, new.range) {
        (Some(before), Some(after)) if !before.includes(after) => {
            findings.push(Difference::new(Rule::OutputRangeWidened, path(), before.to_string(), after.to_string()));
        }
        (Some(_), Some(_)) | (None, None) => {}
        (before, after) => {
            let shown = (before.map(|range| range.to_string()), after.map(|range| range.to_string()));
            facts::diff_known(path(), (shown.0.map(Value::from), shown.1.map(Value::from)), findings);
        }
    }
}

fn diff_semantics(place: &Place<'_>, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    if old.semantics == new.semantics {
        return;
    }
    let aspects: BTreeSet<_> = old.semantics.keys().chain(new.semantics.keys()).collect();
    for aspect in aspects {
        let rule = place.side.pick(Rule::InputSemanticsChanged, Rule::OutputSemanticsChanged);
        let path = || place.attribute("semantics").join(aspect.as_str());
        let texts = (old.semantics.get(aspect).map(String::as_str), new.semantics.get(aspect).map(String::as_str));
        facts::diff_text(rule, path, texts, findings);
    }
}
