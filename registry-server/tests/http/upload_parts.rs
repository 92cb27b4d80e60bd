//! Uploads in parts: in any order, twice, through a restart; and what is wrong with them is named.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use reqwest::Method;
use serde_json::{Value, json};

use crate::common::{Client, IRIS, Installation, Reply, Request, TestServer, address, sha256};

const MIB: usize = 1 << 20;
/// Of a file of this size.
const PART: usize = 16 * MIB;
const SIZE: usize = 2 * PART + 7 * MIB + 3;

pub(crate) fn some_bytes() -> Vec<u8> {
    let mut state = 1_u64;
    let mut bytes = Vec::with_capacity(SIZE + 8);
    while bytes.len() < SIZE {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(SIZE);
    bytes
}

/// How often a client completes an upload before it gives up.
const ATTEMPTS: usize = 10;

/// The bytes of a part, by its number.
pub(crate) fn part(bytes: &[u8], number: usize) -> Vec<u8> {
    bytes.chunks(PART).nth(number - 1).unwrap().to_vec()
}

/// What a client does with one upload.
pub(crate) struct Upload {
    pub(crate) client: Client,
    pub(crate) path: String,
    /// Whether parts go to the store itself, as the server says.
    by_links: bool,
}

impl Upload {
    pub(crate) async fn announce(client: &Client, bytes: &[u8]) -> Self {
        let uploads = format!("{}/uploads", address(IRIS));
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": "1"});
        let reply = client.post(&uploads, &announced).await;
        assert!(matches!(reply.status, 200 | 201), "{reply:?}");
        let path = format!("{uploads}/{}", reply.json()["id"].as_str().unwrap());
        Self { client: client.clone(), path, by_links: reply.json()["part_links"].as_bool().unwrap() }
    }

    /// Sends a part as a good client does.
    pub(crate) async fn send(&self, number: usize, sent: Vec<u8>) -> Reply {
        if self.by_links {
            return self.send_by_link(number, sent).await;
        }
        let digest = content_digest(&sent);
        self.send_as(number, &digest, sent).await
    }

    /// To the store, by a link; then the server is told. The first refusal of the server is the reply.
    async fn send_by_link(&self, number: usize, sent: Vec<u8>) -> Reply {
        let mut part = json!({"number": number, "sha256": sha256(&sent)});
        let reply = self.client.post(&format!("{}/part-links", self.path), &json!({"parts": [part]})).await;
        if reply.status != 200 {
            return reply;
        }
        let link = &reply.json()["parts"][0];
        let url = link["url"].as_str().unwrap();
        assert!(url.starts_with(&std::env::var("AWS_ENDPOINT").unwrap()), "{link}");
        let headers = link["headers"].as_object().unwrap().iter();
        let request = headers.fold(reqwest::Client::new().put(url), |request, (name, value)| {
            request.header(name, value.as_str().unwrap())
        });
        let taken = request.body(sent).send().await.unwrap().error_for_status().unwrap();
        part["etag"] = json!(taken.headers()["etag"].to_str().unwrap());
        self.client.post(&format!("{}/parts", self.path), &json!({"parts": [part]})).await
    }

    /// Sends a part to the server, under a digest that may be wrong.
    async fn send_as(&self, number: usize, digest: &str, sent: Vec<u8>) -> Reply {
        self.part(number, digest, sent).await
    }

    fn part(&self, number: usize, digest: &str, sent: Vec<u8>) -> Request {
        let path = format!("{}/parts/{number}", self.path);
        self.client.request(Method::PUT, &path).header("content-digest", digest).body(sent)
    }

    async fn send_all(&self, bytes: &[u8]) {
        for number in [3, 1, 2] {
            let sent = self.send(number, part(bytes, number)).await;
            sent.ok(200);
        }
    }

    pub(crate) async fn show(&self) -> Value {
        let reply = self.client.get(&self.path).await;
        reply.ok(200);
        reply.json()
    }

    async fn numbers(&self) -> Vec<u64> {
        let upload = self.show().await;
        upload["parts"].as_array().into_iter().flatten().map(|part| part["number"].as_u64().unwrap()).collect()
    }

    async fn complete(&self) -> Reply {
        self.client.post(&format!("{}/complete", self.path), &json!({})).await
    }

    /// Completes, and asks until all bytes are stored. A store that is slow may let the claim of the server run out: then
    /// the parts are still there, and a good client completes again.
    pub(crate) async fn settles(&self) {
        for _attempt in 0..ATTEMPTS {
            let reply = self.complete().await;
            assert!(matches!(reply.status, 200 | 202), "{reply:?}");
            let upload = self.settled().await;
            if upload["state"] == "complete" {
                return;
            }
            let parts = upload["parts"].as_array().map_or(0, Vec::len);
            assert_eq!((&upload["state"], parts), (&json!("uploading"), 3), "{upload}");
        }
        panic!("it is not complete after {ATTEMPTS} attempts");
    }

    /// Asks until it is clear what came of completing it.
    async fn settled(&self) -> Value {
        loop {
            let upload = self.show().await;
            if upload["state"] != "verifying" {
                return upload;
            }
            tokio::task::yield_now().await;
        }
    }
}

pub(crate) fn content_digest(bytes: &[u8]) -> String {
    let digest = registry_core::digest::Digest::of(bytes);
    format!("sha-256=:{}:", BASE64_STANDARD.encode(digest.as_bytes()))
}

/// What a server shows of the parts that it has.
fn summaries(bytes: &[u8], numbers: &[usize]) -> Value {
    let summary = |&number: &usize| {
        let part = part(bytes, number);
        json!({"number": number, "size": part.len(), "sha256": sha256(&part)})
    };
    numbers.iter().map(summary).collect()
}

#[tokio::test]
async fn parts_come_in_any_order_and_twice_and_become_a_version() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    let shown = upload.show().await;
    assert_eq!(
        (&shown["state"], &shown["part_size"], &shown["part_count"]),
        (&json!("pending"), &json!(PART), &json!(3))
    );
    assert!(shown["url"].is_string() && shown.get("parts").is_none(), "{shown}");

    for number in [2, 3, 2] {
        upload.send(number, part(&bytes, number)).await.ok(200);
    }
    let shown = upload.show().await;
    assert_eq!((&shown["state"], &shown["parts"]), (&json!("uploading"), &summaries(&bytes, &[2, 3])));
    let early = upload.complete().await;
    early.is_problem(409, "upload-incomplete");
    assert_eq!(early.json()["details"]["missing"], json!([1]));

    assert_eq!(upload.send(1, part(&bytes, 1)).await.status, 200);
    upload.settles().await;
    for _again in 0..2 {
        let again = upload.complete().await;
        assert_eq!((again.status, again.json()["state"].as_str()), (200, Some("complete")));
    }
    // A part that comes late is read, and kept nowhere.
    let late = upload.send_as(1, &content_digest(&part(&bytes, 1)), part(&bytes, 1)).await;
    assert_eq!(late.ok(200), summaries(&bytes, &[1])[0]);
    assert_eq!(server.installation.staged().await, 0);
    let report = server.client.fsck().await;
    assert_eq!(
        (&report["clean"], &report["checked_blobs"], &report["open_uploads"]),
        (&json!(true), &json!(1), &json!(0))
    );
}

