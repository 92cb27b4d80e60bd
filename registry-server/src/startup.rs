//! Starting and stopping. The only place that names a concrete database and object store.

mod admin;
mod files;
mod line;
pub(crate) mod metadata;
mod serve;
mod sweep;
mod tls;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use actix_web::web;
use registry_store::blobs::{self, BlobError, Blobs, BucketBlobs, LocalBlobs};
use registry_store::{Metadata, StoreError};
use tokio::net::TcpSocket;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;

pub use self::metadata::MetadataError;
pub use self::tls::TlsError;
use crate::config::Config;
use crate::database::Database;
use crate::http::Shared;
use crate::http::host::Hosts;
use crate::http::limits::Limits;
use crate::http::metrics::Metrics;
use crate::lock::{DataLock, LockError};
use crate::service::Registry;
use crate::service::access::Access;
use crate::service::space::Disks;
use sweep::Sweeper;

/// How many connections may wait to be accepted.
const BACKLOG: u32 = 1024;

const ADMIN_TOKEN_FILE: &str = "admin-token";
const LOCK_FILE: &str = "lock";

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on `{address}`: {reason}{}", listen_hint(reason))]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        reason: io::Error,
    },
    /// The folder of data cannot be used.
    #[error("cannot use `{}`: {reason}", path.display())]
    Data {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// What should be the folder of data is something else.
    #[error(
        "`{}` is no folder: `--data` names the folder for the database, the blobs and the admin token; name another one, \
         it is made if it is not there",
        path.display()
    )]
    NoFolder {
        /// The path.
        path: PathBuf,
    },
    /// Another server uses the folder of data.
    #[error(
        "another registry-server{} uses the data folder `{}`; stop it or give `--data` another one",
        process.map(|process| format!(" (process {process})")).unwrap_or_default(), folder.display()
    )]
    InUse {
        /// The folder.
        folder: PathBuf,
        /// The process of the other server, if it is known.
        process: Option<u32>,
    },
    /// Another server uses the file of the database.
    #[error(
        "another registry-server{} uses the database `{}`; stop it or name another database",
        process.map(|process| format!(" (process {process})")).unwrap_or_default(), file.display()
    )]
    DatabaseInUse {
        /// The file.
        file: PathBuf,
        /// The process of the other server, if it is known.
        process: Option<u32>,
    },
    /// TLS cannot be spoken.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The database does not open.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The blobs cannot be used.
    #[error(transparent)]
    Blobs(#[from] BlobError),
    /// The URL of the blobs cannot be used.
    #[error(transparent)]
    Bucket(#[from] blobs::OpenError),
    /// The token cannot be shown.
    #[error("the token cannot be written: {0}")]
    Output(io::Error),
    /// The machine gives no random numbers.
    #[error("no random numbers for the admin token: {0}")]
    Random(getrandom::Error),
    /// The name of the first administrator is none.
    #[error(transparent)]
    Name(registry_core::name::NameError),
    /// There is nothing to bootstrap.
    #[error(
        "an administrator of the registry has a token that opens it: use that; `bootstrap` is for when nobody has one"
    )]
    HasTokens,
    /// The metrics contradict each other.
    #[error("the metrics cannot be set up: {0}")]
    Metrics(#[from] prometheus::Error),
}

/// A server that serves.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    scheme: &'static str,
    handle: ServerHandle,
    task: JoinHandle<io::Result<()>>,
    /// Sweeps as long as the server runs.
    _sweeper: Sweeper,
    /// Where the admin token is kept, when this start made it.
    new_token: Option<PathBuf>,
}

