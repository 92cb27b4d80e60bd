//! A Postgres of one's own, for tests: in a temporary folder, on a free loopback port, gone when it is dropped.
//!
//! It takes the programs of Debian's package `postgresql`, never what happens to be on the `PATH`. Postgres refuses to
//! run as root; a test that runs as root starts it as the user `postgres`.
#![forbid(unsafe_code)]

mod account;
mod database;
mod tls;

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use account::Account;
pub use database::{Database, Server, URL};

/// Where Debian puts the programs of each version.
const PROGRAMS: &str = "/usr/lib/postgresql";
const SUPERUSER: &str = "postgres";
const PASSWORD: &str = "only-for-tests";
/// How long it may take to start: much longer than it does.
const PATIENCE: Duration = Duration::from_mins(1);

/// Settings for tests. What makes a commit durable stays as it is in production.
const SETTINGS: [&str; 7] = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=300",
    "shared_buffers=64MB",
    "fsync=on",
    "synchronous_commit=on",
    "log_min_messages=fatal",
];

/// A Postgres that runs.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    account: Account,
    port: u16,
    /// Beyond those of every test.
    settings: Vec<&'static str>,
    process: Option<Child>,
}

impl Cluster {
    /// Makes one and starts it.
    ///
    /// # Errors
    /// When Postgres is not installed, or does not start; with the end of its log.
    pub fn start() -> Result<Self, String> {
        let mut cluster = Self::make()?;
        cluster.resume()?;
        Ok(cluster)
    }

    /// Makes one that speaks TLS, for connections that ask for it, and starts it.
    ///
    /// # Errors
    /// As [`Cluster::start`]; and when `openssl` makes no certificate.
    pub fn start_with_tls() -> Result<Self, String> {
        let mut cluster = Self::make()?;
        tls::certify(&cluster.folder, &cluster.account)?;
        cluster.settings.extend(tls::SETTINGS);
        cluster.resume()?;
        Ok(cluster)
    }

    fn make() -> Result<Self, String> {
        let programs = find_programs(Path::new(PROGRAMS))?;
        let account = Account::find()?;
        let folder = make_folder(&account)?;
        let cluster = Self { programs, folder, account, port: free_port()?, settings: Vec::new(), process: None };
        cluster.initialize()?;
        Ok(cluster)
    }

    /// The URL of its superuser.
    pub fn url(&self) -> String {
        format!("postgres://{SUPERUSER}:{PASSWORD}@127.0.0.1:{}/postgres", self.port)
    }

    /// The certificate of the authority that vouches for it, when it speaks TLS. It vouches for the name `localhost`.
    pub fn authority(&self) -> PathBuf {
        self.folder.join(tls::AUTHORITY)
    }

    /// Stops it as an administrator would: connections break off, nothing is lost.
    ///
    /// # Errors
    /// When it does not stop.
    pub fn stop(&mut self) -> Result<(), String> {
        self.end("fast")
    }

