//! Databases of their own on the server of `TEST_POSTGRES_URL`.

use std::sync::Arc;

use async_trait::async_trait;
use registry_store::conformance::{Database, Engine, Failure};
use registry_store::postgres::CONNECTIONS;
use registry_store::{Metadata, PostgresStore};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use uuid::Uuid;

const PASSWORD: &str = "only-for-tests";

/// A server on which tests may do as they like.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    url: String,
    with_role: bool,
}

impl Server {
    /// The server, or none: then a test says that it was skipped, and fails where nothing may be skipped.
    pub(crate) fn find() -> Option<Self> {
        match std::env::var("TEST_POSTGRES_URL") {
            Ok(url) => Some(Self { url, with_role: false }),
            Err(_) if std::env::var_os("CI").is_some() => panic!("TEST_POSTGRES_URL is not set"),
            Err(_) => {
                println!("SKIPPED: TEST_POSTGRES_URL is not set; `cargo xtask test` starts a Postgres");
                None
            }
        }
    }

    /// The same, with a role of its own for each database that has no more rights than the server needs.
    pub(crate) fn with_role(self) -> Self {
        Self { with_role: true, ..self }
    }

    /// An empty database, without tables.
    pub(crate) async fn database(&self) -> Temporary {
        let name = format!("test_{}", Uuid::new_v4().simple());
        run(&self.url, format!("CREATE DATABASE {name}")).await;
        let role = self.with_role.then(|| format!("role_{}", Uuid::new_v4().simple()));
        if let Some(role) = &role {
            run(&self.url, format!("CREATE ROLE {role} LOGIN PASSWORD '{PASSWORD}'")).await;
        }
        Temporary { server: self.url.clone(), name, role }
    }
}

async fn run(url: &str, statement: String) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A database that goes away with its test.
#[derive(Debug)]
pub(crate) struct Temporary {
    server: String,
    name: String,
    role: Option<String>,
}

impl Temporary {
    /// The URL of the owner.
    pub(crate) fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }

    /// The URL of the server's role, or of the owner when there is none.
    pub(crate) fn role_url(&self) -> String {
        let url = self.url();
        let Some(role) = &self.role else { return url };
        let (_, place) = url.split_once('@').unwrap();
        format!("postgres://{role}:{PASSWORD}@{place}")
    }

    pub(crate) async fn migrate(&self) {
        PostgresStore::migrate(&self.url(), self.role.as_deref()).await.unwrap();
    }

    /// A connection of the owner, past the store.
    pub(crate) async fn connect(&self) -> PgConnection {
        PgConnection::connect(&self.url()).await.unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut statements = vec![format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)];
        statements.extend(self.role.as_ref().map(|role| format!("DROP ROLE IF EXISTS {role}")));
        let server = self.server.clone();
        // In a thread, because a destructor cannot wait for the runtime that it may run on.
        let dropper = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            for statement in statements {
                runtime.block_on(run(&server, statement));
            }
        });
        dropper.join().ok();
    }
}

#[async_trait]
impl Engine for Server {
    async fn create(&self) -> Result<Box<dyn Database>, Failure> {
        let database = self.database().await;
        database.migrate().await;
        Ok(Box::new(database))
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
