//! The server as a process of its own, on either database.

use std::io::{BufRead as _, BufReader};

use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

use crate::common::TestClient;

/// Where the server finds the URL of its database.
const URL: &str = "REGISTRY_DATABASE_URL";

/// What servers share: the blobs, and the database.
pub(crate) struct Installation {
    pub(crate) data: TempDir,
    url: Option<String>,
}

/// A server that dies with its test.
pub(crate) struct Process {
    child: Child,
    pub(crate) client: TestClient,
}

impl Installation {
    /// With a file as its database, which the first server makes.
    pub(crate) fn sqlite() -> Self {
        Self { data: tempfile::tempdir().unwrap(), url: None }
    }

    /// With a database on a server, migrated by its owner and used by a role without more rights than it needs.
    pub(crate) fn postgres(database: &test_postgres::Database) -> Self {
        let owner = Self::at(database.url());
        let role = database.role().unwrap();
        let migrated = owner.run(&["migrate", "--grant-to", role]);
        assert!(migrated.status.success(), "{}", text(&migrated.stderr));
        let installation = Self::at(database.role_url());
        installation.bootstrap();
        installation
    }

    /// With a database at a URL, as it is.
    pub(crate) fn at(url: String) -> Self {
        Self { data: tempfile::tempdir().unwrap(), url: Some(url) }
    }

    /// Makes the admin token, and puts it where clients of tests look for it.
    pub(crate) fn bootstrap(&self) {
        let made = self.run(&["bootstrap"]);
        assert!(made.status.success(), "{}", text(&made.stderr));
        std::fs::write(self.data.path().join("admin-token"), made.stdout).unwrap();
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_registry-server"));
        command.env("REGISTRY_DATA", self.data.path()).env("REGISTRY_LISTEN", "127.0.0.1:0").env_remove(URL);
        command.envs(self.url.as_ref().map(|url| (URL, url)));
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command().args(words).output().unwrap()
    }

    pub(crate) fn start(&self) -> Process {
        let mut child = self.command().stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let url = loop {
            let Some(Ok(line)) = lines.next() else { panic!("the server does not start: {said:#?}") };
            if let Some((_, rest)) = line.split_once("The registry listens on ") {
                break rest.split_once(';').unwrap().0.to_owned();
            }
            said.push(line);
        };
        // reqwest is built without one; a second install is refused, and the first is as good.
        rustls::crypto::ring::default_provider().install_default().ok();
        // Or the server would wait, once nobody reads what it says.
        std::thread::spawn(move || lines.for_each(drop));
        Process { child, client: TestClient::new(&url, self.data.path()) }
    }
}

impl std::ops::Deref for Process {
    type Target = TestClient;

    fn deref(&self) -> &TestClient {
        &self.client
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
