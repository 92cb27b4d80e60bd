//! The Postgres engine: any number of server processes on one database.
//!
//! A change takes the row of its model, and at its end the row of its namespace; nothing else is locked, so changes in
//! different namespaces never wait for each other. The isolation is READ COMMITTED: the guard is an UPDATE, which waits
//! for the change before it and then sees what that one left.
//!
//! Nothing waits without an end: for a connection one second, for a lock one second, for a statement three. A database
//! that says nothing at all is given up after one second, whatever is waited for.

mod access;
mod answers;
mod blobs;
mod channels;
mod columns;
mod commit;
mod connect;
mod errors;
mod events;
mod members;
mod models;
mod namespaces;
mod principals;
mod pulse;
mod snapshot;
mod tokens;
mod uploads;
mod versions;

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::{Line, Version};
use sqlx::{Connection as _, PgConnection, PgPool};
use uuid::Uuid;

pub use self::connect::OpenError;
use self::errors::{database, no_connection};
use self::pulse::Pulse;
use crate::access::Reader;
use crate::change::Change;
use crate::error::StoreError;
use crate::metadata::Metadata;
use crate::rows::{
    BlobRecord, EventRecord, FileRecord, IdempotencyKey, Model, ModelSnapshot, Namespace, Page, Standing, StoredAnswer,
    StoredContract, VersionDocuments,
};

/// How long a call may take in all, once it has a connection: longer than Postgres lets a statement run, so that it is
/// Postgres who answers unless that one connection hangs.
const PATIENCE: Duration = Duration::from_secs(4);

/// How long a check of everything may take.
const LONG_PATIENCE: Duration = Duration::from_mins(11);

/// How many connections a server process opens, unless it is told otherwise.
pub const CONNECTIONS: u32 = 16;

/// The metadata in a Postgres database.
#[derive(Debug)]
pub struct PostgresStore {
    pool: PgPool,
    pulse: Pulse,
}

impl PostgresStore {
    /// Connects, with at most `connections` at a time, and checks that the tables are those of this version.
    ///
    /// # Errors
    /// When the URL is none, the database does not answer, or it is not migrated to this version.
    pub async fn open(url: &str, connections: u32) -> Result<Self, OpenError> {
        let options = connect::options(url)?;
        let pool = connect::pool(options.clone(), connections).await?;
        Ok(Self { pool, pulse: Pulse::new(options) })
    }

    /// Brings the tables up to date, and grants `role` what the server needs. Takes a user who may make tables.
    ///
    /// # Errors
    /// When the database does not answer, a migration fails, or a newer version of the registry has migrated it.
    pub async fn migrate(url: &str, role: Option<&str>) -> Result<(), OpenError> {
        connect::migrate(connect::options(url)?, role).await
    }

    /// Closes all connections once calls under way have ended.
    pub async fn close(self) {
        self.pool.close().await;
    }