#[tokio::test]
async fn wrong_parts_are_refused_and_named() {
    let (server, bytes) = (TestServer::start_with(|config| config.proxy_transfers = true).await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    let first = part(&bytes, 1);
    let digest = content_digest(&first);
    let mut flipped = first.clone();
    flipped[PART - 1] ^= 1;
    let longer = [&first[..], b"!"].concat();
    for (sent, code) in
        [(flipped, "digest-mismatch"), (first[1..].to_vec(), "size-mismatch"), (longer, "size-mismatch")]
    {
        let refused = upload.send_as(1, &digest, sent).await;
        refused.is_problem(422, code);
    }
    for wrong in ["", "md5=:AAAA:", "sha-256=:AAAA:"] {
        let refused = upload.send_as(1, wrong, first.clone()).await;
        refused.is_problem(400, "invalid-header");
    }
    for number in [0, 4] {
        let refused = upload.send(number, first.clone()).await;
        refused.is_problem(400, "invalid-path");
    }
    let path = format!("{}/uploads/x", address(IRIS));
    let unknown = Upload { client: server.client.clone(), path, by_links: false };
    assert_eq!(unknown.send(1, first.clone()).await.code(), "upload-not-found");
    assert_eq!(unknown.complete().await.code(), "upload-not-found");
    assert_eq!(upload.numbers().await, Vec::<u64>::new());
    // Nobody without a token, and no links where there are none.
    let path = format!("{}/parts/1", upload.path);
    let anonymous = server.anonymous(Method::PUT, &path).header("content-digest", &digest).body(first.clone()).await;
    anonymous.is_problem(401, "unauthenticated");
    let wanted = json!({"parts": [{"number": 1, "sha256": sha256(&first)}]});
    let refused = server.client.post(&format!("{}/part-links", upload.path), &wanted).await;
    refused.is_problem(409, "no-part-links");
}

#[tokio::test]
async fn a_part_that_fails_on_its_way_again_is_no_longer_there() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    upload.send_all(&bytes).await;
    // The same bytes are promised again, and do not come: what is there stays.
    let broken = upload.send_as(1, &content_digest(&part(&bytes, 1)), part(&bytes, 2)).await;
    assert_eq!(broken.code(), "digest-mismatch");
    assert_eq!(upload.numbers().await, [1, 2, 3]);
    // Other bytes are promised, and do not come: they may have been written over the others.
    let broken = upload.send_as(1, &content_digest(b"other"), part(&bytes, 2)).await;
    assert_eq!(broken.code(), "digest-mismatch");
    assert_eq!(upload.numbers().await, [2, 3]);
    assert_eq!(upload.send(1, part(&bytes, 1)).await.status, 200);
    upload.settles().await;
}

