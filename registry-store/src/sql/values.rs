//! Values as columns hold them.

use registry_core::version::Version;
use serde::Serialize;

use crate::error::StoreError;

/// A count.
pub(crate) fn integer(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Database(format!("{number} is too large for a column")))
}

/// A document as JSON.
pub(crate) fn document(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Database(format!("a document is not JSON: {error}")))
}

/// The one word that a value of a fixed list is in JSON.
pub(crate) fn word(value: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(StoreError::Database(format!("{other} is not one word"))),
        Err(error) => Err(StoreError::Database(format!("a word is not JSON: {error}"))),
    }
}

/// The number without build metadata, which is what is unique.
pub(crate) fn version_key(version: &Version) -> String {
    let text = version.to_string();
    text.split_once('+').map_or_else(|| text.clone(), |(key, _)| key.to_owned())
}
