//! A body on its way into a bucket: a small one is one request at its end, a large one goes in parts.

use std::fmt;
use std::mem::take;
use std::sync::Arc;

use bytes::Bytes;
use object_store::multipart::PartId;
use object_store::path::Path;
use object_store::{MultipartId, ObjectStoreExt as _, PutPayloadMut};
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinSet;

use super::SizeRule;
use super::bucket::BucketBlobs;
use super::error::BlobError;
use super::intake::Sink;

/// The size of a part of an upload, unless there would be too many of them.
const PART: u64 = 8 << 20;
/// The most parts that an upload may have; <https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>.
const PARTS_MAX: u64 = 10_000;
/// How many parts are on their way at a time, for one upload, while there is room in memory for them.
const IN_FLIGHT: usize = 4;
/// A part is collected in blocks of this size.
const BLOCK: usize = 1 << 20;

const STORING: &str = "storing a blob";

/// An upload under way.
pub(super) struct Upload {
    bucket: BucketBlobs,
    path: Path,
    /// The size of a part, in bytes.
    part: usize,
    /// What waits until it is a part, or all there is. Copied: a small piece may hold on to the whole buffer of a
    /// connection.
    waiting: PutPayloadMut,
    /// Its room in memory, as long as it waits and is sent.
    room: Option<OwnedSemaphorePermit>,
    /// The parts, once there is more than one.
    parts: Option<Parts>,
}

struct Parts {
    id: MultipartId,
    /// What the store said of each part that it has, by its place.
    stored: Vec<Option<PartId>>,
    sending: JoinSet<Result<(usize, PartId), object_store::Error>>,
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("path", &self.path).field("part", &self.part).finish_non_exhaustive()
    }
}

fn failed(error: object_store::Error) -> BlobError {
    BlobError::store(STORING, error)
}

impl Parts {
    /// Waits for one part that is on its way.
    async fn settle(&mut self) -> Result<(), BlobError> {
        let Some(ended) = self.sending.join_next().await else { return Ok(()) };
        let (index, part) = ended.map_err(|error| BlobError::task(STORING, error))?.map_err(failed)?;
        if let Some(place) = self.stored.get_mut(index) {
            *place = Some(part);
        }
        Ok(())
    }
}

impl Upload {
    pub(super) fn new(bucket: &BucketBlobs, path: Path, sizes: SizeRule) -> Self {
        let size = sizes.expected.unwrap_or(sizes.limit);
        // The one part of a small body is that body.
        let part = part_size(size).min(usize::try_from(size.max(1)).unwrap_or(usize::MAX));
        let waiting = PutPayloadMut::new().with_block_size(BLOCK.min(part));
        Self { bucket: bucket.clone(), path, part, waiting, room: None, parts: None }
    }

    async fn collect(&mut self, mut piece: Bytes) -> Result<(), BlobError> {
        while !piece.is_empty() {
            if self.waiting.content_length() >= self.part {
                self.send().await?;
            }
            if self.room.is_none() {
                self.room = Some(self.bucket.room_for(self.part).await?);
            }
            let free = self.part.saturating_sub(self.waiting.content_length());
            self.waiting.extend_from_slice(&piece.split_to(free.min(piece.len())));
        }
        Ok(())
    }

    /// Sends what waits as the next part.
    async fn send(&mut self) -> Result<(), BlobError> {
        let multipart = &self.bucket.multipart;
        let parts = match &mut self.parts {
            Some(parts) => parts,
            none => {
                let id = multipart.create_multipart(&self.path).await.map_err(failed)?;
                none.insert(Parts { id, stored: Vec::new(), sending: JoinSet::new() })
            }
        };
        while parts.sending.len() >= IN_FLIGHT {
            parts.settle().await?;
        }
        let (index, block) = (parts.stored.len(), PutPayloadMut::new().with_block_size(BLOCK));
        parts.stored.push(None);
        let (payload, room) = (std::mem::replace(&mut self.waiting, block).freeze(), self.room.take());
        let (multipart, path, id) = (Arc::clone(multipart), self.path.clone(), parts.id.clone());
        parts.sending.spawn(async move {
            let sent = multipart.put_part(&path, &id, index, payload).await;
            drop(room);
            Ok((index, sent?))
        });
        Ok(())
    }

    /// Gives the bytes their key, in place of what has it now.
    pub(super) async fn finish(mut self) -> Result<(), BlobError> {
        if self.parts.is_none() {
            let whole = take(&mut self.waiting).freeze();
            return self.bucket.store.put(&self.path, whole).await.map(drop).map_err(failed);
        }
        self.send().await?;
        let Some(parts) = &mut self.parts else { return Ok(()) };
        while !parts.sending.is_empty() {
            parts.settle().await?;
        }
        let stored = parts.stored.iter().flatten().cloned().collect();
        self.bucket.multipart.complete_multipart(&self.path, &parts.id, stored).await.map_err(failed)?;
        self.parts = None;
        Ok(())
    }
}

impl Sink for Upload {
    async fn write(mut self, batch: Vec<Bytes>) -> Result<Self, BlobError> {
        for piece in batch {
            self.collect(piece).await?;
        }
        Ok(self)
    }
}

impl Drop for Upload {
    /// Parts of an upload that is given up are cleared away, as far as the store answers.
    fn drop(&mut self) {
        if let (Some(mut parts), Ok(runtime)) = (self.parts.take(), Handle::try_current()) {
            let (multipart, path) = (Arc::clone(&self.bucket.multipart), self.path.clone());
            // A store that does not answer keeps them; then they are as those of a killed server.
            let _detached = runtime.spawn(async move {
                parts.sending.shutdown().await;
                multipart.abort_multipart(&path, &parts.id).await
            });
        }
    }
}

/// The size of the parts of so many bytes: never more parts than the store takes, and in steps of one MiB.
fn part_size(bytes: u64) -> usize {
    let part = bytes.div_ceil(PARTS_MAX).next_multiple_of(1 << 20).max(PART);
    usize::try_from(part).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_few_enough() {
        for (bytes, mebibytes) in [(0, 8), (8 << 20, 8), (80_000 << 20, 8), ((80_000 << 20) + 1, 9), (5 << 40, 525)] {
            assert_eq!(part_size(bytes), mebibytes << 20, "{bytes}");
            assert!(bytes.div_ceil(u64::try_from(part_size(bytes)).unwrap()) <= PARTS_MAX, "{bytes}");
        }
    }
}
