//! The server as it is shipped: a process with data of its own.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use registry_core::digest::Digest;
use serde_json::{Value, json};

use crate::client::{Answer, Connection, head};

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_registry-server");
/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before the next look whether it answers.
const LOOK: Duration = Duration::from_micros(200);

/// The server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    authorization: String,
    /// From the start of the process to the first answer.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts on a free port, with its log in a file, as a service would.
    pub(crate) fn start(data: &Path) -> Self {
        fs::create_dir_all(data).unwrap();
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let mut command = Command::new(BINARY);
        command.arg("--data").arg(data).arg("--listen").arg(address.to_string());
        command.stdout(Stdio::null()).stderr(File::create(data.join("log")).unwrap());
        let start = Instant::now();
        let child = command.spawn().unwrap();
        let mut server = Self { child, address, authorization: String::new(), started_in: Duration::ZERO };
        while !server.lives() {
            assert!(start.elapsed() < PATIENCE, "no answer: {:?}", fs::read_to_string(data.join("log")));
            std::thread::sleep(LOOK);
        }
        server.started_in = start.elapsed();
        server.authorization = format!("Bearer {}", fs::read_to_string(data.join("admin-token")).unwrap().trim());
        server
    }

    fn lives(&self) -> bool {
        let answer = self.connect().and_then(|mut connection| connection.exchange(&head("GET", "/healthz", &[], 0)));
        answer.is_ok_and(|answer| answer.status == 200)
    }

    pub(crate) fn connect(&self) -> std::io::Result<Connection> {
        Connection::open(self.address)
    }

    /// A line of the status of the process, in MiB: `VmHWM` or `VmRSS`.
    pub(crate) fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }

    /// A request with a JSON body, rendered.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Vec<u8> {
        let (body, mut request) = (body.to_string(), Vec::new());
        let headers = [("authorization", self.authorization.as_str()), ("content-type", "application/json")];
        request.extend(head("POST", path, &headers, body.len() as u64));
        request.extend(body.into_bytes());
        request
    }

    /// Sends a request that must succeed.
    pub(crate) fn done(&self, request: &[u8]) -> Value {
        let answer = self.connect().and_then(|mut connection| connection.exchange(request)).unwrap();
        parsed(&answer)
    }

    /// Announces a file and sends it; answers how a publish refers to it, and how long the bytes took.
    pub(crate) fn upload(
        &self,
        (model, line): (&str, u64),
        name: &str,
        (file, digest): (&Path, Digest),
    ) -> (Value, Duration) {
        let size = fs::metadata(file).unwrap().len();
        let announced = json!({"sha256": digest.to_hex(), "size": size, "line": line.to_string()});
        let upload = self.done(&self.post(&format!("{model}/uploads"), &announced));
        let url = upload["url"].as_str().unwrap();
        let head = head("PUT", url, &[("authorization", &self.authorization)], size);
        let (mut connection, start) = (self.connect().unwrap(), Instant::now());
        parsed(&connection.send(&head, File::open(file).unwrap()).unwrap());
        (json!({"path": name, "sha256": digest.to_hex(), "size": size}), start.elapsed())
    }
}

fn parsed(answer: &Answer) -> Value {
    assert!(answer.status < 300, "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    serde_json::from_slice(&answer.body).unwrap()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}
