//! Opening the metadata: the only place that names a concrete database.

use std::path::PathBuf;
use std::sync::Arc;

use registry_store::postgres::{self, PostgresStore};
use registry_store::sqlite::{self, SqliteStore};
use registry_store::{Metadata, StoreError};

use crate::config::Config;
use crate::database::{Database, PostgresUrl};

/// Why there is no metadata to work with.
#[derive(Debug, thiserror::Error)]
pub enum MetadataError {
    /// The file does not open.
    #[error(transparent)]
    Sqlite(#[from] sqlite::OpenError),
    /// The server does not answer, or its tables are not those of this version.
    #[error("`{url}`: {reason}")]
    Postgres {
        /// Which, without its password.
        url: PostgresUrl,
        /// Why.
        reason: postgres::OpenError,
    },
    /// There is nothing to migrate by hand.
    #[error("`{0}` is migrated by the server itself, when it starts: `migrate` is for Postgres")]
    MigratesItself(Database),
    /// It does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Opens the metadata. A file is made and migrated; a server is only looked at.
pub(super) async fn open(config: &Config) -> Result<Arc<dyn Metadata>, MetadataError> {
    match config.database() {
        Database::Sqlite(path) => Ok(Arc::new(SqliteStore::open(&path).await?)),
        Database::Postgres(url) => match PostgresStore::open(url.reveal(), config.database_connections).await {
            Ok(store) => Ok(Arc::new(store)),
            Err(reason) => Err(MetadataError::Postgres { url, reason }),
        },
    }
}

/// Brings the tables of a server up to date, and gives a role what the registry needs.
pub(super) async fn migrate(config: &Config, role: Option<&str>) -> Result<(), MetadataError> {
    match config.database() {
        Database::Postgres(url) => {
            let migrated = PostgresStore::migrate(url.reveal(), role).await;
            migrated.map_err(|reason| MetadataError::Postgres { url, reason })
        }
        file @ Database::Sqlite(_) => Err(MetadataError::MigratesItself(file)),
    }
}

/// The file beside the data, unless the configuration names another database.
pub(crate) fn default_database(data: &std::path::Path) -> Database {
    Database::Sqlite(PathBuf::from(data).join("registry.db"))
}
