//! What an interrupted command has sent or fetched is not sent or fetched again.

use crate::model::Model;
use crate::server::{Server, Store, fails, succeeds};
use crate::{CONNECTIONS, wait_until};

/// How many parts must be there before something is killed.
const ENOUGH: usize = 3;

#[test]
fn a_client_that_is_killed_sends_only_what_is_missing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    let client = server.publish(model.path()).spawn().unwrap();
    model.kill_with_parts(&server, client, ENOUGH);
    succeeds(server.publish(model.path()));
    let sent = server.sent();
    assert!((model.parts()..=model.parts() + CONNECTIONS).contains(&sent), "{sent} parts for {}", model.parts());
}

#[test]
fn after_a_kill_of_the_server_only_what_is_missing_is_sent() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let mut server = Server::start(data.path());
    let mut client = server.publish(model.path()).spawn().unwrap();
    wait_until("some parts", || server.parts(&model) >= ENOUGH);
    server.kill();
    assert_eq!(client.wait().unwrap().code(), Some(10), "the server is gone");
    let server = Server::start(data.path());
    let there = server.parts(&model);
    assert!((ENOUGH..model.parts()).contains(&there), "{there} parts");
    succeeds(server.publish(model.path()));
    assert_eq!(server.sent(), model.parts() - there);
}

#[test]
fn a_pull_that_is_killed_fetches_only_what_is_missing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    succeeds(server.publish(model.path()));
    model.kill_with_ranges(server.pull(model.path()).spawn().unwrap(), ENOUGH);
    succeeds(server.pull(model.path()));
    model.assert_pulled();
    let fetched = server.fetched();
    assert!((model.parts()..=model.parts() + CONNECTIONS).contains(&fetched), "{fetched} for {}", model.parts());
}

/// What lies there may be anything: the digest of the whole decides.
#[test]
fn a_pull_that_finds_spoilt_bytes_keeps_nothing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    succeeds(server.publish(model.path()));
    model.kill_with_ranges(server.pull(model.path()).spawn().unwrap(), ENOUGH);
    let all: Vec<_> = (0..model.parts()).map(|number| number.to_string()).collect();
    std::fs::write(model.ranges(), all.join("\n") + "\n").unwrap();
    fails(server.pull(model.path()), 11);
    model.assert_nothing_pulled();
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}

/// Where the store gives links, no byte of the file goes through the server.
#[test]
fn parts_and_ranges_go_to_the_store_itself() {
    let Some(store) = Store::bucket() else { return };
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start_on(data.path(), &store);
    succeeds(server.publish(model.path()));
    assert_eq!(server.sent(), 0, "parts that went through the server");
    model.kill_with_ranges(server.pull(model.path()).spawn().unwrap(), ENOUGH);
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}
