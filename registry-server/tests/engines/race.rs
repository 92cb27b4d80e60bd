//! Two server processes on one Postgres and one bucket, or one folder, of blobs: whoever is asked, there is one registry.

use serde_json::json;
use tokio::task::JoinSet;

use crate::common::models::PRODUCTION;
use crate::common::{IRIS, Installation, address, iris};

const PUBLISHERS: u8 = 16;
const ROUNDS: usize = 10;

/// The first example with a remark in its metadata: another file with the same contract.
fn distinct(publisher: u8) -> Vec<u8> {
    // Field 6 of an ONNX `ModelProto` is `doc_string`: tag 0x32, a length, a text.
    [iris("1.0.0"), vec![0x32, 1, b'a' + publisher]].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_publishers_at_two_servers_one_wins_and_both_servers_know() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database_with_role().unwrap();
    let Some(bucket) = test_s3::bucket() else { return };
    let installation = Installation::postgres(&database).in_bucket(bucket, true);
    let servers = [installation.start(), installation.start()];
    let mut bodies = Vec::new();
    for publisher in 0..PUBLISHERS {
        bodies.push(json!({"files": [servers[0].upload(IRIS, "1", "model.onnx", &distinct(publisher)).await]}));
    }
    for round in 0..ROUNDS {
        let mut publishers = JoinSet::new();
        for (number, body) in bodies.iter().enumerate() {
            let (client, mut body) = (servers[number % 2].client.clone(), body.clone());
            body["version"] = json!(format!("1.{round}.0"));
            // Or a round would publish what the one before has.
            body["lineage"] = json!({"run": format!("{round}")});
            publishers.spawn(async move { client.publish(IRIS, &body).await.status });
        }
        let mut statuses = publishers.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [vec![201], vec![409; 15]].concat(), "round {round}");
        // The server that lost knows at once what the other one has committed.
        for server in &servers {
            let latest = server.get(&format!("{}/resolve", address(IRIS))).await.json();
            assert_eq!(latest["version"], format!("1.{round}.0"));
        }
    }
    assert_eq!(servers[1].fsck().await["clean"], true);
    let events = servers[1].events("acme").await;
    let published = events.iter().filter(|event| event["type"] == "registry.version.published.v1").count();
    assert_eq!(published, ROUNDS);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_retries_with_one_key_at_two_servers_one_has_an_effect() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database_with_role().unwrap();
    let installation = Installation::postgres(&database);
    let servers = [installation.start(), installation.start()];
    for version in ["1.0.0", "1.0.1"] {
        assert_eq!(servers[0].publish_iris(version, version).await.status, 201);
    }
    assert_eq!(servers[0].promote("1.0.0").await.status, 200);
    let mut retries = JoinSet::new();
    for number in 0..16 {
        let client = servers[number % 2].client.clone();
        let body = json!({"version": "1.0.1"});
        retries.spawn(async move { client.post(&format!("{PRODUCTION}/promote"), &body).key("one").await });
    }
    let replies = retries.join_all().await;
    for reply in &replies {
        assert_eq!((reply.status, &reply.json()), (200, &replies[0].json()), "{reply:?}");
        assert_eq!((&reply.json()["revision"], &reply.json()["changed"]), (&json!(2), &json!(true)), "{reply:?}");
    }
    assert_eq!(servers[1].get(PRODUCTION).await.json()["revision"], 2);
    // A rollback at one server is what the other one serves.
    let undone = servers[1].roll_back("two").await;
    assert_eq!(undone.status, 200, "{undone:?}");
    let served = servers[0].get(&format!("{}/resolve?ref=production", address(IRIS))).await.json();
    assert_eq!(served["version"], "1.0.0");
}