/// Starts the server: binds, locks and opens the data, makes the admin token if there is none, and only then listens.
///
/// # Errors
/// When the address is taken, or the data cannot be used or is used by another server.
pub async fn build(config: Config) -> Result<Running, StartError> {
    let tls = config.tls.as_ref().map(tls::acceptor).transpose()?;
    let unbound = |reason| StartError::Listen { address: config.listen, reason };
    let socket = bind(config.listen).map_err(unbound)?;
    files::allow(config.limits.max_connections);
    let lock = lock(&config)?;
    let (registry, new_token) = open(&config).await?;
    let listener = socket.listen(BACKLOG).map_err(unbound)?;
    let address = listener.local_addr().map_err(unbound)?;
    let sweeper = Sweeper::start(registry.clone());
    let shared = Shared {
        registry: web::Data::new(registry),
        access: web::Data::new(Access { anonymous_reads: config.is_private() }),
        hosts: web::Data::new(Hosts::new(address, &config.allowed_hosts)),
        metrics: web::Data::new(Metrics::new()?),
        limits: web::Data::new(Limits::new(&config)),
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    let server = serve::serve(listener, shared, &config.limits, tls).map_err(unbound)?;
    let handle = server.handle();
    tracing::info!(%address, data = %config.data.display(), database = %config.database(), "listening");
    let task = tokio::spawn(async move {
        let ended = server.await;
        drop(lock);
        ended
    });
    Ok(Running { address, scheme, handle, task, _sweeper: sweeper, new_token })
}

impl Running {
    /// The address that the server listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Says where the server is, and where a new admin token is; not the token, which would stay in the log of a service.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn greet(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { scheme, address, .. } = self;
        writeln!(out, "The registry listens on {scheme}://{address}; its documentation is at /docs/.")?;
        if let Some(path) = &self.new_token {
            let path = path.display();
            writeln!(out, "The admin token is in `{path}`, readable by you alone:")?;
            writeln!(out, "  registry login --url {scheme}://{address} --token-file '{path}'")?;
        }
        Ok(())
    }

    /// Serves until SIGTERM or SIGINT, then lets requests under way end; a second signal does not wait for them.
    ///
    /// # Errors
    /// When the server breaks off by itself.
    pub async fn run_until_signal(mut self) -> io::Result<()> {
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        tokio::select! {
            ended = &mut self.task => return ended.map_err(io::Error::other)?,
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: requests under way may end");
        tokio::select! {
            () = self.handle.stop(true) => {}
            // A server that is stopping hears no second command; it ends with the process.
            _ = terminate.recv() => return Ok(()),
            _ = interrupt.recv() => return Ok(()),
        }
        self.task.await.map_err(io::Error::other)?
    }

    /// Stops at once; requests under way break off.
    pub async fn abort(self) {
        self.handle.stop(false).await;
        let _ended = self.task.await;
    }

    /// Stops, and lets requests under way end.
    ///
    /// # Errors
    /// When the server had broken off.
    pub async fn stop(self) -> io::Result<()> {
        self.handle.stop(true).await;
        self.task.await.map_err(io::Error::other)?
    }
}

/// What to do about an address that cannot be listened on.
fn listen_hint(reason: &io::Error) -> &'static str {
    match reason.kind() {
        io::ErrorKind::AddrInUse => {
            "; another program listens there, perhaps another registry-server: end it, or choose another port with \
             `--listen 127.0.0.1:9000`, or port 0 for a free one"
        }
        io::ErrorKind::AddrNotAvailable => "; this machine has no such address: choose another one with `--listen`",
        io::ErrorKind::PermissionDenied => "; choose a port from 1024 on with `--listen`",
        _ => "",
    }
}

fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Else a restart would wait a minute for the connections of the process before.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

/// Makes the data folder where it is missing. With a file as the database, takes both for this process alone. Servers on one
/// Postgres may share a folder of blobs.
fn lock(config: &Config) -> Result<Option<[DataLock; 2]>, StartError> {
    let data = &config.data;
    if data.metadata().is_ok_and(|found| !found.is_dir()) {
        return Err(StartError::NoFolder { path: data.clone() });
    }
    std::fs::create_dir_all(data).map_err(|reason| StartError::Data { path: data.clone(), reason })?;
    let Database::Sqlite(file) = config.database() else { return Ok(None) };
    let in_use = |process| StartError::InUse { folder: data.clone(), process };
    let folder = take(data.join(LOCK_FILE), in_use)?;
    let file = real(&file).map_err(|reason| StartError::Data { path: file, reason })?;
    let mut beside = file.clone().into_os_string();
    beside.push(".lock");
    let database = take(beside.into(), |process| StartError::DatabaseInUse { file, process })?;
    Ok(Some([folder, database]))
}

