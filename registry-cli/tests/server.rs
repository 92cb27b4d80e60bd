//! The commands that ask a server, as one story against the real one: what they print, and how they exit. It is the same
//! to the byte wherever the server keeps what it knows.
//!
//! `TRYCMD=overwrite cargo test -p registry-cli --test server` writes the snapshots anew; put `[..]` for the times again.

#![expect(clippy::unwrap_used, reason = "a server that does not start is a broken test")]

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::thread::JoinHandle;

use clap::Parser as _;
use registry_server::config::{Arguments, Config};
use registry_server::startup;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

/// A server of its own, on a free port; it stops with the value.
struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start(config: Config) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (started, address) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            runtime().block_on(async {
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

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// The configuration of flags, of a server on a free port.
fn config(flags: &[String]) -> Config {
    let common = ["registry-server", "--listen=127.0.0.1:0"].map(str::to_owned);
    Config::from_arguments(Arguments::parse_from(common.iter().chain(flags))).unwrap()
}

fn data_in(folder: &Path) -> String {
    format!("--data={}", folder.join("data").display())
}

/// Tells the story to a server, with its admin token, and compares what is printed with the snapshots. The one thing in
/// them that may differ is what the server says of its database and of its blobs.
fn tell(server: &Server, token: &str, folder: &Path, [database, blobs]: [&'static str; 2]) {
    let at = |name: &str| folder.join(name).display().to_string();
    let url = format!("http://{}", server.address);
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).unwrap();
    let cases = trycmd::TestCases::new();
    cases.env("REGISTRY_URL", &url).env("REGISTRY_TOKEN", token).env("REGISTRY_CONFIG_DIR", at("config"));
    cases.insert_var("[URL]", url).unwrap();
    cases.insert_var("[OUT]", at("out")).unwrap();
    cases.insert_var("[DATABASE]", database).unwrap();
    cases.insert_var("[BLOBS]", blobs).unwrap();
    cases.case("registry-cli/tests/server/*.trycmd");
    cases.run();
    tell_of_access(server, token, folder);
}

/// Tells who may do what: the administrator, a user and a service account, each with a context of its name.
fn tell_of_access(server: &Server, token: &str, folder: &Path) {
    let url = format!("http://{}", server.address);
    let config = folder.join("contexts");
    let command = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry"));
        command.env("REGISTRY_URL", &url).env("REGISTRY_CONFIG_DIR", &config).env_remove("REGISTRY_TOKEN");
        command.args(words).output().unwrap()
    };
    let run = |words: &[&str]| {
        let done = command(words);
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let secret = folder.join("secret");
    let login = |name: &str, token: &str| {
        fs::write(&secret, token).unwrap();
        run(&["login", "--name", name, "--token-file", &secret.display().to_string()]);
    };
    login("admin", token);
    run(&["principal", "create", "ada", "--description", "Ada of the lab"]);
    run(&["principal", "create", "lab-ci", "--service"]);
    let [ada, ci] = [&["--of", "ada"][..], &["--of", "lab-ci", "--scope", "publish:lab/iris", "--days", "3"]]
        .map(|flags| run(&[&["token", "create", "--context", "admin"], flags].concat()));
    login("ci", &ci);
    login("ada", &ada);
    let cases = trycmd::TestCases::new();
    cases.env("REGISTRY_URL", &url).env("REGISTRY_CONFIG_DIR", config.display().to_string());
    cases.insert_var("[URL]", url.clone()).unwrap();
    cases.case("registry-cli/tests/access/*.trycmd");
    cases.run();
    // A token is revoked by an id that no snapshot can name; once more changes nothing.
    let ids = run(&["token", "list", "--of", "lab-ci", "--context", "admin", "-o", "name"]);
    for _ in 0..2 {
        let revoked = run(&["token", "revoke", "--of", "lab-ci", "--context", "admin", ids.trim()]);
        assert_eq!(revoked, format!("{} of lab-ci is revoked\n", ids.trim()));
    }
    let whoami = command(&["whoami", "--context", "ci"]);
    assert_eq!(whoami.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&whoami.stderr).contains("the token of the context `ci`: the token was revoked"));
}

#[test]
fn the_main_job_is_told_as_it_happens() {
    let folder = TempDir::new().unwrap();
    let server = Server::start(config(&[data_in(folder.path())]));
    let token = fs::read_to_string(folder.path().join("data/admin-token")).unwrap();
    tell(&server, token.trim(), folder.path(), ["sqlite", "local-blobs"]);
}

#[test]
fn the_main_job_is_told_in_the_same_words_on_postgres_and_s3() {
    let (Some(postgres), Some(bucket)) = (test_postgres::Server::find(), test_s3::bucket()) else { return };
    let database = postgres.database_with_role().unwrap();
    let folder = TempDir::new().unwrap();
    let at =
        |url: String| config(&[data_in(folder.path()), format!("--database-url={url}"), format!("--blobs={bucket}")]);
    let mut token = Vec::new();
    runtime().block_on(async {
        startup::migrate(&at(database.url()), database.role()).await.unwrap();
        startup::bootstrap(&at(database.role_url()), &mut token).await.unwrap();
    });
    let server = Server::start(at(database.role_url()));
    let token = String::from_utf8(token).unwrap();
    tell(&server, token.trim(), folder.path(), ["postgres", "bucket-blobs"]);
}
