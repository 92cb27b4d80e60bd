//! The configuration: flags over environment over file over defaults.

mod limits;
mod tls;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::{Parser, Subcommand, ValueEnum};
use registry_core::compat::PolicyLayer;
use registry_store::postgres::CONNECTIONS;
use serde::Deserialize;

use self::limits::{LimitArguments, LimitTable};
pub use self::limits::{Limits, Patience};
pub use self::tls::TlsFiles;
use crate::database::{Database, DatabaseError, Hidden};
use crate::startup::metadata::default_database;

const DATA: &str = "./registry-data";
const DEFAULT_PORT: u16 = 8787;

/// The server of the model registry.
///
/// With no flags it serves this machine alone at <http://127.0.0.1:8787>, and keeps everything in `./registry-data`.
#[derive(Debug, Clone, Parser)]
#[command(name = "registry-server", version, max_term_width = 100)]
#[command(after_help = "Examples:
  registry-server
  registry-server --data /srv/registry --listen 127.0.0.1:9000
  registry-server --listen 0.0.0.0:8787 --behind-proxy --allowed-host models.example.com
  registry-server --listen 0.0.0.0:443 --tls-cert chain.pem --tls-key key.pem --allowed-host models.example.com
  REGISTRY_DATABASE_URL=postgres://owner:…@db/registry registry-server migrate --grant-to registry
  REGISTRY_DATABASE_URL=postgres://registry:…@db/registry registry-server bootstrap")]
pub struct Arguments {
    /// The address to listen on; port 0 takes a free one [default: 127.0.0.1:8787]
    #[arg(long, value_name = "ADDRESS", env = "REGISTRY_LISTEN")]
    listen: Option<Listen>,
    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The folder for the blobs and, without `--database-url`, the database and the admin token [default: ./registry-data]
    #[arg(long, value_name = "FOLDER", env = "REGISTRY_DATA", global = true)]
    data: Option<PathBuf>,
    /// The database, `postgres://USER:PASSWORD@HOST/NAME` or `sqlite://PATH` [default: registry.db in the folder of data]
    ///
    /// Other users of this machine can see the flag, but not the environment and the file.
    #[arg(long, value_name = "URL", env = "REGISTRY_DATABASE_URL", hide_env_values = true, global = true)]
    database_url: Option<Hidden>,
    /// How many connections to Postgres to open at most [default: 16]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_DATABASE_CONNECTIONS", value_parser = clap::value_parser!(u32).range(1..))]
    database_connections: Option<u32>,
    /// Where the bytes lie: `file:///folder`, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`, with
    /// credentials from the usual environment [default: the folder `blobs` in the data]
    #[arg(long, value_name = "URL", env = "REGISTRY_BLOBS")]
    blobs: Option<String>,
    /// Clients cannot reach the object store: bytes go through the server, both ways
    #[arg(long, env = "REGISTRY_PROXY_TRANSFERS", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    proxy_transfers: Option<bool>,
    /// A TOML file with these settings, and a table `policy`
    #[arg(long, value_name = "FILE", env = "REGISTRY_CONFIG", global = true)]
    config: Option<PathBuf>,
    /// A proxy stands in front, for TLS and for everyone who is not on this machine: every request needs a token
    #[arg(long, env = "REGISTRY_BEHIND_PROXY", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    behind_proxy: Option<bool>,
    /// The certificate of the server with those that lead to it, as PEM; the server then speaks TLS and nothing else
    #[arg(long, value_name = "FILE", env = "REGISTRY_TLS_CERT")]
    tls_cert: Option<PathBuf>,
    /// The private key of the certificate, as PEM
    #[arg(long, value_name = "FILE", env = "REGISTRY_TLS_KEY")]
    tls_key: Option<PathBuf>,
    /// A host name that the server answers for, beside the loopback names and its address; may be repeated
    #[arg(long = "allowed-host", value_name = "NAME", env = "REGISTRY_ALLOWED_HOST", value_delimiter = ',')]
    allowed_hosts: Vec<String>,
    /// How the log is written [default: pretty on a terminal, else json]
    #[arg(long, value_name = "FORMAT", env = "REGISTRY_LOG_FORMAT", global = true)]
    log_format: Option<LogFormat>,
    #[command(flatten)]
    limits: LimitArguments,
}

