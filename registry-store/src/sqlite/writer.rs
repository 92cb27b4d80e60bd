//! The one connection that writes.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqliteTransaction};
use tokio::sync::{Mutex, MutexGuard};

use super::errors::database;
use crate::error::StoreError;

/// Hands the writing connection to one caller at a time, in the order in which they came.
#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    connection: Mutex<Option<SqliteConnection>>,
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
        Self { options, connection: Mutex::new(Some(connection)) }
    }

    pub(super) async fn lease(&self) -> Result<Lease<'_>, StoreError> {
        let mut slot = self.connection.lock().await;
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
