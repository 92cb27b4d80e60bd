//! What the errors of Postgres mean to the registry.

use sqlx::error::DatabaseError;

use crate::error::StoreError;
use crate::sql::is_conflict;

/// Codes that say that somebody else was faster, or holds what is needed;
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
const CONFLICT: [&str; 3] = [
    "40001", // serialization_failure
    "40P01", // deadlock_detected
    "55P03", // lock_not_available
];

/// Classes of codes that say that the database cannot be used now.
const UNAVAILABLE_CLASSES: [&str; 4] = [
    "08", // connection exception
    "53", // insufficient resources: disk full, too many connections
    "57", // operator intervention: shutdown, statement timeout
    "58", // system error: input and output
];

/// Single codes that say so.
const UNAVAILABLE: [&str; 2] = [
    "25006", // read_only_sql_transaction: a standby
    "25P03", // idle_in_transaction_session_timeout
];

/// There is no connection. Why does not matter: a database that lets nobody in, has no room or is gone cannot be used.
pub(super) fn no_connection(error: &sqlx::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}

/// Tells a database that cannot be used from one that refuses.
pub(super) fn database(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(error) => refusal(error.as_ref()),
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => StoreError::Unavailable(error.to_string()),
        other => StoreError::Database(other.to_string()),
    }
}

fn refusal(error: &dyn DatabaseError) -> StoreError {
    match error.code().unwrap_or_default().as_ref() {
        code if CONFLICT.contains(&code) => StoreError::Conflict { what: "database" },
        code if is_unavailable(code) => StoreError::Unavailable(error.to_string()),
        _ => StoreError::Database(error.to_string()),
    }
}

/// Like [`database`]; but a name that is taken, or a row that should be there and is not, is a conflict over `what`.
pub(super) fn conflict_over(what: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |error| if is_conflict(&error) { StoreError::Conflict { what } } else { database(error) }
}

/// Whether the error is that a table is not there.
pub(super) fn is_no_table(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(DatabaseError::code).is_some_and(|code| code == "42P01")
}

fn is_unavailable(code: &str) -> bool {
    UNAVAILABLE.contains(&code) || UNAVAILABLE_CLASSES.iter().any(|class| code.starts_with(class))
}
