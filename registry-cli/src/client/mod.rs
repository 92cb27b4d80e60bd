//! A thin typed HTTP client. The client generated from the API document will take its place.

mod address;
pub(crate) mod advice;
pub(crate) mod context;
mod parts;
pub(crate) mod problem;
mod ranges;
pub(crate) mod reference;
mod retry;
mod token;
pub(crate) mod transfer;
mod workers;

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use ureq::http::{Method, Request, Response, header};
use ureq::{Agent, AsSendBody, Body, Error};
use uuid::Uuid;

use crate::error::CliError;
use problem::Problem;
use retry::Repeat;
pub(crate) use token::{Token, TokenSource};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// How much longer than for an answer we wait for one that is work: a publish reads every byte of the model.
const WORK_FACTOR: u32 = 10;

/// The longest answer that is read into memory, in bytes; files are streamed.
const MAX_ANSWER: u64 = 64 << 20;

/// A server, and who asks.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    base: String,
    token: Option<Token>,
    /// How long the server may be silent. A long body that keeps coming is never cut.
    silence: Duration,
}

/// How long the server may be silent before it has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// It only has to look something up.
    Answer,
    /// It has something to do.
    Work,
    /// It may read everything that it has.
    Endless,
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
        let unknown = |error| {
            format!(
                "the server's {what} is not one that this version of `registry` knows ({error}); is the server newer?"
            )
        };
        T::deserialize(&self.value).map_err(|error| CliError::Answer(unknown(error)))
    }
}

/// Preconditions and the like, beside the body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headers {
    pub(crate) if_match: Option<u64>,
}

impl Client {
    /// A client for the server at `base`, such as `http://127.0.0.1:8787`, which may be silent for so long.
    ///
    /// # Errors
    /// When a token would travel in the clear: plain HTTP is for loopback only. When the token is none.
    pub(crate) fn new(base: &str, token: Option<Token>, silence: Duration) -> Result<Self, CliError> {
        let base = address::checked(base)?;
        token.as_ref().map_or(Ok(()), |token| token.check(&base))?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // A token must never follow a redirect to another host.
            .max_redirects(0)
            .timeout_connect(Some(CONNECT))
            .timeout_per_write(Some(silence))
            .user_agent(concat!("registry/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.new_agent(), base, token, silence })
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

    /// Any method with an optional JSON body.
    pub(crate) fn send(
        &self,
        method: &Method,
        path: &str,
        body: Option<&impl Serialize>,
        headers: &Headers,
    ) -> Result<Answer, CliError> {
        let is_read = matches!(*method, Method::GET | Method::HEAD);
        let patience = if is_read { Patience::Answer } else { Patience::Work };
        self.send_patiently((method, path), body, headers, patience)
    }

    /// The same with another patience. A POST gets an idempotency key of its own, so that sending it again after a lost
    /// answer has no second effect.
    pub(crate) fn send_patiently(
        &self,
        (method, path): (&Method, &str),
        body: Option<&impl Serialize>,
        headers: &Headers,
        patience: Patience,
    ) -> Result<Answer, CliError> {
        let bytes = body.map(serde_json::to_vec).transpose().map_err(unsendable)?;
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
        let request = request.body(bytes.unwrap_or_default()).map_err(unsendable)?;
        let is_safe = matches!(*method, Method::GET | Method::HEAD | Method::POST);
        let repeat = if is_safe { Repeat::Safe } else { Repeat::Unsafe };
        let mut response = self.retried(repeat, || {
            let (parts, body) = request.clone().into_parts();
            if body.is_empty() {
                self.run(Request::from_parts(parts, ()), patience)
            } else {
                self.run(Request::from_parts(parts, body), patience)
            }
        })?;
        self.answer(&mut response)
    }

    fn request(&self, method: &Method, path: &str) -> ureq::http::request::Builder {
        let request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        match &self.token {
            Some(token) => request.header(header::AUTHORIZATION, token.header()),
            None => request,
        }
    }

    fn run(&self, request: Request<impl AsSendBody>, patience: Patience) -> Result<Response<Body>, Error> {
        let silence = match patience {
            Patience::Answer => Some(self.silence),
            Patience::Work => Some(self.silence.saturating_mul(WORK_FACTOR)),
            Patience::Endless => None,
        };
        self.agent.run(self.agent.configure_request(request).timeout_per_read(silence).build())
    }

    /// Reads an answer; a problem becomes an error.
    fn answer(&self, response: &mut Response<Body>) -> Result<Answer, CliError> {
        let status = response.status().as_u16();
        let wait = retry::retry_after(response.headers());
        let text =
            response.body_mut().with_config().limit(MAX_ANSWER).read_to_string().map_err(|error| match error {
                Error::BodyExceedsLimit(_) => CliError::Answer(format!("the answer has more than {MAX_ANSWER} bytes")),
                error => self.unreachable(&error),
            })?;
        if status >= 300 {
            return Err(self.refused(Problem { retry_after: wait, ..Problem::parse(status, &text) }));
        }
        let value = if text.is_empty() {
            Value::Null
        } else {
            let what = |error| format!("{} answers what is no JSON ({error}); is it a registry?", self.base);
            serde_json::from_str(&text).map_err(|error| CliError::Answer(what(error)))?
        };
        Ok(Answer { status, value })
    }

    /// A token that is missing or refused: the message names the server and where the token is from.
    fn refused(&self, problem: Problem) -> CliError {
        if problem.status != 401 {
            return CliError::Problem(Box::new(problem));
        }
        let server = self.base.clone();
        match &self.token {
            Some(token) => CliError::TokenRefused { server, origin: token.source.clone(), reason: problem.detail },
            None => CliError::TokenMissing { server },
        }
    }
}

/// A request that HTTP cannot carry.
fn unsendable(error: impl std::fmt::Display) -> CliError {
    CliError::Argument(format!("this cannot be sent: {error}"))
}
