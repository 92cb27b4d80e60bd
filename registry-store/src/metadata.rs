//! The metadata port. It holds no policy and hands out no transaction: a decision is made on a snapshot by a pure
//! function, and the store applies the resulting [`Change`] if the snapshot still holds.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::{Line, Version};
use uuid::Uuid;

use crate::access::{Access, Reader};
use crate::change::Change;
use crate::error::StoreError;
use crate::rows::{
    BlobRecord, EventRecord, FileRecord, IdempotencyKey, Model, ModelSnapshot, Namespace, Page, Standing, StoredAnswer,
    StoredContract, VersionDocuments,
};
use crate::uploads::Uploads;

/// Everything that the registry knows beside the bytes.
///
/// Guarantees of every engine, held by the conformance suite:
///
/// - **Atomic.** A change is written whole or not at all, its events with it. What a call has answered survives a kill of
///   the process and of the database.
/// - **Guarded.** A change is applied only when its guard still holds. Of two changes decided on the same revision of a
///   model, one is applied and the other gets [`StoreError::Conflict`]. A revision that is given out a second time, because
///   the database has forgotten the first, has another stamp.
/// - **Covered.** Every write of a change belongs to the guarded row, or to a row that the change inserts itself; anything
///   else is refused.
/// - **Unique.** Names, version numbers without build metadata, ordinals and channel revisions are unique; a violation is a
///   conflict, never an overwrite.
/// - **Once.** A change whose idempotency key has an answer already is a conflict: of retries that come together, one has
///   an effect.
/// - **Backed.** A version is inserted only when each of its files names a blob that is recorded, in its line and with its
///   size.
/// - **Append-only.** Versions, channel revisions and events are never changed; the database itself refuses it.
/// - **Ordered.** Events of one namespace, and revisions of one channel, are numbered 1, 2, 3… without gaps, in the order
///   in which they were committed. Times come from the database and order nothing.
/// - **Consistent reads.** A snapshot is read in one transaction. A read that starts after a commit was answered sees it.
/// - Look-ups answer `None` for what is not there; what that means is the caller's to say.
#[async_trait]
pub trait Metadata: Uploads + Access {
    /// The name of the engine: `sqlite` or `postgres`.
    fn engine(&self) -> &'static str;

    /// The time of the database, never before the last one that it has stored. Servers have clocks of their own, which may
    /// differ; rows carry this one.
    async fn now(&self) -> Result<Timestamp, StoreError>;

    /// Applies a change; every row that it writes gets the time `change.at`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the guard no longer holds or a name is taken; nothing was written then.
    async fn commit(&self, change: Change) -> Result<(), StoreError>;

    /// Everything of one model that a decision needs.
    async fn snapshot(&self, namespace: &NamespaceName, model: &ModelName)
    -> Result<Option<ModelSnapshot>, StoreError>;

    /// Where a model stands, in one trip: a snapshot with the same stamps is what [`Metadata::snapshot`] would answer.
    async fn standing(&self, namespace: &NamespaceName, model: &ModelName) -> Result<Option<Standing>, StoreError>;

    /// The contracts with these digests, in any order. One that is not stored is left out.
    async fn contracts(&self, digests: &[Digest]) -> Result<Vec<StoredContract>, StoreError>;

    /// One namespace.
    async fn namespace(&self, name: &NamespaceName) -> Result<Option<Namespace>, StoreError>;

    /// The namespaces that `reader` may know of by name, after `after`.
    async fn namespaces(
        &self,
        reader: Reader<'_>,
        after: Option<&NamespaceName>,
        limit: u32,
    ) -> Result<Page<Namespace>, StoreError>;

    /// One model, without its versions.
    async fn model(&self, namespace: &NamespaceName, name: &ModelName) -> Result<Option<Model>, StoreError>;

    /// Models of a namespace by name, after `after`.
    async fn models(
        &self,
        namespace: &NamespaceName,
        after: Option<&ModelName>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError>;

    /// Models whose `namespace/name` contains `text`, in any case, in namespaces that `reader` may know of, in the order of
    /// namespace and name, after `after`.
    async fn search(
        &self,
        reader: Reader<'_>,
        text: &str,
        after: Option<(&NamespaceName, &ModelName)>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError>;

    /// The documents of a version.
    async fn documents(&self, version: Uuid) -> Result<Option<VersionDocuments>, StoreError>;

    /// The files of a version, by path.
    async fn files(&self, version: Uuid) -> Result<Vec<FileRecord>, StoreError>;

    /// Events of a namespace after a sequence number, oldest first.
    async fn events(&self, namespace: &NamespaceName, after: u64, limit: u32) -> Result<Page<EventRecord>, StoreError>;

    /// The number of the newest event of a namespace, 0 where there is none. None when there is no such namespace.
    async fn last_event(&self, namespace: &NamespaceName) -> Result<Option<u64>, StoreError>;

    /// Records that the bytes of a blob are stored and verified. Recording it again is no error, and takes a mark off.
    async fn record_blob(&self, blob: &BlobRecord) -> Result<(), StoreError>;

    /// A recorded blob of a model, in one line. None, too, when it is marked as damaged.
    async fn blob(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
        line: Line,
        sha256: Digest,
    ) -> Result<Option<BlobRecord>, StoreError>;

    /// Marks a recorded blob as damaged, or takes the mark off. One that is not there is no error.
    async fn mark_blob(&self, blob: &BlobRecord, is_damaged: bool) -> Result<(), StoreError>;

    /// The blobs that are marked as damaged, in the order of their storage keys.
    async fn damaged_blobs(&self) -> Result<Vec<BlobRecord>, StoreError>;

    /// The bytes of all blobs of a namespace that are on record, damaged ones too, and of all parts of its uploads; without
    /// the parts of `except`, whoever asks whether the whole of that upload fits.
    async fn bytes_of_namespace(
        &self,
        namespace: &NamespaceName,
        except: Option<&BlobRecord>,
    ) -> Result<u64, StoreError>;

    /// The files of versions that name a blob: in the order of the versions, then by path.
    async fn files_of_blob(&self, blob: &BlobRecord) -> Result<Vec<(Version, FilePath)>, StoreError>;

    /// Recorded blobs of the whole registry, damaged or not, in the order of their storage keys, after `after`, for checks.
    async fn blobs(&self, after: Option<&BlobRecord>, limit: u32) -> Result<Page<BlobRecord>, StoreError>;

    /// Versions that name a blob that is not recorded (any more), for checks.
    async fn versions_without_blobs(&self) -> Result<Vec<(NamespaceName, ModelName, Version)>, StoreError>;

    /// The stored answer of an idempotency key that is not older than a day.
    async fn answer(&self, key: &IdempotencyKey) -> Result<Option<StoredAnswer>, StoreError>;

    /// Stores the answer of a request that committed nothing. A later answer to the same key does not replace it.
    async fn store_answer(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StoreError>;

    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;
}
