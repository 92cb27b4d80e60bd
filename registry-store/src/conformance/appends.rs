//! What stays, whatever happens: append-only tables, rows after closing.

use std::sync::Arc;

use super::world::World;
use super::{Bench, Failure, Outcome, ensure, ensure_eq, found};
use crate::error::StoreError;

/// What a careless administrator may try, in SQL that every engine reads.
const ATTEMPTS: [&str; 13] = [
    "UPDATE versions SET created_by = 'mallory'",
    "UPDATE versions SET version = '9.9.9'",
    "UPDATE versions SET manifest = '{}'",
    "DELETE FROM versions",
    "UPDATE version_files SET size = 0",
    "DELETE FROM version_files",
    "UPDATE contracts SET body = '{}'",
    "DELETE FROM contracts",
    "UPDATE channel_revisions SET version_key = '9.9.9'",
    "DELETE FROM channel_revisions",
    "UPDATE events SET payload = '{}'",
    "DELETE FROM events",
    "DELETE FROM models",
];

pub(super) async fn refuse(bench: Arc<Bench>) -> Outcome {
    let world = served(&bench).await?;
    let before = world.snapshot().await?;
    let events = world.store.events(&world.namespace, 0, 100).await?;
    for attempt in ATTEMPTS {
        let Some(result) = bench.database.run_sql(attempt).await else { return Ok(()) };
        ensure(result.is_err(), format_args!("the database accepted `{attempt}`"))?;
    }
    ensure_eq(&world.snapshot().await?, &before, "the model after the attempts")?;
    ensure_eq(&world.store.events(&world.namespace, 0, 100).await?, &events, "the events after the attempts")
}

/// A model with a version in a channel.
async fn served(bench: &Bench) -> Result<World, Failure> {
    let world = World::new(&bench.store).await?;
    let version = world.publish("1.0.0").await?;
    let write = world.promotion("production", 1, &version.version)?;
    world.commit_on(&world.snapshot().await?, vec![write]).await?;
    Ok(world)
}

pub(super) async fn spoilt(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let spoil = "UPDATE models SET policy = '{\"compat\": 7}'";
    let Some(result) = bench.database.run_sql(spoil).await else { return Ok(()) };
    result.map_err(Failure::new)?;
    match world.store.snapshot(&world.namespace, &world.name).await {
        Err(StoreError::Inconsistent { table, column, row, .. }) => {
            ensure_eq(&(table, column, row.as_str()), &("models", "policy", "fraud"), "the place of the spoilt value")
        }
        other => Err(Failure::new(format_args!("a policy that is none was read: {other:?}"))),
    }
}

pub(super) async fn reopen(bench: Arc<Bench>) -> Outcome {
    let world = served(&bench).await?;
    let before = world.snapshot().await?;
    let events = world.store.events(&world.namespace, 0, 100).await?;
    let now = world.store.now().await?;
    if !bench.database.survives_closing() {
        return Ok(());
    }
    let World { store, namespace, name, .. } = world;
    drop(store);
    let bench = found(Arc::into_inner(bench), "the only owner of the database")?;
    drop(bench.store);
    for _ in 0..3 {
        let store = bench.database.open().await?;
        ensure_eq(&found(store.snapshot(&namespace, &name).await?, "the model")?, &before, "the model")?;
        ensure_eq(&store.events(&namespace, 0, 100).await?, &events, "the events")?;
        ensure(store.now().await? >= now, "the time went back")?;
    }
    Ok(())
}
