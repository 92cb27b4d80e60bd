//! Kills: what was acknowledged is there, and what is there is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use registry_core::channel::{ChannelRevision, RevisionKind};
use registry_store::conformance::fixtures;
use registry_store::rows::ModelSnapshot;
use registry_store::{Change, Guard, Metadata, NewEvent, SqliteStore, StoreError, Write};
use serde_json::json;
use uuid::Uuid;

use super::connect;

/// Where the child finds its database.
const PATH: &str = "REGISTRY_TEST_CRASH_DATABASE";
const KILLS: u64 = 8;
const WRITERS: u64 = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_process_loses_nothing_that_it_has_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("registry.db");
    make_model(&path).await;
    let mut random = fixtures::Random::new(3);
    let mut acknowledged = BTreeSet::new();
    for _ in 0..KILLS {
        let mut child = child(&path);
        let lines = read_until_killed(&mut child, Duration::from_millis(20 + random.below(200)));
        acknowledged.extend(lines);
        check(&path, &acknowledged).await;
    }
}

fn child(path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::the_process_that_is_killed", "--ignored", "--nocapture"])
        .env(PATH, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills the child a while after its first commit, and answers the versions that it acknowledged, each on a whole line.
fn read_until_killed(child: &mut Child, delay: Duration) -> Vec<String> {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut acknowledged = vec![next_commit(&mut output).expect("the child commits something")];
    let reader = std::thread::spawn(move || std::iter::from_fn(|| next_commit(&mut output)).collect::<Vec<_>>());
    std::thread::sleep(delay);
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success());
    acknowledged.extend(reader.join().unwrap());
    acknowledged
}

fn next_commit(output: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    while output.read_line(&mut line).unwrap() > 0 {
        if let Some(version) = line.strip_prefix("committed ").and_then(|rest| rest.strip_suffix('\n')) {
            return Some(version.to_owned());
        }
        line.clear();
    }
    None
}

async fn check(path: &Path, acknowledged: &BTreeSet<String>) {
    let store = SqliteStore::open(path).await.unwrap();
    let snapshot = snapshot(&store).await;
    let versions: BTreeSet<_> = snapshot.versions.iter().map(|row| row.version.to_string()).collect();
    let lost: Vec<_> = acknowledged.difference(&versions).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    // Every commit has written a version, a revision and an event.
    let count = u64::try_from(versions.len()).unwrap();
    assert_eq!(snapshot.model.revision, 1 + count);
    let history = &snapshot.channels.first().unwrap().history;
    let seqs: Vec<_> = history.iter().map(|record| record.revision.seq).collect();
    assert_eq!(seqs, (1..=count).collect::<Vec<_>>());
    let events = store.events(&"acme".parse().unwrap(), 0, u32::MAX).await.unwrap().rows;
    assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), (1..=count).collect::<Vec<_>>());
    assert_eq!(store.versions_without_blobs().await.unwrap(), Vec::new());
    store.close().await;
    let mut connection = connect(path).await;
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut connection).await.unwrap();
    assert_eq!(sound, "ok");
}

async fn make_model(path: &Path) {
    let store = SqliteStore::open(path).await.unwrap();
    let namespace = Write::InsertNamespace {
        id: Uuid::new_v4(),
        name: "acme".parse().unwrap(),
        description: String::new(),
        is_private: false,
    };
    let model = Write::InsertModel {
        id: Uuid::new_v4(),
        namespace: "acme".parse().unwrap(),
        name: "fraud".parse().unwrap(),
        description: String::new(),
        labels: std::collections::BTreeMap::new(),
    };
    let at = store.now().await.unwrap();
    let writes = vec![namespace, model];
    store
        .commit(Change { guard: Guard::Names, stamp: Uuid::new_v4(), at, writes, events: Vec::new(), answer: None })
        .await
        .unwrap();
}

async fn snapshot(store: &dyn Metadata) -> ModelSnapshot {
    store.snapshot(&"acme".parse().unwrap(), &"fraud".parse().unwrap()).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the other half of the test above, in a process of its own"]
async fn the_process_that_is_killed() {
    let Some(path) = std::env::var_os(PATH) else { return };
    let store: Arc<dyn Metadata> = Arc::new(SqliteStore::open(Path::new(&path)).await.unwrap());
    let mut writers = tokio::task::JoinSet::new();
    for _ in 0..WRITERS {
        writers.spawn(publish_forever(Arc::clone(&store)));
    }
    writers.join_next().await.unwrap().unwrap();
}

async fn publish_forever(store: Arc<dyn Metadata>) {
    loop {
        let change = decide(store.as_ref()).await;
        let Some(Write::InsertVersion(version)) = change.writes.first() else { return };
        let line = format!("committed {}\n", version.version);
        match store.commit(change).await {
            Ok(()) => std::io::stdout().lock().write_all(line.as_bytes()).unwrap(),
            Err(StoreError::Conflict { .. }) => tokio::task::yield_now().await,
            Err(other) => panic!("{other}"),
        }
    }
}

async fn decide(store: &dyn Metadata) -> Change {
    let snapshot = snapshot(store).await;
    let ordinal = u64::try_from(snapshot.versions.len()).unwrap() + 1;
    let model = snapshot.model.id;
    let number = registry_core::version::Version::new(1, 0, ordinal).unwrap();
    let version = fixtures::new_version(model, number.clone(), ordinal, ordinal).unwrap();
    for blob in fixtures::blobs_of(&version, &snapshot.model.namespace, &snapshot.model.name) {
        store.record_blob(&blob).await.unwrap();
    }
    let revision = ChannelRevision {
        seq: ordinal,
        kind: RevisionKind::Promote,
        version: Some(number),
        undo_depth_seq: ordinal,
        restored_seq: None,
        direction: None,
    };
    let append = Write::AppendRevision {
        model,
        channel: "production".parse().unwrap(),
        revision,
        actor: "ci".to_owned(),
        reason: None,
        compat: None,
    };
    let guard = snapshot.model.guard();
    let event = NewEvent {
        namespace: snapshot.model.namespace,
        id: Uuid::new_v4(),
        kind: "registry.version.published.v1".to_owned(),
        payload: json!({"ordinal": ordinal}),
    };
    Change {
        guard,
        stamp: Uuid::new_v4(),
        at: store.now().await.unwrap(),
        writes: vec![Write::InsertVersion(Box::new(version)), append],
        events: vec![event],
        answer: None,
    }
}
