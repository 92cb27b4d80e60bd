//! Free text that people write about namespaces, models and versions: how much of it there may be, and what it must not
//! hold.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::contract::Pointer;

/// The longest description, in bytes of UTF-8.
pub const MAX_DESCRIPTION: usize = 16 << 10;

/// The longest reason for a change, in bytes of UTF-8.
pub const MAX_REASON: usize = 4 << 10;

/// The most labels of one thing.
pub const MAX_LABELS: usize = 64;

/// The longest key of a label, in bytes of UTF-8.
pub const MAX_LABEL_KEY: usize = 63;

/// The longest value of a label, in bytes of UTF-8.
pub const MAX_LABEL_VALUE: usize = 256;

/// How many characters of a value an error text shows.
const SHOWN: usize = 120;

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No database of ours could hold it.
    #[error("the text holds the character U+0000; leave it out")]
    Nul,
    /// It is too long.
    #[error("{what} is {bytes} bytes long, the limit is {max}; shorten it")]
    TooLong {
        /// What is too long.
        what: String,
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        max: usize,
    },
    /// There are too many labels.
    #[error("there are {0} labels, the limit is {MAX_LABELS}; remove some")]
    TooManyLabels(usize),
    /// A label has no key.
    #[error("the key of a label is empty; give it a name")]
    EmptyKey,
}

/// Checks a description.
///
/// # Errors
/// When it is too long, or holds U+0000.
pub fn check_description(text: &str) -> Result<(), TextError> {
    check_length("the description", text, MAX_DESCRIPTION)
}

/// Checks the reason for a change.
///
/// # Errors
/// When it is too long, or holds U+0000.
pub fn check_reason(text: &str) -> Result<(), TextError> {
    check_length("the reason", text, MAX_REASON)
}

/// Checks the labels of a namespace, a model or a version. They are not the classes of a model.
///
/// # Errors
/// When there are too many, or one of them is too long, has no key or holds U+0000.
pub fn check_labels(labels: &BTreeMap<String, String>) -> Result<(), TextError> {
    if labels.len() > MAX_LABELS {
        return Err(TextError::TooManyLabels(labels.len()));
    }
    for (key, value) in labels {
        if key.is_empty() {
            return Err(TextError::EmptyKey);
        }
        // A key that is too long is not repeated.
        check_length("the key of a label", key, MAX_LABEL_KEY)?;
        check_length(&format!("the value of the label `{key}`"), value, MAX_LABEL_VALUE)?;
    }
    Ok(())
}

fn check_length(what: &str, text: &str, max: usize) -> Result<(), TextError> {
    if text.len() > max {
        return Err(TextError::TooLong { what: what.to_owned(), bytes: text.len(), max });
    }
    if text.contains('\0') { Err(TextError::Nul) } else { Ok(()) }
}

/// The first place in a document whose text, or whose key, holds U+0000.
pub fn nul_in(document: &Value) -> Option<Pointer> {
    // First whether there is one at all: keys may be long, and most documents need no place.
    holds_nul(document).then(|| place_of_nul(Pointer::root(), document))
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(elements) => elements.iter().any(holds_nul),
        Value::Object(entries) => entries.iter().any(|(key, value)| key.contains('\0') || holds_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Where it is in a value that holds it.
fn place_of_nul(place: Pointer, value: &Value) -> Pointer {
    match value {
        Value::Array(elements) => match elements.iter().enumerate().find(|(_, element)| holds_nul(element)) {
            Some((index, element)) => place_of_nul(place.join(index), element),
            None => place,
        },
        Value::Object(entries) => {
            let found = entries.iter().find(|(key, value)| key.contains('\0') || holds_nul(value));
            match found {
                // The key itself would be unreadable in a place.
                Some((key, value)) if !key.contains('\0') => place_of_nul(place.join(key), value),
                _ => place,
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => place,
    }
}

/// A value as an error text shows it: what is long is cut, and not even written.
pub(crate) fn shown(value: &impl fmt::Display) -> String {
    struct Cut {
        text: String,
        left: usize,
    }
    impl fmt::Write for Cut {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            for character in part.chars() {
                self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
                self.text.push(character);
            }
            Ok(())
        }
    }
    let mut cut = Cut { text: String::new(), left: SHOWN };
    if fmt::Write::write_fmt(&mut cut, format_args!("{value}")).is_err() {
        cut.text.push('…');
    }
    cut.text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_have_limits() {
        assert_eq!(check_description(&"ä".repeat(MAX_DESCRIPTION / 2)), Ok(()));
        let long = check_description(&"a".repeat(MAX_DESCRIPTION + 1)).unwrap_err().to_string();
        assert_eq!(long, "the description is 16385 bytes long, the limit is 16384; shorten it");
        assert_eq!(check_description("a\0"), Err(TextError::Nul));
        let labels = |key: &str, value: &str| check_labels(&BTreeMap::from([(key.to_owned(), value.to_owned())]));
        assert_eq!(labels(&"k".repeat(63), &"v".repeat(256)), Ok(()));
        assert!(labels(&"k".repeat(64), "").is_err() && labels("k", &"v".repeat(257)).is_err());
        assert_eq!((labels("", "v"), labels("k", "\0")), (Err(TextError::EmptyKey), Err(TextError::Nul)));
        let many = |count: usize| check_labels(&(0..count).map(|index| (index.to_string(), String::new())).collect());
        assert_eq!((many(64), many(65)), (Ok(()), Err(TextError::TooManyLabels(65))));
    }

    #[test]
    fn nul_is_found_wherever_it_stands() {
        let place = |document: Value| nul_in(&document).map(|place| place.to_string());
        assert_eq!(place(json!({"a": [1, null, "x"]})), None);
        assert_eq!(place(json!({"a": [1, "x\0"]})).as_deref(), Some("/a/1"));
        assert_eq!(place(json!({"a": {"b\0": 1}})).as_deref(), Some("/a"));
    }

    #[test]
    fn what_is_long_is_shown_cut() {
        assert_eq!(shown(&"ä".repeat(SHOWN)), "ä".repeat(SHOWN));
        assert_eq!(shown(&json!(["x".repeat(SHOWN)])), format!("[\"{}…", "x".repeat(SHOWN - 2)));
    }
}
