//! Uploads of an engine with a fault: all are passed on, with the claims and the parts of closed sessions mistaken on
//! demand.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_store::StoreError;
use registry_store::rows::BlobRecord;
use registry_store::uploads::{UploadPart, UploadRecord, Uploads};

use super::{Fault, Faulty};

#[async_trait]
impl Uploads for Faulty {
    async fn upload(&self, blob: &BlobRecord) -> Result<Option<UploadRecord>, StoreError> {
        self.store.upload(blob).await
    }

    async fn open_upload(
        &self,
        blob: &BlobRecord,
        session: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<String, StoreError> {
        self.store.open_upload(blob, session, now, expires_at).await
    }

    async fn keep_part(
        &self,
        session: &str,
        part: &UploadPart,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.store.keep_part(session, part, now, expires_at).await
    }

    async fn forget_part(&self, session: &str, number: u32, now: Timestamp) -> Result<bool, StoreError> {
        self.store.forget_part(session, number, now).await
    }

    async fn claim_upload(&self, session: &str, now: Timestamp, until: Timestamp) -> Result<bool, StoreError> {
        if self.fault == Fault::SharedClaims {
            return self.store.extend_claim(session, until).await;
        }
        self.store.claim_upload(session, now, until).await
    }

    async fn extend_claim(&self, session: &str, until: Timestamp) -> Result<bool, StoreError> {
        self.store.extend_claim(session, until).await
    }

    async fn release_claim(&self, session: &str) -> Result<(), StoreError> {
        self.store.release_claim(session).await
    }

    async fn refuse_upload(&self, session: &str, found: Option<Digest>) -> Result<(), StoreError> {
        self.store.refuse_upload(session, found).await
    }

    async fn finish_upload(&self, blob: &BlobRecord) -> Result<(), StoreError> {
        self.store.finish_upload(blob).await
    }

    async fn discard_upload(&self, blob: &BlobRecord, session: Option<&str>) -> Result<(), StoreError> {
        self.store.discard_upload(blob, session).await
    }

    async fn claim_expired(
        &self,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<(BlobRecord, Option<String>)>, StoreError> {
        self.store.claim_expired(now, until, limit).await
    }

    async fn open_sessions(&self) -> Result<Vec<String>, StoreError> {
        self.store.open_sessions().await
    }
}
