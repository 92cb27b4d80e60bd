//! Clients that are slow on purpose: they are cut off, and others are served meanwhile.

use std::time::{Duration, Instant};

use registry_server::config::{Config, Patience};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::common::models::MODEL;
use crate::common::{Client, IRIS, TestServer, iris, sha256};

/// How long a test waits for what must come.
const LONGEST: Duration = Duration::from_secs(20);
/// How long a drop is waited for before the next.
const DRIP: Duration = Duration::from_millis(20);

fn impatient(config: &mut Config) {
    config.proxy_transfers = true;
    config.limits.patience = Patience {
        // The library counts these two by a clock that ticks twice a second.
        head: Duration::from_millis(1500),
        keep_alive: Duration::from_millis(1500),
        body: Duration::from_millis(300),
        silence: Duration::from_millis(900),
        bytes_per_second: 16 << 10,
    };
}

async fn connect(client: &Client) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    // Else the kernel would take whole files for a client that reads nothing.
    socket.set_recv_buffer_size(64 << 10).unwrap();
    socket.connect(client.url.trim_start_matches("http://").parse().unwrap()).await.unwrap()
}

/// Sends a byte now and then until the server hangs up; returns what it said.
async fn drip(mut connection: TcpStream) -> String {
    let (mut said, start) = (Vec::new(), Instant::now());
    loop {
        assert!(start.elapsed() < LONGEST, "still open after {:?}", String::from_utf8_lossy(&said));
        let mut buffer = [0; 4096];
        match tokio::time::timeout(DRIP, connection.read(&mut buffer)).await {
            Ok(Ok(0) | Err(_)) => return String::from_utf8_lossy(&said).into_owned(),
            Ok(Ok(count)) => said.extend_from_slice(&buffer[..count]),
            // Whoever hung up is noticed where it is read.
            Err(_elapsed) => drop(connection.write_all(b"1").await),
        }
    }
}

#[tokio::test]
async fn a_head_that_does_not_end_is_cut_on_every_turn() {
    let server = TestServer::start_with(impatient).await;
    let mut first = connect(&server).await;
    first.write_all(b"GET /healthz HTTP/1.1\r\nX: ").await.unwrap();
    assert!(drip(first).await.starts_with("HTTP/1.1 408"), "the first is even answered");

    let good = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for rest in ["GET /healthz HTTP/1.1\r\nX: ", "G"] {
        let mut later = connect(&server).await;
        later.write_all(&[&good[..], rest.as_bytes()].concat()).await.unwrap();
        let said = drip(later).await;
        assert!(said.starts_with("HTTP/1.1 200") && said.matches("HTTP/1.1").count() == 1, "{said}");
    }
}

