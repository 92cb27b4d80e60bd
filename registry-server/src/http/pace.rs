//! How long a slow client is waited for: the time that it has left, and whose turn it is.

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};

use crate::config::Patience;

/// The time that may still be waited for a client. Its bytes buy time, but no more than the patience with silence: whoever
/// was fast for an hour is not waited for an hour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Credit {
    left: Duration,
    patience: Patience,
}

impl Credit {
    pub(crate) fn new(start: Duration, patience: Patience) -> Self {
        Self { left: start, patience }
    }

    /// What is left; nothing when there is no limit.
    pub(crate) fn left(&self) -> Option<Duration> {
        (self.patience.bytes_per_second > 0).then_some(self.left)
    }

    pub(crate) fn earn(&mut self, bytes: usize) {
        let rate = self.patience.bytes_per_second.max(1);
        let bought = Duration::from_millis(u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(1000) / rate);
        // A client that is slower to begin than the others are silent keeps what it began with.
        self.left = self.left.max((self.left + bought).min(self.patience.silence));
    }

    pub(crate) fn spend(&mut self, waited: Duration) {
        self.left = self.left.saturating_sub(waited);
    }
}

/// A body that arrives, and how long it is still waited for. Only the time counts in which the server waits.
#[derive(Debug)]
pub(super) struct Paced<S> {
    body: S,
    credit: Credit,
}

impl<S, E> Paced<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    pub(super) fn new(body: S, patience: Patience) -> Self {
        Self { body, credit: Credit::new(patience.body, patience) }
    }

    /// The next piece; nothing at the end.
    ///
    /// # Errors
    /// When the body breaks off, or is too slow; the latter is `TimedOut`.
    pub(super) async fn next(&mut self) -> Option<io::Result<Bytes>> {
        let start = Instant::now();
        let piece = match self.credit.left() {
            None => self.body.next().await,
            Some(left) => match tokio::time::timeout(left, self.body.next()).await {
                Ok(piece) => piece,
                Err(_elapsed) => return Some(Err(self.too_slow())),
            },
        };
        self.credit.spend(start.elapsed());
        let piece = piece?.map_err(io::Error::other);
        if let Ok(bytes) = &piece {
            self.credit.earn(bytes.len());
        }
        Some(piece)
    }

    fn too_slow(&self) -> io::Error {
        let rate = self.credit.patience.bytes_per_second;
        let said = format!("the body came too slowly: the server waits for {rate} bytes a second on average");
        io::Error::new(io::ErrorKind::TimedOut, said)
    }
}

/// Whose turn it is on a connection: the client's, until a request is there, or the server's, until it is answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turn(Rc<Cell<(u64, bool)>>);

impl Turn {
    /// Whether a request is being answered.
    pub(crate) fn is_at_work(&self) -> bool {
        self.0.get().1
    }

    /// Which turn it is, counted from the first.
    pub(crate) fn number(&self) -> u64 {
        self.0.get().0
    }

    /// The client's turn begins anew.
    pub(crate) fn restart(&self) {
        self.0.set((self.number() + 1, false));
    }

    /// Takes the turn until the answer is sent.
    pub(super) fn take(&self) -> Answering {
        self.0.set((self.number(), true));
        Answering(self.clone())
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub(super) struct Answering(Turn);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.restart();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Patience = Patience {
        head: Duration::from_secs(10),
        keep_alive: Duration::from_secs(30),
        body: Duration::from_secs(10),
        silence: Duration::from_mins(1),
        bytes_per_second: 1000,
    };

    #[test]
    fn bytes_buy_time_and_not_more_than_silence_takes() {
        let mut credit = Credit::new(PATIENCE.body, PATIENCE);
        credit.spend(Duration::from_secs(9));
        credit.earn(2000);
        assert_eq!(credit.left(), Some(Duration::from_secs(3)));
        credit.earn(1_000_000_000);
        assert_eq!(credit.left(), Some(Duration::from_mins(1)));
        credit.spend(Duration::from_secs(100));
        assert_eq!(credit.left(), Some(Duration::ZERO));
        assert_eq!(Credit::new(PATIENCE.body, Patience { bytes_per_second: 0, ..PATIENCE }).left(), None);
    }

    #[test]
    fn an_answer_that_is_dropped_gives_the_turn_back() {
        let turn = Turn::default();
        let (answering, before) = (turn.take(), turn.number());
        assert!(turn.is_at_work());
        drop(answering);
        assert!(!turn.is_at_work() && turn.number() > before);
    }
}
