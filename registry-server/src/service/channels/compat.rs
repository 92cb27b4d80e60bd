//! What a move of a channel means for those who consume it.

use jiff::Timestamp;
use registry_core::compat::{Change, ConsumerChange, Rule};
use registry_core::version::Version;

use super::Scene;
use crate::api::channel::ChannelCompat;
use crate::service::{Failure, Registry, compatibility};

/// The compatibility of the version before with the version after; none when the model no longer has one of them.
pub(super) async fn between(
    registry: &Registry,
    scene: &Scene,
    (from, to): (&Version, &Version),
    now: Timestamp,
) -> Result<Option<ChannelCompat>, Failure> {
    let (Some(old), Some(new)) = (scene.version(from), scene.version(to)) else {
        return Ok(None);
    };
    let policy = registry.policy(&scene.snapshot, now);
    let verdict = compatibility::between(registry, (old, new), &policy).await?;
    let breaking = verdict.changes.iter().filter(|change| change.consumer_change == ConsumerChange::Required);
    Ok(Some(ChannelCompat {
        required_bump: verdict.required_bump,
        retraining: verdict.retraining,
        consumer_change: verdict.consumer_change,
        policy_digest: verdict.policy.digest,
        lost: breaking.map(|change| loss(change, from)).collect(),
    }))
}

/// One sentence for whoever consumes the version before.
fn loss(change: &Change, from: &Version) -> String {
    let name = || change.path.segments().nth(1).unwrap_or_default();
    match change.rule {
        Rule::OutputRemoved => format!("output `{}` disappears for consumers of {from}", name()),
        _ => format!("consumers of {from}: {}", change.message),
    }
}
