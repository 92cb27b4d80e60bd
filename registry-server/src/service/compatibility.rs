//! What lies between two published versions, for comparisons and for the record of a channel.

use registry_core::compat::{Policy, Verdict, compare};
use registry_core::contract::Signature;
use registry_core::model::Candidate;
use registry_store::StoreError;
use registry_store::rows::{ModelSnapshot, VersionRecord};

use super::{Failure, Registry};

/// Compares two published versions of a model, whatever their order and state.
pub(crate) async fn between(
    registry: &Registry,
    snapshot: &ModelSnapshot,
    (old, new): (&VersionRecord, &VersionRecord),
    policy: &Policy,
) -> Result<Verdict, Failure> {
    let old = candidate(registry, snapshot, old).await?;
    let new = candidate(registry, snapshot, new).await?;
    Ok(compare(&old, &new, policy))
}

/// A published version as the rules look at it.
pub(crate) async fn candidate(
    registry: &Registry,
    snapshot: &ModelSnapshot,
    record: &VersionRecord,
) -> Result<Candidate<Signature>, Failure> {
    let contract = snapshot.contracts.get(&record.contract_digest).cloned();
    let contract = contract.ok_or_else(|| incomplete("contract_digest", record))?;
    let documents = registry.store.documents(record.id).await?;
    let documents = documents.ok_or_else(|| incomplete("manifest", record))?;
    Ok(Candidate {
        contract,
        facts: Some(documents.artifact),
        content_digest: Some(record.content_digest),
        manifest_digest: Some(record.manifest_digest),
    })
}

fn incomplete(column: &'static str, record: &VersionRecord) -> Failure {
    let reason = "the version names what is not stored".to_owned();
    StoreError::Inconsistent { table: "versions", column, row: record.id.to_string(), reason }.into()
}
