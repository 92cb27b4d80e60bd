//! One data folder, one server.

use std::path::Path;

use registry_server::config::Config;
use registry_server::startup;
use reqwest::Method;

use crate::common::server::config_in;
use crate::common::{Process, TestServer};

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
        let shown = winner.hear("shown only now: ");
        let client = winner.client();
        assert_eq!(client.token, shown);
        assert_eq!(client.request(Method::POST, "/api/v1/admin/fsck").await.ok(200)["clean"], true);
    }
}

#[tokio::test]
async fn a_server_in_the_same_process_is_refused_too_and_leaves_the_first_alone() {
    let server = TestServer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let config = Config { data: server.data(), ..config_in(&folder) };
    let error = startup::build(config.clone()).await.unwrap_err().to_string();
    assert!(error.contains("uses the data folder"), "{error}");
    assert_eq!(server.get("/readyz").await.status, 200);
    let _data = server.stop();
    startup::build(config).await.unwrap().stop().await.unwrap();
}
