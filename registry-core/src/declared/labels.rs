//! Labels, stated in a list or kept in a file beside the model.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::Declared;
use crate::contract::field::Label;
use crate::manifest::FilePath;

/// The longest file of labels.
pub const MAX_LABELS_BYTES: usize = 16 << 20;

/// Where labels stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum LabelsSource {
    /// Here, in index order.
    Inline(Vec<Label>),
    /// In a file: JSON (`.json`: a list, or an object from index to text), or a text (`.txt`: one label a line).
    File(FilePath),
}

/// Why a file holds no labels.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{file}` holds no labels: {reason}; {hint}")]
pub struct LabelsError {
    /// The file.
    pub file: FilePath,
    /// What is wrong, and where.
    pub reason: String,
    /// What to write instead.
    pub hint: &'static str,
}

impl Declared {
    /// The files whose content must be filled in before the facts can be applied.
    pub fn label_files(&self) -> BTreeSet<&FilePath> {
        let fields = self.inputs.values().chain(self.outputs.values());
        let sources = fields.filter_map(|field| field.labels.as_ref()).chain(&self.labels);
        sources.filter_map(LabelsSource::file).collect()
    }

    /// Puts the content of a file in the place of its name, wherever the file is named.
    ///
    /// # Errors
    /// When the content is no list of labels.
    pub fn fill_labels(&mut self, file: &FilePath, content: &[u8]) -> Result<(), LabelsError> {
        let labels = parse(file, content)?;
        let fields = self.inputs.values_mut().chain(self.outputs.values_mut());
        let sources = fields.filter_map(|field| field.labels.as_mut()).chain(&mut self.labels);
        for source in sources.filter(|source| source.file() == Some(file)) {
            *source = LabelsSource::Inline(labels.clone());
        }
        Ok(())
    }
}

impl LabelsSource {
    /// The file, while its content is not filled in.
    pub fn file(&self) -> Option<&FilePath> {
        match self {
            Self::Inline(_) => None,
            Self::File(file) => Some(file),
        }
    }
}

fn parse(file: &FilePath, content: &[u8]) -> Result<Vec<Label>, LabelsError> {
    let refuse = |reason: String, hint| LabelsError { file: file.clone(), reason, hint };
    if content.len() > MAX_LABELS_BYTES {
        let reason = format!("it is {} bytes long, the limit is {MAX_LABELS_BYTES}", content.len());
        return Err(refuse(reason, "shorten the labels"));
    }
    let name = file.as_str().to_ascii_lowercase();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "json" => parse_json(content).map_err(|reason| refuse(reason, "write a list of texts, or of `{id, text}`")),
        "txt" => parse_lines(content).map_err(|reason| refuse(reason, "write one label a line, in UTF-8")),
        _ => Err(refuse("its name ends neither with `.json` nor with `.txt`".to_owned(), "rename it")),
    }
}

fn parse_json(content: &[u8]) -> Result<Vec<Label>, String> {
    if !content.trim_ascii_start().starts_with(b"{") {
        return serde_json::from_slice(content).map_err(|error| error.to_string());
    }
    let texts: BTreeMap<usize, String> = serde_json::from_slice(content).map_err(|error| error.to_string())?;
    match texts.keys().zip(0..).find(|(index, expected)| *index != expected) {
        Some((_, missing)) => Err(format!("index {missing} is missing")),
        None => Ok(texts.into_values().map(Label::Text).collect()),
    }
}

fn parse_lines(content: &[u8]) -> Result<Vec<Label>, String> {
    let text = str::from_utf8(content).map_err(|error| format!("byte {} is not UTF-8", error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.lines().position(|line| line.trim().is_empty()) {
        Some(index) => Err(format!("line {} is empty", index + 1)),
        None => Ok(text.lines().map(|line| Label::Text(line.to_owned())).collect()),
    }
}

impl<'de> Deserialize<'de> for LabelsSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Source;

        impl<'de> Visitor<'de> for Source {
            type Value = LabelsSource;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of labels, or the name of a file that holds it")
            }

            fn visit_str<E: Error>(self, file: &str) -> Result<LabelsSource, E> {
                file.parse().map(LabelsSource::File).map_err(E::custom)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, labels: A) -> Result<LabelsSource, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(labels)).map(LabelsSource::Inline)
            }
        }

        deserializer.deserialize_any(Source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, content: &str) -> Result<Vec<Label>, String> {
        parse(&name.parse().unwrap(), content.as_bytes()).map_err(|error| error.to_string())
    }

    fn texts(texts: &[&str]) -> Vec<Label> {
        texts.iter().map(|text| Label::Text((*text).to_owned())).collect()
    }

    #[test]
    fn every_form_of_a_file_is_read() {
        let labels = texts(&["cat", "dog"]);
        assert_eq!(read("labels.json", r#"["cat", "dog"]"#), Ok(labels.clone()));
        assert_eq!(read("id2label.json", r#"{"1": "dog", "0": "cat"}"#), Ok(labels.clone()));
        assert_eq!(read("labels.TXT", "cat\r\ndog\n"), Ok(labels));
        assert!(matches!(
            read("a.json", r#"[{"id": "7", "text": "cat"}]"#).unwrap().as_slice(),
            [Label::Identified { .. }]
        ));
    }

    #[test]
    fn errors_name_file_and_place() {
        assert!(read("a.json", r#"{"0": "cat", "2": "dog"}"#).unwrap_err().contains("index 1 is missing"));
        assert!(read("a.json", "{").unwrap_err().starts_with("`a.json` holds no labels: "));
        assert!(read("a.txt", "cat\n\ndog").unwrap_err().contains("line 2 is empty"));
        assert!(read("a.csv", "cat").unwrap_err().contains("neither with `.json` nor with `.txt`"));
    }
}
