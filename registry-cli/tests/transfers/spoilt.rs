//! One flipped byte, on the way in, in a part that is stored, in the store and on the way out: found each time, named,
//! and put right by doing the same again.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use object_store::aws::AmazonS3Builder;
use object_store::path::Path as Key;
use object_store::{ObjectStoreExt as _, PutPayload};
use test_proxy::{Asked, Deed, Proxy};

use crate::model::Model;
use crate::server::{Server, Store, fails, succeeds, text, through};
use crate::wait_until;

/// A file that goes whole, and one that goes in parts.
const SMALL: usize = 20 << 20;
const LARGE: usize = 80 << 20;
/// Which byte is flipped, of a body.
const BYTE: u64 = 5 << 20;

fn is_sent(asked: &Asked) -> bool {
    let places = ["/parts/", "/content", "partNumber="];
    asked.method == "PUT" && places.iter().any(|place| asked.target.contains(place))
}

fn is_fetched(asked: &Asked) -> bool {
    asked.method == "GET" && (asked.target.contains("/files/") || asked.target.contains("/sha256/"))
}

fn is_clean(server: &Server, model: &Model) {
    let said = text(&succeeds(server.fsck(model.path())).stdout);
    assert!(said.starts_with("clean: 1 versions"), "{said}");
}

/// Publishes through a line that flips a byte, then through one that does not; pulls in the same way.
fn both_ways(
    line: &Proxy,
    command: impl Fn(&str) -> Command,
    (server, model): (&Server, &Model),
    refusal: (i32, &str),
) {
    line.once(Deed::SpoilRequest(BYTE), is_sent);
    let said = fails(command("publish"), refusal.0);
    assert!(said.contains(refusal.1), "{said}");
    succeeds(command("publish"));
    is_clean(server, model);
    line.once(Deed::SpoilAnswer(BYTE), is_fetched);
    let said = fails(command("pull"), 11);
    assert!(said.contains("model.safetensors"), "{said}");
    assert!(said.contains("publishing the same file again replaces it"), "{said}");
    model.assert_nothing_pulled();
    succeeds(command("pull"));
    model.assert_pulled();
}

fn plain(server: &Server, verb: &str, model: &Model) -> Command {
    if verb == "pull" { server.pull(model.path()) } else { server.publish(model.path()) }
}

#[test]
fn a_byte_that_flips_on_the_way_to_or_from_the_server_is_found() {
    for size in [SMALL, LARGE] {
        let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(size));
        let server = Server::start(data.path());
        let line = Proxy::start(server.address).unwrap();
        let command = |verb: &str| through(plain(&server, verb, &model), line.address());
        both_ways(&line, command, (&server, &model), (11, "the bytes have the digest"));
    }
}

#[test]
fn a_byte_that_flips_on_the_way_to_or_from_the_store_is_found() {
    let Some(store) = Store::bucket() else { return };
    let line = Proxy::start(Store::address()).unwrap();
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(LARGE));
    let server = Server::start_on(data.path(), &Store { endpoint: Some(line.address()), ..store });
    let refusal = (1, "the object store answers 400; try again");
    both_ways(&line, |verb| plain(&server, verb, &model), (&server, &model), refusal);
}

/// The store refuses the part, the server says so, and the program sends it once more.
#[test]
fn a_byte_that_flips_between_server_and_store_is_found() {
    let Some(store) = Store::bucket() else { return };
    let line = Proxy::start(Store::address()).unwrap();
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(LARGE));
    let server = Server::start_on(data.path(), &Store { endpoint: Some(line.address()), proxied: true, ..store });
    line.once(Deed::SpoilRequest(BYTE), is_sent);
    succeeds(server.publish(model.path()));
    assert_eq!(line.count(is_sent), model.parts() + 1);
    is_clean(&server, &model);
    line.once(Deed::SpoilAnswer(BYTE / 8), is_fetched);
    fails(server.pull(model.path()), 11);
    model.assert_nothing_pulled();
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}

