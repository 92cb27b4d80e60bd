//! Keys of tables that are more than a text: `inputs.amount`, and the number of an axis.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::contract::Pointer;

/// Why a key is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The key names no field.
    #[error("`{0}` names no field; write `inputs.NAME` or `outputs.NAME`")]
    Field(String),
    /// The key names no axis.
    #[error("`{0}` is not the number of an axis; axes are counted from 0")]
    Axis(String),
}

/// One input or output: `inputs.amount`. What follows the first full stop is the name, full stops included.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FieldKey {
    /// An input.
    Input(String),
    /// An output.
    Output(String),
}

impl FieldKey {
    /// The place of the field in a contract.
    pub fn pointer(&self) -> Pointer {
        let (side, name) = self.parts();
        Pointer::root().join(side).join(name)
    }

    fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Input(name) => ("inputs", name),
            Self::Output(name) => ("outputs", name),
        }
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (side, name) = self.parts();
        write!(f, "{side}.{name}")
    }
}

impl FromStr for FieldKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('.') {
            Some(("inputs", name)) if !name.is_empty() => Ok(Self::Input(name.to_owned())),
            Some(("outputs", name)) if !name.is_empty() => Ok(Self::Output(name.to_owned())),
            _ => Err(KeyError::Field(text.to_owned())),
        }
    }
}

/// The number of an axis, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Axis(pub usize);

impl fmt::Display for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Axis {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = text.parse().ok().filter(|number: &usize| number.to_string() == text);
        number.map(Self).ok_or_else(|| KeyError::Axis(text.to_owned()))
    }
}

/// Serde goes through the one door.
macro_rules! as_text {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = KeyError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self {
                key.to_string()
            }
        }
    };
}

as_text!(FieldKey);
as_text!(Axis);