    /// Kills it with all of its processes, as a loss of power does, except that the disk keeps what it was told.
    ///
    /// # Errors
    /// When it cannot be killed.
    pub fn kill(&mut self) -> Result<(), String> {
        let Some(mut process) = self.process.take() else { return Ok(()) };
        let parent = process.id();
        let children = children_of(parent);
        process.kill().map_err(|error| format!("cannot kill Postgres: {error}"))?;
        process.wait().map_err(|error| format!("Postgres does not end: {error}"))?;
        let mut command = Command::new("kill");
        // Those that have noticed already are gone.
        let _some_are_gone = command.arg("-9").args(&children).stderr(Stdio::null()).status();
        let deadline = Instant::now() + PATIENCE;
        while children.iter().any(|child| Path::new("/proc").join(child).exists()) {
            if Instant::now() > deadline {
                return Err("a process of Postgres does not end".to_owned());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Stops the time of all of its processes: it takes connections and requests, and says nothing.
    ///
    /// # Errors
    /// When it does not run.
    pub fn freeze(&self) -> Result<(), String> {
        self.signal_all("STOP")
    }

    /// Lets it go on after [`Cluster::freeze`].
    ///
    /// # Errors
    /// When it does not run.
    pub fn thaw(&self) -> Result<(), String> {
        self.signal_all("CONT")
    }

    fn signal_all(&self, signal: &str) -> Result<(), String> {
        let process = self.process.as_ref().ok_or("Postgres does not run")?;
        // The first one first: it starts the others.
        for group in [vec![process.id().to_string()], children_of(process.id())] {
            // Some may have ended meanwhile.
            let _sent = Command::new("kill").args(["-s", signal]).args(group).stderr(Stdio::null()).status();
        }
        Ok(())
    }

    /// Starts it again, on the same port, after a stop or a kill.
    ///
    /// # Errors
    /// When it does not start; with the end of its log.
    pub fn resume(&mut self) -> Result<(), String> {
        let log = File::create(self.folder.join("log")).map_err(|error| format!("the log: {error}"))?;
        let errors = log.try_clone().map_err(|error| format!("the log: {error}"))?;
        let mut command = self.program("postgres");
        command.arg("-D").arg(self.data()).arg("-p").arg(self.port.to_string());
        for setting in SETTINGS.iter().chain(&self.settings) {
            command.args(["-c", setting]);
        }
        let child = command.stdin(Stdio::null()).stdout(log).stderr(errors).spawn();
        self.process = Some(child.map_err(|error| format!("postgres does not start: {error}"))?);
        self.wait_until_ready()
    }

    fn initialize(&self) -> Result<(), String> {
        let password = self.folder.join("password");
        fs::write(&password, PASSWORD).map_err(|error| format!("{}: {error}", password.display()))?;
        self.account.own(&password)?;
        let mut command = self.program("initdb");
        // Sorts as people do, not by bytes: what has to be sorted by bytes must say so.
        command.args(["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"]);
        command.args(["--no-sync", "--data-checksums", "--auth=password", "--username", SUPERUSER]);
        command.arg("--pwfile").arg(&password).arg("-D").arg(self.data());
        let output = command.output().map_err(|error| format!("initdb does not start: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("initdb failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }

    fn wait_until_ready(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let mut probe = self.program("pg_isready");
            probe.args(["--quiet", "--host=127.0.0.1", "--timeout=5"]).arg(format!("--port={}", self.port));
            if probe.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            let ended = self.process.as_mut().and_then(|process| process.try_wait().ok().flatten());
            if ended.is_some() {
                self.process = None;
                return Err(format!("postgres ended at once: {}", self.log()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(format!("postgres was not ready in {} seconds: {}", PATIENCE.as_secs(), self.log()))
    }

    fn end(&mut self, mode: &str) -> Result<(), String> {
        let Some(mut process) = self.process.take() else { return Ok(()) };
        let mut command = self.program("pg_ctl");
        command.args(["stop", "--silent", "-m", mode, "-D"]).arg(self.data());
        let stopped = command.status().map_err(|error| format!("pg_ctl does not start: {error}"))?;
        if !stopped.success() {
            process.kill().map_err(|error| format!("postgres cannot be killed: {error}"))?;
        }
        process.wait().map(drop).map_err(|error| format!("postgres does not end: {error}"))
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        self.account.apply(&mut command);
        // Nothing of the caller's may change what it does.
        command.current_dir(&self.folder).env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C.UTF-8");
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default().trim().to_owned()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // A test that ends has nobody to tell. What is frozen does not end.
        self.thaw().ok();
        self.end("immediate").ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// The programs of the newest version.
fn find_programs(root: &Path) -> Result<PathBuf, String> {
    let versions = fs::read_dir(root).into_iter().flatten().flatten();
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let versions = versions.filter_map(|entry| Some((number(&entry.path())?, entry.path().join("bin"))));
    let complete = versions.filter(|(_, programs)| programs.join("initdb").is_file());
    let newest = complete.max_by_key(|(version, _)| *version).map(|(_, programs)| programs);
    newest.ok_or_else(|| format!("there is no Postgres in {}: apt-get install postgresql", root.display()))
}

fn make_folder(account: &Account) -> Result<PathBuf, String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("test-postgres-{}-{number}", std::process::id()));
    fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    account.own(&folder)?;
    Ok(folder)
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("there is no free port: {error}"))
}

/// The processes that a process has started.
fn children_of(parent: u32) -> Vec<String> {
    let path = format!("/proc/{parent}/task/{parent}/children");
    fs::read_to_string(path).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_complete_version_is_taken() {
        let root = std::env::temp_dir().join(format!("test-postgres-find-{}", std::process::id()));
        for version in ["9", "15", "16", "common"] {
            fs::create_dir_all(root.join(version).join("bin")).unwrap();
        }
        let missing = find_programs(&root).unwrap_err();
        assert!(missing.contains("apt-get install postgresql"), "{missing}");
        for version in ["9", "15", "common"] {
            fs::write(root.join(version).join("bin/initdb"), "").unwrap();
        }
        assert_eq!(find_programs(&root).unwrap(), root.join("15/bin"));
        fs::remove_dir_all(&root).unwrap();
    }
}
