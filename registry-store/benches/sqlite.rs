//! What the rules cost: a commit of the store beside a bare transaction of two inserts with the same settings, in the same
//! folder, in the same run.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]

mod shared;

use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::ItemsCount;
use registry_store::{Metadata as _, SqliteStore};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use self::shared::{Promoter, WRITERS, make_model};

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
        self.runtime.block_on(make_model(self.store.as_ref(), name, versions))
    }
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
