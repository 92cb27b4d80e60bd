//! `MLmodel`: the signature and the flavours that MLflow writes beside a model.

use std::collections::BTreeMap;

use registry_core::contract::signature::Param;
use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;

use super::params;
use super::schema::{self, Problem, Schema};
use crate::bundle::NamedFile;
use crate::error::FormatError;
use crate::json;

/// Far above real files: a signature of 1,000 columns takes 50 KiB.
const LIMIT: u64 = 4 * 1024 * 1024;

/// What is read from the file.
#[derive(Default)]
pub(super) struct MlModel {
    pub(super) inputs: Option<Schema>,
    pub(super) outputs: Option<Schema>,
    pub(super) params: BTreeMap<String, Param>,
    /// The framework, when exactly one flavour beside `python_function` is there.
    pub(super) framework: Option<String>,
    /// The versions with which it was saved: the oldest that are known to work.
    pub(super) min: BTreeMap<String, String>,
    pub(super) notices: Vec<String>,
}

impl MlModel {
    pub(super) fn has_signature(&self) -> bool {
        self.inputs.is_some() || self.outputs.is_some()
    }
}

type Flavor = BTreeMap<String, Value>;

#[derive(Deserialize)]
struct Document {
    signature: Option<Signature>,
    #[serde(default)]
    flavors: Option<BTreeMap<String, Option<Flavor>>>,
}

/// Each member is JSON inside of a YAML text.
#[derive(Deserialize)]
struct Signature {
    inputs: Option<Spanned<String>>,
    outputs: Option<Spanned<String>>,
    params: Option<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(file: NamedFile<'_>) -> Result<MlModel, FormatError> {
    let document = parse(file)?;
    let mut model = MlModel::default();
    if let Some(signature) = document.signature {
        model.inputs = member(file, signature.inputs, |value| schema::read(value, "input"))?;
        model.outputs = member(file, signature.outputs, |value| schema::read(value, "output"))?;
        let read = member(file, signature.params, params::read)?.unwrap_or_default();
        (model.params, model.notices) = (read.params, read.notices);
    }
    let flavors = document.flavors.unwrap_or_default();
    let mut names = flavors.keys().filter(|name| *name != "python_function");
    model.framework = names.next().cloned().filter(|_| names.next().is_none());
    for flavor in flavors.values().flatten() {
        model.min.extend(flavor.iter().filter_map(|(key, value)| version(key, value)));
    }
    Ok(model)
}

fn parse(file: NamedFile<'_>) -> Result<Document, FormatError> {
    let size = json::size_within(file, LIMIT)?;
    let mut bytes = vec![0; usize::try_from(size).unwrap_or_default()];
    file.read_at(0, &mut bytes)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        file.malformed(u64::try_from(error.valid_up_to()).unwrap_or_default(), "UTF-8", "bytes that are none")
    })?;
    serde_saphyr::from_str_with_options(text, yaml_options()).map_err(|error| {
        let offset = error.location().and_then(|location| location.span().byte_offset()).unwrap_or_default();
        file.malformed(offset, "a model description as MLflow writes it", json::excerpt(&error.to_string()))
    })
}

/// MLflow writes flat files without anchors; these bounds leave room and stop what explodes.
fn yaml_options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 200_000,
            max_nodes: 100_000,
            max_depth: 32,
            max_documents: 1,
            max_aliases: 1_000,
            max_anchors: 1_000,
            max_recorded_anchor_events: 100_000,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 100_000,
            max_replay_stack_depth: 8,
        },
        merge_keys: serde_saphyr::MergeKeyPolicy::Error,
        with_snippet: false,
    }
}

/// Reads the JSON in one text of the signature.
fn member<T>(
    file: NamedFile<'_>,
    text: Option<Spanned<String>>,
    read: impl FnOnce(&Value) -> Result<T, Problem>,
) -> Result<Option<T>, FormatError> {
    let Some(text) = text else { return Ok(None) };
    let offset = text.referenced.span().byte_offset().unwrap_or_default();
    let value = json::tree_of(&text.value).map_err(|(within, expected, found)| {
        file.malformed(offset, expected, format!("{found} at byte {within} of the JSON text that starts here"))
    })?;
    read(&value).map(Some).map_err(|problem| {
        file.malformed(
            offset,
            problem.expected,
            format!("{} at {} of the JSON text that starts here", problem.found, problem.place),
        )
    })
}

/// A member such as `sklearn_version: 1.5.2`, as the name and version of a runtime.
fn version(key: &str, value: &Value) -> Option<(String, String)> {
    let name = key.strip_suffix("_version").filter(|name| *name != "model")?;
    // These two flavours name their version after the Python package.
    let name = match name {
        "xgb" => "xgboost",
        "lgb" => "lightgbm",
        name => name,
    };
    let version = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    version.starts_with(|first: char| first.is_ascii_digit()).then(|| (name.to_owned(), version))
}