#[tokio::test]
async fn parts_that_are_another_file_together_are_dropped_and_the_upload_begins_anew() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    let mut other = bytes.clone();
    other[PART] ^= 1;
    upload.send_all(&other).await;
    upload.complete().await;
    let shown = upload.settled().await;
    assert_eq!((&shown["state"], &shown["refused_sha256"]), (&json!("pending"), &json!(sha256(&other))), "{shown}");
    let refused = upload.complete().await;
    refused.is_problem(422, "digest-mismatch");
    assert_eq!(refused.json()["details"]["actual"], sha256(&other));
    assert_eq!((server.installation.staged().await, upload.numbers().await), (0, vec![]));
    upload.send_all(&bytes).await;
    upload.settles().await;
}

#[tokio::test]
async fn an_upload_goes_on_after_a_restart() {
    let (mut server, bytes) = (TestServer::start().await, some_bytes());
    for number in [2, 1, 3] {
        let upload = Upload::announce(&server.client, &bytes).await;
        upload.send(number, part(&bytes, number)).await.ok(200);
        server = TestServer::start_in(server.stop(), |_| {}).await;
    }
    let upload = Upload::announce(&server.client, &bytes).await;
    assert_eq!(upload.numbers().await, [1, 2, 3]);
    upload.settles().await;
}

#[tokio::test]
async fn several_complete_at_a_time() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    upload.send_all(&bytes).await;
    let several = futures_util::future::join_all((0..8).map(|_| upload.complete())).await;
    assert!(several.iter().all(|reply| matches!(reply.status, 200 | 202)), "{several:?}");
    upload.settles().await;
    assert_eq!(server.client.fsck().await["clean"], true);
}

#[tokio::test]
async fn an_upload_is_given_up() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    assert_eq!(upload.send(1, part(&bytes, 1)).await.status, 200);
    let open = server.client.fsck().await["open_uploads"].as_u64();
    assert_eq!((server.installation.staged().await, open), (1, Some(1)));
    for _again in 0..2 {
        assert_eq!(server.client.request(Method::DELETE, &upload.path).await.status, 204);
        let staged = server.installation.staged().await;
        assert_eq!((upload.show().await["state"].as_str(), staged), (Some("pending"), 0));
    }
}

