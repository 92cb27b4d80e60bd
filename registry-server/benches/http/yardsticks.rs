//! What the machine can do without a registry.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tokio::runtime::Runtime;

/// Serves `body` as JSON for every request, from as many workers as the server has, until the bench ends.
pub(crate) fn bare_handler(body: Vec<u8>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let body = bytes::Bytes::from(body);
    std::thread::spawn(move || {
        let app = move || {
            let body = body.clone();
            let answer = move || {
                let response = HttpResponse::Ok().content_type("application/json").body(body.clone());
                std::future::ready(response)
            };
            App::new().default_service(web::to(answer))
        };
        let server = HttpServer::new(app).disable_signals().listen(listener).unwrap().run();
        actix_web::rt::System::new().block_on(server).unwrap();
    });
    address
}

/// A database with the settings of the server and two tables.
#[derive(Debug)]
pub(crate) struct BareDatabase {
    runtime: Runtime,
    connection: SqliteConnection,
}

impl BareDatabase {
    pub(crate) fn create(path: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("recursive_triggers", "ON")
            .disable_statement_logging();
        let tables = "CREATE TABLE a (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
             CREATE TABLE b (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT";
        let connection = runtime.block_on(async {
            let mut connection = options.connect().await.unwrap();
            sqlx::raw_sql(tables).execute(&mut connection).await.unwrap();
            connection
        });
        Self { runtime, connection }
    }

    /// How many transactions of two inserts a second, one after the other.
    pub(crate) fn rate(&mut self, turn: Duration) -> f64 {
        let Self { runtime, connection } = self;
        let (mut done, start) = (0_u32, Instant::now());
        while start.elapsed() < turn {
            runtime.block_on(two_inserts(connection));
            done += 1;
        }
        f64::from(done) / start.elapsed().as_secs_f64()
    }
}

async fn two_inserts(connection: &mut SqliteConnection) {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
    for statement in ["INSERT INTO a (body) VALUES (?1)", "INSERT INTO b (body) VALUES (?1)"] {
        sqlx::query(statement).bind("x".repeat(400)).execute(&mut *transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
}
