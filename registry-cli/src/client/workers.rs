//! Several connections at a time, for one file.

use std::thread::{ScopedJoinHandle, scope};

use crate::error::CliError;

/// How many parts or ranges of a file are on their way at a time.
const CONNECTIONS: usize = 4;

/// Runs the same work on several threads, and waits for all; the first error counts.
pub(super) fn side_by_side<T: Send>(work: impl Fn() -> Result<T, CliError> + Sync) -> Result<Vec<T>, CliError> {
    let ended: Vec<_> = scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(&work)).collect();
        workers.into_iter().map(ScopedJoinHandle::join).collect()
    });
    let broken = |_| CliError::Answer("a transfer broke off; try again".to_owned());
    ended.into_iter().map(|worker| worker.map_err(broken)?).collect()
}
