//! Sweeping: what uploads have left behind goes away, at the start and every hour.

use std::time::Duration;

use tokio::task::JoinHandle;

use crate::service::{Registry, sessions};

/// How often.
const PERIOD: Duration = Duration::from_hours(1);

/// Sweeps once. A server that cannot sweep can still serve.
pub(super) async fn once(registry: &Registry) {
    match sessions::sweep(registry).await {
        Ok(0) => {}
        Ok(swept) => tracing::info!(swept, "removed what uploads had left"),
        Err(failure) => tracing::warn!(%failure, "what uploads have left could not be removed"),
    }
}

/// Sweeps every hour until it is dropped.
#[derive(Debug)]
pub(super) struct Sweeper(JoinHandle<()>);

impl Sweeper {
    pub(super) fn start(registry: Registry) -> Self {
        Self(tokio::spawn(async move {
            loop {
                tokio::time::sleep(PERIOD).await;
                once(&registry).await;
            }
        }))
    }
}

impl Drop for Sweeper {
    fn drop(&mut self) {
        self.0.abort();
    }
}
