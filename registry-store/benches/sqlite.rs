//! What the rules cost: a commit of the store beside a bare transaction of two inserts with the same settings, in the same
//! folder, in the same run.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::Bencher;
use divan::counter::ItemsCount;
use registry_core::channel::{ChannelRevision, RevisionKind};
use registry_store::conformance::fixtures;
use registry_store::{Change, Guard, Metadata as _, NewEvent, SqliteStore, Write};
use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use uuid::Uuid;

/// The writers that commit at once, each to a model of its own.
const WRITERS: usize = 16;

fn main() {
    divan::main();
}

struct Bench {
    runtime: Runtime,
    store: Arc<SqliteStore>,
    _folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let store = runtime.block_on(SqliteStore::open(&folder.path().join("registry.db"))).unwrap();
        Self { runtime, store: Arc::new(store), _folder: folder }
    }

    fn model(&self, name: &str, versions: u64) -> Promoter {
        self.runtime.block_on(make_model(&self.store, name, versions))
    }
}

/// Promotes the first version of a model again and again.
struct Promoter {
    model: Uuid,
    version: registry_core::version::Version,
    revision: u64,
    commits: AtomicU64,
}

impl Promoter {
    fn next(&self, at: jiff::Timestamp) -> Change {
        let done = self.commits.fetch_add(1, Ordering::Relaxed);
        let revision = ChannelRevision {
            seq: done + 1,
            kind: RevisionKind::Promote,
            version: Some(self.version.clone()),
            undo_depth_seq: done + 1,
            restored_seq: None,
            direction: None,
        };
        let append = Write::AppendRevision {
            model: self.model,
            channel: "production".parse().unwrap(),
            revision,
            actor: "ada".to_owned(),
            reason: Some("offline evaluation of 2026-11-24".to_owned()),
            compat: Some(json!({"bump": "minor", "retraining": true})),
        };
        let payload = json!({"actor": {"kind": "user", "id": "ada"}, "resource": {"namespace": "acme", "model": "fraud"},
            "outcome": "success", "from_version": "1.0.0", "to_version": "1.0.1", "from_seq": done, "to_seq": done + 1,
            "bump": "patch", "retraining": true, "consumer_change": "none", "request": {"id": "0190"}});
        let kind = "registry.channel.promoted.v1".to_owned();
        let event = NewEvent { namespace: "acme".parse().unwrap(), id: Uuid::new_v4(), kind, payload };
        let guard = Guard::Model { id: self.model, revision: self.revision + done };
        Change { guard, at, writes: vec![append], events: vec![event], answer: None }
    }
}

async fn make_model(store: &SqliteStore, name: &str, versions: u64) -> Promoter {
    let (model, at) = (Uuid::new_v4(), store.now().await.unwrap());
    let mut writes = Vec::new();
    if store.namespace(&"acme".parse().unwrap()).await.unwrap().is_none() {
        let (id, name) = (Uuid::new_v4(), "acme".parse().unwrap());
        writes.push(Write::InsertNamespace { id, name, description: String::new() });
    }
    writes.push(Write::InsertModel {
        id: model,
        namespace: "acme".parse().unwrap(),
        name: name.parse().unwrap(),
        description: String::new(),
        labels: std::collections::BTreeMap::new(),
    });
    let numbers = fixtures::history(versions, 1).unwrap();
    for (ordinal, number) in (1..).zip(&numbers) {
        // Eight contracts for all versions.
        let version = fixtures::new_version(model, number.clone(), ordinal, ordinal % 8).unwrap();
        for blob in fixtures::blobs_of(&version, &"acme".parse().unwrap(), &name.parse().unwrap()) {
            store.record_blob(&blob).await.unwrap();
        }
        writes.push(Write::InsertVersion(Box::new(version)));
    }
    store.commit(Change { guard: Guard::Names, at, writes, events: Vec::new(), answer: None }).await.unwrap();
    let version = numbers.first().unwrap().clone();
    Promoter { model, version, revision: 1, commits: AtomicU64::new(0) }
}

async fn bare_connection(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut connection = options.disable_statement_logging().connect().await.unwrap();
    let tables = "CREATE TABLE a (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
         CREATE TABLE b (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT";
    sqlx::raw_sql(tables).execute(&mut connection).await.unwrap();
    connection
}

async fn two_inserts(connection: &mut SqliteConnection) {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
    for statement in ["INSERT INTO a (body) VALUES (?1)", "INSERT INTO b (body) VALUES (?1)"] {
        sqlx::query(statement).bind("x".repeat(400)).execute(&mut *transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

#[divan::bench(sample_count = 300, sample_size = 5)]
fn commit_bare_two_inserts(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let folder = tempfile::tempdir().unwrap();
    let mut connection = bench.runtime.block_on(bare_connection(&folder.path().join("bare.db")));
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| bench.runtime.block_on(two_inserts(&mut connection)));
}

#[divan::bench(sample_count = 300, sample_size = 5)]
fn commit_promote(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let promoter = bench.model("fraud", 1);
    let at = bench.runtime.block_on(bench.store.now()).unwrap();
    let commit = || bench.runtime.block_on(bench.store.commit(promoter.next(at))).unwrap();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(commit);
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn commit_promote_16_writers(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let promoters: Vec<_> = (0..WRITERS).map(|number| Arc::new(bench.model(&format!("model-{number}"), 1))).collect();
    let at = bench.runtime.block_on(bench.store.now()).unwrap();
    bencher.counter(ItemsCount::new(WRITERS)).bench_local(|| {
        bench.runtime.block_on(async {
            let mut commits = JoinSet::new();
            for promoter in &promoters {
                let (store, promoter) = (Arc::clone(&bench.store), Arc::clone(promoter));
                commits.spawn(async move { store.commit(promoter.next(at)).await.unwrap() });
            }
            commits.join_all().await;
        });
    });
}

#[divan::bench(args = [10, 100, 1_000])]
fn snapshot_of_versions(bencher: Bencher<'_, '_>, versions: u64) {
    let bench = Bench::new();
    bench.model("fraud", versions);
    let (namespace, model) = ("acme".parse().unwrap(), "fraud".parse().unwrap());
    bencher.bench_local(|| bench.runtime.block_on(bench.store.snapshot(&namespace, &model)).unwrap().unwrap());
}

#[divan::bench]
fn read_now(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    bencher.bench_local(|| bench.runtime.block_on(bench.store.now()).unwrap());
}
