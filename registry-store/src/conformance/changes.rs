//! What a change writes, and that it writes all of it or nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use registry_core::compat::PolicyLayer;
use registry_core::contract::Contract;
use registry_core::digest::Digest;
use registry_core::lifecycle::Stage;
use registry_core::state::VersionState;
use serde_json::json;
use uuid::Uuid;

use super::world::{World, channel, insert, new_namespace};
use super::{Bench, Failure, Outcome, ensure, ensure_conflict, ensure_eq, found};
use crate::change::{Change, Write};
use crate::rows::{IdempotencyKey, ModelSnapshot, Namespace, StoredAnswer, VersionStatus};

pub(super) fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey { principal: "ada".to_owned(), route: "POST /models".to_owned(), key: text.to_owned() }
}

pub(super) fn answer(body: &str) -> StoredAnswer {
    StoredAnswer { body_sha256: Digest::of(body.as_bytes()), status: 201, body: body.to_owned() }
}

pub(super) async fn whole(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let version = world.version("1.0.0", 1).await?;
    let at = world.store.now().await?;
    let writes = vec![insert(&version), world.promotion("production", 1, &version.version)?];
    let change =
        Change { answer: Some((key("k"), answer("made"))), ..world.change(&world.snapshot().await?.model, at, writes) };
    let event = found(change.events.first().cloned(), "the event")?;
    world.store.commit(change).await?;

    let snapshot = world.snapshot().await?;
    let row = found(snapshot.versions.first(), "the version")?;
    ensure_eq(&(row.created_at, snapshot.model.revision), &(at, 2), "time and revision")?;
    let production = found(channel(&snapshot, "production"), "the channel")?;
    ensure_eq(&production.policy, &json!({}), "the policy of a channel that nobody gave one")?;
    let head = found(production.history.first(), "the revision")?;
    ensure_eq(&head.revision.version, &Some(version.version.clone()), "what the channel serves")?;
    ensure_eq(&(head.created_at, head.actor.as_str()), &(at, "ada"), "when and by whom")?;
    ensure_eq(&head.compat, &Some(json!({"bump": "minor"})), "the compatibility")?;
    let events = world.store.events(&world.namespace, 2, 10).await?;
    let logged = found(events.rows.first(), "the event")?;
    ensure_eq(&(logged.seq, logged.id, logged.time), &(3, event.id, at), "number, id and time of the event")?;
    ensure_eq(&(&logged.kind, &logged.payload), &(&event.kind, &event.payload), "the event")?;
    ensure_eq(&world.store.answer(&key("k")).await?, &Some(answer("made")), "the answer")
}

/// A change that does much before it fails, with an answer.
async fn doomed(world: &World, last: Write) -> Result<Change, Failure> {
    let version = world.version("2.0.0", 2).await?;
    let at = world.store.now().await?;
    let status = VersionStatus { state: VersionState::Yanked, ..Default::default() };
    let other = new_namespace(at, "other")?;
    let mut writes = other.writes;
    writes.extend([
        insert(&version),
        Write::SetVersionStatus { version: version.id, status },
        world.promotion("staging", 1, &version.version)?,
        last,
    ]);
    let mut change = world.change(&world.snapshot().await?.model, at, writes);
    change.events.extend(other.events);
    Ok(Change { answer: Some((key("k"), answer("made"))), ..change })
}

/// Everything that a failed change might have touched.
async fn everything(world: &World) -> Result<(ModelSnapshot, usize, bool, bool), Failure> {
    let events = world.store.events(&world.namespace, 0, 1000).await?.rows.len();
    let other = world.store.namespace(&"other".parse()?).await?.is_some();
    let answered = world.store.answer(&key("k")).await?.is_some();
    Ok((world.snapshot().await?, events, other, answered))
}

