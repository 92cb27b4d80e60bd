//! Merges what is declared about inputs, outputs and parameters.

use std::collections::BTreeMap;

use serde_json::Value;

use super::kinds::{incomplete, merge_kind};
use super::labels::LabelsSource;
use super::merge::Merge;
use super::mismatch::Mismatch;
use super::{DeclaredField, DeclaredParam};
use crate::canonical::value_of;
use crate::contract::field::{Aspect, Label};
use crate::contract::signature::Param;
use crate::contract::validate::MAX_NAME;
use crate::contract::{Field, Pointer, Source};
use crate::text::shown;

type Fields = BTreeMap<String, Field>;

/// Merges the tables of one side. A file that names fields names all of them; only where none does, a table can
/// describe a whole one.
pub(super) fn merge_side(
    merge: &mut Merge,
    side: &Pointer,
    known: &mut Fields,
    tables: &BTreeMap<String, DeclaredField>,
) {
    let read = known.keys().any(|name| merge.source_of(&side.join(name)) == Source::Read);
    for (name, table) in tables {
        let place = side.join(name);
        if let Some(field) = known.get_mut(name) {
            merge_field(merge, &place, field, table);
        } else if read {
            merge.refuse(|| unknown(place, known.keys(), name));
        } else if name.len() > MAX_NAME {
            merge.refuse(|| too_long(side.clone(), name));
        } else {
            let described =
                table.kind().and_then(|kind| kind.ok_or("no file describes it, and neither does its table"));
            match described {
                Ok(kind) => {
                    let mut field = Field::new(kind);
                    merge.declare(place.clone());
                    merge_field(merge, &place, &mut field, table);
                    known.insert(name.clone(), field);
                }
                Err(rule) => merge.refuse(|| incomplete(place, value_of(table), rule)),
            }
        }
    }
}

/// Merges one unit of measure that stands outside of the tables.
pub(super) fn merge_units(merge: &mut Merge, place: &Pointer, known: &mut Fields, (name, units): (&str, &String)) {
    match known.get_mut(name) {
        Some(field) => merge_aspect(merge, place, field, (Aspect::Units, Some(units))),
        None => merge.refuse(|| unknown(place.clone(), known.keys(), name)),
    }
}

fn unknown<'a>(place: Pointer, known: impl Iterator<Item = &'a String>, name: &str) -> Mismatch {
    let known: Vec<&str> = known.map(String::as_str).collect();
    let (rule, hint) = if known.is_empty() {
        (format!("`{name}` is not known: no file names a field"), format!("declare `{name}` with its `dtype`"))
    } else {
        (format!("the file has no `{name}`"), format!("write one of `{}`", known.join("`, `")))
    };
    Mismatch { place, read: value_of(&known), declared: name.into(), rule, hint }
}

/// It is not repeated, nor made a part of the places below it.
fn too_long(side: Pointer, name: &str) -> Mismatch {
    let rule = format!("the name `{}` has {} bytes, the limit is {MAX_NAME}", shown(&name), name.len());
    Mismatch { place: side, read: Value::Null, declared: shown(&name).into(), rule, hint: "shorten it".to_owned() }
}

fn merge_field(merge: &mut Merge, place: &Pointer, field: &mut Field, table: &DeclaredField) {
    merge_kind(merge, place, &mut field.kind, table);
    let at = |key: &str| place.join(key);
    merge.fill(at("position"), &mut field.position, table.position.as_ref());
    merge.flag(at("optional"), &mut field.optional, table.optional);
    merge.flag(at("nullable"), &mut field.nullable, table.nullable);
    merge.flag(at("deprecated"), &mut field.deprecated, table.deprecated);
    merge.fill(at("default"), &mut field.default, table.default.as_ref());
    merge.fill(at("enum"), &mut field.categories, table.categories.as_ref());
    merge.fill(at("range"), &mut field.range, table.range.as_ref());
    merge.fill(at("space_id"), &mut field.space_id, table.space_id.as_ref());
    merge_labels(merge, at("labels"), &mut field.labels, table.labels.as_ref());
    merge_aliases(merge, at("alias_of"), field, table);
    let aspects = [
        (Aspect::Units, table.units.as_ref()),
        (Aspect::Layout, table.layout.as_ref()),
        (Aspect::ColorSpace, table.color_space.as_ref()),
        (Aspect::Normalization, table.normalization.as_ref()),
        (Aspect::Meaning, table.meaning.as_ref()),
        (Aspect::Denotation, table.denotation.as_ref()),
    ];
    for aspect in aspects {
        merge_aspect(merge, place, field, aspect);
    }
}

