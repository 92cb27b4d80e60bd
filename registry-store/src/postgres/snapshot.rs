//! Everything of one model, inside one read transaction, and whether it still holds.

use registry_core::name::{ModelName, NamespaceName};
use sqlx::PgConnection;

use super::errors::database;
use super::{channels, versions};
use crate::error::StoreError;
use crate::rows::{ModelSnapshot, Standing};
use crate::sql::cells::{Columns, one};
use crate::sql::read;

pub(super) async fn read(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    model: &ModelName,
) -> Result<Option<ModelSnapshot>, StoreError> {
    let row = sqlx::query(
        "SELECT m.id, n.name AS namespace, n.policy AS namespace_policy,
             n.quota_bytes AS namespace_quota, m.name, m.description, m.labels, m.policy,
             m.revision, m.stamp, m.archived_at, m.created_at, n.revision AS namespace_revision,
             n.stamp AS namespace_stamp
         FROM models m JOIN namespaces n ON n.id = m.namespace_id WHERE n.name = $1 AND m.name = $2",
    )
    .bind(namespace.as_str())
    .bind(model.as_str())
    .fetch_optional(&mut *connection)
    .await
    .map_err(database)?;
    let Some(row) = row else { return Ok(None) };
    let id = Columns::of(&row, "models", "name").id("id")?;
    let versions = versions::of_model(connection, id).await?;
    let channels = channels::of_model(connection, id).await?;
    read::snapshot(&row, versions, channels).map(Some)
}

pub(super) async fn standing(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    model: &ModelName,
) -> Result<Option<Standing>, StoreError> {
    let row = sqlx::query(
        "SELECT m.id, m.name, m.revision, m.stamp, n.revision AS namespace_revision, n.stamp AS namespace_stamp,
             greatest(n.last_at, clock_timestamp()) AS now
         FROM namespaces n JOIN models m ON m.namespace_id = n.id
         WHERE n.name = $1 AND m.name = $2",
    )
    .bind(namespace.as_str())
    .bind(model.as_str())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::standing)
}
