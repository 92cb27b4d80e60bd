//! The suite is worth what it finds: engines with one known fault each must fail it, in the right places.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::{Line, Version};
use registry_store::access::Reader;
use registry_store::conformance::{Database, Engine, Failure, run_those};
use registry_store::rows::{
    BlobRecord, EventRecord, FileRecord, IdempotencyKey, Model, ModelSnapshot, Namespace, Page, Standing, StoredAnswer,
    StoredContract, VersionDocuments,
};
use registry_store::{Change, Guard, Metadata, StoreError};
use uuid::Uuid;

use crate::engine;

#[path = "faulty_access.rs"]
mod faulty_access;
#[path = "faulty_uploads.rs"]
mod faulty_uploads;

/// What is wrong with an engine.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    /// It takes the revision that is there for the one that the change was decided on.
    NoGuard,
    /// It commits one write at a time.
    NotAtomic,
    /// It commits the change and stores the answer afterwards, as if nothing had been committed.
    LateAnswer,
    /// It says that nothing follows a page.
    OnePage,
    /// It reads a snapshot and its channels at two moments.
    TornSnapshot,
    /// It does not tell that the namespace of a model has changed.
    BlindStanding,
    /// It gives a claim to whoever asks.
    SharedClaims,
    /// It shows everyone what is private.
    OpenDoors,
}

#[derive(Debug)]
struct Faulty {
    store: Arc<dyn Metadata>,
    fault: Fault,
}

impl Faulty {
    fn door<'a>(&self, reader: Reader<'a>) -> Reader<'a> {
        if self.fault == Fault::OpenDoors { Reader::Administrator } else { reader }
    }

    /// The guard as it would have to be now.
    async fn present(&self, guard: Guard) -> Guard {
        let Guard::Model { id, .. } = guard else { return guard };
        let models = self.store.search(Reader::Administrator, "", None, 10_000).await.unwrap().rows;
        models.iter().find(|model| model.id == id).map_or(guard, Model::guard)
    }

    async fn commit_singly(&self, change: Change) -> Result<(), StoreError> {
        let Change { guard, stamp, at, writes, events, answer } = change;
        let raise = Change { guard, stamp, at, writes: Vec::new(), events: Vec::new(), answer: None };
        self.store.commit(raise.clone()).await?;
        for write in writes {
            let guard = self.present(guard).await;
            self.store.commit(Change { guard, writes: vec![write], ..raise.clone() }).await?;
        }
        self.store.commit(Change { guard: Guard::Names, events, answer, ..raise }).await
    }

    fn cut<T>(&self, page: Page<T>) -> Page<T> {
        Page { more: page.more && self.fault != Fault::OnePage, ..page }
    }
}

#[async_trait]
impl Metadata for Faulty {
    fn engine(&self) -> &'static str {
        self.store.engine()
    }

    async fn commit(&self, mut change: Change) -> Result<(), StoreError> {
        match self.fault {
            Fault::NoGuard => {
                change.guard = self.present(change.guard).await;
                self.store.commit(change).await
            }
            Fault::NotAtomic => self.commit_singly(change).await,
            Fault::LateAnswer => {
                let answer = change.answer.take();
                self.store.commit(change).await?;
                match answer {
                    Some((key, answer)) => self.store.store_answer(&key, &answer).await,
                    None => Ok(()),
                }
            }
            Fault::OnePage | Fault::TornSnapshot | Fault::BlindStanding | Fault::SharedClaims | Fault::OpenDoors => {
                self.store.commit(change).await
            }
        }
    }

    async fn snapshot(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
    ) -> Result<Option<ModelSnapshot>, StoreError> {
        let first = self.store.snapshot(namespace, model).await?;
        if self.fault != Fault::TornSnapshot {
            return Ok(first);
        }
        let second = self.store.snapshot(namespace, model).await?;
        Ok(first.zip(second).map(|(first, second)| ModelSnapshot { channels: second.channels, ..first }))
    }

    async fn standing(&self, namespace: &NamespaceName, model: &ModelName) -> Result<Option<Standing>, StoreError> {
        let standing = self.store.standing(namespace, model).await?;
        let blind = self.fault == Fault::BlindStanding;
        Ok(standing.map(|standing| if blind { Standing { namespace_revision: 1, ..standing } } else { standing }))
    }

    async fn contracts(&self, digests: &[Digest]) -> Result<Vec<StoredContract>, StoreError> {
        self.store.contracts(digests).await
    }

    async fn namespaces(
        &self,
        reader: Reader<'_>,
        after: Option<&NamespaceName>,
        limit: u32,
    ) -> Result<Page<Namespace>, StoreError> {
        self.store.namespaces(self.door(reader), after, limit).await.map(|page| self.cut(page))
    }

    async fn models(
        &self,
        namespace: &NamespaceName,
        after: Option<&ModelName>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        self.store.models(namespace, after, limit).await.map(|page| self.cut(page))
    }

    async fn events(&self, namespace: &NamespaceName, after: u64, limit: u32) -> Result<Page<EventRecord>, StoreError> {
        self.store.events(namespace, after, limit).await.map(|page| self.cut(page))
    }

    async fn last_event(&self, namespace: &NamespaceName) -> Result<Option<u64>, StoreError> {
        self.store.last_event(namespace).await
    }

    async fn blobs(&self, after: Option<&BlobRecord>, limit: u32) -> Result<Page<BlobRecord>, StoreError> {
        self.store.blobs(after, limit).await.map(|page| self.cut(page))
    }

    async fn search(
        &self,
        reader: Reader<'_>,
        text: &str,
        after: Option<(&NamespaceName, &ModelName)>,
        limit: u32,
    ) -> Result<Page<Model>, StoreError> {
        self.store.search(self.door(reader), text, after, limit).await.map(|page| self.cut(page))
    }

    async fn now(&self) -> Result<Timestamp, StoreError> {
        self.store.now().await
    }

    async fn namespace(&self, name: &NamespaceName) -> Result<Option<Namespace>, StoreError> {
        self.store.namespace(name).await
    }

    async fn model(&self, namespace: &NamespaceName, name: &ModelName) -> Result<Option<Model>, StoreError> {
        self.store.model(namespace, name).await
    }

    async fn documents(&self, version: Uuid) -> Result<Option<VersionDocuments>, StoreError> {
        self.store.documents(version).await
    }

    async fn files(&self, version: Uuid) -> Result<Vec<FileRecord>, StoreError> {
        self.store.files(version).await
    }

    async fn record_blob(&self, blob: &BlobRecord) -> Result<(), StoreError> {
        self.store.record_blob(blob).await
    }

    async fn blob(
        &self,
        namespace: &NamespaceName,
        model: &ModelName,
        line: Line,
        sha256: Digest,
    ) -> Result<Option<BlobRecord>, StoreError> {
        self.store.blob(namespace, model, line, sha256).await
    }

    async fn mark_blob(&self, blob: &BlobRecord, is_damaged: bool) -> Result<(), StoreError> {
        self.store.mark_blob(blob, is_damaged).await
    }

    async fn bytes_of_namespace(
        &self,
        namespace: &NamespaceName,
        except: Option<&BlobRecord>,
    ) -> Result<u64, StoreError> {
        self.store.bytes_of_namespace(namespace, except).await
    }

    async fn damaged_blobs(&self) -> Result<Vec<BlobRecord>, StoreError> {
        self.store.damaged_blobs().await
    }

    async fn files_of_blob(&self, blob: &BlobRecord) -> Result<Vec<(Version, FilePath)>, StoreError> {
        self.store.files_of_blob(blob).await
    }

    async fn versions_without_blobs(&self) -> Result<Vec<(NamespaceName, ModelName, Version)>, StoreError> {
        self.store.versions_without_blobs().await
    }

    async fn answer(&self, key: &IdempotencyKey) -> Result<Option<StoredAnswer>, StoreError> {
        self.store.answer(key).await
    }

    async fn store_answer(&self, key: &IdempotencyKey, answer: &StoredAnswer) -> Result<(), StoreError> {
        self.store.store_answer(key, answer).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.store.ping().await
    }
}

