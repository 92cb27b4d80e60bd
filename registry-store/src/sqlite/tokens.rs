//! Tokens.

use registry_core::digest::Digest;
use sqlx::SqliteConnection;

use super::columns::time;
use super::errors::{conflict_over, database};
use crate::error::StoreError;
use crate::rows::TokenRecord;
use crate::sql::cells::one;
use crate::sql::read;

/// Inserts a token; with `first` only if there is none. Answers whether it did.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    token: &TokenRecord,
    first: bool,
) -> Result<bool, StoreError> {
    sqlx::query(
        "INSERT INTO tokens (id, sha256, principal, expires_at, revoked_at, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT ?7 OR NOT EXISTS (SELECT 1 FROM tokens)",
    )
    .bind(token.id)
    .bind(token.sha256.as_bytes().to_vec())
    .bind(token.principal.clone())
    .bind(token.expires_at.map(time))
    .bind(token.revoked_at.map(time))
    .bind(time(token.created_at))
    .bind(first)
    .execute(connection)
    .await
    .map(|inserted| inserted.rows_affected() == 1)
    .map_err(conflict_over("token"))
}

pub(super) async fn find(connection: &mut SqliteConnection, sha256: Digest) -> Result<Option<TokenRecord>, StoreError> {
    let row =
        sqlx::query("SELECT id, sha256, principal, expires_at, revoked_at, created_at FROM tokens WHERE sha256 = ?1")
            .bind(sha256.as_bytes().to_vec())
            .fetch_optional(connection)
            .await
            .map_err(database)?;
    one(row, read::token)
}

pub(super) async fn any(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM tokens LIMIT 1").fetch_optional(connection).await.map_err(database)?;
    Ok(row.is_some())
}
