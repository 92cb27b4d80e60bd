//! Fsck: do the rows of the registry and its bytes say the same?

use std::collections::BTreeSet;

use futures_util::StreamExt as _;
use registry_store::BlobError;
use registry_store::access::Reader;
use registry_store::blobs::{BlobKey, BlobPrefix, Listed};
use registry_store::rows::BlobRecord;

use super::contract::blob_key;
use super::{Failure, ModelRef, Registry};
use crate::api::admin::{AffectedFile, FsckReport};

/// How many rows are read at a time.
const PAGE: u32 = 500;

/// What is wrong with a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Missing,
    WrongSize,
    WrongDigest,
    Unreadable,
}

/// Checks rows against bytes, and bytes against rows. A deep check reads every byte, and marks what is damaged, so that
/// it is asked for when somebody sends it again.
pub(crate) async fn fsck(registry: &Registry, deep: bool) -> Result<FsckReport, Failure> {
    let mut report = FsckReport::default();
    let damaged: BTreeSet<BlobRecord> = registry.store.damaged_blobs().await?.into_iter().collect();
    check_blobs(registry, (deep, &damaged), &mut report).await?;
    check_versions(registry, &mut report).await?;
    find_orphans(registry, &mut report).await?;
    look_through_staging(registry, &mut report).await?;
    let FsckReport { missing, wrong_size, wrong_digest, unreadable, .. } = &report;
    let is_clean = [missing, wrong_size, wrong_digest, unreadable].iter().all(|faults| faults.is_empty());
    report.clean = is_clean;
    Ok(report)
}

async fn check_blobs(
    registry: &Registry,
    (deep, damaged): (bool, &BTreeSet<BlobRecord>),
    report: &mut FsckReport,
) -> Result<(), Failure> {
    let mut after: Option<BlobRecord> = None;
    loop {
        let page = registry.store.blobs(after.as_ref(), PAGE).await?;
        for blob in &page.rows {
            report.checked_blobs += 1;
            if let Some(fault) = fault_of(registry, blob, deep, damaged.contains(blob)).await? {
                tell(registry, blob, fault, report).await?;
            }
        }
        after = page.rows.into_iter().next_back();
        if !page.more || after.is_none() {
            return Ok(());
        }
    }
}

async fn fault_of(
    registry: &Registry,
    blob: &BlobRecord,
    deep: bool,
    is_marked: bool,
) -> Result<Option<Fault>, Failure> {
    let found = match look_at(registry, blob, deep).await {
        Err(BlobError::Unavailable { .. }) => {
            // Where the store takes writes, it is this blob that cannot be read, and the others are still to be checked.
            registry.blobs.ping().await?;
            Some(Fault::Unreadable)
        }
        found => found?,
    };
    match found {
        None if !deep => return Ok(is_marked.then_some(Fault::WrongDigest)),
        None | Some(Fault::WrongDigest | Fault::Unreadable) if found.is_some() != is_marked => {
            registry.store.mark_blob(blob, found.is_some()).await?;
        }
        _ => {}
    }
    Ok(found)
}

/// What is wrong with the bytes themselves.
async fn look_at(registry: &Registry, blob: &BlobRecord, deep: bool) -> Result<Option<Fault>, BlobError> {
    let key = key_of(blob);
    match registry.blobs.head(&key).await? {
        None => return Ok(Some(Fault::Missing)),
        Some(size) if size != blob.size => return Ok(Some(Fault::WrongSize)),
        Some(_) if !deep => return Ok(None),
        Some(_) => {}
    }
    match registry.blobs.verify(&key).await {
        Ok(_) => Ok(None),
        Err(BlobError::WrongDigest { .. }) => Ok(Some(Fault::WrongDigest)),
        Err(BlobError::Truncated { .. }) => Ok(Some(Fault::WrongSize)),
        Err(BlobError::NotFound(_)) => Ok(Some(Fault::Missing)),
        Err(error) => Err(error),
    }
}

