//! Room for new bytes: quotas of namespaces, and disks that must not run full.

use registry_server::config::Config;
use reqwest::Method;
use serde_json::{Value, json};

use crate::common::models::MODEL;
use crate::common::{Client, IRIS, Reply, TestServer, iris, sha256};
use crate::upload_parts::{Upload, part, some_bytes};

const ACME: &str = "/api/v1/namespaces/acme";

async fn set_quota(client: &Client, quota: Value) -> Reply {
    let seen = client.get(ACME).await.header("etag").to_owned();
    client.patch(ACME, &json!({"quota_bytes": quota})).if_match(&seen).await
}

async fn announce(client: &Client, bytes: &[u8]) -> Reply {
    let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": "1"});
    client.post(&format!("{MODEL}/uploads"), &announced).await
}

#[tokio::test]
async fn a_namespace_has_no_more_than_its_quota() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    let used = iris("1.0.0").len();
    let (fits, more) = (vec![1; 100], vec![2; 101]);
    let early = announce(&server, &more).await.ok(201);
    let set = set_quota(&server, json!(used + 100)).await;
    assert_eq!(set.ok(200)["quota_bytes"], used + 100);

    let refused = announce(&server, &more).await;
    refused.is_problem(507, "quota-exceeded");
    let details = &refused.json()["details"];
    assert_eq!((&details["used_bytes"], &details["limit_bytes"]), (&json!(used), &json!(used + 100)), "{refused:?}");
    assert_eq!(details["needed_bytes"], 101);
    // An upload that was announced before is no way around it, nor are its parts.
    let url = early["url"].as_str().unwrap();
    server.put_bytes(url, more.clone()).await.is_problem(507, "quota-exceeded");
    let part = server.put_bytes(&url.replace("/content", "/parts/1"), more.clone());
    let digest = "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:";
    part.header("Content-Digest", digest).await.is_problem(507, "quota-exceeded");

    let note = server.upload(IRIS, "1", "note.txt", &fits).await;
    assert_eq!(announce(&server, &fits).await.ok(200)["state"], "complete", "what is there needs no room");
    let model = json!({"path": "model.onnx", "sha256": sha256(&iris("1.0.0")), "size": used});
    let body = json!({"version": "1.0.1", "files": [model, note]});
    set_quota(&server, json!(used)).await.ok(200);
    server.publish(IRIS, &body).await.is_problem(507, "quota-exceeded");
    assert_eq!(set_quota(&server, json!(0)).await.ok(200).get("quota_bytes"), None);
    server.publish(IRIS, &body).await.ok(201);
    assert_eq!(announce(&server, &more).await.status, 201);
}

/// Parts lie on the disk for a week, whether their file is ever complete or not.
#[tokio::test]
async fn parts_count_before_their_file_is_complete() {
    let server = TestServer::start().await;
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    set_quota(&server, json!(40 << 20)).await.ok(200);
    let files: Vec<Vec<u8>> = (0..4).map(|number| [&[number; 16][..], &some_bytes()[16..]].concat()).collect();
    let mut uploads = Vec::new();
    for bytes in &files {
        uploads.push(Upload::announce(&server, bytes).await);
    }
    // Of several at once that do not fit together, the one whose part came first goes on.
    uploads[1].send(1, part(&files[1], 1)).await.ok(200);
    for number in [0, 2, 3] {
        let refused = uploads[number].send(1, part(&files[number], 1)).await;
        refused.is_problem(507, "quota-exceeded");
        let details = &refused.json()["details"];
        assert_eq!((&details["used_bytes"], &details["needed_bytes"]), (&json!(16 << 20), &json!(files[0].len())));
    }
    assert_eq!(server.request(Method::DELETE, &uploads[1].path).await.status, 204);
    // What is given up makes room; and parts of one's own are no second file, however often they come.
    let other = part(&files[1], 1);
    for (number, sent) in [(1, &other), (1, &part(&files[0], 1)), (3, &part(&files[0], 3)), (3, &part(&files[0], 3))] {
        uploads[0].send(number, sent.clone()).await.ok(200);
    }
    announce(&server, &files[0]).await.ok(201);
    announce(&server, &files[2]).await.is_problem(507, "quota-exceeded");
    uploads[0].send(2, part(&files[0], 2)).await.ok(200);
    uploads[0].send(2, part(&files[0], 2)).await.ok(200);
    uploads[0].settles().await;
    uploads[1].send(1, part(&files[1], 1)).await.is_problem(507, "quota-exceeded");
}

#[tokio::test]
async fn only_administrators_of_the_registry_set_quotas() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["admin"]).await;
    set_quota(&ada, json!(1_u64 << 40)).await.is_problem(403, "forbidden");
    set_quota(&ada, json!(0)).await.is_problem(403, "forbidden");
    let seen = server.get(ACME).await.header("etag").to_owned();
    ada.patch(ACME, &json!({"description": "mine"})).if_match(&seen).await.ok(200);
    for odd in [json!(-1), json!(1.5), json!("1"), json!(u64::MAX)] {
        set_quota(&server, odd).await.is_problem(400, "invalid-body");
    }
}

/// No disk has that much space: this one is too full.
fn full(config: &mut Config) {
    config.limits.min_free_space = 1 << 60;
}

#[tokio::test]
async fn a_disk_that_fills_up_takes_nothing_new_and_gives_what_it_has() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    if server.installation.blobs_url().is_some() {
        return; // Neither the blobs nor the database are on this disk.
    }
    let bytes = iris("1.0.1");
    let announced = announce(&server, &bytes).await.ok(201);
    let server = TestServer::start_in(server.stop(), full).await;
    server.get("/readyz").await.is_problem(507, "storage-full");
    assert_eq!(server.get("/healthz").await.status, 200);
    announce(&server, &bytes).await.is_problem(507, "storage-full");
    server.put_bytes(announced["url"].as_str().unwrap(), bytes.clone()).await.is_problem(507, "storage-full");
    let files = json!([{"path": "m.onnx", "sha256": sha256(&iris("1.0.0")), "size": iris("1.0.0").len()}]);
    server.publish(IRIS, &json!({"version": "1.0.1", "files": files})).await.is_problem(507, "storage-full");
    let file = format!("{MODEL}/versions/1.0.0/files/model.onnx");
    assert_eq!(server.anonymous(Method::GET, &file).await.bytes, iris("1.0.0"));
    // What frees space, and what takes none, goes on.
    server.promote("1.0.0").await.ok(200);

    let server = TestServer::start_in(server.stop(), |_| {}).await;
    assert_eq!(server.get("/readyz").await.status, 200);
    server.publish_iris("1.0.1", "1.0.1").await.ok(201);
}
