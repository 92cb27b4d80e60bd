//! Reading versions, and changing what people say about them.

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::channel::ChannelHistory;
use registry_core::manifest::FilePath;
use registry_core::model::VersionId;
use registry_core::name::ChannelName;
use registry_core::resolve::digest_rank;
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use registry_core::version::Version;
use registry_store::rows::{Channel, FileRecord, ModelSnapshot, VersionDocuments, VersionRecord, VersionStatus};
use registry_store::{StoreError, Write};
use serde_json::{Value, json};

use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, ModelRef, Outcome, Page, Registry, View, new_change, resolve};
use crate::api::version as wire;
use crate::api::version::VersionUpdate;

/// A page of the versions of a model, newest first, below the ordinal `before`.
pub(crate) async fn list(
    registry: &Registry,
    model: ModelRef<'_>,
    (state, before): (Option<VersionState>, Option<u64>),
    limit: u32,
) -> Result<Page<wire::Version>, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    let mut wanted: Vec<&VersionRecord> = snapshot.versions.iter().collect();
    wanted.retain(|record| {
        before.is_none_or(|before| record.ordinal < before) && state.is_none_or(|state| record.status.state == state)
    });
    wanted.sort_by_key(|record| std::cmp::Reverse(record.ordinal));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = wanted.len() > limit;
    wanted.truncate(limit);
    Ok(Page { rows: wanted.into_iter().map(|record| listed(model, record, &snapshot.channels)).collect(), more })
}

/// One version that a selector names, with its files and what it was judged as. What is switched off or gone is shown
/// too, when it is asked for by its number or digest: it is a record.
pub(crate) async fn show(
    registry: &Registry,
    model: ModelRef<'_>,
    selector: &Selector,
) -> Result<wire::Version, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    let record = named(&snapshot, selector)?;
    described(registry, &snapshot, &record.version).await
}

/// The documents of a version that a selector names.
pub(crate) async fn show_documents(
    registry: &Registry,
    model: ModelRef<'_>,
    selector: &Selector,
) -> Result<VersionDocuments, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    registry.documents(named(&snapshot, selector)?).await
}

/// The contract of a version that a selector names.
pub(crate) async fn show_contract(
    registry: &Registry,
    model: ModelRef<'_>,
    selector: &Selector,
) -> Result<Value, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    Ok(value_of(&registry.contract(named(&snapshot, selector)?).await?))
}

/// The files of a version that a selector names.
pub(crate) async fn show_files(
    registry: &Registry,
    model: ModelRef<'_>,
    selector: &Selector,
) -> Result<Vec<wire::File>, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    files(registry, named(&snapshot, selector)?).await
}

/// A file of a version that is served: not of one that is switched off or gone.
pub(crate) async fn served_file(
    registry: &Registry,
    model: ModelRef<'_>,
    (selector, path): (&Selector, &FilePath),
) -> Result<FileRecord, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    let version = resolve::served(&snapshot, selector)?;
    let record = find(&snapshot, &version)?;
    let files = registry.files(record).await?;
    files.iter().find(|file| file.path == *path).cloned().ok_or_else(|| {
        let detail = format!("`{model}@{version}` has no file `{path}`");
        Failure::new(Code::FileNotFound, detail)
    })
}

/// Changes description and labels, which are no part of the manifest.
pub(crate) async fn update(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    version: &Version,
    wanted: &VersionUpdate,
) -> Result<Answer, Failure> {
    registry.change(caller, |now| decide_update(registry, (caller, model), (version, wanted), now)).await
}

async fn decide_update(
    registry: &Registry,
    (caller, model): (&Caller, ModelRef<'_>),
    (version, wanted): (&Version, &VersionUpdate),
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    let record = find(&snapshot, version)?;
    let mut body = described(registry, &snapshot, version).await?;
    let mut status = record.status.clone();
    status.description = wanted.description.clone().unwrap_or(status.description);
    status.labels = wanted.labels.clone().unwrap_or(status.labels);
    if status == record.status {
        return Ok(Outcome::Nothing(Answer::ok(&body)));
    }
    let about = |status: &VersionStatus| json!({"description": status.description, "labels": status.labels});
    let event = Event {
        model: Some(model.model.clone()),
        version: Some(record.version.clone()),
        before: Some(about(&record.status)),
        after: Some(about(&status)),
        ..Event::about(EventKind::VersionUpdated, model.namespace)
    };
    body.description.clone_from(&status.description);
    body.labels.clone_from(&status.labels);
    let writes = vec![Write::SetVersionStatus { version: record.id, status }];
    let events = vec![event.by(caller, now)];
    Ok(Outcome::Commit(new_change(snapshot.model.guard(), now, writes, events), Answer::ok(&body)))
}

/// The version with this number. Build metadata, where it is written, must be that of the version.
pub(super) fn find<'a>(view: &'a View, version: &Version) -> Result<&'a VersionRecord, Failure> {
    named(view, &Selector::Exact(version.clone()))
}

