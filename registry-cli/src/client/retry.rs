//! When a request is sent again, and when not.

use std::time::Duration;

use super::Client;
use super::failure::{Cause, Failure, Party};
use crate::error::CliError;
use crate::output::notice;

/// The longest pause that a server can ask for. Whoever asks for more gets no second request.
const LONGEST: Duration = Duration::from_secs(30);

/// Pauses from this on are announced.
const ANNOUNCED: Duration = Duration::from_secs(1);

/// Whether sending a request a second time can have an effect of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// It reads, or the server can tell the second one from a new request.
    Safe,
    /// Nobody knows whether the first one arrived.
    Unsafe,
}

impl Party {
    /// How often a request is sent again when this one cannot be reached or says that it is busy. Stores fail now and then
    /// while they grow, and ask to be asked again;
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/ErrorBestPractices.html>.
    fn retries(self) -> u32 {
        match self {
            Self::Server => 3,
            Self::Store => 6,
        }
    }

    /// Whether an answer with this status may be another one next time. A fault inside passes at a store.
    fn passes(self, status: u16) -> bool {
        matches!(status, 429 | 502..=504) || (status == 500 && self == Self::Store)
    }
}

impl Client {
    pub(super) fn retried<T>(
        &self,
        repeat: Repeat,
        mut attempt: impl FnMut() -> Result<T, Failure>,
    ) -> Result<T, CliError> {
        let mut attempts = 0;
        loop {
            attempts += 1;
            let failure = match attempt() {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let pause = pause(failure.cause, attempts).filter(|_| repeat == Repeat::Safe);
            let Some((who, pause)) = pause else { return Err(*failure.error) };
            if pause >= ANNOUNCED {
                let who = if who == Party::Store { "the object store" } else { self.base() };
                let does = if matches!(failure.cause, Cause::Connection(_)) { "cannot be reached" } else { "is busy" };
                notice(format_args!("{who} {does}; trying again in {} s", pause.as_secs()));
            }
            std::thread::sleep(pause);
        }
    }
}

/// How long to wait before the next attempt, and whom for; nothing when another one would end like this one.
fn pause(cause: Cause, attempts: u32) -> Option<(Party, Duration)> {
    let own = Duration::from_millis(100 << attempts);
    let (who, asked) = match cause {
        Cause::Status(who, status, asked) if who.passes(status) => (who, asked.unwrap_or_default()),
        Cause::Connection(who) => (who, Duration::ZERO),
        Cause::Status(..) | Cause::Final => return None,
    };
    (attempts <= who.retries() && asked <= LONGEST).then(|| (who, asked.max(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_inside_passes_at_a_store_and_not_at_the_server() {
        for (status, server, store) in [(200, false, false), (403, false, false), (500, false, true), (503, true, true)]
        {
            let is_repeated = |who| pause(Cause::Status(who, status, None), 1).is_some();
            assert_eq!((is_repeated(Party::Server), is_repeated(Party::Store)), (server, store), "{status}");
        }
    }

    #[test]
    fn a_store_is_asked_more_often_than_the_server_and_none_for_ever() {
        for (who, most) in [(Party::Server, 3), (Party::Store, 6)] {
            let repeated = (1..20).take_while(|attempts| pause(Cause::Connection(who), *attempts).is_some());
            assert_eq!(repeated.count(), most, "{who:?}");
        }
        assert_eq!(pause(Cause::Final, 1), None);
    }
}
