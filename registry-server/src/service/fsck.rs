//! Fsck: do the rows of the registry and its bytes say the same?

use std::collections::BTreeSet;

use futures_util::StreamExt as _;
use registry_store::BlobError;
use registry_store::blobs::{BlobPrefix, Listed};
use registry_store::rows::BlobRecord;

use super::contract::blob_key;
use super::{Failure, ModelRef, Registry};
use crate::api::admin::FsckReport;

/// How many rows are read at a time.
const PAGE: u32 = 500;

/// Checks rows against bytes, and bytes against rows. A deep check reads every byte.
pub(crate) async fn fsck(registry: &Registry, deep: bool) -> Result<FsckReport, Failure> {
    let mut report = FsckReport::default();
    check_blobs(registry, deep, &mut report).await?;
    check_versions(registry, &mut report).await?;
    find_orphans(registry, &mut report).await?;
    look_through_staging(registry, &mut report).await?;
    let FsckReport { missing, wrong_size, wrong_digest, .. } = &report;
    report.clean = missing.is_empty() && wrong_size.is_empty() && wrong_digest.is_empty();
    Ok(report)
}

async fn check_blobs(registry: &Registry, deep: bool, report: &mut FsckReport) -> Result<(), Failure> {
    let mut after: Option<BlobRecord> = None;
    loop {
        let page = registry.store.blobs(after.as_ref(), PAGE).await?;
        for blob in &page.rows {
            report.checked_blobs += 1;
            check_blob(registry, blob, deep, report).await?;
        }
        after = page.rows.into_iter().next_back();
        if !page.more || after.is_none() {
            return Ok(());
        }
    }
}

async fn check_blob(
    registry: &Registry,
    blob: &BlobRecord,
    deep: bool,
    report: &mut FsckReport,
) -> Result<(), Failure> {
    let key = blob_key(ModelRef { namespace: &blob.namespace, model: &blob.model }, blob.line, blob.sha256);
    match registry.blobs.head(&key).await? {
        None => report.missing.push(key.to_string()),
        Some(size) if size != blob.size => report.wrong_size.push(key.to_string()),
        Some(_) if deep => match registry.blobs.verify(&key).await {
            Ok(_) => {}
            Err(BlobError::WrongDigest { .. }) => report.wrong_digest.push(key.to_string()),
            Err(BlobError::NotFound(_)) => report.missing.push(key.to_string()),
            Err(error) => return Err(error.into()),
        },
        Some(_) => {}
    }
    Ok(())
}

async fn check_versions(registry: &Registry, report: &mut FsckReport) -> Result<(), Failure> {
    for (namespace, model, version) in registry.store.versions_without_blobs().await? {
        report.missing.push(format!("{namespace}/{model}@{version}"));
    }
    let mut after = None;
    loop {
        let page = registry.store.namespaces(after.as_ref(), PAGE).await?;
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
    let mut objects = registry.blobs.list(&BlobPrefix::Everything);
    while let Some(object) = objects.next().await {
        match object? {
            Listed::Stranger { path, .. } => report.orphans.push(path),
            Listed::Blob { key, .. } => {
                let recorded = registry.store.blob(&key.namespace, &key.model, key.line, key.sha256).await?;
                if recorded.is_none() {
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