    /// Runs `work` on a connection, for as long as patience lasts.
    async fn run<T>(
        &self,
        work: impl AsyncFnOnce(&mut PgConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.run_for(PATIENCE, work).await
    }

    /// Runs `work` in a transaction, which is committed when it succeeds.
    async fn write<T>(
        &self,
        work: impl AsyncFnOnce(&mut PgConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.run(async |connection| {
            let mut transaction = connection.begin().await.map_err(database)?;
            let done = work(&mut transaction).await?;
            transaction.commit().await.map_err(database)?;
            Ok(done)
        })
        .await
    }

    async fn run_for<T>(
        &self,
        patience: Duration,
        work: impl AsyncFnOnce(&mut PgConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.pulse.attend(self.pool.acquire()).await?.map_err(|error| no_connection(&error))?;
        let silent = match self.pulse.attend(tokio::time::timeout(patience, work(&mut connection))).await {
            Ok(Ok(result)) => return result,
            Ok(Err(_elapsed)) => StoreError::Unavailable(format!("no answer within {} seconds", patience.as_secs())),
            Err(silent) => silent,
        };
        // Or the pool would wait for the rest of the answer before it gives the connection to another.
        connection.close_on_drop();
        Err(silent)
    }
}

#[async_trait]
impl Metadata for PostgresStore {
    fn engine(&self) -> &'static str {
        "postgres"
    }

    async fn now(&self) -> Result<Timestamp, StoreError> {
        self.run(commit::now).await
    }

    async fn commit(&self, change: Change) -> Result<(), StoreError> {
        change.check_covered()?;
        self.run(async |connection| {
            let mut transaction = connection.begin().await.map_err(database)?;
            match commit::apply(&mut transaction, &change).await {
                Ok(()) => transaction.commit().await.map_err(database),
                Err(error) => {
                    // What failed first is the reason. Without a connection there is nothing to roll back.
                    transaction.rollback().await.ok();
                    Err(error)
                }
            }
        })
        .await
    }

    async fn snapshot(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
    ) -> Result<Option<ModelSnapshot>, StoreError> {
        self.run(async |connection| {
            // One moment for all statements.
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            let mut transaction = connection.begin_with(begin).await.map_err(database)?;
            let snapshot = snapshot::read(&mut transaction, namespace, model).await?;
            transaction.commit().await.map_err(database)?;
            Ok(snapshot)
        })
        .await
    }

    async fn standing(&self, namespace: &NamespaceName, model: &ModelName) -> Result<Option<Standing>, StoreError> {
        self.run(async |connection| snapshot::standing(connection, namespace, model).await).await
    }

    async fn contracts(&self, digests: &[Digest]) -> Result<Vec<StoredContract>, StoreError> {
        self.run(async |connection| versions::contracts(connection, digests).await).await
    }

    async fn namespace(&self, name: &NamespaceName) -> Result<Option<Namespace>, StoreError> {
        self.run(async |connection| namespaces::find(connection, name).await).await
    }

    async fn namespaces(
        &self,
        reader: Reader<'_>,
        after: Option<&NamespaceName>,
        limit: u32,
    ) -> Result<Page<Namespace>, StoreError> {
        self.run(async |connection| namespaces::list(connection, reader, after, limit).await).await
    }

    async fn model(&self, namespace: &NamespaceName, name: &ModelName) -> Result<Option<Model>, StoreError> {
        self.run(async |connection| models::find(connection, namespace, name).await).await
    }

    async fn models(
        &self,
        namespace: &NamespaceName,
        after: Option<&ModelName>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        self.run(async |connection| models::list(connection, namespace, after, limit).await).await
    }

    async fn search(
        &self,
        reader: Reader<'_>,
        text: &str,
        after: Option<(&NamespaceName, &ModelName)>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        self.run(async |connection| models::search(connection, reader, text, after, limit).await).await
    }

    async fn documents(&self, version: Uuid) -> Result<Option<VersionDocuments>, StoreError> {
        self.run(async |connection| versions::documents(connection, version).await).await
    }

    async fn files(&self, version: Uuid) -> Result<Vec<FileRecord>, StoreError> {
        self.run(async |connection| versions::files(connection, version).await).await
    }

    async fn events(&self, namespace: &NamespaceName, after: u64, limit: u32) -> Result<Page<EventRecord>, StoreError> {
        self.run(async |connection| events::list(connection, namespace, after, limit).await).await
    }

    async fn last_event(&self, namespace: &NamespaceName) -> Result<Option<u64>, StoreError> {
        self.run(async |connection| events::last(connection, namespace).await).await
    }

    async fn record_blob(&self, blob: &BlobRecord) -> Result<(), StoreError> {
        self.run(async |connection| blobs::record(connection, blob).await).await
    }

    async fn blob(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
        line: Line,
        sha256: Digest,
    ) -> Result<Option<BlobRecord>, StoreError> {
        self.run(async |connection| blobs::find(connection, namespace, model, line, sha256).await).await
    }

    async fn mark_blob(&self, blob: &BlobRecord, is_damaged: bool) -> Result<(), StoreError> {
        self.run(async |connection| blobs::mark(connection, blob, is_damaged).await).await
    }

    async fn bytes_of_namespace(
        &self,
        namespace: &NamespaceName,
        except: Option<&BlobRecord>,
    ) -> Result<u64, StoreError> {
        self.run(async |connection| blobs::bytes(connection, namespace, except).await).await
    }

    async fn damaged_blobs(&self) -> Result<Vec<BlobRecord>, StoreError> {
        self.run(blobs::damaged).await
    }

    async fn files_of_blob(&self, blob: &BlobRecord) -> Result<Vec<(Version, FilePath)>, StoreError> {
        self.run(async |connection| blobs::users(connection, blob).await).await
    }

    async fn blobs(&self, after: Option<&BlobRecord>, limit: u32) -> Result<Page<BlobRecord>, StoreError> {
        self.run(async |connection| blobs::list(connection, after, limit).await).await
    }

    async fn versions_without_blobs(&self) -> Result<Vec<(NamespaceName, ModelName, Version)>, StoreError> {
        self.run_for(LONG_PATIENCE, blobs::missing).await
    }

    async fn answer(&self, key: &IdempotencyKey) -> Result<Option<StoredAnswer>, StoreError> {
        self.run(async |connection| answers::find(connection, key).await).await
    }

    async fn store_answer(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StoreError> {
        self.run(async |connection| answers::store(connection, key, answer).await).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.run(async |connection| connection.ping().await.map_err(database)).await
    }
}
