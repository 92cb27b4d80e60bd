//! The log of events, and the outbox.

use registry_core::name::NamespaceName;
use sqlx::SqliteConnection;

use super::errors::{conflict_over, database};
use crate::change::NewEvent;
use crate::error::StoreError;
use crate::rows::{EventRecord, Page};
use crate::sql::cells::{Columns, one_more, page};
use crate::sql::values::{document, integer};
use crate::sql::{affects, read};

/// Counts, appends and puts into the outbox, in one trip. The namespace row stays locked until the commit, so the
/// numbers have no gaps.
pub(super) async fn append(connection: &mut SqliteConnection, event: &NewEvent, at: &str) -> Result<(), StoreError> {
    let appended = sqlx::query(
        "UPDATE namespaces SET event_seq = event_seq + 1 WHERE name = ?1;
         INSERT INTO events (namespace_id, seq, id, type, time, payload)
             SELECT id, event_seq, ?2, ?3, ?4, ?5 FROM namespaces WHERE name = ?1;
         INSERT INTO outbox (namespace_id, seq) SELECT id, event_seq FROM namespaces WHERE name = ?1",
    )
    .bind(event.namespace.as_str().to_owned())
    .bind(event.id)
    .bind(event.kind.clone())
    .bind(at.to_owned())
    .bind(document(&event.payload)?)
    .execute(connection)
    .await
    .map_err(conflict_over("event"))?;
    affects(3, appended.rows_affected(), "namespace")
}

pub(super) async fn list(
    connection: &mut SqliteConnection,
    namespace: &NamespaceName,
    after: u64,
    limit: u32,
) -> Result<Page<EventRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT n.name AS namespace, e.seq, e.id, e.type, e.time, e.payload
         FROM namespaces n JOIN events e ON e.namespace_id = n.id
         WHERE n.name = ?1 AND e.seq > ?2 ORDER BY e.seq LIMIT ?3",
    )
    .bind(namespace.as_str().to_owned())
    .bind(integer(after).unwrap_or(i64::MAX))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::event)
}

pub(super) async fn last(
    connection: &mut SqliteConnection,
    namespace: &NamespaceName,
) -> Result<Option<u64>, StoreError> {
    let row = sqlx::query("SELECT name, event_seq FROM namespaces WHERE name = ?1")
        .bind(namespace.as_str().to_owned())
        .fetch_optional(connection)
        .await
        .map_err(database)?;
    row.map(|row| Columns::of(&row, "namespaces", "name").count("event_seq")).transpose()
}
