//! Members of namespaces.

use registry_core::access::Roles;
use registry_core::name::{NamespaceName, PrincipalName};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::errors::{conflict_over, database};
use crate::access::Member;
use crate::error::StoreError;
use crate::rows::Page;
use crate::sql::cells::{all, one, one_more, page};
use crate::sql::read;
use crate::sql::values::document;

/// Gives a member these roles; without any, they are none any longer.
pub(super) async fn set(
    connection: &mut SqliteConnection,
    namespace: Uuid,
    principal: &PrincipalName,
    roles: &Roles,
    at: &str,
) -> Result<(), StoreError> {
    if roles.is_empty() {
        return remove(connection, namespace, principal).await;
    }
    sqlx::query(
        "INSERT INTO members (namespace_id, principal, roles, created_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (namespace_id, principal) DO UPDATE SET roles = excluded.roles",
    )
    .bind(namespace)
    .bind(principal.as_str().to_owned())
    .bind(document(roles)?)
    .bind(at.to_owned())
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("principal"))
}

async fn remove(
    connection: &mut SqliteConnection,
    namespace: Uuid,
    principal: &PrincipalName,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM members WHERE namespace_id = ?1 AND principal = ?2")
        .bind(namespace)
        .bind(principal.as_str().to_owned())
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

pub(super) async fn find(
    connection: &mut SqliteConnection,
    namespace: &NamespaceName,
    principal: &PrincipalName,
) -> Result<Option<Member>, StoreError> {
    let row = sqlx::query(
        "SELECT m.principal, m.roles, m.created_at FROM members m JOIN namespaces n ON n.id = m.namespace_id
         WHERE n.name = ?1 AND m.principal = ?2",
    )
    .bind(namespace.as_str().to_owned())
    .bind(principal.as_str().to_owned())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::member)
}

pub(super) async fn list(
    connection: &mut SqliteConnection,
    namespace: &NamespaceName,
    after: Option<&PrincipalName>,
    limit: u32,
) -> Result<Page<Member>, StoreError> {
    let rows = sqlx::query(
        "SELECT m.principal, m.roles, m.created_at FROM members m JOIN namespaces n ON n.id = m.namespace_id
         WHERE n.name = ?1 AND m.principal > ?2 ORDER BY m.principal LIMIT ?3",
    )
    .bind(namespace.as_str().to_owned())
    .bind(after.map_or("", PrincipalName::as_str).to_owned())
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::member)
}

pub(super) async fn of_principal(
    connection: &mut SqliteConnection,
    principal: &PrincipalName,
) -> Result<Vec<(NamespaceName, Roles)>, StoreError> {
    let rows = sqlx::query(
        "SELECT n.name AS namespace, m.roles, m.principal FROM members m JOIN namespaces n ON n.id = m.namespace_id
         WHERE m.principal = ?1 ORDER BY n.name",
    )
    .bind(principal.as_str().to_owned())
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::membership)
}
