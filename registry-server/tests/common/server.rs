//! A server in this process, started as in production, on a free port and on data of its own.

use std::path::PathBuf;
use std::thread::JoinHandle;

use registry_server::config::Config;
use registry_server::startup::{self, StartError};
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::Client;
use super::models::blob_in;

/// A running server; a client of it, too. It stops when it is dropped, and its data goes.
pub(crate) struct TestServer {
    pub(crate) client: Client,
    /// Where [`data_in`] puts the data.
    folder: TempDir,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl TestServer {
    /// A server of this machine alone.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A server with another configuration: the place to say which database, which blobs, which policy.
    pub(crate) async fn start_with(edit: impl FnOnce(&mut Config)) -> Self {
        Self::start_in(TempDir::new().unwrap(), edit).await
    }

    /// A server on data that may be there already.
    pub(crate) async fn start_in(folder: TempDir, edit: impl FnOnce(&mut Config)) -> Self {
        let mut config = config_in(&folder);
        edit(&mut config);
        let data = config.data.clone();
        let (stop, stopped) = oneshot::channel();
        let (started, start) = oneshot::channel();
        let thread = std::thread::spawn(move || run(config, started, stopped));
        let address = start.await.unwrap().unwrap_or_else(|error| panic!("the server does not start: {error}"));
        let client = Client::new(&format!("http://{address}"), &data);
        Self { client, folder, stop: Some(stop), thread: Some(thread) }
    }

    /// A server with these versions of `acme/iris`, each the example of its number.
    pub(crate) async fn with_iris(versions: &[&str]) -> Self {
        let server = Self::start().await;
        for version in versions {
            server.publish_iris(version, version).await.ok(201);
        }
        server
    }

    /// Stops the server and hands its data back.
    pub(crate) fn stop(mut self) -> TempDir {
        self.halt();
        std::mem::replace(&mut self.folder, TempDir::new().unwrap())
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        data_in(&self.folder)
    }

    /// Where the bytes of a file of `acme/iris` lie on disk.
    pub(crate) fn blob(&self, line: &str, bytes: &[u8]) -> PathBuf {
        blob_in(&self.data(), line, bytes)
    }

    fn halt(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server ends as it should");
        }
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.halt();
    }
}

impl std::ops::Deref for TestServer {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// The data folder of a test, which is not there before the first start.
pub(crate) fn data_in(folder: &TempDir) -> PathBuf {
    folder.path().join("registry-data")
}

/// The configuration of a server of this machine alone, on a free port.
pub(crate) fn config_in(folder: &TempDir) -> Config {
    Config { listen: "127.0.0.1:0".parse().unwrap(), data: data_in(folder), ..Config::default() }
}

type Started = Result<std::net::SocketAddr, StartError>;

/// A server has a thread of its own, so that it can be stopped where nothing can be awaited: in a drop.
fn run(config: Config, started: oneshot::Sender<Started>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = match startup::build(config).await {
            Ok(server) => server,
            Err(error) => return started.send(Err(error)).unwrap(),
        };
        started.send(Ok(server.address())).unwrap();
        let _dropped = stopped.await;
        server.stop().await.unwrap();
    });
}
