//! Whether the registry can work.

use super::{Code, Failure, Registry};

impl Registry {
    /// Whether database and blobs answer.
    pub(crate) async fn ready(&self) -> Result<(), Failure> {
        self.store.ping().await?;
        self.blobs.ping().await.map_err(|error| {
            tracing::error!(%error, "the blobs do not answer");
            Failure::new(Code::Unavailable, "the object store does not answer; try again")
        })
    }
}
