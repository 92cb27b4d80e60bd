//! What the engines share: here rows become types of the domain, and values become what columns hold. An engine itself
//! is SQL and connections.

pub(crate) mod cells;
pub(crate) mod read;
pub(crate) mod values;

use sqlx::error::{DatabaseError, ErrorKind};

use crate::error::StoreError;

/// A statement that affects `expected` rows, or finds that somebody was faster.
pub(crate) fn affects(expected: u64, found: u64, what: &'static str) -> Result<(), StoreError> {
    if found == expected { Ok(()) } else { Err(StoreError::Conflict { what }) }
}

/// Whether a name is taken, or a row that should be there is not.
pub(crate) fn is_conflict(error: &sqlx::Error) -> bool {
    let kind = error.as_database_error().map(DatabaseError::kind);
    matches!(kind, Some(ErrorKind::UniqueViolation | ErrorKind::ForeignKeyViolation))
}