/// What the program does instead of serving.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Bring the tables of a Postgres database up to date, and stop
    ///
    /// Takes a user who may make tables. Servers of the version before go on working meanwhile.
    Migrate {
        /// A role that gets the rights that the server needs, and no more
        #[arg(long, value_name = "ROLE")]
        grant_to: Option<String>,
    },
    /// Make the first admin token, print it once, and stop
    ///
    /// Also when no administrator has a token any more that opens the registry; refuses as long as one has. The token belongs
    /// to the principal `admin`, is not limited and does not end: make administrators of your own with it (`registry principal
    /// create`, `registry member set registry NAME --role admin`, `registry token create --of NAME`), then revoke it. Without
    /// `--database-url` the server makes it by itself on its first start, and keeps it in the folder of data.
    Bootstrap,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Lines for people.
    Pretty,
    /// One JSON object a line.
    Json,
}

/// An address to listen on. A name is none: it may mean several, and not all of them need be of this machine.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Listen(SocketAddr);

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| {
            let port = text.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok()).unwrap_or(DEFAULT_PORT);
            format!("`{text}` is no IP address with a port; for this machine alone write `127.0.0.1:{port}`")
        })
    }
}

impl TryFrom<String> for Listen {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The file of `--config`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct File {
    listen: Option<Listen>,
    data: Option<PathBuf>,
    database_url: Option<Hidden>,
    database_connections: Option<std::num::NonZeroU32>,
    blobs: Option<String>,
    proxy_transfers: Option<bool>,
    behind_proxy: Option<bool>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    allowed_hosts: Vec<String>,
    log_format: Option<LogFormat>,
    limits: LimitTable,
    policy: PolicyLayer,
}

/// What the server is to do; checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The folder for the blobs and, unless a database is named, the database and the admin token.
    pub data: PathBuf,
    /// The database; none means a file in the folder of data.
    pub database: Option<Database>,
    /// How many connections to Postgres to open at most.
    pub database_connections: u32,
    /// The URL of the blobs; none means the folder `blobs` in the data.
    pub blobs: Option<String>,
    /// Whether bytes go through the server even where clients could read the store themselves.
    pub proxy_transfers: bool,
    /// Whether a proxy stands in front.
    pub behind_proxy: bool,
    /// The files of the certificate and of its key, when the server speaks TLS itself.
    pub tls: Option<TlsFiles>,
    /// Host names that the server answers for, beside the loopback names and its address.
    pub allowed_hosts: Vec<String>,
    /// How the log is written; none means by what standard error is.
    pub log_format: Option<LogFormat>,
    /// What the server takes at a time, and from whom.
    pub limits: Limits,
    /// The outermost layer of policy.
    pub policy: PolicyLayer,
}

/// Why a configuration is refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the configuration `{}` cannot be read: {reason}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// The file is no configuration.
    #[error("the configuration `{}` cannot be understood: {reason}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The database is none that the registry can use.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// Others than this machine could reach the server unprotected.
    #[error(
        "`{0}` can be reached from other machines, and this server speaks no TLS: give it a certificate with `--tls-cert` \
         and `--tls-key`, put a proxy with TLS in front and say `--behind-proxy`, or listen on 127.0.0.1"
    )]
    Exposed(SocketAddr),
    /// A certificate without a key, or a key without a certificate.
    #[error("TLS needs a certificate and its key: `tls-{0}` is missing")]
    HalfTls(&'static str),
    /// An allowed host is no host name.
    #[error("`{0}` is no host name: write it without scheme, port and path, such as `models.example.com`")]
    Host(String),
}

