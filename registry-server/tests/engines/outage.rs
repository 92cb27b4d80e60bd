//! A Postgres that stops while the server runs.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use serde_json::json;
use test_postgres::Cluster;

use crate::common::{IRIS, Installation, Server, address};

/// How long an answer may take while there is no database.
const SOON: Duration = Duration::from_secs(3);
/// How long the server may take to find a database that is there again.
const HEALED: Duration = Duration::from_secs(10);
/// So large that it does not fit into the buffers on the way.
const LARGE: usize = 48 << 20;

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
    if test_postgres::Server::find().is_none() {
        return;
    }
    let mut cluster = Cluster::start().unwrap();
    let installation = Installation::at(cluster.url());
    assert!(installation.run(&["migrate"]).status.success());
    installation.bootstrap();
    let server = installation.start();
    assert_eq!(server.publish_iris("1.0.0", "1.0.0").await.status, 201);
    let mut download = begin_download(&server).await;

    cluster.stop().unwrap();
    assert_unavailable(&server).await;
    let mut received = 0;
    while let Some(piece) = download.next().await {
        received += piece.unwrap().len();
    }
    assert_eq!(received, LARGE, "a download under way goes on");

    cluster.resume().unwrap();
    let start = Instant::now();
    while server.get("/readyz").await.status != 200 {
        assert!(start.elapsed() < HEALED, "it does not heal");
    }
    assert_eq!(server.publish_iris("1.0.1", "1.0.1").await.status, 201);
    assert_eq!(server.fsck().await["clean"], true);
}

/// Publishes a large file and begins to read it back.
async fn begin_download(server: &Server) -> impl futures_util::Stream<Item = reqwest::Result<bytes::Bytes>> + Unpin {
    let bytes = vec![7; LARGE];
    let file = server.upload("acme/large", "1", "weights.bin", &bytes).await;
    let model = server.upload("acme/large", "1", "model.onnx", &crate::common::iris("1.0.0")).await;
    let published = server.publish("acme/large", &json!({"version": "1.0.0", "files": [file, model]})).await;
    assert_eq!(published.status, 201, "{published:?}");
    let path = format!("{}/versions/1.0.0/files/weights.bin", address("acme/large"));
    Box::pin(server.get(&path).stream().await.bytes_stream())
}
