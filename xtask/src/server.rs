//! A server of the debug build on a folder and a port of its own, and the command line that speaks to it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::run;

/// How long the server may take to answer, or to end.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A running server. It goes on when this is dropped.
pub(crate) struct Server {
    /// Its address for a client.
    pub(crate) url: String,
    port: u16,
    data: PathBuf,
    child: Child,
}

impl Server {
    /// Starts a server whose data is in a new folder, and waits until it answers. It writes its log beside its data.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self, String> {
        let failed = |error| format!("{}: {error}", folder.display());
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(failed)?;
        }
        fs::create_dir_all(folder).map_err(failed)?;
        let (log, data) = (folder.join("server.log"), folder.join("registry-data"));
        let child = Command::new(binaries().join("registry-server"))
            .args(["--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(&data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log).map_err(failed)?)
            .spawn()
            .map_err(|error| format!("cannot start the server: {error}"))?;
        let mut server = Self { url: format!("http://127.0.0.1:{port}"), port, data, child };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if !server.is_running() || start.elapsed() > PATIENCE {
                return Err(format!("the server does not answer; see {}", log.display()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Where its data lies.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Its admin token.
    pub(crate) fn token(&self) -> Result<String, String> {
        let token = fs::read_to_string(self.data.join("admin-token")).map_err(|error| error.to_string())?;
        Ok(token.trim().to_owned())
    }

    /// `registry` with these words, in the root of the workspace.
    pub(crate) fn registry(&self, words: &[&str]) -> Result<Command, String> {
        let mut command = Command::new(binaries().join("registry"));
        command.args(words).current_dir(run::root()).stdin(Stdio::null());
        command.env("REGISTRY_URL", &self.url).env("REGISTRY_TOKEN", self.token()?);
        Ok(command)
    }

    /// A connection to it.
    pub(crate) fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
    }

    /// Ends it.
    pub(crate) fn stop(mut self) -> Result<(), String> {
        let failed = |error| format!("cannot end the server: {error}");
        self.child.kill().map_err(failed)?;
        self.child.wait().map(drop).map_err(failed)
    }
}

/// Where the programs lie that `run::build_programs` builds.
pub(crate) fn binaries() -> PathBuf {
    run::target().join("debug")
}

/// The port that is wanted, or a free one when somebody else has it.
pub(crate) fn free_port(wanted: u16) -> Result<u16, String> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = bind(wanted).or_else(|_| bind(0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}
