//! Everything of one model, inside one read transaction.

use registry_core::name::{ModelName, NamespaceName};
use sqlx::SqliteConnection;

use super::columns::Columns;
use super::errors::database;
use super::{channels, models, versions};
use crate::error::StoreError;
use crate::rows::ModelSnapshot;

pub(super) async fn read(
    connection: &mut SqliteConnection,
    namespace: &NamespaceName,
    model: &ModelName,
) -> Result<Option<ModelSnapshot>, StoreError> {
    let row = sqlx::query(
        "SELECT m.id, n.name AS namespace, n.policy AS namespace_policy, m.name, m.description, m.labels, m.policy,
             m.revision, m.archived_at, m.created_at
         FROM models m JOIN namespaces n ON n.id = m.namespace_id WHERE n.name = ?1 AND m.name = ?2",
    )
    .bind(namespace.as_str().to_owned())
    .bind(model.as_str().to_owned())
    .fetch_optional(&mut *connection)
    .await
    .map_err(database)?;
    let Some(row) = row else { return Ok(None) };
    let model = models::read(&row)?;
    let id = model.id;
    Ok(Some(ModelSnapshot {
        model,
        namespace_policy: Columns::of(&row, "namespaces", "namespace").json("namespace_policy")?,
        versions: versions::of_model(connection, id).await?,
        contracts: versions::contracts_of_model(connection, id).await?.into_iter().collect(),
        channels: channels::of_model(connection, id).await?,
    }))
}
