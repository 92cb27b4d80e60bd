//! Servers as processes of their own, on either database and either store of blobs.

use std::process::{Command, ExitStatus, Output};

use tempfile::TempDir;

use super::{Client, Process};

/// Where the server finds the URLs of its database and of its blobs.
const URL: &str = "REGISTRY_DATABASE_URL";
const BLOBS: &str = "REGISTRY_BLOBS";
/// Where it is told to send all bytes itself.
const PROXY: &str = "REGISTRY_PROXY_TRANSFERS";

/// What servers share: the blobs, and the database.
pub(crate) struct Installation {
    pub(crate) data: TempDir,
    url: Option<String>,
    /// The bucket of the blobs, if they are not in the data; and whether clients read it themselves.
    blobs: Option<(String, bool)>,
    /// What else the servers have in their environment.
    environment: Vec<(&'static str, String)>,
}

/// A server as a process of its own, and who asks it.
pub(crate) struct Server {
    process: Option<Process>,
    pub(crate) client: Client,
}

impl Server {
    /// Ends it as `kill -9` does.
    pub(crate) fn kill(&mut self) {
        self.process.take().map(Process::kill);
    }

    /// Its process, which must not have been killed.
    pub(crate) fn process(&mut self) -> &mut Process {
        self.process.as_mut().unwrap()
    }

    /// Waits until it has ended: how it came, and all that was said.
    pub(crate) fn end(mut self) -> (ExitStatus, Vec<String>) {
        self.process.take().unwrap().end()
    }
}

impl Installation {
    /// With a file as its database, which the first server makes.
    pub(crate) fn sqlite() -> Self {
        Self { data: tempfile::tempdir().unwrap(), url: None, blobs: None, environment: Vec::new() }
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
        Self { data: tempfile::tempdir().unwrap(), url: Some(url), blobs: None, environment: Vec::new() }
    }

    /// The same with its blobs in a bucket, which clients may read themselves or not.
    pub(crate) fn in_bucket(self, url: String, links: bool) -> Self {
        Self { blobs: Some((url, links)), ..self }
    }

    /// The same with more in the environment of its servers.
    pub(crate) fn with(self, environment: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { environment: environment.into_iter().collect(), ..self }
    }

    /// Makes the admin token, and puts it where clients of tests look for it.
    pub(crate) fn bootstrap(&self) {
        let made = self.run(&["bootstrap"]);
        assert!(made.status.success(), "{}", text(&made.stderr));
        std::fs::write(self.data.path().join("admin-token"), made.stdout).unwrap();
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Output {
        let mut command = Process::command(self.data.path());
        self.name_places(&mut command);
        command.args(words).output().unwrap()
    }

    pub(crate) fn start(&self) -> Server {
        self.start_with(&[])
    }

    /// A server with more in its environment than the others have.
    pub(crate) fn start_with(&self, environment: &[(&str, &str)]) -> Server {
        let mut process = Process::start_with(self.data.path(), |command| {
            self.name_places(command);
            command.envs(environment.iter().copied());
        });
        let client = process.client();
        Server { process: Some(process), client }
    }

    fn name_places(&self, command: &mut Command) {
        command.env_remove(URL).envs(self.url.as_ref().map(|url| (URL, url)));
        if let Some((url, links)) = &self.blobs {
            command.env(BLOBS, url).env(PROXY, (!links).to_string());
        }
        command.envs(self.environment.iter().cloned());
    }
}

impl std::ops::Deref for Server {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
