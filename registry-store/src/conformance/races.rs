//! Many at the same time: every outcome must be one that some order explains.

use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;

use tokio::task::JoinSet;

use super::changes::{answer, key};
use super::world::{World, channel, insert, new_namespace, next_ordinal, next_seq};
use super::{Bench, Failure, Outcome, ensure, ensure_eq, fixtures, found};
use crate::change::Change;
use crate::error::StoreError;
use crate::rows::{Model, ModelSnapshot};

const WRITERS: u64 = 16;

/// Runs one task for each number, all at once.
async fn at_once<T, F>(count: u64, task: impl Fn(u64) -> F) -> Result<Vec<T>, Failure>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Failure>> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for number in 1..=count {
        tasks.spawn(task(number));
    }
    let mut results = Vec::new();
    while let Some(result) = tasks.join_next().await {
        results.push(result??);
    }
    Ok(results)
}

/// One model as two server processes have it: each with a store of its own on one database.
struct Servers([World; 2]);

impl Servers {
    async fn new(bench: &Bench) -> Result<Self, Failure> {
        let world = World::new(&bench.store).await?;
        let other = World { store: bench.database.open().await?, ..world.clone() };
        Ok(Self([world, other]))
    }

    /// The server that a task works with, by turns.
    fn of(&self, number: u64) -> World {
        let [even, odd] = &self.0;
        if number.is_multiple_of(2) { even.clone() } else { odd.clone() }
    }
}

