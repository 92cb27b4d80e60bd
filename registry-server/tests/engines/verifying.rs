//! Two server processes on one Postgres and one bucket share an upload: parts go to either, either completes it, and when
//! the one that verifies it dies, the other takes over.

use std::net::SocketAddr;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use registry_core::digest::Digest;
use reqwest::Method;
use serde_json::{Value, json};
use test_proxy::{Asked, Deed, Proxy};

use crate::common::{Client, Installation, Reply, address, sha256};

const MODEL: &str = "acme/large";
const PART: usize = 16 << 20;
/// Longer than a dead server's claim holds.
const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(50);

/// A safetensors file of three parts.
fn bytes() -> Vec<u8> {
    let weights = 2 * PART + 4096;
    let header = json!({"w": {"dtype": "U8", "shape": [weights], "data_offsets": [0, weights]}}).to_string();
    let mut bytes = u64::try_from(header.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend_from_slice(header.as_bytes());
    bytes.extend((0..weights).map(|at| (at >> 16).to_le_bytes()[0] ^ at.to_le_bytes()[0]));
    bytes
}

/// The server reads what came together.
fn is_verification(asked: &Asked) -> bool {
    asked.method == "GET" && asked.target.contains(".staging/uploads/")
}

/// An upload that several servers are asked for.
struct Upload {
    path: String,
}

impl Upload {
    async fn announce(client: &Client, bytes: &[u8]) -> Self {
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": "1"});
        let upload = client.post(&format!("{}/uploads", address(MODEL)), &announced).await.ok(201);
        Self { path: format!("{}/uploads/{}", address(MODEL), upload["id"].as_str().unwrap()) }
    }

    async fn send(&self, client: &Client, number: usize, bytes: &[u8]) -> Reply {
        let part = bytes.chunks(PART).nth(number - 1).unwrap();
        let digest = format!("sha-256=:{}:", BASE64_STANDARD.encode(Digest::of(part).as_bytes()));
        let path = format!("{}/parts/{number}", self.path);
        client.request(Method::PUT, &path).header("content-digest", digest).body(part.to_vec()).await
    }

    async fn complete(&self, client: &Client) -> Reply {
        client.post(&format!("{}/complete", self.path), &json!({})).await
    }

    async fn show(&self, client: &Client) -> Value {
        client.get(&self.path).await.ok(200)
    }

    /// Asks until it is in another state than `verifying`.
    async fn settled(&self, client: &Client) -> Value {
        let start = std::time::Instant::now();
        loop {
            let upload = self.show(client).await;
            if upload["state"] != "verifying" {
                return upload;
            }
            assert!(start.elapsed() < PATIENCE, "{upload}");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_an_upload_and_one_takes_over_when_the_other_dies() {
    let (Some(postgres), Some(url)) = (test_postgres::Server::find(), test_s3::bucket()) else { return };
    let database = postgres.database_with_role().unwrap();
    let store: SocketAddr = std::env::var("AWS_ENDPOINT").unwrap().strip_prefix("http://").unwrap().parse().unwrap();
    let line = Proxy::start(store).unwrap();
    let endpoint = ("AWS_ENDPOINT", format!("http://{}", line.address()));
    let installation = Installation::postgres(&database).in_bucket(url, false).with([endpoint]);
    let (first, mut second) = (installation.start(), installation.start());

    // Parts go to either, and both know of all.
    let bytes = bytes();
    let upload = Upload::announce(&first, &bytes).await;
    for (number, client) in [(3, &first), (1, &second), (2, &first)] {
        upload.send(client, number, &bytes).await.ok(200);
    }
    for client in [&first, &second] {
        assert_eq!(upload.show(client).await["parts"].as_array().unwrap().len(), 3);
    }

    // One verifies, which takes long; both say so, and neither lets anything change meanwhile.
    line.rule(|asked| if is_verification(asked) { Deed::Hold } else { Deed::Pass });
    for client in [&second, &first, &second] {
        let asked = upload.complete(client).await;
        assert_eq!((asked.status, &asked.json()["state"]), (202, &json!("verifying")), "{asked:?}");
        assert_eq!(asked.header("location"), upload.path);
        assert_eq!(upload.show(client).await["state"], "verifying");
    }
    let mut other = bytes.clone();
    other[7] ^= 1;
    upload.send(&first, 1, &other).await.is_problem(409, "upload-verifying");
    let reads = line.count(is_verification);

    // It dies. Its claim runs out, the other one says what is to be done, and does it.
    second.kill();
    assert_eq!(upload.show(&first).await["state"], "verifying", "its claim holds for a while");
    let left = upload.settled(&first).await;
    assert_eq!((&left["state"], left["parts"].as_array().unwrap().len()), (&json!("uploading"), 3), "{left}");
    assert_eq!(line.count(is_verification), reads, "nobody else has read it so far");
    assert_eq!(upload.complete(&first).await.status, 202);
    line.release();
    assert_eq!(upload.settled(&first).await["state"], "complete");

    // What it is was read by the one that took over.
    let file = json!({"path": "model.safetensors", "sha256": sha256(&bytes), "size": bytes.len()});
    first.publish(MODEL, &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
    let download = first.get(&format!("{}/versions/1.0.0/files/model.safetensors", address(MODEL))).await;
    assert!(download.bytes == bytes);
    let report = first.fsck().await;
    assert_eq!(
        (&report["clean"], &report["open_uploads"], &report["leftovers"]),
        (&json!(true), &json!(0), &json!([]))
    );
}
