//! Single rows: blobs, time, and what is not there.

use std::sync::Arc;

use registry_core::digest::Digest;
use registry_core::version::Line;
use uuid::Uuid;

use super::world::World;
use super::{Bench, Failure, Outcome, ensure, ensure_eq, fixtures, found};
use crate::rows::BlobRecord;

pub(super) async fn absent(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let (namespace, model) = ("acme".parse()?, "fraud".parse()?);
    store.ping().await?;
    ensure(store.namespace(&namespace).await?.is_none(), "a namespace")?;
    ensure(store.model(&namespace, &model).await?.is_none(), "a model")?;
    ensure(store.snapshot(&namespace, &model).await?.is_none(), "a snapshot")?;
    ensure(store.documents(Uuid::new_v4()).await?.is_none(), "documents")?;
    ensure(store.files(Uuid::new_v4()).await?.is_empty(), "files")?;
    ensure(store.events(&namespace, 0, 10).await?.rows.is_empty(), "events")?;
    ensure(store.blob(&namespace, &model, Line::Major(1), Digest::of(b"")).await?.is_none(), "a blob")?;
    ensure(store.bearer(Digest::of(b""), Some(&namespace)).await?.is_none(), "a token")?;
    ensure(!store.has_tokens().await?, "any token")?;
    World::new(store).await?;
    let snapshot = found(store.snapshot(&namespace, &model).await?, "an empty model")?;
    ensure(snapshot.versions.is_empty() && snapshot.channels.is_empty(), "an empty model has rows")
}

pub(super) async fn blob(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let sha256 = Digest::of(b"bytes");
    let blob =
        BlobRecord { namespace: "acme".parse()?, model: "fraud".parse()?, line: Line::Minor(3), sha256, size: 5 };
    // Bytes may be there before their model is, and may be sent twice.
    store.record_blob(&blob).await?;
    store.record_blob(&blob).await?;
    ensure_eq(&store.blobs(None, 10).await?.rows, &vec![blob.clone()], "the blobs")?;
    let BlobRecord { namespace, model, line, .. } = &blob;
    ensure_eq(&store.blob(namespace, model, *line, sha256).await?, &Some(blob.clone()), "the blob")?;
    for other in [Line::Major(3), Line::Patch(3), Line::Minor(30)] {
        ensure(
            store.blob(namespace, model, other, sha256).await?.is_none(),
            format_args!("line {other} has the blob"),
        )?;
    }
    let bytes = store.bytes_of_namespace(namespace, None).await?;
    ensure_eq(&bytes, &5, "the bytes of the namespace")?;
    store.record_blob(&BlobRecord { line: Line::Minor(4), size: 7, ..blob.clone() }).await?;
    store.record_blob(&BlobRecord { namespace: "other".parse()?, size: 11, ..blob.clone() }).await?;
    ensure_eq(&store.bytes_of_namespace(namespace, None).await?, &12, "the bytes of its two blobs")?;
    ensure(store.blob(namespace, &"churn".parse()?, *line, sha256).await?.is_none(), "another model has the blob")
}

pub(super) async fn missing_blobs(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    for number in ["1.0.0", "1.0.1+cpu", "2.0.0"] {
        world.publish(number).await?;
    }
    ensure_eq(&world.store.versions_without_blobs().await?, &Vec::new(), "while all blobs are on record")?;
    let Some(result) = bench.database.run_sql("DELETE FROM blobs WHERE line = '1'").await else { return Ok(()) };
    result.map_err(Failure::new)?;
    let found = world.store.versions_without_blobs().await?;
    let found: Vec<_> = found.iter().map(|(space, name, version)| format!("{space}/{name}@{version}")).collect();
    let expected = ["acme/fraud@1.0.0", "acme/fraud@1.0.1+cpu"].map(str::to_owned).to_vec();
    ensure_eq(&found, &expected, "versions without their blobs")
}

pub(super) async fn damaged_blobs(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let (version, other) = (world.publish("1.0.0").await?, world.publish("2.0.0").await?);
    let blobs: Vec<_> = fixtures::blobs_of(&version, &world.namespace, &world.name).collect();
    let blob = found(blobs.first().cloned(), "a blob")?;
    let find = async || bench.store.blob(&blob.namespace, &blob.model, blob.line, blob.sha256).await;
    ensure_eq(&world.store.damaged_blobs().await?, &Vec::new(), "the damaged blobs of a sound registry")?;
    for _again in 0..2 {
        world.store.mark_blob(&blob, true).await?;
        ensure_eq(&world.store.damaged_blobs().await?, &vec![blob.clone()], "the damaged blobs")?;
        ensure(find().await?.is_none(), "a damaged blob is found as if it were sound")?;
    }
    let users = version.files.iter().filter(|file| (file.line, file.sha256) == (blob.line, blob.sha256));
    let users: Vec<_> = users.map(|file| (version.version.clone(), file.path.clone())).collect();
    ensure_eq(&world.store.files_of_blob(&blob).await?, &users, "the files of the blob")?;
    ensure(other.files.iter().all(|file| file.line != blob.line), "both versions have one line")?;
    ensure_eq(&world.store.versions_without_blobs().await?, &Vec::new(), "a damaged blob is on record")?;
    let all = world.store.blobs(None, 100).await?.rows;
    ensure(all.contains(&blob), "a damaged blob is not listed")?;
    world.store.record_blob(&blob).await?;
    ensure_eq(&world.store.damaged_blobs().await?, &Vec::new(), "the damaged blobs after one was sent again")?;
    ensure_eq(&find().await?, &Some(blob.clone()), "the blob that was sent again")?;
    world.store.mark_blob(&blob, true).await?;
    world.store.mark_blob(&blob, false).await?;
    ensure_eq(&find().await?, &Some(blob.clone()), "the blob whose mark was taken off")
}

pub(super) async fn time(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let mut last = world.store.now().await?;
    for patch in 0..20 {
        world.publish(&format!("1.0.{patch}")).await?;
        let now = world.store.now().await?;
        ensure(now >= last, format_args!("{now} came after {last}"))?;
        last = now;
    }
    // As if the clock of the machine were then set back by a day.
    let ahead = last + jiff::SignedDuration::from_hours(24);
    let seen = world.snapshot().await?.model;
    world.store.commit(world.change(&seen, ahead, Vec::new())).await?;
    let now = world.store.now().await?;
    ensure(now >= ahead, format_args!("{now} is before a time that is stored, {ahead}"))?;
    let events = world.store.events(&world.namespace, 0, 100).await?.rows;
    ensure(events.is_sorted_by_key(|event| event.time), "the events of one writer have times that go back")
}
