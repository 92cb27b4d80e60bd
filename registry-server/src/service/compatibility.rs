//! What lies between two published versions, for comparisons and for the record of a channel.

use std::sync::Arc;

use registry_core::compat::{Policy, Verdict, compare};
use registry_core::contract::Signature;
use registry_core::model::Candidate;
use registry_store::rows::VersionRecord;

use super::offer::off_the_worker;
use super::{Failure, Registry};

/// Compares two published versions of a model, whatever their order and state.
pub(crate) async fn between(
    registry: &Registry,
    (old, new): (&VersionRecord, &VersionRecord),
    policy: &Policy,
) -> Result<Verdict, Failure> {
    let old = candidate(registry, old).await?;
    let new = candidate(registry, new).await?;
    let policy = policy.clone();
    off_the_worker(move || Ok(compare(&old, &new, &policy))).await
}

/// A published version as the rules look at it.
pub(crate) async fn candidate(
    registry: &Registry,
    record: &VersionRecord,
) -> Result<Candidate<Arc<Signature>>, Failure> {
    Ok(Candidate {
        contract: registry.contract(record).await?,
        facts: Some(registry.documents(record).await?.artifact),
        content_digest: Some(record.content_digest),
        manifest_digest: Some(record.manifest_digest),
    })
}
