//! Uploads: what arrives is what was announced, or nothing arrives.

use crate::common::{IRIS, TestServer, address, iris, sha256};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn a_file_is_announced_sent_and_known_from_then_on() {
    let server = TestServer::start().await;
    let bytes = iris("1.0.0");
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
    let path = format!("{}/uploads", address(IRIS));

    let pending = server.post(&path, &announced).await;
    assert_eq!((pending.status, pending.json()["state"].as_str()), (201, Some("pending")));
    let id = pending.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(pending.header("location"), format!("{path}/{id}"));
    assert_eq!(server.get(&format!("{path}/{id}")).await.json()["state"], "pending");

    let url = pending.json()["url"].as_str().unwrap().to_owned();
    for _again in 0..2 {
        let sent = server.request(Method::PUT, &url).body(bytes.clone()).await;
        assert_eq!((sent.status, sent.json()["state"].as_str()), (200, Some("complete")));
    }
    assert_eq!(server.get(&format!("{path}/{id}")).await.json()["state"], "complete");
    let again = server.post(&path, &announced).await;
    assert_eq!((again.status, again.json()["state"].as_str()), (200, Some("complete")));
    // Another line has a path of its own.
    let other = json!({"sha256": format!("sha256:{}", sha256(&bytes)), "size": bytes.len(), "line": "2"});
    assert_eq!(server.post(&path, &other).await.status, 201);
}

#[tokio::test]
async fn wrong_bytes_are_refused_named_and_leave_nothing() {
    let server = TestServer::start().await;
    let bytes = iris("1.0.0");
    let path = format!("{}/uploads", address(IRIS));
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
    let url = server.post(&path, &announced).await.json()["url"].as_str().unwrap().to_owned();

    let mut flipped = bytes.clone();
    flipped[100] ^= 1;
    let short = bytes[..bytes.len() - 1].to_vec();
    let long = [bytes.as_slice(), b"x"].concat();
    for (body, code) in [(flipped, "digest-mismatch"), (short, "size-mismatch"), (long, "size-mismatch")] {
        let refused = server.request(Method::PUT, &url).body(body).await;
        refused.is_problem(422, code);
        assert!(refused.json()["details"]["expected"] != refused.json()["details"]["actual"], "{refused:?}");
    }
    assert_eq!(server.post(&path, &announced).await.json()["state"], "pending");
    let file = json!({"path": "model.onnx", "sha256": sha256(&bytes), "size": bytes.len()});
    let refused = server.publish(IRIS, &json!({"version": "1.0.0", "files": [file]})).await;
    refused.is_problem(422, "blob-not-found");
    assert_eq!(refused.json()["details"]["paths"], json!(["model.onnx"]));
    assert_eq!(server.get(&address(IRIS)).await.status, 404);
    let report = server.fsck().await;
    assert_eq!((report["clean"].as_bool(), report["orphans"].as_array().unwrap().len()), (Some(true), 0), "{report}");
}

#[tokio::test]
async fn what_cannot_be_an_upload_is_refused() {
    let server = TestServer::start().await;
    let path = format!("{}/uploads", address(IRIS));
    let hex = sha256(b"");
    let large = json!({"sha256": hex, "size": (5_u64 << 40) + 1, "line": "1"});
    let reply = server.post(&path, &large).await;
    reply.is_problem(413, "too-large");
    for wrong in [
        json!({"sha256": "00", "size": 1, "line": "1"}),
        json!({"sha256": hex, "size": -1, "line": "1"}),
        json!({"sha256": hex, "size": 1, "line": "2.1"}),
        json!({"sha256": hex, "size": 1, "line": "1", "name": "x"}),
    ] {
        let reply = server.post(&path, &wrong).await;
        reply.is_problem(400, "invalid-body");
    }
    assert_eq!(server.get(&format!("{path}/1-x-{hex}")).await.code(), "upload-not-found");
    let unknown = server.request(Method::PUT, &format!("{path}/nothing/content")).body(b"x".to_vec()).await;
    assert_eq!(unknown.code(), "upload-not-found");
    let content = server.request(Method::PUT, &format!("{path}/1-0-{hex}/content"));
    let typed = content.header("content-type", "text/plain").body(Vec::new()).await;
    typed.is_problem(415, "unsupported-media-type");
}

/// The client asked for nothing that the file has not; the store lost some of it.
#[tokio::test]
async fn a_blob_that_was_cut_is_the_fault_of_the_store() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    let bytes = iris("1.0.0");
    server.installation.stored("1", &bytes).overwrite(bytes[..100].to_vec()).await;
    let path = format!("{}/versions/1.0.0/files/model.onnx", address(IRIS));
    let reply = server.get(&path).await;
    reply.is_problem(500, "internal");
    assert!(reply.json()["detail"].as_str().unwrap().contains("the store has 100"), "{reply:?}");
    assert_eq!(server.get(&path).header("range", "bytes=0-9").await.bytes, iris("1.0.0")[..10]);
}
