//! Whether a JSON value is a value of a type.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::Dtype;
use super::super::field::{Field, Interval, Kind};
use crate::canonical;

/// Whether a value is one element of a type. Any number is a float; an integer must be whole and in range.
pub(super) fn fits(dtype: Dtype, value: &Value) -> bool {
    match dtype {
        Dtype::Bool => value.is_boolean(),
        Dtype::String | Dtype::Binary | Dtype::Datetime => value.is_string(),
        _ => match integer_range(dtype) {
            Some((min, max)) => whole(value).is_some_and(|number| min <= number && number <= max),
            None => value.is_number(),
        },
    }
}

/// The smallest and the largest number of an integer type.
fn integer_range(dtype: Dtype) -> Option<(i128, i128)> {
    let (signed, bits) = match dtype {
        Dtype::I2 => (true, 2),
        Dtype::I4 => (true, 4),
        Dtype::I8 => (true, 8),
        Dtype::I16 => (true, 16),
        Dtype::I32 => (true, 32),
        Dtype::I64 => (true, 64),
        Dtype::U2 => (false, 2),
        Dtype::U4 => (false, 4),
        Dtype::U8 => (false, 8),
        Dtype::U16 => (false, 16),
        Dtype::U32 => (false, 32),
        Dtype::U64 => (false, 64),
        _ => return None,
    };
    let values = 1_i128 << bits;
    Some(if signed { (-values / 2, values / 2 - 1) } else { (0, values - 1) })
}

/// The whole number that a JSON number stands for; `3.0` is one.
fn whole(value: &Value) -> Option<i128> {
    let integer = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
    integer.or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
        // The shortest decimal form of a whole float is its digits.
        format!("{number:.0}").parse().ok()
    })
}

/// Whether a value may stand for a field left out. Null always may; a tensor may be given as one element, which
/// fills it, or as nested lists.
pub(super) fn is_default_of(field: &Field, value: &Value) -> bool {
    if value.is_null() {
        return true;
    }
    match (&field.kind, value) {
        (Kind::Tensor { dtype, .. }, _) => all_elements(value, &|element| fits(*dtype, element)),
        (Kind::List(element), Value::Array(values)) => values.iter().all(|value| is_default_of(element, value)),
        (Kind::Map { value: element, .. }, Value::Object(entries)) => {
            entries.values().all(|value| is_default_of(element, value))
        }
        (Kind::Object(properties), Value::Object(entries)) => entries
            .iter()
            .all(|(name, value)| properties.get(name).is_some_and(|property| is_default_of(property, value))),
        (Kind::Opaque(_), _) => true,
        (Kind::List(_) | Kind::Map { .. } | Kind::Object(_), _) => false,
    }
}

/// Whether a condition holds for a value, or for everything in the lists that it consists of.
fn all_elements(value: &Value, holds: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        Value::Array(elements) => elements.iter().all(|element| all_elements(element, holds)),
        element => holds(element),
    }
}

/// Whether every number in a value lies inside a range.
pub(super) fn inside(range: Interval, value: &Value) -> bool {
    all_elements(value, &|element| {
        element.as_f64().is_none_or(|number| range.includes(Interval { min: Some(number), max: Some(number) }))
    })
}

/// Values by what they are to every JSON reader: `1` and `1.0` are the same.
pub(super) fn set(values: &[Value]) -> BTreeSet<Vec<u8>> {
    values.iter().map(canonical::bytes).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn integers_are_whole_and_in_range() {
        for (dtype, value) in [
            (Dtype::U8, json!(255)),
            (Dtype::I8, json!(-128)),
            (Dtype::U64, json!(u64::MAX)),
            (Dtype::I64, json!(i64::MIN)),
            (Dtype::I32, json!(3.0)),
            (Dtype::F16, json!(3)),
            (Dtype::F32, json!(0.5)),
            (Dtype::F8E4M3Fn, json!(1)),
            (Dtype::Bool, json!(true)),
            (Dtype::Datetime, json!("2026-01-01")),
        ] {
            assert!(fits(dtype, &value), "{dtype} {value}");
        }
        for (dtype, value) in [
            (Dtype::U8, json!(256)),
            (Dtype::U8, json!(-1)),
            (Dtype::I8, json!(128)),
            (Dtype::I4, json!(8)),
            (Dtype::I64, json!(u64::MAX)),
            (Dtype::I32, json!(1.5)),
            (Dtype::F32, json!("1")),
            (Dtype::Bool, json!(1)),
            (Dtype::String, json!(1)),
        ] {
            assert!(!fits(dtype, &value), "{dtype} {value}");
        }
    }
}
