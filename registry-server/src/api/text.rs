//! Free text in bodies, held to the limits of `registry_core::text` where it is read, so that a refusal names its place.

use std::collections::BTreeMap;

use registry_core::text::{TextError, check_description, check_labels, check_reason};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

fn checked<'de, D, T>(deserializer: D, check: impl FnOnce(&T) -> Result<(), TextError>) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let value = T::deserialize(deserializer)?;
    check(&value).map_err(D::Error::custom)?;
    Ok(value)
}

pub(crate) fn description<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, |text: &String| check_description(text))
}

pub(crate) fn new_description<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, |text: &Option<String>| text.as_deref().map_or(Ok(()), check_description))
}

pub(crate) fn reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, |text: &String| check_reason(text))
}

pub(crate) fn optional_reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, |text: &Option<String>| text.as_deref().map_or(Ok(()), check_reason))
}

pub(crate) fn labels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    checked(deserializer, check_labels)
}

pub(crate) fn new_labels<'de, D>(deserializer: D) -> Result<Option<BTreeMap<String, String>>, D::Error>
where
    D: Deserializer<'de>,
{
    checked(deserializer, |labels: &Option<BTreeMap<String, String>>| labels.as_ref().map_or(Ok(()), check_labels))
}
