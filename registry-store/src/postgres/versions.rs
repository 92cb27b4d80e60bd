//! Versions, with their contracts, statuses and files.

use registry_core::digest::Digest;
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::change::NewVersion;
use crate::error::StoreError;
use crate::rows::{FileRecord, StoredContract, VersionDocuments, VersionRecord, VersionStatus};
use crate::sql::cells::{all, one};
use crate::sql::values::{document, integer, version_key};
use crate::sql::{affects, read};

/// The version with its contract, status and files, in one trip. There may be ten thousand files, and other writers of
/// the model wait. A file whose blob is not recorded under that line and size is not inserted, and the count tells.
pub(super) async fn insert(connection: &mut PgConnection, version: &NewVersion, at: Time) -> Result<(), StoreError> {
    let paths: Vec<&str> = version.files.iter().map(|file| file.path.as_str()).collect();
    let sizes = version.files.iter().map(|file| integer(file.size)).collect::<Result<Vec<_>, _>>()?;
    let digests: Vec<&[u8]> = version.files.iter().map(|file| file.sha256.as_bytes().as_slice()).collect();
    let media_types: Vec<&str> = version.files.iter().map(|file| file.media_type.as_str()).collect();
    let lines: Vec<String> = version.files.iter().map(|file| file.line.to_string()).collect();
    let inserted = sqlx::query(
        "WITH contract AS (
             INSERT INTO contracts (digest, extractor, body) VALUES ($8, $9, $10::json)
             ON CONFLICT (digest) DO NOTHING
         ), version AS (
             INSERT INTO versions (id, model_id, version, version_key, ordinal, manifest_digest, content_digest,
                 contract_digest, created_at, created_by, verdict, artifact, manifest, hazards)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $11, $12, $13::json, $14::json, $15::json, $24::json)
         ), status AS (
             INSERT INTO version_statuses (version_id, state, reason, states_before, description, labels, changed_at)
             VALUES ($1, $16, NULL, '[]', $17, $18::json, $11)
         )
         INSERT INTO version_files (version_id, path, size, sha256, media_type, line)
         SELECT $1, file.path, blob.size, blob.sha256, file.media_type, blob.line
         FROM unnest($19::text[], $20::bigint[], $21::bytea[], $22::text[], $23::text[])
             AS file (path, size, sha256, media_type, line)
         JOIN models AS model ON model.id = $2
         JOIN namespaces AS namespace ON namespace.id = model.namespace_id
         JOIN blobs AS blob ON blob.namespace = namespace.name AND blob.model = model.name
             AND blob.line = file.line AND blob.sha256 = file.sha256
         WHERE blob.size = file.size",
    )
    .bind(version.id)
    .bind(version.model)
    .bind(version.version.to_string())
    .bind(version_key(&version.version))
    .bind(integer(version.ordinal)?)
    .bind(version.manifest_digest.as_bytes())
    .bind(version.content_digest.as_bytes())
    .bind(version.contract_digest.as_bytes())
    .bind(&version.extractor)
    .bind(document(&version.contract)?)
    .bind(at)
    .bind(&version.created_by)
    .bind(document(&version.verdict)?)
    .bind(document(&version.artifact)?)
    .bind(document(&version.manifest)?)
    .bind(VersionStatus::default().state.as_str())
    .bind(&version.description)
    .bind(document(&version.labels)?)
    .bind(paths)
    .bind(sizes)
    .bind(digests)
    .bind(media_types)
    .bind(lines)
    .bind(document(&version.hazards)?)
    .execute(connection)
    .await
    .map_err(conflict_over("version"))?;
    affects(u64::try_from(version.files.len()).unwrap_or(u64::MAX), inserted.rows_affected(), "blob")
}

/// Sets the status of a version, of the given model if there is one.
pub(super) async fn set_status(
    connection: &mut PgConnection,
    model: Option<Uuid>,
    version: Uuid,
    status: &VersionStatus,
    at: Time,
) -> Result<(), StoreError> {
    let updated = sqlx::query(
        "UPDATE version_statuses
         SET state = $3, reason = $4, states_before = $5::json, description = $6, labels = $7::json, changed_at = $8
         WHERE version_id = $1 AND ($2 IS NULL OR EXISTS (SELECT 1 FROM versions WHERE id = $1 AND model_id = $2))",
    )
    .bind(version)
    .bind(model)
    .bind(status.state.as_str())
    .bind(status.reason.as_deref())
    .bind(document(&status.before)?)
    .bind(&status.description)
    .bind(document(&status.labels)?)
    .bind(at)
    .execute(connection)
    .await
    .map_err(database)?;
    affects(1, updated.rows_affected(), "version")
}

pub(super) async fn documents(
    connection: &mut PgConnection,
    version: Uuid,
) -> Result<Option<VersionDocuments>, StoreError> {
    let row = sqlx::query("SELECT version, manifest, verdict, artifact FROM versions WHERE id = $1")
        .bind(version)
        .fetch_optional(connection)
        .await
        .map_err(database)?;
    one(row, read::documents)
}

pub(super) async fn files(connection: &mut PgConnection, version: Uuid) -> Result<Vec<FileRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT path, size, sha256, media_type, line FROM version_files WHERE version_id = $1 ORDER BY path",
    )
    .bind(version)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::file)
}

/// The versions of a model, by ordinal.
pub(super) async fn of_model(connection: &mut PgConnection, model: Uuid) -> Result<Vec<VersionRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT v.id, v.version, v.ordinal, v.manifest_digest, v.content_digest, v.contract_digest, v.created_at,
             v.created_by, v.hazards, s.state, s.reason, s.states_before, s.description, s.labels
         FROM versions v JOIN version_statuses s ON s.version_id = v.id
         WHERE v.model_id = $1 ORDER BY v.ordinal",
    )
    .bind(model)
    .fetch_all(connection)
    .await
    .map_err(database)?;
    all(&rows, read::version)
}

/// The contracts with these digests. The list goes in as one array, however long it is.
pub(super) async fn contracts(
    connection: &mut PgConnection,
    digests: &[Digest],
) -> Result<Vec<StoredContract>, StoreError> {
    let wanted: Vec<&[u8]> = digests.iter().map(|digest| digest.as_bytes().as_slice()).collect();
    let rows = sqlx::query("SELECT digest, extractor, body FROM contracts WHERE digest = ANY ($1)")
        .bind(wanted)
        .fetch_all(connection)
        .await
        .map_err(database)?;
    all(&rows, read::contract)
}
