//! The server, asked through the generated client: who asks, how long we wait, and what becomes of an answer.

pub(crate) mod address;
pub(crate) mod advice;
pub(crate) mod context;
mod failure;
mod parts;
pub(crate) mod problem;
mod ranges;
mod raw;
pub(crate) mod reference;
mod retry;
mod token;
pub(crate) mod transfer;
mod upstream;
mod workers;

use std::mem::ManuallyDrop;
use std::sync::OnceLock;
use std::time::Duration;

pub(crate) use registry_client::Client as Api;
use registry_client::types::Problem;
use registry_client::{ClientInfo as _, ConnectError, Error, ResponseValue, reqwest};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use crate::error::CliError;
use failure::Party;
use retry::Repeat;
pub(crate) use token::{Token, TokenSource};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// How much longer than for an answer we wait for one that is work: a publish reads every byte of the model.
const WORK_FACTOR: u32 = 10;

/// How many threads move bytes, beside those that ask.
const WORKERS: usize = 2;

/// A server, and who asks.
#[derive(Debug)]
pub(crate) struct Client {
    api: Api,
    /// Never shut down: that would wait for a name that is still looked up.
    runtime: ManuallyDrop<Runtime>,
    /// For links to the object store; made when there is one.
    stranger: OnceLock<reqwest::Client>,
    token: Option<TokenSource>,
    /// How long the server may be silent. A file that keeps coming or going is never cut.
    silence: Duration,
}

/// How long the server may take for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// It only has to look something up.
    Answer,
    /// It has something to do.
    Work,
    /// It may read everything that it has.
    Endless,
}

/// What the generated client gives for a request.
pub(crate) type Answered<T> = Result<ResponseValue<T>, Error<Problem>>;

/// A revision that was seen, as `If-Match` takes it.
pub(crate) fn entity_tag(revision: u64) -> String {
    format!("\"{revision}\"")
}

impl Client {
    /// A client for the server at `base`, such as `http://127.0.0.1:8787`, which may be silent for so long.
    ///
    /// # Errors
    /// When a token would travel in the clear: plain HTTP is for loopback only. When the token is none.
    pub(crate) fn new(base: &str, token: Option<Token>, silence: Duration) -> Result<Self, CliError> {
        let base = address::checked(base)?;
        token.as_ref().map_or(Ok(()), |token| token.check(&base))?;
        let api = registry_client::connect_with(&base, token.as_ref().map(Token::reveal), http());
        let api = api.map_err(|error| match error {
            ConnectError::Http(error) => no_http(&error),
            other => CliError::Argument(other.to_string()),
        })?;
        let runtime = Builder::new_multi_thread().worker_threads(WORKERS).enable_all().build();
        let runtime = ManuallyDrop::new(runtime.map_err(|error| no_http(&error))?);
        Ok(Self { api, runtime, stranger: OnceLock::new(), token: token.map(|token| token.source), silence })
    }

    /// The server.
    pub(crate) fn base(&self) -> &str {
        self.api.baseurl()
    }

    /// Asks for something.
    pub(crate) fn get<T>(&self, send: impl AsyncFn(&Api) -> Answered<T>) -> Result<ResponseValue<T>, CliError> {
        self.call(Repeat::Safe, Patience::Answer, send)
    }

    /// Has something done. The second argument is an idempotency key, so that sending it again after a lost answer has no
    /// second effect.
    pub(crate) fn post<T>(&self, send: impl AsyncFn(&Api, &str) -> Answered<T>) -> Result<ResponseValue<T>, CliError> {
        self.post_patiently(Patience::Work, send)
    }

    /// The same with another patience.
    pub(crate) fn post_patiently<T>(
        &self,
        patience: Patience,
        send: impl AsyncFn(&Api, &str) -> Answered<T>,
    ) -> Result<ResponseValue<T>, CliError> {
        let key = Uuid::new_v4().to_string();
        self.call(Repeat::Safe, patience, async move |api| send(api, &key).await)
    }

    /// Has something done that no key protects.
    pub(crate) fn once<T>(&self, send: impl AsyncFn(&Api) -> Answered<T>) -> Result<ResponseValue<T>, CliError> {
        self.call(Repeat::Unsafe, Patience::Work, send)
    }

    fn call<T>(
        &self,
        repeat: Repeat,
        patience: Patience,
        send: impl AsyncFn(&Api) -> Answered<T>,
    ) -> Result<ResponseValue<T>, CliError> {
        self.retried(repeat, move || {
            let limit = self.limit(patience);
            self.runtime.block_on(async {
                let answered = send(&self.api);
                let answered = match limit {
                    Some(limit) => {
                        tokio::time::timeout(limit, answered).await.map_err(|_| self.silent(Party::Server, limit))?
                    }
                    None => answered.await,
                };
                answered.map_err(|error| self.failure(error))
            })
        })
    }

    fn limit(&self, patience: Patience) -> Option<Duration> {
        match patience {
            Patience::Answer => Some(self.silence),
            Patience::Work => Some(self.silence.saturating_mul(WORK_FACTOR)),
            Patience::Endless => None,
        }
    }
}

/// Keeps one connection: any that is kept may lead to a proxy whose server is gone, and a retry must not meet them all.
fn http() -> reqwest::ClientBuilder {
    let name = concat!("registry/", env!("CARGO_PKG_VERSION"));
    reqwest::Client::builder().connect_timeout(CONNECT).pool_max_idle_per_host(1).user_agent(name)
}

/// A machine on which nothing can be asked.
fn no_http(error: &(dyn std::error::Error + 'static)) -> CliError {
    CliError::Argument(format!("this machine cannot ask a server: {}; has it certificates?", failure::reason(error)))
}
