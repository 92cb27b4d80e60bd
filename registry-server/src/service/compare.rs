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
    let (view, now) = registry.look_closely(model).await?;
    let base = versions::find(&view, &resolve::served(&view, base)?)?;
    let head = versions::find(&view, &resolve::served(&view, head)?)?;
    let policy = registry.policy(&view, now);
    let verdict = compatibility::between(registry, (base, head), &policy).await?;
    Ok(Verdict { base: Some(base.version.clone()), compared_with: vec![base.version.clone()], ..verdict })
}
