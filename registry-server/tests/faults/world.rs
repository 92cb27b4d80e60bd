//! A registry in which one version is published, and what must hold of the next.

use serde_json::{Value, json};
use test_postgres::{Database, Server as Postgres};

use crate::common::{Client, IRIS, Installation, Server, address, iris};
use crate::release::{Sending, release};

/// A registry with its first version.
pub(crate) struct World {
    installation: Installation,
    /// Whether several servers may use it.
    pub(crate) is_shared: bool,
    _database: Option<Database>,
}

impl World {
    /// On a SQLite file, with blobs in a folder.
    pub(crate) async fn on_sqlite() -> Self {
        Self::prepared(Installation::sqlite()).await
    }

    /// On a Postgres, with blobs in a bucket.
    pub(crate) async fn on_postgres() -> Self {
        let database = blocking(|| Postgres::find().unwrap().database_with_role().unwrap());
        let installation = blocking(|| Installation::postgres(&database));
        let world = Self::prepared(installation.in_bucket(test_s3::bucket().unwrap(), true)).await;
        Self { is_shared: true, _database: Some(database), ..world }
    }

    /// On an installation that nobody has used yet.
    pub(crate) async fn prepared(installation: Installation) -> Self {
        let world = Self { installation, is_shared: false, _database: None };
        let mut server = world.start();
        server.publish_iris("1.0.0", "1.0.0").await.ok(201);
        server.kill();
        world
    }

    pub(crate) fn start(&self) -> Server {
        self.start_with("")
    }

    /// A server with failpoints.
    pub(crate) fn start_with(&self, failpoints: &str) -> Server {
        self.installation.start_with(&[("FAILPOINTS", failpoints)])
    }

    /// The whole second version or none of it: row, event, files and bytes. Answers which.
    pub(crate) async fn assert_whole_or_none(&self, client: &Client) -> bool {
        let version = client.get(&format!("{}/versions/2.0.0", address(IRIS))).await;
        let there = version.status == 200;
        assert!(there || version.code() == "version-not-found", "{version:?}");
        assert_eq!(published(client).await, usize::from(there));
        let file = client.get(&format!("{}/versions/2.0.0/files/model.onnx", address(IRIS))).await;
        assert_eq!(file.status == 200 && file.bytes == iris("2.0.0"), there, "{}", file.status);
        assert_eq!(client.fsck().await["clean"], true);
        there
    }

    /// The release again, twice. Answers the report of what is there then.
    pub(crate) async fn assert_retry_has_one_effect(&self, client: &Client, sending: Sending) -> Value {
        for _again in 0..2 {
            let retried = release(client, sending).await.unwrap();
            assert_eq!((retried.status, &retried.json()["version"]), (201, &json!("2.0.0")), "{retried:?}");
        }
        self.assert_one_effect(client).await
    }

    /// The second version is there, once, and no other. Answers the report of what is there.
    pub(crate) async fn assert_one_effect(&self, client: &Client) -> Value {
        assert!(self.assert_whole_or_none(client).await);
        let report = client.fsck().await;
        assert_eq!(report["orphans"], json!([]), "{report}");
        let versions = client.get(&format!("{}/versions", address(IRIS))).await.items();
        assert_eq!(versions.len(), 2, "{versions:?}");
        report
    }
}

/// How often the log says that the second version was published.
async fn published(client: &Client) -> usize {
    let events = client.events("acme").await;
    let of_release =
        |event: &&Value| event["type"] == "registry.version.published.v1" && event["data"]["to_version"] == "2.0.0";
    events.iter().filter(of_release).count()
}

/// Runs what waits for processes, so that other cases go on.
pub(crate) fn blocking<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}
