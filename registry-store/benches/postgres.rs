//! What the rules cost on Postgres: a commit of the store beside a bare transaction of two inserts on the same server, in
//! the same run. It starts a Postgres of its own.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]

mod shared;

use std::sync::{Arc, OnceLock};

use divan::Bencher;
use divan::counter::ItemsCount;
use registry_store::postgres::CONNECTIONS;
use registry_store::{Metadata as _, PostgresStore};
use sqlx::{Connection as _, PgConnection};
use test_postgres::Cluster;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use self::shared::{Promoter, WRITERS, make_model};

static SERVER: OnceLock<String> = OnceLock::new();

fn main() {
    let cluster = Cluster::start().unwrap();
    SERVER.set(cluster.url()).unwrap();
    runtime().block_on(PostgresStore::migrate(&cluster.url(), None)).unwrap();
    divan::main();
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

struct Bench {
    runtime: Runtime,
    store: Arc<PostgresStore>,
}

impl Bench {
    fn new() -> Self {
        let runtime = runtime();
        let store = runtime.block_on(PostgresStore::open(SERVER.get().unwrap(), CONNECTIONS)).unwrap();
        Self { runtime, store: Arc::new(store) }
    }

    /// A model of a name that no bench before had.
    fn model(&self, versions: u64) -> (String, Promoter) {
        let name = format!("m{}", uuid::Uuid::new_v4().simple());
        let promoter = self.runtime.block_on(make_model(self.store.as_ref(), &name, versions));
        (name, promoter)
    }
}

async fn bare_connection() -> PgConnection {
    let mut connection = PgConnection::connect(SERVER.get().unwrap()).await.unwrap();
    let tables = "CREATE TABLE IF NOT EXISTS bare_a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text);
         CREATE TABLE IF NOT EXISTS bare_b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)";
    sqlx::raw_sql(tables).execute(&mut connection).await.unwrap();
    connection
}

async fn two_inserts(connection: &mut PgConnection) {
    let mut transaction = connection.begin().await.unwrap();
    for statement in ["INSERT INTO bare_a (body) VALUES ($1)", "INSERT INTO bare_b (body) VALUES ($1)"] {
        sqlx::query(statement).bind("x".repeat(400)).execute(&mut *transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

#[divan::bench(sample_count = 300, sample_size = 5)]
fn commit_bare_two_inserts(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let mut connection = runtime.block_on(bare_connection());
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| runtime.block_on(two_inserts(&mut connection)));
}

#[divan::bench(sample_count = 300, sample_size = 5)]
fn commit_promote(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let (_, promoter) = bench.model(1);
    let at = bench.runtime.block_on(bench.store.now()).unwrap();
    let commit = || bench.runtime.block_on(bench.store.commit(promoter.next(at))).unwrap();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(commit);
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn commit_promote_16_writers(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let promoters: Vec<_> = (0..WRITERS).map(|_| Arc::new(bench.model(1).1)).collect();
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
    let (name, _) = bench.model(versions);
    let (namespace, model) = ("acme".parse().unwrap(), name.parse().unwrap());
    bencher.bench_local(|| bench.runtime.block_on(bench.store.snapshot(&namespace, &model)).unwrap().unwrap());
}

#[divan::bench]
fn read_standing(bencher: Bencher<'_, '_>) {
    let bench = Bench::new();
    let (name, _) = bench.model(1);
    let (namespace, model) = ("acme".parse().unwrap(), name.parse().unwrap());
    bencher.bench_local(|| bench.runtime.block_on(bench.store.standing(&namespace, &model)).unwrap().unwrap());
}

/// The yardstick of a read, and what a test of a connection before its use would add to it.
#[divan::bench]
fn read_bare_trip(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let mut connection = runtime.block_on(bare_connection());
    bencher.bench_local(|| runtime.block_on(connection.ping()).unwrap());
}
