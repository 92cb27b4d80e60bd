//! What the role of the server cannot do, tried by SQL. That it can do all it needs, the conformance suite shows.

use std::borrow::Cow;

use registry_store::PostgresStore;
use sqlx::{Connection as _, PgConnection};

use super::server::Server;

const APPEND_ONLY: [&str; 10] = [
    "UPDATE versions SET created_by = 'mallory'",
    "DELETE FROM versions",
    "TRUNCATE versions CASCADE",
    "UPDATE version_files SET size = 0",
    "DELETE FROM version_files",
    "UPDATE contracts SET body = '{}'",
    "DELETE FROM contracts",
    "UPDATE channel_revisions SET version_key = '9.9.9'",
    "UPDATE events SET payload = '{}'",
    "DELETE FROM events",
];

const DDL: [&str; 10] = [
    "CREATE TABLE mine (id bigint)",
    "CREATE SCHEMA mine",
    "DROP TABLE events CASCADE",
    "ALTER TABLE versions DISABLE TRIGGER ALL",
    "DROP TRIGGER versions_refuse_change ON versions",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "SET session_replication_role = replica",
    "UPDATE _sqlx_migrations SET version = 2",
    "DELETE FROM models",
    "DELETE FROM tokens",
];

#[tokio::test]
async fn the_role_of_the_server_can_change_neither_tables_nor_what_is_append_only() {
    let Some(server) = Server::find() else { return };
    let database = server.with_role().migrated().await;
    // Granting again is no error, and grants no more.
    database.migrate().await;
    let mut connection = PgConnection::connect(&database.role_url()).await.unwrap();
    for statement in APPEND_ONLY.into_iter().chain(DDL) {
        let error = sqlx::query(statement).execute(&mut connection).await.unwrap_err();
        let code = error.as_database_error().and_then(|error| error.code().map(Cow::into_owned));
        // insufficient_privilege
        assert_eq!(code.as_deref(), Some("42501"), "{statement}: {error}");
    }
    assert!(PostgresStore::migrate(&database.role_url(), None).await.is_err(), "it migrates");
    PostgresStore::open(&database.role_url(), 1).await.unwrap();
}

/// The owner has every right, and the triggers still refuse.
#[tokio::test]
async fn the_owner_cannot_empty_what_is_append_only() {
    let Some(server) = Server::find() else { return };
    let database = server.migrated().await;
    let mut connection = database.connect().await;
    for statement in APPEND_ONLY {
        let error = sqlx::query(statement).execute(&mut connection).await.unwrap_err();
        assert!(error.to_string().contains("append-only"), "{statement}: {error}");
    }
}
