//! Uploads in parts.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use sqlx::SqliteConnection;

use super::columns::time;
use super::errors::database;
use super::{SqliteStore, blobs};
use crate::error::StoreError;
use crate::rows::BlobRecord;
use crate::sql::cells::{all, one};
use crate::sql::read;
use crate::sql::values::integer;
use crate::uploads::{UploadPart, UploadRecord, Uploads};

#[async_trait]
impl Uploads for SqliteStore {
    async fn upload(&self, blob: &BlobRecord) -> Result<Option<UploadRecord>, StoreError> {
        let mut transaction = self.readers.begin().await.map_err(database)?;
        let found = find(&mut transaction, blob).await?;
        transaction.commit().await.map_err(database)?;
        Ok(found)
    }

    async fn open_upload(
        &self,
        blob: &BlobRecord,
        session: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<String, StoreError> {
        self.write(async |connection| open(connection, blob, session, now, expires_at).await).await
    }

    async fn keep_part(
        &self,
        session: &str,
        part: &UploadPart,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(async |connection| keep_part(connection, session, part, now, expires_at).await).await
    }

    async fn forget_part(&self, session: &str, number: u32, now: Timestamp) -> Result<bool, StoreError> {
        self.write(async |connection| forget_part(connection, session, number, now).await).await
    }

    async fn claim_upload(&self, session: &str, now: Timestamp, until: Timestamp) -> Result<bool, StoreError> {
        self.write(async |connection| claim(connection, session, now, until).await).await
    }

    async fn extend_claim(&self, session: &str, until: Timestamp) -> Result<bool, StoreError> {
        self.write(async |connection| set_claim(connection, session, Some(until)).await).await
    }

    async fn release_claim(&self, session: &str) -> Result<(), StoreError> {
        self.write(async |connection| set_claim(connection, session, None).await.map(drop)).await
    }

    async fn refuse_upload(&self, session: &str, found: Option<Digest>) -> Result<(), StoreError> {
        self.write(async |connection| refuse(connection, session, found).await).await
    }

    async fn finish_upload(&self, blob: &BlobRecord) -> Result<(), StoreError> {
        self.write(async |connection| {
            blobs::record(connection, blob).await?;
            forget_parts(connection, blob).await?;
            forget(connection, blob).await
        })
        .await
    }

    async fn discard_upload(&self, blob: &BlobRecord, session: Option<&str>) -> Result<(), StoreError> {
        self.write(async |connection| {
            if lock(connection, blob).await? != Some(session.map(str::to_owned)) {
                return Ok(());
            }
            forget_parts(connection, blob).await?;
            forget(connection, blob).await
        })
        .await
    }

    async fn claim_expired(
        &self,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<(BlobRecord, Option<String>)>, StoreError> {
        self.write(async |connection| claim_expired(connection, now, until, limit).await).await
    }

    async fn open_sessions(&self) -> Result<Vec<String>, StoreError> {
        let rows = sqlx::query("SELECT session FROM uploads WHERE session IS NOT NULL")
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(database)?;
        all(&rows, read::session)
    }
}

async fn find(connection: &mut SqliteConnection, blob: &BlobRecord) -> Result<Option<UploadRecord>, StoreError> {
    let row = sqlx::query(
        "SELECT namespace, model, line, sha256, size, session, refused, claimed_until, created_at, expires_at
         FROM uploads WHERE (namespace, model, line, sha256, size) = (?1, ?2, ?3, ?4, ?5)",
    )
    .bind(blob.namespace.as_str().to_owned())
    .bind(blob.model.as_str().to_owned())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes().to_vec())
    .bind(integer(blob.size)?)
    .fetch_optional(&mut *connection)
    .await
    .map_err(database)?;
    let Some(found) = one(row, |row| read::upload(row, Vec::new()))? else { return Ok(None) };
    let rows = sqlx::query("SELECT number, size, sha256, tag FROM upload_parts WHERE session = ?1 ORDER BY number")
        .bind(found.session.clone())
        .fetch_all(connection)
        .await
        .map_err(database)?;
    Ok(Some(UploadRecord { parts: all(&rows, read::upload_part)?, ..found }))
}

async fn open(
    connection: &mut SqliteConnection,
    blob: &BlobRecord,
    session: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<String, StoreError> {
    let row = sqlx::query(
        "INSERT INTO uploads (namespace, model, line, sha256, size, session, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (namespace, model, line, sha256, size) DO UPDATE
         SET session = coalesce(uploads.session, excluded.session),
             expires_at = max(uploads.expires_at, excluded.expires_at)
         RETURNING session",
    )
    .bind(blob.namespace.as_str().to_owned())
    .bind(blob.model.as_str().to_owned())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes().to_vec())
    .bind(integer(blob.size)?)
    .bind(session.to_owned())
    .bind(time(now))
    .bind(time(expires_at))
    .fetch_one(connection)
    .await
    .map_err(database)?;
    read::session(&row)
}

/// Puts the expiry off, where the session is open and nobody has claimed it.
async fn touch(
    connection: &mut SqliteConnection,
    session: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE uploads SET expires_at = max(expires_at, ?3)
         WHERE session = ?1 AND (claimed_until IS NULL OR claimed_until <= ?2)",
    )
    .bind(session.to_owned())
    .bind(time(now))
    .bind(time(expires_at))
    .execute(connection)
    .await
    .map_err(database)?;
    Ok(done.rows_affected() == 1)
}