pub(super) async fn nothing_of_a_failure(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let first = world.publish("1.0.0").await?;
    let before = everything(&world).await?;
    let again = world.version("1.0.0", 3).await?;
    let mut homeless = world.version("3.0.0", 3).await?;
    for file in &mut homeless.files {
        file.size += 1;
    }
    let lasts = [
        ("a number that is taken", insert(&again)),
        ("a revision that is not next", world.promotion("staging", 3, &first.version)?),
        ("a version without its blobs", insert(&homeless)),
        ("a version that is not there", world.promotion("production", 1, &"9.9.9".parse()?)?),
    ];
    for (what, last) in lasts {
        ensure_conflict(&world.store.commit(doomed(&world, last).await?).await, what)?;
        ensure_eq(&everything(&world).await?, &before, what)?;
    }
    let change = doomed(&world, world.promotion("production", 1, &first.version)?).await?;
    world.store.commit(change).await?;
    ensure(everything(&world).await? != before, "the same change without its last write was not applied")
}

pub(super) async fn nothing_without_event(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let first = world.publish("1.0.0").await?;
    let before = everything(&world).await?;
    let mut change = doomed(&world, world.promotion("production", 1, &first.version)?).await?;
    for event in &mut change.events {
        event.namespace = "nowhere".parse()?;
    }
    ensure_conflict(&world.store.commit(change).await, "an event in a namespace that is not there")?;
    ensure_eq(&everything(&world).await?, &before, "after the failure")
}

pub(super) async fn round_trip(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    for (number, ordinal) in [("1.0.0+cu12", 1_u64), ("1.1.0-rc.1", 2), ("0.3.9007199254740991", 3)] {
        let mut version = world.version(number, ordinal).await?;
        version.ordinal = ordinal;
        world.commit_on(&world.snapshot().await?, vec![insert(&version)]).await?;
        let documents = found(world.store.documents(version.id).await?, "the documents")?;
        ensure_eq(&documents.artifact, &version.artifact, "the facts")?;
        ensure_eq(&(documents.manifest, documents.verdict), &(version.manifest, version.verdict), "the documents")?;
        let mut files: Vec<_> =
            version.files.iter().map(|file| (&file.path, file.size, file.sha256, file.line)).collect();
        files.sort();
        let stored = world.store.files(version.id).await?;
        let stored: Vec<_> = stored.iter().map(|file| (&file.path, file.size, file.sha256, file.line)).collect();
        ensure_eq(&stored, &files, "the files, by path")?;
        let snapshot = world.snapshot().await?;
        let row = found(snapshot.versions.last(), "the version")?;
        ensure_eq(&row.version.to_string().as_str(), &number, "the number with its build metadata")?;
        ensure_eq(
            &[row.manifest_digest, row.content_digest, row.contract_digest],
            &[version.manifest_digest, version.content_digest, version.contract_digest],
            "the digests",
        )?;
        ensure_eq(&(row.id, row.ordinal), &(version.id, ordinal), "id and ordinal")?;
        ensure_eq(&row.status.description, &version.description, "the description")?;
        ensure_eq(&row.hazards, &version.hazards, "what is unsafe")?;
        ensure_eq(
            &(&row.status.labels, &row.created_by),
            &(&version.labels, &version.created_by),
            "labels and author",
        )?;
        let stored = world.store.contracts(&[row.contract_digest]).await?;
        let stored = found(stored.first(), "the contract")?;
        ensure_eq(&*stored.contract, &version.contract, "the contract")?;
        ensure_eq(&stored.extractor, &version.extractor, "what read the contract")?;
        ensure(stored.size > 0, "the size of the contract")?;
    }
    Ok(())
}

pub(super) async fn contract_once(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let other = World::with_model(&bench.store, "acme", "churn").await?;
    for ordinal in 1..=4 {
        for world in [&world, &other] {
            // Two contracts for four versions, the same ones for two models.
            let mut version = world.version(&format!("1.{ordinal}.0"), ordinal).await?;
            version.contract = super::fixtures::signature(ordinal % 2);
            version.contract_digest = version.contract.digest();
            world.commit_on(&world.snapshot().await?, vec![insert(&version)]).await?;
        }
    }
    let snapshot = world.snapshot().await?;
    let contracts = world.contracts(&snapshot).await?;
    ensure_eq(&(snapshot.versions.len(), contracts.len()), &(4, 2), "versions and contracts")?;
    let nothing = world.store.contracts(&[]).await?;
    ensure(nothing.is_empty(), "contracts of no digest")?;
    let twice = [contracts.iter().map(|stored| stored.digest).collect(), vec![Digest::of(b"none")]].concat();
    ensure_eq(
        &world.store.contracts(&[twice.clone(), twice].concat()).await?.len(),
        &2,
        "digests twice, and one of none",
    )
}

