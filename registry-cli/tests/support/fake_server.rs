//! A server that answers what a test tells it to, right or wrong.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What a server does with one request: its first line, such as `GET /api/v1/meta`, and the connection to answer on.
type Handler = dyn Fn(&str, &mut TcpStream) + Send + Sync;

pub(crate) struct FakeServer {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
    stops: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl FakeServer {
    pub(crate) fn start(handler: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        Self::paced(Duration::ZERO, handler)
    }

    /// One that takes this long over every MiB of a body.
    pub(crate) fn paced(pace: Duration, handler: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (seen, stops) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicBool>::default());
        let (log, stopped) = (Arc::clone(&seen), Arc::clone(&stops));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                serve(stream.unwrap(), &log, pace, &handler);
            }
        });
        Self { address, seen, stops, thread: Some(thread) }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The first lines of all requests so far.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    /// Runs the program against this server, in `folder`.
    pub(crate) fn run(&self, folder: &Path, arguments: &[&str]) -> Output {
        self.command(folder, arguments).output().unwrap()
    }

    pub(crate) fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry"));
        command.args(arguments).current_dir(folder).env("REGISTRY_URL", self.url()).env_remove("REGISTRY_TOKEN");
        command.env("REGISTRY_CONFIG_DIR", folder.join("config"));
        command
    }
}

impl Drop for FakeServer {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>, pace: Duration, handler: &Handler) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut first, mut length) = (String::new(), 0);
    reader.read_line(&mut first).unwrap();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap() == 0 || line.trim().is_empty() {
            break;
        }
        let line = line.to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = reader.take(length);
    while std::io::copy(&mut body.by_ref().take(1 << 20), &mut std::io::sink()).unwrap() == 1 << 20 {
        std::thread::sleep(pace);
    }
    let words: Vec<&str> = first.split_whitespace().take(2).collect();
    let request = words.join(" ");
    log.lock().unwrap().push(request.clone());
    handler(&request, &mut stream);
}

/// Answers; a client that went away does not matter.
pub(crate) fn answer(stream: &mut TcpStream, status: u16, headers: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    drop(stream.write_all(&[head.as_bytes(), body].concat()));
}

/// Says nothing until the client goes away.
pub(crate) fn be_silent(stream: &mut TcpStream) {
    drop(stream.read(&mut [0]));
}

pub(crate) fn talk(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