fn merge_aspect(merge: &mut Merge, place: &Pointer, field: &mut Field, (aspect, declared): (Aspect, Option<&String>)) {
    let mut known = field.semantics.remove(&aspect);
    merge.fill(place.join("semantics").join(aspect.as_str()), &mut known, declared);
    field.semantics.extend(known.map(|known| (aspect, known)));
}

/// No file lists older names, so aliases are filled as a whole.
fn merge_aliases(merge: &mut Merge, place: Pointer, field: &mut Field, table: &DeclaredField) {
    let mut known = (!field.alias_of.is_empty()).then(|| field.alias_of.clone());
    let declared = (!table.alias_of.is_empty()).then_some(&table.alias_of);
    merge.fill(place, &mut known, declared);
    field.alias_of = known.unwrap_or_default();
}

/// Merges labels. A file that gives their texts leaves their ids open.
pub(super) fn merge_labels(
    merge: &mut Merge,
    place: Pointer,
    known: &mut Option<Vec<Label>>,
    declared: Option<&LabelsSource>,
) {
    match (known.as_mut(), declared) {
        (_, None) => {}
        (known, Some(LabelsSource::File(file))) => {
            let rule = format!("the file `{file}` was not read");
            let hint = "name it in `files`, beside the model".to_owned();
            merge.refuse(|| Mismatch { place, read: value_of(&known), declared: file.as_str().into(), rule, hint });
        }
        (Some(known), Some(LabelsSource::Inline(labels))) if adds_ids(known, labels) => {
            known.clone_from(labels);
            merge.declare(place);
        }
        (_, Some(LabelsSource::Inline(labels))) => merge.fill(place, known, Some(labels)),
    }
}

fn adds_ids(known: &[Label], declared: &[Label]) -> bool {
    let texts = |labels: &[Label]| labels.iter().all(|label| matches!(label, Label::Text(_)));
    texts(known) && !texts(declared) && known.iter().map(Label::text).eq(declared.iter().map(Label::text))
}

/// Merges the tables of parameters. Files seldom list them, so one that no file names can be described whole.
pub(super) fn merge_params(
    merge: &mut Merge,
    known: &mut BTreeMap<String, Param>,
    tables: &BTreeMap<String, DeclaredParam>,
) {
    let root = Pointer::root().join("params");
    for (name, table) in tables {
        let place = root.join(name);
        let mut param = known.remove(name).or_else(|| whole_param(merge, &place, table));
        if let Some(param) = &mut param {
            merge_param(merge, &place, param, table);
        }
        known.extend(param.map(|param| (name.clone(), param)));
    }
}

fn whole_param(merge: &mut Merge, place: &Pointer, table: &DeclaredParam) -> Option<Param> {
    let (Some(dtype), Some(default)) = (table.dtype, table.default.clone()) else {
        let rule = "no file describes the parameter, and neither does its table".to_owned();
        let hint = "write `dtype` and `default`".to_owned();
        merge.refuse(|| Mismatch { place: place.clone(), read: Value::Null, declared: value_of(table), rule, hint });
        return None;
    };
    merge.declare(place.clone());
    let list = table.list.unwrap_or_default();
    Some(Param { dtype, list, default, range: None, values: None, deprecated: false })
}

fn merge_param(merge: &mut Merge, place: &Pointer, param: &mut Param, table: &DeclaredParam) {
    let at = |key: &str| place.join(key);
    if let Some(dtype) = table.dtype {
        merge.agree(at("dtype"), &value_of(&param.dtype), &value_of(&dtype));
    }
    if let Some(list) = table.list {
        merge.agree(at("list"), &param.list.into(), &list.into());
    }
    if let Some(default) = &table.default {
        merge.agree(at("default"), &param.default, default);
    }
    merge.fill(at("range"), &mut param.range, table.range.as_ref());
    merge.fill(at("enum"), &mut param.values, table.values.as_ref());
    merge.flag(at("deprecated"), &mut param.deprecated, table.deprecated);
}
