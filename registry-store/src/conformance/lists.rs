//! Lists in pages.

use std::future::Future;
use std::sync::Arc;

use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Line;

use super::world::{World, new_namespace};
use super::{Bench, Failure, Outcome, ensure, ensure_eq};
use crate::access::Reader;
use crate::error::StoreError;
use crate::rows::{BlobRecord, Page};

/// Names whose order is that of their bytes: `-` before `.` before digits before `_` before letters.
const NAMES: [&str; 9] = ["a", "a-b", "a.b", "a0", "a1", "a10", "a2", "a_b", "ab"];

const LIMITS: [u32; 5] = [1, 2, 4, 9, 100];

/// Walks all pages of a list and checks their sizes on the way.
async fn walk<T, F>(limit: u32, page: impl Fn(Option<T>) -> F) -> Result<Vec<T>, Failure>
where
    T: Clone,
    F: Future<Output = Result<Page<T>, StoreError>>,
{
    let mut all: Vec<T> = Vec::new();
    loop {
        let Page { rows, more } = page(all.last().cloned()).await?;
        let full = u32::try_from(rows.len())? == limit;
        ensure(full || !more, "a page that is not full has more to follow")?;
        ensure(u32::try_from(rows.len())? <= limit, "a page holds more than was asked for")?;
        ensure(!rows.is_empty() || all.is_empty(), "a page said that more follows, but nothing did")?;
        all.extend(rows);
        if !more {
            return Ok(all);
        }
    }
}

pub(super) async fn namespaces(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    for name in NAMES.iter().rev() {
        store.commit(new_namespace(store.now().await?, name)?).await?;
    }
    for limit in LIMITS {
        let all = walk(limit, async |last: Option<crate::rows::Namespace>| {
            store.namespaces(Reader::Administrator, last.map(|last| last.name).as_ref(), limit).await
        });
        let names: Vec<_> = all.await?.into_iter().map(|namespace| namespace.name.to_string()).collect();
        ensure_eq(&names, &NAMES.map(str::to_owned).to_vec(), "namespaces by name")?;
    }
    Ok(())
}

pub(super) async fn models(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    for namespace in ["acme", "other"] {
        store.commit(new_namespace(store.now().await?, namespace)?).await?;
        for name in NAMES.iter().rev() {
            World::with_model(store, namespace, name).await?;
        }
    }
    let namespace: NamespaceName = "acme".parse()?;
    for limit in LIMITS {
        let all = walk(limit, async |last: Option<crate::rows::Model>| {
            store.models(&namespace, last.map(|last| last.name).as_ref(), limit).await
        });
        let names: Vec<_> = all.await?.into_iter().map(|model| model.name.to_string()).collect();
        ensure_eq(&names, &NAMES.map(str::to_owned).to_vec(), "models by name")?;
    }
    let nowhere = store.models(&"nowhere".parse()?, None, 10).await?;
    ensure(nowhere.rows.is_empty() && !nowhere.more, "a namespace that is not there has models")
}

pub(super) async fn events(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    for patch in 0..7 {
        world.publish(&format!("1.0.{patch}")).await?;
    }
    for limit in LIMITS {
        let all = walk(limit, async |last: Option<crate::rows::EventRecord>| {
            world.store.events(&world.namespace, last.map_or(0, |last| last.seq), limit).await
        });
        let seqs: Vec<_> = all.await?.into_iter().map(|event| event.seq).collect();
        ensure_eq(&seqs, &(1..=9).collect(), "events by number")?;
    }
    ensure_eq(&world.store.last_event(&world.namespace).await?, &Some(9), "the newest event")?;
    ensure_eq(&world.store.last_event(&"nowhere".parse()?).await?, &None, "the newest event of no namespace")?;
    let end = world.store.events(&world.namespace, u64::MAX, 10).await?;
    ensure(end.rows.is_empty() && !end.more, "there are events after the last one")
}

pub(super) async fn blobs(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let mut recorded = Vec::new();
    for (number, line) in [Line::Major(2), Line::Major(10), Line::Minor(3), Line::Patch(0)].into_iter().enumerate() {
        for name in NAMES {
            let size = u64::try_from(number)?;
            let sha256 = Digest::of(name.as_bytes());
            let blob = BlobRecord { namespace: "acme".parse()?, model: name.parse()?, line, sha256, size };
            store.record_blob(&blob).await?;
            recorded.push(blob);
        }
    }
    recorded.sort();
    for limit in LIMITS {
        let all = walk(limit, async |last: Option<BlobRecord>| store.blobs(last.as_ref(), limit).await);
        let mut all = all.await?;
        all.sort();
        ensure_eq(&all, &recorded, "the blobs")?;
    }
    Ok(())
}

pub(super) async fn search(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    for namespace in ["fraud-team", "acme"] {
        store.commit(new_namespace(store.now().await?, namespace)?).await?;
        for name in ["fraud", "churn", "card-fraud", "a_b", "axb"] {
            World::with_model(store, namespace, name).await?;
        }
    }
    let by_fraud = [
        "acme/card-fraud",
        "acme/fraud",
        "fraud-team/a_b",
        "fraud-team/axb",
        "fraud-team/card-fraud",
        "fraud-team/churn",
        "fraud-team/fraud",
    ];
    for limit in LIMITS {
        ensure_eq(&search_all(&bench, "fraud", limit).await?, &by_fraud.map(str::to_owned).to_vec(), "`fraud`")?;
    }
    let cases: [(&str, &[&str]); 6] = [
        ("CHURN", &["acme/churn", "fraud-team/churn"]),
        ("me/ch", &["acme/churn"]),
        // Neither is a wildcard.
        ("a_b", &["acme/a_b", "fraud-team/a_b"]),
        ("%", &[]),
        ("'", &[]),
        ("nothing", &[]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|name| (*name).to_owned()).collect();
        ensure_eq(&search_all(&bench, text, 3).await?, &expected, text)?;
    }
    ensure_eq(&search_all(&bench, "", 3).await?.len(), &10, "the empty text")
}

async fn search_all(bench: &Bench, text: &str, limit: u32) -> Result<Vec<String>, Failure> {
    let models = walk(limit, async |last: Option<crate::rows::Model>| {
        let after: Option<(NamespaceName, ModelName)> = last.map(|last| (last.namespace, last.name));
        bench
            .store
            .search(Reader::Administrator, text, after.as_ref().map(|(namespace, name)| (namespace, name)), limit)
            .await
    });
    Ok(models.await?.iter().map(|model| format!("{}/{}", model.namespace, model.name)).collect())
}