/// The version that the rules know by this identifier.
pub(super) fn stored<'a>(snapshot: &'a ModelSnapshot, id: &VersionId) -> Result<&'a VersionRecord, Failure> {
    let found = snapshot.versions.iter().find(|record| record.id.to_string() == id.as_str());
    found.ok_or_else(|| Failure::new(Code::Internal, format!("the version {id} was judged and is not there")))
}

/// The version that a selector names, whatever its state where it is named by number or digest.
fn named<'a>(view: &'a View, selector: &Selector) -> Result<&'a VersionRecord, Failure> {
    let record = match selector {
        Selector::Exact(version) => {
            let mut same = view.versions.iter().filter(|record| record.version == *version);
            same.find(|record| version.build().is_empty() || record.version.build() == version.build())
        }
        Selector::Digest(digest) => {
            let same = view.versions.iter().filter(|record| record.manifest_digest == *digest);
            same.min_by_key(|record| digest_rank(record.status.state, record.ordinal))
        }
        Selector::Latest | Selector::Channel(_) | Selector::Range(_) => None,
    };
    if let Some(record) = record {
        return Ok(record);
    }
    let version = resolve::served(view, selector)?;
    let found = view.versions.iter().find(|record| record.version == version);
    found.ok_or_else(|| Failure::new(Code::VersionNotFound, format!("{version} does not exist")))
}

/// A version as lists show it.
pub(super) fn listed(model: ModelRef<'_>, record: &VersionRecord, channels: &[Channel]) -> wire::Version {
    let VersionRecord { status, .. } = record.clone();
    wire::Version {
        namespace: model.namespace.clone(),
        model: model.model.clone(),
        version: record.version.clone(),
        ordinal: record.ordinal,
        line: record.version.line(),
        state: status.state,
        state_reason: status.reason,
        digest: record.manifest_digest,
        contract_digest: record.contract_digest,
        content_digest: record.content_digest,
        description: status.description,
        labels: status.labels,
        created_at: record.created_at,
        created_by: record.created_by.clone(),
        channels: serving(channels, &record.version),
        affected_channels: None,
        files: None,
        impact: None,
        verdict: None,
    }
}

/// A version with its files and what it was judged as.
pub(super) async fn described(
    registry: &Registry,
    snapshot: &View,
    version: &Version,
) -> Result<wire::Version, Failure> {
    let model = ModelRef { namespace: &snapshot.model.namespace, model: &snapshot.model.name };
    let record = find(snapshot, version)?;
    let verdict = registry.documents(record).await?.verdict;
    let impact = serde_json::from_value(verdict).map_err(|error| {
        let (row, reason) = (record.id.to_string(), error.to_string());
        Failure::from(StoreError::Inconsistent { table: "versions", column: "verdict", row, reason })
    })?;
    let files = files(registry, record).await?;
    Ok(wire::Version { files: Some(files), impact: Some(impact), ..listed(model, record, &snapshot.channels) })
}

async fn files(registry: &Registry, record: &VersionRecord) -> Result<Vec<wire::File>, Failure> {
    Ok(registry.files(record).await?.iter().cloned().map(Into::into).collect())
}

/// The channels that serve a version.
fn serving(channels: &[Channel], version: &Version) -> Vec<ChannelName> {
    let serves = |channel: &&Channel| history(channel).served() == Some(version);
    channels.iter().filter(serves).map(|channel| channel.name.clone()).collect()
}

/// The history of a channel as the rules see it.
pub(super) fn history(channel: &Channel) -> ChannelHistory {
    ChannelHistory::new(channel.history.iter().map(|record| record.revision.clone()).collect())
}

/// Where a version is.
pub(super) fn address(model: ModelRef<'_>, version: &Version) -> String {
    format!("/api/v1/namespaces/{}/models/{}/versions/{version}", model.namespace, model.model)
}
