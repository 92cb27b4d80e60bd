//! Many clients on one channel at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::common::models::PRODUCTION;
use crate::common::{Reply, TestServer};

const ROUNDS: usize = 20;
const CLIENTS: usize = 8;
const VERSIONS: [&str; 3] = ["1.0.0", "1.0.1", "1.1.0"];

/// 8 clients promote and 8 roll back, round after round: revisions are dense, none is lost, every success has one of
/// its own, and what was answered is what is recorded.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn promotions_and_rollbacks_at_once_lose_nothing() {
    let server = Arc::new(TestServer::with_iris(&VERSIONS).await);
    let mut answered = BTreeMap::new();
    for version in VERSIONS {
        answered.extend(moved(&server.promote(version).await));
    }
    for round in 0..ROUNDS {
        let mut clients = JoinSet::new();
        for client in 0..CLIENTS {
            let here = Arc::clone(&server);
            clients.spawn(async move { here.promote(VERSIONS[(client + round) % VERSIONS.len()]).await });
            let here = Arc::clone(&server);
            clients.spawn(async move { roll_back(&here, round, client).await });
        }
        while let Some(reply) = clients.join_next().await {
            if let Some((revision, version)) = moved(&reply.unwrap()) {
                assert_eq!(answered.insert(revision, version), None, "revision {revision} was answered twice");
            }
        }
    }
    let recorded = recorded(&server).await;
    assert_eq!(answered, recorded);
    let numbers: Vec<_> = recorded.keys().copied().collect();
    assert_eq!(numbers, (1..=u64::try_from(recorded.len()).unwrap()).collect::<Vec<_>>());
    let head = server.get(PRODUCTION).await.json();
    let (last, version) = recorded.last_key_value().unwrap();
    assert_eq!((head["revision"].as_u64(), head["version"].as_str()), (Some(*last), Some(version.as_str())));
    assert_eq!(events(&server).await, (1..=*last).collect());
}

/// Three of four clients name their target: after a backward promotion an unnamed rollback is refused, and promotions at
/// random go backward so often that hardly one rollback would get to race.
async fn roll_back(server: &TestServer, round: usize, client: usize) -> Reply {
    let key = format!("{round}-{client}");
    let mut body = json!({"reason": "it is bad"});
    if !client.is_multiple_of(4) {
        body["to_version"] = json!(VERSIONS[(client + round + 1) % VERSIONS.len()]);
    }
    server.post(&format!("{PRODUCTION}/rollback"), &body).key(&key).await
}

/// The revision and the version of a success that moved the channel; anything else must be lawful.
fn moved(reply: &Reply) -> Option<(u64, String)> {
    if reply.status != 200 {
        let code = reply.code();
        assert!(
            ["no-rollback-target", "rollback-needs-target", "already-served", "busy"].contains(&code.as_str()),
            "{reply:?}"
        );
        return None;
    }
    let body = reply.json();
    (body["changed"] != Value::Bool(false))
        .then(|| (body["revision"].as_u64().unwrap(), body["to_version"].as_str().unwrap().to_owned()))
}

async fn recorded(server: &TestServer) -> BTreeMap<u64, String> {
    let page = server.get(&format!("{PRODUCTION}/revisions?page_size=500")).await.json();
    assert_eq!(page.get("next_page_token"), None);
    let items = page["items"].as_array().unwrap().clone();
    for kind in ["promote", "rollback"] {
        let won = items.iter().filter(|item| item["kind"] == kind).count();
        assert!(won >= CLIENTS, "only {won} of {} were a {kind}: the two sides did not race", items.len());
    }
    let line = |item: &Value| (item["seq"].as_u64().unwrap(), item["version"].as_str().unwrap().to_owned());
    items.iter().map(line).collect()
}

/// The revisions that the log tells of; the log itself has no gaps.
async fn events(server: &TestServer) -> BTreeSet<u64> {
    let page = server.get("/api/v1/events?namespace=acme&page_size=500").await.json();
    let events = page["items"].as_array().unwrap();
    let seqs: Vec<_> = events.iter().map(|event| event["data"]["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=u64::try_from(events.len()).unwrap()).collect::<Vec<_>>());
    events.iter().filter_map(|event| event["data"]["to_seq"].as_u64()).collect()
}
