//! The Postgres engine: the conformance suite as the owner of the tables and as the role of the server, faults that the
//! suite must find, and a database that goes away.
//!
//! `TEST_POSTGRES_URL` names a server on which the tests may make databases and roles; `cargo xtask test` starts one.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod opening;
mod outage;
mod roles;
mod server;
#[path = "../shared/mod.rs"]
mod shared;

use registry_store::conformance::Engine;

use self::server::Server;
use self::shared::assert_passes;

/// What the shared tests run on.
pub(crate) fn engine() -> Option<impl Engine> {
    Server::find()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_passes_the_suite() {
    let Some(server) = Server::find() else { return };
    assert_passes(&server).await;
}

/// The store has no more rights than the server needs; the attempts of the careless administrator are the owner's.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_passes_the_suite_with_the_role_of_the_server() {
    let Some(server) = Server::find() else { return };
    assert_passes(&server.with_role()).await;
}
