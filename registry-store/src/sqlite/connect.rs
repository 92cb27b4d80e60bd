//! Opening: the file, its permissions, the settings of every connection, and the migrations.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlSafeStr, SqliteConnection, SqlitePool};
use uuid::Uuid;

/// How long a statement waits for another process that writes, and a read for a free connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Reads under way at the same time. A read takes well under a millisecond and more of them than cores gain nothing.
const READERS: u32 = 4;

/// The migrations, by number and name.
const MIGRATIONS: [(i64, &str, &str); 1] =
    [(1, "initial", include_str!("../../../migrations/sqlite/0001_initial.sql"))];

/// Why a database does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file or its folder cannot be made.
    #[error("`{}` cannot be made: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A later version of the registry has changed the tables.
    #[error(
        "the database has migration {0}, which this version does not know: a newer version of the registry has \
         written it; start that one, or restore a backup"
    )]
    Newer(i64),
    /// A migration was edited after it had been applied.
    #[error("migration {0} of the database is not the one of this version: restore a backup, or use another version")]
    Edited(i64),
    /// It cannot be opened, or is no database of SQLite.
    #[error("the database cannot be opened: {0}")]
    Database(sqlx::Error),
}

/// Makes the file and its folder when they are not there. SQLite gives its side files the permissions of the file.
pub(super) fn prepare_file(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| OpenError::File { path, source }
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        // The name must survive a loss of power as well as the rows do.
        Ok(_) => sync_folder(folder).map_err(failed(folder)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(failed(path)(error)),
    }
}

/// Only Unix opens folders as files.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The settings for a database in a file.
pub(super) fn file(path: &Path) -> SqliteConnectOptions {
    common().filename(path).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
}

/// The settings for a database in memory. The leading slash lets the connections of the process share it.
pub(super) fn memory(id: Uuid) -> SqliteConnectOptions {
    let shared = common().filename(format!("/registry-{id}")).vfs("memdb").create_if_missing(true);
    shared.journal_mode(SqliteJournalMode::Memory)
}

fn common() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // Or REPLACE would delete what the triggers guard without asking them.
        .pragma("recursive_triggers", "ON")
        .disable_statement_logging()
}

/// The connection that writes, once the tables are up to date.
pub(super) async fn writer(options: &SqliteConnectOptions) -> Result<SqliteConnection, OpenError> {
    // By way of a pool: migrations do not run on a bare connection in a future that must be `Send`.
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone());
    let pool = pool.await.map_err(OpenError::Database)?;
    migrate(&pool).await?;
    pool.acquire().await.map(PoolConnection::detach).map_err(OpenError::Database)
}

/// The connections that read, and cannot write even by mistake.
pub(super) async fn readers(options: &SqliteConnectOptions) -> Result<SqlitePool, OpenError> {
    SqlitePoolOptions::new()
        .min_connections(1)
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        // A file does not go away like a server does: nothing to test before use, nothing to renew.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.clone().pragma("query_only", "ON"))
        .await
        .map_err(OpenError::Database)
}

async fn migrate(pool: &SqlitePool) -> Result<(), OpenError> {
    let migrations = MIGRATIONS.into_iter().map(|(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let migrator = Migrator::with_migrations(migrations.collect());
    migrator.run(pool).await.map_err(|error| match error {
        MigrateError::VersionMissing(version) => OpenError::Newer(version),
        MigrateError::VersionMismatch(version) => OpenError::Edited(version),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => OpenError::Database(error),
        other => OpenError::Database(sqlx::Error::Migrate(Box::new(other))),
    })
}
