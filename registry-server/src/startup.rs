//! Starting and stopping. The only place that names a concrete database and object store.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use jiff::Timestamp;
use registry_store::Metadata;
use registry_store::StoreError;
use registry_store::blobs::{BlobError, Blobs, LocalBlobs};
use registry_store::rows::TokenRecord;
use registry_store::sqlite::{OpenError, SqliteStore};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::config::Config;
use crate::http::host::Hosts;
use crate::http::metrics::Metrics;
use crate::http::observe::observe;
use crate::http::{Shared, configure};
use crate::lock::{DataLock, LockError};
use crate::service::Registry;
use crate::service::access::Access;
use crate::service::token::Secret;

/// How many connections may wait to be accepted.
const BACKLOG: u32 = 1024;
/// How long the head of a request may take to arrive.
const HEAD_PATIENCE: Duration = Duration::from_secs(10);
/// How long an idle connection is kept.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// How long requests under way have, in seconds, once the server is told to stop.
const SHUTDOWN_SECONDS: u64 = 30;
/// How old what a broken upload left behind must be to be swept at the start.
const STALE_UPLOAD: Duration = Duration::from_hours(24);

const ADMIN: &str = "admin";
const ADMIN_TOKEN_FILE: &str = "admin-token";
const LOCK_FILE: &str = "lock";

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on `{address}`: {reason}")]
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
    /// The database does not open.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The blobs cannot be used.
    #[error(transparent)]
    Blobs(#[from] BlobError),
    /// The machine gives no random numbers.
    #[error("no random numbers for the admin token: {0}")]
    Random(getrandom::Error),
    /// The metrics contradict each other.
    #[error("the metrics cannot be set up: {0}")]
    Metrics(#[from] prometheus::Error),
}

/// A server that serves.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    handle: ServerHandle,
    task: JoinHandle<io::Result<()>>,
    /// The admin token and where it is kept, when this start made it.
    new_token: Option<(Secret, PathBuf)>,
}

/// Starts the server: binds, locks and opens the data, makes the admin token if there is none, and only then listens.
///
/// # Errors
/// When the address is taken, or the data cannot be used or is used by another server.
pub async fn build(config: Config) -> Result<Running, StartError> {
    let unbound = |reason| StartError::Listen { address: config.listen, reason };
    let socket = bind(config.listen).map_err(unbound)?;
    let lock = lock(&config.data)?;
    let (registry, new_token) = open(&config).await?;
    let listener = socket.listen(BACKLOG).map_err(unbound)?;
    let address = listener.local_addr().map_err(unbound)?;
    let shared = Shared {
        registry: web::Data::new(registry),
        access: web::Data::new(Access { anonymous_reads: config.is_private() }),
        hosts: web::Data::new(Hosts::new(address, &config.allowed_hosts)),
        metrics: web::Data::new(Metrics::new()?),
    };
    let server = serve(listener, shared).map_err(unbound)?;
    let handle = server.handle();
    tracing::info!(%address, data = %config.data.display(), "listening");
    let task = tokio::spawn(async move {
        let ended = server.await;
        drop(lock);
        ended
    });
    Ok(Running { address, handle, task, new_token })
}

impl Running {
    /// The address that the server listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Says where the server is, and shows a new admin token, the only time.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn greet(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "The registry listens on http://{}; its documentation is at /docs/.", self.address)?;
        if let Some((token, path)) = &self.new_token {
            writeln!(out, "The admin token, shown only now: {}", token.reveal())?;
            writeln!(out, "It is also in `{}`, readable by you alone.", path.display())?;
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

fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Else a restart would wait a minute for the connections of the process before.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

/// Makes the data folder where it is missing, and takes it for this server alone.
fn lock(data: &Path) -> Result<DataLock, StartError> {
    std::fs::create_dir_all(data).map_err(|reason| StartError::Data { path: data.to_owned(), reason })?;
    let path = data.join(LOCK_FILE);
    DataLock::take(&path).map_err(|error| match error {
        LockError::Held(process) => StartError::InUse { folder: data.to_owned(), process },
        LockError::File(reason) => StartError::Data { path, reason },
    })
}

async fn open(config: &Config) -> Result<(Registry, Option<(Secret, PathBuf)>), StartError> {
    let data = &config.data;
    let store = SqliteStore::open(&data.join("registry.db")).await?;
    let blobs = LocalBlobs::open(&data.join("blobs"))?;
    let swept = blobs.sweep_staging(STALE_UPLOAD).await?;
    if swept > 0 {
        tracing::info!(swept, "removed what broken uploads had left");
    }
    let path = data.join(ADMIN_TOKEN_FILE);
    let new_token = admin_token(&store, &path).await?.map(|secret| (secret, path));
    Ok((Registry::new(Arc::new(store), Arc::new(blobs), config.policy.clone()), new_token))
}

/// Makes the admin token of a registry that has no token at all.
///
/// The file is written before the row: a start that breaks off between the two leaves a token that the next start finds
/// and takes, instead of a registry that nobody can use.
async fn admin_token(store: &impl Metadata, path: &Path) -> Result<Option<Secret>, StartError> {
    if store.has_tokens().await? {
        return Ok(None);
    }
    let unusable = |reason| StartError::Data { path: path.to_owned(), reason };
    let kept = match std::fs::read_to_string(path) {
        Ok(text) => Secret::from_text(text.trim()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(unusable(error)),
    };
    let secret = kept.map_or_else(Secret::generate, Ok).map_err(StartError::Random)?;
    keep(&secret, path).map_err(unusable)?;
    store.insert_token(&record(&secret, store.now().await?)).await?;
    Ok(Some(secret))
}

fn record(secret: &Secret, now: Timestamp) -> TokenRecord {
    TokenRecord {
        id: Uuid::now_v7(),
        sha256: secret.digest(),
        principal: ADMIN.to_owned(),
        expires_at: None,
        revoked_at: None,
        created_at: now,
    }
}

/// Writes a token to a file that its owner alone may read. What was there is replaced as a file, not rewritten: it may
/// have been readable by others.
fn keep(secret: &Secret, path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{}", secret.reveal())?;
    file.sync_all()
}

fn serve(listener: TcpListener, shared: Shared) -> io::Result<Server> {
    let server = HttpServer::new(move || {
        let shared = shared.clone();
        App::new().configure(move |config| configure(config, &shared)).wrap(from_fn(observe))
    })
    .keep_alive(KEEP_ALIVE)
    .client_request_timeout(HEAD_PATIENCE)
    .shutdown_timeout(SHUTDOWN_SECONDS)
    .disable_signals()
    .listen(listener.into_std()?)?;
    Ok(server.run())
}