impl Config {
    /// Puts flags, environment and file together, and checks the whole.
    ///
    /// # Errors
    /// When the file cannot be used, or the settings contradict each other.
    pub fn from_arguments(arguments: Arguments) -> Result<Self, ConfigError> {
        let file = arguments.config.as_deref().map(File::read).transpose()?.unwrap_or_default();
        let allowed = [arguments.allowed_hosts, file.allowed_hosts];
        let database = arguments.database_url.or(file.database_url).as_ref().map(Database::parse).transpose()?;
        let tls = TlsFiles::of(arguments.tls_cert.or(file.tls_cert), arguments.tls_key.or(file.tls_key))?;
        let connections = arguments.database_connections.or(file.database_connections.map(Into::into));
        let config = Self {
            listen: arguments.listen.or(file.listen).map_or_else(default_listen, |Listen(address)| address),
            data: arguments.data.or(file.data).unwrap_or_else(|| PathBuf::from(DATA)),
            database,
            database_connections: connections.unwrap_or(CONNECTIONS),
            blobs: arguments.blobs.or(file.blobs),
            proxy_transfers: arguments.proxy_transfers.or(file.proxy_transfers).unwrap_or(false),
            behind_proxy: arguments.behind_proxy.or(file.behind_proxy).unwrap_or(false),
            tls,
            allowed_hosts: allowed.into_iter().find(|hosts| !hosts.is_empty()).unwrap_or_default(),
            log_format: arguments.log_format.or(file.log_format),
            limits: Limits::of(&arguments.limits, &file.limits),
            policy: file.policy,
        };
        config.check()?;
        Ok(config)
    }

    /// The database that the metadata lives in.
    pub fn database(&self) -> Database {
        self.database.clone().unwrap_or_else(|| default_database(&self.data))
    }

    /// Whether only this machine can reach the server, so that reads need no token. Judged by the address that it listens
    /// on: the peer's is the proxy's when there is one.
    pub fn is_private(&self) -> bool {
        self.listen.ip().is_loopback() && !self.behind_proxy
    }

    fn check(&self) -> Result<(), ConfigError> {
        if !self.listen.ip().is_loopback() && !self.behind_proxy && self.tls.is_none() {
            return Err(ConfigError::Exposed(self.listen));
        }
        let plain = |host: &String| !host.is_empty() && !host.contains(['/', '@', ':', ' ']);
        match self.allowed_hosts.iter().find(|host| !plain(host)) {
            Some(host) => Err(ConfigError::Host(host.clone())),
            None => Ok(()),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: default_listen(),
            data: PathBuf::from(DATA),
            database: None,
            database_connections: CONNECTIONS,
            blobs: None,
            proxy_transfers: false,
            behind_proxy: false,
            tls: None,
            allowed_hosts: Vec::new(),
            log_format: None,
            limits: Limits::default(),
            policy: PolicyLayer::default(),
        }
    }
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], DEFAULT_PORT))
}

impl File {
    fn read(path: &Path) -> Result<Self, ConfigError> {
        let text =
            std::fs::read_to_string(path).map_err(|reason| ConfigError::Read { path: path.to_owned(), reason })?;
        let unclear = |reason: String| ConfigError::Syntax { path: path.to_owned(), reason };
        let file: Self = toml::from_str(&text).map_err(|error| unclear(place(&text, &error)))?;
        file.policy.check().map_err(|error| unclear(error.to_string()))?;
        Ok(file)
    }
}

