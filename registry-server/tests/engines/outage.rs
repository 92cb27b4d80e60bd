//! A Postgres that stops, or hangs, while the server runs.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{Stream, StreamExt as _};
use serde_json::json;
use test_postgres::Cluster;

use crate::common::{Client, IRIS, Installation, Reply, Server, address, iris, sha256};

/// How long an answer may take while there is no database. It takes about a second; this is to find one that hangs, on a
/// machine that is busy.
const SOON: Duration = Duration::from_secs(3);
/// How long the server may take to find a database that is there again.
const HEALED: Duration = Duration::from_secs(10);
/// So large that it does not fit into the buffers on the way.
const LARGE: usize = 48 << 20;
/// How many publish when the database begins to hang.
const PUBLISHERS: usize = 8;
const NOTE: &[u8] = b"a note";

async fn assert_unavailable(server: &Server) {
    for path in [address(IRIS), format!("{}/resolve", address(IRIS)), "/readyz".to_owned()] {
        let start = Instant::now();
        let reply = server.get(&path).await;
        assert_eq!((reply.status, reply.code().as_str()), (503, "unavailable"), "{path}: {reply:?}");
        assert_eq!(reply.header("retry-after"), "1");
        assert!(start.elapsed() < SOON, "{path}: {:?}", start.elapsed());
    }
    server.promote("1.0.0").await.is_problem(503, "unavailable");
    assert_eq!(server.get("/healthz").await.status, 200, "the process need not be started again");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_database_the_server_says_so_soon_and_heals_alone() {
    let Some((mut cluster, installation)) = build() else { return };
    let server = installation.start();
    assert_eq!(server.publish_iris("1.0.0", "1.0.0").await.status, 201);
    let download = begin_download(&server).await;

    cluster.stop().unwrap();
    assert_unavailable(&server).await;
    assert_goes_on(download).await;

    cluster.resume().unwrap();
    assert_heals(&server).await;
    assert_eq!(server.publish_iris("1.0.1", "1.0.1").await.status, 201);
    assert_eq!(server.fsck().await["clean"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_database_that_hangs_the_server_says_so_soon_and_heals_alone() {
    let Some((cluster, installation)) = build() else { return };
    let server = installation.start();
    assert_eq!(server.publish_iris("1.0.0", "1.0.0").await.status, 201);
    let download = begin_download(&server).await;
    let published = Arc::new(AtomicUsize::new(0));
    let publishers: Vec<_> = (0..PUBLISHERS)
        .map(|number| tokio::spawn(publish_until_refused(server.client.clone(), number, Arc::clone(&published))))
        .collect();
    while published.load(Ordering::Relaxed) < 3 * PUBLISHERS {
        assert!(publishers.iter().all(|publisher| !publisher.is_finished()), "a publisher was refused");
        tokio::task::yield_now().await;
    }

    cluster.freeze().unwrap();
    let mut refused = Vec::new();
    for publisher in publishers {
        refused.push(publisher.await.unwrap());
    }
    assert_unavailable(&server).await;
    assert_goes_on(download).await;

    cluster.thaw().unwrap();
    assert_heals(&server).await;
    for (number, patch) in refused.into_iter().enumerate() {
        // Nobody knows whether the last one was committed; the retry has one effect.
        publish_patch(&server, number, patch).await.ok(201);
        let versions = server.get(&format!("{}/versions", address(&model(number)))).await.items();
        assert_eq!(versions.len(), patch + 1, "{versions:?}");
    }
    assert_eq!(server.fsck().await["clean"], true);
}

/// A cluster of one's own, prepared.
fn build() -> Option<(Cluster, Installation)> {
    test_postgres::Server::find()?;
    let cluster = Cluster::start().unwrap();
    let installation = Installation::at(cluster.url());
    assert!(installation.run(&["migrate"]).status.success());
    installation.bootstrap();
    Some((cluster, installation))
}

async fn assert_heals(server: &Server) {
    let start = Instant::now();
    while server.get("/readyz").await.status != 200 {
        assert!(start.elapsed() < HEALED, "it does not heal");
    }
}

fn model(publisher: usize) -> String {
    format!("acme/model-{publisher}")
}

/// Publishes a version of a publisher's own model. It has the bytes of the one before, one of them under another path.
async fn publish_patch(client: &Client, publisher: usize, patch: usize) -> Reply {
    let file = |path: &str, bytes: &[u8]| json!({"path": path, "sha256": sha256(bytes), "size": bytes.len()});
    let files = [file("model.onnx", &iris("1.0.0")), file(&format!("notes/{patch}.txt"), NOTE)];
    let body = json!({"version": format!("1.0.{patch}"), "files": files});
    let request = client.post(&format!("{}/versions", address(&model(publisher))), &body);
    request.key(&format!("{publisher}-{patch}")).await
}

/// Publishes one version after the other until the server refuses one, which it must do soon. Answers which.
async fn publish_until_refused(client: Client, publisher: usize, published: Arc<AtomicUsize>) -> usize {
    for bytes in [&iris("1.0.0"), NOTE] {
        client.upload(&model(publisher), "1", "model.onnx", bytes).await;
    }
    for patch in 0.. {
        let start = Instant::now();
        let reply = publish_patch(&client, publisher, patch).await;
        if reply.status != 201 {
            reply.is_problem(503, "unavailable");
            assert_eq!(reply.header("retry-after"), "1");
            assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
            return patch;
        }
        published.fetch_add(1, Ordering::Relaxed);
    }
    unreachable!("patches have no end")
}

type Download = Pin<Box<dyn Stream<Item = reqwest::Result<bytes::Bytes>> + Send>>;

/// The download gets every byte.
async fn assert_goes_on(mut download: Download) {
    let mut received = 0;
    while let Some(piece) = download.next().await {
        received += piece.unwrap().len();
    }
    assert_eq!(received, LARGE, "a download under way goes on");
}

/// Publishes a large file and begins to read it back.
async fn begin_download(server: &Server) -> Download {
    let bytes = vec![7; LARGE];
    let file = server.upload("acme/large", "1", "weights.bin", &bytes).await;
    let model = server.upload("acme/large", "1", "model.onnx", &iris("1.0.0")).await;
    let published = server.publish("acme/large", &json!({"version": "1.0.0", "files": [file, model]})).await;
    assert_eq!(published.status, 201, "{published:?}");
    let path = format!("{}/versions/1.0.0/files/weights.bin", address("acme/large"));
    Box::pin(server.get(&path).stream().await.bytes_stream())
}
