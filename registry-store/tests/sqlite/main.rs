//! The SQLite engine: the conformance suite in a file and in memory, faults that the suite must find, and kills.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod crash;
mod opening;
#[path = "../shared/mod.rs"]
mod shared;
mod tampering;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use registry_store::conformance::{Database, Engine, Failure};
use registry_store::{Metadata, SqliteStore};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tempfile::TempDir;

use self::shared::assert_passes;

/// Databases in files.
#[derive(Debug)]
struct Files;

/// What the shared tests run on.
#[expect(clippy::unnecessary_wraps, reason = "another engine needs a server, which may not be there")]
pub(crate) fn engine() -> Option<impl Engine> {
    Some(Files)
}

struct File(TempDir);

impl File {
    fn path(&self) -> PathBuf {
        self.0.path().join("registry.db")
    }
}

#[async_trait]
impl Engine for Files {
    async fn create(&self) -> Result<Box<dyn Database>, Failure> {
        Ok(Box::new(File(tempfile::tempdir()?)))
    }
}

#[async_trait]
impl Database for File {
    async fn open(&self) -> Result<Arc<dyn Metadata>, Failure> {
        Ok(Arc::new(SqliteStore::open(&self.path()).await?))
    }

    fn survives_closing(&self) -> bool {
        true
    }

    async fn run_sql(&self, statement: &'static str) -> Option<Result<(), String>> {
        let mut connection = connect(&self.path()).await;
        let result = sqlx::query(statement).execute(&mut connection).await;
        connection.close().await.unwrap();
        Some(result.map(drop).map_err(|error| error.to_string()))
    }
}

/// A connection past the store.
pub(crate) async fn connect(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).foreign_keys(true).connect().await.unwrap()
}

/// Databases in memory.
struct Memory;

struct InMemory(Arc<SqliteStore>);

#[async_trait]
impl Engine for Memory {
    async fn create(&self) -> Result<Box<dyn Database>, Failure> {
        Ok(Box::new(InMemory(Arc::new(SqliteStore::open_in_memory().await?))))
    }
}

#[async_trait]
impl Database for InMemory {
    async fn open(&self) -> Result<Arc<dyn Metadata>, Failure> {
        Ok(Arc::<SqliteStore>::clone(&self.0))
    }

    fn survives_closing(&self) -> bool {
        false
    }

    async fn run_sql(&self, _statement: &'static str) -> Option<Result<(), String>> {
        None
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_in_a_file_passes_the_suite() {
    assert_passes(&Files).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_in_memory_passes_the_suite() {
    assert_passes(&Memory).await;
}