#[tokio::test]
async fn an_upload_that_has_expired_is_swept() {
    let (server, bytes) = (TestServer::start().await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    upload.send(1, part(&bytes, 1)).await.ok(200);
    let server = TestServer::start_in(server.stop(), |_| {}).await;
    let upload = Upload { client: server.client.clone(), ..upload };
    assert_eq!((upload.numbers().await, server.installation.staged().await), (vec![1], 1));
    server.installation.execute("UPDATE uploads SET expires_at = '2020-01-01T00:00:00.000000Z'").await;
    let server = TestServer::start_in(server.stop(), |_| {}).await;
    let upload = Upload { client: server.client.clone(), ..upload };
    let staged = server.installation.staged().await;
    assert_eq!((upload.show().await["state"].as_str(), staged), (Some("pending"), 0));
}

/// Two clients send one file: the slower one must not leave a second upload behind, of which nothing can come.
#[tokio::test]
async fn there_are_no_links_to_parts_of_what_is_complete() {
    let Some(bucket) = test_s3::bucket() else { return };
    let installation = Arc::new(Installation::new().in_bucket(bucket, true));
    let (server, bytes) = (TestServer::start_in(installation, |_| {}).await, some_bytes());
    let upload = Upload::announce(&server.client, &bytes).await;
    assert!(upload.by_links);
    upload.send_all(&bytes).await;
    upload.settles().await;
    upload.send(1, part(&bytes, 1)).await.is_problem(409, "upload-complete");
    let sent = json!({"parts": [{"number": 1, "sha256": sha256(&part(&bytes, 1)), "etag": "\"late\""}]});
    let recorded = server.post(&format!("{}/parts", upload.path), &sent).await.ok(200);
    assert_eq!((&recorded["state"], recorded.get("parts")), (&json!("complete"), None), "{recorded}");
    assert_eq!((server.installation.staged().await, server.fsck().await["open_uploads"].as_u64()), (0, Some(0)));
}

#[tokio::test]
async fn a_file_larger_than_one_put_is_announced_in_parts_only() {
    let server = TestServer::start().await;
    let uploads = format!("{}/uploads", address(IRIS));
    let announce = async |size: u64| {
        server.client.post(&uploads, &json!({"sha256": sha256(b""), "size": size, "line": "1"})).await
    };
    let large = announce(5 << 40).await;
    assert_eq!((large.status, large.json().get("url")), (201, None));
    assert_eq!((&large.json()["part_size"], &large.json()["part_count"]), (&json!(525 * MIB), &json!(9987)));
    let id = large.json()["id"].as_str().unwrap().to_owned();
    let refused = server.request(Method::PUT, &format!("{uploads}/{id}/content")).body(vec![0]).await;
    refused.is_problem(413, "too-large");
    assert_eq!(announce((5 << 40) + 1).await.code(), "too-large");
}

/// The row of an upload goes when the blob is recorded; whoever looks at that moment must not miss both.
#[tokio::test]
async fn an_upload_that_completes_is_never_seen_pending_or_incomplete() {
    let server = TestServer::start().await;
    for number in 0..40_u64 {
        let bytes = number.to_le_bytes().to_vec();
        let upload = Upload::announce(&server, &bytes).await;
        upload.send(1, bytes).await.ok(200);
        let watch = async || loop {
            let seen = upload.show().await;
            match seen["state"].as_str() {
                Some("complete") => return,
                Some("uploading" | "verifying") => {}
                _ => panic!("{seen}"),
            }
        };
        let again = async || loop {
            let reply = upload.complete().await;
            assert!(matches!(reply.status, 200 | 202), "{reply:?}");
            if reply.status == 200 {
                return;
            }
        };
        tokio::join!(again(), again(), watch(), watch(), watch());
    }
}
