//! What the errors of SQLite mean to the registry.

use sqlx::error::DatabaseError;

use crate::error::StoreError;
use crate::sql::is_conflict;

/// Primary result codes that say that the database cannot be used now; <https://sqlite.org/rescode.html>.
const UNAVAILABLE: [i32; 7] = [
    5,  // SQLITE_BUSY: another process writes
    6,  // SQLITE_LOCKED
    7,  // SQLITE_NOMEM
    8,  // SQLITE_READONLY
    10, // SQLITE_IOERR
    13, // SQLITE_FULL
    14, // SQLITE_CANTOPEN
];

/// Tells a database that cannot be used from one that refuses.
pub(super) fn database(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(error) if is_unavailable(error.as_ref()) => StoreError::Unavailable(error.to_string()),
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            StoreError::Unavailable(error.to_string())
        }
        other => StoreError::Database(other.to_string()),
    }
}

/// Like [`database`]; but a name that is taken, or a row that should be there and is not, is a conflict over `what`.
pub(super) fn conflict_over(what: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |error| if is_conflict(&error) { StoreError::Conflict { what } } else { database(error) }
}

fn is_unavailable(error: &dyn DatabaseError) -> bool {
    // The low byte of an extended code is the primary one.
    let code = error.code().and_then(|code| code.parse::<i32>().ok());
    code.is_some_and(|code| UNAVAILABLE.contains(&(code & 0xff)))
}
