//! A large file to our server and back, in parts and ranges, several at a time, as the command line does it.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::client::{Connections, Link, side_by_side};
use crate::large::{Large, Part};
use crate::server::{Server, parsed};

/// How many parts or ranges are on their way at a time.
pub(crate) const CONNECTIONS: usize = 4;
/// How long to wait before the next look whether an upload was verified.
const LOOK: Duration = Duration::from_millis(2);

/// How long it took until all parts were there, and until the server had read and stored the whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent {
    pub(crate) parts: Duration,
    pub(crate) verified: Duration,
}

/// Sends a file in parts: by links to the store, where the server gives any.
pub(crate) fn send_parts(server: &Server, place: (&str, usize), large: &Large) -> Sent {
    let start = Instant::now();
    let upload = server.announce(place, &large.file);
    assert_eq!(upload["part_count"].as_u64(), Some(large.parts.len() as u64), "{upload}");
    let address = format!("{}/uploads/{}", place.0, upload["id"].as_str().unwrap());
    let by_link = upload["part_links"].as_bool().unwrap();
    let open = || File::open(&large.file.path).unwrap();
    side_by_side(CONNECTIONS, &large.parts, open, |connections, file, part| {
        if by_link {
            to_store((server, connections), &address, file, part);
        } else {
            to_server((server, connections), &address, file, part);
        }
    });
    let parts = start.elapsed();
    let mut upload = server.done(&server.post(&format!("{address}/complete"), &json!({})));
    while upload["state"] != "complete" {
        assert_eq!(upload["state"], "verifying", "{upload}: {}", server.log());
        std::thread::sleep(LOOK);
        upload = server.done(&server.head("GET", &address, &[], 0));
    }
    Sent { parts, verified: start.elapsed() }
}

pub(crate) fn checksum(part: &Part) -> String {
    BASE64_STANDARD.encode(part.sha256.as_bytes())
}

fn to_server((server, connections): (&Server, &mut Connections), address: &str, file: &mut File, part: &Part) {
    let digest = format!("sha-256=:{}:", checksum(part));
    let path = format!("{address}/parts/{}", part.number);
    let head = server.head("PUT", &path, &[("content-digest", &digest)], part.length);
    parsed(&connections.to(server.address).send(&head, part.reader(file), part.length).unwrap());
}

fn to_store((server, connections): (&Server, &mut Connections), address: &str, file: &mut File, part: &Part) {
    let (number, sha256) = (part.number, part.sha256.to_hex());
    let links = json!({"parts": [{"number": number, "sha256": sha256}]});
    let links = command((server, connections), &format!("{address}/part-links"), &links);
    let link = Link::parse(links["parts"][0]["url"].as_str().unwrap());
    let headers = links["parts"][0]["headers"].as_object().unwrap();
    let headers: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
    let head = link.head("PUT", &headers, part.length);
    let answer = connections.to(link.address).send(&head, part.reader(file), part.length).unwrap();
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let sent = json!({"parts": [{"number": number, "sha256": sha256, "etag": answer.etag.unwrap()}]});
    command((server, connections), &format!("{address}/parts"), &sent);
}

fn command((server, connections): (&Server, &mut Connections), path: &str, body: &Value) -> Value {
    parsed(&connections.to(server.address).exchange(&server.post(path, body)).unwrap())
}

/// Publishes what was sent, and answers where it can be read.
pub(crate) fn publish(server: &Server, (model, line): (&str, usize), large: &Large) -> String {
    let version = format!("{line}.0.0");
    let body = json!({"version": version, "files": [large.file.named("model.safetensors")]});
    server.done(&server.post(&format!("{model}/versions"), &body));
    format!("{model}/versions/{version}/files/model.safetensors")
}

/// Reads a file over one connection.
pub(crate) fn fetch_whole(server: &Server, path: &str, large: &Large, to: &mut impl Write) {
    get((server, &mut Connections::default()), path, &[], (to, large.file.size));
}

/// Reads a file in ranges, into a new file.
pub(crate) fn fetch_ranges(server: &Server, path: &str, large: &Large, to: &Path) {
    File::create(to).unwrap().set_len(large.file.size).unwrap();
    let open = || File::options().write(true).open(to).unwrap();
    side_by_side(CONNECTIONS, &large.parts, open, |connections, file, part| {
        file.seek(SeekFrom::Start(part.start)).unwrap();
        get((server, connections), path, &[("range", &part.range())], (file, part.length));
    });
}

/// Reads what a path leads to: follows a redirect to the store, without the token.
fn get(
    (server, connections): (&Server, &mut Connections),
    path: &str,
    headers: &[(&str, &str)],
    (to, length): (&mut impl Write, u64),
) {
    let mut found = connections.to(server.address).fetch(&server.head("GET", path, headers, 0), to).unwrap();
    if let Some(link) = found.location.as_deref().map(Link::parse) {
        assert_eq!(found.status, 302);
        found = connections.to(link.address).fetch(&link.head("GET", headers, 0), to).unwrap();
    }
    let expected = if headers.is_empty() { 200 } else { 206 };
    assert_eq!((found.status, found.length), (expected, Some(length)));
}
