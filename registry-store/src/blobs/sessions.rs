//! Uploads in parts: which parts a file has, and the part of the port that takes them.

use std::ops::Range;
use std::time::Duration;

use async_trait::async_trait;
use registry_core::digest::Digest;

use super::error::BlobError;
use super::intake::{Discard, receive};
use super::key::BlobKey;
use super::{ByteStream, SizeRule, Stored};

/// The largest file.
pub const MAX_FILE_BYTES: u64 = 5 << 40;
/// The smallest size of a part.
const PART_MIN: u64 = 16 << 20;
/// Sizes of parts are whole multiples of this.
const PART_STEP: u64 = 1 << 20;
/// The most parts that a file has, as on S3.
const PARTS_MAX: u64 = 10_000;

/// How a file is cut: by its size alone, so that every server and every attempt cuts alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    size: u64,
}

impl Cut {
    /// How a file of `size` bytes is cut.
    pub fn of(size: u64) -> Self {
        Self { size }
    }

    /// The size of every part but the last, in bytes.
    pub fn part_size(self) -> u64 {
        self.size.div_ceil(PARTS_MAX).next_multiple_of(PART_STEP).max(PART_MIN)
    }

    /// How many parts there are; none of an empty file.
    pub fn count(self) -> u32 {
        u32::try_from(self.size.div_ceil(self.part_size())).unwrap_or(u32::MAX)
    }

    /// Where the bytes of a part are, if there is one of that number; the first is 1.
    pub fn range(self, number: u32) -> Option<Range<u64>> {
        let before = number.checked_sub(1).filter(|_| number <= self.count())?;
        let start = u64::from(before) * self.part_size();
        Some(start..self.size.min(start + self.part_size()))
    }
}

/// A place of the blob store where the parts of one file come together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The key that the file is for.
    pub key: BlobKey,
    /// The size of the whole file.
    pub size: u64,
    /// What [`Sessions::begin`] has answered.
    pub id: String,
}

/// A part that is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 1, 2, 3…
    pub number: u32,
    /// Where its bytes are in the file.
    pub range: Range<u64>,
    /// The digest of its bytes.
    pub sha256: Digest,
}

impl Part {
    /// What its body may weigh.
    pub(super) fn sizes(&self) -> SizeRule {
        let size = self.range.end.saturating_sub(self.range.start);
        SizeRule { expected: Some(size), limit: size }
    }

    /// Reads the body of a part that is there already, for its digest, and keeps nothing of it.
    ///
    /// # Errors
    /// Those of the sender, as for [`Sessions::put_part`].
    pub async fn check(&self, body: ByteStream) -> Result<(), BlobError> {
        receive(self.sha256, self.sizes(), body, Discard).await.map(drop)
    }
}

/// A link with which anybody may send one part to the store itself, for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLink {
    /// Where to `PUT` the bytes. A secret as long as it is valid.
    pub url: String,
    /// The headers that must go with them, by name: they are signed.
    pub headers: Vec<(String, String)>,
}

/// Files that come in parts, in any order, through any number of processes.
///
/// Guarantees of every backend, held by the suite in `tests/blobs`, beside those of [`super::Blobs`]:
///
/// - **Verified.** No part is kept whose bytes are not those of its digest; and nothing is under the key before the bytes
///   of the whole file were read and found to be those of the key.
/// - **Durable.** A part that was answered survives a kill and a loss of power, and so does the session.
/// - **Shut.** A part that is still on its way cannot change a file that was verified.
/// - Which parts are there is the caller's to remember.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Opens a session, which gets a name of its own.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn begin(&self, key: &BlobKey, size: u64) -> Result<String, BlobError>;

    /// Takes a part in, and answers what [`Sessions::complete`] wants to hear of it. A part that comes again may be gone
    /// while it is on its way, and is gone when it fails.
    ///
    /// # Errors
    /// [`BlobError::SessionLost`]; and the sender's: [`BlobError::WrongDigest`], [`BlobError::WrongSize`] and
    /// [`BlobError::Body`].
    async fn put_part(&self, session: &Session, part: &Part, body: ByteStream) -> Result<String, BlobError>;

    /// Whether parts may be sent without this server, by links.
    fn gives_part_links(&self) -> bool {
        false
    }

    /// A link to send a part without this server; none where the store has no such thing. The store itself compares what
    /// arrives with the digest.
    ///
    /// # Errors
    /// When the store has the means and they fail.
    async fn part_link(
        &self,
        _session: &Session,
        _part: &Part,
        _valid: Duration,
    ) -> Result<Option<PartLink>, BlobError> {
        Ok(None)
    }

    /// What [`Sessions::complete`] wants to hear of a part that was sent by a link and got this `ETag`; none where there
    /// are no links, or when it is none that a store gives.
    fn linked(&self, _sha256: Digest, _etag: &str) -> Option<String> {
        None
    }

    /// Puts the parts together, reads the whole, and gives it its key if it is what was promised. `tags` are what
    /// `put_part` or `linked` answered, in order. Doing it again, also after a kill, is no error and comes to the same.
    ///
    /// # Errors
    /// [`BlobError::WrongDigest`] and [`BlobError::SessionLost`]: then the session is of no use any more.
    /// [`BlobError::InUse`] while a part is still being written.
    async fn complete(&self, session: &Session, tags: &[String]) -> Result<Stored, BlobError>;

    /// Removes a session with its parts. One that is not there is no error.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn abort(&self, session: &Session) -> Result<(), BlobError>;

    /// The names of sessions of which something is there, with its size in bytes, as far as the store can tell.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn leftovers(&self) -> Result<Vec<(String, u64)>, BlobError>;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MIB: u64 = 1 << 20;

    #[test]
    fn the_size_of_parts_follows_from_that_of_the_file() {
        for (size, part, count) in [
            (0, 16, 0),
            (1, 16, 1),
            (16 * MIB, 16, 1),
            (16 * MIB + 1, 16, 2),
            (160_000 * MIB, 16, 10_000),
            (160_000 * MIB + 1, 17, 9412),
            (MAX_FILE_BYTES, 525, 9987),
        ] {
            assert_eq!((Cut::of(size).part_size(), Cut::of(size).count()), (part * MIB, count), "{size}");
        }
        assert_eq!(Cut::of(20 * MIB).range(2), Some(16 * MIB..20 * MIB));
    }

    proptest! {
        #[test]
        fn parts_cover_a_file_once(size in 0..=MAX_FILE_BYTES) {
            let cut = Cut::of(size);
            prop_assert!(cut.count() <= 10_000);
            let mut at = 0;
            for number in 1..=cut.count() {
                let range = cut.range(number).unwrap();
                prop_assert!(range.start == at && range.end > at);
                at = range.end;
            }
            prop_assert_eq!(at, size);
            prop_assert_eq!((cut.range(0), cut.range(cut.count() + 1)), (None, None));
        }
    }
}
