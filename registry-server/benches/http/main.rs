//! What the server does a second beside what the machine can do, in turns in one run.
//!
//! ```text
//! cargo bench -p registry-server --bench http                                     # what needs no services
//! cargo xtask services cargo bench -p registry-server --bench http                # everything
//! cargo xtask services cargo bench -p registry-server --bench http -- bucket postgres
//! ```
//!
//! `BENCH_BEFORE` names the binary of another build of the server, to be measured beside this one.
//! `BENCH_FOLDER` names the disk; else it is the one that cargo builds on. Only the loopback interface is used.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]
#![expect(clippy::panic, reason = "a bench has nobody to hand an error to")]
#![expect(clippy::print_stdout, reason = "a bench prints")]
#![expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "speeds are rounded")]

mod bare_postgres;
mod before;
mod bucket;
mod client;
mod curl;
mod docker;
mod folder;
mod footprint;
mod large;
mod overload;
mod postgres;
mod publishers;
mod requests;
mod server;
mod table;
mod transfer;
mod yardsticks;

use tempfile::TempDir;

/// The model that large files belong to.
const MODEL: &str = "/api/v1/namespaces/acme/models/large";

/// How much is measured.
#[derive(Debug, Clone, Copy)]
struct Effort {
    /// How often each case has its turn.
    rounds: usize,
    /// How long a turn takes, in milliseconds.
    turn_ms: u64,
    /// Starts of the server.
    starts: usize,
    /// The bytes of the large file that goes to a folder.
    large: u64,
    /// And of the one that goes to a bucket.
    object: u64,
    /// How often they go in and out.
    transfers: usize,
}

const FULL: Effort = Effort { rounds: 7, turn_ms: 600, starts: 9, large: 1 << 30, object: 512 << 20, transfers: 7 };

/// For `cargo bench -- --test`: once, to see that it works.
const TRIAL: Effort = Effort { rounds: 1, turn_ms: 50, starts: 1, large: 40 << 20, object: 40 << 20, transfers: 1 };

/// Something to measure, and the name that an argument may choose it with.
type Part = (&'static str, fn(Effort));

const PARTS: [Part; 7] = [
    ("footprint", footprint::show),
    ("requests", requests::show),
    ("before", before::show),
    ("overload", overload::show),
    ("postgres", postgres::show),
    ("folder", folder::show),
    ("bucket", bucket::show),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let effort = if arguments.iter().any(|argument| argument == "--test") { TRIAL } else { FULL };
    // What begins with dashes is cargo's.
    let names: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    let is_known = |name: &&&str| PARTS.iter().any(|(part, _)| part == *name);
    let unknown = names.iter().find(|name| !is_known(name));
    assert_eq!(unknown, None, "there are {:?}", PARTS.map(|(name, _)| name));
    for (name, show) in PARTS {
        if names.is_empty() || names.contains(&name) {
            show(effort);
        }
    }
}

/// A folder on the disk that is measured.
fn scratch() -> TempDir {
    tempfile::tempdir_in(std::env::var_os("BENCH_FOLDER").unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into()))
        .unwrap()
}
