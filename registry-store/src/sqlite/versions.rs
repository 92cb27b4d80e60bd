//! Versions, with their contracts, statuses and files.

use registry_core::digest::Digest;
use serde_json::json;
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::errors::{conflict_over, database};
use crate::change::{NewFile, NewVersion};
use crate::error::StoreError;
use crate::rows::{FileRecord, StoredContract, VersionDocuments, VersionRecord, VersionStatus};
use crate::sql::cells::{all, one};
use crate::sql::values::{document, integer, version_key};
use crate::sql::{affects, read};

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    version: &NewVersion,
    at: &str,
) -> Result<(), StoreError> {
    insert_contract(connection, version).await?;
    insert_version(connection, version, at).await?;
    let status = VersionStatus {
        description: version.description.clone(),
        labels: version.labels.clone(),
        ..Default::default()
    };
    insert_status(connection, version.id, &status, at).await?;
    insert_files(connection, version).await
}

async fn insert_contract(connection: &mut SqliteConnection, version: &NewVersion) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO contracts (digest, extractor, body) VALUES (?1, ?2, ?3) ON CONFLICT (digest) DO NOTHING")
        .bind(version.contract_digest.as_bytes().to_vec())
        .bind(version.extractor.clone())
        .bind(document(&version.contract)?)
        .execute(connection)
        .await
        .map(drop)
        .map_err(database)
}

async fn insert_version(connection: &mut SqliteConnection, version: &NewVersion, at: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO versions (id, model_id, version, version_key, ordinal, manifest_digest, content_digest,
             contract_digest, created_at, created_by, hazards, verdict, artifact, manifest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )
    .bind(version.id)
    .bind(version.model)
    .bind(version.version.to_string())
    .bind(version_key(&version.version))
    .bind(integer(version.ordinal)?)
    .bind(version.manifest_digest.as_bytes().to_vec())
    .bind(version.content_digest.as_bytes().to_vec())
    .bind(version.contract_digest.as_bytes().to_vec())
    .bind(at.to_owned())
    .bind(version.created_by.clone())
    .bind(document(&version.hazards)?)
    .bind(document(&version.verdict)?)
    .bind(document(&version.artifact)?)
    .bind(document(&version.manifest)?)
    .execute(connection)
    .await
    .map(drop)
    .map_err(conflict_over("version"))
}

async fn insert_status(
    connection: &mut SqliteConnection,
    version: Uuid,
    status: &VersionStatus,
    at: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO version_statuses (version_id, state, reason, states_before, description, labels, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(version)
    .bind(status.state.as_str())
    .bind(status.reason.clone())
    .bind(document(&status.before)?)
    .bind(status.description.clone())
    .bind(document(&status.labels)?)
    .bind(at.to_owned())
    .execute(connection)
    .await
    .map(drop)
    .map_err(database)
}

/// All files in one statement: there may be ten thousand, and every other writer waits. A file whose blob is not
/// recorded under that line and size is not inserted, and the count tells.
async fn insert_files(connection: &mut SqliteConnection, version: &NewVersion) -> Result<(), StoreError> {
    let files: Vec<_> = version.files.iter().map(file_document).collect();
    let inserted = sqlx::query(
        "INSERT INTO version_files (version_id, path, size, sha256, media_type, line)
         SELECT ?1, file.value ->> 'path', blob.size, blob.sha256, file.value ->> 'media_type', blob.line
         FROM json_each(?3) AS file
         JOIN models AS model ON model.id = ?2
         JOIN namespaces AS namespace ON namespace.id = model.namespace_id
         JOIN blobs AS blob ON blob.namespace = namespace.name AND blob.model = model.name
             AND blob.line = file.value ->> 'line' AND blob.sha256 = unhex(file.value ->> 'sha256')
         WHERE blob.size = file.value ->> 'size'",
    )
    .bind(version.id)
    .bind(version.model)
    .bind(document(&files)?)
    .execute(connection)
    .await
    .map_err(conflict_over("file"))?;
    let expected = u64::try_from(version.files.len()).unwrap_or(u64::MAX);
    affects(expected, inserted.rows_affected(), "blob")
}

fn file_document(file: &NewFile) -> serde_json::Value {
    json!({
        "path": file.path,
        "size": file.size,
        "sha256": file.sha256.to_hex(),
        "media_type": file.media_type,
        "line": file.line,
    })
}

/// Sets the status of a version, of the given model if there is one.
pub(super) async fn set_status(
    connection: &mut SqliteConnection,
    model: Option<Uuid>,
    version: Uuid,
    status: &VersionStatus,
    at: &str,
) -> Result<(), StoreError> {
    let updated = sqlx::query(
        "UPDATE version_statuses
         SET state = ?3, reason = ?4, states_before = ?5, description = ?6, labels = ?7, changed_at = ?8
         WHERE version_id = ?1 AND (?2 IS NULL OR EXISTS (SELECT 1 FROM versions WHERE id = ?1 AND model_id = ?2))",
    )
    .bind(version)
    .bind(model)
    .bind(status.state.as_str())
    .bind(status.reason.clone())
    .bind(document(&status.before)?)
    .bind(status.description.clone())
    .bind(document(&status.labels)?)
    .bind(at.to_owned())
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "version")
}

pub(super) async fn documents(
    connection: &mut SqliteConnection,
    version: Uuid,
) -> Result<Option<VersionDocuments>, StoreError> {
    let row = sqlx::query("SELECT version, manifest, verdict, artifact FROM versions WHERE id = ?1")
        .bind(version)
        .fetch_optional(connection)
        .await
        .map_err(database)?;
    one(row, read::documents)
}

pub(super) async fn files(connection: &mut SqliteConnection, version: Uuid) -> Result<Vec<FileRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT path, size, sha256, media_type, line FROM version_files WHERE version_id = ?1 ORDER BY path",
    )
    .bind(version)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::file)
}

/// The versions of a model, by ordinal.
pub(super) async fn of_model(connection: &mut SqliteConnection, model: Uuid) -> Result<Vec<VersionRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT v.id, v.version, v.ordinal, v.manifest_digest, v.content_digest, v.contract_digest, v.created_at,
             v.created_by, v.hazards, s.state, s.reason, s.states_before, s.description, s.labels
         FROM versions v JOIN version_statuses s ON s.version_id = v.id
         WHERE v.model_id = ?1 ORDER BY v.ordinal",
    )
    .bind(model)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::version)
}

/// The contracts with these digests. The list goes in as one document, however long it is.
pub(super) async fn contracts(
    connection: &mut SqliteConnection,
    digests: &[Digest],
) -> Result<Vec<StoredContract>, StoreError> {
    let wanted: Vec<String> = digests.iter().map(Digest::to_hex).collect();
    let rows = sqlx::query(
        "SELECT digest, extractor, body FROM contracts
         WHERE digest IN (SELECT unhex(wanted.value) FROM json_each(?1) AS wanted)",
    )
    .bind(document(&wanted)?)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::contract)
}
