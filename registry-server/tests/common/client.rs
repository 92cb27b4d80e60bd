//! Asking a server: one way to write a request, one kind of reply.

use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Body, Method, RequestBuilder, Response};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How long a connection may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Who asks: the address of a server, and its admin token.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    /// `http://127.0.0.1:PORT`.
    pub(crate) url: String,
    pub(crate) token: String,
    http: reqwest::Client,
}

/// A request. To await it is to send it.
#[derive(Debug)]
#[must_use = "a request is sent when it is awaited"]
pub(crate) struct Request {
    /// What messages call it.
    name: String,
    builder: RequestBuilder,
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    /// The method and the path that were asked, for messages.
    pub(crate) request: String,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Client {
    /// A client with the admin token of a data folder.
    pub(crate) fn new(url: &str, data: &Path) -> Self {
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        registry_store::blobs::install_tls();
        Self { url: url.to_owned(), token, http: reqwest::Client::new() }
    }

    /// A request with the admin token.
    pub(crate) fn request(&self, method: Method, path: &str) -> Request {
        self.anonymous(method, path).bearer(&self.token)
    }

    /// A request without a token.
    pub(crate) fn anonymous(&self, method: Method, path: &str) -> Request {
        Request { name: format!("{method} {path}"), builder: self.http.request(method, format!("{}{path}", self.url)) }
    }

    pub(crate) fn get(&self, path: &str) -> Request {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Request {
        self.request(Method::POST, path).json(body)
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Request {
        self.request(Method::PUT, path).json(body)
    }

    pub(crate) fn patch(&self, path: &str, body: &Value) -> Request {
        self.request(Method::PATCH, path).json(body)
    }

    /// Sends bytes as they are, and nothing after them; returns all that comes back.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        self.exchange(bytes, true).await
    }

    /// Sends bytes as they are, and would go on; returns all that comes back until the server ends the connection, which it
    /// must.
    pub(crate) async fn raw_and_cut(&self, bytes: &[u8]) -> String {
        self.exchange(bytes, false).await
    }

    async fn exchange(&self, bytes: &[u8], ends: bool) -> String {
        let mut connection = TcpStream::connect(self.url.trim_start_matches("http://")).await.unwrap();
        connection.write_all(bytes).await.unwrap();
        if ends {
            connection.shutdown().await.unwrap();
        }
        let mut answer = Vec::new();
        // A server that hangs up in the middle of a bad request has said all it has to say.
        let ended = tokio::time::timeout(PATIENCE, connection.read_to_end(&mut answer)).await;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(ended.is_ok(), "the connection stays open after {answer:?}");
        answer
    }
}

impl Request {
    pub(crate) fn header(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        Self { builder: self.builder.header(name, value.as_ref()), ..self }
    }

    /// The revision that was seen, as the header holds it.
    pub(crate) fn if_match(self, seen: &str) -> Self {
        self.header("if-match", seen)
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub(crate) fn bearer(self, token: &str) -> Self {
        Self { builder: self.builder.bearer_auth(token), ..self }
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        Self { builder: self.builder.json(body), ..self }
    }

    /// Bytes, of the type that a header says, if one does.
    pub(crate) fn body(self, body: impl Into<Body>) -> Self {
        Self { builder: self.builder.body(body), ..self }
    }

    /// The reply of a server that must answer.
    pub(crate) async fn send(self) -> Reply {
        let name = self.name.clone();
        self.try_send().await.unwrap_or_else(|error| panic!("{name}: no answer: {error}"))
    }

    /// The reply of a server that may break off.
    pub(crate) async fn try_send(self) -> Result<Reply, reqwest::Error> {
        let response = self.builder.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Reply { request: self.name, status, headers, bytes: response.bytes().await?.to_vec() })
    }

    /// A success whose body is still on its way.
    pub(crate) async fn stream(self) -> Response {
        let response = self.builder.send().await.unwrap();
        assert!(response.status().is_success(), "{}: {response:?}", self.name);
        response
    }
}

impl IntoFuture for Request {
    type Output = Reply;
    type IntoFuture = Pin<Box<dyn Future<Output = Reply> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Reply {
    /// Checks the status and returns the JSON of the body.
    #[track_caller]
    pub(crate) fn ok(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{self:?}");
        self.json()
    }

    /// The JSON of the body.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The items of a page.
    #[track_caller]
    pub(crate) fn items(&self) -> Vec<Value> {
        self.ok(200)["items"].as_array().unwrap_or_else(|| panic!("no items: {self:?}")).clone()
    }

    /// The text of a body that is for people.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// A header, empty when it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Checks that this is a problem, in every respect, and returns its code.
    #[track_caller]
    pub(crate) fn code(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let body = self.json();
        assert_eq!(body["status"], self.status, "{self:?}");
        assert_eq!(body["request_id"], self.header("x-request-id"), "{self:?}");
        let code = body["code"].as_str().unwrap_or_else(|| panic!("no code: {self:?}"));
        assert_eq!(body["type"], format!("/problems/{code}"), "{self:?}");
        for text in ["title", "detail", "instance"] {
            assert!(body[text].as_str().is_some_and(|text| !text.is_empty()), "no {text}: {self:?}");
        }
        code.to_owned()
    }

    /// Checks that this is a problem with a status and a code.
    #[track_caller]
    pub(crate) fn is_problem(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code().as_str()), (status, code), "{self:?}");
    }
}
