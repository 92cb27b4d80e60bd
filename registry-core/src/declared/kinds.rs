//! Types and shapes: what a file leaves open may be declared, what it fixes may not be changed.

use std::collections::BTreeMap;

use serde_json::Value;

use super::keys::Axis;
use super::merge::Merge;
use super::mismatch::Mismatch;
use super::{DeclaredField, DeclaredMap};
use crate::canonical::value_of;
use crate::contract::{Bounds, Dim, Field, Kind, Pointer, Size, Source};

impl DeclaredField {
    /// The declared type, if there is one.
    ///
    /// # Errors
    /// When there are two, or axes of something that is no tensor.
    pub(super) fn kind(&self) -> Result<Option<Kind>, &'static str> {
        let tensor = |dtype| Kind::Tensor { dtype, shape: self.shape.clone() };
        let map = |map: &DeclaredMap| Kind::Map { key: map.key, value: map.value.clone() };
        let kinds = [
            self.dtype.map(tensor),
            self.list.clone().map(Kind::List),
            self.map.as_ref().map(map),
            self.object.clone().map(Kind::Object),
            self.opaque.clone().map(Kind::Opaque),
        ];
        let mut kinds = kinds.into_iter().flatten();
        let (kind, second) = (kinds.next(), kinds.next());
        if second.is_some() {
            return Err("only one of `dtype`, `list`, `map`, `object` and `opaque` can hold");
        }
        let has_axes = self.shape.is_some() || !self.bounds.is_empty();
        if has_axes && !matches!(kind, None | Some(Kind::Tensor { .. })) {
            return Err("only a tensor, which has a `dtype`, has a `shape` and `bounds`");
        }
        Ok(kind)
    }
}

/// Merges type, shape and bounds into a known field.
pub(super) fn merge_kind(merge: &mut Merge, place: &Pointer, known: &mut Kind, table: &DeclaredField) {
    let kind = match table.kind() {
        Ok(kind) => kind,
        Err(rule) => return merge.refuse(|| incomplete(place.clone(), value_of(table), rule)),
    };
    match (known, kind) {
        (Kind::Tensor { dtype, shape }, Some(Kind::Tensor { dtype: declared, .. })) => {
            merge.agree(place.join("dtype"), &value_of(dtype), &value_of(&declared));
            merge_shape(merge, &place.join("shape"), shape, table);
        }
        (Kind::Tensor { shape, .. }, None) => merge_shape(merge, &place.join("shape"), shape, table),
        (_, None) if table.shape.is_none() && table.bounds.is_empty() => {}
        (known, None) => {
            let text = text(known);
            merge.contradict(place.join("shape"), text, value_of(&table.shape));
        }
        (known, Some(declared)) if *known == declared => {}
        (known, Some(declared)) => merge.contradict(place.clone(), text(known), text(&declared)),
    }
}

fn text(kind: &Kind) -> Value {
    Field::new(kind.clone()).to_string().into()
}

pub(super) fn incomplete(place: Pointer, declared: Value, rule: &str) -> Mismatch {
    let hint = "write `dtype = \"f32\"` and `shape = [\"N\", 3]`, or one of the other types".to_owned();
    Mismatch { place, read: Value::Null, declared, rule: rule.to_owned(), hint }
}

fn merge_shape(merge: &mut Merge, place: &Pointer, known: &mut Option<Vec<Dim>>, table: &DeclaredField) {
    match (known.as_mut(), &table.shape) {
        (_, None) => {}
        (None, Some(declared)) => {
            *known = Some(declared.clone());
            merge.declare(place.clone());
        }
        (Some(known), Some(declared)) if known.len() != declared.len() => {
            merge.contradict(place.clone(), value_of(known), value_of(declared));
        }
        (Some(known), Some(declared)) => {
            for (axis, (known, declared)) in known.iter_mut().zip(declared).enumerate() {
                merge_dim(merge, &place.join(axis), known, declared);
            }
        }
    }
    merge_axes(merge, place, known.as_deref_mut(), &table.bounds);
}

/// The file leaves open what it calls `?`; a declared `?` says nothing.
fn merge_dim(merge: &mut Merge, place: &Pointer, known: &mut Dim, declared: &Dim) {
    match (&known.size, &declared.size) {
        (_, Size::Any) => {}
        (Size::Any, size) => {
            known.size = size.clone();
            merge.declare(place.clone());
        }
        (size, declared_size) if size == declared_size => {}
        _ => return merge.contradict(place.clone(), value_of(known), value_of(declared)),
    }
    if declared.bounds != Bounds::NONE {
        merge_bounds(merge, place, known, declared.bounds);
    }
}

fn merge_axes(merge: &mut Merge, place: &Pointer, known: Option<&mut [Dim]>, bounds: &BTreeMap<Axis, Bounds>) {
    let Some(axes) = known else {
        if let Some(axis) = bounds.keys().next() {
            let rule = format!("axis {axis} has bounds, but the number of axes is not known");
            let hint = "declare the whole `shape`".to_owned();
            merge.refuse(|| Mismatch {
                place: place.clone(),
                read: Value::Null,
                declared: value_of(bounds),
                rule,
                hint,
            });
        }
        return;
    };
    let rank = axes.len();
    for (axis, bounds) in bounds {
        match axes.get_mut(axis.0) {
            Some(dim) => merge_bounds(merge, &place.join(axis), dim, *bounds),
            None => merge.refuse(|| Mismatch {
                place: place.join(axis),
                read: rank.into(),
                declared: value_of(bounds),
                rule: format!("axis {axis} has bounds, but there are {rank} axes"),
                hint: "axes are counted from 0".to_owned(),
            }),
        }
    }
}

/// Bounds are declared, the size they bound is still read: the place of the axis has both, so it says declared.
fn merge_bounds(merge: &mut Merge, place: &Pointer, known: &mut Dim, bounds: Bounds) {
    match known.size {
        Size::Fixed(size) if bounds.contains(size) => {}
        Size::Fixed(size) => merge.contradict(place.clone(), size.into(), value_of(&bounds)),
        _ if known.bounds == bounds => {}
        _ if known.bounds != Bounds::NONE => {
            merge.contradict(place.clone(), value_of(&known.bounds), value_of(&bounds));
        }
        _ => {
            let size_is_read = merge.source_of(place) == Source::Read;
            known.bounds = bounds;
            merge.declare(place.clone());
            if size_is_read {
                merge.keep_read(place.join("size"));
            }
        }
    }
}
