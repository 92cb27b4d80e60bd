//! Where the registry keeps what it knows: metadata in a database, bytes in an object store, each behind a port.
#![forbid(unsafe_code)]

pub mod access;
mod after;
pub mod blobs;
pub mod change;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod error;
pub mod metadata;
pub mod postgres;
pub mod rows;
mod sql;
pub mod sqlite;
pub mod uploads;

pub use access::Access;
pub use blobs::{BlobError, BlobKey, Blobs};
pub use change::{Change, Guard, NewEvent, NewFile, NewVersion, Write};
pub use error::StoreError;
pub use metadata::Metadata;
pub use postgres::PostgresStore;
pub use sqlite::SqliteStore;
pub use uploads::Uploads;
