//! What a change must find, and what it must not overwrite.

use std::collections::BTreeMap;
use std::sync::Arc;

use registry_core::compat::PolicyLayer;
use serde_json::json;
use uuid::Uuid;

use super::world::{World, channel, insert, new_namespace};
use super::{Bench, Failure, Outcome, ensure, ensure_conflict, ensure_eq, found};
use crate::change::{Change, Guard, NewVersion, Write};
use crate::rows::{Model, ModelSnapshot, Namespace, VersionStatus};

pub(super) async fn revision_rises(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    ensure_eq(&world.snapshot().await?.model.revision, &1, "a new model")?;
    let first = world.publish("1.0.0").await?;
    ensure_eq(&world.snapshot().await?.model.revision, &2, "after one commit")?;
    let writes = vec![
        world.promotion("staging", 1, &first.version)?,
        world.promotion("production", 1, &first.version)?,
        world.promotion("production", 2, &first.version)?,
    ];
    world.commit_on(&world.snapshot().await?, writes).await?;
    ensure_eq(&world.snapshot().await?.model.revision, &3, "after a commit of three writes")?;
    let namespace = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    ensure_eq(&namespace.revision, &1, "the namespace, which did not change")
}

/// One write of each kind.
fn every_write(world: &World, published: &NewVersion, unpublished: &NewVersion) -> Result<Vec<Write>, Failure> {
    Ok(vec![
        insert(unpublished),
        Write::UpdateModel {
            model: world.model,
            description: String::new(),
            labels: BTreeMap::new(),
            policy: PolicyLayer::default(),
            archived: true,
        },
        Write::SetVersionStatus { version: published.id, status: VersionStatus::default() },
        Write::SetChannelPolicy {
            model: world.model,
            channel: "staging".parse()?,
            policy: json!({"constraint": "^1"}),
        },
        world.promotion("production", 1, &published.version)?,
    ])
}

pub(super) async fn stale(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let published = world.publish("1.0.0").await?;
    let unpublished = world.version("1.1.0", 2).await?;
    let before = world.snapshot().await?;
    for write in every_write(&world, &published, &unpublished)? {
        let seen = Model { revision: before.model.revision - 1, ..before.model.clone() };
        let change = world.change(&seen, world.store.now().await?, vec![write.clone()]);
        ensure_conflict(&world.store.commit(change).await, &format!("{write:?}"))?;
        ensure_eq(&world.snapshot().await?, &before, "after a stale change")?;
    }
    // The same writes are welcome on the revision that is there.
    for write in every_write(&world, &published, &unpublished)? {
        world.commit_on(&world.snapshot().await?, vec![write]).await?;
    }
    let snapshot = world.snapshot().await?;
    let staging = found(channel(&snapshot, "staging"), "a channel without a revision")?;
    ensure_eq(&staging.policy, &json!({"constraint": "^1"}), "the policy of the channel")?;
    ensure(staging.history.is_empty(), "a channel that never served has a history")
}

/// A snapshot is the newest exactly as long as the model stands where it stood.
pub(super) async fn standing(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let other = World::with_model(&bench.store, "acme", "churn").await?;
    let published = world.publish("1.0.0").await?;
    let unpublished = world.version("1.1.0", 2).await?;
    for write in every_write(&world, &published, &unpublished)? {
        let before = stands(&world, &world.snapshot().await?).await?;
        other.commit_on(&other.snapshot().await?, Vec::new()).await?;
        ensure_eq(&stands(&world, &world.snapshot().await?).await?, &before, "after a change of another model")?;
        world.commit_on(&world.snapshot().await?, vec![write.clone()]).await?;
        let after = stands(&world, &world.snapshot().await?).await?;
        ensure_eq(&after, &(before.0, before.1 + 1, before.2), &format!("after {write:?}"))?;
    }
    let (id, revision, namespace_revision) = stands(&world, &world.snapshot().await?).await?;
    let namespace = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    let (guard, stamp, at) = (namespace.guard(), Uuid::new_v4(), world.store.now().await?);
    world.store.commit(Change { guard, stamp, at, writes: Vec::new(), events: Vec::new(), answer: None }).await?;
    let after = stands(&world, &world.snapshot().await?).await?;
    ensure_eq(&after, &(id, revision, namespace_revision + 1), "after a change of the namespace")?;
    let nobody = world.store.standing(&world.namespace, &"nobody".parse()?).await?;
    ensure_eq(&nobody, &None, "a model that is not there")
}

