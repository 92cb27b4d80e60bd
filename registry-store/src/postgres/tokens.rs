//! Tokens.

use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::access::{Bearer, REGISTRY, TokenRecord};
use crate::error::StoreError;
use crate::rows::Page;
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::document;
use crate::sql::{affects, read};

pub(super) async fn insert(connection: &mut PgConnection, token: &TokenRecord, at: Time) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO tokens (id, sha256, principal, description, scopes, expires_at, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5::json, $6, $7, $8)",
    )
    .bind(token.id)
    .bind(token.sha256.as_bytes())
    .bind(token.principal.as_str())
    .bind(&token.description)
    .bind(token.scopes.as_ref().map(document).transpose()?)
    .bind(token.expires_at.map(Time))
    .bind(at)
    .bind(&token.created_by)
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("token"))
}

pub(super) async fn revoke(connection: &mut PgConnection, id: Uuid, at: Time) -> Result<(), StoreError> {
    let revoked = sqlx::query("UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
        .bind(id)
        .bind(at)
        .execute(connection)
        .await
        .map_err(database)?;
    affects(1, revoked.rows_affected(), "token")
}

pub(super) async fn touch(connection: &mut PgConnection, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    sqlx::query("UPDATE tokens SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)")
        .bind(id)
        .bind(Time(at))
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

pub(super) async fn bearer(
    connection: &mut PgConnection,
    sha256: Digest,
    namespace: Option<&NamespaceName>,
) -> Result<Option<Bearer>, StoreError> {
    let row = sqlx::query(
        "SELECT t.id, t.sha256, t.principal, t.description, t.scopes, t.expires_at, t.revoked_at, t.last_used_at,
             t.created_at, t.created_by, p.kind, p.disabled_at, n.is_private::int4::int8 AS is_private, m.roles, a.roles AS registry_roles,
             greatest(clock_timestamp(), (SELECT max(last_at) FROM namespaces)) AS now
         FROM tokens t JOIN principals p ON p.name = t.principal
         LEFT JOIN namespaces n ON n.name = $2
         LEFT JOIN members m ON m.namespace_id = n.id AND m.principal = t.principal
         LEFT JOIN members a ON a.namespace_id = $3 AND a.principal = t.principal
         WHERE t.sha256 = $1",
    )
    .bind(sha256.as_bytes())
    .bind(namespace.map_or("", NamespaceName::as_str))
    .bind(REGISTRY)
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::bearer)
}

pub(super) async fn find(connection: &mut PgConnection, id: Uuid) -> Result<Option<TokenRecord>, StoreError> {
    let row = sqlx::query(
        "SELECT id, sha256, principal, description, scopes, expires_at, revoked_at, last_used_at, created_at, created_by
         FROM tokens WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::token)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    principal: &PrincipalName,
    after: Option<Uuid>,
    limit: u32,
) -> Result<Page<TokenRecord>, StoreError> {
    // No id is nil, so all of them come after it.
    let rows = sqlx::query(
        "SELECT id, sha256, principal, description, scopes, expires_at, revoked_at, last_used_at, created_at, created_by
         FROM tokens WHERE principal = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(principal.as_str())
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::token)
}

pub(super) async fn any(connection: &mut PgConnection) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM tokens LIMIT 1").fetch_optional(connection).await.map_err(database)?;
    Ok(row.is_some())
}

pub(super) async fn way_in(connection: &mut PgConnection, at: Timestamp) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "SELECT 1 FROM members m JOIN principals p ON p.name = m.principal JOIN tokens t ON t.principal = m.principal
         WHERE m.namespace_id = $1 AND m.roles::jsonb ? 'admin' AND p.disabled_at IS NULL
             AND t.scopes IS NULL AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2) LIMIT 1",
    )
    .bind(REGISTRY)
    .bind(Time(at))
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    Ok(row.is_some())
}
