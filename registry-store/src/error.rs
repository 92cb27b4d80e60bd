//! What a store answers when it cannot do as asked.

/// Why a store call failed. What is merely absent is no error: look-ups answer `None`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed what the change was decided on. Read again, decide again.
    #[error("the {what} changed meanwhile: decide again on what is there now")]
    Conflict {
        /// What moved: a model, a channel, a name.
        what: &'static str,
    },
    /// The database does not answer, or not in time. Nothing was written; but when the answer to a commit was lost, nobody
    /// knows, and a retry with the same idempotency key finds out.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A row says what it cannot say; somebody wrote it past the registry.
    #[error("table `{table}`, column `{column}`, row `{row}`: {reason}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The key of the row.
        row: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The database refused a statement for a reason that nobody thought of.
    #[error("the database refused: {0}")]
    Database(String),
}
