//! What all tests share: a server, in this process or as a child of it, a client that asks it, and models to publish.
#![allow(
    dead_code,
    unused_imports,
    clippy::allow_attributes,
    reason = "each test program uses a part; which one differs"
)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

pub(crate) mod client;
pub(crate) mod installation;
pub(crate) mod models;
pub(crate) mod people;
pub(crate) mod place;
pub(crate) mod process;
pub(crate) mod server;
pub(crate) mod stored;

pub(crate) use client::{Client, Reply, Request};
pub(crate) use installation::{Installation, Server, text};
pub(crate) use models::{IRIS, address, examples, iris, sha256};
pub(crate) use process::Process;
pub(crate) use server::TestServer;
