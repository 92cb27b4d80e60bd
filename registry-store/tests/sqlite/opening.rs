//! Opening and closing: permissions, settings, migrations, callers that go away.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use registry_store::access::Reader;
use registry_store::conformance::fixtures;
use registry_store::sqlite::OpenError;
use registry_store::{Change, Guard, Metadata as _, SqliteStore, Write};
use sqlx::Row as _;
use uuid::Uuid;

use super::connect;

#[tokio::test]
async fn the_file_is_made_with_its_folder_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b/registry.db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.ping().await.unwrap();
    for file in ["registry.db", "registry.db-wal", "registry.db-shm"] {
        let mode = path.with_file_name(file).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    store.close().await;
    assert!(!path.with_file_name("registry.db-wal").exists(), "closing tidies up");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registry.db");
    SqliteStore::open(&path).await.unwrap().close().await;
    let statement = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (2, 'later', TRUE, x'00', 0)";
    sqlx::query(statement).execute(&mut connect(&path).await).await.unwrap();
    let error = SqliteStore::open(&path).await.unwrap_err();
    assert!(matches!(error, OpenError::Newer(2)), "{error}");
    assert!(error.to_string().contains("a newer version of the registry has written it"), "{error}");
}

#[tokio::test]
async fn what_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registry.db");
    std::fs::write(&path, "not a database, but long enough to be looked at as if it were one: ".repeat(100)).unwrap();
    assert!(matches!(SqliteStore::open(&path).await, Err(OpenError::Database(_))));
    assert!(matches!(SqliteStore::open(&path.join("below")).await, Err(OpenError::File { .. })));
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

/// A client that hangs up drops the future of its commit, at any moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_that_goes_away_leaves_a_writer_that_works() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("registry.db")).await.unwrap();
    let mut random = fixtures::Random::new(7);
    for number in 0..200 {
        let at = store.now().await.unwrap();
        let commit = store.commit(new_namespace(at, &format!("dropped-{number}")));
        let patience = Duration::from_micros(random.below(1500));
        tokio::time::timeout(patience, commit).await.ok();
        store.commit(new_namespace(at, &format!("kept-{number}"))).await.unwrap();
    }
    let kept = store.namespaces(Reader::Administrator, None, 1000).await.unwrap().rows;
    assert_eq!(kept.iter().filter(|namespace| namespace.name.as_str().starts_with("kept-")).count(), 200);
}

#[tokio::test]
async fn no_query_of_a_page_or_a_key_scans_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registry.db");
    SqliteStore::open(&path).await.unwrap().close().await;
    let statements = [
        "EXPLAIN QUERY PLAN SELECT * FROM models m JOIN namespaces n ON n.id = m.namespace_id
         WHERE n.name = ?1 AND m.name > ?2 ORDER BY m.name LIMIT ?3",
        "EXPLAIN QUERY PLAN SELECT * FROM namespaces n JOIN events e ON e.namespace_id = n.id
         WHERE n.name = ?1 AND e.seq > ?2 ORDER BY e.seq LIMIT ?3",
        "EXPLAIN QUERY PLAN SELECT * FROM blobs WHERE (namespace, model, line, sha256) > (?1, ?2, ?3, ?4)
         ORDER BY namespace, model, line, sha256 LIMIT ?5",
        "EXPLAIN QUERY PLAN SELECT * FROM versions v JOIN version_statuses s ON s.version_id = v.id
         WHERE v.model_id = ?1 ORDER BY v.ordinal",
        "EXPLAIN QUERY PLAN SELECT digest, body FROM contracts
         WHERE digest IN (SELECT contract_digest FROM versions WHERE model_id = ?1)",
        "EXPLAIN QUERY PLAN SELECT * FROM channel_revisions r
         LEFT JOIN versions v ON v.model_id = r.model_id AND v.version_key = r.version_key
         WHERE r.model_id = ?1 ORDER BY r.channel, r.seq",
        "EXPLAIN QUERY PLAN SELECT * FROM tokens WHERE sha256 = ?1",
        "EXPLAIN QUERY PLAN SELECT * FROM idempotency_keys WHERE principal = ?1 AND route = ?2 AND key = ?3",
    ];
    let mut connection = connect(&path).await;
    for statement in statements {
        let rows = sqlx::query(statement).fetch_all(&mut connection).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{statement}\n{plan:#?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{statement}\n{plan:#?}");
    }
}
