//! Large files: what an interrupted command has sent or fetched is not sent or fetched again.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use registry_core::digest::Digest;
use registry_server::config::Config;
use registry_server::startup;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The size of a part, in bytes.
const PART: usize = 16 << 20;
/// Thirteen parts, the last one not full.
const SIZE: usize = 200 << 20;
const PARTS: usize = SIZE.div_ceil(PART);
/// How many parts the program sends at a time.
const CONNECTIONS: usize = 4;
/// How many parts must be there before something is killed.
const ENOUGH: usize = 3;
/// How long anything here may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// Set for a child that is this program again: the folder of data of the server that it shall be.
const DATA: &str = "RESUMED_SERVER_DATA";
/// And the URL of its blobs, if they are not in that folder.
const BLOBS: &str = "RESUMED_SERVER_BLOBS";
const GREETING: &str = "The registry listens on ";

/// A server as a process of its own, which can be killed; it dies with the test.
struct Server {
    child: Child,
    address: String,
    token: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        Self::start_on(data, "")
    }

    /// With blobs at a URL, or in the folder of data.
    fn start_on(data: &Path, blobs: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "the_server", "--nocapture"])
            .envs([(DATA, data.as_os_str()), (BLOBS, blobs.as_ref())])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let url = lines.find_map(|line| Some(line.strip_prefix(GREETING)?.split(';').next()?.to_owned())).unwrap();
        // Whoever stops reading would stop the server.
        std::thread::spawn(move || lines.for_each(drop));
        let token = std::fs::read_to_string(data.join("admin-token")).unwrap().trim().to_owned();
        Self { child, address: url.strip_prefix("http://").unwrap().to_owned(), token }
    }

    fn publish(&self, folder: &Path) -> Command {
        self.command(folder, &["publish", "--model", "acme/large", "--version", "1.0.0"])
    }

    fn pull(&self, folder: &Path) -> Command {
        self.command(folder, &["pull", "acme/large@1.0.0", "-d", "out"])
    }

    fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry"));
        command.args(arguments).current_dir(folder);
        command.env("REGISTRY_URL", format!("http://{}", self.address)).env("REGISTRY_TOKEN", &self.token);
        command.env("REGISTRY_CONFIG_DIR", folder.join("config")).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n", self.address, self.token);
        connection.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// How many parts of the upload are there.
    fn parts(&self, model: &Model) -> usize {
        let path = format!("/api/v1/namespaces/acme/models/large/uploads/1-{}-{}", model.size, model.sha256.to_hex());
        let upload: Value = serde_json::from_str(&self.get(&path)).unwrap();
        upload["parts"].as_array().map_or(0, Vec::len)
    }

    /// Waits until some parts are there.
    fn wait_for_parts(&self, model: &Model) {
        let start = Instant::now();
        while self.parts(model) < ENOUGH {
            assert!(start.elapsed() < PATIENCE, "the parts do not come");
        }
    }

    /// How many requests with a part were answered.
    fn sent(&self) -> usize {
        self.count("PUT", "/parts/")
    }

    /// How many requests for a file or a range of it were answered.
    fn fetched(&self) -> usize {
        self.count("GET", "/files/")
    }

    fn count(&self, method: &str, route: &str) -> usize {
        let metrics = self.get("/metrics");
        let counts = metrics.lines().filter(|line| {
            line.starts_with("registry_http_requests_total") && line.contains(method) && line.contains(route)
        });
        counts.map(|line| line.rsplit(' ').next().unwrap().parse::<usize>().unwrap()).sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A model of one large file, in a folder with its project file.
struct Model {
    folder: TempDir,
    size: usize,
    sha256: Digest,
}

impl Model {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let weights = SIZE - (1 << 10);
        let header = json!({"w": {"dtype": "U8", "shape": [weights], "data_offsets": [0, weights]}}).to_string();
        let mut bytes = u64::try_from(header.len()).unwrap().to_le_bytes().to_vec();
        bytes.extend_from_slice(header.as_bytes());
        let start = bytes.len();
        // Every part another one, so that parts in the wrong place are another file.
        bytes.extend((0..weights).map(|at| (at >> 20).to_le_bytes()[0] ^ at.to_le_bytes()[0]));
        assert_eq!(bytes.len(), start + weights);
        std::fs::write(folder.path().join("model.safetensors"), &bytes).unwrap();
        let mut project = File::create(folder.path().join("registry.toml")).unwrap();
        writeln!(project, "files = [\"model.safetensors\"]\n[declared]\nconsumption = \"artifact\"").unwrap();
        Self { folder, size: bytes.len(), sha256: Digest::of(&bytes) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Where a pull puts the file, or what it has of it.
    fn pulled(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    /// How many ranges a pull has so far.
    fn ranges(&self) -> usize {
        let list = self.pulled(&format!(".registry-{}.ranges", self.sha256.to_hex()));
        std::fs::read_to_string(list).map_or(0, |list| list.lines().count())
    }

    /// Starts a pull, and kills it when it has some ranges.
    fn pull_and_kill(&self, server: &Server) {
        let mut client = server.pull(&self.path()).spawn().unwrap();
        let start = Instant::now();
        while self.ranges() < ENOUGH {
            assert!(start.elapsed() < PATIENCE, "the ranges do not come");
        }
        client.kill().unwrap();
        client.wait().unwrap();
        assert!(self.ranges() < PARTS, "it was killed too late to prove anything");
    }

    /// The file is there, and nothing beside it.
    fn assert_pulled(&self) {
        assert_eq!(Digest::of(&std::fs::read(self.pulled("model.safetensors")).unwrap()), self.sha256);
        assert_eq!(std::fs::read_dir(self.pulled("")).unwrap().count(), 1);
    }
}

fn succeeds(mut command: Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_client_that_is_killed_sends_only_what_is_missing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    let mut client = server.publish(&model.path()).spawn().unwrap();
    server.wait_for_parts(&model);
    client.kill().unwrap();
    client.wait().unwrap();
    assert!(server.parts(&model) < PARTS, "it was killed too late to prove anything");
    succeeds(server.publish(&model.path()));
    let sent = server.sent();
    assert!((PARTS..=PARTS + CONNECTIONS).contains(&sent), "{sent} parts were sent for {PARTS}");
}

#[test]
fn after_a_kill_of_the_server_only_what_is_missing_is_sent() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let mut server = Server::start(data.path());
    let mut client = server.publish(&model.path()).spawn().unwrap();
    server.wait_for_parts(&model);
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    assert_eq!(client.wait().unwrap().code(), Some(10), "the server is gone");
    let server = Server::start(data.path());
    let there = server.parts(&model);
    assert!((ENOUGH..PARTS).contains(&there), "{there} parts");
    succeeds(server.publish(&model.path()));
    assert_eq!(server.sent(), PARTS - there);
}

#[test]
fn a_pull_that_is_killed_fetches_only_what_is_missing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    succeeds(server.publish(&model.path()));
    model.pull_and_kill(&server);
    succeeds(server.pull(&model.path()));
    model.assert_pulled();
    let fetched = server.fetched();
    assert!((PARTS..=PARTS + CONNECTIONS).contains(&fetched), "{fetched} ranges were fetched of {PARTS}");
}

/// What lies there may be anything: the digest of the whole decides.
#[test]
fn a_pull_that_finds_spoilt_bytes_keeps_nothing() {
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start(data.path());
    succeeds(server.publish(&model.path()));
    model.pull_and_kill(&server);
    let all: Vec<_> = (0..PARTS).map(|number| number.to_string()).collect();
    std::fs::write(model.pulled(&format!(".registry-{}.ranges", model.sha256.to_hex())), all.join("\n") + "\n")
        .unwrap();
    let output = server.pull(&model.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(11), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(std::fs::read_dir(model.pulled("")).unwrap().count(), 0);
    succeeds(server.pull(&model.path()));
    model.assert_pulled();
}

/// Where the store gives links, no byte of the file goes through the server.
#[test]
fn parts_and_ranges_go_to_the_store_itself() {
    let Some(store) = test_s3::bucket() else { return };
    let (data, model) = (tempfile::tempdir().unwrap(), Model::new());
    let server = Server::start_on(data.path(), &store);
    succeeds(server.publish(&model.path()));
    assert_eq!(server.sent(), 0, "parts that went through the server");
    model.pull_and_kill(&server);
    succeeds(server.pull(&model.path()));
    model.assert_pulled();
}

#[test]
#[ignore = "the other half of the tests above, in a process of its own"]
fn the_server() {
    let data = std::env::var_os(DATA).unwrap().into();
    let blobs = std::env::var(BLOBS).ok().filter(|url| !url.is_empty());
    let config = Config { listen: "127.0.0.1:0".parse().unwrap(), data, blobs, ..Config::default() };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = startup::build(config).await.unwrap();
        server.greet(&mut std::io::stderr()).unwrap();
        server.run_until_signal().await.unwrap();
    });
}