#[tokio::test]
async fn connections_that_say_nothing_end() {
    let server = TestServer::start_with(impatient).await;
    let mut silent = connect(&server).await;
    let mut idle = connect(&server).await;
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
    for connection in [&mut silent, &mut idle] {
        let mut said = Vec::new();
        tokio::time::timeout(LONGEST, connection.read_to_end(&mut said)).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_body_that_trickles_is_cut() {
    let server = TestServer::start_with(impatient).await;
    let token = &server.token;
    let head = |method: &str, path: &str, kind: &str| {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: {kind}\r\n\
             Transfer-Encoding: chunked\r\n\r\nffffff\r\n"
        )
    };
    let bytes = vec![7; 1 << 20];
    let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
    let upload = server.post(&format!("{MODEL}/uploads"), &announced).await.ok(201);
    let slow = [
        head("POST", "/api/v1/namespaces", "application/json"),
        head("PUT", upload["url"].as_str().unwrap(), "application/octet-stream"),
    ];
    for head in slow {
        let mut connection = connect(&server).await;
        connection.write_all(head.as_bytes()).await.unwrap();
        let said = drip(connection).await;
        assert!(said.starts_with("HTTP/1.1 408") && said.contains("\"code\":\"request-timeout\""), "{head}{said}");
    }
    assert_eq!(server.get("/api/v1/namespaces").await.items().len(), 0);
    // The same bytes at a good speed are welcome.
    let sent = server.put_bytes(upload["url"].as_str().unwrap(), bytes).await;
    assert_eq!(sent.status, 200, "{sent:?}");
}

/// A refused request is answered before its body; the rest is not read for ever.
#[tokio::test]
async fn the_rest_of_a_refused_body_is_not_waited_for() {
    let server = TestServer::start_with(impatient).await;
    for framing in ["Transfer-Encoding: chunked\r\n\r\nffffff\r\n", "Content-Length: 99999\r\n\r\n"] {
        let mut connection = connect(&server).await;
        let head = format!("POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\n{framing}");
        connection.write_all(head.as_bytes()).await.unwrap();
        let said = drip(connection).await;
        assert!(said.starts_with("HTTP/1.1 401"), "{said}");
    }
}

/// Whoever is told to try again, or to show a token, need not open another connection for it.
#[tokio::test]
async fn a_connection_outlives_refusals_of_small_bodies() {
    let server = TestServer::start().await;
    let mut connection = connect(&server).await;
    for body in ["{}".to_owned(), format!("{:60000}", "{}"), String::new()] {
        let head =
            format!("POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n", body.len());
        connection.write_all(head.as_bytes()).await.unwrap();
        connection.write_all(body.as_bytes()).await.unwrap();
        let mut said = [0; 4096];
        let count = tokio::time::timeout(LONGEST, connection.read(&mut said)).await.unwrap().unwrap();
        let said = String::from_utf8_lossy(&said[..count]);
        assert!(said.starts_with("HTTP/1.1 401") && !said.to_ascii_lowercase().contains("connection: close"), "{said}");
    }
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut() {
    let server = TestServer::start_with(|config| {
        impatient(config);
        config.limits.max_transfers = 1;
    })
    .await;
    // More than the kernel keeps to be sent.
    let large = vec![7; 16 << 20];
    let files = [("model.onnx", iris("1.0.0")), ("large.bin", large.clone())];
    let mut named = Vec::new();
    for (name, bytes) in &files {
        named.push(server.upload(IRIS, "1", name, bytes).await);
    }
    server.publish(IRIS, &json!({"version": "1.0.0", "files": named})).await.ok(201);
    let path = format!("{MODEL}/versions/1.0.0/files/large.bin");

    let mut lazy = connect(&server).await;
    lazy.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).await.unwrap();
    lazy.readable().await.unwrap();
    let refused = server.get(&path).await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, "1"));
    refused.is_problem(503, "busy");

    let start = Instant::now();
    while server.get(&path).await.status != 200 {
        assert!(start.elapsed() < LONGEST, "it keeps its place");
    }
    let mut rest = Vec::new();
    let _cut = lazy.read_to_end(&mut rest).await;
    assert!(rest.len() < large.len(), "{} bytes", rest.len());
}

/// Three hundred of three kinds: all are cut in the end.
#[tokio::test]
async fn hundreds_of_slow_clients_do_not_stop_a_good_one() {
    let server = TestServer::start_with(impatient).await.having_iris(&["1.0.0"]).await;
    let mut slow = Vec::new();
    for number in 0..300 {
        let mut connection = connect(&server).await;
        let file = format!("{MODEL}/versions/1.0.0/files/model.onnx");
        let bytes = match number % 3 {
            0 => "GET /healthz HTTP/1.1\r\nX: ".to_owned(),
            1 => format!(
                "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\
                 Content-Type: application/json\r\nContent-Length: 9999\r\n\r\n{{",
                server.token
            ),
            _ => format!("GET {file} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        };
        connection.write_all(bytes.as_bytes()).await.unwrap();
        slow.push(connection);
    }
    for _ in 0..50 {
        assert_eq!(server.get(&format!("{MODEL}/resolve?ref=1.0.0")).await.status, 200);
    }
    for mut connection in slow {
        let mut said = Vec::new();
        // All are cut; some with their last words unread, which is as good.
        let _reset = tokio::time::timeout(LONGEST, connection.read_to_end(&mut said)).await.unwrap();
    }
}
