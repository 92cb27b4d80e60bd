//! The server from outside, over HTTP: one story a file, all in one program, which links once.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "../common/mod.rs"]
mod common;

mod channels;
mod data_folder;
mod events;
mod malformed;
mod namespaces;
mod openapi;
mod problems;
mod process;
mod race;
mod resolve;
mod search;
mod server;
mod upload_parts;
mod uploads;
mod versions;