/// Where a model stands, which its newest snapshot must say too.
async fn stands(world: &World, snapshot: &ModelSnapshot) -> Result<(Uuid, u64, u64), Failure> {
    let earlier = world.store.now().await?;
    let standing = found(world.store.standing(&world.namespace, &world.name).await?, "where the model stands")?;
    ensure(standing.now >= earlier, "the time went back")?;
    let found = (standing.model, standing.revision, standing.namespace_revision);
    let expected = (snapshot.model.id, snapshot.model.revision, snapshot.namespace_revision);
    ensure_eq(&found, &expected, "where the model stands, and its snapshot")?;
    let stamps = (standing.stamp, standing.namespace_stamp);
    ensure_eq(&stamps, &(snapshot.model.stamp, snapshot.namespace_stamp), "the stamps, and those of the snapshot")?;
    Ok(found)
}

/// What a database has forgotten that was put back to an earlier moment, or taken over from a primary that was ahead.
pub(super) async fn put_back(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    for keep in [
        "CREATE TABLE earlier_models AS SELECT id, revision, stamp FROM models",
        "CREATE TABLE earlier_namespaces AS SELECT id, revision, stamp FROM namespaces",
    ] {
        let Some(kept) = bench.database.run_sql(keep).await else { return Ok(()) };
        kept.map_err(Failure::new)?;
    }
    let (forgotten, forgotten_namespace) = touched(&world).await?;
    for put_back in [
        "UPDATE models SET revision = (SELECT revision FROM earlier_models WHERE id = models.id),
             stamp = (SELECT stamp FROM earlier_models WHERE id = models.id)",
        "UPDATE namespaces SET revision = (SELECT revision FROM earlier_namespaces WHERE id = namespaces.id),
             stamp = (SELECT stamp FROM earlier_namespaces WHERE id = namespaces.id)",
    ] {
        found(bench.database.run_sql(put_back).await, "a way in")?.map_err(Failure::new)?;
    }
    let (present, namespace) = touched(&world).await?;
    let revisions = |snapshot: &ModelSnapshot| (snapshot.model.revision, snapshot.namespace_revision);
    ensure_eq(&revisions(&present), &revisions(&forgotten), "revisions that are given out a second time")?;
    ensure(present.model.stamp != forgotten.model.stamp, "a model has the stamp that was forgotten")?;
    ensure(present.namespace_stamp != forgotten.namespace_stamp, "a namespace has the stamp that was forgotten")?;
    stands(&world, &present).await?;
    ensure_eq(&namespace.stamp, &present.namespace_stamp, "the stamp of the namespace")?;
    let change = world.change(&present.model, world.store.now().await?, Vec::new());
    for guard in [forgotten.model.guard(), forgotten_namespace.guard()] {
        let change = Change { guard, ..change.clone() };
        ensure_conflict(&world.store.commit(change).await, "a change that was decided on what is forgotten")?;
    }
    ensure_eq(&world.snapshot().await?, &present, "after a change that was refused")
}

/// What the model and its namespace are after a change of each.
async fn touched(world: &World) -> Result<(ModelSnapshot, Namespace), Failure> {
    world.commit_on(&world.snapshot().await?, Vec::new()).await?;
    let namespace = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    let change = world.change(&world.snapshot().await?.model, world.store.now().await?, Vec::new());
    world.store.commit(Change { guard: namespace.guard(), ..change }).await?;
    let namespace = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    Ok((world.snapshot().await?, namespace))
}

pub(super) async fn future(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let (present, at) = (world.snapshot().await?.model, world.store.now().await?);
    for revision in [0, 2, 3, u64::MAX >> 1, u64::MAX] {
        let seen = Model { revision, ..present.clone() };
        let result = world.store.commit(world.change(&seen, at, Vec::new())).await;
        ensure(result.is_err(), format_args!("revision {revision} was accepted"))?;
    }
    let nobody = Model { id: Uuid::new_v4(), ..present };
    ensure_conflict(&world.store.commit(world.change(&nobody, at, Vec::new())).await, "a model that is not there")?;
    ensure_eq(&world.snapshot().await?.model.revision, &1, "the revision")
}

pub(super) async fn uncovered(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let other = World::with_model(&bench.store, "acme", "churn").await?;
    let published = world.publish("1.0.0").await?;
    let unpublished = world.version("1.1.0", 2).await?;
    let (before, at) = (world.snapshot().await?, world.store.now().await?);
    for write in every_write(&world, &published, &unpublished)? {
        // Guarded by nothing, and by another model.
        let unguarded = Change { guard: Guard::Names, ..world.change(&before.model, at, vec![write.clone()]) };
        ensure(world.store.commit(unguarded).await.is_err(), format_args!("no guard, but written: {write:?}"))?;
        let seen = other.snapshot().await?.model;
        let misguided = other.store.commit(other.change(&seen, at, vec![write.clone()])).await;
        ensure(misguided.is_err(), format_args!("the guard of another model, but written: {write:?}"))?;
        ensure_eq(&world.snapshot().await?, &before, "after a change without its guard")?;
    }
    Ok(())
}

