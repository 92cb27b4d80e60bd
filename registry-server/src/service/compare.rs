//! Compare: what lies between two published versions.

use registry_core::compat::Verdict;
use registry_core::selector::Selector;

use super::{Failure, ModelRef, Registry, compatibility, resolve, versions};

/// The verdict on `head` as a successor of `base`, whatever their numbers. The answer names the base, and no number was
/// requested.
pub(crate) async fn compare(
    registry: &Registry,
    model: ModelRef<'_>,
    (base, head): (&Selector, &Selector),
) -> Result<Verdict, Failure> {
    let snapshot = registry.snapshot(model.namespace, model.model).await?;
    let base = versions::find(&snapshot, &resolve::served(&snapshot, base)?)?;
    let head = versions::find(&snapshot, &resolve::served(&snapshot, head)?)?;
    let policy = registry.policy(&snapshot, registry.store.now().await?);
    let verdict = compatibility::between(registry, &snapshot, (base, head), &policy).await?;
    Ok(Verdict { base: Some(base.version.clone()), compared_with: vec![base.version.clone()], ..verdict })
}
