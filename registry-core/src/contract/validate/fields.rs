//! The rules of inputs and outputs, and of the values nested in them.

use std::collections::BTreeMap;

use super::super::field::{Field, Kind};
use super::super::side::Side;
use super::super::{Dim, Pointer};
use super::{
    MAX_FIELDS, MAX_NAME, MAX_NESTING, MAX_RANK, Violation, Violations, check_interval, check_labels, check_name,
    values,
};
use crate::canonical;
use crate::text::shown;

type Fields = BTreeMap<String, Field>;

/// A walk through one side.
struct Walk<'a> {
    side: Side,
    /// How many fields have been seen.
    seen: usize,
    findings: &'a mut Violations,
}

/// Checks every field of one side.
pub(super) fn check_side(side: Side, fields: &Fields, findings: &mut Violations) {
    let root = side.root();
    let mut walk = Walk { side, seen: 0, findings };
    walk.siblings(&root, fields, 1);
    if walk.seen > MAX_FIELDS {
        let rule = format!("there are more than {MAX_FIELDS} fields, nested ones included");
        findings.report(|| Violation::new(root, rule, "put equal columns into one tensor"));
    }
}

impl Walk<'_> {
    fn siblings(&mut self, place: &Pointer, fields: &Fields, depth: usize) {
        for name in fields.keys() {
            check_name(place, name, self.findings);
        }
        self.aliases(place, fields);
        self.positions(place, fields);
        // The name would be a part of every place below it.
        for (name, field) in fields.iter().filter(|(name, _)| name.len() <= MAX_NAME) {
            self.field(&place.join(name), field, depth);
        }
    }

    /// One name leads to one field.
    fn aliases(&mut self, place: &Pointer, fields: &Fields) {
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        let aliases = fields.iter().flat_map(|(name, field)| field.alias_of.iter().map(move |alias| (name, alias)));
        for (name, alias) in aliases {
            let rule = |rule: String| Violation::new(place.join(name).join("alias_of"), rule, "remove the alias");
            if alias.is_empty() {
                self.findings.report(|| rule("an alias is empty".to_owned()));
            } else if fields.contains_key(alias) {
                self.findings.report(|| rule(format!("the alias `{}` is the name of a field", shown(alias))));
            } else if let Some(other) = owners.insert(alias, name) {
                let said = || format!("the alias `{}` already leads to `{}`", shown(alias), shown(&other));
                self.findings.report(|| rule(said()));
            }
        }
    }

    fn positions(&mut self, place: &Pointer, fields: &Fields) {
        let mut owners: BTreeMap<u32, &str> = BTreeMap::new();
        for (name, field) in fields {
            let Some(position) = field.position else { continue };
            if let Some(other) = owners.insert(position, name) {
                let rule = || format!("position {position} is already taken by `{}`", shown(&other));
                let place = || place.join(name).join("position");
                self.findings.report(|| Violation::new(place(), rule(), "count positions from 0, each once"));
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
            return self.findings.report(|| Violation::new(place.clone(), rule, "flatten it"));
        }
        self.misplaced(place, field);
        self.values(place, field);
        check_interval(place, field.range, self.findings);
        check_labels(|| place.join("labels"), field.labels.as_deref(), self.findings);
        match &field.kind {
            Kind::Tensor { shape, .. } => self.shape(place, shape.as_deref().unwrap_or_default()),
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
            let rule = || format!("`{attribute}` means something on {other} only");
            self.findings.report(|| Violation::new(place.join(attribute), rule(), "remove it"));
        }
    }

    /// Defaults and categories are values of the field.
    fn values(&mut self, place: &Pointer, field: &Field) {
        if let Some(default) = field.default.as_ref().filter(|default| !values::is_default_of(field, default)) {
            let rule = || format!("the default {} is no {}", shown(default), shown(field));
            self.findings.report(|| Violation::new(place.join("default"), rule(), "correct the default or the dtype"));
        }
        let categories = field.categories.as_deref();
        for value in categories.into_iter().flatten().filter(|value| !values::is_default_of(field, value)) {
            let rule = || format!("the value {} is no {}", shown(value), shown(field));
            self.findings.report(|| Violation::new(place.join("enum"), rule(), "correct the value or the dtype"));
        }
        let scalar = field.default.as_ref().filter(|default| !default.is_null() && !default.is_array());
        if let (Some(default), Some(categories)) = (scalar, categories)
            && !values::set(categories).contains(&canonical::bytes(default))
        {
            let rule = || format!("the default {} is none of the values of its enum", shown(default));
            self.findings.report(|| Violation::new(place.join("default"), rule(), "correct the default or the enum"));
        }
    }

    fn shape(&mut self, place: &Pointer, shape: &[Dim]) {
        if shape.len() > MAX_RANK {
            let rule = || format!("there are {} axes, the limit is {MAX_RANK}", shape.len());
            return self.findings.report(|| Violation::new(place.join("shape"), rule(), "put axes together"));
        }
        for (axis, dim) in shape.iter().enumerate() {
            let min = dim.bounds.min;
            if let Some(max) = dim.bounds.max.filter(|max| *max < min) {
                let rule = || format!("the bounds are empty: min {min} is above max {max}");
                self.findings.report(|| Violation::new(place.join("shape").join(axis), rule(), "swap them"));
            }
        }
    }
}
