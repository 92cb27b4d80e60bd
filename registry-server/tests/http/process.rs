//! The program itself: what it says, what it logs, how it ends.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::common::models::{MODEL, blob_in};
use crate::common::{Client, IRIS, Process};

#[tokio::test]
async fn the_admin_token_is_shown_once_and_nothing_secret_is_logged() {
    let data = tempfile::tempdir().unwrap();
    let mut first = Process::start(data.path());
    let client = first.client();
    let token = first.hear("shown only now: ");
    assert_eq!(client.token, token);
    let request = client.get("/api/v1/namespaces?page_size=7&page_token=c2VjcmV0");
    let request = request.header("Cookie", "cookie-secret").header("X-Request-Id", "ask-1");
    assert_eq!(request.await.status, 400);
    first.signal("TERM");
    let (status, said) = first.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    assert_eq!(said.iter().filter(|line| line.contains(&token)).count(), 1, "{said:#?}");
    for secret in ["c2VjcmV0", "cookie-secret"] {
        assert!(said.iter().all(|line| !line.contains(secret)), "{said:#?}");
    }
    let logged: Vec<Value> = said.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let access = logged.iter().find(|line| line["request_id"] == "ask-1").unwrap();
    assert_eq!((&access["route"], &access["status"]), (&json!("/api/v1/namespaces"), &json!(400)), "{access}");
    assert_eq!((&access["method"], &access["principal"]), (&json!("GET"), &json!("admin")), "{access}");
    assert!(access["duration_ms"].is_f64(), "{access}");

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
    // More is left than the connection holds on its way.
    std::fs::File::options().write(true).open(blob_in(data.path(), "1", &bytes)).unwrap().set_len(1 << 20).unwrap();
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
    let data = tempfile::tempdir().unwrap();
    let mut program = Process::start(data.path());
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
    let data = tempfile::tempdir().unwrap();
    let mut program = Process::start(data.path());
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
