//! Reading rows and writing values: the one place where columns become types of the domain.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use registry_core::digest::Digest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row, Sqlite, Type};
use uuid::Uuid;

use super::errors::database;
use crate::error::StoreError;
use crate::rows::Page;

/// The columns of one row. What they cannot mean is an error that names table, column and row.
#[derive(Clone, Copy)]
pub(super) struct Columns<'a> {
    row: &'a SqliteRow,
    table: &'static str,
    key: &'static str,
}

impl<'a> Columns<'a> {
    /// The columns of a row of `table`, which errors name by its column `key`.
    pub(super) fn of(row: &'a SqliteRow, table: &'static str, key: &'static str) -> Self {
        Self { row, table, key }
    }

    /// The columns that another table has brought into the same row.
    pub(super) fn joined(self, table: &'static str) -> Self {
        Self { table, ..self }
    }

    /// A value that SQLite knows.
    pub(super) fn get<T>(self, column: &'static str) -> Result<T, StoreError>
    where
        T: Decode<'a, Sqlite> + Type<Sqlite>,
    {
        self.row.try_get(column).map_err(|error| self.bad(column, &error))
    }

    /// A text with a grammar.
    pub(super) fn parse<T>(self, column: &'static str) -> Result<T, StoreError>
    where
        T: FromStr<Err: Display>,
    {
        self.get::<&str>(column)?.parse().map_err(|error| self.bad(column, &error))
    }

    /// A text with a grammar, or nothing.
    pub(super) fn parse_optional<T>(self, column: &'static str) -> Result<Option<T>, StoreError>
    where
        T: FromStr<Err: Display>,
    {
        let text: Option<&str> = self.get(column)?;
        text.map(str::parse).transpose().map_err(|error| self.bad(column, &error))
    }

    /// A JSON document.
    pub(super) fn json<T: DeserializeOwned>(self, column: &'static str) -> Result<T, StoreError> {
        serde_json::from_str(self.get(column)?).map_err(|error| self.bad(column, &error))
    }

    /// A JSON document, or nothing.
    pub(super) fn json_optional<T: DeserializeOwned>(self, column: &'static str) -> Result<Option<T>, StoreError> {
        let text: Option<&str> = self.get(column)?;
        text.map(serde_json::from_str).transpose().map_err(|error| self.bad(column, &error))
    }

    /// One word of a fixed list, as JSON has it.
    pub(super) fn word<T: DeserializeOwned>(self, column: &'static str) -> Result<T, StoreError> {
        self.word_optional(column)?.ok_or_else(|| self.bad(column, &"it is empty"))
    }

    /// One word of a fixed list, or nothing.
    pub(super) fn word_optional<T: DeserializeOwned>(self, column: &'static str) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self.get(column)?;
        let word = text.map(|text| serde_json::from_value(serde_json::Value::String(text)));
        word.transpose().map_err(|error| self.bad(column, &error))
    }

    pub(super) fn digest(self, column: &'static str) -> Result<Digest, StoreError> {
        let bytes: &[u8] = self.get(column)?;
        bytes.try_into().map(Digest::from_bytes).map_err(|error| self.bad(column, &error))
    }

    fn bad(self, column: &'static str, reason: &dyn Display) -> StoreError {
        StoreError::Inconsistent { table: self.table, column, row: self.name(), reason: reason.to_string() }
    }

    /// The key of the row, for people.
    fn name(self) -> String {
        let text = self.row.try_get::<String, _>(self.key);
        let number = || self.row.try_get::<i64, _>(self.key).map(|number| number.to_string());
        let id = || self.row.try_get::<Uuid, _>(self.key).map(|id| id.to_string());
        text.or_else(|_| number()).or_else(|_| id()).unwrap_or_else(|_| self.digest_text())
    }

    fn digest_text(self) -> String {
        let bytes = self.row.try_get::<&[u8], _>(self.key).unwrap_or_default();
        bytes.try_into().map_or_else(|_| "?".to_owned(), |bytes| Digest::from_bytes(bytes).to_string())
    }
}

/// One page out of up to one row more than it holds.
pub(super) fn page<T>(
    rows: &[SqliteRow],
    limit: u32,
    read: impl Fn(&SqliteRow) -> Result<T, StoreError>,
) -> Result<Page<T>, StoreError> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let kept = rows.iter().take(limit).map(read);
    Ok(Page { rows: kept.collect::<Result<_, _>>()?, more: rows.len() > limit })
}

/// How many rows to ask for, to know whether more follow.
pub(super) fn one_more(limit: u32) -> i64 {
    i64::from(limit) + 1
}

/// A time as the tables have it.
pub(super) fn time(time: Timestamp) -> String {
    format!("{time:.6}")
}

/// A count as SQLite has it.
pub(super) fn integer(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Database(format!("{number} is too large for a column")))
}

/// A document as JSON.
pub(super) fn document(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Database(format!("a document is not JSON: {error}")))
}

/// The one word that a value of a fixed list is in JSON.
pub(super) fn word(value: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(StoreError::Database(format!("{other} is not one word"))),
        Err(error) => Err(database(sqlx::Error::Encode(Box::new(error)))),
    }
}