fn take(path: PathBuf, in_use: impl FnOnce(Option<u32>) -> StartError) -> Result<DataLock, StartError> {
    DataLock::take(&path).map_err(|error| match error {
        LockError::Held(process) => in_use(process),
        LockError::File(reason) => StartError::Data { path, reason },
    })
}

/// The one path of a file that may have several, and need not be there yet; its folder is made.
fn real(file: &Path) -> io::Result<PathBuf> {
    if let Ok(found) = file.canonicalize() {
        return Ok(found);
    }
    let absolute = std::path::absolute(file)?;
    let (Some(folder), Some(name)) = (absolute.parent(), absolute.file_name()) else { return Ok(absolute) };
    std::fs::create_dir_all(folder)?;
    Ok(folder.canonicalize()?.join(name))
}

async fn open(config: &Config) -> Result<(Registry, Option<PathBuf>), StartError> {
    let store = metadata::open(config).await?;
    let blobs = open_blobs(config)?;
    let new_token = first_token(config, store.as_ref()).await?;
    let registry = Registry::new(store, blobs, config.policy.clone()).with_disks(disks(config));
    sweep::once(&registry).await;
    Ok((registry, new_token))
}

/// The folders on this machine that fill up.
fn disks(config: &Config) -> Disks {
    let blobs = match config.blobs.as_deref() {
        None => Some(config.data.join("blobs")),
        Some(url) => url.strip_prefix("file://").map(PathBuf::from),
    };
    let database = match config.database() {
        Database::Sqlite(file) => file.parent().map(Path::to_owned),
        Database::Postgres(_) => None,
    };
    let folders = blobs.into_iter().chain(database).map(|folder| real(&folder).unwrap_or(folder));
    Disks::new(folders.collect(), config.limits.min_free_space)
}

/// The blobs by the scheme of their URL.
fn open_blobs(config: &Config) -> Result<Arc<dyn Blobs>, StartError> {
    let Some(url) = &config.blobs else { return Ok(Arc::new(LocalBlobs::open(&config.data.join("blobs"))?)) };
    if let Some(folder) = url.strip_prefix("file://") {
        return Ok(Arc::new(LocalBlobs::open(Path::new(folder))?));
    }
    let blobs = BucketBlobs::open(url)?;
    Ok(Arc::new(if config.proxy_transfers { blobs.without_links() } else { blobs }))
}

/// The admin token, if this start makes it. A registry on a server has more than one start, so it is made by a command.
async fn first_token(config: &Config, store: &dyn Metadata) -> Result<Option<PathBuf>, StartError> {
    if let Database::Postgres(_) = config.database() {
        if !store.has_tokens().await? {
            tracing::warn!("the registry has no token yet: `registry-server bootstrap` makes the first");
        }
        return Ok(None);
    }
    let path = config.data.join(ADMIN_TOKEN_FILE);
    Ok(admin::make_and_keep(store, &path).await?.then_some(path))
}

/// Brings the tables of a Postgres database up to date, and gives a role what the registry needs.
///
/// # Errors
/// When the database is none of Postgres, does not answer, or a migration fails.
pub async fn migrate(config: &Config, role: Option<&str>) -> Result<(), StartError> {
    Ok(metadata::migrate(config, role).await?)
}

/// Makes the first admin token and shows it, the only time.
///
/// # Errors
/// When there is a token already, or the database cannot be used.
pub async fn bootstrap(config: &Config, out: &mut (dyn Write + Send)) -> Result<(), StartError> {
    let _lock = lock(config)?;
    let secret = admin::make(metadata::open(config).await?.as_ref()).await?;
    writeln!(out, "{}", secret.reveal()).map_err(StartError::Output)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn refused(config: Config) -> String {
        build(config).await.unwrap_err().to_string()
    }

    #[tokio::test]
    async fn a_start_that_fails_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = taken.local_addr().unwrap();
        let error = refused(Config { listen, data: folder.path().join("data"), ..Config::default() }).await;
        assert!(error.contains(&listen.to_string()) && error.contains("choose another port"), "{error}");

        let file = folder.path().join("file");
        std::fs::write(&file, "words").unwrap();
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        let error = refused(Config { listen: free, data: file.clone(), ..Config::default() }).await;
        assert!(error.contains(&file.display().to_string()) && error.contains("is no folder"), "{error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "words");
    }
}
