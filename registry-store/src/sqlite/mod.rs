//! The SQLite engine: one file beside the server, and nothing to operate.
//!
//! One connection writes, a few read. Readers do not wait for the writer, nor it for them: the log is written ahead
//! (WAL). `synchronous = FULL` makes a commit durable before it is answered. Writers take their turns in this process,
//! in the order in which they came; another process that writes is waited for, for five seconds.

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
mod snapshot;
mod tokens;
mod uploads;
mod versions;
mod writer;

use std::path::Path;

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::{Line, Version};
use sqlx::pool::PoolConnection;
use sqlx::{SqliteConnection, SqlitePool};
use uuid::Uuid;

pub use self::connect::OpenError;
use self::errors::database;
use self::writer::Writer;
use crate::access::Reader;
use crate::change::Change;
use crate::error::StoreError;
use crate::metadata::Metadata;
use crate::rows::{
    BlobRecord, EventRecord, FileRecord, IdempotencyKey, Model, ModelSnapshot, Namespace, Page, Standing, StoredAnswer,
    StoredContract, VersionDocuments,
};

/// The metadata in a SQLite database.
#[derive(Debug)]
pub struct SqliteStore {
    writer: Writer,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the database at `path` and brings its tables up to date. Makes it, readable by its owner alone, and the
    /// folder it stands in, when they are not there.
    ///
    /// # Errors
    /// When the file cannot be made or opened, or when a newer version of the registry has written it.
    pub async fn open(path: &Path) -> Result<Self, OpenError> {
        connect::prepare_file(path)?;
        Self::connect(connect::file(path)).await
    }

    /// Opens a new database in memory, which goes away with the store. For tests: a commit waits for the reads under
    /// way, and nothing survives.
    ///
    /// # Errors
    /// When there is no memory.
    pub async fn open_in_memory() -> Result<Self, OpenError> {
        Self::connect(connect::memory(Uuid::new_v4())).await
    }

    async fn connect(options: sqlx::sqlite::SqliteConnectOptions) -> Result<Self, OpenError> {
        let connection = connect::writer(&options).await?;
        let readers = connect::readers(&options).await?;
        Ok(Self { writer: Writer::new(options, connection), readers })
    }

    /// Closes the database once reads and commits under way have ended. Dropping the store is just as safe, but does
    /// not wait.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Runs `work` in a transaction, which is committed when it succeeds.
    async fn write<T>(
        &self,
        work: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut lease = self.writer.lease().await?;
        let mut transaction = lease.begin().await?;
        let done = work(&mut transaction).await?;
        transaction.commit().await.map_err(database)?;
        lease.give_back();
        Ok(done)
    }

    async fn reader(&self) -> Result<PoolConnection<sqlx::Sqlite>, StoreError> {
        self.readers.acquire().await.map_err(database)
    }
}