struct FaultyEngine<E> {
    engine: E,
    fault: Fault,
}

struct FaultyDatabase {
    database: Box<dyn Database>,
    fault: Fault,
}

#[async_trait]
impl<E: Engine> Engine for FaultyEngine<E> {
    async fn create(&self) -> Result<Box<dyn Database>, Failure> {
        Ok(Box::new(FaultyDatabase { database: self.engine.create().await?, fault: self.fault }))
    }
}

#[async_trait]
impl Database for FaultyDatabase {
    async fn open(&self) -> Result<Arc<dyn Metadata>, Failure> {
        Ok(Arc::new(Faulty { store: self.database.open().await?, fault: self.fault }))
    }

    fn survives_closing(&self) -> bool {
        self.database.survives_closing()
    }

    async fn run_sql(&self, statement: &'static str) -> Option<Result<(), String>> {
        self.database.run_sql(statement).await
    }
}

async fn assert_found(fault: Fault, sentences: &[&str]) {
    let Some(engine) = engine() else { return };
    let failed = run_those(&FaultyEngine { engine, fault }, |sentence| sentences.contains(&sentence)).await;
    let failed: Vec<_> = failed.iter().map(|failed| failed.sentence).collect();
    for sentence in sentences {
        assert!(failed.contains(sentence), "{fault:?} passed `{sentence}`; failed were {failed:#?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_without_the_guard_is_found() {
    let stale = "a stale revision is refused, whatever the change";
    assert_found(Fault::NoGuard, &[stale, "a revision that was never reached is refused"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_commits_piecemeal_is_found() {
    let nothing = "a change whose last write fails leaves nothing";
    assert_found(Fault::NotAtomic, &[nothing, "a commit raises the revision of its model by one"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_stores_answers_late_is_found() {
    assert_found(Fault::LateAnswer, &["a change whose key has an answer is not made again"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_ends_lists_early_is_found() {
    let lists = ["namespaces", "models", "events", "blobs"];
    let sentences = lists.map(|list| format!("pages of {list} have no gaps and no repeats"));
    let mut sentences: Vec<_> = sentences.iter().map(String::as_str).collect();
    sentences.push("the search finds parts of names, in pages");
    assert_found(Fault::OnePage, &sentences).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_with_torn_snapshots_is_found() {
    assert_found(Fault::TornSnapshot, &["a snapshot is of one moment while writers write"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_hides_changes_of_a_namespace_is_found() {
    assert_found(Fault::BlindStanding, &["where a model stands tells whether a snapshot is the newest"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_gives_one_claim_to_many_is_found() {
    assert_found(Fault::SharedClaims, &["an upload is claimed by one, and rests while it is"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_engine_that_shows_what_is_private_is_found() {
    assert_found(Fault::OpenDoors, &["readers see what they may know of"]).await;
}
