//! A store so slow that the server cannot verify the whole while the program waits for the answer.

use std::process::Child;

use test_proxy::{Asked, Deed, Proxy};

use crate::model::Model;
use crate::server::{Server, Store, succeeds, text, through};
use crate::wait_until;

/// The server reads what came together.
fn is_verification(asked: &Asked) -> bool {
    asked.method == "GET" && asked.target.contains(".staging/uploads/")
}

/// The program asks whether that has come to its end.
fn is_question(asked: &Asked) -> bool {
    asked.method == "GET" && asked.target.contains("/uploads/")
}

/// Waits for the program, which must succeed.
fn ended_well(client: Child) {
    let output = client.wait_with_output().unwrap();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
}

/// The program asks until it is done, and publishes only then.
#[test]
fn a_file_that_takes_long_to_verify_is_waited_for() {
    let Some(store) = Store::bucket() else { return };
    let line = Proxy::start(Store::address()).unwrap();
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(80 << 20));
    let server = Server::start_on(data.path(), &Store { endpoint: Some(line.address()), ..store });
    line.rule(|asked| if is_verification(asked) { Deed::Hold } else { Deed::Pass });
    let front = Proxy::start(server.address).unwrap();
    let mut client = through(server.publish(model.path()), front.address()).spawn().unwrap();
    wait_until("the verification", || line.count(is_verification) > 0);
    assert_eq!(server.upload(&model)["state"], "verifying");
    wait_until("questions", || front.count(is_question) >= 3);
    assert!(client.try_wait().unwrap().is_none(), "it does not wait");
    line.release();
    ended_well(client);
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}

/// The server that verifies dies; the one that comes after it takes over, and the program notices nothing.
#[test]
fn a_server_that_dies_while_it_verifies_is_followed_by_another() {
    let Some(store) = Store::bucket() else { return };
    let line = Proxy::start(Store::address()).unwrap();
    let store = Store { endpoint: Some(line.address()), ..store };
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(80 << 20));
    let mut server = Server::start_on(data.path(), &store);
    let front = Proxy::start(server.address).unwrap();
    line.rule(|asked| if is_verification(asked) { Deed::Hold } else { Deed::Pass });
    let client = through(server.publish(model.path()), front.address()).spawn().unwrap();
    wait_until("the answer to the completion", || front.count(is_question) > 0);
    // Whoever asks while there is no server waits for the next.
    front.rule(|_| Deed::Hold);
    server.kill();
    let server = Server::start_on(data.path(), &store);
    assert_eq!(server.upload(&model)["state"], "verifying", "the claim of the dead server holds for a while");
    front.lead_to(server.address);
    line.release();
    front.release();
    ended_well(client);
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}