/// Whether the change was applied; a conflict means that it was not.
fn won(result: Result<(), StoreError>) -> Result<bool, Failure> {
    match result {
        Ok(()) => Ok(true),
        Err(StoreError::Conflict { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn one_version(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    let world = servers.of(0);
    for round in 1..=10 {
        let snapshot = Arc::new(world.snapshot().await?);
        let wins = at_once(WRITERS, |number| {
            let (world, snapshot) = (servers.of(number), Arc::clone(&snapshot));
            async move {
                let version = world.version(&format!("1.{round}.0"), round).await?;
                let at = world.store.now().await?;
                let change = world.change(&snapshot.model, at, vec![insert(&version)]);
                won(world.store.commit(change).await)
            }
        })
        .await?;
        ensure_eq(&wins.iter().filter(|won| **won).count(), &1, "winners of one round")?;
        let versions = world.snapshot().await?.versions.len();
        ensure_eq(&u64::try_from(versions)?, &round, "versions after the round")?;
    }
    Ok(())
}

pub(super) async fn many_versions(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    at_once(WRITERS, |number| publish(servers.of(number), format!("1.{number}.0"))).await?;
    let snapshot = servers.of(0).snapshot().await?;
    let ordinals: Vec<_> = snapshot.versions.iter().map(|version| version.ordinal).collect();
    ensure_eq(&ordinals, &(1..=WRITERS).collect(), "the ordinals")?;
    let numbers: BTreeSet<_> = snapshot.versions.iter().map(|version| version.version.minor()).collect();
    ensure_eq(&numbers, &(1..=WRITERS).collect(), "the numbers")
}

/// Publishes until nobody is faster.
async fn publish(world: World, number: String) -> Outcome {
    let version = world.version(&number, 1).await?;
    let next = |snapshot: &ModelSnapshot| {
        let ordinal = next_ordinal(snapshot)?;
        Ok(vec![insert(&crate::change::NewVersion { ordinal, ..version.clone() })])
    };
    world.insist(next).await
}

/// Promotes the last version until nobody is faster.
async fn promote(world: World) -> Outcome {
    let next = |snapshot: &ModelSnapshot| {
        let last = found(snapshot.versions.last(), "a version")?;
        Ok(vec![world.promotion("production", next_seq(snapshot, "production"), &last.version)?])
    };
    world.insist(next).await
}

pub(super) async fn publish_and_promote(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    let world = servers.of(0);
    world.publish("1.0.0").await?;
    at_once(WRITERS, |number| {
        let world = servers.of(number);
        async move {
            if number % 3 == 0 { publish(world, format!("1.{number}.0")).await } else { promote(world).await }
        }
    })
    .await?;
    let snapshot = world.snapshot().await?;
    ensure_eq(&u64::try_from(snapshot.versions.len())?, &(1 + WRITERS / 3), "versions")?;
    let history = &found(channel(&snapshot, "production"), "the channel")?.history;
    ensure_eq(&u64::try_from(history.len())?, &(WRITERS - WRITERS / 3), "revisions")?;
    ensure_eq(&snapshot.model.revision, &(2 + WRITERS), "one revision of the model for each commit")
}

pub(super) async fn revisions(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    let world = servers.of(0);
    world.publish("1.0.0").await?;
    at_once(WRITERS, |number| {
        let world = servers.of(number);
        async move {
            promote(world.clone()).await?;
            promote(world).await
        }
    })
    .await?;
    let snapshot = world.snapshot().await?;
    let history = &found(channel(&snapshot, "production"), "the channel")?.history;
    let seqs: Vec<_> = history.iter().map(|record| record.revision.seq).collect();
    ensure_eq(&seqs, &(1..=2 * WRITERS).collect(), "the revisions")
}

pub(super) async fn events(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    let world = servers.of(0);
    world.store.commit(new_namespace(world.store.now().await?, "other")?).await?;
    at_once(WRITERS, |number| {
        let store = servers.of(number / 2).store;
        async move {
            let namespace = if number % 2 == 0 { "acme" } else { "other" };
            let world = World::with_model(&store, namespace, &format!("model-{number}")).await?;
            world.publish("1.0.0").await?;
            // A refused change leaves no gap either.
            let seen = Model { revision: 1, ..world.snapshot().await?.model };
            let stale = world.change(&seen, store.now().await?, Vec::new());
            ensure(!won(store.commit(stale).await)?, "a stale change was applied")?;
            world.publish("1.0.1").await.map(drop)
        }
    })
    .await?;
    for (namespace, count) in [("acme", 2 + 3 * WRITERS / 2), ("other", 1 + 3 * WRITERS / 2)] {
        let events = world.store.events(&namespace.parse()?, 0, 1000).await?.rows;
        let seqs: Vec<_> = events.iter().map(|event| event.seq).collect();
        ensure_eq(&seqs, &(1..=count).collect(), "the numbers of the events")?;
    }
    Ok(())
}

/// Every commit publishes a version and promotes it: in any snapshot the last version is the one served, and the
/// revision counts the versions.
pub(super) async fn snapshots(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    at_once(8, |number| {
        let world = servers.of(number);
        async move { if number <= 4 { serve_versions(&world, number).await } else { watch(&world).await } }
    })
    .await?;
    Ok(())
}

/// How many commits each of the four writers makes.
const COMMITS: u64 = 10;

async fn serve_versions(world: &World, writer: u64) -> Outcome {
    for patch in 0..COMMITS {
        let version = world.version(&format!("{writer}.0.{patch}"), patch + 1).await?;
        let next = |snapshot: &ModelSnapshot| {
            let ordinal = next_ordinal(snapshot)?;
            let serve = world.promotion("production", next_seq(snapshot, "production"), &version.version)?;
            Ok(vec![insert(&crate::change::NewVersion { ordinal, ..version.clone() }), serve])
        };
        world.insist(next).await?;
    }
    Ok(())
}

async fn watch(world: &World) -> Outcome {
    loop {
        let snapshot = world.snapshot().await?;
        let versions = u64::try_from(snapshot.versions.len())?;
        ensure_eq(&(versions + 1), &snapshot.model.revision, "the revision for so many versions")?;
        let served = channel(&snapshot, "production").and_then(|channel| channel.history.last());
        let served = served.and_then(|head| head.revision.version.as_ref());
        let last = snapshot.versions.last().map(|version| &version.version);
        ensure_eq(&served, &last, "the version served when the last one is")?;
        world.contracts(&snapshot).await?;
        if versions == 4 * COMMITS {
            return Ok(());
        }
        tokio::task::yield_now().await;
    }
}

pub(super) async fn own_writes(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    at_once(WRITERS, |number| {
        let (store, namespace) = (Arc::clone(&world.store), world.namespace.clone());
        async move {
            let world = World::with_model(&store, namespace.as_str(), &format!("model-{number}")).await?;
            for version in fixtures::history(5, number)? {
                let published = world.publish(&version.to_string()).await?;
                let snapshot = world.snapshot().await?;
                ensure_eq(&snapshot.versions.last().map(|row| row.id), &Some(published.id), "the last version")?;
                let documents = store.documents(published.id).await?;
                ensure(documents.is_some(), "a version that was just published has no documents")?;
            }
            Ok(())
        }
    })
    .await?;
    Ok(())
}

/// Retries that come together: each decides anew, and only one finds its key free.
pub(super) async fn retries(bench: Arc<Bench>) -> Outcome {
    let servers = Servers::new(&bench).await?;
    let world = servers.of(0);
    world.publish("1.0.0").await?;
    let effects = at_once(WRITERS, |number| {
        let world = servers.of(number);
        async move {
            loop {
                if world.store.answer(&key("k")).await?.is_some() {
                    return Ok(false);
                }
                let snapshot = world.snapshot().await?;
                let last = found(snapshot.versions.last(), "a version")?;
                let write = world.promotion("production", next_seq(&snapshot, "production"), &last.version)?;
                let change = world.change(&snapshot.model, world.store.now().await?, vec![write]);
                let change = Change { answer: Some((key("k"), answer(&number.to_string()))), ..change };
                if won(world.store.commit(change).await)? {
                    return Ok(true);
                }
            }
        }
    })
    .await?;
    ensure_eq(&effects.iter().filter(|effect| **effect).count(), &1, "effects of one key")?;
    ensure_eq(&next_seq(&world.snapshot().await?, "production"), &2, "the next revision")
}
