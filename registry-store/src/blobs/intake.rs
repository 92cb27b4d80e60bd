//! Takes a body in: counts and hashes it on its way to wherever it is kept.

use std::io::{self, Write};

use bytes::Bytes;
use futures_util::future::try_join3;
use futures_util::stream::{Fuse, poll_fn};
use futures_util::{StreamExt as _, TryStreamExt as _};
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::error::BlobError;
use super::{ByteStream, SizeRule, Stored};

/// How many bytes are handed to a blocking thread at a time: enough that the hand-over costs nothing beside the hash.
const BATCH_BYTES: usize = 2 << 20;
/// And how many pieces: a small piece can hold on to the whole buffer of a connection.
const BATCH_PIECES: usize = 64;
/// What an error says that was being done.
const WRITING: &str = "writing a blob";
/// How many pieces wait in a body channel.
const CHANNEL_PIECES: usize = 4;

/// A body for senders that cannot be sent between threads themselves, such as the payload of a request in actix-web.
///
/// A sender that goes away ends the body; whether that was its end, size and digest will say.
pub fn body_channel() -> (mpsc::Sender<io::Result<Bytes>>, ByteStream) {
    let (sender, mut receiver) = mpsc::channel(CHANNEL_PIECES);
    (sender, poll_fn(move |context| receiver.poll_recv(context)).boxed())
}

/// Where the batches of a body go.
pub(super) trait Sink: Sized + Send + 'static {
    /// Takes the next batch.
    fn write(self, batch: Vec<Bytes>) -> impl Future<Output = Result<Self, BlobError>> + Send;
}

/// Something that blocks while it is written to.
#[derive(Debug)]
pub(super) struct Blocking<W>(pub(super) W);

/// Keeps nothing.
#[derive(Debug)]
pub(super) struct Discard;

impl<W: Write + Send + 'static> Sink for Blocking<W> {
    fn write(self, batch: Vec<Bytes>) -> impl Future<Output = Result<Self, BlobError>> + Send {
        spawn(move || {
            let mut out = self.0;
            let mut pieces = batch.iter();
            pieces.try_for_each(|piece| out.write_all(piece)).map_err(|error| BlobError::io(WRITING, error))?;
            Ok(Self(out))
        })
    }
}

impl Sink for Discard {
    async fn write(self, _batch: Vec<Bytes>) -> Result<Self, BlobError> {
        Ok(self)
    }
}

/// Writes a body to `out`, and answers what it was when it is the body that the digest and the rule promise.
///
/// One batch is hashed on one thread and written elsewhere while the next is collected here. No thread waits for the
/// sender: a thousand slow uploads hold a thousand batches, not a thousand threads.
pub(super) async fn receive<S: Sink>(
    promised: Digest,
    sizes: SizeRule,
    body: ByteStream,
    out: S,
) -> Result<(Stored, S), BlobError> {
    let (mut check, mut out) = (Check::new(sizes)?, out);
    let mut body = body.fuse();
    let mut batch = collect(&mut body).await?;
    while !batch.is_empty() {
        check.count(&batch)?;
        let hashed = spawn(hash(check, batch.clone()));
        (check, out, batch) = try_join3(hashed, out.write(batch), collect(&mut body)).await?;
    }
    Ok((check.finish(promised)?, out))
}

/// Runs what blocks on a thread of its own, at once.
fn spawn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BlobError> + Send + 'static,
) -> impl Future<Output = Result<T, BlobError>> + Send {
    let task = spawn_blocking(work);
    async { task.await.map_err(|error| BlobError::task(WRITING, error))? }
}

fn hash(mut check: Check, batch: Vec<Bytes>) -> impl FnOnce() -> Result<Check, BlobError> {
    move || {
        for piece in &batch {
            check.hash.update(piece);
        }
        Ok(check)
    }
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

/// Counts and hashes, and stops at the first batch that is too many.
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

    fn count(&mut self, batch: &[Bytes]) -> Result<(), BlobError> {
        let length: usize = batch.iter().map(Bytes::len).sum();
        self.size = self.size.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        if let Some(expected) = self.sizes.expected.filter(|expected| self.size > *expected) {
            return Err(BlobError::WrongSize { expected, actual: self.size });
        }
        if self.size > self.sizes.limit {
            return Err(BlobError::TooLarge { limit: self.sizes.limit });
        }
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
