//! `registry.toml`, the file beside a model in which its publisher says what to publish and what no file says.

use std::fmt;

use serde::Deserialize;
use toml::{Table, Value};

use super::apply::{apply, report};
use super::{ContractMismatch, Declared};
use crate::contract::artifact::Evaluation;
use crate::contract::{Artifact, Signature};
use crate::manifest::{FilePath, Lineage};
use crate::reference::Reference;

/// The longest text that is read as a registry.toml.
pub const MAX_PROJECT_BYTES: usize = 1 << 20;

/// What `registry.toml` says.
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ProjectFile {
    /// The model, as `namespace/model`.
    pub model: Option<Reference>,
    /// The files of a version, relative to the folder of `registry.toml`.
    pub files: Vec<FilePath>,
    /// What no file says.
    pub declared: Declared,
    /// Where the version comes from.
    pub lineage: Lineage,
    /// Reports of an evaluation; no part of the digest.
    pub evaluation: Evaluation,
}

/// Why a text is not a registry.toml.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}; {hint}", position.map(|position| format!("{position}: ")).unwrap_or_default())]
pub struct ProjectFileError {
    /// Where it is wrong, if the fault has one place; else the reason names the key.
    pub position: Option<TextPosition>,
    /// What is wrong there.
    pub reason: String,
    /// What to do about it.
    pub hint: String,
}

/// A place in a text, both numbers counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextPosition {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl fmt::Display for TextPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl ProjectFileError {
    fn new(reason: String, hint: &str) -> Self {
        Self { position: None, reason, hint: hint.to_owned() }
    }
}

impl ProjectFile {
    /// Reads the text of a registry.toml.
    ///
    /// # Errors
    /// When it is too long, no TOML, or says something that a registry.toml cannot say.
    pub fn from_toml(text: &str) -> Result<Self, ProjectFileError> {
        if text.len() > MAX_PROJECT_BYTES {
            let reason = format!("the file is {} bytes long, the limit is {MAX_PROJECT_BYTES}", text.len());
            return Err(ProjectFileError::new(reason, "put long lists of labels into a file of their own"));
        }
        let table: Table = toml::from_str(text).map_err(|error| located(text, &error))?;
        check_table("", &table)?;
        let project: Self = toml::from_str(text).map_err(|error| located(text, &error))?;
        match project.model.as_ref().filter(|model| model.selector.is_some()) {
            Some(model) => {
                let hint = format!("write `model = \"{}/{}\"`", model.namespace, model.model);
                Err(ProjectFileError::new(format!("the model `{model}` names a version"), &hint))
            }
            None => Ok(project),
        }
    }

    /// Puts everything that the file says into a contract that was read, as [`apply`] does.
    ///
    /// # Errors
    /// As [`apply`].
    pub fn apply(&self, signature: &mut Signature, artifact: &mut Artifact) -> Result<(), ContractMismatch> {
        apply(&self.declared, signature, artifact)?;
        report(&self.evaluation, &self.lineage, artifact);
        Ok(())
    }
}

fn located(text: &str, error: &toml::de::Error) -> ProjectFileError {
    let reason = error.message().lines().next().unwrap_or_default().to_owned();
    let hint = hint(&reason).to_owned();
    let before = error.span().and_then(|span| text.get(..span.start));
    ProjectFileError { position: before.map(end_of), reason, hint }
}

fn end_of(text: &str) -> TextPosition {
    let last_line = text.rsplit('\n').next().unwrap_or_default();
    TextPosition { line: text.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
}

/// Serde already names the keys and values that it knows.
fn hint(reason: &str) -> &'static str {
    if reason.starts_with("unknown field") {
        "correct the key, or remove it"
    } else if reason.starts_with("duplicate key") {
        "keep one of them"
    } else {
        "correct the value"
    }
}

/// TOML has values that JSON, and so a contract, cannot hold.
fn check_table(place: &str, table: &Table) -> Result<(), ProjectFileError> {
    table.iter().try_for_each(|(key, value)| check_value(&format!("{place}{key}"), value))
}

fn check_value(place: &str, value: &Value) -> Result<(), ProjectFileError> {
    match value {
        Value::Float(number) if !number.is_finite() => {
            let reason = format!("`{place}` is no finite number");
            Err(ProjectFileError::new(reason, "leave it out: a missing end of a range is unbounded"))
        }
        Value::Datetime(_) => Err(ProjectFileError::new(format!("`{place}` is a bare date"), "write it in quotes")),
        Value::Table(table) => check_table(&format!("{place}."), table),
        Value::Array(elements) => elements.iter().try_for_each(|element| check_value(place, element)),
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) => Ok(()),
    }
}