/// When all parts are there the whole is read, from where it lies: what was flipped meanwhile is found then.
#[test]
fn a_byte_that_flips_in_a_stored_part_is_found_before_it_can_be_used() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(LARGE));
    let mut server = Server::start(data.path());
    let mut client = server.publish(model.path()).spawn().unwrap();
    wait_until("some parts", || server.parts(&model) >= 2);
    server.kill();
    client.wait().unwrap();
    let server = Server::start(data.path());
    let first = server.upload(&model)["parts"][0]["number"].as_u64().unwrap() - 1;
    let staged = data.path().join("blobs/.staging").read_dir().unwrap().next().unwrap().unwrap().path();
    flip(&staged, first * (16 << 20) + BYTE);
    // By the answer to the completion, or afterwards: that depends on how long the reading takes.
    let said = fails(server.publish(model.path()), 11);
    assert!(said.contains("digest"), "{said}");
    succeeds(server.publish(model.path()));
    is_clean(&server, &model);
}

#[test]
fn a_byte_that_flips_in_staging_of_a_bucket_is_found_before_it_can_be_used() {
    let Some(store) = Store::bucket() else { return };
    let line = Proxy::start(Store::address()).unwrap();
    let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(LARGE));
    let server = Server::start_on(data.path(), &Store { endpoint: Some(line.address()), ..store });
    line.once(Deed::SpoilAnswer(77), |asked| asked.method == "GET" && asked.target.contains(".staging/uploads/"));
    let said = fails(server.publish(model.path()), 11);
    assert!(said.contains("digest"), "{said}");
    succeeds(server.publish(model.path()));
    is_clean(&server, &model);
}

/// What rots in the store is found by a pull and by a deep check, which says whom it hurts and what helps; that helps.
fn rot_is_found_named_and_repaired(server: &Server, model: &Model, rot: impl Fn()) {
    succeeds(server.publish(model.path()));
    rot();
    fails(server.pull(model.path()), 11);
    model.assert_nothing_pulled();
    let shallow = || server.command(model.path(), &["admin", "fsck"]);
    succeeds(shallow());
    // The second time it is known without being read.
    for check in [server.fsck(model.path()), shallow()] {
        let said = fails(check, 11);
        for part in [
            format!("  wrong digest  {}\n", key_of(model)),
            "  affected  acme/large@1.0.0, model.safetensors\n".to_owned(),
            "publish the same files again: registry publish --model acme/large --version 1.0.0 FILES\n".to_owned(),
        ] {
            assert!(said.contains(&part), "no {part:?} in {said}");
        }
        assert!(!said.contains("orphans"), "{said}");
    }
    let again = text(&succeeds(server.publish(model.path())).stdout);
    assert!(again.contains("there already"), "{again}");
    succeeds(shallow());
    is_clean(server, model);
    succeeds(server.pull(model.path()));
    model.assert_pulled();
}

#[test]
fn a_byte_that_flips_in_the_folder_is_found_named_and_repaired() {
    for size in [SMALL, LARGE] {
        let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(size));
        let server = Server::start(data.path());
        let stored = data.path().join("blobs").join(key_of(&model));
        rot_is_found_named_and_repaired(&server, &model, || flip(&stored, BYTE));
    }
}

#[test]
fn a_byte_that_flips_in_the_bucket_is_found_named_and_repaired() {
    for size in [SMALL, LARGE] {
        let Some(store) = Store::bucket() else { return };
        let url = store.blobs.clone().unwrap();
        let (data, model) = (tempfile::tempdir().unwrap(), Model::of_size(size));
        let server = Server::start_on(data.path(), &store);
        rot_is_found_named_and_repaired(&server, &model, || flip_in_bucket(&url, &model));
    }
}

fn key_of(model: &Model) -> String {
    let hex = model.sha256.to_hex();
    format!("acme/large/lines/1/sha256/{hex:.2}/{hex}")
}

fn flip(file: &Path, at: u64) {
    let file = OpenOptions::new().read(true).write(true).open(file).unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, at).unwrap();
    file.write_all_at(&[byte[0] ^ 1], at).unwrap();
}

/// Puts a copy of the model with a flipped byte in the place of the stored one.
fn flip_in_bucket(url: &str, model: &Model) {
    registry_store::blobs::install_tls();
    let store = AmazonS3Builder::from_env().with_url(url).build().unwrap();
    let prefix = url.splitn(4, '/').nth(3).unwrap();
    let key = Key::from(format!("{prefix}/{}", key_of(model)));
    let file: PathBuf = model.path().join("model.safetensors");
    let mut bytes = std::fs::read(file).unwrap();
    bytes[usize::try_from(BYTE).unwrap()] ^= 1;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(store.put(&key, PutPayload::from(bytes))).unwrap();
}
