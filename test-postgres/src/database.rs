//! Databases of their own, on a server that tests may use.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{PASSWORD, PROGRAMS, find_programs};

/// Where tests find a server on which they may make databases and roles.
pub const URL: &str = "TEST_POSTGRES_URL";

/// A server on which tests may make databases and roles.
#[derive(Debug, Clone)]
pub struct Server {
    url: String,
}

/// A database that goes away with its test, and the role that the server under test gets.
#[derive(Debug)]
pub struct Database {
    server: Server,
    name: String,
    role: Option<String>,
}

impl Server {
    /// The server of `TEST_POSTGRES_URL`, or none, which is said with the name of the test.
    ///
    /// # Panics
    /// When `CI` is set and there is none: there nothing may be skipped.
    pub fn find() -> Option<Self> {
        if let Ok(url) = std::env::var(URL) {
            return Some(Self { url });
        }
        assert!(std::env::var_os("CI").is_none(), "{URL} is not set");
        // Past the test harness, which shows nothing of a test that passes.
        let test = std::thread::current().name().unwrap_or("a test").to_owned();
        let said =
            writeln!(std::io::stderr(), "SKIPPED {test}: {URL} is not set; `cargo xtask services COMMAND` sets it");
        said.ok().and(None)
    }

    /// A new database without tables.
    ///
    /// # Errors
    /// What the server says.
    pub fn database(&self) -> Result<Database, String> {
        let name = format!("test_{}", unique());
        self.run(&format!("CREATE DATABASE {name}"))?;
        Ok(Database { server: self.clone(), name, role: None })
    }

    /// A new database without tables, and a role that has no rights in it yet.
    ///
    /// # Errors
    /// What the server says.
    pub fn database_with_role(&self) -> Result<Database, String> {
        let role = format!("role_{}", unique());
        self.run(&format!("CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'"))?;
        let mut database = self.database()?;
        database.role = Some(role);
        Ok(database)
    }

    fn run(&self, statement: &str) -> Result<(), String> {
        let psql = find_programs(Path::new(PROGRAMS))?.join("psql");
        let mut command = Command::new(psql);
        command.args(["--no-psqlrc", "--quiet", "--dbname", &self.url, "--command", statement]);
        let output = command.output().map_err(|error| format!("psql does not start: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() { Ok(()) } else { Err(format!("{statement}: {}", said.trim())) }
    }
}

impl Database {
    /// The URL of the owner.
    pub fn url(&self) -> String {
        let (server, _) = self.server.url.rsplit_once('/').unwrap_or((&self.server.url, ""));
        format!("{server}/{}", self.name)
    }

    /// The role, if there is one.
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// The URL of the role; of the owner when there is none.
    pub fn role_url(&self) -> String {
        let url = self.url();
        match (&self.role, url.split_once('@')) {
            (Some(role), Some((_, place))) => format!("postgres://{role}:{PASSWORD}@{place}"),
            _ => url,
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A test that ends has nobody to tell.
        self.server.run(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)).ok();
        if let Some(role) = &self.role {
            self.server.run(&format!("DROP ROLE IF EXISTS {role}")).ok();
        }
    }
}

/// A name that no other test of this or another process has.
fn unique() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}
