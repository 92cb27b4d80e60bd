//! The server from outside, over HTTP: one story a file, all in one program, which links once and runs twice: with its
//! servers on SQLite and a folder, and, by `places`, on Postgres and S3.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

#[path = "../common/mod.rs"]
mod common;

mod channels;
mod data_folder;
mod events;
mod fsck;
mod headers;
mod limits;
mod lost_replies;
mod malformed;
mod matrix;
mod members;
mod names;
mod namespaces;
mod openapi;
mod operations;
mod places;
mod problems;
mod process;
mod race;
mod resolve;
mod search;
mod server;
mod slow;
mod space;
mod tls;
mod tokens;
mod under_way;
mod unsafe_files;
mod upload_parts;
mod uploads;
mod versions;
