//! `registry.toml`, the file beside a model in which its publisher says what to publish and what no file says.

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
#[error("line {line}, column {column}: {reason}; {hint}")]
pub struct ProjectFileError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// What is wrong there.
    pub reason: String,
    /// What to do about it.
    pub hint: String,
}

impl ProjectFile {
    /// Reads the text of a registry.toml.
    ///
    /// # Errors
    /// When it is too long, no TOML, or says something that a registry.toml cannot say.
    pub fn from_toml(text: &str) -> Result<Self, ProjectFileError> {
        let refuse =
            |reason: String, hint: &str| ProjectFileError { line: 1, column: 1, reason, hint: hint.to_owned() };
        if text.len() > MAX_PROJECT_BYTES {
            let reason = format!("the file is {} bytes long, the limit is {MAX_PROJECT_BYTES}", text.len());
            return Err(refuse(reason, "put long lists of labels into a file of their own"));
        }
        let table: Table = toml::from_str(text).map_err(|error| located(text, &error))?;
        if let Some(place) = not_finite(&table) {
            let reason = format!("`{place}` is no finite number");
            return Err(refuse(reason, "leave it out: a missing end of a range is unbounded"));
        }
        let project: Self = toml::from_str(text).map_err(|error| located(text, &error))?;
        match project.model.as_ref().filter(|model| model.selector.is_some()) {
            Some(model) => {
                let hint = format!("write `model = \"{}/{}\"`", model.namespace, model.model);
                Err(refuse(format!("the model `{model}` names a version"), &hint))
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
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let reason = error.message().lines().next().unwrap_or_default().to_owned();
    ProjectFileError {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        hint: hint(&reason).to_owned(),
        reason,
    }
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

/// The first number that JSON cannot hold.
fn not_finite(table: &Table) -> Option<String> {
    table.iter().find_map(|(key, value)| {
        let inside = not_finite_value(value)?;
        Some(if inside.is_empty() { key.clone() } else { format!("{key}.{inside}") })
    })
}

fn not_finite_value(value: &Value) -> Option<String> {
    match value {
        Value::Float(number) => (!number.is_finite()).then(String::new),
        Value::Table(table) => not_finite(table),
        Value::Array(elements) => elements.iter().enumerate().find_map(|(index, element)| {
            let inside = not_finite_value(element)?;
            Some(if inside.is_empty() { index.to_string() } else { format!("{index}.{inside}") })
        }),
        Value::String(_) | Value::Integer(_) | Value::Boolean(_) | Value::Datetime(_) => None,
    }
}
