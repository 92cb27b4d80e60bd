//! Room for new bytes: on the disks of this machine, and in the quota of a namespace.

use std::path::PathBuf;

use nix::sys::statvfs::statvfs;
use registry_core::name::NamespaceName;
use registry_store::rows::BlobRecord;

use super::{Code, Failure, ModelRef, Registry, View};

/// The disks that must not run full: SQLite and Postgres stop, or worse, when theirs does.
#[derive(Debug, Default)]
pub(crate) struct Disks {
    folders: Vec<PathBuf>,
    /// The bytes that stay free on each.
    least: u64,
}

impl Disks {
    pub(crate) fn new(folders: Vec<PathBuf>, least: u64) -> Self {
        Self { folders, least }
    }

    /// Whether so many bytes more leave enough free. A disk that does not say how much is free is not asked further.
    pub(crate) fn check(&self, adds: u64) -> Result<(), Failure> {
        if self.least == 0 {
            return Ok(());
        }
        let free = self.folders.iter().filter_map(|folder| {
            let disk = statvfs(folder).ok()?;
            Some(disk.blocks_available().saturating_mul(disk.fragment_size()))
        });
        let Some(free) = free.min().filter(|free| free.saturating_sub(adds) < self.least) else { return Ok(()) };
        let least = self.least;
        tracing::error!(free, least, adds, "the storage has too little space left for what is new");
        let detail = format!(
            "the storage has {free} bytes left, of which {least} stay free; nothing was changed. Free some space, or lower \
             `--min-free-space`"
        );
        Err(Failure::new(Code::StorageFull, detail))
    }
}

impl Registry {
    /// Whether a namespace may have `adds` bytes more, and the disks have room for the `lands` of them that come now. Parts
    /// that are on record are among the bytes that it has, but not those of `except`, whose whole is asked for. Uploads that
    /// end at the same moment may go beyond a quota by what they bring; then nothing is published until there is room again.
    ///
    /// # Errors
    /// 507 in the words of HTTP, as for the quotas of `WebDAV` (RFC 4331): it is not this one body that is too large.
    pub(crate) async fn room_for(
        &self,
        namespace: &NamespaceName,
        (adds, lands): (u64, u64),
        except: Option<&BlobRecord>,
    ) -> Result<(), Failure> {
        self.disks.check(lands)?;
        let quota = self.store.namespace(namespace).await?.and_then(|row| row.quota_bytes);
        self.within(namespace, quota, adds, except).await
    }

    /// Whether a new version may be published on a model: nothing more lands, but there must be room for what has landed.
    pub(crate) async fn room_to_publish(&self, model: ModelRef<'_>, view: Option<&View>) -> Result<(), Failure> {
        let Some(view) = view else { return self.room_for(model.namespace, (0, 0), None).await };
        self.disks.check(0)?;
        self.within(model.namespace, view.namespace_quota, 0, None).await
    }

    async fn within(
        &self,
        namespace: &NamespaceName,
        quota: Option<u64>,
        adds: u64,
        except: Option<&BlobRecord>,
    ) -> Result<(), Failure> {
        let Some(limit) = quota else { return Ok(()) };
        let used = self.store.bytes_of_namespace(namespace, except).await?;
        if used.saturating_add(adds) <= limit {
            return Ok(());
        }
        let detail = format!(
            "`{namespace}` uses {used} of the {limit} bytes that it may have, and this needs {adds} more; an administrator of \
             the registry can raise it with `registry namespace update {namespace} --quota BYTES`, and 0 is no limit"
        );
        let failure = Failure::new(Code::QuotaExceeded, detail).with_detail("used_bytes", used);
        Err(failure.with_detail("limit_bytes", limit).with_detail("needed_bytes", adds))
    }
}
