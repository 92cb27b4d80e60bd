//! `registry pull` from servers that lie or break off: nothing is kept that the digest of the version does not cover.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[path = "support/fake_server.rs"]
mod fake_server;

use std::io::Write as _;
use std::net::TcpStream;
use std::path::Path;
use std::process::Output;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fake_server::{FakeServer, answer, be_silent, talk};
use registry_core::canonical;
use registry_core::digest::Digest;
use serde_json::{Value, json};
use tempfile::TempDir;

const BYTES: &[u8] = b"the bytes of a model";
const FILES: &str = "/files/";

fn manifest(path: &str) -> Value {
    let file = json!({
        "path": path,
        "size": BYTES.len(),
        "sha256": Digest::of(BYTES).to_hex(),
        "media_type": "application/octet-stream",
    });
    json!({"schema": 1, "files": [file], "contract": {}, "lineage": {}})
}

fn resolution(digest: Digest) -> Value {
    json!({
        "namespace": "acme",
        "model": "fraud",
        "version": "1.0.0",
        "digest": digest,
        "state": "active",
        "why": {"kind": "exact", "selector": "1.0.0", "candidates": 1},
        "warnings": [],
        "fallback": false,
        "files": [],
    })
}

/// A server with one version, whose manifest and files may be others than it says.
fn server(resolved: Digest, manifest: Value, file: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> FakeServer {
    FakeServer::start(move |request, stream| {
        let body = if request.contains("/resolve") {
            resolution(resolved)
        } else if request.ends_with("/manifest") {
            manifest.clone()
        } else {
            return file(stream);
        };
        answer(stream, 200, "", body.to_string().as_bytes());
    })
}

/// A server whose manifest holds, with these bytes for the file.
fn with_bytes(bytes: &'static [u8]) -> FakeServer {
    let manifest = manifest("model.bin");
    server(canonical::digest(&manifest), manifest, move |stream| answer(stream, 200, "", bytes))
}

fn pull(server: &FakeServer, folder: &Path) -> Output {
    server.run(folder, &["pull", "acme/fraud@1.0.0", "-d", "out"])
}

/// The names in the target folder, hidden ones too.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path().join("out")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_the_manifest_says_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let output = pull(&with_bytes(BYTES), folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert_eq!(names(&folder), ["model.bin"]);
    assert_eq!(std::fs::read(folder.path().join("out/model.bin")).unwrap(), BYTES);
}

#[test]
fn another_manifest_is_refused_before_anything_is_fetched() {
    let folder = tempfile::tempdir().unwrap();
    let (meant, sent) = (canonical::digest(&manifest("a")), manifest("b"));
    let server = server(meant, sent.clone(), |stream| answer(stream, 200, "", BYTES));
    let output = pull(&server, folder.path());
    assert_eq!(output.status.code(), Some(11), "{}", talk(&output));
    for digest in [meant, canonical::digest(&sent)] {
        assert!(talk(&output).contains(&digest.to_string()), "{}", talk(&output));
    }
    assert!(!server.seen().iter().any(|request| request.contains(FILES)));
    let locked = server.run(folder.path(), &["lock", "acme/fraud@1.0.0"]);
    assert_eq!(locked.status.code(), Some(11), "{}", talk(&locked));
    assert!(!folder.path().join("registry.lock").exists());
}

#[test]
fn who_asks_by_digest_gets_that_digest() {
    let folder = tempfile::tempdir().unwrap();
    let (meant, sent) = (canonical::digest(&manifest("a")), manifest("b"));
    let resolved = canonical::digest(&sent);
    let server = server(resolved, sent, |stream| answer(stream, 200, "", BYTES));
    let output = server.run(folder.path(), &["pull", &format!("acme/fraud@{meant}")]);
    assert_eq!(output.status.code(), Some(11), "{}", talk(&output));
    assert!(talk(&output).contains(&meant.to_string()) && talk(&output).contains(&resolved.to_string()));
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn no_file_leaves_the_folder() {
    for path in ["../x", "/etc/x", "a/../../x", "", "a\\..\\x"] {
        let folder = tempfile::tempdir().unwrap();
        let manifest = manifest(path);
        let server = server(canonical::digest(&manifest), manifest, |stream| answer(stream, 200, "", BYTES));
        let output = pull(&server, folder.path());
        assert_eq!(output.status.code(), Some(1), "{path}: {}", talk(&output));
        assert!(!server.seen().iter().any(|request| request.contains(FILES)));
    }
}

#[test]
fn a_lock_lists_what_the_manifest_lists() {
    let folder = tempfile::tempdir().unwrap();
    let server = with_bytes(BYTES);
    assert_eq!(server.run(folder.path(), &["lock", "acme/fraud@^1"]).status.code(), Some(0));
    let pull = || server.run(folder.path(), &["pull", "--locked", "registry.lock", "-d", "out"]);
    assert_eq!(pull().status.code(), Some(0));
    let path = folder.path().join("registry.lock");
    let lock = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, lock.replace("model.bin", "other.bin")).unwrap();
    let output = pull();
    assert_eq!(output.status.code(), Some(11), "{}", talk(&output));
    assert!(talk(&output).contains("lists other files"), "{}", talk(&output));
}