/// What is wrong, and where. Without the line itself, which the error would show: it may hold a password.
fn place(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}: {}", before.matches('\n').count() + 1, error.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(words: &[&str]) -> Result<Config, ConfigError> {
        Config::from_arguments(Arguments::parse_from([&["registry-server"], words].concat()))
    }

    #[test]
    fn no_flags_serve_this_machine() {
        let config = config(&[]).unwrap();
        assert_eq!(config, Config::default());
        assert_eq!(config.listen.to_string(), "127.0.0.1:8787");
        assert!(config.is_private());
    }

    #[test]
    fn it_does_not_listen_to_others_without_a_proxy() {
        assert!(matches!(config(&["--listen", "0.0.0.0:8787"]), Err(ConfigError::Exposed(_))));
        assert!(matches!(config(&["--listen", "[::]:8787"]), Err(ConfigError::Exposed(_))));
        let behind = config(&["--listen", "0.0.0.0:8787", "--behind-proxy"]).unwrap();
        assert!(!behind.is_private());
        assert!(!config(&["--behind-proxy"]).unwrap().is_private());
        let tls = ["--tls-cert", "cert.pem", "--tls-key", "key.pem"];
        assert!(!config(&[&["--listen", "0.0.0.0:8787"], &tls[..]].concat()).unwrap().is_private());
        assert!(matches!(config(&tls[..2]), Err(ConfigError::HalfTls("key"))));
        assert!(matches!(config(&tls[2..]), Err(ConfigError::HalfTls("cert"))));
    }

    #[test]
    fn a_name_is_no_address_to_listen_on() {
        for (given, advised) in
            [("localhost:9000", "127.0.0.1:9000"), (":80", "127.0.0.1:80"), ("8787", "127.0.0.1:8787")]
        {
            let error = Arguments::try_parse_from(["registry-server", "--listen", given]).unwrap_err().to_string();
            assert!(error.contains(given) && error.contains(advised), "{error}");
        }
        let error = toml::from_str::<File>("listen = \"localhost:9000\"").unwrap_err().to_string();
        assert!(error.contains("write `127.0.0.1:9000`"), "{error}");
    }

    #[test]
    fn flags_win_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("registry-server.toml");
        let text = "listen = \"127.0.0.1:1\"\ndata = \"/a\"\nallowed-hosts = [\"b\"]\n[policy.resolve]\nfallback = \"latest\"\n";
        std::fs::write(&path, text).unwrap();
        let config = config(&["--config", path.to_str().unwrap(), "--data", "/c"]).unwrap();
        assert_eq!((config.listen.port(), config.data.to_str()), (1, Some("/c")));
        assert_eq!(config.allowed_hosts, ["b"]);
        assert_ne!(config.policy, PolicyLayer::default());
    }

    #[test]
    fn the_database_is_chosen_by_its_url() {
        assert_eq!(config(&["--data", "/a"]).unwrap().database().to_string(), "sqlite:///a/registry.db");
        let named = config(&["--database-url", "sqlite:///b/c.db", "--database-connections", "3"]).unwrap();
        assert_eq!((named.database().to_string().as_str(), named.database_connections), ("sqlite:///b/c.db", 3));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("registry-server.toml");
        std::fs::write(&path, "database-url = \"postgres://ada:geheim@db/registry\"\n").unwrap();
        let words = ["migrate", "--config", path.to_str().unwrap()];
        let arguments = Arguments::parse_from([&["registry-server"], &words[..]].concat());
        assert_eq!(arguments.command, Some(Command::Migrate { grant_to: None }));
        let config = Config::from_arguments(arguments).unwrap();
        assert!(!format!("{config:?}").contains("geheim"), "{config:?}");
        assert_eq!(config.database().to_string(), "postgres://ada:***@db/registry");
    }

    #[test]
    fn unknown_settings_and_odd_hosts_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("registry-server.toml");
        std::fs::write(&path, "lisen = \"127.0.0.1:1\"\n").unwrap();
        let error = config(&["--config", path.to_str().unwrap()]).unwrap_err().to_string();
        assert!(error.contains("lisen"), "{error}");
        std::fs::write(&path, "data = \"/a\"\ndatabase-url = \"postgres://ada:geheim@db\n").unwrap();
        let error = config(&["--config", path.to_str().unwrap()]).unwrap_err().to_string();
        assert!(error.contains("line 2") && !error.contains("geheim"), "{error}");
        assert!(matches!(config(&["--allowed-host", "https://a"]), Err(ConfigError::Host(_))));
    }
}
