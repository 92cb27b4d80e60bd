//! Answers to requests that come again.

use serde::Deserialize;
use serde_json::Value;

use super::{Answer, Caller, Code, Failure, Registry};

/// The stored form of an answer.
#[derive(Deserialize)]
struct Envelope {
    body: Value,
    location: Option<String>,
    etag: Option<String>,
}

impl Registry {
    /// The answer that the request got before, if it carries an idempotency key that was answered.
    pub(crate) async fn replay(&self, caller: &Caller) -> Result<Option<Answer>, Failure> {
        let Some((key, body)) = &caller.idempotency else {
            return Ok(None);
        };
        let Some(stored) = self.store.answer(key).await? else {
            return Ok(None);
        };
        if stored.body_sha256 != *body {
            let detail = format!("`{}` was used with another body; take a new `Idempotency-Key`", key.key);
            return Err(Failure::new(Code::IdempotencyKeyReused, detail));
        }
        let unreadable = |error| Failure::new(Code::Internal, format!("the stored answer cannot be read: {error}"));
        let Envelope { body, location, etag } = serde_json::from_str(&stored.body).map_err(unreadable)?;
        Ok(Some(Answer { status: stored.status, body, location, etag, secret: None }))
    }
}
