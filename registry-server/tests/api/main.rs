//! The server from outside, over HTTP: one story a file, all in one program, which links once.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod namespaces;
mod openapi;
mod problems;
mod process;
mod server;
mod support;
