//! The program itself: what it says, what it logs, how it ends.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::common::models::MODEL;
use crate::common::{Client, Installation, Process};

#[tokio::test]
async fn requests_are_logged_and_nothing_secret_is() {
    let installation = Installation::new();
    let mut program = installation.spawn();
    let client = program.client();
    client.publish_iris("1.0.0", "1.0.0").await.ok(201);
    assert_eq!(client.get(&format!("{MODEL}/versions/1.0.0/files/model.onnx")).await.status, 200);
    let request = client.get("/api/v1/namespaces?page_size=7&page_token=c2VjcmV0");
    let request = request.header("Cookie", "cookie-secret").header("X-Request-Id", "ask-1");
    assert_eq!(request.await.status, 400);
    program.signal("TERM");
    let (status, said) = program.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    let logged: Vec<Value> = said.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    // Of a page, of a client, of the services, and of links to the bucket.
    for secret in ["c2VjcmV0", "cookie-secret", client.token.as_str(), "only-for-tests", "X-Amz-Signature"] {
        assert!(logged.iter().all(|line| !line.to_string().contains(secret)), "{logged:#?}");
    }
    let access = logged.iter().find(|line| line["request_id"] == "ask-1").unwrap();
    assert_eq!((&access["route"], &access["status"]), (&json!("/api/v1/namespaces"), &json!(400)), "{access}");
    assert_eq!((&access["method"], &access["principal"]), (&json!("GET"), &json!("admin")), "{access}");
    assert!(access["duration_ms"].is_f64(), "{access}");
}

/// Begins a request that makes a namespace, and leaves its body out. The server has asked for the body when this returns:
/// the request is under way, and not merely in the queue.
async fn begin(program: &mut Process, body: &str) -> TcpStream {
    let Client { url, token, .. } = program.client();
    let mut connection = TcpStream::connect(url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    let asked = "HTTP/1.1 100 Continue\r\n\r\n";
    let mut answer = vec![0; asked.len()];
    connection.read_exact(&mut answer).await.unwrap();
    assert_eq!(String::from_utf8_lossy(&answer), asked);
    connection
}

#[tokio::test]
async fn a_request_under_way_ends_before_the_program_does() {
    let installation = Installation::new();
    let mut program = installation.spawn();
    let body = json!({"name": "acme"}).to_string();
    let mut connection = begin(&mut program, &body).await;
    program.signal("TERM");
    program.hear("stopping");
    connection.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    assert_eq!(program.end().0.code(), Some(0));
}

#[tokio::test]
async fn a_second_signal_does_not_wait() {
    let installation = Installation::new();
    let mut program = installation.spawn();
    let _under_way = begin(&mut program, "{}").await;
    program.signal("TERM");
    program.hear("stopping");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(program.is_running(), "it waits for the request");
    let start = Instant::now();
    program.signal("TERM");
    assert_eq!(program.end().0.code(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

#[test]
fn what_cannot_be_started_is_said_in_one_line() {
    let data = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| Process::command(&data.path().join("data")).args(words).output().unwrap();
    for (words, part) in [
        (&["--listen", "0.0.0.0:0"][..], "--behind-proxy"),
        (&["--config", "/no/such/file"], "/no/such/file"),
        (&["--allowed-host", "https://x"], "https://x"),
        (&["--listen", "127.0.0.1:0", "--data", "/dev/null/data"], "/dev/null/data"),
    ] {
        let output = run(words);
        let said = String::from_utf8(output.stderr).unwrap();
        let errors: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        assert!(errors.len() == 1 && errors[0].contains(part), "{words:?}: {said}");
    }
    assert!(!data.path().join("data").exists(), "nothing was made");
    assert_eq!(run(&["--no-such-flag"]).status.code(), Some(2));
    let help = String::from_utf8(run(&["--help"]).stdout).unwrap();
    for word in ["--behind-proxy", "REGISTRY_LISTEN", "Examples:"] {
        assert!(help.contains(word), "{help}");
    }
}
