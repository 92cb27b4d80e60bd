//! Which bytes are stored and verified.

use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::{Line, Version};
use sqlx::{Connection as _, PgConnection};

use super::errors::database;
use crate::error::StoreError;
use crate::rows::{BlobRecord, Page};
use crate::sql::cells::{all, one, one_more, page};
use crate::sql::read;
use crate::sql::values::integer;

pub(super) async fn record(connection: &mut PgConnection, blob: &BlobRecord) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO blobs (namespace, model, line, sha256, size) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (namespace, model, line, sha256) DO UPDATE SET is_damaged = false WHERE blobs.is_damaged",
    )
    .bind(blob.namespace.as_str())
    .bind(blob.model.as_str())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes())
    .bind(integer(blob.size)?)
    .execute(connection)
    .await
    .map(drop)
    .map_err(database)
}

pub(super) async fn find(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    model: &ModelName,
    line: Line,
    sha256: Digest,
) -> Result<Option<BlobRecord>, StoreError> {
    let row = sqlx::query(
        "SELECT namespace, model, line, sha256, size FROM blobs
         WHERE namespace = $1 AND model = $2 AND line = $3 AND sha256 = $4 AND NOT is_damaged",
    )
    .bind(namespace.as_str())
    .bind(model.as_str())
    .bind(line.to_string())
    .bind(sha256.as_bytes())
    .fetch_optional(connection)
    .await
    .map_err(database)?;
    one(row, read::blob)
}

pub(super) async fn list(
    connection: &mut PgConnection,
    after: Option<&BlobRecord>,
    limit: u32,
) -> Result<Page<BlobRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT namespace, model, line, sha256, size FROM blobs
         WHERE (namespace, model, line, sha256) > ($1, $2, $3, $4)
         ORDER BY namespace, model, line, sha256 LIMIT $5",
    )
    .bind(after.map_or("", |blob| blob.namespace.as_str()))
    .bind(after.map_or("", |blob| blob.model.as_str()))
    .bind(after.map_or_else(String::new, |blob| blob.line.to_string()))
    .bind(after.map_or_else(Vec::new, |blob| blob.sha256.as_bytes().to_vec()))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::blob)
}

pub(super) async fn mark(connection: &mut PgConnection, blob: &BlobRecord, is_damaged: bool) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE blobs SET is_damaged = $5
         WHERE namespace = $1 AND model = $2 AND line = $3 AND sha256 = $4",
    )
    .bind(blob.namespace.as_str())
    .bind(blob.model.as_str())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes())
    .bind(is_damaged)
    .execute(connection)
    .await
    .map(drop)
    .map_err(database)
}

pub(super) async fn bytes(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    except: Option<&BlobRecord>,
) -> Result<u64, StoreError> {
    let except = except.filter(|blob| blob.namespace == *namespace);
    let sum: i64 = sqlx::query_scalar(
        "SELECT ((SELECT COALESCE(SUM(size), 0) FROM blobs WHERE namespace = $1)
             + (SELECT COALESCE(SUM(part.size), 0) FROM uploads upload
                JOIN upload_parts part ON part.session = upload.session
                WHERE upload.namespace = $1
                AND ($2 IS NULL OR (upload.model, upload.line, upload.sha256, upload.size) <> ($2, $3, $4, $5))))::int8",
    )
    .bind(namespace.as_str())
    .bind(except.map(|blob| blob.model.as_str()))
    .bind(except.map(|blob| blob.line.to_string()))
    .bind(except.map(|blob| blob.sha256.as_bytes()))
    .bind(except.map(|blob| integer(blob.size)).transpose()?)
    .fetch_one(connection)
    .await
    .map_err(database)?;
    // Sizes are never negative; the tables see to it.
    Ok(u64::try_from(sum).unwrap_or(u64::MAX))
}

pub(super) async fn damaged(connection: &mut PgConnection) -> Result<Vec<BlobRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT namespace, model, line, sha256, size FROM blobs
         WHERE is_damaged ORDER BY namespace, model, line, sha256",
    )
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::blob)
}

pub(super) async fn users(
    connection: &mut PgConnection,
    blob: &BlobRecord,
) -> Result<Vec<(Version, FilePath)>, StoreError> {
    let rows = sqlx::query(
        "SELECT version.version, file.path
         FROM namespaces namespace
         JOIN models model ON model.namespace_id = namespace.id
         JOIN versions version ON version.model_id = model.id
         JOIN version_files file ON file.version_id = version.id
         WHERE namespace.name = $1 AND model.name = $2 AND file.line = $3 AND file.sha256 = $4
         ORDER BY version.ordinal, file.path",
    )
    .bind(blob.namespace.as_str())
    .bind(blob.model.as_str())
    .bind(blob.line.to_string())
    .bind(blob.sha256.as_bytes())
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::named_file)
}

/// A check of everything: it reads every file of every version, and may take longer than other statements.
pub(super) async fn missing(
    connection: &mut PgConnection,
) -> Result<Vec<(NamespaceName, ModelName, Version)>, StoreError> {
    let mut transaction = connection.begin().await.map_err(database)?;
    sqlx::query("SET LOCAL statement_timeout = '10min'").execute(&mut *transaction).await.map_err(database)?;
    let rows = sqlx::query(
        "SELECT namespace.name AS namespace, model.name AS model, version.version
         FROM versions version
         JOIN models model ON model.id = version.model_id
         JOIN namespaces namespace ON namespace.id = model.namespace_id
         WHERE EXISTS (
             SELECT 1 FROM version_files file
             LEFT JOIN blobs blob ON blob.namespace = namespace.name AND blob.model = model.name
                 AND blob.line = file.line AND blob.sha256 = file.sha256
             WHERE file.version_id = version.id AND blob.sha256 IS NULL
         )
         ORDER BY namespace.name, model.name, version.ordinal",
    )
    .fetch_all(&mut *transaction)
    .await
    .map_err(database)?;
    transaction.commit().await.map_err(database)?;
    all(&rows, read::named_version)
}
