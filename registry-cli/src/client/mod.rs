//! A thin typed HTTP client. The client generated from the API document will take its place.

pub(crate) mod context;
pub(crate) mod problem;
pub(crate) mod reference;
pub(crate) mod transfer;

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use ureq::http::{Method, Request, Response, header};
use ureq::{Agent, AsSendBody, Body};
use uuid::Uuid;

use crate::error::CliError;
use problem::Problem;

/// How often a request is sent again when the server cannot be reached or says that it is busy.
const RETRIES: u32 = 3;

/// The longest answer that is read into memory, in bytes; files are streamed.
const MAX_ANSWER: u64 = 64 << 20;

/// A server, and who asks.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    base: String,
    token: Option<String>,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) value: Value,
}

impl Answer {
    /// A text of the answer, empty where there is none.
    pub(crate) fn text(&self, pointer: &str) -> &str {
        self.value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// Reads the answer into a type.
    pub(crate) fn read<T: serde::de::DeserializeOwned>(&self, what: &str) -> Result<T, CliError> {
        T::deserialize(&self.value).map_err(|error| CliError::Answer(format!("the server's {what}: {error}")))
    }
}

/// Preconditions and the like, beside the body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headers {
    pub(crate) if_match: Option<u64>,
}

impl Client {
    /// A client for the server at `base`, such as `http://127.0.0.1:8787`.
    ///
    /// # Errors
    /// When a token would travel in the clear: plain HTTP is for loopback only.
    pub(crate) fn new(base: &str, token: Option<String>) -> Result<Self, CliError> {
        let base = checked(base.trim_end_matches('/'))?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // A token must never follow a redirect to another host.
            .max_redirects(0)
            .timeout_connect(Some(Duration::from_secs(10)))
            .user_agent(concat!("registry/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.new_agent(), base, token })
    }

    /// The server.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    pub(crate) fn get(&self, path: &str) -> Result<Answer, CliError> {
        self.send(&Method::GET, path, None::<&()>, &Headers::default())
    }

    pub(crate) fn post(&self, path: &str, body: &impl Serialize) -> Result<Answer, CliError> {
        self.send(&Method::POST, path, Some(body), &Headers::default())
    }

    /// Any method with an optional JSON body. A POST gets an idempotency key of its own, so that sending it again after a
    /// lost answer has no second effect.
    pub(crate) fn send(
        &self,
        method: &Method,
        path: &str,
        body: Option<&impl Serialize>,
        headers: &Headers,
    ) -> Result<Answer, CliError> {
        let bytes = body.map(serde_json::to_vec).transpose().map_err(std::io::Error::other)?;
        let mut request = self.request(method, path);
        if method == Method::POST {
            request = request.header("Idempotency-Key", Uuid::new_v4().to_string());
        }
        if let Some(revision) = headers.if_match {
            request = request.header(header::IF_MATCH, format!("\"{revision}\""));
        }
        if bytes.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let request = request.body(bytes.unwrap_or_default()).map_err(std::io::Error::other)?;
        let has_body = !request.body().is_empty();
        let mut response = self.retried(|| {
            let (parts, body) = request.clone().into_parts();
            if has_body {
                self.agent.run(Request::from_parts(parts, body))
            } else {
                self.agent.run(Request::from_parts(parts, ()))
            }
        })?;
        answer(&mut response)
    }

    fn request(&self, method: &Method, path: &str) -> ureq::http::request::Builder {
        let request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        match &self.token {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }

    /// Sends a body that cannot be sent twice.
    fn run_once(&self, request: Request<impl AsSendBody>) -> Result<Response<Body>, CliError> {
        self.agent.run(request).map_err(|error| self.unreachable(&error))
    }

    fn retried(&self, send: impl Fn() -> Result<Response<Body>, ureq::Error>) -> Result<Response<Body>, CliError> {
        let mut attempt = 0;
        loop {
            attempt += 1;
            match send() {
                Ok(response) if response.status().as_u16() != 503 || attempt > RETRIES => return Ok(response),
                Err(error) if attempt > RETRIES => return Err(self.unreachable(&error)),
                Ok(_) | Err(_) => std::thread::sleep(Duration::from_millis(100 << attempt)),
            }
        }
    }

    fn unreachable(&self, error: &ureq::Error) -> CliError {
        CliError::Unreachable { server: self.base.clone(), reason: error.to_string() }
    }
}

/// Reads an answer; a problem becomes an error.
fn answer(response: &mut Response<Body>) -> Result<Answer, CliError> {
    let status = response.status().as_u16();
    let text = response
        .body_mut()
        .with_config()
        .limit(MAX_ANSWER)
        .read_to_string()
        .map_err(|error| CliError::Answer(format!("the answer breaks off: {error}")))?;
    if status >= 300 {
        return Err(CliError::Problem(Box::new(Problem::parse(status, &text))));
    }
    let value = if text.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&text).map_err(|error| CliError::Answer(format!("the answer is no JSON: {error}")))?
    };
    Ok(Answer { status, value })
}

/// The address of a server, which must be one that a token may travel to.
fn checked(base: &str) -> Result<String, CliError> {
    let refused = |reason: &str| CliError::Argument(format!("`{base}` {reason}"));
    let uri: ureq::http::Uri =
        base.parse().map_err(|_| refused("is no address of a server; write `https://registry.example`"))?;
    let (scheme, host) = (uri.scheme_str().unwrap_or_default(), uri.host().unwrap_or_default());
    if !matches!(scheme, "http" | "https") || host.is_empty() {
        return Err(refused("is no address of a server; write `https://registry.example`"));
    }
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(refused("names a user; the token says who you are"));
    }
    let name = host.trim_matches(['[', ']']);
    let is_loopback =
        name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if scheme == "http" && !is_loopback {
        return Err(refused("is plain HTTP beyond this machine; use https, or a tunnel to it"));
    }
    Ok(base.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_only() {
        for base in ["http://127.0.0.1:8787", "http://localhost", "http://[::1]:80", "https://registry.example"] {
            assert!(Client::new(base, None).is_ok(), "{base}");
        }
        let foreign = [
            "http://registry.example",
            "HTTP://registry.example",
            "http://10.0.0.1:8787",
            "http://127.0.0.1.example",
            "http://localhost:80@registry.example/",
            "http://127.0.0.1:1@registry.example",
            "ftp://127.0.0.1",
            "registry.example",
            "127.0.0.1:8787",
            "",
        ];
        for base in foreign {
            assert!(Client::new(base, None).is_err(), "{base}");
        }
    }
}
