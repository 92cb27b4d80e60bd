//! One registry, two databases: the same story told on both, two server processes on one Postgres, a Postgres that goes
//! away, and the commands that prepare one.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod commands;
#[path = "../common/mod.rs"]
mod common;
mod installation;
mod outage;
mod race;
mod story;
