//! A server as the binary starts it, on a port of its own, and a client that may write.

use std::path::Path;

use registry_core::digest::Digest;
use registry_server::config::Config;
use registry_server::startup::{Running, build};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The model that the stories are about.
pub(crate) const MODEL: &str = "/api/v1/namespaces/acme/models/iris";
/// The channel that the stories are about.
pub(crate) const PRODUCTION: &str = "/api/v1/namespaces/acme/models/iris/channels/production";

pub(crate) struct Server {
    running: Running,
    client: Client,
    token: String,
    /// Goes away with the server.
    _data: TempDir,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) etag: Option<String>,
    pub(crate) replayed: bool,
    pub(crate) media_type: String,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The status and the code of a refusal.
    pub(crate) fn problem(&self) -> (u16, String) {
        assert_eq!(self.media_type, "application/problem+json", "{self:?}");
        (self.status, self.json()["code"].as_str().unwrap().to_owned())
    }
}

impl Server {
    pub(crate) async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let config =
            Config { listen: "127.0.0.1:0".parse().unwrap(), data: data.path().to_owned(), ..Config::default() };
        let running = build(config).await.unwrap();
        let token = std::fs::read_to_string(data.path().join("admin-token")).unwrap().trim().to_owned();
        Self { running, client: Client::new(), token, _data: data }
    }

    /// A server with these versions of `acme/iris`, from the examples.
    pub(crate) async fn with(versions: &[&str]) -> Self {
        let server = Self::start().await;
        for version in versions {
            server.publish(version).await;
        }
        server
    }

    pub(crate) async fn stop(self) {
        self.running.stop().await.unwrap();
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, &[]).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Reply {
        self.send(Method::PUT, path, Some(body), &[]).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::POST, path, Some(body), headers).await
    }

    pub(crate) async fn promote(&self, version: &str) -> Reply {
        self.post(&format!("{PRODUCTION}/promote"), &json!({"version": version}), &[]).await
    }

    pub(crate) async fn roll_back(&self, key: &str) -> Reply {
        let headers = [("Idempotency-Key", key)];
        self.post(&format!("{PRODUCTION}/rollback"), &json!({"reason": "it is bad"}), &headers).await
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let url = format!("http://{}{path}", self.running.address());
        let mut request = self.client.request(method, url).bearer_auth(&self.token);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.unwrap();
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (etag, replayed) = (header("etag"), header("idempotency-replayed").is_some());
        let media_type = header("content-type").unwrap_or_default();
        let status = response.status().as_u16();
        Reply { status, etag, replayed, media_type, text: response.text().await.unwrap() }
    }

    /// Uploads and publishes an example.
    async fn publish(&self, version: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/iris");
        let bytes = std::fs::read(folder.join(format!("{version}.onnx"))).unwrap();
        let line = version.split('.').next().unwrap();
        let (sha256, size) = (Digest::of(&bytes), bytes.len());
        let upload = json!({"sha256": sha256, "size": size, "line": line});
        let upload = self.post(&format!("{MODEL}/uploads"), &upload, &[]).await.json();
        let url = format!("http://{}{}", self.running.address(), upload["url"].as_str().unwrap());
        let content = self.client.put(url).bearer_auth(&self.token).header("Content-Type", "application/octet-stream");
        let status = content.body(bytes).send().await.unwrap().status();
        assert!(status.is_success(), "{status}");
        let files = json!([{"path": "model.onnx", "sha256": sha256.to_hex(), "size": size}]);
        let body = json!({"version": version, "files": files});
        let published = self.post(&format!("{MODEL}/versions"), &body, &[]).await;
        assert_eq!(published.status, 201, "{published:?}");
    }
}
