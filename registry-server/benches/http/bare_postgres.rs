//! What Postgres can do without a registry: the same server and a pool of the same size.

use std::time::{Duration, Instant};

use registry_store::postgres::CONNECTIONS;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// A database with two tables.
#[derive(Debug)]
pub(crate) struct BarePostgres {
    runtime: Runtime,
    pool: PgPool,
}

impl BarePostgres {
    pub(crate) fn create(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let pool = runtime.block_on(async {
            let options = PgPoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
            let pool = options.connect(url).await.unwrap();
            let tables = "CREATE TABLE bare_a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text);
                 CREATE TABLE bare_b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)";
            sqlx::raw_sql(tables).execute(&pool).await.unwrap();
            two_inserts(pool.clone()).await;
            pool
        });
        Self { runtime, pool }
    }

    /// Transactions of two inserts a second, so many at a time.
    pub(crate) fn transactions(&self, clients: usize, turn: Duration) -> f64 {
        self.rate(clients, turn, two_inserts)
    }

    /// Rows a second by their primary key, so many at a time.
    pub(crate) fn selects(&self, clients: usize, turn: Duration) -> f64 {
        self.rate(clients, turn, select)
    }

    fn rate<F>(&self, clients: usize, turn: Duration, work: fn(PgPool) -> F) -> f64
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let start = Instant::now();
        let client = |pool: PgPool| async move {
            let mut done = 0_u32;
            while start.elapsed() < turn {
                work(pool.clone()).await;
                done += 1;
            }
            done
        };
        let done = self.runtime.block_on(async {
            let clients: JoinSet<u32> = (0..clients).map(|_| client(self.pool.clone())).collect();
            clients.join_all().await
        });
        f64::from(done.into_iter().sum::<u32>()) / start.elapsed().as_secs_f64()
    }
}

async fn two_inserts(pool: PgPool) {
    let mut transaction = pool.begin().await.unwrap();
    for statement in ["INSERT INTO bare_a (body) VALUES ($1)", "INSERT INTO bare_b (body) VALUES ($1)"] {
        sqlx::query(statement).bind("x".repeat(400)).execute(&mut *transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

async fn select(pool: PgPool) {
    sqlx::query("SELECT body FROM bare_a WHERE id = $1").bind(1_i64).fetch_one(&pool).await.unwrap();
}
