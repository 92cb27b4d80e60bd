//! Bytes up and down through the program and a server: what is interrupted goes on, what is spoilt is found, what is large
//! takes little memory.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests stop when they cannot go on, and print figures")]

mod large;
mod model;
mod resumed;
mod server;
mod spoilt;
mod verifying;

use std::time::Duration;

/// The size of a part and of a range, in bytes.
const PART: usize = 16 << 20;
/// How many parts or ranges the program has under way at a time.
const CONNECTIONS: usize = 4;
/// How long anything here may take.
const PATIENCE: Duration = Duration::from_mins(4);

/// Asks again and again until it is so.
fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let start = std::time::Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "{what}: not in {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
