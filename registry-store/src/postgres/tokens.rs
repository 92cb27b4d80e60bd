//! Tokens.

use registry_core::digest::Digest;
use sqlx::PgConnection;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::error::StoreError;
use crate::rows::TokenRecord;
use crate::sql::cells::one;
use crate::sql::read;

pub(super) async fn insert(connection: &mut PgConnection, token: &TokenRecord) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO tokens (id, sha256, principal, expires_at, revoked_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(token.id)
    .bind(token.sha256.as_bytes())
    .bind(&token.principal)
    .bind(token.expires_at.map(Time))
    .bind(token.revoked_at.map(Time))
    .bind(Time(token.created_at))
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("token"))
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
