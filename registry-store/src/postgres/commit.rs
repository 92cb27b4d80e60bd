//! Applying a change inside one transaction.

use jiff::Timestamp;
use sqlx::PgConnection;

use super::columns::Time;
use super::errors::database;
use super::{answers, channels, events, members, models, namespaces, principals, tokens, versions};
use crate::change::{Change, Guard, Write};
use crate::error::StoreError;
use crate::sql::affects;
use crate::sql::cells::Columns;
use crate::sql::values::integer;

/// Applies everything; the caller ends the transaction. The row of the namespace, which the changes of all its models
/// count their events in, is locked as late as possible.
pub(super) async fn apply(connection: &mut PgConnection, change: &Change) -> Result<(), StoreError> {
    let at = Time(change.at);
    guard(connection, change).await?;
    for write in &change.writes {
        apply_write(connection, change, write, at).await?;
    }
    if let Some((key, answer)) = &change.answer {
        answers::claim(connection, key, answer, at).await?;
    }
    events::append(connection, &change.events, at).await
}

/// Raises the revision. A change that waited here for another finds, after that one's commit, that the revision moved.
async fn guard(connection: &mut PgConnection, change: &Change) -> Result<(), StoreError> {
    let (sql, id, revision, stamp, what) = match change.guard {
        Guard::Model { id, revision, stamp } => (
            "UPDATE models SET revision = revision + 1, stamp = $4 WHERE id = $1 AND revision = $2 AND stamp = $3",
            id,
            revision,
            stamp,
            "model",
        ),
        Guard::Namespace { id, revision, stamp } => (
            "UPDATE namespaces SET revision = revision + 1, stamp = $4 WHERE id = $1 AND revision = $2 AND stamp = $3",
            id,
            revision,
            stamp,
            "namespace",
        ),
        Guard::Names => return Ok(()),
    };
    let raised = sqlx::query(sql).bind(id).bind(integer(revision)?).bind(stamp).bind(change.stamp).execute(connection);
    affects(1, raised.await.map_err(database)?.rows_affected(), what)
}

/// The time of the machine, or the last one stored if that machine's clock was set back. There are few namespaces; to
/// scan them costs less than an index that every commit would write.
pub(super) async fn now(connection: &mut PgConnection) -> Result<Timestamp, StoreError> {
    let row = sqlx::query("SELECT greatest(clock_timestamp(), max(last_at)) AS now, 'now' AS key FROM namespaces")
        .fetch_one(connection)
        .await
        .map_err(database)?;
    Columns::of(&row, "namespaces", "key").time("now")
}

async fn apply_write(
    connection: &mut PgConnection,
    change: &Change,
    write: &Write,
    at: Time,
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
