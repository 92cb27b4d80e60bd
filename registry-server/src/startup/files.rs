//! How many files the process may have open: a connection is one, and so is a blob that is read.

use nix::sys::resource::{Resource, getrlimit, setrlimit};

/// Files beside the connections: the database, the blobs that are read, the log.
const BESIDE: u64 = 512;

/// Takes as many open files as the system allows without asking, and warns when connections may need more.
pub(super) fn allow(connections: usize) {
    let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) else { return };
    let raised = soft >= hard || setrlimit(Resource::RLIMIT_NOFILE, hard, hard).is_ok();
    let allowed = if raised { hard } else { soft };
    let needed = u64::try_from(connections).unwrap_or(u64::MAX).saturating_add(BESIDE);
    if allowed < needed {
        tracing::warn!(
            allowed,
            needed,
            "the system allows fewer open files than all connections need: raise `ulimit -n`, or lower `--max-connections`"
        );
    }
}
