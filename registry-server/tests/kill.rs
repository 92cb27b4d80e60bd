//! Kill -9 at every durable step of an upload and of a publish: the whole version is there or none of it, and the retry has
//! its effect once.
//!
//! Built with the feature `failpoints` only: `cargo test -p registry-server --features failpoints --test kill`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use common::{Client, IRIS, Process, Reply, address, iris, sha256};
use registry_core::digest::Digest;
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Every step that `service::steps` names, in the order in which a publish passes them.
const STEPS: [&str; 8] = [
    "blob.storing",
    "blob.stored",
    "blob.recorded",
    "copy.storing",
    "copy.stored",
    "copy.recorded",
    "commit.before",
    "commit.after",
];

/// Every step of an upload in parts, in their order.
const PART_STEPS: [&str; 8] = [
    "session.begun",
    "session.recorded",
    "part.storing",
    "part.stored",
    "part.recorded",
    "upload.claimed",
    "upload.verified",
    "upload.recorded",
];

/// How the bytes are sent.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sending {
    AtOnce,
    InParts,
}

/// Sends the one part that is missing, and completes the upload; waits for the claim of a server that died.
async fn send_in_parts(client: &Client, upload: &Value, bytes: &[u8]) -> Result<(), reqwest::Error> {
    let path = format!("{}/uploads/{}", address(IRIS), upload["id"].as_str().unwrap());
    if upload["state"] == "pending" {
        let digest = format!("sha-256=:{}:", BASE64_STANDARD.encode(Digest::of(bytes).as_bytes()));
        let part = client.request(Method::PUT, &format!("{path}/parts/1"));
        part.header("content-digest", digest).body(bytes.to_vec()).try_send().await?.ok(200);
    }
    loop {
        let reply = client.post(&format!("{path}/complete"), &json!({})).try_send().await?;
        if reply.status == 200 {
            return Ok(());
        }
        assert_eq!(reply.status, 202, "{reply:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Uploads the breaking example to the line of its predecessor, and publishes it under its own number: so its bytes are
/// copied on the way.
async fn release(client: &Client, sending: Sending) -> Result<Reply, reqwest::Error> {
    let bytes = iris("2.0.0");
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
    let upload = client.post(&format!("{}/uploads", address(IRIS)), &announced).try_send().await?.json();
    if sending == Sending::InParts && upload["state"] != "complete" {
        send_in_parts(client, &upload, &bytes).await?;
    } else if upload["state"] == "pending" {
        let sent = client.put_bytes(upload["url"].as_str().unwrap(), bytes.clone()).try_send().await?;
        assert_eq!(sent.status, 200, "{sent:?}");
    }
    let file = json!({"path": "model.onnx", "sha256": sha256(&bytes), "size": bytes.len()});
    let body = json!({"version": "2.0.0", "upload_line": "1", "files": [file]});
    client.post(&format!("{}/versions", address(IRIS)), &body).key("release-2.0.0").try_send().await
}

async fn published(client: &Client) -> Vec<Value> {
    let events = client.events("acme").await;
    let of_release =
        |event: &Value| event["type"] == "registry.version.published.v1" && event["data"]["to_version"] == "2.0.0";
    events.into_iter().filter(of_release).collect()
}

/// The whole version or none: row, event, files and bytes.
async fn assert_whole_or_none(client: &Client, step: &str) -> bool {
    let version = client.get(&format!("{}/versions/2.0.0", address(IRIS))).await;
    let there = version.status == 200;
    assert!(there || version.code() == "version-not-found", "{step}: {version:?}");
    assert_eq!(published(client).await.len(), usize::from(there), "{step}");
    let file = client.get(&format!("{}/versions/2.0.0/files/model.onnx", address(IRIS))).await;
    assert_eq!(file.status == 200 && file.bytes == iris("2.0.0"), there, "{step}: {}", file.status);
    assert_eq!(client.fsck().await["clean"], true, "{step}");
    there
}

async fn prepared() -> TempDir {
    let data = TempDir::new().unwrap();
    let mut server = Process::start(data.path());
    server.client().publish_iris("1.0.0", "1.0.0").await.ok(201);
    server.kill();
    data
}

async fn assert_retry_has_one_effect(data: &Path, step: &str, sending: Sending) -> bool {
    let mut server = Process::start(data);
    let client = server.client();
    let there = assert_whole_or_none(&client, step).await;
    for _again in 0..2 {
        let retried = release(&client, sending).await.unwrap();
        assert_eq!((retried.status, &retried.json()["version"]), (201, &json!("2.0.0")), "{step}: {retried:?}");
    }
    assert!(assert_whole_or_none(&client, step).await, "{step}");
    let report = client.fsck().await;
    assert_eq!((&report["orphans"], &report["checked_versions"]), (&json!([]), &json!(2)), "{step}: {report}");
    let leftovers = report["leftovers"].as_array().unwrap().len();
    // The row of a session comes after the session, so that is all that can be left.
    assert_eq!(
        (&report["open_uploads"], leftovers),
        (&json!(0), usize::from(step == "session.begun")),
        "{step}: {report}"
    );
    server.kill();
    there
}

#[tokio::test]
async fn killed_at_every_step_the_version_is_whole_or_absent() {
    for step in STEPS {
        kill_at(step, Sending::AtOnce).await;
    }
}

#[tokio::test]
async fn killed_at_every_step_of_an_upload_in_parts_the_version_is_whole_or_absent() {
    for step in PART_STEPS {
        kill_at(step, Sending::InParts).await;
    }
}

async fn kill_at(step: &str, sending: Sending) {
    let data = prepared().await;
    let mut server = Process::start_with(data.path(), |command| {
        command.env("FAILPOINTS", format!("{step}=return"));
    });
    let broken = release(&server.client(), sending).await;
    assert!(broken.is_err(), "{step} was not reached: {broken:?}");
    let (status, _) = server.end();
    assert_eq!(status.signal(), Some(9), "{step}: {status}");
    let there = assert_retry_has_one_effect(data.path(), step, sending).await;
    assert_eq!(there, step == "commit.after", "{step}");
}

#[tokio::test]
async fn killed_at_any_time_the_version_is_whole_or_absent() {
    for delay in (0..48).step_by(4) {
        let data = prepared().await;
        let mut server = Process::start(data.path());
        let client = server.client();
        let running = tokio::spawn(async move { release(&client, Sending::AtOnce).await });
        tokio::time::sleep(Duration::from_millis(delay)).await;
        server.kill();
        let _answer_or_broken_connection = running.await;
        assert_retry_has_one_effect(data.path(), &format!("after {delay} ms"), Sending::AtOnce).await;
    }
}
