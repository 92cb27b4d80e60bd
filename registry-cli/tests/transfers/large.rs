//! A large file: through kills of the client and of the server, to a folder and to a bucket, and never much memory.
//!
//! `TRANSFER_MIB=2048` asks for more than the gate does.

use std::process::Command;

use test_proxy::{Asked, Proxy};

use crate::model::Model;
use crate::server::{Server, Store, peak_of, succeeds, text, through};
use crate::{CONNECTIONS, PATIENCE, wait_until};

/// The size of the file, in MiB: a file that were held anywhere would be seen.
const SIZE_MIB: usize = 512;
/// What a process may ever have held, in KiB.
const PEAK_MAX: u64 = 128 << 10;
/// How many kills of clients, and then one of the server.
const KILLS: usize = 4;

/// The most memory that was seen, in KiB.
#[derive(Debug, Default, Clone, Copy)]
struct Peaks {
    publish: u64,
    pull: u64,
    server: u64,
}

/// Runs a command that must succeed, and answers the most memory that it was seen with, in KiB.
fn measured(mut command: Command) -> u64 {
    let (mut child, mut peak) = (command.spawn().unwrap(), 0);
    let start = std::time::Instant::now();
    let status = loop {
        peak = peak.max(peak_of(child.id()).unwrap_or(0));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < PATIENCE, "it does not end");
        std::thread::sleep(std::time::Duration::from_millis(5));
    };
    assert!(status.success(), "{}", text(&child.wait_with_output().unwrap().stderr));
    peak
}

fn is_part(asked: &Asked) -> bool {
    asked.method == "PUT" && (asked.target.contains("/parts/") || asked.target.contains("partNumber="))
}

/// Publishes while one thing after the other is killed. What goes through the line is all that is ever sent of the file.
fn publish_through_kills(model: &Model, data: &std::path::Path, store: &Store) -> (Server, Peaks) {
    let (mut peaks, parts) = (Peaks::default(), model.parts());
    let to_store = store.blobs.is_some();
    // Led to the server as soon as there is one, unless it leads to the store.
    let line = Proxy::start(if to_store { Store::address() } else { ([127, 0, 0, 1], 9).into() }).unwrap();
    let store = Store { endpoint: to_store.then_some(line.address()), ..store.clone() };
    let start = || {
        let server = Server::start_on(data, &store);
        if !to_store {
            line.lead_to(server.address);
        }
        server
    };
    let publish = |server: &Server| {
        let command = server.publish(model.path());
        if to_store { command } else { through(command, line.address()) }
    };
    let mut server = start();
    for kill in 1..=KILLS {
        let mut client = publish(&server).spawn().unwrap();
        if kill < KILLS {
            model.kill_with_parts(&server, client, parts * kill / (KILLS + 1));
        } else {
            wait_until("some parts", || server.parts(model) >= parts * kill / (KILLS + 1));
            peaks.server = server.peak();
            server.kill();
            assert_eq!(client.wait().unwrap().code(), Some(10), "the server is gone");
            server = start();
        }
        let (sent, there) = (line.count(is_part), server.parts(model));
        assert!(there < parts, "it was killed too late to prove anything");
        assert!(sent <= there + CONNECTIONS * kill, "{sent} parts were sent in {kill} runs, {there} are there");
    }
    peaks.publish = measured(publish(&server));
    let sent = line.count(is_part);
    println!("{sent} parts were sent for {parts}, through {KILLS} kills");
    assert!((parts..=parts + CONNECTIONS * KILLS).contains(&sent), "{sent} parts were sent for {parts}");
    peaks.server = peaks.server.max(server.peak());
    drop(line);
    // The line is gone with its port; the server is asked for the rest without it.
    drop(server);
    (Server::start_on(data, &Store { endpoint: None, ..store }), peaks)
}

/// Checks what was published, and pulls it.
fn check_and_pull(model: &Model, server: &Server, peaks: Peaks) -> Peaks {
    let said = text(&succeeds(server.fsck(model.path())).stdout);
    assert!(said.starts_with("clean: 1 versions, 1 blobs checked, every byte read"), "{said}");
    let pull = measured(server.pull(model.path()));
    model.assert_pulled();
    std::fs::remove_dir_all(model.pulled("")).unwrap();
    Peaks { pull, server: peaks.server.max(server.peak()), ..peaks }
}

fn assert_small(what: &str, peaks: Peaks) {
    println!("{what}: at the peak {peaks:?} KiB");
    let Peaks { publish, pull, server } = peaks;
    assert!(publish > 0 && pull > 0 && server > 0, "{peaks:?}");
    assert!(publish.max(pull).max(server) <= PEAK_MAX, "{what}: {peaks:?}");
}

fn large_model() -> Model {
    Model::of_size(std::env::var("TRANSFER_MIB").map_or(SIZE_MIB, |text| text.parse().unwrap()) << 20)
}

fn arrives_through_kills(what: &str, store: &Store) {
    let (model, data) = (large_model(), tempfile::tempdir().unwrap());
    let (server, peaks) = publish_through_kills(&model, data.path(), store);
    assert_small(what, check_and_pull(&model, &server, peaks));
}

#[test]
fn a_large_file_arrives_in_a_folder_through_kills_and_in_little_memory() {
    arrives_through_kills("in parts to a folder", &Store::default());
}

#[test]
fn a_large_file_arrives_in_a_bucket_through_kills_and_in_little_memory() {
    let Some(store) = Store::bucket() else { return };
    arrives_through_kills("by links to a bucket", &store);
}

#[test]
fn a_large_file_goes_through_the_server_to_a_bucket_and_back_in_little_memory() {
    let Some(store) = Store::bucket() else { return };
    let (model, data) = (large_model(), tempfile::tempdir().unwrap());
    let server = Server::start_on(data.path(), &Store { proxied: true, ..store });
    let publish = measured(server.publish(model.path()));
    println!("through the server to a bucket: {} KiB at the peak of the server", server.peak());
    let peaks = check_and_pull(&model, &server, Peaks { publish, ..Peaks::default() });
    assert_small("through the server to a bucket and back", peaks);
}

/// The measure is no constant: a process that holds much is seen to.
#[test]
fn holding_the_file_would_be_seen() {
    let held = vec![1_u8; 192 << 20];
    assert_eq!(std::hint::black_box(&held).last(), Some(&1));
    assert!(peak_of(std::process::id()).unwrap() > PEAK_MAX);
}
