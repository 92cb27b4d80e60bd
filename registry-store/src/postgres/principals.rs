//! Principals.

use registry_core::name::PrincipalName;
use sqlx::PgConnection;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::access::Principal;
use crate::error::StoreError;
use crate::rows::Page;
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::word;
use crate::sql::{affects, read};

pub(super) async fn insert(connection: &mut PgConnection, principal: &Principal, at: Time) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO principals (name, kind, description, created_at, created_by) VALUES ($1, $2, $3, $4, $5)")
        .bind(principal.name.as_str())
        .bind(word(&principal.kind)?)
        .bind(&principal.description)
        .bind(at)
        .bind(&principal.created_by)
        .execute(connection)
        .await
        .map(drop)
        .map_err(conflict_over("principal"))
}

/// A principal that is disabled already keeps its day.
pub(super) async fn update(
    connection: &mut PgConnection,
    name: &PrincipalName,
    description: &str,
    is_disabled: bool,
    at: Time,
) -> Result<(), StoreError> {
    let updated = sqlx::query(
        "UPDATE principals SET description = $2, disabled_at = CASE WHEN $3 THEN coalesce(disabled_at, $4) END
         WHERE name = $1",
    )
    .bind(name.as_str())
    .bind(description)
    .bind(is_disabled)
    .bind(at)
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "principal")
}

pub(super) async fn find(connection: &mut PgConnection, name: &PrincipalName) -> Result<Option<Principal>, StoreError> {
    let row = sqlx::query(
        "SELECT name, kind, description, disabled_at, created_at, created_by FROM principals WHERE name = $1",
    )
    .bind(name.as_str())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::principal)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    after: Option<&PrincipalName>,
    limit: u32,
) -> Result<Page<Principal>, StoreError> {
    let rows = sqlx::query(
        "SELECT name, kind, description, disabled_at, created_at, created_by FROM principals
         WHERE name > $1 ORDER BY name LIMIT $2",
    )
    .bind(after.map_or("", PrincipalName::as_str))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::principal)
}
