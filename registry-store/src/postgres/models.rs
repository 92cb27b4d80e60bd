//! Models.

use registry_core::compat::PolicyLayer;
use registry_core::name::{ModelName, NamespaceName};
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::access::Reader;
use crate::change::Write;
use crate::error::StoreError;
use crate::rows::{Model, Page};
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::document;
use crate::sql::{affects, read};

pub(super) async fn insert(
    connection: &mut PgConnection,
    write: &Write,
    stamp: Uuid,
    at: Time,
) -> Result<(), StoreError> {
    let Write::InsertModel { id, namespace, name, description, labels } = write else { return Err(write.uncovered()) };
    let inserted = sqlx::query(
        "INSERT INTO models (id, namespace_id, name, description, labels, policy, revision, stamp, archived_at,
             created_at)
         SELECT $1, id, $3, $4, $5::json, $6::json, 1, $8, NULL, $7 FROM namespaces WHERE name = $2",
    )
    .bind(*id)
    .bind(namespace.as_str())
    .bind(name.as_str())
    .bind(description)
    .bind(document(labels)?)
    .bind(document(&PolicyLayer::default())?)
    .bind(at)
    .bind(stamp)
    .execute(connection)
    .await
    .map_err(conflict_over("model"))?;
    affects(1, inserted.rows_affected(), "namespace")
}

pub(super) async fn update(connection: &mut PgConnection, write: &Write, at: Time) -> Result<(), StoreError> {
    let Write::UpdateModel { model, description, labels, policy, archived } = write else {
        return Err(write.uncovered());
    };
    // A model that is archived already keeps its day.
    let updated = sqlx::query(
        "UPDATE models SET description = $2, labels = $3::json, policy = $4::json,
             archived_at = CASE WHEN $5 THEN coalesce(archived_at, $6) END
         WHERE id = $1",
    )
    .bind(*model)
    .bind(description)
    .bind(document(labels)?)
    .bind(document(policy)?)
    .bind(*archived)
    .bind(at)
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "model")
}

pub(super) async fn find(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    name: &ModelName,
) -> Result<Option<Model>, StoreError> {
    let row = sqlx::query(
        "SELECT m.id, n.name AS namespace, m.name, m.description, m.labels, m.policy, m.revision, m.stamp, m.archived_at,
             m.created_at
         FROM models m JOIN namespaces n ON n.id = m.namespace_id WHERE n.name = $1 AND m.name = $2",
    )
    .bind(namespace.as_str())
    .bind(name.as_str())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::model)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    after: Option<&ModelName>,
    limit: u32,
) -> Result<Page<Model>, StoreError> {
    let rows = sqlx::query(
        "SELECT m.id, n.name AS namespace, m.name, m.description, m.labels, m.policy, m.revision, m.stamp, m.archived_at,
             m.created_at
         FROM models m JOIN namespaces n ON n.id = m.namespace_id
         WHERE n.name = $1 AND m.name > $2 ORDER BY m.name LIMIT $3",
    )
    .bind(namespace.as_str())
    .bind(after.map_or("", ModelName::as_str))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::model)
}

/// A text in the middle of a name has no index: names alone are scanned, in their order, until the page is full.
pub(super) async fn search(
    connection: &mut PgConnection,
    reader: Reader<'_>,
    text: &str,
    after: Option<(&NamespaceName, &ModelName)>,
    limit: u32,
) -> Result<Page<Model>, StoreError> {
    // Postgres knows no text that holds U+0000, and no name does.
    if text.contains('\0') {
        return Ok(Page { rows: Vec::new(), more: false });
    }
    let (all, principal) = reader.parts();
    let (namespace, model) = after.map_or(("", ""), |(namespace, model)| (namespace.as_str(), model.as_str()));
    let rows = sqlx::query(
        "SELECT m.id, n.name AS namespace, m.name, m.description, m.labels, m.policy, m.revision, m.stamp, m.archived_at,
             m.created_at
         FROM namespaces n JOIN models m ON m.namespace_id = n.id
         WHERE n.name >= $2 AND (n.name, m.name) > ($2, $3) AND position($1 IN n.name || '/' || m.name) > 0
             AND ($5 OR NOT n.is_private
                 OR EXISTS (SELECT 1 FROM members WHERE namespace_id = n.id AND principal = $6))
         ORDER BY n.name, m.name LIMIT $4",
    )
    .bind(text.to_lowercase())
    .bind(namespace)
    .bind(model)
    .bind(one_more(limit))
    .bind(all)
    .bind(principal)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::model)
}
