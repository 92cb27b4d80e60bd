//! Opening and migrating, callers that go away, locks, and answers that grow old.

use std::time::{Duration, Instant};

use registry_core::digest::Digest;
use registry_store::access::Reader;
use registry_store::conformance::fixtures;
use registry_store::postgres::OpenError;
use registry_store::rows::{IdempotencyKey, StoredAnswer};
use registry_store::{Change, Guard, Metadata as _, NewEvent, PostgresStore, StoreError, Write};
use serde_json::json;
use sqlx::{Connection as _, PgConnection, Row as _};
use test_postgres::Cluster;
use uuid::Uuid;

use super::server::{Server, Temporary};

/// How many connections the stores of these tests open.
const CONNECTIONS: u32 = 4;

async fn open(database: &Temporary) -> Result<PostgresStore, OpenError> {
    PostgresStore::open(&database.url(), CONNECTIONS).await
}

#[tokio::test]
async fn a_database_that_is_behind_is_refused_until_it_is_migrated() {
    let Some(server) = Server::find() else { return };
    let database = server.database();
    let error = open(&database).await.unwrap_err();
    assert!(matches!(error, OpenError::Behind(1)), "{error}");
    assert!(error.to_string().contains("registry-server migrate"), "{error}");
    // Two at once, and once more: it is applied once.
    tokio::join!(database.migrate(), database.migrate());
    database.migrate().await;
    open(&database).await.unwrap().ping().await.unwrap();
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let statement = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (2, 'later', TRUE, '\\x00', 0)";
    sqlx::query(statement).execute(&mut database.connect().await).await.unwrap();
    let error = open(&database).await.unwrap_err();
    assert!(matches!(error, OpenError::Newer(2)), "{error}");
    assert!(matches!(PostgresStore::migrate(&database.url(), None).await, Err(OpenError::Newer(2))));
}

#[tokio::test]
async fn a_database_with_another_migration_is_refused() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let statement = "UPDATE _sqlx_migrations SET checksum = '\\x00'";
    sqlx::query(statement).execute(&mut database.connect().await).await.unwrap();
    assert!(matches!(open(&database).await, Err(OpenError::Edited(1))));
    assert!(matches!(PostgresStore::migrate(&database.url(), None).await, Err(OpenError::Edited(1))));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_given_up_soon() {
    let start = Instant::now();
    let error = PostgresStore::open("postgres://ada:geheim@127.0.0.1:1/registry", CONNECTIONS).await.unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    assert!(!format!("{error} {error:?}").contains("geheim"), "{error:?}");
}

#[tokio::test]
async fn a_wrong_password_a_missing_role_and_missing_tls_are_named() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let url = database.url();
    let (_, place) = url.split_once('@').unwrap();
    let error = PostgresStore::open(&format!("postgres://nobody:geheim@{place}"), CONNECTIONS).await.unwrap_err();
    assert!(error.to_string().contains("nobody"), "{error}");
    assert!(!format!("{error} {error:?}").contains("geheim"), "{error:?}");
    let error = PostgresStore::open(&format!("{url}?sslmode=require"), CONNECTIONS).await.unwrap_err();
    assert!(error.to_string().to_lowercase().contains("tls"), "{error}");
    let error = PostgresStore::migrate(&url, Some("no-such-role; DROP TABLE models")).await.unwrap_err();
    assert!(error.to_string().contains("does not exist"), "{error}");
    open(&database).await.unwrap();
}

/// What `sslmode` means, with a server whose certificate is for `localhost` alone.
#[tokio::test]
async fn a_certificate_is_checked_as_the_url_says() {
    if Server::find().is_none() {
        return;
    }
    let cluster = Cluster::start_with_tls().unwrap();
    let by_name = cluster.url().replace("127.0.0.1", "localhost");
    let authority = format!("sslrootcert={}", cluster.authority().display());
    PostgresStore::migrate(&cluster.url(), None).await.unwrap();
    for (url, encrypted) in [
        (format!("{}?sslmode=disable", cluster.url()), false),
        (format!("{}?sslmode=require", cluster.url()), true),
        (format!("{}?sslmode=verify-ca&{authority}", cluster.url()), true),
        (format!("{by_name}?sslmode=verify-full&{authority}"), true),
    ] {
        let store = PostgresStore::open(&url, 1).await.unwrap();
        store.ping().await.unwrap();
        let mut connection = PgConnection::connect(&cluster.url()).await.unwrap();
        let newest = "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
             WHERE application_name = 'registry-server' ORDER BY backend_start DESC LIMIT 1";
        let found: bool = sqlx::query_scalar(newest).fetch_one(&mut connection).await.unwrap();
        assert_eq!(found, encrypted, "{url}");
        store.close().await;
    }
    for url in [
        format!("{by_name}?sslmode=verify-full"),
        format!("{by_name}?sslmode=verify-ca"),
        format!("{}?sslmode=verify-full&{authority}", cluster.url()),
    ] {
        let error = PostgresStore::open(&url, 1).await.unwrap_err();
        assert!(error.to_string().contains("certificate"), "{url}: {error}");
    }
}

fn new_namespace(at: jiff::Timestamp, name: &str) -> Change {
    let write = Write::InsertNamespace {
        id: Uuid::new_v4(),
        name: name.parse().unwrap(),
        description: String::new(),
        is_private: false,
    };
    Change { guard: Guard::Names, stamp: Uuid::new_v4(), at, writes: vec![write], events: Vec::new(), answer: None }
}

fn event(at: jiff::Timestamp, namespace: &str) -> Change {
    let event = NewEvent {
        namespace: namespace.parse().unwrap(),
        id: Uuid::new_v4(),
        kind: "registry.test.v1".to_owned(),
        payload: json!({}),
    };
    Change { guard: Guard::Names, stamp: Uuid::new_v4(), at, writes: Vec::new(), events: vec![event], answer: None }
}

