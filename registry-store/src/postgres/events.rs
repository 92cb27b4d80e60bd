//! The log of events, and the outbox.

use registry_core::name::NamespaceName;
use sqlx::PgConnection;
use uuid::Uuid;

use super::columns::Time;
use super::errors::{conflict_over, database};
use crate::change::NewEvent;
use crate::error::StoreError;
use crate::rows::{EventRecord, Page};
use crate::sql::cells::{Columns, one_more, page};
use crate::sql::values::{document, integer};
use crate::sql::{affects, read};

/// Counts, appends and puts into the outbox, all events in one trip. The namespace row stays locked until the commit, so
/// the numbers have no gaps.
pub(super) async fn append(connection: &mut PgConnection, events: &[NewEvent], at: Time) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    let namespaces: Vec<&str> = events.iter().map(|event| event.namespace.as_str()).collect();
    let ids: Vec<Uuid> = events.iter().map(|event| event.id).collect();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    let payloads = events.iter().map(|event| document(&event.payload)).collect::<Result<Vec<_>, _>>()?;
    let appended = sqlx::query(
        "WITH event AS (
             SELECT given.*, row_number() OVER (PARTITION BY given.namespace ORDER BY given.place) AS number
             FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) WITH ORDINALITY
                 AS given (namespace, id, type, payload, place)
         ), counted AS (
             UPDATE namespaces SET event_seq = event_seq + new.events, last_at = greatest(last_at, $5)
             FROM (SELECT namespace, count(*) AS events FROM event GROUP BY namespace) AS new
             WHERE name = new.namespace
             RETURNING namespaces.id, name, event_seq - new.events AS before
         ), logged AS (
             INSERT INTO events (namespace_id, seq, id, type, time, payload)
             SELECT counted.id, counted.before + event.number, event.id, event.type, $5, event.payload::json
             FROM event JOIN counted ON counted.name = event.namespace
             RETURNING namespace_id, seq
         )
         INSERT INTO outbox (namespace_id, seq) SELECT namespace_id, seq FROM logged",
    )
    .bind(namespaces)
    .bind(ids)
    .bind(kinds)
    .bind(payloads)
    .bind(at)
    .execute(connection)
    .await
    .map_err(conflict_over("event"))?;
    affects(u64::try_from(events.len()).unwrap_or(u64::MAX), appended.rows_affected(), "namespace")
}

pub(super) async fn list(
    connection: &mut PgConnection,
    namespace: &NamespaceName,
    after: u64,
    limit: u32,
) -> Result<Page<EventRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT n.name AS namespace, e.seq, e.id, e.type, e.time, e.payload
         FROM namespaces n JOIN events e ON e.namespace_id = n.id
         WHERE n.name = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3",
    )
    .bind(namespace.as_str())
    .bind(integer(after).unwrap_or(i64::MAX))
    .bind(one_more(limit))
    .fetch_all(connection)
    .await
    .map_err(database)?;
    page(&rows, limit, read::event)
}

pub(super) async fn last(connection: &mut PgConnection, namespace: &NamespaceName) -> Result<Option<u64>, StoreError> {
    let row = sqlx::query("SELECT name, event_seq FROM namespaces WHERE name = $1")
        .bind(namespace.as_str())
        .fetch_optional(connection)
        .await
        .map_err(database)?;
    row.map(|row| Columns::of(&row, "namespaces", "name").count("event_seq")).transpose()
}
