//! What the server does a second beside what the machine can do, in turns in one run: resolve beside a bare handler that
//! answers as many bytes, publish beside a bare transaction of two inserts, a large file beside `dd` and `cp`.
//!
//! `BENCH_FOLDER` names the disk; else it is the one that cargo builds on. Only the loopback interface is used.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]
#![expect(clippy::print_stdout, reason = "a bench prints")]
#![expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "speeds are rounded")]

mod client;
mod footprint;
mod requests;
mod server;
mod table;
mod transfers;
mod yardsticks;

use tempfile::TempDir;

/// How much is measured.
#[derive(Debug, Clone, Copy)]
struct Effort {
    /// How often each case has its turn.
    rounds: usize,
    /// How long a turn takes, in milliseconds.
    turn_ms: u64,
    /// Starts of the server.
    starts: usize,
    /// The bytes of the large file.
    large: u64,
    /// How often it goes in and out.
    transfers: u64,
}

const FULL: Effort = Effort { rounds: 5, turn_ms: 600, starts: 9, large: 1 << 30, transfers: 3 };

/// For `cargo bench -- --test`: once, to see that it works.
const TRIAL: Effort = Effort { rounds: 1, turn_ms: 50, starts: 1, large: 16 << 20, transfers: 1 };

fn main() {
    let effort = if std::env::args().any(|argument| argument == "--test") { TRIAL } else { FULL };
    footprint::show(effort);
    requests::show(effort);
    transfers::show(effort);
}

/// A folder on the disk that is measured.
fn folder() -> TempDir {
    tempfile::tempdir_in(std::env::var_os("BENCH_FOLDER").unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into()))
        .unwrap()
}
