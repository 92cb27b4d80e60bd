//! No secret is written down: neither in the log, however much of it is asked for, nor in any row of the database, nor in an
//! answer that is kept for a retry. Everything that a secret goes through is done, and then everything is searched.

use std::fmt::Write as _;

use reqwest::Method;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, PgConnection, SqliteConnection};

use crate::common::models::MODEL;
use crate::common::{Client, IRIS, Installation, address, iris, sha256};

/// What makes a link to an object store a secret.
const SIGNATURE: &str = "X-Amz-Signature";

/// A secret, and what people call it.
type Secret = (&'static str, String);

/// Does all that a secret goes through; answers the secrets, of which the first ones opened something.
async fn story(client: &Client, links: bool) -> Vec<Secret> {
    client.publish_iris("1.0.0", "1.0.0").await.ok(201);
    let ada = client.user("ada", "acme", &["publisher", "promoter"]).await;
    let wanted = json!({"description": "laptop", "scopes": [{"actions": ["publish"], "namespace": "acme"}]});
    let mine = ada.post("/api/v1/me/tokens", &wanted).key("mine").await.ok(201);
    let replayed = ada.post("/api/v1/me/tokens", &wanted).key("mine").await;
    assert_eq!(replayed.header("idempotency-replayed"), "true");
    let ci = client.post("/api/v1/principals/ada/tokens", &json!({})).key("ci").await.ok(201);
    let [mine, ci] = [&mine, &ci].map(|made| made["secret"].as_str().unwrap().to_owned());

    ada.with_token(&ci).get("/api/v1/me").await.ok(200);
    ada.publish_iris("1.0.1", "1.0.1").await.ok(201);
    ada.promote("1.0.0").await.ok(200);
    ada.with_token(&mine).promote("1.0.1").await.is_problem(403, "forbidden");
    let downloaded = ada.get(&format!("{MODEL}/versions/1.0.0/files/model.onnx")).await;
    assert_eq!(downloaded.bytes, iris("1.0.0"));
    if links {
        take_links(&ada).await;
    }
    let (unknown, malformed) = (unknown_token(), format!("mrt_{}", "x".repeat(49)));
    for (token, detail) in [(&unknown, "does not know"), (&malformed, "checksum")] {
        let refused = client.with_token(token).get("/api/v1/me").await;
        refused.is_problem(401, "unauthenticated");
        assert!(refused.text().contains(detail), "{refused:?}");
        let refused = client.with_token(token).publish(IRIS, &json!({"version": "1.1.0", "files": []})).await;
        refused.is_problem(401, "unauthenticated");
    }
    let password = "YWRhOmdlaGVpbQ";
    let basic = client.anonymous(Method::GET, MODEL).header("authorization", format!("Basic {password}"));
    basic.await.is_problem(401, "unauthenticated");
    let id = ada.with_token(&ci).get("/api/v1/me").await.json()["token"]["id"].as_str().unwrap().to_owned();
    client.request(Method::DELETE, &format!("/api/v1/principals/ada/tokens/{id}")).await.ok(200);
    ada.with_token(&ci).get(MODEL).await.is_problem(401, "unauthenticated");

    let mut secrets = vec![("of the admin", client.token.clone()), ("of ada", ada.token.clone())];
    secrets.extend([("limited", mine), ("revoked", ci)]);
    secrets.extend([("unknown", unknown), ("malformed", malformed), ("password", password.to_owned())]);
    secrets
}

/// Announces an upload and has links made for it, twice with one key.
async fn take_links(client: &Client) {
    let bytes = vec![7; 17 << 20];
    let uploads = format!("{}/uploads", address(IRIS));
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
    let upload = client.post(&uploads, &announced).key("upload").await.ok(201);
    let path = format!("{uploads}/{}/part-links", upload["id"].as_str().unwrap());
    let parts = json!({"parts": [{"number": 1, "sha256": sha256(&bytes)}]});
    for _attempt in 0..2 {
        let answer = client.post(&path, &parts).key("links").await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert!(answer.text().contains(SIGNATURE), "the story has no link: {answer:?}");
    }
}

/// A token of another registry.
fn unknown_token() -> String {
    let other = Installation::sqlite();
    other.bootstrap();
    std::fs::read_to_string(other.data.path().join("admin-token")).unwrap().trim().to_owned()
}

/// Every row of every table of a Postgres, as text.
async fn dump_postgres(database: &test_postgres::Database) -> String {
    let mut connection = PgConnection::connect(&database.url()).await.unwrap();
    let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut connection).await.unwrap();
    let mut dump = String::new();
    for table in tables {
        let rows = format!("SELECT coalesce(string_agg(t::text, chr(10)), '') FROM \"{table}\" t");
        let rows: String = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&mut connection).await.unwrap();
        writeln!(dump, "{table}\n{rows}").unwrap();
    }
    dump
}