/// Puts a fault into the report, with the files that it is in.
async fn tell(registry: &Registry, blob: &BlobRecord, fault: Fault, report: &mut FsckReport) -> Result<(), Failure> {
    let key = key_of(blob).to_string();
    for (version, path) in registry.store.files_of_blob(blob).await? {
        let version = format!("{}/{}@{version}", blob.namespace, blob.model);
        report.affected.push(AffectedFile { version, path, blob: key.clone() });
    }
    let list = match fault {
        Fault::Missing => &mut report.missing,
        Fault::WrongSize => &mut report.wrong_size,
        Fault::WrongDigest => &mut report.wrong_digest,
        Fault::Unreadable => &mut report.unreadable,
    };
    list.push(key);
    Ok(())
}

fn key_of(blob: &BlobRecord) -> BlobKey {
    blob_key(ModelRef { namespace: &blob.namespace, model: &blob.model }, blob.line, blob.sha256)
}

async fn check_versions(registry: &Registry, report: &mut FsckReport) -> Result<(), Failure> {
    for (namespace, model, version) in registry.store.versions_without_blobs().await? {
        report.missing.push(format!("{namespace}/{model}@{version}"));
    }
    let mut after = None;
    loop {
        let page = registry.store.namespaces(Reader::Administrator, after.as_ref(), PAGE).await?;
        for namespace in &page.rows {
            report.checked_versions += versions_in(registry, &namespace.name).await?;
        }
        after = page.rows.into_iter().next_back().map(|namespace| namespace.name);
        if !page.more || after.is_none() {
            return Ok(());
        }
    }
}

async fn versions_in(registry: &Registry, namespace: &registry_core::name::NamespaceName) -> Result<u64, Failure> {
    let (mut versions, mut after) = (0, None);
    loop {
        let page = registry.store.models(namespace, after.as_ref(), PAGE).await?;
        for model in &page.rows {
            let snapshot = registry.store.snapshot(namespace, &model.name).await?;
            let count = snapshot.map_or(0, |snapshot| snapshot.versions.len());
            versions += u64::try_from(count).unwrap_or(u64::MAX);
        }
        after = page.rows.into_iter().next_back().map(|model| model.name);
        if !page.more || after.is_none() {
            return Ok(versions);
        }
    }
}

async fn find_orphans(registry: &Registry, report: &mut FsckReport) -> Result<(), Failure> {
    let damaged: Vec<BlobKey> = registry.store.damaged_blobs().await?.iter().map(key_of).collect();
    let mut objects = registry.blobs.list(&BlobPrefix::Everything);
    while let Some(object) = objects.next().await {
        match object {
            // What cannot be read may break the listing as well; it is told of already.
            Err(BlobError::Unavailable { .. }) if !report.unreadable.is_empty() => {}
            Err(error) => return Err(error.into()),
            Ok(Listed::Stranger { path, .. }) => report.orphans.push(path),
            Ok(Listed::Blob { key, .. }) => {
                let recorded = registry.store.blob(&key.namespace, &key.model, key.line, key.sha256).await?;
                if recorded.is_none() && !damaged.contains(&key) {
                    report.orphans.push(key.to_string());
                }
            }
        }
    }
    Ok(())
}

async fn look_through_staging(registry: &Registry, report: &mut FsckReport) -> Result<(), Failure> {
    // The bytes first: what begins meanwhile is an upload, and no leftover.
    let staged = registry.blobs.leftovers().await?;
    let open = registry.store.open_sessions().await?;
    // The store may need more than the name to find a session; the name comes first.
    let names: BTreeSet<&str> = open.iter().filter_map(|session| session.split('/').next()).collect();
    report.open_uploads = u64::try_from(open.len()).unwrap_or(u64::MAX);
    let unknown = staged.into_iter().filter(|(name, _)| !names.contains(name.as_str()));
    report.leftovers = unknown.map(|(name, size)| format!("{name}, {size} bytes")).collect();
    Ok(())
}
