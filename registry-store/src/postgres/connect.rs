//! Connecting: the settings of every connection, the pool, and the migrations.

use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection as _, PgConnection, PgPool, Row as _, SqlSafeStr};

use super::errors::is_no_table;

/// How long a caller waits for a connection.
const ACQUIRE_PATIENCE: Duration = Duration::from_secs(1);

/// How long the very first connection may take.
const CONNECT_PATIENCE: Duration = Duration::from_secs(5);

/// How long a connection may have been idle and still be used untested. It was tested when it was given back; a test
/// before every use would cost every use a trip.
const FRESH: Duration = Duration::from_millis(100);

/// What the server sets for every session unless the URL does, in the words of Postgres.
const SESSION: [(&str, &str); 3] = [
    ("statement_timeout", "3s"),
    // How long a change waits for another of the same model.
    ("lock_timeout", "1s"),
    // A server process that stops in the middle of a change gives back its locks.
    ("idle_in_transaction_session_timeout", "5s"),
];

const APPLICATION: &str = "registry-server";

/// The migrations, by number and name.
const MIGRATIONS: [(i64, &str, &str); 1] =
    [(1, "initial", include_str!("../../../migrations/postgres/0001_initial.sql"))];

const GRANTS: &str = include_str!("../../../migrations/postgres/roles.sql");

/// Why a database does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL cannot be understood.
    #[error("the URL of the database cannot be understood: {0}")]
    Url(String),
    /// The tables are not there, or are those of an earlier version.
    #[error("the database lacks migration {0}: run `registry-server migrate`")]
    Behind(i64),
    /// A later version of the registry has changed the tables.
    #[error(
        "the database has migration {0}, which this version does not know: a newer version of the registry has \
         migrated it; start that one, or restore a backup"
    )]
    Newer(i64),
    /// A migration was edited after it had been applied.
    #[error("migration {0} of the database is not the one of this version: restore a backup, or use another version")]
    Edited(i64),
    /// The role to grant to is not there, or there is no right to grant.
    #[error("role `{role}` gets no rights: {reason}")]
    Grant {
        /// The role.
        role: String,
        /// Why.
        reason: sqlx::Error,
    },
    /// It says nothing.
    #[error("the database does not answer")]
    Silent,
    /// It refuses, or cannot be reached.
    #[error("the database does not open: {0}")]
    Database(sqlx::Error),
}

/// The settings of a URL, and the server's own where it says nothing.
pub(super) fn options(url: &str) -> Result<PgConnectOptions, OpenError> {
    let options = PgConnectOptions::from_str(url).map_err(|error| OpenError::Url(error.to_string()))?;
    let given = options.get_options().unwrap_or_default().to_owned();
    let missing = SESSION.into_iter().filter(|(name, _)| !given.contains(&format!("-c {name}=")));
    let options = match options.get_application_name() {
        Some(_) => options,
        None => options.application_name(APPLICATION),
    };
    Ok(options.options(missing).disable_statement_logging())
}

/// The pool that the server works with, once the tables are found to be this version's.
pub(super) async fn pool(options: PgConnectOptions, connections: u32) -> Result<PgPool, OpenError> {
    let mut connection = first(&options).await?;
    check(&mut connection).await?;
    connection.close().await.map_err(OpenError::Database)?;
    Ok(PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, state| {
            Box::pin(async move {
                if state.idle_for > FRESH {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(options))
}

/// A connection outside of any pool: it tells why there is none, where a pool would try again until time is up.
async fn first(options: &PgConnectOptions) -> Result<PgConnection, OpenError> {
    let connection = tokio::time::timeout(CONNECT_PATIENCE, options.connect());
    connection.await.map_err(|_| OpenError::Silent)?.map_err(OpenError::Database)
}

/// Compares the migrations of the database with those of this version.
async fn check(connection: &mut PgConnection) -> Result<(), OpenError> {
    let applied = sqlx::query("SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version")
        .fetch_all(connection)
        .await;
    let rows = match applied {
        Ok(rows) => rows,
        Err(error) if is_no_table(&error) => Vec::new(),
        Err(error) => return Err(OpenError::Database(error)),
    };
    let mut applied = Vec::new();
    for row in rows {
        let version: i64 = row.try_get("version").map_err(OpenError::Database)?;
        let checksum: Vec<u8> = row.try_get("checksum").map_err(OpenError::Database)?;
        applied.push((version, checksum));
    }
    compare(&applied, &migrator())
}

fn compare(applied: &[(i64, Vec<u8>)], migrator: &Migrator) -> Result<(), OpenError> {
    for migration in migrator.iter() {
        match applied.iter().find(|(version, _)| *version == migration.version) {
            None => return Err(OpenError::Behind(migration.version)),
            Some((version, checksum)) if *checksum != *migration.checksum => return Err(OpenError::Edited(*version)),
            Some(_) => {}
        }
    }
    match applied.iter().find(|(version, _)| !migrator.version_exists(*version)) {
        Some((version, _)) => Err(OpenError::Newer(*version)),
        None => Ok(()),
    }
}

/// Applies the migrations that are missing, each whole or not at all, and then grants. Two at once wait for each other.
pub(super) async fn migrate(options: PgConnectOptions, role: Option<&str>) -> Result<(), OpenError> {
    // A migration may take as long as it takes.
    let options = options.options([("statement_timeout", "0"), ("lock_timeout", "0")]);
    first(&options).await?.close().await.map_err(OpenError::Database)?;
    // By way of a pool: migrations do not run on a bare connection in a future that must be `Send`.
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(ACQUIRE_PATIENCE).connect_with(options);
    let pool = pool.await.map_err(OpenError::Database)?;
    migrator().run(&pool).await.map_err(|error| match error {
        MigrateError::VersionMissing(version) => OpenError::Newer(version),
        MigrateError::VersionMismatch(version) => OpenError::Edited(version),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => OpenError::Database(error),
        other => OpenError::Database(sqlx::Error::Migrate(Box::new(other))),
    })?;
    if let Some(role) = role {
        let granted = grant(&pool, role).await;
        granted.map_err(|reason| OpenError::Grant { role: role.to_owned(), reason })?;
    }
    pool.close().await;
    Ok(())
}

async fn grant(pool: &PgPool, role: &str) -> Result<(), sqlx::Error> {
    let mut transaction = pool.begin().await?;
    // The name goes in as a value, and the script quotes it.
    sqlx::query("SELECT set_config('registry.role', $1, true)").bind(role).execute(&mut *transaction).await?;
    sqlx::raw_sql(GRANTS).execute(&mut *transaction).await?;
    transaction.commit().await
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.into_iter().map(|(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(migrations.collect())
}
