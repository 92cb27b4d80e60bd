//! What a request that failed means, and whether another one may end otherwise.

use std::error::Error as StdError;
use std::time::Duration;

use registry_client::reqwest::{self, header, header::HeaderMap};
use registry_client::types::Problem as Said;
use registry_client::{Error, FileError, MAX_ANSWER, ResponseValue};

use super::Client;
use super::problem::Problem;
use crate::error::CliError;

/// A request that failed.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) error: Box<CliError>,
    pub(super) cause: Cause,
}

/// What could be otherwise next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// An answer with this status, and the pause that it asks for.
    Status(Party, u16, Option<Duration>),
    /// There was no connection, or it broke.
    Connection(Party),
    /// Nothing.
    Final,
}

/// Who was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    Server,
    /// The object store that the server leads to.
    Store,
}

impl From<CliError> for Failure {
    fn from(error: CliError) -> Self {
        Self { error: Box::new(error), cause: Cause::Final }
    }
}

impl Client {
    /// A failure of the generated client.
    pub(super) fn failure(&self, error: Error<Said>) -> Failure {
        match error {
            Error::ErrorResponse(problem) => self.refused(problem),
            Error::CommunicationError(error) => self.broken(&error),
            Error::ResponseBodyError(error) if registry_client::is_too_long(&error) => {
                CliError::Answer(format!("the answer has more than {MAX_ANSWER} bytes")).into()
            }
            Error::ResponseBodyError(error) | Error::InvalidUpgrade(error) => (*self.broken(&error).error).into(),
            Error::InvalidResponsePayload(_, error) => self.unknown(&error).into(),
            Error::UnexpectedResponse(answer) => {
                let status = answer.status().as_u16();
                CliError::Answer(format!("{} answers {status}, which is no answer to this", self.base())).into()
            }
            Error::InvalidRequest(reason) | Error::Custom(reason) => {
                CliError::Argument(format!("this cannot be sent: {reason}")).into()
            }
        }
    }

    /// A failure to get at a file.
    pub(super) fn file_failure(&self, error: FileError) -> Failure {
        match error {
            FileError::Server(error) => self.failure(*error),
            FileError::Store(status, headers) => refused_by_store(status.as_u16(), &headers),
            FileError::Unreachable(error) => lost_store(&error),
            other => CliError::Answer(other.to_string()).into(),
        }
    }

    /// Who was asked was silent for so long.
    pub(super) fn silent(&self, who: Party, waited: Duration) -> Failure {
        let waited = format!("{} s", waited.as_secs());
        let error = match who {
            Party::Server => CliError::Silent { server: self.base().to_owned(), reason: waited },
            Party::Store => CliError::StoreUnreachable { reason: format!("silence for {waited}") },
        };
        error.into()
    }

    /// JSON that is another answer than the document promises, or no JSON at all.
    pub(super) fn unknown(&self, error: &serde_json::Error) -> CliError {
        CliError::Answer(match error.classify() {
            serde_json::error::Category::Data => format!(
                "the server's answer is not one that this version of `registry` knows ({error}); is the server newer?"
            ),
            _ => format!("{} answers what is no JSON ({error}); is it a registry?", self.base()),
        })
    }

    fn broken(&self, error: &reqwest::Error) -> Failure {
        let (server, reason) = (self.base().to_owned(), reason(error));
        if error.is_builder() {
            return CliError::Argument(format!("this cannot be sent: {reason}")).into();
        }
        // A server that was silent for so long has had its time.
        if error.is_timeout() {
            return CliError::Silent { server, reason }.into();
        }
        Failure { error: Box::new(CliError::Unreachable { server, reason }), cause: Cause::Connection(Party::Server) }
    }

    /// A token that is missing or refused: the message names the server and where the token is from.
    fn refused(&self, answer: ResponseValue<Said>) -> Failure {
        let (status, retry_after) = (answer.status().as_u16(), retry_after(answer.headers()));
        let problem = Problem::new(status, answer.into_inner(), retry_after);
        let server = self.base().to_owned();
        let error = match &self.token {
            _ if status != 401 => CliError::Problem(Box::new(problem)),
            Some(token) => CliError::TokenRefused { server, origin: token.clone(), reason: problem.said.detail },
            None => CliError::TokenMissing { server },
        };
        Failure { error: Box::new(error), cause: Cause::Status(Party::Server, status, retry_after) }
    }
}

/// The object store says no. Not what it says: that may repeat the link, which is a secret.
pub(super) fn refused_by_store(status: u16, headers: &HeaderMap) -> Failure {
    let cause = Cause::Status(Party::Store, status, retry_after(headers));
    Failure { error: Box::new(CliError::StoreRefused { status }), cause }
}

/// The object store is not there.
pub(super) fn lost_store(error: &reqwest::Error) -> Failure {
    let lost = Box::new(CliError::StoreUnreachable { reason: reason(error) });
    let cause = if error.is_timeout() { Cause::Final } else { Cause::Connection(Party::Store) };
    Failure { error: lost, cause }
}

/// What the network or the system says, at the end of what the libraries in between say about it.
pub(super) fn reason(error: &(dyn StdError + 'static)) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

/// The pause that a server asks for. A date instead of seconds counts as none.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}
