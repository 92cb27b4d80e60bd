//! Models to publish, from the examples, and what is done with them.

use std::path::{Path, PathBuf};

use reqwest::Method;
use serde_json::{Value, json};

use super::{Client, Reply};

/// The model that most tests publish.
pub(crate) const IRIS: &str = "acme/iris";
/// Where it is.
pub(crate) const MODEL: &str = "/api/v1/namespaces/acme/models/iris";
/// The channel that its versions are promoted to.
pub(crate) const PRODUCTION: &str = "/api/v1/namespaces/acme/models/iris/channels/production";

impl Client {
    /// Announces a file and sends it if it is not there; returns how a publish refers to it.
    pub(crate) async fn upload(&self, model: &str, line: &str, path: &str, bytes: &[u8]) -> Value {
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": line});
        let upload = self.post(&format!("{}/uploads", address(model)), &announced).await;
        assert!(matches!(upload.status, 200 | 201), "{upload:?}");
        if upload.json()["state"] == "pending" {
            let sent = self.put_bytes(upload.json()["url"].as_str().unwrap(), bytes.to_vec()).await;
            assert_eq!(sent.ok(200)["state"], "complete", "{sent:?}");
        }
        json!({"path": path, "sha256": sha256(bytes), "size": bytes.len()})
    }

    /// Announces a file and sends it, to a server that may break off; none when it did, or does not answer now.
    pub(crate) async fn try_upload(&self, model: &str, line: &str, path: &str, bytes: &[u8]) -> Option<Value> {
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": line});
        let upload = self.post(&format!("{}/uploads", address(model)), &announced).try_send().await.ok()?;
        if !matches!(upload.status, 200 | 201) {
            assert_eq!(upload.status, 503, "{upload:?}");
            return None;
        }
        if upload.json()["state"] == "pending" {
            let sent = self.put_bytes(upload.json()["url"].as_str().unwrap(), bytes.to_vec()).try_send().await.ok()?;
            if sent.status != 200 {
                assert_eq!(sent.status, 503, "{sent:?}");
                return None;
            }
        }
        Some(json!({"path": path, "sha256": sha256(bytes), "size": bytes.len()}))
    }

    /// Sends the bytes of an upload, to the URL that its announcement gave.
    pub(crate) fn put_bytes(&self, url: &str, bytes: Vec<u8>) -> super::Request {
        self.request(Method::PUT, url).header("content-type", "application/octet-stream").body(bytes)
    }

    pub(crate) async fn publish(&self, model: &str, body: &Value) -> Reply {
        self.post(&format!("{}/versions", address(model)), body).await
    }

    /// Uploads an example of iris and publishes it, under its own number or another.
    pub(crate) async fn publish_iris(&self, example: &str, version: &str) -> Reply {
        let line = version.split('.').next().unwrap();
        let file = self.upload(IRIS, line, "model.onnx", &iris(example)).await;
        self.publish(IRIS, &json!({"version": version, "files": [file]})).await
    }

    /// Promotes a version of iris to production.
    pub(crate) async fn promote(&self, version: &str) -> Reply {
        self.post(&format!("{PRODUCTION}/promote"), &json!({"version": version})).await
    }

    /// Rolls production of iris back.
    pub(crate) async fn roll_back(&self, key: &str) -> Reply {
        self.post(&format!("{PRODUCTION}/rollback"), &json!({"reason": "it is bad"})).key(key).await
    }

    pub(crate) async fn fsck(&self) -> Value {
        self.post("/api/v1/admin/fsck?deep=true", &json!({})).await.ok(200)
    }

    pub(crate) async fn events(&self, namespace: &str) -> Vec<Value> {
        self.get(&format!("/api/v1/events?namespace={namespace}&page_size=500")).await.items()
    }
}

/// `/api/v1/namespaces/NS/models/MODEL` of `NS/MODEL`.
pub(crate) fn address(model: &str) -> String {
    let (namespace, name) = model.split_once('/').unwrap();
    format!("/api/v1/namespaces/{namespace}/models/{name}")
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    registry_core::digest::Digest::of(bytes).to_hex()
}

/// The key of a file of `acme/iris` in its store of blobs.
pub(crate) fn blob_key(line: &str, bytes: &[u8]) -> String {
    let hex = sha256(bytes);
    let fan = hex.get(..2).unwrap();
    format!("{IRIS}/lines/{line}/sha256/{fan}/{hex}")
}

/// The folder of the example models.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

/// The file of an example of iris.
pub(crate) fn iris(example: &str) -> Vec<u8> {
    std::fs::read(examples().join(format!("iris/{example}.onnx"))).unwrap()
}
