//! What the tests of versions share: a server started as in production, and a client that publishes.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses a part; which one differs")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

use registry_server::config::Config;
use registry_server::startup::{self, Running};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The model that most tests publish.
pub(crate) const IRIS: &str = "acme/iris";

/// A server on a free port, with data of its own.
pub(crate) struct TestServer {
    running: Option<Running>,
    data: TempDir,
    pub(crate) client: TestClient,
}

/// Who asks a server.
#[derive(Clone)]
pub(crate) struct TestClient {
    pub(crate) url: String,
    pub(crate) token: Option<String>,
    http: Client,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl TestServer {
    pub(crate) async fn start() -> Self {
        let data = TempDir::new().unwrap();
        let config =
            Config { listen: "127.0.0.1:0".parse().unwrap(), data: data.path().to_owned(), ..Config::default() };
        let running = startup::build(config).await.unwrap();
        let client = TestClient::new(&format!("http://{}", running.address()), data.path());
        Self { running: Some(running), data, client }
    }

    /// Where the bytes of a file of `acme/iris` lie on disk.
    pub(crate) fn blob(&self, line: &str, bytes: &[u8]) -> PathBuf {
        let hex = sha256(bytes);
        let fan = hex.get(..2).unwrap();
        self.data.path().join(format!("blobs/{IRIS}/lines/{line}/sha256/{fan}/{hex}"))
    }

    pub(crate) async fn stop(mut self) {
        self.running.take().unwrap().stop().await.unwrap();
    }
}

impl std::ops::Deref for TestServer {
    type Target = TestClient;

    fn deref(&self) -> &TestClient {
        &self.client
    }
}

impl TestClient {
    /// A client with the admin token of a data folder.
    pub(crate) fn new(url: &str, data: &Path) -> Self {
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        Self { url: url.to_owned(), token: Some(token), http: Client::new() }
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Reply {
        self.try_send(method, path, headers, body).await.unwrap()
    }

    pub(crate) async fn try_send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Result<Reply, reqwest::Error> {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Reply { status, headers, bytes: response.bytes().await?.to_vec() })
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], None).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_with(path, &[], body).await
    }

    pub(crate) async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Reply {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.send(Method::POST, path, &headers, Some(body.to_string().into_bytes())).await
    }

    /// Announces and sends a file; answers how a publish refers to it.
    pub(crate) async fn upload(&self, model: &str, line: &str, path: &str, bytes: &[u8]) -> Value {
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": line});
        let upload = self.post(&format!("{}/uploads", address(model)), &announced).await;
        assert!(matches!(upload.status, 200 | 201), "{upload:?}");
        if upload.json()["state"] == "pending" {
            let url = upload.json()["url"].as_str().unwrap().to_owned();
            let sent = self.send(Method::PUT, &url, &[], Some(bytes.to_vec())).await;
            assert_eq!(sent.status, 200, "{sent:?}");
        }
        json!({"path": path, "sha256": sha256(bytes), "size": bytes.len()})
    }

    pub(crate) async fn publish(&self, model: &str, body: &Value) -> Reply {
        self.post(&format!("{}/versions", address(model)), body).await
    }

    /// Uploads an example of iris and publishes it.
    pub(crate) async fn publish_iris(&self, example: &str, version: &str) -> Reply {
        let line = version.split('.').next().unwrap();
        let file = self.upload(IRIS, line, "model.onnx", &iris(example)).await;
        self.publish(IRIS, &json!({"version": version, "files": [file]})).await
    }

    pub(crate) async fn promote(&self, model: &str, channel: &str, version: &str) {
        let path = format!("{}/channels/{channel}/promote", address(model));
        let reply = self.post(&path, &json!({"version": version, "allow_major": true})).await;
        assert_eq!(reply.status, 200, "{reply:?}");
    }

    pub(crate) async fn fsck(&self) -> Value {
        let reply = self.post("/api/v1/admin/fsck?deep=true", &json!({})).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    pub(crate) async fn events(&self, namespace: &str) -> Vec<Value> {
        let reply = self.get(&format!("/api/v1/events?namespace={namespace}&page_size=500")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()["items"].as_array().unwrap().clone()
    }
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or("none").to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

pub(crate) fn address(model: &str) -> String {
    let (namespace, model) = model.split_once('/').unwrap();
    format!("/api/v1/namespaces/{namespace}/models/{model}")
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    registry_core::digest::Digest::of(bytes).to_hex()
}

pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

pub(crate) fn iris(example: &str) -> Vec<u8> {
    std::fs::read(examples().join(format!("iris/{example}.onnx"))).unwrap()
}
