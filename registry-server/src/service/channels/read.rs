//! Reading channels and their histories.

use std::sync::Arc;

use jiff::Timestamp;
use registry_core::name::{ChannelName, ModelName, NamespaceName};
use registry_store::rows::{Page, RevisionRecord};

use super::{Scene, unreadable};
use crate::api;
use crate::api::channel::ChannelPath;
use crate::service::{Failure, Registry};

/// The channels of a model by name, after `after`.
pub(crate) async fn channels(
    registry: &Registry,
    (namespace, model): (&NamespaceName, &ModelName),
    after: Option<&ChannelName>,
    limit: u32,
) -> Result<Page<api::channel::Channel>, Failure> {
    let snapshot = registry.snapshot(namespace, model).await?;
    let mut names: Vec<ChannelName> = snapshot.channels.iter().map(|channel| channel.name.clone()).collect();
    names.retain(|name| after.is_none_or(|after| name > after));
    names.sort();
    let more = cut(&mut names, limit);
    let mut rows = Vec::with_capacity(names.len());
    for channel in names {
        let scene = Scene::of(Arc::clone(&snapshot), &channel)?;
        rows.push(scene.describe(scene.head()));
    }
    Ok(Page { rows, more })
}

/// One channel as it is, or as it was at a time.
///
/// The history is ordered by its numbers; the times in it come from the database.
pub(crate) async fn channel(
    registry: &Registry,
    path: &ChannelPath,
    at: Option<Timestamp>,
) -> Result<api::channel::Channel, Failure> {
    let scene = Scene::existing(registry, path).await?;
    let happened = |record: &&RevisionRecord| at.is_none_or(|at| record.created_at <= at);
    let head = scene.channel.history.iter().filter(happened).max_by_key(|record| record.revision.seq);
    Ok(scene.describe(head))
}

/// The history of a channel, newest first, before the revision `before`.
pub(crate) async fn revisions(
    registry: &Registry,
    path: &ChannelPath,
    before: Option<u64>,
    limit: u32,
) -> Result<Page<api::channel::ChannelRevision>, Failure> {
    let scene = Scene::existing(registry, path).await?;
    let mut older: Vec<&RevisionRecord> = scene.channel.history.iter().collect();
    older.retain(|record| before.is_none_or(|before| record.revision.seq < before));
    older.sort_by_key(|record| std::cmp::Reverse(record.revision.seq));
    let more = cut(&mut older, limit);
    let rows = older.into_iter().map(|record| line(path, record)).collect::<Result<_, _>>()?;
    Ok(Page { rows, more })
}

/// Cuts a list to one page; whether more followed.
fn cut<T>(rows: &mut Vec<T>, limit: u32) -> bool {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    more
}

fn line(path: &ChannelPath, record: &RevisionRecord) -> Result<api::channel::ChannelRevision, Failure> {
    let RevisionRecord { revision, actor, reason, compat, created_at } = record.clone();
    let compat = compat.map(serde_json::from_value).transpose();
    Ok(api::channel::ChannelRevision {
        seq: revision.seq,
        kind: revision.kind,
        version: revision.version,
        undo_depth_seq: revision.undo_depth_seq,
        restored_seq: revision.restored_seq,
        direction: revision.direction,
        actor,
        reason,
        compat: compat.map_err(|error| unreadable("compat", &path.channel, &error))?,
        created_at,
    })
}
