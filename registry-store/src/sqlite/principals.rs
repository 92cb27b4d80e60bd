//! Principals.

use registry_core::name::PrincipalName;
use sqlx::SqliteConnection;

use super::errors::{conflict_over, database};
use crate::access::Principal;
use crate::error::StoreError;
use crate::rows::Page;
use crate::sql::cells::{one, one_more, page};
use crate::sql::values::word;
use crate::sql::{affects, read};

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    principal: &Principal,
    at: &str,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO principals (name, kind, description, created_at, created_by) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(principal.name.as_str().to_owned())
        .bind(word(&principal.kind)?)
        .bind(principal.description.clone())
        .bind(at.to_owned())
        .bind(principal.created_by.clone())
        .execute(connection)
        .await
        .map(drop)
        .map_err(conflict_over("principal"))
}

/// A principal that is disabled already keeps its day.
pub(super) async fn update(
    connection: &mut SqliteConnection,
    name: &PrincipalName,
    description: &str,
    is_disabled: bool,
    at: &str,
) -> Result<(), StoreError> {
    let updated = sqlx::query(
        "UPDATE principals SET description = ?2, disabled_at = CASE WHEN ?3 THEN coalesce(disabled_at, ?4) END
         WHERE name = ?1",
    )
    .bind(name.as_str().to_owned())
    .bind(description.to_owned())
    .bind(is_disabled)
    .bind(at.to_owned())
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "principal")
}

pub(super) async fn find(
    connection: &mut SqliteConnection,
    name: &PrincipalName,
) -> Result<Option<Principal>, StoreError> {
    let row = sqlx::query(
        "SELECT name, kind, description, disabled_at, created_at, created_by FROM principals WHERE name = ?1",
    )
    .bind(name.as_str().to_owned())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::principal)
}

pub(super) async fn list(
    connection: &mut SqliteConnection,
    after: Option<&PrincipalName>,
    limit: u32,
) -> Result<Page<Principal>, StoreError> {
    let rows = sqlx::query(
        "SELECT name, kind, description, disabled_at, created_at, created_by FROM principals
         WHERE name > ?1 ORDER BY name LIMIT ?2",
    )
    .bind(after.map_or("", PrincipalName::as_str).to_owned())
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::principal)
}
