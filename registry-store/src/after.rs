//! What a model is after a change, without reading it again.

use serde_json::json;

use crate::change::{Change, NewVersion, Write};
use crate::rows::{Channel, ModelSnapshot, RevisionRecord, VersionRecord, VersionStatus};

impl ModelSnapshot {
    /// The snapshot after a change that was decided on it and is committed: what the store reads from then on, until the
    /// next change. `None` when the change was not decided on this snapshot.
    #[must_use]
    pub fn after(&self, change: &Change) -> Option<Self> {
        if change.guard != self.model.guard() {
            return None;
        }
        let mut after = self.clone();
        after.model.revision += 1;
        after.model.stamp = change.stamp;
        for write in &change.writes {
            after.apply(write, change);
        }
        Some(after)
    }

    fn apply(&mut self, write: &Write, change: &Change) {
        match write {
            Write::InsertNamespace { .. }
            | Write::UpdateNamespace { .. }
            | Write::SetMember { .. }
            | Write::InsertPrincipal(_)
            | Write::UpdatePrincipal { .. }
            | Write::InsertToken(_)
            | Write::RevokeToken { .. }
            | Write::InsertModel { .. } => {}
            Write::UpdateModel { description, labels, policy, archived, .. } => {
                self.model.description.clone_from(description);
                self.model.labels.clone_from(labels);
                self.model.policy.clone_from(policy);
                self.model.archived_at = archived.then(|| self.model.archived_at.unwrap_or(change.at));
            }
            Write::InsertVersion(version) => self.versions.push(inserted(version, change)),
            Write::SetVersionStatus { version, status } => {
                for record in self.versions.iter_mut().filter(|record| record.id == *version) {
                    record.status.clone_from(status);
                }
            }
            Write::SetChannelPolicy { channel, policy, .. } => self.channel_mut(channel).policy.clone_from(policy),
            Write::AppendRevision { channel, revision, actor, reason, compat, .. } => {
                self.channel_mut(channel).history.push(RevisionRecord {
                    revision: revision.clone(),
                    actor: actor.clone(),
                    reason: reason.clone(),
                    compat: compat.clone(),
                    created_at: change.at,
                });
            }
        }
    }

    /// The channel of this name; a new one, in its place, when there is none.
    fn channel_mut(&mut self, name: &registry_core::name::ChannelName) -> &mut Channel {
        let at = self.channels.partition_point(|channel| channel.name < *name);
        if self.channels.get(at).is_none_or(|channel| channel.name != *name) {
            self.channels.insert(at, Channel { name: name.clone(), policy: json!({}), history: Vec::new() });
        }
        &mut self.channels[at]
    }
}

fn inserted(version: &NewVersion, change: &Change) -> VersionRecord {
    VersionRecord {
        id: version.id,
        version: version.version.clone(),
        ordinal: version.ordinal,
        manifest_digest: version.manifest_digest,
        content_digest: version.content_digest,
        contract_digest: version.contract_digest,
        created_at: change.at,
        created_by: version.created_by.clone(),
        status: VersionStatus {
            description: version.description.clone(),
            labels: version.labels.clone(),
            ..VersionStatus::default()
        },
    }
}
