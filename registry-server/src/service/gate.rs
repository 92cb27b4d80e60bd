//! What must hold at the end of a body, before its bytes count: whoever sent them may have lost the right meanwhile, or the
//! room.

use std::io;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use registry_store::blobs::ByteStream;
use registry_store::rows::BlobRecord;

use super::access::Authority;
use super::uploads::{Way, room};
use super::{Failure, Registry};

/// Why a body was refused at its end, if it was.
#[derive(Debug, Default)]
pub(super) struct Gate(Arc<OnceLock<Failure>>);

/// A body that breaks off at its end unless its bytes are still welcome then: so the store keeps nothing of them.
pub(super) fn gated(
    registry: &Registry,
    authority: &Arc<Authority>,
    (blob, way): (&BlobRecord, Way),
    body: ByteStream,
) -> (ByteStream, Gate) {
    let gate = Gate::default();
    let (registry, authority, blob) = (registry.clone(), Arc::clone(authority), blob.clone());
    let refused = Arc::clone(&gate.0);
    let end = stream::once(async move {
        let welcome = async {
            registry.still_may(&authority).await?;
            room(&registry, &blob, way, 0).await
        };
        welcome.await.map(|()| Bytes::new()).map_err(|failure| {
            let error = io::Error::other(failure.to_string());
            refused.get_or_init(|| failure);
            error
        })
    });
    (body.chain(end).boxed(), gate)
}

impl Gate {
    /// Why the body was refused at its end, which the store takes for a body that broke off.
    pub(super) fn passed(self) -> Result<(), Failure> {
        self.0.get().cloned().map_or(Ok(()), Err)
    }
}
