//! A Postgres that has forgotten commits, as a standby has that took over too early. What servers remember of models is
//! compared with the database before every use, and revisions alone would not do: they are given out again.

use serde_json::json;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::common::{IRIS, Installation, Server, address};

/// What a yank changes: table, key, columns.
const CHANGED: [(&str, &str, &str); 2] =
    [("models", "id", "revision, stamp"), ("version_statuses", "version_id", "state, reason, states_before")];

/// Yanks a version of two, and answers which one is served then.
async fn yank(server: &Server, version: &str) -> String {
    let path = format!("{}/versions/{version}/yank", address(IRIS));
    server.post(&path, &json!({"reason": "it is bad"})).await.ok(200);
    latest(server).await
}

async fn latest(server: &Server) -> String {
    let served = server.get(&format!("{}/resolve", address(IRIS))).await.ok(200);
    served["version"].as_str().unwrap().to_owned()
}

async fn revision(server: &Server) -> String {
    server.get(&address(IRIS)).await.header("etag").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_forgets_what_its_database_has_forgotten() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database_with_role().unwrap();
    let installation = Installation::postgres(&database);
    let servers = [installation.start(), installation.start()];
    for version in ["1.0.0", "1.0.1"] {
        servers[0].publish_iris(version, version).await.ok(201);
    }
    let mut owner = PgConnection::connect(&database.url()).await.unwrap();
    for (table, ..) in CHANGED {
        let keep = format!("CREATE TABLE earlier_{table} AS SELECT * FROM {table}");
        sqlx::raw_sql(AssertSqlSafe(keep)).execute(&mut owner).await.unwrap();
    }
    assert_eq!(yank(&servers[0], "1.0.1").await, "1.0.0");
    let forgotten = revision(&servers[0]).await;

    for (table, key, columns) in CHANGED {
        let kept = format!("SELECT {columns} FROM earlier_{table} kept WHERE kept.{key} = {table}.{key}");
        let put_back = format!("UPDATE {table} SET ({columns}) = ({kept})");
        sqlx::raw_sql(AssertSqlSafe(put_back)).execute(&mut owner).await.unwrap();
    }
    assert_eq!(yank(&servers[1], "1.0.0").await, "1.0.1");
    assert_eq!(revision(&servers[1]).await, forgotten, "the revision is given out a second time");
    assert_eq!(latest(&servers[0]).await, "1.0.1", "what was forgotten is served");
}
