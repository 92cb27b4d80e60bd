//! A server in this process, started as in production, on a free port and on data of its own.

use std::thread::JoinHandle;

use registry_server::config::Config;
use registry_server::startup;
use tempfile::TempDir;
use tokio::sync::oneshot;

/// A server of its own; it stops with the value.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) token: String,
    _data: TempDir,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let data = folder.path().join("data");
        let config = Config { listen: "127.0.0.1:0".parse().unwrap(), data: data.clone(), ..Config::default() };
        let (stop, stopped) = oneshot::channel();
        let (started, address) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let server = startup::build(config).await.unwrap();
                started.send(server.address()).unwrap();
                drop(stopped.await);
                server.abort().await;
            });
        });
        let url = format!("http://{}", address.recv().unwrap());
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        Self { url, token, _data: folder, stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
