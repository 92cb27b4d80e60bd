//! Namespaces.

use registry_core::compat::PolicyLayer;
use registry_core::name::NamespaceName;
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::access::{REGISTRY, Reader};
use crate::change::Write;
use crate::error::StoreError;
use crate::rows::{Namespace, Page};
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::{document, integer};
use crate::sql::{affects, read};

pub(super) async fn insert(
    connection: &mut PgConnection,
    write: &Write,
    stamp: Uuid,
    at: Time,
) -> Result<(), StoreError> {
    let Write::InsertNamespace { id, name, description, is_private } = write else { return Err(write.uncovered()) };
    sqlx::query(
        "INSERT INTO namespaces
             (id, name, description, policy, is_private, revision, stamp, event_seq, last_at, created_at)
         VALUES ($1, $2, $3, $4::json, $7, 1, $6, 0, $5, $5)",
    )
    .bind(*id)
    .bind(name.as_str())
    .bind(description)
    .bind(document(&PolicyLayer::default())?)
    .bind(at)
    .bind(stamp)
    .bind(*is_private)
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("namespace"))
}

pub(super) async fn update(connection: &mut PgConnection, id: Uuid, write: &Write) -> Result<(), StoreError> {
    let Write::UpdateNamespace { description, policy, is_private, quota_bytes } = write else {
        return Err(write.uncovered());
    };
    let updated = sqlx::query(
        "UPDATE namespaces SET description = $2, policy = $3::json, is_private = $4, quota_bytes = $5 WHERE id = $1",
    )
    .bind(id)
    .bind(description)
    .bind(document(policy)?)
    .bind(*is_private)
    .bind(quota_bytes.map(integer).transpose()?)
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "namespace")
}

pub(super) async fn find(connection: &mut PgConnection, name: &NamespaceName) -> Result<Option<Namespace>, StoreError> {
    let row = sqlx::query(
        "SELECT id, name, description, policy, is_private::int4::int8 AS is_private, quota_bytes, revision, stamp, created_at
         FROM namespaces WHERE name = $1",
    )
    .bind(name.as_str())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::namespace)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    reader: Reader<'_>,
    after: Option<&NamespaceName>,
    limit: u32,
) -> Result<Page<Namespace>, StoreError> {
    let (all, principal) = reader.parts();
    // No name is empty, so all of them come after the empty text.
    let rows = sqlx::query(
        "SELECT id, name, description, policy, is_private::int4::int8 AS is_private, quota_bytes, revision, stamp, created_at FROM namespaces n
         WHERE name > $1 AND id <> $3 AND ($4 OR NOT is_private
             OR EXISTS (SELECT 1 FROM members WHERE namespace_id = n.id AND principal = $5))
         ORDER BY name LIMIT $2",
    )
    .bind(after.map_or("", NamespaceName::as_str))
    .bind(one_more(limit))
    .bind(REGISTRY)
    .bind(all)
    .bind(principal)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::namespace)
}