pub(super) async fn status(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let version = world.publish("1.0.0").await?;
    let before = world.snapshot().await?;
    for state in [
        VersionState::Deprecated,
        VersionState::Yanked,
        VersionState::Disabled,
        VersionState::Deleted,
        VersionState::Active,
    ] {
        let status = VersionStatus {
            state,
            reason: (state != VersionState::Active).then(|| "leaks".to_owned()),
            before: vec![
                Stage { state: VersionState::Deprecated, reason: Some("old".to_owned()) },
                Stage { state, reason: None },
            ],
            description: format!("now {state}"),
            labels: BTreeMap::from([("state".to_owned(), state.to_string())]),
        };
        let write = Write::SetVersionStatus { version: version.id, status: status.clone() };
        world.commit_on(&world.snapshot().await?, vec![write]).await?;
        let mut after = world.snapshot().await?;
        let row = found(after.versions.first_mut(), "the version")?;
        ensure_eq(&row.status, &status, "the status")?;
        row.status = found(before.versions.first(), "the version")?.status.clone();
        ensure_eq(&after.versions, &before.versions, "the rest of the version")?;
    }
    Ok(())
}

fn strict() -> Result<PolicyLayer, Failure> {
    Ok(serde_json::from_value(json!({"compat": {"mode": "none"}}))?)
}

pub(super) async fn model(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let update = |archived, description: &str| {
        Ok::<_, Failure>(Write::UpdateModel {
            model: world.model,
            description: description.to_owned(),
            labels: BTreeMap::from([("a".to_owned(), "b".to_owned())]),
            policy: strict()?,
            archived,
        })
    };
    world.commit_on(&world.snapshot().await?, vec![update(true, "old")?]).await?;
    let model = world.snapshot().await?.model;
    ensure_eq(&(model.description.as_str(), &model.policy), &("old", &strict()?), "description and policy")?;
    ensure_eq(&model.labels.get("a").map(String::as_str), &Some("b"), "the labels")?;
    let archived_at = found(model.archived_at, "the day of the archiving")?;
    world.commit_on(&world.snapshot().await?, vec![update(true, "older")?]).await?;
    ensure_eq(&world.snapshot().await?.model.archived_at, &Some(archived_at), "archived twice")?;
    world.commit_on(&world.snapshot().await?, vec![update(false, "new")?]).await?;
    ensure_eq(&world.snapshot().await?.model.archived_at, &None, "archived no more")?;
    let found_alone = world.store.model(&world.namespace, &world.name).await?;
    ensure_eq(&found_alone, &Some(world.snapshot().await?.model), "the model alone and in its snapshot")
}

pub(super) async fn namespace(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let before = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    let written = |policy| Write::UpdateNamespace {
        description: "all payments".to_owned(),
        policy,
        is_private: true,
        quota_bytes: Some(1 << 40),
    };
    let update = |guard, at| Change {
        guard,
        stamp: Uuid::new_v4(),
        at,
        writes: vec![written(PolicyLayer::default())],
        events: Vec::new(),
        answer: None,
    };
    let at = world.store.now().await?;
    let mut change = update(before.guard(), at);
    change.writes = vec![written(strict()?)];
    world.store.commit(change).await?;
    let after = found(world.store.namespace(&world.namespace).await?, "the namespace")?;
    ensure_eq(&(after.revision, after.description.as_str()), &(before.revision + 1, "all payments"), "the namespace")?;
    ensure_eq(&(after.is_private, after.quota_bytes), &(true, Some(1 << 40)), "its door and its quota")?;
    let snapshot = world.snapshot().await?;
    ensure_eq(&snapshot.namespace_policy, &strict()?, "its policy in the snapshot of a model")?;
    ensure_eq(&snapshot.namespace_quota, &Some(1 << 40), "and its quota")?;
    ensure_conflict(&world.store.commit(update(before.guard(), at)).await, "a stale revision")?;
    let nobody = Namespace { id: Uuid::new_v4(), ..before };
    ensure_conflict(&world.store.commit(update(nobody.guard(), at)).await, "a namespace that is not there")
}
