//! The one connection that writes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqliteTransaction};
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;

use super::errors::database;
use crate::error::StoreError;

/// How many may wait for the connection. More would only wait longer: a disk that syncs in a millisecond serves so many
/// in a fraction of [`TURN`].
const QUEUE: usize = 256;

/// How long a turn is waited for.
const TURN: Duration = Duration::from_secs(5);

/// Hands the writing connection to one caller at a time, in the order in which they came.
#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    connection: Mutex<Option<SqliteConnection>>,
    waiting: AtomicUsize,
}

/// Someone who waits for a turn; no more so when it is dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The writing connection, until it is given back. When it is dropped instead, because something failed or the caller
/// went away in the middle, the connection is closed, which rolls back what it had begun, and the next caller gets a new
/// one: nobody inherits a transaction.
#[derive(Debug)]
pub(super) struct Lease<'a> {
    // First, so that it is dropped before the next caller gets the slot.
    connection: SqliteConnection,
    slot: MutexGuard<'a, Option<SqliteConnection>>,
}

impl Writer {
    pub(super) fn new(options: SqliteConnectOptions, connection: SqliteConnection) -> Self {
        Self { options, connection: Mutex::new(Some(connection)), waiting: AtomicUsize::new(0) }
    }

    /// The connection, in turn.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when too many wait already, or the turn does not come in [`TURN`].
    pub(super) async fn lease(&self) -> Result<Lease<'_>, StoreError> {
        let waiting = Waiting(&self.waiting);
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            return Err(StoreError::Unavailable(format!("{QUEUE} changes wait already")));
        }
        let late = |_elapsed| StoreError::Unavailable("the changes before this one take too long".to_owned());
        let mut slot = timeout(TURN, self.connection.lock()).await.map_err(late)?;
        drop(waiting);
        let connection = match slot.take() {
            Some(connection) => connection,
            None => self.options.connect().await.map_err(database)?,
        };
        Ok(Lease { connection, slot })
    }

    pub(super) async fn close(self) {
        if let Some(connection) = self.connection.into_inner() {
            // What was answered is durable already; only tidying up can fail here.
            connection.close().await.ok();
        }
    }
}

impl Lease<'_> {
    /// For a single statement.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    /// Begins as a writer: a transaction that begins as a reader may find, too late, that it cannot become one.
    pub(super) async fn begin(&mut self) -> Result<SqliteTransaction<'_>, StoreError> {
        self.connection.begin_with("BEGIN IMMEDIATE").await.map_err(database)
    }

    /// Gives the connection back, with no transaction under way.
    pub(super) fn give_back(self) {
        let Self { connection, mut slot } = self;
        *slot = Some(connection);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use futures_util::future::join_all;
    use futures_util::poll;

    use super::super::connect;
    use super::*;

    #[tokio::test]
    async fn no_more_wait_than_the_queue_holds() {
        let options = connect::memory(uuid::Uuid::new_v4());
        let writer = Writer::new(options.clone(), connect::writer(&options).await.unwrap());
        let first = writer.lease().await.unwrap();
        let mut queue = pin!(join_all((0..QUEUE).map(|_| async { writer.lease().await.map(Lease::give_back) })));
        assert!(poll!(queue.as_mut()).is_pending());
        assert!(matches!(writer.lease().await, Err(StoreError::Unavailable(_))));
        first.give_back();
        assert!(queue.await.iter().all(Result::is_ok), "those who wait get their turns");
        writer.lease().await.unwrap().give_back();
    }
}
