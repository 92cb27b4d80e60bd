//! A server as it runs in production, on a free port, with a folder of its own; and what tests say to it.

use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use registry_server::config::Config;
use registry_server::startup;
use reqwest::header::{self, HeaderMap};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::oneshot;

/// A running server. It stops when it is dropped.
pub(crate) struct TestServer {
    /// `http://127.0.0.1:PORT`.
    pub(crate) url: String,
    /// The admin token.
    pub(crate) token: String,
    /// The folder of its data.
    pub(crate) data: TempDir,
    client: Client,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What a server answered.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl TestServer {
    /// A server of this machine alone.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A server with another configuration.
    pub(crate) async fn start_with(edit: impl FnOnce(&mut Config)) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), edit).await
    }

    /// A server on data that may be there already.
    pub(crate) async fn start_in(data: TempDir, edit: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: data.path().join("registry-data"),
            ..Config::default()
        };
        edit(&mut config);
        let token_file = config.data.join("admin-token");
        let (stop, stopped) = oneshot::channel();
        let (started, address) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let server = startup::build(config).await.unwrap();
                started.send(server.address()).unwrap();
                let _dropped = stopped.await;
                server.abort().await;
            });
        });
        let address = address.await.expect("the server starts");
        let token = std::fs::read_to_string(token_file).unwrap().trim().to_owned();
        Self {
            url: format!("http://{address}"),
            token,
            data,
            client: Client::new(),
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Stops the server and hands its data back.
    pub(crate) fn stop(mut self) -> TempDir {
        self.halt();
        std::mem::replace(&mut self.data, tempfile::tempdir().unwrap())
    }

    fn halt(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server ends without a panic");
        }
    }

    /// A request without a token.
    pub(crate) fn anonymous(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// A request with the admin token.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.anonymous(method, path).bearer_auth(&self.token)
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(&body)).await
    }

    /// A `PUT` or `PATCH` on the revision that was seen.
    pub(crate) async fn change(&self, method: Method, path: &str, seen: &str, body: Value) -> Answer {
        Answer::of(self.request(method, path).header(header::IF_MATCH, seen).json(&body)).await
    }

    /// Uploads bytes and returns them as a file of a version.
    pub(crate) async fn upload(&self, model: &str, line: &str, path: &str, bytes: &[u8]) -> Value {
        let sha256 = registry_core::digest::Digest::of(bytes).to_string();
        let wanted = json!({"sha256": sha256, "size": bytes.len(), "line": line});
        let upload = self.post(&format!("{}/uploads", model_path(model)), wanted).await;
        assert!(upload.status.is_success(), "{upload:?}");
        if upload.body["state"] != "complete" {
            let put = self.request(Method::PUT, upload.body["url"].as_str().unwrap());
            let sent = put.header(header::CONTENT_TYPE, "application/octet-stream").body(bytes.to_vec());
            let sent = Answer::of(sent).await;
            assert_eq!((sent.status, &sent.body["state"]), (StatusCode::OK, &json!("complete")), "{sent:?}");
        }
        json!({"path": path, "sha256": sha256, "size": bytes.len()})
    }

    /// Uploads files and asks to publish them as a version.
    pub(crate) async fn publish(&self, model: &str, version: &str, files: &[(&str, Vec<u8>)]) -> Answer {
        let line = version.split('.').next().unwrap();
        let mut uploaded = Vec::new();
        for (path, bytes) in files {
            uploaded.push(self.upload(model, line, path, bytes).await);
        }
        let wanted = json!({"version": version, "files": uploaded});
        self.post(&format!("{}/versions", model_path(model)), wanted).await
    }

    /// Publishes a version of the iris classifier of the examples, under its own number or another.
    pub(crate) async fn publish_iris(&self, model: &str, example: &str, version: &str) -> Answer {
        let bytes = std::fs::read(examples().join("iris").join(format!("{example}.onnx"))).unwrap();
        self.publish(model, version, &[("model.onnx", bytes)]).await
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.halt();
    }
}

impl Answer {
    pub(crate) async fn of(request: RequestBuilder) -> Self {
        Self::read(request.send().await.expect("the server answers")).await
    }

    async fn read(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let text = response.text().await.unwrap();
        // What is no JSON is kept as text, so that a test can say what it was.
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self { status, headers, body }
    }

    /// A header, empty when it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Checks that this is a problem, in every respect, and returns its code.
    #[track_caller]
    pub(crate) fn code(&self) -> &str {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        assert_eq!(self.body["status"], self.status.as_u16(), "{self:?}");
        assert_eq!(self.body["request_id"], self.header("x-request-id"), "{self:?}");
        let code = self.body["code"].as_str().unwrap_or_else(|| panic!("no code: {self:?}"));
        assert_eq!(self.body["type"], format!("/problems/{code}"), "{self:?}");
        for text in ["title", "detail", "instance"] {
            assert!(self.body[text].as_str().is_some_and(|text| !text.is_empty()), "no {text}: {self:?}");
        }
        code
    }

    /// Checks that this is a problem with a status and a code.
    #[track_caller]
    pub(crate) fn is_problem(&self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.code()), (status, code), "{self:?}");
    }

    /// Checks the status and returns the body.
    #[track_caller]
    pub(crate) fn ok(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        self.body
    }
}

/// `/api/v1/namespaces/NS/models/MODEL` of `NS/MODEL`.
pub(crate) fn model_path(model: &str) -> String {
    let (namespace, name) = model.split_once('/').unwrap();
    format!("/api/v1/namespaces/{namespace}/models/{name}")
}

/// The folder of the example models.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}
