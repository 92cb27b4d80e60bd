//! What the database said lately about who may read, kept for half a second.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use registry_core::digest::Digest;
use registry_core::name::NamespaceName;
use registry_store::Write;
use registry_store::access::Bearer;
use uuid::Uuid;

/// How long what a token opens is believed, for reads.
pub(super) const KEPT: Duration = Duration::from_millis(500);
/// How many of those are kept.
const KEPT_MOST: usize = 10_000;

/// What was asked of the database lately, about who may read.
#[derive(Debug)]
pub(crate) struct Doors {
    pub(super) bearers: quick_cache::sync::Cache<(Digest, Option<NamespaceName>), (Arc<Bearer>, Instant)>,
    pub(super) open: quick_cache::sync::Cache<NamespaceName, Instant>,
    pub(super) touched: quick_cache::sync::Cache<Uuid, Timestamp>,
}

impl Default for Doors {
    fn default() -> Self {
        Self {
            bearers: quick_cache::sync::Cache::new(KEPT_MOST),
            open: quick_cache::sync::Cache::new(KEPT_MOST),
            touched: quick_cache::sync::Cache::new(KEPT_MOST),
        }
    }
}

impl Doors {
    /// Forgets all: who may do what has changed.
    pub(crate) fn forget(&self) {
        self.bearers.clear();
        self.open.clear();
    }
}

/// Whether a change opens or closes doors: what is kept of them must be asked for anew.
pub(super) fn moves_doors(writes: &[Write]) -> bool {
    writes.iter().any(|write| match write {
        Write::UpdateNamespace { .. }
        | Write::SetMember { .. }
        | Write::UpdatePrincipal { .. }
        | Write::RevokeToken { .. } => true,
        // Only what is there and good is kept, so what is new needs nobody to forget.
        Write::InsertNamespace { .. }
        | Write::InsertPrincipal(_)
        | Write::InsertToken(_)
        | Write::InsertModel { .. }
        | Write::UpdateModel { .. }
        | Write::InsertVersion(_)
        | Write::SetVersionStatus { .. }
        | Write::SetChannelPolicy { .. }
        | Write::AppendRevision { .. } => false,
    })
}
