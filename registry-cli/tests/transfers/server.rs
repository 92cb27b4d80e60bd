//! A server as a process of its own, which can be killed, and the program that asks it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use registry_server::config::Config;
use registry_server::startup;
use serde_json::Value;

use crate::model::{MODEL, Model};

/// Set for a child that is this program again: the folder of data of the server that it shall be.
const DATA: &str = "TRANSFERS_SERVER_DATA";
/// The URL of its blobs, if they are not in that folder; and whether all bytes go through it.
const BLOBS: &str = "TRANSFERS_SERVER_BLOBS";
const PROXIED: &str = "TRANSFERS_SERVER_PROXIED";
const GREETING: &str = "The registry listens on ";

/// Where the server of a test keeps its bytes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Store {
    /// None: in its folder of data.
    pub(crate) blobs: Option<String>,
    /// Whether it sends and takes all bytes itself.
    pub(crate) proxied: bool,
    /// Where it finds the object store, if that is not where the environment says.
    pub(crate) endpoint: Option<SocketAddr>,
}

impl Store {
    /// A part of the bucket of the tests, if there is one.
    pub(crate) fn bucket() -> Option<Self> {
        test_s3::bucket().map(|url| Self { blobs: Some(url), ..Self::default() })
    }

    /// Where the object store of the tests listens.
    pub(crate) fn address() -> SocketAddr {
        let endpoint = std::env::var("AWS_ENDPOINT").unwrap();
        endpoint.strip_prefix("http://").unwrap().parse().unwrap()
    }
}

/// It dies with the test.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    token: String,
}

impl Server {
    pub(crate) fn start(data: &Path) -> Self {
        Self::start_on(data, &Store::default())
    }

    pub(crate) fn start_on(data: &Path, store: &Store) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--ignored", "--exact", "server::the_server", "--nocapture"]).env(DATA, data);
        command.envs(store.blobs.iter().map(|url| (BLOBS, url)));
        command.envs(store.proxied.then_some((PROXIED, "true")));
        command.envs(store.endpoint.map(|address| ("AWS_ENDPOINT", format!("http://{address}"))));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let url = lines.find_map(|line| Some(line.strip_prefix(GREETING)?.split(';').next()?.to_owned())).unwrap();
        // Whoever stops reading would stop the server.
        std::thread::spawn(move || lines.for_each(drop));
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        Self { child, address: url.strip_prefix("http://").unwrap().parse().unwrap(), token }
    }

    /// Ends it at once, as `kill -9` does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub(crate) fn publish(&self, folder: &Path) -> Command {
        self.command(folder, &["publish", "--model", MODEL, "--version", "1.0.0"])
    }

    pub(crate) fn pull(&self, folder: &Path) -> Command {
        self.command(folder, &["pull", &format!("{MODEL}@1.0.0"), "-d", "out"])
    }

    pub(crate) fn fsck(&self, folder: &Path) -> Command {
        self.command(folder, &["admin", "fsck", "--deep"])
    }

    pub(crate) fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry"));
        command.args(arguments).current_dir(folder).env("REGISTRY_TOKEN", &self.token);
        command.env("REGISTRY_CONFIG_DIR", folder.join("config")).stdout(Stdio::piped()).stderr(Stdio::piped());
        through(command, self.address)
    }

    fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(self.address).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n", self.address, self.token);
        connection.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// The upload of a model's file, as far as it has come.
    pub(crate) fn upload(&self, model: &Model) -> Value {
        let path = format!("/api/v1/namespaces/acme/models/large/uploads/1-{}-{}", model.size, model.sha256.to_hex());
        serde_json::from_str(&self.get(&path)).unwrap()
    }

    /// How many parts of the upload are there.
    pub(crate) fn parts(&self, model: &Model) -> usize {
        self.upload(model)["parts"].as_array().map_or(0, Vec::len)
    }

    /// How many requests with a part were answered.
    pub(crate) fn sent(&self) -> usize {
        self.count("PUT", "/parts/")
    }

    /// How many requests for a file or a range of it were answered.
    pub(crate) fn fetched(&self) -> usize {
        self.count("GET", "/files/")
    }

    fn count(&self, method: &str, route: &str) -> usize {
        let metrics = self.get("/metrics");
        let counts = metrics.lines().filter(|line| {
            line.starts_with("registry_http_requests_total") && line.contains(method) && line.contains(route)
        });
        counts.map(|line| line.rsplit(' ').next().unwrap().parse::<usize>().unwrap()).sum()
    }

    /// The most memory that it has held so far, in KiB.
    pub(crate) fn peak(&self) -> u64 {
        peak_of(self.child.id()).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The same command, to a server that is found at another address.
pub(crate) fn through(mut command: Command, address: SocketAddr) -> Command {
    command.env("REGISTRY_URL", format!("http://{address}"));
    command
}

/// Runs a command that must succeed.
pub(crate) fn succeeds(mut command: Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    output
}

/// Runs a command that must fail with this code, and answers what it printed.
pub(crate) fn fails(mut command: Command, code: i32) -> String {
    let output = command.output().unwrap();
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    said
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The most memory that a process has held so far, in KiB; nothing when it has ended.
pub(crate) fn peak_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
#[ignore = "the other half of the tests, in a process of its own"]
fn the_server() {
    let data = std::env::var_os(DATA).unwrap().into();
    let (blobs, proxy_transfers) = (std::env::var(BLOBS).ok(), std::env::var_os(PROXIED).is_some());
    let config = Config { listen: "127.0.0.1:0".parse().unwrap(), data, blobs, proxy_transfers, ..Config::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = startup::build(config).await.unwrap();
        server.greet(&mut std::io::stderr()).unwrap();
        server.run_until_signal().await.unwrap();
    });
}
