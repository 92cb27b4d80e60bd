//! Applying a change inside one transaction.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::columns::time;
use super::errors::database;
use super::{answers, channels, events, members, models, namespaces, principals, tokens, versions};
use crate::change::{Change, Guard, Write};
use crate::error::StoreError;
use crate::sql::affects;
use crate::sql::cells::Columns;
use crate::sql::values::integer;

/// Applies everything; the caller ends the transaction.
pub(super) async fn apply(connection: &mut SqliteConnection, change: &Change) -> Result<(), StoreError> {
    change.check_covered()?;
    let at = time(change.at);
    guard(connection, change, &at).await?;
    for write in &change.writes {
        apply_write(connection, change, write, &at).await?;
    }
    for event in &change.events {
        events::append(connection, event, &at).await?;
    }
    if let Some((key, answer)) = &change.answer {
        answers::claim(connection, key, answer, &at).await?;
    }
    Ok(())
}

/// Raises the revision and, in the same trip, moves the clock on: the database never answers a time before the last one
/// that it has stored.
async fn guard(connection: &mut SqliteConnection, change: &Change, at: &str) -> Result<(), StoreError> {
    let (sql, id, revision, stamp, what) = match change.guard {
        Guard::Model { id, revision, stamp } => (
            "UPDATE models SET revision = revision + 1, stamp = ?5 WHERE id = ?1 AND revision = ?2 AND stamp = ?4;
             UPDATE clock SET now = max(now, ?3) WHERE one = 1",
            id,
            revision,
            stamp,
            "model",
        ),
        Guard::Namespace { id, revision, stamp } => (
            "UPDATE namespaces SET revision = revision + 1, stamp = ?5 WHERE id = ?1 AND revision = ?2 AND stamp = ?4;
             UPDATE clock SET now = max(now, ?3) WHERE one = 1",
            id,
            revision,
            stamp,
            "namespace",
        ),
        Guard::Names => return tick(connection, at).await,
    };
    let raised = sqlx::query(sql).bind(id).bind(integer(revision)?).bind(at.to_owned()).bind(stamp).bind(change.stamp);
    let raised = raised.execute(connection);
    affects(2, raised.await.map_err(database)?.rows_affected(), what)
}

async fn tick(connection: &mut SqliteConnection, at: &str) -> Result<(), StoreError> {
    let tick = sqlx::query("UPDATE clock SET now = max(now, ?1) WHERE one = 1").bind(at.to_owned());
    tick.execute(connection).await.map(drop).map_err(database)
}

/// The time of the machine, or the last one stored if that machine's clock was set back.
pub(super) async fn now(connection: &mut SqliteConnection) -> Result<Timestamp, StoreError> {
    let row = sqlx::query("SELECT max(now, strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')) AS now, one FROM clock")
        .fetch_one(connection)
        .await
        .map_err(database)?;
    Columns::of(&row, "clock", "one").time("now")
}

async fn apply_write(
    connection: &mut SqliteConnection,
    change: &Change,
    write: &Write,
    at: &str,
) -> Result<(), StoreError> {
    let Change { guard, stamp, .. } = change;
    match write {
        Write::InsertNamespace { .. } => namespaces::insert(connection, write, *stamp, at).await,
        Write::UpdateNamespace { .. } => match guard {
            Guard::Namespace { id, .. } => namespaces::update(connection, *id, write).await,
            Guard::Model { .. } | Guard::Names => Err(write.uncovered()),
        },
        Write::SetMember { principal, roles } => match guard {
            Guard::Namespace { id, .. } => members::set(connection, *id, principal, roles, at).await,
            Guard::Model { .. } | Guard::Names => Err(write.uncovered()),
        },
        Write::InsertPrincipal(principal) => principals::insert(connection, principal, at).await,
        Write::UpdatePrincipal { name, description, is_disabled } => {
            principals::update(connection, name, description, *is_disabled, at).await
        }
        Write::InsertToken(token) => tokens::insert(connection, token, at).await,
        Write::RevokeToken { id } => tokens::revoke(connection, *id, at).await,
        Write::InsertModel { .. } => models::insert(connection, write, *stamp, at).await,
        Write::UpdateModel { .. } => models::update(connection, write, at).await,
        Write::InsertVersion(version) => versions::insert(connection, version, at).await,
        Write::SetVersionStatus { version, status } => {
            let model = match guard {
                Guard::Model { id, .. } => Some(*id),
                Guard::Namespace { .. } | Guard::Names => None,
            };
            versions::set_status(connection, model, *version, status, at).await
        }
        Write::SetChannelPolicy { model, channel, policy } => {
            channels::set_policy(connection, *model, channel, policy).await
        }
        Write::AppendRevision { .. } => channels::append(connection, write, at).await,
    }
}
