//! Channels and their revisions.

use registry_core::channel::ChannelRevision;
use registry_core::name::ChannelName;
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::change::Write;
use crate::error::StoreError;
use crate::rows::Channel;
use crate::sql::values::{document, integer, version_key, word};
use crate::sql::{affects, read};

pub(super) async fn set_policy(
    connection: &mut PgConnection,
    model: Uuid,
    channel: &ChannelName,
    policy: &Value,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO channels (model_id, name, policy, head_seq) VALUES ($1, $2, $3::json, 0)
         ON CONFLICT (model_id, name) DO UPDATE SET policy = excluded.policy",
    )
    .bind(model)
    .bind(channel.as_str())
    .bind(document(policy)?)
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("model"))
}

/// Moves the head by one and appends the revision, in one trip. The first revision makes the channel; a later one must
/// find the head right before it.
pub(super) async fn append(connection: &mut PgConnection, write: &Write, at: Time) -> Result<(), StoreError> {
    let Write::AppendRevision { model, channel, revision, actor, reason, compat } = write else {
        return Err(write.uncovered());
    };
    let ChannelRevision { seq, kind, version, undo_depth_seq, restored_seq, direction } = revision;
    let appended = sqlx::query(
        "WITH head AS (
             INSERT INTO channels (model_id, name, policy, head_seq)
             SELECT $1, $2, '{}', $3
             WHERE $3 = 1 OR EXISTS (SELECT 1 FROM channels WHERE model_id = $1 AND name = $2)
             ON CONFLICT (model_id, name) DO UPDATE SET head_seq = excluded.head_seq
                 WHERE channels.head_seq = excluded.head_seq - 1
             RETURNING model_id, name, head_seq
         )
         INSERT INTO channel_revisions (model_id, channel, seq, kind, version_key, undo_depth_seq, restored_seq,
                 direction, actor, reason, compat, created_at)
             SELECT model_id, name, head_seq, $4, $5, $6, $7, $8, $9, $10, $11::json, $12 FROM head",
    )
    .bind(*model)
    .bind(channel.as_str())
    .bind(integer(*seq)?)
    .bind(word(kind)?)
    .bind(version.as_ref().map(version_key))
    .bind(integer(*undo_depth_seq)?)
    .bind(restored_seq.map(integer).transpose()?)
    .bind(direction.as_ref().map(word).transpose()?)
    .bind(actor)
    .bind(reason.as_deref())
    .bind(compat.as_ref().map(document).transpose()?)
    .bind(at)
    .execute(connection)
    .await
    .map_err(conflict_over("channel"))?;
    affects(1, appended.rows_affected(), "channel")
}

/// The channels of a model by name, each with its history.
pub(super) async fn of_model(connection: &mut PgConnection, model: Uuid) -> Result<Vec<Channel>, StoreError> {
    let channels = sqlx::query("SELECT name, policy FROM channels WHERE model_id = $1 ORDER BY name")
        .bind(model)
        .fetch_all(&mut *connection)
        .await
        .map_err(database)?;
    if channels.is_empty() {
        return Ok(Vec::new());
    }
    let revisions = sqlx::query(
        "SELECT r.channel, r.seq, r.kind, v.version, r.undo_depth_seq, r.restored_seq, r.direction, r.actor, r.reason,
             r.compat, r.created_at
         FROM channel_revisions r
         LEFT JOIN versions v ON v.model_id = r.model_id AND v.version_key = r.version_key
         WHERE r.model_id = $1 ORDER BY r.channel, r.seq",
    )
    .bind(model)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    read::channels(&channels, &revisions)
}
