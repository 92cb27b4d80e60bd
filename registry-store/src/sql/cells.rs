//! The cells of a row, whatever the engine: the one place where columns become types of the domain.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use registry_core::digest::Digest;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::error::StoreError;
use crate::rows::Page;

/// A row of an engine. A cell may be empty.
pub(crate) trait Cells {
    fn text(&self, column: &'static str) -> Result<Option<&str>, sqlx::Error>;
    /// The text of a JSON document.
    fn document(&self, column: &'static str) -> Result<Option<&str>, sqlx::Error>;
    fn bytes(&self, column: &'static str) -> Result<Option<&[u8]>, sqlx::Error>;
    fn integer(&self, column: &'static str) -> Result<Option<i64>, sqlx::Error>;
    fn id(&self, column: &'static str) -> Result<Option<Uuid>, sqlx::Error>;
    fn time(&self, column: &'static str) -> Result<Option<Timestamp>, sqlx::Error>;
}

/// The columns of one row. What they cannot mean is an error that names table, column and row.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a> {
    row: &'a dyn Cells,
    table: &'static str,
    key: &'static str,
}

impl<'a> Columns<'a> {
    /// The columns of a row of `table`, which errors name by its column `key`.
    pub(crate) fn of(row: &'a dyn Cells, table: &'static str, key: &'static str) -> Self {
        Self { row, table, key }
    }

    /// The columns that another table has brought into the same row.
    pub(crate) fn joined(self, table: &'static str) -> Self {
        Self { table, ..self }
    }

    pub(crate) fn text(self, column: &'static str) -> Result<String, StoreError> {
        self.full(column, self.row.text(column)).map(str::to_owned)
    }

    pub(crate) fn text_optional(self, column: &'static str) -> Result<Option<String>, StoreError> {
        self.good(column, self.row.text(column)).map(|text| text.map(str::to_owned))
    }

    /// A text with a grammar.
    pub(crate) fn parse<T: FromStr<Err: Display>>(self, column: &'static str) -> Result<T, StoreError> {
        self.full(column, self.row.text(column)).and_then(|text| self.good(column, text.parse()))
    }

    /// A text with a grammar, or nothing.
    pub(crate) fn parse_optional<T: FromStr<Err: Display>>(
        self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text = self.good(column, self.row.text(column))?;
        self.good(column, text.map(str::parse).transpose())
    }

    /// A JSON document.
    pub(crate) fn json<T: DeserializeOwned>(self, column: &'static str) -> Result<T, StoreError> {
        self.full(column, self.row.document(column)).and_then(|text| self.good(column, serde_json::from_str(text)))
    }

    /// A JSON document, or nothing.
    pub(crate) fn json_optional<T: DeserializeOwned>(self, column: &'static str) -> Result<Option<T>, StoreError> {
        let text = self.good(column, self.row.document(column))?;
        self.good(column, text.map(serde_json::from_str).transpose())
    }

    /// The size of a JSON document in bytes.
    pub(crate) fn json_size(self, column: &'static str) -> Result<u64, StoreError> {
        let text = self.full(column, self.row.document(column))?;
        Ok(u64::try_from(text.len()).unwrap_or(u64::MAX))
    }

    /// One word of a fixed list, as JSON has it.
    pub(crate) fn word<T: DeserializeOwned>(self, column: &'static str) -> Result<T, StoreError> {
        let word = self.word_optional(column)?;
        self.full(column, Ok::<_, sqlx::Error>(word))
    }

    /// One word of a fixed list, or nothing.
    pub(crate) fn word_optional<T: DeserializeOwned>(self, column: &'static str) -> Result<Option<T>, StoreError> {
        let text = self.text_optional(column)?;
        let word = text.map(|text| serde_json::from_value(serde_json::Value::String(text)));
        self.good(column, word.transpose())
    }

    pub(crate) fn digest(self, column: &'static str) -> Result<Digest, StoreError> {
        let bytes = self.full(column, self.row.bytes(column))?;
        self.good(column, bytes.try_into().map(Digest::from_bytes))
    }

    /// A digest, or nothing.
    pub(crate) fn digest_optional(self, column: &'static str) -> Result<Option<Digest>, StoreError> {
        let bytes = self.good(column, self.row.bytes(column))?;
        self.good(column, bytes.map(|bytes| bytes.try_into().map(Digest::from_bytes)).transpose())
    }

    /// A count, which is not negative.
    pub(crate) fn count<T: TryFrom<i64, Error: Display>>(self, column: &'static str) -> Result<T, StoreError> {
        self.full(column, self.row.integer(column)).and_then(|number| self.good(column, T::try_from(number)))
    }

    /// A count, or nothing.
    pub(crate) fn count_optional(self, column: &'static str) -> Result<Option<u64>, StoreError> {
        let number = self.good(column, self.row.integer(column))?;
        self.good(column, number.map(u64::try_from).transpose())
    }

    pub(crate) fn id(self, column: &'static str) -> Result<Uuid, StoreError> {
        self.full(column, self.row.id(column))
    }

    pub(crate) fn time(self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.full(column, self.row.time(column))
    }

    pub(crate) fn time_optional(self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        self.good(column, self.row.time(column))
    }

    fn full<T, E: Display>(self, column: &'static str, cell: Result<Option<T>, E>) -> Result<T, StoreError> {
        self.good(column, cell)?.ok_or_else(|| self.bad(column, &"it is empty"))
    }

    fn good<T, E: Display>(self, column: &'static str, value: Result<T, E>) -> Result<T, StoreError> {
        value.map_err(|error| self.bad(column, &error))
    }

    fn bad(self, column: &'static str, reason: &dyn Display) -> StoreError {
        StoreError::Inconsistent { table: self.table, column, row: self.name(), reason: reason.to_string() }
    }

    /// The key of the row, for people.
    fn name(self) -> String {
        let Self { row, key, .. } = self;
        let text = || row.text(key).ok().flatten().map(str::to_owned);
        let number = || row.integer(key).ok().flatten().map(|number| number.to_string());
        let id = || row.id(key).ok().flatten().map(|id| id.to_string());
        let digest = || self.row.bytes(key).ok().flatten()?.try_into().ok().map(Digest::from_bytes);
        let digest = || digest().map(|digest| digest.to_string());
        text().or_else(number).or_else(id).or_else(digest).unwrap_or_else(|| "?".to_owned())
    }
}

/// Reads a row, if there is one.
pub(crate) fn one<R: Cells, T>(
    row: Option<R>,
    read: impl Fn(&dyn Cells) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    row.map(|row| read(&row)).transpose()
}

/// Reads all rows.
pub(crate) fn all<R: Cells, T>(
    rows: &[R],
    read: impl Fn(&dyn Cells) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    rows.iter().map(|row| read(row)).collect()
}

/// Reads one page out of up to one row more than it holds.
pub(crate) fn page<R: Cells, T>(
    rows: &[R],
    limit: u32,
    read: impl Fn(&dyn Cells) -> Result<T, StoreError>,
) -> Result<Page<T>, StoreError> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let kept = rows.get(..limit).unwrap_or(rows);
    Ok(Page { rows: all(kept, read)?, more: rows.len() > limit })
}

/// How many rows to ask for, to know whether more follow.
pub(crate) fn one_more(limit: u32) -> i64 {
    i64::from(limit) + 1
}