#[test]
fn files_of_another_size_or_content_are_not_kept() {
    let cases: [(&'static [u8], &str); 4] = [
        (b"short", "has 20 bytes in the manifest, but the server sent 5"),
        (b"the bytes of a model and more", "has 20 bytes in the manifest, but the server sent more"),
        (b"", "the server sent 0"),
        (b"the bytes of a MODEL", "has the digest sha256:"),
    ];
    for (bytes, part) in cases {
        let folder = tempfile::tempdir().unwrap();
        let output = pull(&with_bytes(bytes), folder.path());
        assert_eq!(output.status.code(), Some(11), "{part}: {}", talk(&output));
        assert!(talk(&output).contains("out/model.bin") && talk(&output).contains(part), "{}", talk(&output));
        assert_eq!(names(&folder), [""; 0]);
    }
}

#[test]
fn a_body_without_an_end_is_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = manifest("model.bin");
    let server = server(canonical::digest(&manifest), manifest, |stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").unwrap();
        while stream.write_all(&[0; 1 << 12]).is_ok() {}
    });
    let output = pull(&server, folder.path());
    assert_eq!(output.status.code(), Some(11), "{}", talk(&output));
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_download_that_breaks_off_is_no_lie() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = manifest("model.bin");
    let server = server(canonical::digest(&manifest), manifest, |stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nthe bytes").unwrap();
    });
    let output = pull(&server, folder.path());
    assert_eq!(output.status.code(), Some(10), "{}", talk(&output));
    assert!(talk(&output).contains("`out/model.bin` broke off after 9 of 20 bytes"), "{}", talk(&output));
    assert_eq!(names(&folder), [""; 0]);
}

/// An object store fails now and then, and asks to be asked again.
#[test]
fn a_store_that_fails_is_asked_again() {
    for (failures, code, asked) in [(2, 0, 3), (99, 10, 7)] {
        let folder = tempfile::tempdir().unwrap();
        let count = AtomicUsize::new(0);
        let store = FakeServer::start(move |_, stream| {
            let fails = count.fetch_add(1, Ordering::SeqCst) < failures;
            answer(stream, if fails { 500 } else { 200 }, "", if fails { b"<Error/>" } else { BYTES });
        });
        let manifest = manifest("model.bin");
        let link: &'static str = format!("Location: {}/bucket/secret\r\n", store.url()).leak();
        let server = server(canonical::digest(&manifest), manifest, move |stream| answer(stream, 302, link, b""));
        let output = pull(&server, folder.path());
        assert_eq!((output.status.code(), store.seen().len()), (Some(code), asked), "{}", talk(&output));
        assert!(!talk(&output).contains("bucket"), "{}", talk(&output));
        assert_eq!(names(&folder).len(), usize::from(code == 0));
    }
}

#[test]
fn files_of_the_user_are_not_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("out")).unwrap();
    let part = folder.path().join("out/model.bin.part");
    std::fs::write(&part, "my notes").unwrap();
    for (server, code) in [(with_bytes(b"no"), 11), (with_bytes(BYTES), 0)] {
        assert_eq!(pull(&server, folder.path()).status.code(), Some(code));
        assert_eq!(std::fs::read_to_string(&part).unwrap(), "my notes");
    }
    assert_eq!(names(&folder).len(), 2);
}

#[test]
fn silence_ends_a_download_and_slowness_does_not() {
    let paced = |ends: bool| {
        let manifest = manifest("model.bin");
        server(canonical::digest(&manifest), manifest, move |stream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 20\r\n\r\n").unwrap();
            for piece in BYTES.chunks(5).take(if ends { 4 } else { 2 }) {
                stream.write_all(piece).unwrap();
                std::thread::sleep(Duration::from_millis(400));
            }
            be_silent(stream);
        })
    };
    let run = |ends: bool| {
        let folder = tempfile::tempdir().unwrap();
        let server = paced(ends);
        let mut command = server.command(folder.path(), &["pull", "acme/fraud", "-d", "out"]);
        (command.env("REGISTRY_TIMEOUT", "1").output().unwrap(), names(&folder).len())
    };
    let (slow, kept) = run(true);
    assert_eq!((slow.status.code(), kept), (Some(0), 1), "{}", talk(&slow));
    let (silent, kept) = run(false);
    assert_eq!((silent.status.code(), kept), (Some(10), 0), "{}", talk(&silent));
    assert!(talk(&silent).contains("broke off after 10 of 20 bytes"), "{}", talk(&silent));
}
