//! One registry, two databases: the same story told on both, two server processes on one Postgres, a Postgres that goes
//! away, and the commands that prepare one.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod commands;
#[path = "../common/mod.rs"]
mod common;
mod outage;
mod process;
mod race;
mod story;
