//! What was read lately. Nothing here is believed on its own: a view of a model is used only while the database says that
//! the model stands where it stood, and everything else is named by what it holds and never changes. So a server may
//! keep as much or as little as it likes, beside any number of others.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use registry_core::digest::Digest;
use registry_core::hazard::Hazard;
use registry_core::resolve::VersionIndex;
use registry_formats::Extraction;
use registry_store::Change;
use registry_store::rows::{Channel, FileRecord, ModelSnapshot, Standing, StoredContract, VersionRecord};
use uuid::Uuid;

use super::resolve;

/// The most bytes that views of models take, and contracts, about.
const VIEW_BYTES: u64 = 64 << 20;
const CONTRACT_BYTES: u64 = 32 << 20;
const FILE_BYTES: u64 = 8 << 20;

/// How many readings of files are kept. One can hold a vocabulary of some MiB, so they are few: enough for the check and
/// the publish of a release, and for publishers that race.
const READINGS: usize = 32;

type Weighed<K, V> = quick_cache::sync::Cache<K, V, ByBytes>;

/// Everything that is kept.
#[derive(Debug)]
pub(crate) struct Cache {
    /// The newest view of a model that was read, by the id of the model.
    views: Weighed<Uuid, Arc<View>>,
    /// Contracts by their digests.
    contracts: Weighed<Digest, StoredContract>,
    /// The files of a version, by its id.
    files: Weighed<Uuid, Arc<[FileRecord]>>,
    /// What was read out of stored files, by the digest of what was read.
    readings: quick_cache::sync::Cache<Digest, Arc<Extraction>>,
    /// What was found unsafe in stored files, by the same.
    hazards: quick_cache::sync::Cache<Digest, Arc<[Hazard]>>,
}

/// A model at one moment, and what follows from that.
#[derive(Debug)]
pub(crate) struct View {
    snapshot: ModelSnapshot,
    index: OnceLock<VersionIndex>,
}

impl View {
    pub(crate) fn new(snapshot: ModelSnapshot) -> Self {
        Self { snapshot, index: OnceLock::new() }
    }

    /// The versions sorted for resolving; sorted when they are first asked for.
    pub(crate) fn index(&self) -> &VersionIndex {
        self.index.get_or_init(|| resolve::index(&self.snapshot))
    }

    fn is_newest(&self, standing: &Standing) -> bool {
        let ModelSnapshot { model, namespace_revision, namespace_stamp, .. } = &self.snapshot;
        let seen = (model.id, model.revision, model.stamp, *namespace_revision, *namespace_stamp);
        let Standing { model, revision, stamp, namespace_revision, namespace_stamp, now: _ } = *standing;
        seen == (model, revision, stamp, namespace_revision, namespace_stamp)
    }
}

impl Deref for View {
    type Target = ModelSnapshot;

    fn deref(&self) -> &ModelSnapshot {
        &self.snapshot
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self {
            views: weighed(VIEW_BYTES),
            contracts: weighed(CONTRACT_BYTES),
            files: weighed(FILE_BYTES),
            readings: quick_cache::sync::Cache::new(READINGS),
            hazards: quick_cache::sync::Cache::new(READINGS),
        }
    }
}

impl Cache {
    /// The view of the model that stands like this.
    pub(crate) fn view(&self, standing: &Standing) -> Option<Arc<View>> {
        self.views.get(&standing.model).filter(|view| view.is_newest(standing))
    }

    /// Keeps what was read of a model.
    pub(crate) fn keep_view(&self, snapshot: ModelSnapshot) -> Arc<View> {
        let view = Arc::new(View::new(snapshot));
        self.views.insert(view.model.id, Arc::clone(&view));
        view
    }

    /// What the model will be when this change, decided on the view that is kept, is committed.
    pub(crate) fn foretell(&self, change: &Change) -> Option<ModelSnapshot> {
        let registry_store::Guard::Model { id, .. } = change.guard else { return None };
        self.views.get(&id)?.after(change)
    }

    /// The contract with this digest.
    pub(crate) fn contract(&self, digest: Digest) -> Option<StoredContract> {
        self.contracts.get(&digest)
    }

    /// Keeps a contract.
    pub(crate) fn keep_contract(&self, contract: &StoredContract) {
        self.contracts.insert(contract.digest, contract.clone());
    }

    /// The files of a version.
    pub(crate) fn files(&self, version: Uuid) -> Option<Arc<[FileRecord]>> {
        self.files.get(&version)
    }

    /// Keeps the files of a version.
    pub(crate) fn keep_files(&self, version: Uuid, files: &Arc<[FileRecord]>) {
        self.files.insert(version, Arc::clone(files));
    }

    /// What was read out of these files.
    pub(crate) fn reading(&self, key: Digest) -> Option<Arc<Extraction>> {
        self.readings.get(&key)
    }

    /// What was found unsafe in these files.
    pub(crate) fn hazards(&self, key: Digest) -> Option<Arc<[Hazard]>> {
        self.hazards.get(&key)
    }

    /// Keeps what was found unsafe in files.
    pub(crate) fn keep_hazards(&self, key: Digest, hazards: &Arc<[Hazard]>) {
        self.hazards.insert(key, Arc::clone(hazards));
    }

    /// Keeps what was read out of files.
    pub(crate) fn keep_reading(&self, key: Digest, extraction: &Arc<Extraction>) {
        self.readings.insert(key, Arc::clone(extraction));
    }
}

fn weighed<K: Eq + std::hash::Hash, V: Clone + Weight>(bytes: u64) -> Weighed<K, V> {
    // Of few and large things; the estimate is only where the table begins.
    quick_cache::sync::Cache::with_weighter(64, bytes, ByBytes)
}

/// Weighs what is kept by the memory that it takes, about.
#[derive(Debug, Clone)]
struct ByBytes;

trait Weight {
    fn bytes(&self) -> usize;
}

impl<K, V: Weight> quick_cache::Weighter<K, V> for ByBytes {
    fn weight(&self, _key: &K, value: &V) -> u64 {
        u64::try_from(value.bytes()).unwrap_or(u64::MAX >> 8).max(1)
    }
}

/// What a row takes beside its texts: the struct itself, the allocations of its parts, its place in the index.
const ROW_BYTES: usize = 512;

impl Weight for Arc<View> {
    fn bytes(&self) -> usize {
        let version = |record: &VersionRecord| {
            let labels: usize = record.status.labels.iter().map(|(key, value)| key.len() + value.len() + 64).sum();
            let hazards: usize = record.hazards.iter().map(hazard_bytes).sum();
            ROW_BYTES + record.status.description.len() + labels + hazards
        };
        let channel = |channel: &Channel| ROW_BYTES * (1 + channel.history.len());
        ROW_BYTES + self.versions.iter().map(version).sum::<usize>() + self.channels.iter().map(channel).sum::<usize>()
    }
}

fn hazard_bytes(hazard: &Hazard) -> usize {
    let imports: usize = hazard.imports.iter().map(|import| import.len() + 24).sum();
    80 + hazard.path.len() + hazard.reason.len() + imports
}

impl Weight for StoredContract {
    /// In memory a contract takes a few times its document.
    fn bytes(&self) -> usize {
        usize::try_from(self.size).unwrap_or(usize::MAX >> 8).saturating_mul(4)
    }
}

impl Weight for Arc<[FileRecord]> {
    fn bytes(&self) -> usize {
        64 + self.iter().map(|file| 160 + file.path.as_str().len() + file.media_type.len()).sum::<usize>()
    }
}