#[async_trait]
impl Metadata for SqliteStore {
    fn engine(&self) -> &'static str {
        "sqlite"
    }

    async fn now(&self) -> Result<Timestamp, StoreError> {
        commit::now(&mut *self.reader().await?).await
    }

    async fn commit(&self, change: Change) -> Result<(), StoreError> {
        let mut lease = self.writer.lease().await?;
        let mut transaction = lease.begin().await?;
        let outcome = commit::apply(&mut transaction, &change).await;
        let ended = match outcome {
            Ok(()) => transaction.commit().await,
            Err(_) => transaction.rollback().await,
        };
        match ended {
            Ok(()) => {
                lease.give_back();
                outcome
            }
            // What failed first is the reason; the connection is in an unknown state and is not used again.
            Err(error) => outcome.and(Err(database(error))),
        }
    }

    async fn snapshot(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
    ) -> Result<Option<ModelSnapshot>, StoreError> {
        // A deferred transaction: its first read fixes the moment that all of them see.
        let mut transaction = self.readers.begin().await.map_err(database)?;
        let snapshot = snapshot::read(&mut transaction, namespace, model).await?;
        transaction.commit().await.map_err(database)?;
        Ok(snapshot)
    }

    async fn standing(&self, namespace: &NamespaceName, model: &ModelName) -> Result<Option<Standing>, StoreError> {
        snapshot::standing(&mut *self.reader().await?, namespace, model).await
    }

    async fn contracts(&self, digests: &[Digest]) -> Result<Vec<StoredContract>, StoreError> {
        versions::contracts(&mut *self.reader().await?, digests).await
    }

    async fn namespace(&self, name: &NamespaceName) -> Result<Option<Namespace>, StoreError> {
        namespaces::find(&mut *self.reader().await?, name).await
    }

    async fn namespaces(
        &self,
        reader: Reader<'_>,
        after: Option<&NamespaceName>,
        limit: u32,
    ) -> Result<Page<Namespace>, StoreError> {
        namespaces::list(&mut *self.reader().await?, reader, after, limit).await
    }

    async fn model(&self, namespace: &NamespaceName, name: &ModelName) -> Result<Option<Model>, StoreError> {
        models::find(&mut *self.reader().await?, namespace, name).await
    }

    async fn models(
        &self,
        namespace: &NamespaceName,
        after: Option<&ModelName>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        models::list(&mut *self.reader().await?, namespace, after, limit).await
    }

    async fn search(
        &self,
        reader: Reader<'_>,
        text: &str,
        after: Option<(&NamespaceName, &ModelName)>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        models::search(&mut *self.reader().await?, reader, text, after, limit).await
    }

    async fn documents(&self, version: Uuid) -> Result<Option<VersionDocuments>, StoreError> {
        versions::documents(&mut *self.reader().await?, version).await
    }

    async fn files(&self, version: Uuid) -> Result<Vec<FileRecord>, StoreError> {
        versions::files(&mut *self.reader().await?, version).await
    }

    async fn events(&self, namespace: &NamespaceName, after: u64, limit: u32) -> Result<Page<EventRecord>, StoreError> {
        events::list(&mut *self.reader().await?, namespace, after, limit).await
    }

    async fn last_event(&self, namespace: &NamespaceName) -> Result<Option<u64>, StoreError> {
        events::last(&mut *self.reader().await?, namespace).await
    }

    async fn record_blob(&self, blob: &BlobRecord) -> Result<(), StoreError> {
        let mut lease = self.writer.lease().await?;
        blobs::record(lease.connection(), blob).await?;
        lease.give_back();
        Ok(())
    }

    async fn blob(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
        line: Line,
        sha256: Digest,
    ) -> Result<Option<BlobRecord>, StoreError> {
        blobs::find(&mut *self.reader().await?, namespace, model, line, sha256).await
    }

    async fn mark_blob(&self, blob: &BlobRecord, is_damaged: bool) -> Result<(), StoreError> {
        let mut lease = self.writer.lease().await?;
        blobs::mark(lease.connection(), blob, is_damaged).await?;
        lease.give_back();
        Ok(())
    }

    async fn bytes_of_namespace(
        &self,
        namespace: &NamespaceName,
        except: Option<&BlobRecord>,
    ) -> Result<u64, StoreError> {
        blobs::bytes(&mut *self.reader().await?, namespace, except).await
    }

    async fn damaged_blobs(&self) -> Result<Vec<BlobRecord>, StoreError> {
        blobs::damaged(&mut *self.reader().await?).await
    }

    async fn files_of_blob(&self, blob: &BlobRecord) -> Result<Vec<(Version, FilePath)>, StoreError> {
        blobs::users(&mut *self.reader().await?, blob).await
    }

    async fn blobs(&self, after: Option<&BlobRecord>, limit: u32) -> Result<Page<BlobRecord>, StoreError> {
        blobs::list(&mut *self.reader().await?, after, limit).await
    }

    async fn versions_without_blobs(&self) -> Result<Vec<(NamespaceName, ModelName, Version)>, StoreError> {
        blobs::missing(&mut *self.reader().await?).await
    }

    async fn answer(&self, key: &IdempotencyKey) -> Result<Option<StoredAnswer>, StoreError> {
        answers::find(&mut *self.reader().await?, key).await
    }

    async fn store_answer(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StoreError> {
        let mut lease = self.writer.lease().await?;
        answers::store(lease.connection(), key, answer).await?;
        lease.give_back();
        Ok(())
    }

    async fn ping(&self) -> Result<(), StoreError> {
        commit::now(&mut *self.reader().await?).await.map(drop)
    }
}
