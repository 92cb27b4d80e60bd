//! What the decisions need to know of a version: its state, and whether its bytes are in storage.

use std::collections::BTreeMap;

use registry_core::channel::VersionFacts;
use registry_core::version::Version;
use registry_store::rows::Model;

use super::Scene;
use crate::service::contract::blob_key;
use crate::service::{Failure, ModelRef, Registry};

/// What is known of a version, none if the model does not have it.
pub(super) type Facts<'a> = &'a dyn Fn(&Version) -> Option<VersionFacts>;

/// Which versions were looked up in storage, and whether all of their bytes are there.
///
/// A long history names many versions of many files, and a decision needs few of them. So it is first made as if all
/// bytes were there; then those versions are looked up that it relies on, and it is made again if one is incomplete.
#[derive(Debug, Default)]
struct Lookups(BTreeMap<Version, bool>);

/// Decides with the facts of the versions that the decision relies on; `relied_on` names them.
pub(super) async fn decide<T>(
    registry: &Registry,
    scene: &Scene,
    decide: impl Fn(Facts<'_>) -> T,
    relied_on: impl Fn(&T) -> Vec<Version>,
) -> Result<T, Failure> {
    let mut lookups = Lookups::default();
    loop {
        let decision = decide(&|version| lookups.facts(scene, version));
        let mut unknown = relied_on(&decision);
        unknown.retain(|version| !lookups.0.contains_key(version));
        if unknown.is_empty() {
            return Ok(decision);
        }
        for version in unknown {
            let present = blobs_present(registry, scene, &version).await?;
            lookups.0.insert(version, present);
        }
    }
}

impl Lookups {
    fn facts(&self, scene: &Scene, version: &Version) -> Option<VersionFacts> {
        let record = scene.version(version)?;
        Some(VersionFacts {
            state: record.status.state,
            blobs_present: self.0.get(version).copied().unwrap_or(true),
            is_unsafe: !record.hazards.is_empty(),
        })
    }
}

/// Whether the bytes of all files of a version are recorded and in storage, in their full length.
async fn blobs_present(registry: &Registry, scene: &Scene, version: &Version) -> Result<bool, Failure> {
    let Some(record) = scene.version(version) else { return Ok(false) };
    let Model { namespace, name, .. } = &scene.snapshot.model;
    let model = ModelRef { namespace, model: name };
    for file in registry.files(record).await?.iter() {
        let key = blob_key(model, file.line, file.sha256);
        let recorded = registry.store.blob(namespace, name, file.line, file.sha256).await?.is_some();
        if !recorded || registry.blobs.head(&key).await? != Some(file.size) {
            return Ok(false);
        }
    }
    Ok(true)
}
