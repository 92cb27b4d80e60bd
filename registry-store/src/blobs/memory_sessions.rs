//! Uploads in parts into memory, for tests.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use async_trait::async_trait;
use bytes::Bytes;
use registry_core::digest::Digest;
use uuid::Uuid;

use super::error::BlobError;
use super::intake::{Blocking, receive};
use super::key::BlobKey;
use super::memory::MemoryBlobs;
use super::sessions::{Part, Session, Sessions};
use super::{ByteStream, Stored};

/// The parts of every session, by the place of their first byte.
pub(super) type Staged = BTreeMap<String, BTreeMap<u64, Vec<u8>>>;

impl MemoryBlobs {
    fn with_staged<T>(&self, work: impl FnOnce(&mut Staged) -> T) -> T {
        work(&mut self.staged.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[async_trait]
impl Sessions for MemoryBlobs {
    async fn begin(&self, _key: &BlobKey, _size: u64) -> Result<String, BlobError> {
        let id = Uuid::new_v4().simple().to_string();
        self.with_staged(|staged| staged.insert(id.clone(), BTreeMap::new()));
        Ok(id)
    }

    async fn put_part(&self, session: &Session, part: &Part, body: ByteStream) -> Result<String, BlobError> {
        let (_, Blocking(bytes)) = receive(part.sha256, part.sizes(), body, Blocking(Vec::new())).await?;
        self.with_staged(|staged| {
            let parts = staged.get_mut(&session.id).ok_or(BlobError::SessionLost)?;
            parts.insert(part.range.start, bytes);
            Ok(String::new())
        })
    }

    async fn complete(&self, session: &Session, _tags: &[String]) -> Result<Stored, BlobError> {
        let (expected, size) = (session.key.sha256, session.size);
        if self.reads.holds(&session.key, Some(size)).await? {
            self.abort(session).await?;
            return Ok(Stored { size, sha256: expected });
        }
        let whole = self.with_staged(|staged| {
            staged.get(&session.id).map(|parts| parts.values().flatten().copied().collect::<Vec<u8>>())
        });
        let whole = whole.filter(|whole| u64::try_from(whole.len()) == Ok(size)).ok_or(BlobError::SessionLost)?;
        let actual = Digest::of(&whole);
        if actual != expected {
            return Err(BlobError::WrongDigest { expected, actual });
        }
        self.overwrite(&session.key, Bytes::from(whole)).await?;
        self.abort(session).await?;
        Ok(Stored { size, sha256: actual })
    }

    async fn abort(&self, session: &Session) -> Result<(), BlobError> {
        self.with_staged(|staged| staged.remove(&session.id));
        Ok(())
    }

    async fn leftovers(&self) -> Result<Vec<(String, u64)>, BlobError> {
        let size =
            |parts: &BTreeMap<u64, Vec<u8>>| parts.values().map(|part| u64::try_from(part.len()).unwrap_or(0)).sum();
        Ok(self.with_staged(|staged| staged.iter().map(|(id, parts)| (id.clone(), size(parts))).collect()))
    }
}
