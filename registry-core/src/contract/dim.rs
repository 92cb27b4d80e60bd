//! The size of one axis of a tensor: fixed, named, or anything, within declared bounds.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The size of an axis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Always this many elements.
    Fixed(u64),
    /// Any number, the same wherever the name stands in one call.
    Symbol(String),
    /// Any number.
    Any,
}

/// Declared bounds of a dynamic axis, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// The smallest size.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub min: u64,
    /// The largest size; none means unbounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_zero(value: &u64) -> bool {
    *value == 0
}

impl Bounds {
    /// No bounds at all.
    pub const NONE: Self = Self { min: 0, max: None };

    /// Whether `size` lies inside.
    pub fn contains(self, size: u64) -> bool {
        self.min <= size && self.max.is_none_or(|max| size <= max)
    }

    /// Whether everything inside `other` lies inside these bounds too.
    pub fn includes(self, other: Self) -> bool {
        let above = match (self.max, other.max) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(theirs)) => theirs <= mine,
        };
        self.min <= other.min && above
    }

    /// The bounds that hold where both do.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let max = [self.max, other.max].into_iter().flatten().min();
        Self { min: self.min.max(other.min), max }
    }
}

/// One axis of a tensor.
///
/// In JSON a number is a fixed size, a text a symbol, and `"?"` anything; `null`, `-1`, `"None"` and the empty text are
/// read as `"?"`. With bounds it is an object: `{"size": "N", "min": 1, "max": 512}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "DimRepr", into = "DimRepr")]
pub struct Dim {
    /// The size.
    pub size: Size,
    /// The declared bounds of a size that is not fixed.
    pub bounds: Bounds,
}

impl Dim {
    /// An axis of fixed size.
    pub fn fixed(size: u64) -> Self {
        Self { size: Size::Fixed(size), bounds: Bounds::NONE }
    }

    /// An axis named by a symbol; the empty name, `?` and `None` name nothing.
    pub fn symbol(name: &str) -> Self {
        match name {
            "" | "?" | "None" | "-1" => Self::any(),
            _ => Self { size: Size::Symbol(name.to_owned()), bounds: Bounds::NONE },
        }
    }

    /// An axis of any size.
    pub fn any() -> Self {
        Self { size: Size::Any, bounds: Bounds::NONE }
    }

    /// The sizes that the axis may have.
    pub fn sizes(&self) -> Bounds {
        match self.size {
            Size::Fixed(size) => Bounds { min: size, max: Some(size) },
            Size::Symbol(_) | Size::Any => self.bounds,
        }
    }

    /// An axis as files write it: a negative size means any.
    pub fn from_signed(size: i64) -> Self {
        u64::try_from(size).map_or_else(|_| Self::any(), Self::fixed)
    }
}

impl fmt::Display for Dim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.size {
            Size::Fixed(size) => write!(f, "{size}")?,
            Size::Symbol(name) => f.write_str(name)?,
            Size::Any => f.write_str("?")?,
        }
        match (self.bounds.min, self.bounds.max) {
            (0, None) => Ok(()),
            (min, None) => write!(f, " ({min} or more)"),
            (min, Some(max)) => write!(f, " ({min} to {max})"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum DimRepr {
    Number(i64),
    Name(String),
    Bounded(BoundedRepr),
    Null(()),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundedRepr {
    size: String,
    #[serde(default)]
    min: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<u64>,
}

impl TryFrom<DimRepr> for Dim {
    type Error = String;

    fn try_from(repr: DimRepr) -> Result<Self, Self::Error> {
        match repr {
            DimRepr::Number(size) if size < -1 => {
                Err(format!("an axis of {size} elements: sizes start at 0, -1 means any"))
            }
            DimRepr::Number(size) => Ok(Self::from_signed(size)),
            DimRepr::Name(name) => Ok(Self::symbol(&name)),
            DimRepr::Null(()) => Ok(Self::any()),
            DimRepr::Bounded(bounded) => {
                if bounded.max.is_some_and(|max| max < bounded.min) {
                    return Err(format!("the bounds of axis `{}` are empty: min is above max", bounded.size));
                }
                let bounds = Bounds { min: bounded.min, max: bounded.max };
                Ok(Self { bounds, ..Self::symbol(&bounded.size) })
            }
        }
    }
}

impl From<Dim> for DimRepr {
    fn from(dim: Dim) -> Self {
        let name = match dim.size {
            // Sizes above i64 cannot occur: every format writes them as signed 64-bit numbers.
            Size::Fixed(size) => return Self::Number(i64::try_from(size).unwrap_or(i64::MAX)),
            Size::Symbol(name) => name,
            Size::Any => "?".to_owned(),
        };
        if dim.bounds == Bounds::NONE {
            return Self::Name(name);
        }
        Self::Bounded(BoundedRepr { size: name, min: dim.bounds.min, max: dim.bounds.max })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_anything_is_one() {
        for text in ["null", "-1", "\"?\"", "\"\"", "\"None\""] {
            assert_eq!(serde_json::from_str::<Dim>(text).unwrap(), Dim::any(), "{text}");
        }
        assert!(serde_json::from_str::<Dim>("-2").is_err());
        assert!(serde_json::from_str::<Dim>("1.5").is_err());
    }

    #[test]
    fn dims_round_trip() {
        for text in ["3", "\"N\"", "\"?\"", r#"{"size":"N","min":1,"max":512}"#] {
            let dim: Dim = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&dim).unwrap(), text);
        }
        assert!(serde_json::from_str::<Dim>(r#"{"size":"N","min":2,"max":1}"#).is_err());
    }
}
