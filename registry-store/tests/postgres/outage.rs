//! A database that stops, drops its connections, or says nothing any more.

use std::sync::Arc;
use std::time::{Duration, Instant};

use registry_store::Access as _;
use registry_store::{Metadata as _, PostgresStore, StoreError};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use test_postgres::Cluster;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::server::Server;

/// How long a call may take to say that the database is not there.
const SOON: Duration = Duration::from_secs(3);
/// How long a store may take to find a database that is there again.
const HEALED: Duration = Duration::from_secs(10);

async fn assert_unavailable_soon(store: &PostgresStore) {
    let start = Instant::now();
    let result = store.has_tokens().await;
    assert!(matches!(result, Err(StoreError::Unavailable(_))), "{result:?}");
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

async fn assert_heals(store: &PostgresStore) {
    let start = Instant::now();
    while let Err(error) = store.has_tokens().await {
        assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
        assert!(start.elapsed() < HEALED, "{error}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_stops_is_unavailable_until_it_is_back() {
    if Server::find().is_none() {
        return;
    }
    let mut cluster = Cluster::start().unwrap();
    PostgresStore::migrate(&cluster.url(), None).await.unwrap();
    let store = PostgresStore::open(&cluster.url(), 4).await.unwrap();
    for _ in 0..2 {
        store.ping().await.unwrap();
        cluster.stop().unwrap();
        for _ in 0..3 {
            assert_unavailable_soon(&store).await;
        }
        cluster.resume().unwrap();
        assert_heals(&store).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_died_while_idle_fails_nobody() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let store = PostgresStore::open(&database.url(), 2).await.unwrap();
    let mut administrator = database.connect().await;
    for _ in 0..3 {
        store.ping().await.unwrap();
        let ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND application_name = 'registry-server'";
        let ended = sqlx::query(ended).fetch_all(&mut administrator).await.unwrap();
        assert!(!ended.is_empty(), "the store names its connections");
        // So long that a connection counts as idle.
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert!(!store.has_tokens().await.unwrap());
    }
}

/// Passes bytes on until it is told to swallow them.
async fn proxy(target: String) -> (String, watch::Sender<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (swallow, swallows) = watch::channel(false);
    let target = Arc::new(target);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(target.as_str()).await.unwrap();
            let (client, server) = (client.into_split(), server.into_split());
            tokio::spawn(pass(client.0, server.1, swallows.clone()));
            tokio::spawn(pass(server.0, client.1, swallows.clone()));
        }
    });
    (address, swallow)
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, swallows: watch::Receiver<bool>) {
    let mut buffer = vec![0; 8192];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        if !*swallows.borrow() && to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_says_nothing_is_given_up() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let url = database.url();
    let (login, place) = url.split_once('@').unwrap();
    let (target, name) = place.split_once('/').unwrap();
    let (address, swallow) = proxy(target.to_owned()).await;
    let store = PostgresStore::open(&format!("{login}@{address}/{name}"), 2).await.unwrap();
    store.ping().await.unwrap();
    swallow.send(true).unwrap();
    for _ in 0..4 {
        assert_unavailable_soon(&store).await;
    }
    swallow.send(false).unwrap();
    assert_heals(&store).await;
}

/// A call that waits longer than a silent database is given up for, on one that is not silent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_waits_for_a_lock_is_not_given_up() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let url = format!("{}?options[lock_timeout]=3s", database.url());
    let store = Arc::new(PostgresStore::open(&url, 2).await.unwrap());
    let mut holder = database.connect().await;
    let mut transaction = holder.begin().await.unwrap();
    sqlx::query("LOCK TABLE tokens IN ACCESS EXCLUSIVE MODE").execute(&mut *transaction).await.unwrap();
    let waiting = Arc::clone(&store);
    let waiting = tokio::spawn(async move { waiting.has_tokens().await });
    sqlx::query("SELECT pg_sleep(2)").execute(&mut *transaction).await.unwrap();
    assert!(!waiting.is_finished(), "the call does not wait for the lock");
    transaction.commit().await.unwrap();
    assert!(!waiting.await.unwrap().unwrap());
}

/// Whoever is let in nowhere finds no database; what Postgres says about that differs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_lets_nobody_in_is_unavailable_until_it_does() {
    let Some(server) = Server::find() else { return };
    let database = server.with_role().migrated().await;
    let store = PostgresStore::open(&database.role_url(), 2).await.unwrap();
    let (role, url) = (database.role().unwrap(), database.role_url());
    let password = url.split_once('@').unwrap().0.rsplit_once(':').unwrap().1;
    let (_, name) = url.rsplit_once('/').unwrap();
    // From another database: nobody closes the one that he is in.
    let elsewhere = database.url().replace(name, "postgres");
    let mut administrator = PgConnection::connect(&elsewhere).await.unwrap();
    for (locked, open) in [
        (format!("DATABASE {name} ALLOW_CONNECTIONS false"), format!("DATABASE {name} ALLOW_CONNECTIONS true")),
        (format!("ROLE {role} NOLOGIN"), format!("ROLE {role} LOGIN")),
        (format!("ROLE {role} PASSWORD 'another'"), format!("ROLE {role} PASSWORD '{password}'")),
        (format!("ROLE {role} CONNECTION LIMIT 0"), format!("ROLE {role} CONNECTION LIMIT -1")),
    ] {
        store.ping().await.unwrap();
        let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role}'");
        for statement in [format!("ALTER {locked}"), end] {
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut administrator).await.unwrap();
        }
        // The first finds that its connection has ended, the others that there is no other.
        for _ in 0..3 {
            assert_unavailable_soon(&store).await;
        }
        let open = format!("ALTER {open}");
        sqlx::raw_sql(AssertSqlSafe(open)).execute(&mut administrator).await.unwrap();
        assert_heals(&store).await;
    }
}
