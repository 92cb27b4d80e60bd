//! A large file takes the server no more memory than a small one: in, out, and read for its contract on the way.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use bytes::Bytes;
use futures_util::stream;
use registry_core::digest::Digest;
use reqwest::{Body, Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// What the server may ever have held, in KiB.
const PEAK_MAX: u64 = 128 << 10;
const SIZE: usize = 256 << 20;
const PIECE: usize = 64 << 10;
const MODEL: &str = "/api/v1/namespaces/acme/models/large";

/// The server as a process of its own; it dies with the test.
struct Server {
    child: Child,
    url: String,
    token: String,
    http: Client,
}

impl Server {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_registry-server"))
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let greeted = |line: String| line.strip_prefix("The registry listens on ").map(str::to_owned);
        let greeting = lines.find_map(greeted).expect("the server says where it listens");
        // Whoever stops reading would stop the server.
        std::thread::spawn(move || lines.for_each(drop));
        let url = greeting.split(';').next().unwrap().to_owned();
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        Self { child, url, token, http: Client::new() }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let request = self.request(Method::POST, path).header("content-type", "application/json");
        let response = done(request.body(body.to_string())).await;
        serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

async fn done(request: RequestBuilder) -> Response {
    let response = request.send().await.unwrap();
    let status = response.status();
    assert!(status.is_success(), "{status}");
    response
}

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
    let server = Server::start(data.path());
    let (size, digest) = size_and_digest();
    let idle = peak_of(server.child.id());

    let announced = json!({"sha256": digest.to_hex(), "size": size, "line": "1"});
    let upload = server.post(&format!("{MODEL}/uploads"), &announced).await;
    let body = Body::wrap_stream(stream::iter(pieces().map(Ok::<_, std::io::Error>)));
    done(server.request(Method::PUT, upload["url"].as_str().unwrap()).body(body)).await;
    let stored = peak_of(server.child.id());

    let file = json!({"path": "model.safetensors", "sha256": digest.to_hex(), "size": size});
    server.post(&format!("{MODEL}/versions"), &json!({"version": "1.0.0", "files": [file]})).await;
    let download = server.request(Method::GET, &format!("{MODEL}/versions/1.0.0/files/model.safetensors"));
    assert_eq!(digest_of(done(download).await).await, (size, digest));

    let peak = peak_of(server.child.id());
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
