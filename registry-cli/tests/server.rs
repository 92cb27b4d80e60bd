//! The commands that ask a server, as one story against the real one: what they print, and how they exit.
//!
//! `TRYCMD=overwrite cargo test -p registry-cli --test server` writes the snapshots anew; put `[..]` for the times again.

#![expect(clippy::unwrap_used, reason = "a server that does not start is a broken test")]

use std::net::SocketAddr;
use std::path::Path;
use std::thread::JoinHandle;

use registry_server::config::Config;
use registry_server::startup;
use tokio::sync::oneshot;

/// A server of its own, on a free port; it stops with the value.
struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start(data: &Path) -> Self {
        let config = Config { listen: "127.0.0.1:0".parse().unwrap(), data: data.to_owned(), ..Config::default() };
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
        Self { address: address.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
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

#[test]
fn the_main_job_is_told_as_it_happens() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let server = Server::start(&folder.path().join("data"));
    let url = format!("http://{}", server.address);
    let token = std::fs::read_to_string(at("data/admin-token")).unwrap();
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).unwrap();
    let cases = trycmd::TestCases::new();
    cases.env("REGISTRY_URL", &url).env("REGISTRY_TOKEN", token.trim()).env("REGISTRY_CONFIG_DIR", at("config"));
    cases.insert_var("[URL]", url).unwrap();
    cases.insert_var("[OUT]", at("out")).unwrap();
    cases.case("registry-cli/tests/server/*.trycmd");
}
