//! A server in this process, started as in production, on a free port and on an installation of its own.

use std::sync::Arc;
use std::thread::JoinHandle;

use registry_server::config::Config;
use registry_server::startup::{self, StartError};
use tokio::sync::oneshot;

use super::{Client, Installation};

/// A running server; a client of it, too. It stops when it is dropped, and its data goes.
pub(crate) struct TestServer {
    pub(crate) client: Client,
    pub(crate) installation: Arc<Installation>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl TestServer {
    /// A server of this machine alone.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A server with another configuration.
    pub(crate) async fn start_with(edit: impl FnOnce(&mut Config)) -> Self {
        Self::start_in(Arc::new(Installation::new()), edit).await
    }

    /// A server on data that may be there already.
    pub(crate) async fn start_in(installation: Arc<Installation>, edit: impl FnOnce(&mut Config)) -> Self {
        let mut config = installation.config();
        edit(&mut config);
        let (stop, stopped) = oneshot::channel();
        let (started, start) = oneshot::channel();
        let thread = std::thread::spawn(move || run(config, started, stopped));
        let address = start.await.unwrap().unwrap_or_else(|error| panic!("the server does not start: {error}"));
        let client = Client::new(&format!("http://{address}"), installation.data.path());
        Self { client, installation, stop: Some(stop), thread: Some(thread) }
    }

    /// A server with these versions of `acme/iris`, each the example of its number.
    pub(crate) async fn with_iris(versions: &[&str]) -> Self {
        Self::start().await.having_iris(versions).await
    }

    /// The same server with these versions of `acme/iris`, each the example of its number.
    pub(crate) async fn having_iris(self, versions: &[&str]) -> Self {
        for version in versions {
            self.publish_iris(version, version).await.ok(201);
        }
        self
    }

    /// Stops the server and hands its data on.
    pub(crate) fn stop(mut self) -> Arc<Installation> {
        self.halt();
        Arc::clone(&self.installation)
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
