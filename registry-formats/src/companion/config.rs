//! `config.json` of a Hugging Face model: the classes, the longest input, and a few facts for people.

use std::cell::Cell;
use std::collections::BTreeMap;

use registry_core::contract::field::Label;
use serde::de::{Error as _, MapAccess};
use serde_json::Value;

use crate::bundle::{Extraction, NamedFile};
use crate::error::FormatError;
use crate::json::{self, Object, Skipped, TreeSeed};

/// Far above real files: 22,000 classes with long names take 1 MiB.
const LIMIT: u64 = 8 * 1024 * 1024;
/// Far above the number of classes of real classifiers.
const VALUES: u32 = 500_000;

/// What is read from the file.
pub(super) struct Config {
    labels: Option<Vec<Label>>,
    context_length: Option<u64>,
    metadata: BTreeMap<String, String>,
    left: Cell<u32>,
}

/// Reads the file.
pub(super) fn read(file: NamedFile<'_>) -> Result<Config, FormatError> {
    let left = Cell::new(VALUES);
    let mut config = Config { labels: None, context_length: None, metadata: BTreeMap::new(), left };
    json::read_object(file, LIMIT, &mut config)?;
    Ok(config)
}

impl Object for Config {
    const WHAT: &'static str = "a model configuration";

    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id2label" => self.labels = labels(&self.tree(map)?).map_err(A::Error::custom)?,
            // GPT-2 has its own name for it.
            "max_position_embeddings" | "n_positions" => {
                // Some models write -1 or null for "no limit".
                self.context_length = self.tree(map)?.as_u64().filter(|length| *length > 0).or(self.context_length);
            }
            "architectures" => {
                let names = self.tree(map)?;
                let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                self.note(key, names.join(", "));
            }
            "vocab_size" => {
                let size = self.tree(map)?;
                self.note(key, size.as_u64().map(|size| size.to_string()).unwrap_or_default());
            }
            "model_type" => {
                let name = self.tree(map)?;
                self.note(key, name.as_str().unwrap_or_default().to_owned());
            }
            _ => Skipped::member(map)?,
        }
        Ok(())
    }
}

impl Config {
    fn tree<'de, A: MapAccess<'de>>(&self, map: &mut A) -> Result<Value, A::Error> {
        map.next_value_seed(TreeSeed { left: &self.left })
    }

    /// Facts for people go into the metadata, which is never compared.
    fn note(&mut self, key: &str, text: String) {
        if !text.is_empty() {
            self.metadata.insert(format!("config.{key}"), text);
        }
    }

    /// Fills what the model file does not say.
    pub(super) fn apply(self, path: &str, into: &mut Extraction, model: Option<&str>) -> Result<(), FormatError> {
        let signature = &mut into.signature;
        fill(&mut signature.labels, self.labels, path, "/labels", model)?;
        fill(&mut signature.context_length, self.context_length, path, "/context_length", model)?;
        for (key, text) in self.metadata {
            into.artifact.metadata.entry(key).or_insert(text);
        }
        Ok(())
    }
}

/// Fills an unknown fact; a known one must be the same.
fn fill<T: PartialEq + serde::Serialize>(
    known: &mut Option<T>,
    found: Option<T>,
    path: &str,
    place: &str,
    model: Option<&str>,
) -> Result<(), FormatError> {
    match (&*known, found) {
        (_, None) => Ok(()),
        (None, found) => {
            *known = found;
            Ok(())
        }
        (Some(known), Some(found)) if *known == found => Ok(()),
        (Some(known), Some(found)) => Err(FormatError::Contradiction {
            file: path.to_owned(),
            place: place.to_owned(),
            found: shown(&found),
            other_file: model.unwrap_or("another file").to_owned(),
            expected: shown(known),
        }),
    }
}

fn shown(value: &impl serde::Serialize) -> String {
    json::excerpt(&registry_core::canonical::value_of(value).to_string())
}

/// The classes in the order of their indices; the placeholders that the library writes when nobody named the classes
/// are none.
fn labels(id2label: &Value) -> Result<Option<Vec<Label>>, String> {
    if id2label.is_null() {
        return Ok(None);
    }
    let entries = id2label.as_object().ok_or("`id2label`, expected an object from indices to classes")?;
    let mut by_index = BTreeMap::new();
    for (key, value) in entries {
        let index: usize = key.parse().map_err(|_| format!("the index {key:?} in `id2label`, expected a number"))?;
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return Err(format!("class {index} in `id2label`, expected a text")),
        };
        by_index.insert(index, text);
    }
    if by_index.len() != entries.len() || !by_index.keys().copied().eq(0..entries.len()) {
        let gap = (0..entries.len()).find(|index| !by_index.contains_key(index)).unwrap_or_default();
        return Err(format!(
            "no index {gap} in `id2label`, expected every index from 0 to {}",
            entries.len().saturating_sub(1)
        ));
    }
    let placeholder = by_index.iter().all(|(index, text)| *text == format!("LABEL_{index}"));
    Ok((!placeholder).then(|| by_index.into_values().map(Label::Text).collect()))
}
