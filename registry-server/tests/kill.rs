//! Kill -9 at every durable step of an upload and of a publish: the whole version is there or none of it, and the retry has
//! its effect once.
//!
//! Built with the feature `failpoints` only: `cargo test -p registry-server --features failpoints --test kill`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use common::{IRIS, Reply, TestClient, address, iris, sha256};
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

/// The server as a process of its own; it dies with the test.
struct Process {
    child: Child,
    client: TestClient,
}

impl Process {
    fn start(data: &Path, failpoints: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_registry-server"))
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("FAILPOINTS", failpoints)
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let greeting = "The registry listens on ";
        let url = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| line.strip_prefix(greeting).map(|rest| rest.split(';').next().unwrap().to_owned()));
        // Whoever stops reading would stop the server.
        std::thread::spawn(move || lines.for_each(drop));
        let client = TestClient::new(&url.expect("the server says where it listens"), data);
        Self { child, client }
    }

    fn kill(mut self) -> ExitStatus {
        self.child.kill().unwrap();
        self.child.wait().unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Uploads the breaking example to the line of its predecessor, and publishes it under its own number: so its bytes are
/// copied on the way.
async fn release(client: &TestClient) -> Result<Reply, reqwest::Error> {
    let bytes = iris("2.0.0");
    let json_type = ("content-type", "application/json");
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"}).to_string().into_bytes();
    let uploads = format!("{}/uploads", address(IRIS));
    let upload = client.try_send(Method::POST, &uploads, &[json_type], Some(announced)).await?.json();
    if upload["state"] == "pending" {
        let url = upload["url"].as_str().unwrap();
        let sent = client.try_send(Method::PUT, url, &[], Some(bytes.clone())).await?;
        assert_eq!(sent.status, 200, "{sent:?}");
    }
    let file = json!({"path": "model.onnx", "sha256": sha256(&bytes), "size": bytes.len()});
    let body = json!({"version": "2.0.0", "upload_line": "1", "files": [file]}).to_string().into_bytes();
    let headers = [json_type, ("idempotency-key", "release-2.0.0")];
    client.try_send(Method::POST, &format!("{}/versions", address(IRIS)), &headers, Some(body)).await
}

async fn published(client: &TestClient) -> Vec<Value> {
    let events = client.events("acme").await;
    let of_release =
        |event: &Value| event["type"] == "registry.version.published.v1" && event["data"]["to_version"] == "2.0.0";
    events.into_iter().filter(of_release).collect()
}

/// The whole version or none: row, event, files and bytes.
async fn assert_whole_or_none(client: &TestClient, step: &str) -> bool {
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
    let server = Process::start(data.path(), "");
    assert_eq!(server.client.publish_iris("1.0.0", "1.0.0").await.status, 201);
    server.kill();
    data
}

async fn assert_retry_has_one_effect(data: &Path, step: &str) -> bool {
    let server = Process::start(data, "");
    let there = assert_whole_or_none(&server.client, step).await;
    for _again in 0..2 {
        let retried = release(&server.client).await.unwrap();
        assert_eq!((retried.status, &retried.json()["version"]), (201, &json!("2.0.0")), "{step}: {retried:?}");
    }
    assert!(assert_whole_or_none(&server.client, step).await, "{step}");
    let report = server.client.fsck().await;
    assert_eq!((&report["orphans"], &report["checked_versions"]), (&json!([]), &json!(2)), "{step}: {report}");
    server.kill();
    there
}

#[tokio::test]
async fn killed_at_every_step_the_version_is_whole_or_absent() {
    for step in STEPS {
        let data = prepared().await;
        let mut server = Process::start(data.path(), &format!("{step}=return"));
        let broken = release(&server.client).await;
        assert!(broken.is_err(), "{step} was not reached: {broken:?}");
        let status = server.child.wait().unwrap();
        assert_eq!(status.signal(), Some(9), "{step}: {status}");
        let there = assert_retry_has_one_effect(data.path(), step).await;
        assert_eq!(there, step == "commit.after", "{step}");
    }
}

#[tokio::test]
async fn killed_at_any_time_the_version_is_whole_or_absent() {
    for delay in (0..48).step_by(4) {
        let data = prepared().await;
        let server = Process::start(data.path(), "");
        let client = server.client.clone();
        let running = tokio::spawn(async move { release(&client).await });
        tokio::time::sleep(Duration::from_millis(delay)).await;
        server.kill();
        let _answer_or_broken_connection = running.await;
        assert_retry_has_one_effect(data.path(), &format!("after {delay} ms")).await;
    }
}
