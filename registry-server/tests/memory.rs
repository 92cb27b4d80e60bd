//! A large file takes the server no more memory than a small one: in, out, and read for its contract on the way.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use bytes::Bytes;
use common::{Process, address};
use futures_util::stream;
use registry_core::digest::Digest;
use reqwest::{Body, Method, Response};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// What the server may ever have held, in KiB.
const PEAK_MAX: u64 = 128 << 10;
const SIZE: usize = 256 << 20;
const PIECE: usize = 64 << 10;

/// A safetensors file of one tensor, piece by piece: the test holds no more of it than the server should.
fn pieces() -> impl Iterator<Item = Bytes> {
    let mut header =
        format!(r#"{{"weight":{{"dtype":"U8","shape":[{SIZE}],"data_offsets":[0,{SIZE}]}}}}"#).into_bytes();
    header.resize(header.len().next_multiple_of(8), b' ');
    let length = u64::try_from(header.len()).unwrap().to_le_bytes();
    let body = (0..SIZE / PIECE).map(|index| Bytes::from(vec![u8::try_from(index % 251).unwrap(); PIECE]));
    [Bytes::copy_from_slice(&length), header.into()].into_iter().chain(body)
}

fn size_and_digest() -> (usize, Digest) {
    let (mut size, mut hash) = (0, Sha256::new());
    for piece in pieces() {
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

#[tokio::test]
async fn a_large_file_goes_in_and_out_in_little_memory() {
    let data = TempDir::new().unwrap();
    let mut server = Process::start(data.path());
    let client = server.client();
    let (size, digest) = size_and_digest();
    let idle = peak_of(server.id());

    let model = address("acme/large");
    let announced = json!({"sha256": digest.to_hex(), "size": size, "line": "1"});
    let upload = client.post(&format!("{model}/uploads"), &announced).await.ok(201);
    let body = Body::wrap_stream(stream::iter(pieces().map(Ok::<_, std::io::Error>)));
    client.request(Method::PUT, upload["url"].as_str().unwrap()).body(body).await.ok(200);
    let stored = peak_of(server.id());

    let file = json!({"path": "model.safetensors", "sha256": digest.to_hex(), "size": size});
    client.publish("acme/large", &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
    let download = client.get(&format!("{model}/versions/1.0.0/files/model.safetensors")).stream().await;
    assert_eq!(digest_of(download).await, (size, digest));

    let peak = peak_of(server.id());
    println!("peak: {idle} KiB idle, {stored} with 256 MiB in, {peak} with 256 MiB in, published and out");
    assert!(peak <= PEAK_MAX, "{peak} KiB, {idle} idle");
}

/// The measure is no constant: a process that holds the file whole is over the limit by it.
#[test]
fn holding_the_file_would_be_seen() {
    let before = peak_of(std::process::id());
    let mut whole = Vec::new();
    pieces().for_each(|piece| whole.extend_from_slice(&piece));
    assert!(std::hint::black_box(&whole).len() > SIZE);
    let peak = peak_of(std::process::id());
    assert!(peak > PEAK_MAX, "the measure sees no difference: {before} KiB before, {peak} with the file in memory");
}
