//! A large file takes the server no more memory than a small one: in, out, and read for its contract on the way. And
//! many at a time take no more than there is for all of them.
//!
//! `TRANSFER_MIB=1024` asks for more than the gate does: the largest file that goes at once.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests stop when they cannot go on, and print figures")]

mod common;

use std::process::Command;

use bytes::Bytes;
use common::{Client, Process, address};
use futures_util::{future, stream};
use registry_core::digest::Digest;
use reqwest::{Body, Method, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// What the server may ever have held, in KiB.
const PEAK_MAX: u64 = 128 << 10;
/// What it may have held with many files on their way to a bucket, in KiB: less than half of what they weigh. Beside what
/// it holds of them, the allocator keeps what is free again, in one pool a thread.
const CROWD_MAX: u64 = 224 << 10;
const MIB: usize = 1 << 20;
const SIZE: usize = 256 * MIB;
const PIECE: usize = 64 << 10;
/// How many come at a time, and the size of each.
const CROWD: usize = 16;
const CROWD_SIZE: usize = 40 * MIB;

/// A safetensors file of one tensor with so many bytes, piece by piece: the test holds no more of it than the server
/// should. Files of other seeds are others.
fn pieces(size: usize, seed: usize) -> impl Iterator<Item = Bytes> + Send {
    let mut header =
        format!(r#"{{"weight":{{"dtype":"U8","shape":[{size}],"data_offsets":[0,{size}]}}}}"#).into_bytes();
    header.resize(header.len().next_multiple_of(8), b' ');
    let length = u64::try_from(header.len()).unwrap().to_le_bytes();
    let body = (0..size / PIECE).map(move |at| Bytes::from(vec![u8::try_from((at + seed) % 251).unwrap(); PIECE]));
    [Bytes::copy_from_slice(&length), header.into()].into_iter().chain(body)
}

fn size_and_digest(pieces: impl Iterator<Item = Bytes>) -> (usize, Digest) {
    let (mut size, mut hash) = (0, Sha256::new());
    for piece in pieces {
        size += piece.len();
        hash.update(&piece);
    }
    (size, Digest::from_bytes(hash.finalize().into()))
}

async fn digest_of(mut response: Response) -> (usize, Digest) {
    let (mut size, mut hash) = (0, Sha256::new());
    while let Some(piece) = response.chunk().await.unwrap() {
        size += piece.len();
        hash.update(&piece);
    }
    (size, Digest::from_bytes(hash.finalize().into()))
}

/// The most memory that a process has held so far, in KiB.
fn peak_of(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Sends a file at once, and answers how a version refers to it.
async fn send(client: &Client, size: usize, seed: usize) -> Value {
    let (length, digest) = size_and_digest(pieces(size, seed));
    let announced = json!({"sha256": digest.to_hex(), "size": length, "line": "1"});
    let upload = client.post(&format!("{}/uploads", address("acme/large")), &announced).await.ok(201);
    loop {
        let body = Body::wrap_stream(stream::iter(pieces(size, seed).map(Ok::<_, std::io::Error>)));
        let sent = client.request(Method::PUT, upload["url"].as_str().unwrap()).body(body).await;
        if sent.status == 200 {
            break;
        }
        // A crowd may be told to come again, as it does.
        sent.is_problem(503, "busy");
    }
    json!({"path": "model.safetensors", "sha256": digest.to_hex(), "size": length})
}

/// The blobs in a bucket, and no links to it.
fn in_bucket(url: &str) -> impl FnOnce(&mut Command) {
    let url = url.to_owned();
    move |command| {
        command.env("REGISTRY_BLOBS", url).env("REGISTRY_PROXY_TRANSFERS", "true");
    }
}

/// In, read for its contract, and out.
async fn a_large_file_goes_in_and_out(mut server: Process, store: &str) {
    let mebibytes = std::env::var("TRANSFER_MIB").map_or(SIZE / MIB, |text| text.parse().unwrap());
    // With its header it must not be larger than what goes at once.
    let size = mebibytes.min(1023) * MIB;
    let client = server.client();
    let idle = peak_of(server.id());
    let file = send(&client, size, 0).await;
    let stored = peak_of(server.id());
    client.publish("acme/large", &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
    let path = format!("{}/versions/1.0.0/files/model.safetensors", address("acme/large"));
    let download = client.get(&path).stream().await;
    assert_eq!(digest_of(download).await, size_and_digest(pieces(size, 0)));
    let peak = peak_of(server.id());
    println!("{store}: at the peak {idle} KiB idle, {stored} with {mebibytes} MiB in, {peak} with them out again");
    assert!(peak <= PEAK_MAX, "{store}: {peak} KiB, {idle} idle");
}

#[tokio::test]
async fn a_large_file_goes_in_and_out_in_little_memory() {
    let data = TempDir::new().unwrap();
    a_large_file_goes_in_and_out(Process::start(data.path()), "a folder").await;
}

#[tokio::test]
async fn a_large_file_goes_to_a_bucket_and_back_in_little_memory() {
    let Some(url) = test_s3::bucket() else { return };
    let data = TempDir::new().unwrap();
    a_large_file_goes_in_and_out(Process::start_with(data.path(), in_bucket(&url)), "a bucket").await;
}

#[tokio::test]
async fn many_files_go_to_a_bucket_at_a_time_in_bounded_memory() {
    let Some(url) = test_s3::bucket() else { return };
    let data = TempDir::new().unwrap();
    let mut server = Process::start_with(data.path(), in_bucket(&url));
    let client = server.client();
    let idle = peak_of(server.id());
    future::join_all((0..CROWD).map(|seed| send(&client, CROWD_SIZE, seed))).await;
    let peak = peak_of(server.id());
    println!("{CROWD} files at a time to a bucket: at the peak {idle} KiB idle, {peak} with them in");
    assert!(peak <= CROWD_MAX, "{peak} KiB, {idle} idle");
    assert_eq!(client.fsck().await["clean"], true);
}

/// The measure is no constant: a process that holds the file whole is over the limit by it.
#[test]
fn holding_the_file_would_be_seen() {
    let before = peak_of(std::process::id());
    let mut whole = Vec::new();
    pieces(SIZE, 0).for_each(|piece| whole.extend_from_slice(&piece));
    assert!(std::hint::black_box(&whole).len() > SIZE);
    let peak = peak_of(std::process::id());
    assert!(peak > PEAK_MAX, "the measure sees no difference: {before} KiB before, {peak} with the file in memory");
}