/// Every row of every table of a SQLite file, as text, and the file as it is: what was deleted may still be in it.
async fn dump_sqlite(installation: &Installation) -> String {
    let file = installation.data.path().join("registry.db");
    let mut raw = std::fs::read(&file).unwrap();
    raw.extend(std::fs::read(installation.data.path().join("registry.db-wal")).unwrap_or_default());
    let mut connection: SqliteConnection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut connection).await.unwrap();
    let mut dump = String::from_utf8_lossy(&raw).into_owned();
    for table in tables {
        let columns = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns: Vec<String> = sqlx::query_scalar(AssertSqlSafe(columns)).fetch_all(&mut connection).await.unwrap();
        let row = columns.iter().map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join(" || ',' || ");
        let rows = format!("SELECT coalesce(group_concat({row}, char(10)), '') FROM \"{table}\"");
        let rows: String = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&mut connection).await.unwrap();
        writeln!(dump, "{table}\n{rows}").unwrap();
    }
    connection.close().await.unwrap();
    dump
}

/// How a secret may look in a text: as it is, or as the bytes of a column.
fn looks(secret: &str) -> [String; 2] {
    let hex = secret.bytes().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    [secret.to_ascii_lowercase(), hex]
}

fn assert_absent(place: &str, text: &str, secrets: &[Secret]) {
    let text = text.to_ascii_lowercase();
    for (name, secret) in secrets {
        // Not the secret: this text is a log, too.
        assert!(!looks(secret).iter().any(|look| text.contains(look)), "{place} tells the secret `{name}`");
    }
}

/// Runs a server that logs everything through the story, and searches what it has left.
async fn search(installation: &Installation, database: Option<&test_postgres::Database>) {
    let links = database.is_some();
    let mut server = installation.start_with(&[("REGISTRY_LOG", "trace")]);
    let mut secrets = story(&server.client, links).await;
    let opened: Vec<String> = secrets.iter().take(4).map(|(_, secret)| sha256(secret.as_bytes())).collect();
    secrets.push(("a link", SIGNATURE.to_owned()));
    if links {
        secrets.push(("of the object store", std::env::var("AWS_SECRET_ACCESS_KEY").unwrap()));
        secrets.push(("of the database", "only-for-tests".to_owned()));
    }
    let events: Value = server.events("registry").await.into();
    server.process().signal("TERM");
    let (status, log) = server.end();
    assert!(status.success(), "{log:#?}");
    let log = log.join("\n");
    let dump = match database {
        Some(database) => dump_postgres(database).await,
        None => dump_sqlite(installation).await,
    };

    // What is searched is what was written: all levels, all tables, the answers that are kept.
    assert!(log.contains("\"TRACE\"") && log.contains("\"principal\":\"ada\""), "{log}");
    let told = dump.to_ascii_lowercase();
    assert!(opened.iter().all(|digest| told.contains(digest)), "the digests of tokens are not found");
    let kept = "post /api/v1/me/tokens";
    assert!(told.contains("idempotency_keys") && told.contains(kept), "no answer is kept: {kept}");

    assert_absent("the log", &log, &secrets);
    assert_absent("the database", &dump, &secrets);
    assert_absent("an event", &events.to_string(), &secrets);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_in_the_log_and_in_a_sqlite_file() {
    search(&Installation::sqlite(), None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_in_the_log_and_in_a_postgres_with_links_to_a_bucket() {
    let (Some(server), Some(bucket)) = (test_postgres::Server::find(), test_s3::bucket()) else { return };
    let database = server.database_with_role().unwrap();
    search(&Installation::postgres(&database).in_bucket(bucket, true), Some(&database)).await;
}
