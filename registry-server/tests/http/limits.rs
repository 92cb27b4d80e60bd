//! What one request may be, how many there may be, and how fast they may come.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use futures_util::future::join_all;
use futures_util::stream::FuturesUnordered;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::common::{Client, IRIS, Installation, Process, Reply, TestServer, address};

/// How much memory a request may cost that is refused, in KiB.
const FLAT: u64 = 96 << 10;

/// A route that takes large bodies.
fn checks() -> String {
    format!("{}/compatibility-checks", address(IRIS))
}

/// The most memory that the program ever had, in KiB.
fn peak(program: &Process) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Sends a request with a body that does not end by itself, until the server has said what it thinks of it.
async fn endless(client: &Client, head: &str, piece: &[u8], most: usize) -> String {
    let mut connection = TcpStream::connect(client.url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\n{head}\r\n\r\n",
        client.token
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = connection.split();
    let send = async {
        for _ in 0..most.div_ceil(piece.len()) {
            if writing.write_all(piece).await.is_err() {
                break;
            }
        }
        std::future::pending::<()>().await;
    };
    let mut said = Vec::new();
    let read = async {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reading.read(&mut buffer).await {
            said.extend_from_slice(&buffer[..count]);
            if String::from_utf8_lossy(&said).contains("\"code\"") {
                break;
            }
        }
    };
    tokio::select! { () = send => {}, () = read => {} }
    String::from_utf8_lossy(&said).into_owned()
}

#[tokio::test]
async fn large_and_deep_bodies_are_refused_in_little_memory() {
    let installation = Installation::new();
    let mut program = installation.spawn();
    let client = program.client();
    let send =
        |body: String| client.request(Method::POST, &checks()).header("Content-Type", "application/json").body(body);
    send("{}".to_owned()).await.is_problem(400, "invalid-body");
    let before = peak(&program);

    for deep in ["[".repeat(1_000_000), r#"{"name":"#.repeat(1_000_000), format!(r#"{{"name":{}1"#, "[".repeat(64))] {
        let refused = send(deep).await;
        refused.is_problem(400, "invalid-body");
        assert!(refused.json()["detail"].as_str().unwrap().contains("deeper than 64 levels"), "{refused:?}");
    }
    let keys: Vec<String> = (0..800_000).map(|number| format!("\"{number}\":1")).collect();
    send(format!("{{{}}}", keys.join(","))).await.is_problem(400, "invalid-body");
    let long = "a".repeat(1 << 20);
    let [announced, chunked] = [100 << 20, 1 << 30].map(|most| (most, long.as_bytes()));
    let said = endless(&client, "Content-Length: 104857612", announced.1, announced.0).await;
    assert!(said.starts_with("HTTP/1.1 413") && said.contains("\"code\":\"too-large\""), "{said}");
    let chunk = format!("{:x}\r\n{long}\r\n", long.len());
    let said = endless(&client, "Transfer-Encoding: chunked", chunk.as_bytes(), chunked.0).await;
    assert!(said.starts_with("HTTP/1.1 413") && said.contains("\"code\":\"too-large\""), "{said}");

    let grown = peak(&program) - before;
    assert!(grown < FLAT, "{grown} KiB");
    assert_eq!(client.get("/readyz").await.status, 200);
}

/// Only routes that take contracts, lists or policies have room for them.
#[tokio::test]
async fn most_routes_take_small_bodies() {
    let server = TestServer::start().await;
    let filled = |path: &str, length: usize| {
        let body = format!("{{\"description\":\"{}\"}}", "x".repeat(length - 18));
        server.request(Method::POST, path).header("Content-Type", "application/json").body(body)
    };
    for path in ["/api/v1/me/tokens", "/api/v1/namespaces"] {
        let refused = filled(path, (256 << 10) + 1).await;
        refused.is_problem(413, "too-large");
        assert_eq!(refused.json()["details"]["max_bytes"], 256 << 10, "{refused:?}");
        filled(path, 256 << 10).await.is_problem(400, "invalid-body");
    }
    filled(&checks(), 1 << 20).await.is_problem(400, "invalid-body");
    filled(&checks(), (16 << 20) + 1).await.is_problem(413, "too-large");
}

/// As many bad values as fit into a small body, each in a field with as many axes: the answer stays short, and so does the
/// time that it takes.
#[tokio::test]
async fn a_contract_that_breaks_a_rule_many_times_gets_a_short_answer() {
    let server = TestServer::start().await;
    let size = 12_000;
    let crowded = json!({"dtype": "i4", "shape": vec![1; size], "enum": vec!["x"; size]});
    let labels: Vec<Value> = vec![json!({"id": "same", "text": "t"}); 50_000];
    for contract in [json!({"inputs": {"a": crowded}, "outputs": {}}), json!({"labels": labels})] {
        let refused = server.post(&checks(), &json!({"contract": contract})).await;
        refused.is_problem(422, "invalid-contract");
        assert!(refused.bytes.len() < 64 << 10, "{} bytes", refused.bytes.len());
        let errors = refused.json()["errors"].as_array().unwrap().clone();
        assert_eq!(errors.len(), 101);
        assert!(errors[100]["reason"].as_str().unwrap().contains("more than these 100"), "{:?}", errors[100]);
    }
}

#[tokio::test]
async fn a_member_that_stands_twice_is_no_member() {
    let server = TestServer::start().await;
    let body = r#"{"name":"acme","\u006eame":"evil"}"#;
    let refused =
        server.request(Method::POST, "/api/v1/namespaces").header("Content-Type", "application/json").body(body);
    let refused = refused.await;
    refused.is_problem(400, "invalid-body");
    assert!(refused.json()["detail"].as_str().unwrap().contains("`name` stands twice"), "{refused:?}");
}

#[tokio::test]
async fn heads_addresses_and_pages_have_their_bounds() {
    let server = TestServer::start().await;
    let filler = |length: usize| "x".repeat(length);
    for path in ["/healthz", "/api/v1/namespaces", "/nowhere"] {
        server.get(&format!("{path}?q={}", filler(9 << 10))).await.is_problem(414, "address-too-long");
        server.get(path).header("X-Filler", filler(17 << 10)).await.is_problem(431, "head-too-large");
    }
    server.get(&format!("/{}", filler(9 << 10))).await.is_problem(414, "address-too-long");
    assert_eq!(server.get("/healthz").header("X-Filler", filler(15 << 10)).await.status, 200);
    for size in ["0", "501", "9223372036854775808", "18446744073709551616", "-1", "1e3", "99999999999999999999999999"] {
        let refused = server.get(&format!("/api/v1/namespaces?page_size={size}")).await;
        refused.is_problem(400, "invalid-query");
    }
}

fn seconds(reply: &Reply) -> u64 {
    reply.header("retry-after").parse().unwrap_or_else(|_| panic!("no time to wait: {reply:?}"))
}

#[tokio::test]
async fn a_principal_that_asks_too_fast_waits() {
    let server = TestServer::start_with(|config| {
        config.behind_proxy = true;
        (config.limits.reads, config.limits.writes) = (Some(2), Some(1));
    })
    .await;
    let mut last = server.get("/api/v1/namespaces").await;
    let start = Instant::now();
    let mut served = 0;
    while last.status == 200 {
        served += 1;
        last = server.get("/api/v1/namespaces").await;
    }
    let allowed = 20 + 2 * (start.elapsed().as_secs() + 1);
    assert!((20..=allowed).contains(&served), "{served} of {allowed}");
    last.is_problem(429, "rate-limited");
    assert!((1..=2).contains(&seconds(&last)), "{last:?}");
    assert!(last.json()["detail"].as_str().unwrap().contains("reads of `admin`"), "{last:?}");
    // Writes have an account of their own, and probes have none.
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    assert_eq!(server.get("/readyz").await.status, 200);
    tokio::time::sleep(Duration::from_secs(seconds(&last))).await;
    assert_eq!(server.get("/api/v1/namespaces").await.status, 200, "whoever waits as told is served");
}

#[tokio::test]
async fn nobody_waits_on_this_machine_alone_unless_it_is_asked_for() {
    let server = TestServer::start().await;
    for _ in 0..1500 {
        assert_eq!(server.get("/api/v1/meta").await.status, 200);
    }
    let strict = TestServer::start_with(|config| config.limits.reads = Some(1)).await;
    let mut statuses = Vec::new();
    for _ in 0..30 {
        statuses.push(strict.get("/api/v1/meta").await.status);
        assert_eq!(strict.anonymous(Method::GET, "/api/v1/meta").await.status, 200, "nobody has no account");
    }
    assert!(statuses.contains(&429), "{statuses:?}");
}

#[tokio::test]
async fn whoever_guesses_tokens_is_not_heard_for_a_while() {
    let server = TestServer::start_with(|config| config.limits.failures = Some(1)).await;
    let ask = |token: &str| server.anonymous(Method::GET, "/api/v1/meta").bearer(token);
    // What is no token can be no guess.
    for _ in 0..100 {
        ask("mrt_x").await.is_problem(401, "unauthenticated");
    }
    assert_eq!(server.get("/api/v1/meta").await.status, 200);
    let other = TestServer::start().await;
    let guess = || ask(&other.token);
    let mut last = guess().await;
    let mut refused = 0;
    while last.status == 401 {
        refused += 1;
        last = guess().await;
    }
    assert!(refused >= 60, "{refused}");
    last.is_problem(429, "rate-limited");
    assert_eq!(seconds(&last), 1);
    let right = server.get("/api/v1/meta").await;
    assert!(matches!(right.status, 200 | 429), "the right one among the guesses is not told: {right:?}");
    assert_eq!(server.anonymous(Method::GET, "/api/v1/meta").await.status, 200);
}

/// Sends the head of a request for a token, whose body is on its way.
async fn announce(client: &Client, expect: &str) -> TcpStream {
    let mut connection = TcpStream::connect(client.url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/v1/me/tokens HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: 2\r\n{expect}\r\n",
        client.token
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    connection
}

/// All that still comes.
async fn rest(mut connection: TcpStream) -> String {
    let mut answer = Vec::new();
    let _reset = connection.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// The places are taken by requests whose bodies are on their way, one of each principal.
#[tokio::test]
async fn more_requests_than_there_are_places_are_answered_at_once() {
    let server = TestServer::start_with(|config| config.limits.max_requests = 3).await;
    let mut held = Vec::new();
    for client in [server.user("ada", "", &[]).await, server.user("bob", "", &[]).await, Client::clone(&server)] {
        let mut connection = announce(&client, "Expect: 100-continue\r\n").await;
        connection.read_exact(&mut [0; "HTTP/1.1 100 Continue\r\n\r\n".len()]).await.unwrap();
        held.push(connection);
    }
    for _ in 0..20 {
        let shed = server.get("/api/v1/namespaces").await;
        shed.is_problem(503, "busy");
        assert_eq!(seconds(&shed), 1);
    }
    assert_eq!(server.get("/readyz").await.status, 200, "whoever looks after the server is answered");
    for mut connection in held {
        connection.write_all(b"{}").await.unwrap();
        let answer = rest(connection).await;
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    }
    assert_eq!(server.get("/api/v1/namespaces").await.status, 200);
}

/// Whoever may do nothing at all keeps nobody out with bodies that do not come.
#[tokio::test]
async fn a_principal_has_its_share_of_the_places_for_bodies() {
    let server = TestServer::start_with(|config| config.limits.max_requests = 8).await;
    let eve = server.user("eve", "", &[]).await;
    let mut waiting = FuturesUnordered::new();
    for _ in 0..8 {
        waiting.push(rest(announce(&eve, "").await));
    }
    for _ in 0..6 {
        let answer = waiting.next().await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("2 requests of `eve` wait"), "{answer}");
        assert!(answer.to_ascii_lowercase().contains("retry-after: 1"), "{answer}");
    }
    for number in 0..20 {
        let made = server.post("/api/v1/namespaces", &json!({"name": format!("n{number}")})).await;
        assert_eq!(made.status, 201, "{made:?}");
    }
    // It may have its share, and it is given back with the connections.
    drop(waiting);
    let start = Instant::now();
    while eve.post("/api/v1/me/tokens", &json!({})).await.status != 201 {
        assert!(start.elapsed() < Duration::from_secs(20), "the share is not given back");
    }
}

/// Without a token a place is held for no longer than it takes to say so, whether the body comes or not.
#[tokio::test]
async fn a_stranger_keeps_nobody_out_with_bodies_that_do_not_come() {
    // One for each worker, which has one stranger at a time, one for the reader, and one for its answer before.
    let places = std::thread::available_parallelism().unwrap().get() + 2;
    let server = TestServer::start_with(|config| config.limits.max_requests = places).await;
    let head = "POST /api/v1/me/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
    let mut strangers = Vec::new();
    for _ in 0..4 * places {
        let mut connection = TcpStream::connect(server.url.trim_start_matches("http://")).await.unwrap();
        connection.write_all(head.as_bytes()).await.unwrap();
        strangers.push(connection);
        assert_eq!(server.get("/api/v1/meta").await.status, 200);
    }
    for stranger in strangers {
        let answer = rest(stranger).await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    }
}

/// Far more writers than places: each answer is the change or a time to wait, and what was acknowledged is there.
#[tokio::test]
async fn under_overload_nothing_that_was_acknowledged_is_lost() {
    let server = TestServer::start_with(|config| config.limits.max_requests = 2).await;
    let name = |writer: usize, number: usize| format!("w{writer:02}-{number}");
    let write = async |writer: usize| {
        let (mut made, mut shed) = (Vec::new(), 0);
        for number in 0..10 {
            let reply = server.post("/api/v1/namespaces", &json!({"name": name(writer, number)})).await;
            if reply.status == 201 {
                made.push(name(writer, number));
                continue;
            }
            reply.is_problem(503, "busy");
            assert_eq!(seconds(&reply), 1);
            shed += 1;
        }
        (made, shed)
    };
    let written = join_all((0..32).map(write)).await;
    let shed: usize = written.iter().map(|(_, shed)| shed).sum();
    let mut made: Vec<String> = written.into_iter().flat_map(|(made, _)| made).collect();
    assert!(shed > 0 && !made.is_empty(), "{shed} shed, {} made", made.len());
    let there = server.get("/api/v1/namespaces?page_size=500").await.items();
    let mut there: Vec<&str> = there.iter().map(|row| row["name"].as_str().unwrap()).collect();
    made.sort_unstable();
    there.sort_unstable();
    assert_eq!(there, made);
}
