//! Namespaces.

use registry_core::compat::PolicyLayer;
use registry_core::name::NamespaceName;
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::change::Write;
use crate::error::StoreError;
use crate::rows::{Namespace, Page};
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::document;
use crate::sql::{affects, read};

pub(super) async fn insert(
    connection: &mut PgConnection,
    write: &Write,
    stamp: Uuid,
    at: Time,
) -> Result<(), StoreError> {
    let Write::InsertNamespace { id, name, description } = write else { return Err(write.uncovered()) };
    sqlx::query(
        "INSERT INTO namespaces (id, name, description, policy, revision, stamp, event_seq, last_at, created_at)
         VALUES ($1, $2, $3, $4::json, 1, $6, 0, $5, $5)",
    )
    .bind(*id)
    .bind(name.as_str())
    .bind(description)
    .bind(document(&PolicyLayer::default())?)
    .bind(at)
    .bind(stamp)
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("namespace"))
}

pub(super) async fn update(
    connection: &mut PgConnection,
    id: Uuid,
    description: &str,
    policy: &PolicyLayer,
) -> Result<(), StoreError> {
    let updated = sqlx::query("UPDATE namespaces SET description = $2, policy = $3::json WHERE id = $1")
        .bind(id)
        .bind(description)
        .bind(document(policy)?)
        .execute(connection)
        .await
        .map_err(database)?;
    affects(1, updated.rows_affected(), "namespace")
}

pub(super) async fn find(connection: &mut PgConnection, name: &NamespaceName) -> Result<Option<Namespace>, StoreError> {
    let row = sqlx::query(
        "SELECT id, name, description, policy, revision, stamp, created_at FROM namespaces WHERE name = $1",
    )
    .bind(name.as_str())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::namespace)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    after: Option<&NamespaceName>,
    limit: u32,
) -> Result<Page<Namespace>, StoreError> {
    // No name is empty, so all of them come after the empty text.
    let rows = sqlx::query(
        "SELECT id, name, description, policy, revision, stamp, created_at FROM namespaces
         WHERE name > $1 ORDER BY name LIMIT $2",
    )
    .bind(after.map_or("", NamespaceName::as_str))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::namespace)
}
