//! When a request is sent again, and when not.

use std::time::Duration;

use ureq::http::{HeaderMap, Response, header};
use ureq::{Body, Error};

use super::Client;
use crate::error::CliError;
use crate::output::notice;

/// How often a request is sent again when the server cannot be reached or says that it is busy.
const RETRIES: u32 = 3;
/// How often one to an object store is. Stores fail now and then while they grow, and ask to be asked again;
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/ErrorBestPractices.html>.
const STORE_RETRIES: u32 = 6;

/// The longest pause that a server can ask for. Whoever asks for more gets no second request.
const LONGEST: Duration = Duration::from_secs(30);

/// Pauses from this on are announced.
const ANNOUNCED: Duration = Duration::from_secs(1);

/// Whether sending a request a second time can have an effect of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// It reads, or the server can tell the second one from a new request.
    Safe,
    /// The same, of an object store, whose 500 passes as well.
    SafeAtStore,
    /// Nobody knows whether the first one arrived.
    Unsafe,
}

impl Repeat {
    fn retries(self) -> u32 {
        match self {
            Self::Safe => RETRIES,
            Self::SafeAtStore => STORE_RETRIES,
            Self::Unsafe => 0,
        }
    }

    /// Whether an answer with this status may be another one next time.
    fn passes(self, status: u16) -> bool {
        matches!(status, 429 | 502..=504) || (status == 500 && self == Self::SafeAtStore)
    }
}

impl Client {
    pub(super) fn retried(
        &self,
        repeat: Repeat,
        send: impl Fn() -> Result<Response<Body>, Error>,
    ) -> Result<Response<Body>, CliError> {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let result = send();
            let may_repeat = attempt <= repeat.retries();
            let Some(pause) = pause(&result, repeat, attempt).filter(|_| may_repeat) else {
                return result.map_err(|error| self.unreachable(&error));
            };
            if pause >= ANNOUNCED {
                let who = if repeat == Repeat::SafeAtStore { "the object store" } else { self.base() };
                notice(format_args!("{who} is busy; trying again in {} s", pause.as_secs()));
            }
            std::thread::sleep(pause);
        }
    }

    pub(super) fn unreachable(&self, error: &Error) -> CliError {
        let server = self.base().to_owned();
        match error {
            Error::Timeout(_) => CliError::Silent { server, reason: error.to_string() },
            _ => CliError::Unreachable { server, reason: error.to_string() },
        }
    }
}

/// How long to wait before the next attempt; nothing when another one would end like this one.
fn pause(result: &Result<Response<Body>, Error>, repeat: Repeat, attempt: u32) -> Option<Duration> {
    let own = Duration::from_millis(100 << attempt);
    match result {
        Ok(response) if repeat.passes(response.status().as_u16()) => {
            let asked = retry_after(response.headers()).unwrap_or_default();
            (asked <= LONGEST).then(|| asked.max(own))
        }
        // A server that was silent for so long has had its time.
        Err(Error::Io(_) | Error::ConnectionFailed | Error::HostNotFound | Error::Protocol(_)) => Some(own),
        Ok(_) | Err(_) => None,
    }
}

/// The pause that a server asks for. A date instead of seconds counts as none.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_inside_passes_at_a_store_and_not_at_the_server() {
        for (status, server, store) in [(200, false, false), (403, false, false), (500, false, true), (503, true, true)]
        {
            assert_eq!((Repeat::Safe.passes(status), Repeat::SafeAtStore.passes(status)), (server, store), "{status}");
        }
        assert_eq!(Repeat::Unsafe.retries(), 0);
    }
}
