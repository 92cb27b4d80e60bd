//! One release, by each of the ways in which bytes come into the registry.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use registry_core::digest::Digest;
use reqwest::Method;
use serde_json::json;

use crate::common::{Client, IRIS, Reply, address, iris, sha256};

/// How long an upload may take: longer than the claim of a server that died or hangs, which is ten seconds, twice.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the bytes are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sending {
    AtOnce,
    InParts,
    /// In parts; and the first time other bytes than were announced.
    InWrongParts,
}

type Answer = Result<Reply, reqwest::Error>;

/// Uploads the breaking example to the line of its predecessor, and publishes it under its own number: so its bytes are
/// copied on the way. Ends at the first answer that says that the server has failed.
pub(crate) async fn release(client: &Client, sending: Sending) -> Answer {
    let bytes = iris("2.0.0");
    let sent = match sending {
        Sending::AtOnce => send(client, &bytes).await?,
        Sending::InParts => send_in_parts(client, &bytes, bytes.clone()).await?,
        Sending::InWrongParts => send_in_parts(client, &bytes, vec![7; bytes.len()]).await?,
    };
    if sent.status != 200 {
        return Ok(sent);
    }
    let file = json!({"path": "model.onnx", "sha256": sha256(&bytes), "size": bytes.len()});
    let body = json!({"version": "2.0.0", "upload_line": "1", "files": [file]});
    client.post(&format!("{}/versions", address(IRIS)), &body).key("release-2.0.0").try_send().await
}

async fn announce(client: &Client, bytes: &[u8]) -> Answer {
    let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": "1"});
    client.post(&format!("{}/uploads", address(IRIS)), &announced).try_send().await
}

async fn send(client: &Client, bytes: &[u8]) -> Answer {
    let upload = announce(client, bytes).await?;
    if upload.status != 201 {
        return Ok(upload);
    }
    client.put_bytes(upload.json()["url"].as_str().unwrap(), bytes.to_vec()).try_send().await
}

/// Asks what is missing, sends it and completes the upload, until it is complete: another may be at it, or have removed
/// what was sent.
async fn send_in_parts(client: &Client, bytes: &[u8], first: Vec<u8>) -> Answer {
    let (start, mut part) = (Instant::now(), first);
    loop {
        assert!(start.elapsed() < PATIENCE, "an upload does not come to its end");
        let upload = announce(client, bytes).await?;
        if upload.status != 201 {
            return Ok(upload);
        }
        let upload = upload.json();
        let path = format!("{}/uploads/{}", address(IRIS), upload["id"].as_str().unwrap());
        if upload["state"] == "pending" {
            let sent = send_part(client, &path, &part).await?;
            if sent.status >= 500 {
                return Ok(sent);
            }
            part = bytes.to_vec();
        }
        let completed = client.post(&format!("{path}/complete"), &json!({})).try_send().await?;
        if completed.status == 200 || completed.status >= 500 {
            return Ok(completed);
        }
        assert!(matches!(completed.status, 202 | 409 | 422), "{completed:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn send_part(client: &Client, path: &str, bytes: &[u8]) -> Answer {
    let digest = format!("sha-256=:{}:", BASE64_STANDARD.encode(Digest::of(bytes).as_bytes()));
    let part = client.request(Method::PUT, &format!("{path}/parts/1"));
    part.header("content-digest", digest).body(bytes.to_vec()).try_send().await
}
