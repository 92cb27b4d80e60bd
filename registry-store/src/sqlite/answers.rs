//! Answers to requests that carry an idempotency key. They are good for a day; after that the key is free again.

use sqlx::SqliteConnection;

use super::errors::database;
use crate::error::StoreError;
use crate::rows::{IdempotencyKey, StoredAnswer};
use crate::sql::cells::one;
use crate::sql::{affects, read};

pub(super) async fn find(
    connection: &mut SqliteConnection,
    key: &IdempotencyKey,
) -> Result<Option<StoredAnswer>, StoreError> {
    let row = sqlx::query(
        "SELECT key, body_sha256, status, body FROM idempotency_keys
         WHERE principal = ?1 AND route = ?2 AND key = ?3
             AND created_at >= strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', '-1 day')",
    )
    .bind(key.principal.clone())
    .bind(key.route.clone())
    .bind(key.key.clone())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::answer)
}

/// Stores an answer unless there is one.
pub(super) async fn store(
    connection: &mut SqliteConnection,
    key: &IdempotencyKey,
    answer: &StoredAnswer,
) -> Result<(), StoreError> {
    insert(connection, key, answer, None).await.map(drop)
}

/// Stores the answer of a change. When the key has one, the change has been made already and must not be made again.
pub(super) async fn claim(
    connection: &mut SqliteConnection,
    key: &IdempotencyKey,
    answer: &StoredAnswer,
    at: &str,
) -> Result<(), StoreError> {
    let inserted = insert(connection, key, answer, Some(at)).await?;
    affects(1, inserted.rows_affected(), "idempotency key")
}

async fn insert(
    connection: &mut SqliteConnection,
    key: &IdempotencyKey,
    answer: &StoredAnswer,
    at: Option<&str>,
) -> Result<sqlx::sqlite::SqliteQueryResult, StoreError> {
    sqlx::query(
        "INSERT INTO idempotency_keys (principal, route, key, body_sha256, status, body, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')))
         ON CONFLICT (principal, route, key) DO UPDATE SET
             body_sha256 = excluded.body_sha256, status = excluded.status, body = excluded.body,
             created_at = excluded.created_at
             WHERE created_at < strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', '-1 day')",
    )
    .bind(key.principal.clone())
    .bind(key.route.clone())
    .bind(key.key.clone())
    .bind(answer.body_sha256.as_bytes().to_vec())
    .bind(answer.status)
    .bind(answer.body.clone())
    .bind(at.map(str::to_owned))
    .execute(connection)
    .await
    .map_err(database)
}