/// A client that hangs up drops the future of its commit, at any moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_that_goes_away_leaves_a_pool_that_works() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let store = PostgresStore::open(&database.url(), 1).await.unwrap();
    let mut random = fixtures::Random::new(7);
    for number in 0..100 {
        let at = store.now().await.unwrap();
        let commit = store.commit(new_namespace(at, &format!("dropped-{number}")));
        let patience = Duration::from_micros(random.below(3000));
        tokio::time::timeout(patience, commit).await.ok();
        store.commit(new_namespace(at, &format!("kept-{number}"))).await.unwrap();
    }
    let kept = store.namespaces(Reader::Administrator, None, 1000).await.unwrap().rows;
    assert_eq!(kept.iter().filter(|namespace| namespace.name.as_str().starts_with("kept-")).count(), 100);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_waits_for_none_of_another_namespace_and_for_no_other_without_an_end() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let store = open(&database).await.unwrap();
    let at = store.now().await.unwrap();
    for name in ["acme", "other"] {
        store.commit(new_namespace(at, name)).await.unwrap();
    }
    // Another server process stopped in the middle of a change.
    let mut stuck = database.connect().await;
    sqlx::raw_sql("BEGIN; UPDATE namespaces SET event_seq = event_seq + 1 WHERE name = 'acme'")
        .execute(&mut stuck)
        .await
        .unwrap();
    store.commit(event(at, "other")).await.unwrap();
    let start = Instant::now();
    let waited = store.commit(event(at, "acme")).await;
    assert!(matches!(waited, Err(StoreError::Conflict { .. })), "{waited:?}");
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    sqlx::raw_sql("ROLLBACK").execute(&mut stuck).await.unwrap();
    store.commit(event(at, "acme")).await.unwrap();
}

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey { principal: "ada".to_owned(), route: "POST /models".to_owned(), key: text.to_owned() }
}

fn answer(body: &str) -> StoredAnswer {
    StoredAnswer { body_sha256: Digest::of(body.as_bytes()), status: 201, body: body.to_owned() }
}

#[tokio::test]
async fn an_answer_is_good_for_a_day() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let store = open(&database).await.unwrap();
    for text in ["a", "b", "c", "d"] {
        store.store_answer(&key(text), &answer("first")).await.unwrap();
    }
    let mut connection = database.connect().await;
    let age = "UPDATE idempotency_keys SET created_at = '2001-01-01T00:00:00Z' WHERE key < 'd'";
    sqlx::query(age).execute(&mut connection).await.unwrap();

    assert_eq!(store.answer(&key("a")).await.unwrap(), None);
    store.store_answer(&key("a"), &answer("second")).await.unwrap();
    store.store_answer(&key("d"), &answer("second")).await.unwrap();
    assert_eq!(store.answer(&key("a")).await.unwrap(), Some(answer("second")));
    assert_eq!(store.answer(&key("d")).await.unwrap(), Some(answer("first")));

    // A new key sweeps out two old ones.
    store.store_answer(&key("e"), &answer("first")).await.unwrap();
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM idempotency_keys").fetch_one(&mut connection).await.unwrap();
    assert_eq!(left, 3, "a, d and e");
}

/// With sequential scans forbidden, a plan has one only where there is no index to use.
#[tokio::test]
async fn no_query_of_a_page_or_a_key_scans_a_table() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let statements = [
        "EXPLAIN SELECT * FROM models m JOIN namespaces n ON n.id = m.namespace_id
         WHERE n.name = 'a' AND m.name > 'b' ORDER BY m.name LIMIT 3",
        "EXPLAIN SELECT * FROM namespaces n JOIN models m ON m.namespace_id = n.id
         WHERE n.name >= 'a' AND (n.name, m.name) > ('a', 'b') AND position('c' IN n.name || '/' || m.name) > 0
         ORDER BY n.name, m.name LIMIT 3",
        "EXPLAIN SELECT * FROM namespaces n JOIN events e ON e.namespace_id = n.id
         WHERE n.name = 'a' AND e.seq > 1 ORDER BY e.seq LIMIT 3",
        "EXPLAIN SELECT * FROM blobs WHERE (namespace, model, line, sha256) > ('a', 'b', 'c', '\\x00')
         ORDER BY namespace, model, line, sha256 LIMIT 3",
        "EXPLAIN SELECT * FROM versions v JOIN version_statuses s ON s.version_id = v.id
         WHERE v.model_id = '00000000-0000-0000-0000-000000000001' ORDER BY v.ordinal",
        "EXPLAIN SELECT digest, body FROM contracts WHERE digest = ANY (ARRAY['\\x00', '\\x01']::bytea[])",
        "EXPLAIN SELECT * FROM channel_revisions r
         LEFT JOIN versions v ON v.model_id = r.model_id AND v.version_key = r.version_key
         WHERE r.model_id = '00000000-0000-0000-0000-000000000001' ORDER BY r.channel, r.seq",
        "EXPLAIN SELECT * FROM version_files WHERE version_id = '00000000-0000-0000-0000-000000000001' ORDER BY path",
        "EXPLAIN SELECT * FROM tokens WHERE sha256 = '\\x00'",
        "EXPLAIN SELECT * FROM idempotency_keys WHERE principal = 'a' AND route = 'b' AND key = 'c'",
    ];
    let mut connection = database.connect().await;
    sqlx::raw_sql("SET enable_seqscan = off").execute(&mut connection).await.unwrap();
    for statement in statements {
        let rows = sqlx::query(statement).fetch_all(&mut connection).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        assert!(!plan.iter().any(|step| step.contains("Seq Scan")), "{statement}\n{plan:#?}");
    }
}