async fn keep_part(
    connection: &mut SqliteConnection,
    session: &str,
    part: &UploadPart,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    if !touch(connection, session, now, expires_at).await? {
        return Ok(false);
    }
    sqlx::query(
        "INSERT INTO upload_parts (session, number, size, sha256, tag) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (session, number) DO UPDATE
         SET size = excluded.size, sha256 = excluded.sha256, tag = excluded.tag",
    )
    .bind(session.to_owned())
    .bind(i64::from(part.number))
    .bind(integer(part.size)?)
    .bind(part.sha256.as_bytes().to_vec())
    .bind(part.tag.clone())
    .execute(connection)
    .await
    .map_err(database)?;
    Ok(true)
}

async fn forget_part(
    connection: &mut SqliteConnection,
    session: &str,
    number: u32,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !touch(connection, session, now, now).await? {
        return Ok(false);
    }
    sqlx::query("DELETE FROM upload_parts WHERE session = ?1 AND number = ?2")
        .bind(session.to_owned())
        .bind(i64::from(number))
        .execute(connection)
        .await
        .map_err(database)?;
    Ok(true)
}

async fn claim(
    connection: &mut SqliteConnection,
    session: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE uploads SET claimed_until = ?3
         WHERE session = ?1 AND (claimed_until IS NULL OR claimed_until <= ?2)",
    )
    .bind(session.to_owned())
    .bind(time(now))
    .bind(time(until))
    .execute(connection)
    .await
    .map_err(database)?;
    Ok(done.rows_affected() == 1)
}

async fn set_claim(
    connection: &mut SqliteConnection,
    session: &str,
    until: Option<Timestamp>,
) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE uploads SET claimed_until = ?2 WHERE session = ?1")
        .bind(session.to_owned())
        .bind(until.map(time))
        .execute(connection)
        .await
        .map_err(database)?;
    Ok(done.rows_affected() == 1)
}

async fn refuse(connection: &mut SqliteConnection, session: &str, found: Option<Digest>) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM upload_parts WHERE session = ?1")
        .bind(session.to_owned())
        .execute(&mut *connection)
        .await
        .map_err(database)?;
    sqlx::query("UPDATE uploads SET session = NULL, claimed_until = NULL, refused = ?2 WHERE session = ?1")
        .bind(session.to_owned())
        .bind(found.map(|found| found.as_bytes().to_vec()))
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

/// The session of an upload that is there, which may be none. Its row is this transaction's until its end.
async fn lock(connection: &mut SqliteConnection, blob: &BlobRecord) -> Result<Option<Option<String>>, StoreError> {
    let row = sqlx::query(
        "SELECT namespace, model, line, sha256, size, session FROM uploads
         WHERE (namespace, model, line, sha256, size) = (?1, ?2, ?3, ?4, ?5)",
    )
    .bind(blob.namespace.as_str().to_owned())
    .bind(blob.model.as_str().to_owned())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes().to_vec())
    .bind(integer(blob.size)?)
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    Ok(one(row, read::claimed_upload)?.map(|(_, session)| session))
}

async fn forget_parts(connection: &mut SqliteConnection, blob: &BlobRecord) -> Result<(), StoreError> {
    let Some(Some(session)) = lock(connection, blob).await? else { return Ok(()) };
    sqlx::query("DELETE FROM upload_parts WHERE session = ?1")
        .bind(session)
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

async fn forget(connection: &mut SqliteConnection, blob: &BlobRecord) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM uploads WHERE (namespace, model, line, sha256, size) = (?1, ?2, ?3, ?4, ?5)")
        .bind(blob.namespace.as_str().to_owned())
        .bind(blob.model.as_str().to_owned())
        .bind(blob.line.to_string())
        .bind(blob.sha256.as_bytes().to_vec())
        .bind(integer(blob.size)?)
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

async fn claim_expired(
    connection: &mut SqliteConnection,
    now: Timestamp,
    until: Timestamp,
    limit: u32,
) -> Result<Vec<(BlobRecord, Option<String>)>, StoreError> {
    let rows = sqlx::query(
        "UPDATE uploads SET claimed_until = ?2 WHERE rowid IN (
             SELECT rowid FROM uploads
             WHERE expires_at <= ?1 AND (claimed_until IS NULL OR claimed_until <= ?1)
             ORDER BY expires_at LIMIT ?3
         )
         RETURNING namespace, model, line, sha256, size, session",
    )
    .bind(time(now))
    .bind(time(until))
    .bind(i64::from(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::claimed_upload)
}
