//! Databases for the suite on the server of `TEST_POSTGRES_URL`.

use std::sync::Arc;

use async_trait::async_trait;
use registry_store::conformance::{Database, Engine, Failure};
use registry_store::postgres::CONNECTIONS;
use registry_store::{Metadata, PostgresStore};
use sqlx::{Connection as _, PgConnection};

/// A server on which tests may do as they like.
#[derive(Debug)]
pub(crate) struct Server {
    server: test_postgres::Server,
    with_role: bool,
}

/// A database that goes away with its test.
#[derive(Debug)]
pub(crate) struct Temporary(test_postgres::Database);

impl Server {
    pub(crate) fn find() -> Option<Self> {
        test_postgres::Server::find().map(|server| Self { server, with_role: false })
    }

    /// The same, with a role of its own for each database that has no more rights than the server needs.
    pub(crate) fn with_role(self) -> Self {
        Self { with_role: true, ..self }
    }

    /// An empty database, without tables.
    pub(crate) fn database(&self) -> Temporary {
        let made = if self.with_role { self.server.database_with_role() } else { self.server.database() };
        Temporary(made.unwrap())
    }

    /// A database with the tables of this version.
    pub(crate) async fn migrated(&self) -> Temporary {
        let database = self.database();
        database.migrate().await;
        database
    }
}

impl Temporary {
    pub(crate) async fn migrate(&self) {
        PostgresStore::migrate(&self.url(), self.0.role()).await.unwrap();
    }

    /// A connection of the owner, past the store.
    pub(crate) async fn connect(&self) -> PgConnection {
        PgConnection::connect(&self.url()).await.unwrap()
    }
}

impl std::ops::Deref for Temporary {
    type Target = test_postgres::Database;

    fn deref(&self) -> &test_postgres::Database {
        &self.0
    }
}

#[async_trait]
impl Engine for Server {
    async fn create(&self) -> Result<Box<dyn Database>, Failure> {
        Ok(Box::new(self.migrated().await))
    }
}

#[async_trait]
impl Database for Temporary {
    async fn open(&self) -> Result<Arc<dyn Metadata>, Failure> {
        Ok(Arc::new(PostgresStore::open(&self.role_url(), CONNECTIONS).await?))
    }

    fn survives_closing(&self) -> bool {
        true
    }

    async fn run_sql(&self, statement: &'static str) -> Option<Result<(), String>> {
        let mut connection = self.connect().await;
        let result = sqlx::query(statement).execute(&mut connection).await;
        connection.close().await.unwrap();
        Some(result.map(drop).map_err(|error| error.to_string()))
    }
}
