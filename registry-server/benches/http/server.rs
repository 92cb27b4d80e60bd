//! The server as it is shipped: a process with data of its own.

use std::ffi::OsString;
use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Answer, Connection, head};
use crate::large::FileRef;

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_registry-server");
/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before the next look whether it answers.
const LOOK: Duration = Duration::from_micros(200);

/// A program that is ended with this value.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts it with its output in a file, and waits until it answers a request with 200.
    pub(crate) fn start(command: &mut Command, log: &Path, (address, path): (SocketAddr, &str)) -> Self {
        let errors = File::create(log).unwrap();
        let child = command.stdin(Stdio::null()).stdout(errors.try_clone().unwrap()).stderr(errors).spawn().unwrap();
        let (process, start) = (Self { child, log: log.to_owned() }, Instant::now());
        let probe = head("GET", path, &[], 0);
        let lives = || Connection::open(address).and_then(|mut connection| connection.exchange(&probe));
        while !lives().is_ok_and(|answer| answer.status == 200) {
            assert!(start.elapsed() < PATIENCE, "no answer: {}", process.log());
            std::thread::sleep(LOOK);
        }
        process
    }

    fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// A line of the status of the process, in MiB: `VmHWM` or `VmRSS`.
    pub(crate) fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// An address that nobody listens on.
pub(crate) fn free_address() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap()
}

/// The server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    process: Process,
    pub(crate) address: SocketAddr,
    authorization: String,
    /// From the start of the process to the first answer.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts on a free port, with its log in a file, as a service would, with its metadata in SQLite.
    pub(crate) fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    /// The same of another build.
    pub(crate) fn start_of(binary: &Path, data: &Path) -> Self {
        Self::start_build(binary, data, &[])
    }

    /// With more flags.
    pub(crate) fn start_with(data: &Path, flags: &[&str]) -> Self {
        Self::start_build(Path::new(BINARY), data, flags)
    }

    fn start_build(binary: &Path, data: &Path, flags: &[&str]) -> Self {
        let mut server = Self::spawn(binary, data, flags, &[]);
        server.authorize(&fs::read_to_string(data.join("admin-token")).unwrap());
        server
    }

    /// With its metadata in Postgres: tables made by the owner, served by the role, as in production.
    pub(crate) fn start_on_postgres(data: &Path, database: &test_postgres::Database) -> Self {
        let run = |url: String, words: &[&str]| {
            let output = Command::new(BINARY).args(words).env(DATABASE_URL, url).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        run(database.url(), &["migrate", "--grant-to", database.role().unwrap()]);
        let token = run(database.role_url(), &["bootstrap"]);
        let environment = [(DATABASE_URL.into(), database.role_url().into())];
        let mut server = Self::spawn(Path::new(BINARY), data, &[], &environment);
        server.authorize(&token);
        server
    }

    fn spawn(binary: &Path, data: &Path, flags: &[&str], environment: &[(OsString, OsString)]) -> Self {
        fs::create_dir_all(data).unwrap();
        let address = free_address();
        let mut command = Command::new(binary);
        command.arg("--data").arg(data).arg("--listen").arg(address.to_string()).args(flags);
        command.envs(environment.iter().cloned());
        let start = Instant::now();
        let process = Process::start(&mut command, &data.join("log"), (address, "/healthz"));
        Self { process, address, authorization: String::new(), started_in: start.elapsed() }
    }

    fn authorize(&mut self, token: &str) {
        self.authorization = format!("Bearer {}", token.trim());
    }

    pub(crate) fn connect(&self) -> std::io::Result<Connection> {
        Connection::open(self.address)
    }

    pub(crate) fn memory(&self, name: &str) -> f64 {
        self.process.memory(name)
    }

    pub(crate) fn log(&self) -> String {
        self.process.log()
    }

    /// The head of a request that needs a token.
    pub(crate) fn head(&self, method: &str, path: &str, headers: &[(&str, &str)], length: u64) -> Vec<u8> {
        let headers = [&[("authorization", self.authorization.as_str())], headers].concat();
        head(method, path, &headers, length)
    }

    /// A request with a JSON body, rendered.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Vec<u8> {
        let body = body.to_string();
        let mut request = self.head("POST", path, &[("content-type", "application/json")], body.len() as u64);
        request.extend(body.into_bytes());
        request
    }

    /// Sends a request that must succeed.
    pub(crate) fn done(&self, request: &[u8]) -> Value {
        parsed(&self.connect().and_then(|mut connection| connection.exchange(request)).unwrap())
    }

    /// Announces a file for a line of a model.
    pub(crate) fn announce(&self, (model, line): (&str, usize), file: &FileRef) -> Value {
        let FileRef { sha256, size, .. } = file;
        let announced = json!({"sha256": sha256.to_hex(), "size": size, "line": line.to_string()});
        self.done(&self.post(&format!("{model}/uploads"), &announced))
    }

    /// Announces a file and sends it at once; answers how long the bytes took.
    pub(crate) fn upload(&self, place: (&str, usize), file: &FileRef) -> Duration {
        let upload = self.announce(place, file);
        let head = self.head("PUT", upload["url"].as_str().unwrap(), &[], file.size);
        let (mut connection, start) = (self.connect().unwrap(), Instant::now());
        parsed(&connection.send(&head, File::open(&file.path).unwrap(), file.size).unwrap());
        start.elapsed()
    }
}

const DATABASE_URL: &str = "REGISTRY_DATABASE_URL";

/// The JSON of an answer that must be one of success.
pub(crate) fn parsed(answer: &Answer) -> Value {
    assert!(answer.status < 300, "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    serde_json::from_slice(&answer.body).unwrap()
}