pub(super) async fn names(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let again = new_namespace(world.store.now().await?, "acme")?;
    ensure_conflict(&world.store.commit(again).await, "a namespace of the same name")?;
    ensure(World::with_model(&bench.store, "acme", "fraud").await.is_err(), "two models of one name in a namespace")?;
    ensure(World::with_model(&bench.store, "nowhere", "fraud").await.is_err(), "a model in no namespace")?;
    world.store.commit(new_namespace(world.store.now().await?, "other")?).await?;
    let other = World::with_model(&bench.store, "other", "fraud").await?;
    ensure(other.snapshot().await?.model.id != world.model, "the same name in another namespace is another model")
}

pub(super) async fn numbers(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    world.publish("1.2.3+cu12").await?;
    world.publish("1.3.0-rc.1+a").await?;
    for number in ["1.2.3", "1.2.3+cu12", "1.2.3+cpu", "1.3.0-rc.1", "1.3.0-rc.1+b"] {
        let snapshot = world.snapshot().await?;
        let version = world.version(number, 9).await?;
        let change = world.change(&snapshot.model, world.store.now().await?, vec![insert(&version)]);
        ensure_conflict(&world.store.commit(change).await, number)?;
        ensure_eq(&world.snapshot().await?, &snapshot, number)?;
    }
    // None of these is one of those.
    for number in ["1.2.4", "1.2.30", "1.3.0-rc.10", "1.3.0", "0.1.2"] {
        world.publish(number).await?;
    }
    Ok(())
}

pub(super) async fn ordinals(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    world.publish("1.0.0").await?;
    let snapshot = world.snapshot().await?;
    let version = world.version("1.1.0", 1).await?;
    let change = world.change(&snapshot.model, world.store.now().await?, vec![insert(&version)]);
    ensure_conflict(&world.store.commit(change).await, "an ordinal that is taken")?;
    for number in ["2.0.0", "1.10.0", "1.9.0"] {
        world.publish(number).await?;
    }
    let versions = world.snapshot().await?.versions;
    let numbers: Vec<_> = versions.iter().map(|version| (version.ordinal, version.version.to_string())).collect();
    let expected = [(1, "1.0.0"), (2, "2.0.0"), (3, "1.10.0"), (4, "1.9.0")].map(|(at, text)| (at, text.to_owned()));
    ensure_eq(&numbers, &expected.to_vec(), "versions in the order of their ordinals")
}

pub(super) async fn next_revision(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let version = world.publish("1.0.0").await?.version;
    let attempt = async |seq: u64| {
        let snapshot = world.snapshot().await?;
        let write = world.promotion("production", seq, &version)?;
        let change = world.change(&snapshot.model, world.store.now().await?, vec![write]);
        Ok::<_, Failure>(world.store.commit(change).await)
    };
    ensure_conflict(&attempt(2).await?, "the second revision first")?;
    ensure(world.snapshot().await?.channels.is_empty(), "a refused revision left a channel")?;
    attempt(1).await??;
    ensure_conflict(&attempt(1).await?, "the first revision twice")?;
    ensure_conflict(&attempt(3).await?, "the third revision before the second")?;
    attempt(2).await??;
    let snapshot = world.snapshot().await?;
    let history = &found(channel(&snapshot, "production"), "the channel")?.history;
    let seqs: Vec<_> = history.iter().map(|record| record.revision.seq).collect();
    ensure_eq(&seqs, &vec![1, 2], "the revisions")
}

pub(super) async fn own_versions(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let other = World::with_model(&bench.store, "acme", "churn").await?;
    let foreign = other.publish("1.0.0").await?.version;
    let write = world.promotion("production", 1, &foreign)?;
    let seen = world.snapshot().await?.model;
    let change = world.change(&seen, world.store.now().await?, vec![write]);
    ensure_conflict(&world.store.commit(change).await, "a version that only another model has")
}

pub(super) async fn blobs(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let version = world.version("1.0.0", 1).await?;
    let attempt = async |what: &str, spoil: fn(&mut NewVersion)| {
        let mut version = version.clone();
        spoil(&mut version);
        let seen = world.snapshot().await?.model;
        let change = world.change(&seen, world.store.now().await?, vec![insert(&version)]);
        ensure_conflict(&world.store.commit(change).await, what)
    };
    attempt("another size", |version| version.files.iter_mut().for_each(|file| file.size += 1)).await?;
    attempt("another line", |version| {
        version.files.iter_mut().for_each(|file| file.line = registry_core::version::Line::Major(2));
    })
    .await?;
    attempt("one blob of two", |version| {
        if let Some(file) = version.files.last_mut() {
            file.sha256 = version.manifest_digest;
        }
    })
    .await?;
    world.commit_on(&world.snapshot().await?, vec![insert(&version)]).await
}
