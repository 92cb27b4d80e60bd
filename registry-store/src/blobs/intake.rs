//! Takes a body in: counts and hashes it on its way to wherever it is kept.

use std::io::{self, Write};

use bytes::Bytes;
use futures_util::future::try_join;
use futures_util::stream::{Fuse, poll_fn};
use futures_util::{StreamExt as _, TryStreamExt as _};
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::error::BlobError;
use super::key::BlobKey;
use super::{ByteStream, SizeRule, Stored};

/// How many bytes are handed to a blocking thread at a time: enough that the hand-over costs nothing beside the hash.
const BATCH_BYTES: usize = 1 << 20;
/// And how many pieces: a small piece can hold on to the whole buffer of a connection.
const BATCH_PIECES: usize = 64;
/// How many pieces wait in a body channel.
const CHANNEL_PIECES: usize = 4;

/// A body for senders that cannot be sent between threads themselves, such as the payload of a request in actix-web.
///
/// A sender that goes away ends the body; whether that was its end, size and digest will say.
pub fn body_channel() -> (mpsc::Sender<io::Result<Bytes>>, ByteStream) {
    let (sender, mut receiver) = mpsc::channel(CHANNEL_PIECES);
    (sender, poll_fn(move |context| receiver.poll_recv(context)).boxed())
}

/// Writes a body to `out`, and answers what it was when it is the body that the key and the rule promise.
///
/// One batch is hashed and written on a blocking thread while the next is collected here. No thread waits for the
/// sender: a thousand slow uploads hold a thousand batches, not a thousand threads.
pub(super) async fn receive<W>(
    key: &BlobKey,
    sizes: SizeRule,
    body: ByteStream,
    out: W,
) -> Result<(Stored, W), BlobError>
where
    W: Write + Send + 'static,
{
    let mut sink = Sink { check: Check::new(sizes)?, out };
    let mut body = body.fuse();
    let mut batch = collect(&mut body).await?;
    while !batch.is_empty() {
        (sink, batch) = try_join(sink.write(batch), collect(&mut body)).await?;
    }
    Ok((sink.check.finish(key.sha256)?, sink.out))
}

/// The next pieces of a body; none at its end.
async fn collect(body: &mut Fuse<ByteStream>) -> Result<Vec<Bytes>, BlobError> {
    let (mut batch, mut length) = (Vec::new(), 0);
    while length < BATCH_BYTES && batch.len() < BATCH_PIECES {
        let Some(piece) = body.try_next().await.map_err(BlobError::Body)? else {
            break;
        };
        if !piece.is_empty() {
            length += piece.len();
            batch.push(piece);
        }
    }
    Ok(batch)
}

struct Sink<W> {
    check: Check,
    out: W,
}

impl<W: Write + Send + 'static> Sink<W> {
    async fn write(mut self, batch: Vec<Bytes>) -> Result<Self, BlobError> {
        let doing = "writing a blob";
        let work = move || {
            for piece in batch {
                self.check.take(&piece)?;
                self.out.write_all(&piece).map_err(|error| BlobError::io(doing, error))?;
            }
            Ok(self)
        };
        spawn_blocking(work).await.map_err(|error| BlobError::task(doing, error))?
    }
}

/// Counts and hashes, and stops at the first byte too many.
struct Check {
    sizes: SizeRule,
    size: u64,
    hash: Sha256,
}

impl Check {
    fn new(sizes: SizeRule) -> Result<Self, BlobError> {
        match sizes.expected {
            Some(expected) if expected > sizes.limit => Err(BlobError::TooLarge { limit: sizes.limit }),
            _ => Ok(Self { sizes, size: 0, hash: Sha256::new() }),
        }
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), BlobError> {
        self.size = self.size.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        if let Some(expected) = self.sizes.expected.filter(|expected| self.size > *expected) {
            return Err(BlobError::WrongSize { expected, actual: self.size });
        }
        if self.size > self.sizes.limit {
            return Err(BlobError::TooLarge { limit: self.sizes.limit });
        }
        self.hash.update(piece);
        Ok(())
    }

    fn finish(self, promised: Digest) -> Result<Stored, BlobError> {
        if let Some(expected) = self.sizes.expected.filter(|expected| self.size != *expected) {
            return Err(BlobError::WrongSize { expected, actual: self.size });
        }
        let actual = Digest::from_bytes(self.hash.finalize().into());
        if actual != promised {
            return Err(BlobError::WrongDigest { expected: promised, actual });
        }
        Ok(Stored { size: self.size, sha256: actual })
    }
}
