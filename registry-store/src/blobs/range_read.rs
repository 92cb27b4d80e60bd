//! A blob for readers that block, such as those of contracts.

use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use tokio::runtime::Handle;

use super::Blobs;
use super::error::BlobError;
use super::key::BlobKey;

/// A small read fetches this much, because the next one is mostly close by and a fetch may go over a network.
const AHEAD: u64 = 256 << 10;
/// A large read is fetched in pieces of this size, which bounds what is held beside the reader's own buffer.
const PIECE: usize = 4 << 20;

/// Bytes of one blob from any place, read by threads that may block.
#[derive(Debug)]
pub struct BlobRangeRead {
    blobs: Arc<dyn Blobs>,
    key: BlobKey,
    size: u64,
    runtime: Handle,
    /// What the last small read fetched, and where it begins.
    window: Mutex<(u64, Bytes)>,
}

impl BlobRangeRead {
    /// Opens a blob; `None` when it is not there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn open(blobs: Arc<dyn Blobs>, key: BlobKey) -> Result<Option<Self>, BlobError> {
        let Some(size) = blobs.head(&key).await? else {
            return Ok(None);
        };
        let window = Mutex::new((0, Bytes::new()));
        Ok(Some(Self { blobs, key, size, runtime: Handle::current(), window }))
    }

    /// The number of bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Fills the whole buffer from the bytes that start at `offset`.
    ///
    /// Only inside `spawn_blocking` or a thread of one's own: on a thread of the runtime, tokio panics.
    ///
    /// # Errors
    /// `UnexpectedEof` when fewer bytes follow, or what the store says.
    pub fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let length = u64::try_from(buffer.len()).map_err(io::Error::other)?;
        let end = offset.checked_add(length).filter(|end| *end <= self.size).ok_or(io::ErrorKind::UnexpectedEof)?;
        if length < AHEAD {
            return self.read_near(offset..end, buffer);
        }
        let mut at = offset;
        for piece in buffer.chunks_mut(PIECE) {
            let next = at + u64::try_from(piece.len()).map_err(io::Error::other)?;
            piece.copy_from_slice(&self.fetch(at..next)?);
            at = next;
        }
        Ok(())
    }

    /// A small read, out of what was fetched last if that has it.
    fn read_near(&self, range: Range<u64>, buffer: &mut [u8]) -> io::Result<()> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if within(&window, &range).is_none() {
            let end = range.start.saturating_add(AHEAD).min(self.size);
            *window = (range.start, self.fetch(range.start..end)?);
        }
        buffer.copy_from_slice(within(&window, &range).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn fetch(&self, range: Range<u64>) -> io::Result<Bytes> {
        Ok(self.runtime.block_on(self.blobs.get_range(&self.key, range))?)
    }
}

fn within<'a>((start, bytes): &'a (u64, Bytes), range: &Range<u64>) -> Option<&'a [u8]> {
    let place = |at: u64| at.checked_sub(*start).and_then(|at| usize::try_from(at).ok());
    bytes.get(place(range.start)?..place(range.end)?)
}
