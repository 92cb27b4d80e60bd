//! Tokens.

use registry_core::digest::Digest;
use sqlx::PgConnection;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::error::StoreError;
use crate::rows::TokenRecord;
use crate::sql::cells::one;
use crate::sql::read;

/// Inserts a token; with `first` only if there is none. Answers whether it did.
pub(super) async fn insert(
    connection: &mut PgConnection,
    token: &TokenRecord,
    first: bool,
) -> Result<bool, StoreError> {
    sqlx::query(
        "INSERT INTO tokens (id, sha256, principal, expires_at, revoked_at, created_at)
         SELECT $1, $2, $3, $4, $5, $6 WHERE NOT $7 OR NOT EXISTS (SELECT 1 FROM tokens)",
    )
    .bind(token.id)
    .bind(token.sha256.as_bytes())
    .bind(&token.principal)
    .bind(token.expires_at.map(Time))
    .bind(token.revoked_at.map(Time))
    .bind(Time(token.created_at))
    .bind(first)
    .execute(connection)
    .await
    .map(|inserted| inserted.rows_affected() == 1)
    .map_err(conflict_over("token"))
}

/// Inserts a token if there is none. Others who try wait, and then find it.
pub(super) async fn insert_first(connection: &mut PgConnection, token: &TokenRecord) -> Result<bool, StoreError> {
    let lock = sqlx::query("LOCK TABLE tokens IN SHARE ROW EXCLUSIVE MODE");
    lock.execute(&mut *connection).await.map_err(database)?;
    insert(connection, token, true).await
}

pub(super) async fn find(connection: &mut PgConnection, sha256: Digest) -> Result<Option<TokenRecord>, StoreError> {
    let row =
        sqlx::query("SELECT id, sha256, principal, expires_at, revoked_at, created_at FROM tokens WHERE sha256 = $1")
            .bind(sha256.as_bytes())
            .fetch_optional(connection)
            .await
            .map_err(database)?;
    one(row, read::token)
}

pub(super) async fn any(connection: &mut PgConnection) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM tokens LIMIT 1").fetch_optional(connection).await.map_err(database)?;
    Ok(row.is_some())
}
