//! One registry, two databases: the same story told on both, two server processes on one Postgres, a Postgres that goes
//! away, kills of everything, and the commands that prepare a database.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod commands;
#[path = "../common/mod.rs"]
mod common;
mod failover;
mod kills;
mod outage;
mod race;
mod revocation;
mod secrets;
mod story;
mod verifying;
