//! What is true of a data folder alone: one server uses it, its first start makes the admin token, and the files of blobs
//! can be cut while they are read. The run on Postgres and S3 leaves this file out.

use std::path::Path;

use registry_server::startup;
use reqwest::Method;
use serde_json::{Value, json};

use crate::common::models::{MODEL, blob_key};
use crate::common::{IRIS, Process, TestServer};

/// How often the race for an empty folder is run.
const ROUNDS: usize = 10;

/// Starts a server that must not start; what it says.
fn refused(data: &Path) -> Vec<String> {
    let mut process = Process::start(data);
    assert!(!process.listens(), "it serves");
    let (status, said) = process.end();
    assert_eq!(status.code(), Some(1), "{said:#?}");
    said
}

#[tokio::test]
async fn a_second_server_is_refused_while_the_first_lives() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Process::start(folder.path());
    let client = first.client();
    let expected = format!(
        "error: another registry-server (process {}) uses the data folder `{}`; stop it or give `--data` another one",
        first.id(),
        folder.path().display()
    );
    let said = refused(folder.path());
    assert!(said.contains(&expected), "{said:#?}");
    assert_eq!(client.get("/readyz").await.status, 200, "the first still serves");

    first.signal("TERM");
    let (status, said) = first.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    let mut second = Process::start(folder.path());
    assert!(second.listens(), "after the first has ended");
    second.kill();
    let mut third = Process::start(folder.path());
    assert_eq!(third.client().get("/api/v1/namespaces").await.status, 200, "after the second was killed");
    assert!(folder.path().join("lock").is_file());
}

/// The file may lie outside of both folders, and may have two names.
#[tokio::test]
async fn a_database_file_serves_one_server_whatever_their_folders() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("registry.db");
    let start = |data: &str, file: &Path| {
        let url = format!("sqlite://{}", file.display());
        Process::start_with(&folder.path().join(data), |command| {
            command.env("REGISTRY_DATABASE_URL", url);
        })
    };
    let mut first = start("first", &file);
    assert!(first.listens());
    let alias = folder.path().join("alias.db");
    std::os::unix::fs::symlink(&file, &alias).unwrap();
    for name in [&file, &alias] {
        let mut second = start("second", name);
        assert!(!second.listens(), "it serves {}", name.display());
        let (status, said) = second.end();
        assert_eq!(status.code(), Some(1), "{said:#?}");
        let expected = format!(
            "error: another registry-server (process {}) uses the database `{}`; stop it or name another database",
            first.id(),
            file.display()
        );
        assert!(said.contains(&expected), "{said:#?}");
    }
    first.kill();
    assert!(start("second", &alias).listens(), "after the first was killed");
}

#[tokio::test]
async fn of_two_first_starts_at_once_one_serves() {
    for round in 0..ROUNDS {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let (mut one, mut other) = (Process::start(&data), Process::start(&data));
        let (mut winner, loser) = match (one.listens(), other.listens()) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            both => panic!("round {round}: {both:?} serve"),
        };
        let (status, said) = loser.end();
        assert_eq!(status.code(), Some(1), "{said:#?}");
        assert!(said.iter().any(|line| line.starts_with("error: another registry-server")), "{said:#?}");
        winner.hear("The admin token is in ");
        let client = winner.client();
        assert_eq!(client.request(Method::POST, "/api/v1/admin/fsck").await.ok(200)["clean"], true);
    }
}

