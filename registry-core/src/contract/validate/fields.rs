//! The rules of inputs and outputs, and of the values nested in them.

use std::collections::BTreeMap;

use super::super::field::{Field, Kind};
use super::super::side::Side;
use super::super::{Dim, Pointer};
use super::{Findings, MAX_FIELDS, MAX_NESTING, check_interval, check_labels, check_name, values};

type Fields = BTreeMap<String, Field>;

/// A walk through one side.
struct Walk<'a> {
    side: Side,
    /// How many fields have been seen.
    seen: usize,
    findings: &'a mut Findings,
}

/// Checks every field of one side.
pub(super) fn check_side(side: Side, fields: &Fields, findings: &mut Findings) {
    let root = side.root();
    let mut walk = Walk { side, seen: 0, findings };
    walk.siblings(&root, fields, 1);
    if walk.seen > MAX_FIELDS {
        let rule = format!("there are more than {MAX_FIELDS} fields, nested ones included");
        findings.report(root, rule, "put equal columns into one tensor");
    }
}

impl Walk<'_> {
    fn siblings(&mut self, place: &Pointer, fields: &Fields, depth: usize) {
        for name in fields.keys() {
            check_name(place, name, self.findings);
        }
        self.aliases(place, fields);
        self.positions(place, fields);
        for (name, field) in fields {
            self.field(&place.join(name), field, depth);
        }
    }

    /// One name leads to one field.
    fn aliases(&mut self, place: &Pointer, fields: &Fields) {
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        let aliases = fields.iter().flat_map(|(name, field)| field.alias_of.iter().map(move |alias| (name, alias)));
        for (name, alias) in aliases {
            let rule = if alias.is_empty() {
                "an alias is empty".to_owned()
            } else if fields.contains_key(alias) {
                format!("the alias `{alias}` is the name of a field")
            } else if let Some(other) = owners.insert(alias, name) {
                format!("the alias `{alias}` already leads to `{other}`")
            } else {
                continue;
            };
            self.findings.report(place.join(name).join("alias_of"), rule, "remove the alias");
        }
    }

    fn positions(&mut self, place: &Pointer, fields: &Fields) {
        let mut owners: BTreeMap<u32, &str> = BTreeMap::new();
        for (name, field) in fields {
            let Some(position) = field.position else { continue };
            if let Some(other) = owners.insert(position, name) {
                let rule = format!("position {position} is already taken by `{other}`");
                self.findings.report(place.join(name).join("position"), rule, "count positions from 0, each once");
            }
        }
    }

    fn field(&mut self, place: &Pointer, field: &Field, depth: usize) {
        self.seen += 1;
        if self.seen > MAX_FIELDS {
            return;
        }
        if depth > MAX_NESTING {
            let rule = format!("it is nested deeper than {MAX_NESTING} levels");
            return self.findings.report(place.clone(), rule, "flatten it");
        }
        self.misplaced(place, field);
        self.values(place, field);
        check_interval(place, field.range, self.findings);
        check_labels(|| place.join("labels"), field.labels.as_deref(), self.findings);
        match &field.kind {
            Kind::Tensor { shape, .. } => self.bounds(place, shape.as_deref()),
            Kind::List(element) => self.field(&place.join("list"), element, depth + 1),
            Kind::Map { value, .. } => self.field(&place.join("map").join("value"), value, depth + 1),
            Kind::Object(properties) => self.siblings(&place.join("object"), properties, depth + 1),
            Kind::Opaque(_) => {}
        }
    }

    /// Attributes that mean nothing on this side.
    fn misplaced(&mut self, place: &Pointer, field: &Field) {
        let (attributes, other) = match self.side {
            Side::Input => (
                vec![
                    ("range", field.range.is_some()),
                    ("space_id", field.space_id.is_some()),
                    ("labels", field.labels.is_some()),
                ],
                "an output",
            ),
            Side::Output => {
                (vec![("enum", field.categories.is_some()), ("default", field.default.is_some())], "an input")
            }
        };
        for (attribute, _) in attributes.into_iter().filter(|(_, is_there)| *is_there) {
            let rule = format!("`{attribute}` means something on {other} only");
            self.findings.report(place.join(attribute), rule, "remove it");
        }
    }

    /// Defaults and categories are values of the field.
    fn values(&mut self, place: &Pointer, field: &Field) {
        if let Some(default) = field.default.as_ref().filter(|default| !values::is_default_of(field, default)) {
            let rule = format!("the default {default} is no {field}");
            self.findings.report(place.join("default"), rule, "correct the default or the dtype");
        }
        let categories = field.categories.as_deref();
        for value in categories.into_iter().flatten().filter(|value| !values::is_default_of(field, value)) {
            let rule = format!("the value {value} is no {field}");
            self.findings.report(place.join("enum"), rule, "correct the value or the dtype");
        }
        let scalar = field.default.as_ref().filter(|default| !default.is_null() && !default.is_array());
        if let (Some(default), Some(categories)) = (scalar, categories)
            && !categories.iter().any(|value| values::same(value, default))
        {
            let rule = format!("the default {default} is none of the values of its enum");
            self.findings.report(place.join("default"), rule, "correct the default or the enum");
        }
    }

    fn bounds(&mut self, place: &Pointer, shape: Option<&[Dim]>) {
        for (axis, dim) in shape.into_iter().flatten().enumerate() {
            let min = dim.bounds.min;
            if let Some(max) = dim.bounds.max.filter(|max| *max < min) {
                let rule = format!("the bounds are empty: min {min} is above max {max}");
                self.findings.report(place.join("shape").join(axis), rule, "swap them");
            }
        }
    }
}
