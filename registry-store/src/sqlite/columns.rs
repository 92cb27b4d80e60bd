//! Rows and times as SQLite has them.

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row};
use uuid::Uuid;

use crate::sql::cells::Cells;

impl Cells for SqliteRow {
    fn text(&self, column: &'static str) -> Result<Option<&str>, Error> {
        self.try_get(column)
    }

    fn document(&self, column: &'static str) -> Result<Option<&str>, Error> {
        self.try_get(column)
    }

    fn bytes(&self, column: &'static str) -> Result<Option<&[u8]>, Error> {
        self.try_get(column)
    }

    fn integer(&self, column: &'static str) -> Result<Option<i64>, Error> {
        self.try_get(column)
    }

    fn id(&self, column: &'static str) -> Result<Option<Uuid>, Error> {
        self.try_get(column)
    }

    fn time(&self, column: &'static str) -> Result<Option<Timestamp>, Error> {
        let text: Option<&str> = self.try_get(column)?;
        text.map(str::parse).transpose().map_err(|error: jiff::Error| Error::Decode(Box::new(error)))
    }
}

/// A time as the tables have it.
pub(super) fn time(time: Timestamp) -> String {
    format!("{time:.6}")
}
