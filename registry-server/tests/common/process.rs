//! The program as a child of the test; it dies with it.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::Client;

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the program says once it listens; the address follows.
const GREETING: &str = "The registry listens on ";

/// The program, running.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    data: PathBuf,
    /// The lines on standard error, read as they come: whoever stopped reading would stop the server.
    said: Receiver<String>,
    heard: Vec<String>,
}

impl Process {
    /// The program with its data in a folder, on a free port; flags say otherwise.
    pub(crate) fn command(data: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry-server"));
        command.env("REGISTRY_DATA", data).env("REGISTRY_LISTEN", "127.0.0.1:0").env_remove("REGISTRY_LOG");
        command
    }

    pub(crate) fn start(data: &Path) -> Self {
        Self::start_with(data, |_| {})
    }

    /// The program with other flags or another environment.
    pub(crate) fn start_with(data: &Path, edit: impl FnOnce(&mut Command)) -> Self {
        let mut command = Self::command(data);
        edit(&mut command);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let (tell, said) = channel();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(tell.send(line))));
        Self { child, data: data.to_owned(), said, heard: Vec::new() }
    }

    /// Waits for a line and returns what follows `text` in it.
    pub(crate) fn hear(&mut self, text: &str) -> String {
        self.hear_or_end(text).unwrap_or_else(|| panic!("no `{text}` in {:#?}", self.heard))
    }

    /// Waits for a line and returns what follows `text` in it; nothing when the program ends without it.
    fn hear_or_end(&mut self, text: &str) -> Option<String> {
        loop {
            if let Some(rest) = self.heard.iter().find_map(|line| line.split_once(text).map(|(_, rest)| rest)) {
                return Some(rest.to_owned());
            }
            match self.said.recv_timeout(PATIENCE) {
                Ok(line) => self.heard.push(line),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("no `{text}` in {:#?}", self.heard),
            }
        }
    }

    /// Waits until the server listens, or has ended without it.
    pub(crate) fn listens(&mut self) -> bool {
        self.hear_or_end(GREETING).is_some()
    }

    /// Waits until the server listens, and returns where.
    pub(crate) fn url(&mut self) -> String {
        self.hear(GREETING).split_once(';').unwrap().0.to_owned()
    }

    /// Waits until the server listens, and returns a client with its admin token.
    pub(crate) fn client(&mut self) -> Client {
        Client::new(&self.url(), &self.data)
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Ends the program at once, as `kill -9` does.
    pub(crate) fn kill(mut self) -> ExitStatus {
        self.child.kill().unwrap();
        self.child.wait().unwrap()
    }

    /// Waits for the end: how it came, and all that was said.
    pub(crate) fn end(mut self) -> (ExitStatus, Vec<String>) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        };
        let rest: Vec<String> = self.said.iter().collect();
        (status, [std::mem::take(&mut self.heard), rest].concat())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _dead_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}
