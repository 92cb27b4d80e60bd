//! The part of the metadata port that remembers uploads in parts: which parts are there, until the whole is verified.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;

use crate::error::StoreError;
use crate::rows::BlobRecord;

/// An upload in parts. It is known by what it promises, so two clients that send one file share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRecord {
    /// What it will be when it is complete.
    pub blob: BlobRecord,
    /// The session of the blob store that holds the parts. None after they were refused and before the next part.
    pub session: Option<String>,
    /// The digest that the parts had together when they were refused.
    pub refused: Option<Digest>,
    /// Until when somebody has claimed it, to verify or to remove it. A claim that is in the past holds no longer.
    pub claimed_until: Option<Timestamp>,
    /// When its row was made.
    pub created_at: Timestamp,
    /// When it may be swept.
    pub expires_at: Timestamp,
    /// The parts that are there, by number.
    pub parts: Vec<UploadPart>,
}

/// A part whose bytes are stored and durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadPart {
    /// 1, 2, 3…
    pub number: u32,
    /// The size in bytes.
    pub size: u64,
    /// The digest of the bytes.
    pub sha256: Digest,
    /// What the blob store wants to hear of the part when all are put together.
    pub tag: String,
}

/// Uploads in parts. Any server of several may take any part.
///
/// Guarantees of every engine, held by the conformance suite:
///
/// - **One session.** An upload has at most one session: of several that open one at a time, all get the same.
/// - **Claimed by one.** While a claim holds, no other is given, and no part comes or goes.
/// - **No part outlives its session**, and none is kept for a session that was closed.
/// - **Complete together.** The blob is recorded and the upload forgotten in one transaction.
///
/// A session is named by the blob store, and names are never used again, so what comes late for a closed one is refused
/// and changes nothing. What a call has answered survives a kill, as everything of [`crate::Metadata`] does.
#[async_trait]
pub trait Uploads: Send + Sync + std::fmt::Debug {
    /// An upload with its parts.
    async fn upload(&self, blob: &BlobRecord) -> Result<Option<UploadRecord>, StoreError>;

    /// Opens a session, unless the upload has one. Answers the session that it has then; the row is made if it is not
    /// there.
    async fn open_upload(
        &self,
        blob: &BlobRecord,
        session: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<String, StoreError>;

    /// Records a part, in place of an earlier one of that number, and puts the expiry off. False when the session is
    /// closed or claimed.
    async fn keep_part(
        &self,
        session: &str,
        part: &UploadPart,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Forgets a part, because its bytes are about to be written over. One that is not there is no error. False when the
    /// session is closed or claimed.
    async fn forget_part(&self, session: &str, number: u32, now: Timestamp) -> Result<bool, StoreError>;

    /// Claims a session for one caller until a time. False when it is closed, or claimed by another.
    async fn claim_upload(&self, session: &str, now: Timestamp, until: Timestamp) -> Result<bool, StoreError>;

    /// Puts the end of a claim off. False when the session is closed.
    async fn extend_claim(&self, session: &str, until: Timestamp) -> Result<bool, StoreError>;

    /// Gives a claim back.
    async fn release_claim(&self, session: &str) -> Result<(), StoreError>;

    /// Closes a session whose parts are not what was promised, and remembers what they were, if that is known.
    async fn refuse_upload(&self, session: &str, found: Option<Digest>) -> Result<(), StoreError>;

    /// Records the blob of an upload whose whole was verified, and forgets the upload.
    async fn finish_upload(&self, blob: &BlobRecord) -> Result<(), StoreError>;

    /// Forgets an upload and its parts, if its session still is this one.
    async fn discard_upload(&self, blob: &BlobRecord, session: Option<&str>) -> Result<(), StoreError>;

    /// Claims uploads that have expired and that nobody has claimed. Of several callers each upload goes to one.
    async fn claim_expired(
        &self,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<(BlobRecord, Option<String>)>, StoreError>;

    /// Every open session, for checks.
    async fn open_sessions(&self) -> Result<Vec<String>, StoreError>;
}
