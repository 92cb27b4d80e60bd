//! Resolve: from a selector to one version, by the pure function of `registry_core::resolve`.

use std::collections::BTreeMap;

use registry_core::hazard;
use registry_core::range::PreReleases;
use registry_core::resolve::{ChannelHead, Fallback, IndexEntry, ResolveError, ResolveOptions, VersionIndex, resolve};
use registry_core::selector::Selector;
use registry_core::version::Version;
use registry_store::rows::{Channel, ModelSnapshot, VersionRecord};
use serde_json::Value;

use super::{Code, Failure, ModelRef, Registry, View, versions};
use crate::api::resolution::{FallbackReason, Resolution, ResolutionWarning};

/// How a request wants to be resolved.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wish {
    /// What to do without an answer; the policy of the model decides when the request does not.
    pub(crate) fallback: Option<Fallback>,
    /// Which pre-releases ranges see.
    pub(crate) prereleases: PreReleases,
}

/// The one version that a selector asks for.
pub(crate) async fn find(
    registry: &Registry,
    model: ModelRef<'_>,
    selector: &Selector,
    wish: Wish,
) -> Result<Resolution, Failure> {
    let (view, now) = registry.look_closely(model).await?;
    let fallback = wish.fallback.unwrap_or_else(|| registry.policy(&view, now).fallback);
    let options = ResolveOptions { fallback, prereleases: wish.prereleases };
    let found = resolve(view.index(), selector, options).map_err(|error| unresolved(&error))?;
    let record = versions::find(&view, &found.version)?;
    let files = registry.files(record).await?;
    let mut warnings: Vec<ResolutionWarning> = found.warnings.into_iter().map(Into::into).collect();
    if !record.hazards.is_empty() {
        warnings.push(ResolutionWarning { code: "unsafe", reason: Some(hazard::summary(&record.hazards)) });
    }
    Ok(Resolution {
        namespace: model.namespace.clone(),
        model: model.model.clone(),
        version: found.version,
        digest: found.digest,
        state: found.state,
        why: found.why.into(),
        channel_revision: found.channel_revision,
        warnings,
        fallback: found.fallback.is_some(),
        fallback_reason: found.fallback.map(|error| FallbackReason { code: error.code(), detail: error.to_string() }),
        files: files.iter().cloned().map(Into::into).collect(),
    })
}

/// The version that a selector asks for, if it is served; never another one.
pub(super) fn served(view: &View, selector: &Selector) -> Result<Version, Failure> {
    let found = resolve(view.index(), selector, ResolveOptions::default());
    found.map(|found| found.version).map_err(|error| unresolved(&error))
}

/// The versions and channels of a model, sorted for resolving.
pub(super) fn index(snapshot: &ModelSnapshot) -> VersionIndex {
    let entry = |record: &VersionRecord| IndexEntry {
        version: record.version.clone(),
        state: record.status.state,
        digest: record.manifest_digest,
        ordinal: record.ordinal,
        reason: record.status.reason.clone(),
    };
    let head = |channel: &Channel| {
        let head = channel.history.iter().max_by_key(|record| record.revision.seq);
        let version = head.and_then(|head| head.revision.version.clone());
        (channel.name.clone(), ChannelHead { version, revision: head.map_or(0, |head| head.revision.seq) })
    };
    let channels: BTreeMap<_, _> = snapshot.channels.iter().map(head).collect();
    VersionIndex::new(snapshot.versions.iter().map(entry).collect(), channels)
}

/// Why there is no version to answer with.
fn unresolved(error: &ResolveError) -> Failure {
    let failure = Failure::new(Code::from_name(error.code()).unwrap_or(Code::VersionNotFound), error.to_string());
    let texts = |versions: &[Version]| Value::from(versions.iter().map(ToString::to_string).collect::<Vec<_>>());
    let rejected = |rejected: &[registry_core::resolve::Rejection]| {
        let row = |rejection: &registry_core::resolve::Rejection| serde_json::json!({"version": rejection.version, "state": rejection.state, "reason": rejection.reason});
        Value::from(rejected.iter().map(row).collect::<Vec<_>>())
    };
    match error {
        ResolveError::VersionNotFound { nearest, .. } => failure.with_detail("nearest", texts(nearest)),
        ResolveError::BuildMismatch { existing, .. } => failure.with_detail("existing", existing.to_string()),
        ResolveError::NoMatch(no_match) => failure.with_detail("rejected", rejected(&no_match.rejected)),
        ResolveError::AllYanked { rejected: yanked } => failure.with_detail("rejected", rejected(yanked)),
        ResolveError::ChannelNotFound { known, .. } => {
            failure.with_detail("channels", known.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        _ => failure,
    }
}
