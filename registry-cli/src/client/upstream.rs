//! Bytes of a file on their way up.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use indicatif::ProgressBar;
use registry_client::{reqwest, sized_body};
use registry_formats::RangeRead as _;
use tokio::time::Instant;

use super::failure::{Failure, Party};
use super::retry::Repeat;
use super::{Client, Patience};
use crate::error::CliError;

/// How much of a file is held in memory for a connection, in bytes.
const CHUNK: u64 = 256 << 10;

/// Bytes of a file, which are read when they are sent.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    file: Arc<File>,
    start: u64,
    pub(super) size: u64,
    bar: ProgressBar,
}

impl Piece {
    /// So many bytes from `start` on. Sending them moves the bar, which may be a hidden one.
    pub(super) fn new(file: Arc<File>, start: u64, size: u64, bar: ProgressBar) -> Self {
        Self { file, start, size, bar }
    }

    /// The whole of a file that has so many bytes.
    pub(super) fn whole(path: &Path, size: u64, bar: ProgressBar) -> Result<Self, CliError> {
        let file = File::open(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?;
        Ok(Self::new(Arc::new(file), 0, size, bar))
    }

    fn chunks(&self, pulse: Arc<Pulse>) -> impl Iterator<Item = io::Result<Bytes>> + Send + Sync + use<> {
        let (piece, end) = (self.clone(), self.start.saturating_add(self.size));
        let mut at = self.start;
        std::iter::from_fn(move || {
            let size = end.saturating_sub(at).min(CHUNK);
            (size > 0).then(|| {
                pulse.beat();
                let mut chunk = vec![0; usize::try_from(size).map_err(io::Error::other)?];
                piece.file.read_at(at, &mut chunk)?;
                at = at.saturating_add(size);
                piece.bar.inc(size);
                Ok(chunk.into())
            })
        })
    }
}

/// When something last went out.
struct Pulse(Mutex<Instant>);

impl Pulse {
    fn beat(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Waits until nothing has gone out for so long.
    async fn stopped(&self, silence: Duration) {
        loop {
            let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if last.elapsed() >= silence {
                return;
            }
            tokio::time::sleep_until(last + silence).await;
        }
    }
}

impl Client {
    /// Sends bytes. They are known by their digest, so sending them again changes nothing. However many they are, they
    /// may take their time: what ends them is that none goes out and no answer comes.
    pub(super) fn send_bytes<T>(
        &self,
        to: Party,
        piece: &Piece,
        send: impl AsyncFn(reqwest::Body) -> Result<T, Failure>,
    ) -> Result<T, CliError> {
        let silence = self.limit(Patience::Work).unwrap_or(Duration::MAX);
        self.retried(Repeat::Safe, || {
            piece.bar.reset();
            let pulse = Arc::new(Pulse(Mutex::new(Instant::now())));
            let body = sized_body(piece.size, stream::iter(piece.chunks(Arc::clone(&pulse))));
            self.runtime.block_on(async {
                tokio::select! {
                    sent = send(body) => sent,
                    () = pulse.stopped(silence) => Err(self.silent(to, silence)),
                }
            })
        })
    }
}