#[tokio::test]
async fn a_server_in_the_same_process_is_refused_too_and_leaves_the_first_alone() {
    let server = TestServer::start().await;
    let config = server.installation.config();
    let error = startup::build(config.clone()).await.unwrap_err().to_string();
    assert!(error.contains("uses the data folder"), "{error}");
    assert_eq!(server.get("/readyz").await.status, 200);
    let _data = server.stop();
    startup::build(config).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn the_admin_token_is_made_once_and_kept_private() {
    let server = TestServer::start().await;
    let token = server.token.clone();
    assert_eq!(token.len(), 53, "{token}");
    let installation = server.stop();
    let file = installation.data.path().join("admin-token");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let database = std::fs::read(installation.data.path().join("registry.db")).unwrap();
    let found = database.windows(token.len()).any(|window| window == token.as_bytes());
    assert!(!found, "the database holds the token itself");
    let again = TestServer::start_in(installation, |_| {}).await;
    assert_eq!(again.token, token);
    assert_eq!(again.get("/api/v1/namespaces").await.status, 200);
}

#[tokio::test]
async fn a_start_that_broke_off_leaves_a_token_that_works() {
    // The file is written before the row: here the row is missing.
    let server = TestServer::start().await;
    let token = server.token.clone();
    let installation = server.stop();
    for name in ["registry.db", "registry.db-wal", "registry.db-shm"] {
        let _absent = std::fs::remove_file(installation.data.path().join(name));
    }
    let again = TestServer::start_in(installation, |_| {}).await;
    assert_eq!(again.token, token);
    assert_eq!(again.post("/api/v1/namespaces", &json!({"name": "acme"})).await.status, 201);
}

#[tokio::test]
async fn the_admin_token_is_kept_in_a_file_and_never_said() {
    let data = tempfile::tempdir().unwrap();
    let mut first = Process::start(data.path());
    let client = first.client();
    let place = first.hear("The admin token is in ");
    assert!(place.contains("admin-token"), "{place}");
    let token = client.token.clone();
    assert_eq!(client.get("/api/v1/namespaces").await.status, 200);
    first.signal("TERM");
    let (status, said) = first.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    assert_eq!(said.iter().filter(|line| line.contains(&token)).count(), 0, "{said:#?}");

    let mut second = Process::start(data.path());
    assert_eq!(second.client().get("/api/v1/namespaces").bearer(&token).await.status, 200);
    second.signal("INT");
    let (status, said) = second.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    assert!(said.iter().all(|line| !line.contains("mrt_")), "{said:#?}");
}

/// A safetensors file of one tensor with this many bytes.
fn weights(size: usize) -> Vec<u8> {
    let mut header =
        format!(r#"{{"weight":{{"dtype":"U8","shape":[{size}],"data_offsets":[0,{size}]}}}}"#).into_bytes();
    header.resize(header.len().next_multiple_of(8), b' ');
    let length = u64::try_from(header.len()).unwrap().to_le_bytes();
    [&length[..], &header, &vec![7; size]].concat()
}

#[tokio::test]
async fn a_download_that_breaks_off_is_logged_with_its_request() {
    let data = tempfile::tempdir().unwrap();
    let mut program = Process::start(data.path());
    let client = program.client();
    let bytes = weights(32 << 20);
    let file = client.upload(IRIS, "1", "model.safetensors", &bytes).await;
    client.publish(IRIS, &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
    let path = format!("{MODEL}/versions/1.0.0/files/model.safetensors");
    let mut download = client.get(&path).header("X-Request-Id", "ask-2").stream().await;
    let at = data.path().join("blobs").join(blob_key("1", &bytes));
    // More is left than the connection holds on its way.
    std::fs::File::options().write(true).open(at).unwrap().set_len(1 << 20).unwrap();
    let mut received = 0;
    let broken = loop {
        match download.chunk().await {
            Ok(Some(piece)) => received += piece.len(),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    assert!(broken.is_some(), "{received} bytes of {} came", bytes.len());
    program.signal("TERM");
    let (_, said) = program.end();
    let logged: Vec<Value> = said.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let errors: Vec<&Value> = logged.iter().filter(|line| line["level"] == "ERROR").collect();
    assert_eq!(errors.len(), 1, "{said:#?}");
    assert_eq!(
        (&errors[0]["request_id"], &errors[0]["path"]),
        (&json!("ask-2"), &json!("model.safetensors")),
        "{said:#?}"
    );
}
