//! Everything that is wrong with a request is answered as a problem. The walk goes over the OpenAPI document, so a new
//! route is walked over from its first day.

use reqwest::Method;
use serde_json::json;

use crate::common::{Reply, Request, TestServer};
use crate::operations::{Operation, filled, operations};

const METHODS: [&str; 6] = ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"];

/// Sends what is wrong and checks the problem.
async fn refused(name: &str, request: Request) -> Reply {
    let answer = request.await;
    assert!((400..500).contains(&answer.status), "{name}: {answer:?}");
    answer.code();
    answer
}

#[tokio::test]
async fn wrong_methods_are_refused_with_the_right_ones() {
    let server = TestServer::start().await;
    let operations = operations(&server).await;
    for operation in &operations {
        let same = operations.iter().filter(|other| other.template == operation.template);
        let mut known: Vec<&str> = same.map(|other| other.method.as_str()).collect();
        for method in METHODS.into_iter().filter(|method| !known.contains(method)) {
            let request = server.request(method.parse().unwrap(), &operation.path);
            request.await.is_problem(405, "method-not-allowed");
        }
        let brew = server.request(Method::from_bytes(b"BREW").unwrap(), &operation.path);
        let answer = refused(&operation.name(), brew).await;
        if known.contains(&"GET") {
            known.push("HEAD");
        }
        let mut allowed: Vec<&str> = answer.header("allow").split(", ").collect();
        known.sort_unstable();
        allowed.sort_unstable();
        assert_eq!(allowed, known, "{}", operation.name());
    }
}

#[tokio::test]
async fn unknown_hosts_are_refused_everywhere() {
    let server = TestServer::start().await;
    for operation in operations(&server).await {
        let request = operation.request(&server).header("Host", "evil.example");
        request.await.is_problem(421, "host-not-allowed");
    }
}

#[tokio::test]
async fn every_write_needs_a_token() {
    let server = TestServer::start().await;
    for operation in operations(&server).await.into_iter().filter(Operation::is_write) {
        let request = server.anonymous(operation.method.clone(), &operation.path).json(&json!({}));
        let answer = refused(&operation.name(), request).await;
        assert_eq!(answer.code(), "unauthenticated", "{}", operation.name());
    }
}

#[tokio::test]
async fn bad_paths_are_problems() {
    let server = TestServer::start().await;
    let long = "x".repeat(4000);
    for operation in operations(&server).await {
        for name in operation.parameters("path") {
            for bad in ["Not%20A%20Name", "%FF%FE", "%00", "%2F", "%2e%2e%2f", "é", "-", "@", long.as_str()] {
                let shape = operation.template.replace(&format!("{{{name}}}"), bad);
                let path = filled(&shape, &operation.spec);
                let request = server.request(operation.method.clone(), &path).json(&json!({}));
                refused(&format!("{} {path}", operation.method), request).await;
            }
        }
    }
    for path in ["/", "/nowhere", "/api", "/api/v1", "/api/v1/", "/api/v2/meta", "//healthz", "/healthz/", "/%", "/é"]
    {
        server.get(path).await.is_problem(404, "not-found");
    }
}

#[tokio::test]
async fn bad_bodies_are_problems() {
    let server = TestServer::start().await;
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let bad: [&[u8]; 9] =
        [b"{", b"[]x", b"[1]", b"null", b"\"text\"", b"7", b"\xff\xfe", b"{\"a\":1}{", deep.as_bytes()];
    for operation in operations(&server).await.into_iter().filter(Operation::takes_json) {
        for body in bad {
            let request = operation.request(&server).header("Content-Type", "application/json").body(body.to_vec());
            let answer = refused(&operation.name(), request).await;
            assert_eq!(answer.code(), "invalid-body", "{}: {answer:?}", operation.name());
        }
    }
}

#[tokio::test]
async fn unknown_fields_are_named() {
    let server = TestServer::start().await;
    for operation in operations(&server).await.into_iter().filter(Operation::takes_json) {
        let request = operation.request(&server).json(&json!({"no_such_field": 1}));
        let answer = refused(&operation.name(), request).await;
        assert_eq!(answer.code(), "invalid-body", "{}: {answer:?}", operation.name());
        assert!(answer.json()["detail"].as_str().unwrap().contains("no_such_field"), "{answer:?}");
        assert_eq!(answer.json()["errors"][0]["place"], "/no_such_field", "{}: {answer:?}", operation.name());
    }
}

#[tokio::test]
async fn oversized_bodies_are_refused_announced_or_not() {
    let server = TestServer::start().await;
    let large = format!("{{\"x\": \"{}\"}}", "x".repeat(17 * 1024 * 1024));
    for operation in operations(&server).await.into_iter().filter(Operation::takes_json) {
        let json = || operation.request(&server).header("Content-Type", "application/json");
        json().body(large.clone()).await.is_problem(413, "too-large");
        let pieces = large.as_bytes().chunks(64 * 1024).map(|piece| Ok::<_, std::io::Error>(piece.to_vec()));
        let stream = futures_util::stream::iter(pieces.collect::<Vec<_>>());
        json().body(reqwest::Body::wrap_stream(stream)).await.is_problem(413, "too-large");
    }
}

#[tokio::test]
async fn bodies_of_other_types_are_refused() {
    let server = TestServer::start().await;
    for operation in operations(&server).await.into_iter().filter(Operation::takes_json) {
        for media_type in ["text/plain", "application/xml", "application/x-www-form-urlencoded", "jsonish"] {
            let request = operation.request(&server).header("Content-Type", media_type).body("{}");
            request.await.is_problem(415, "unsupported-media-type");
        }
    }
}

#[tokio::test]
async fn unknown_and_odd_queries_are_refused() {
    let server = TestServer::start().await;
    for operation in operations(&server).await {
        let names = operation.parameters("query");
        if names.is_empty() {
            continue;
        }
        for query in ["no_such_parameter=1", "%FF=%FF", "page_size=a&page_size=b"] {
            let path = format!("{}?{query}", operation.path);
            let request = server.request(operation.method.clone(), &path).json(&json!({}));
            refused(&format!("{} {path}", operation.method), request).await;
        }
        if names.iter().any(|name| name == "page_size") {
            for size in ["0", "501", "-1", "x", "", "99999999999999999999"] {
                let path = format!("{}?page_size={size}", operation.path);
                let request = server.request(operation.method.clone(), &path);
                request.await.is_problem(400, "invalid-query");
            }
        }
    }
}

#[tokio::test]
async fn odd_headers_are_refused() {
    let server = TestServer::start().await;
    let long = "k".repeat(256);
    for operation in operations(&server).await {
        let names = operation.parameters("header");
        if names.iter().any(|name| name == "Idempotency-Key") {
            for key in ["", long.as_str(), "\u{e9}"] {
                let request = operation.request(&server).header("Idempotency-Key", key.as_bytes());
                request.await.is_problem(400, "invalid-header");
            }
        }
        if names.iter().any(|name| name == "If-Match") {
            for tag in ["", "7", "W/\"7\"", "\"x\"", "\u{e9}"] {
                let request = operation.request(&server).header("If-Match", tag.as_bytes()).json(&json!({}));
                refused(&operation.name(), request).await.is_problem(400, "invalid-header");
            }
        }
    }
}

#[tokio::test]
async fn hosts_are_checked_wherever_a_request_names_them() {
    let server = TestServer::start().await;
    for head in [
        "GET /healthz HTTP/1.1\r\n\r\n",
        "GET /healthz HTTP/1.0\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n",
        "GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET http://localhost/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n",
    ] {
        let answer = server.raw(head.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.0 4"), "{head}: {answer}");
    }
    let good = server.raw(b"GET http://localhost/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    assert!(good.starts_with("HTTP/1.1 200"), "{good}");
}

#[tokio::test]
async fn what_is_not_http_gets_no_text_and_harms_nothing() {
    let server = TestServer::start().await;
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(200_000));
    let chunk = "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
    for bytes in
        ["\r\n\r\n", "nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", &long, chunk, "GET / HTTP/1.1\r\n: \r\n\r\n"]
    {
        let answer = server.raw(bytes.as_bytes()).await;
        let start: String = bytes.chars().take(40).collect();
        assert!(!answer.starts_with("HTTP/1.1 5"), "{start}: {answer}");
        assert!(!answer.contains("text/plain"), "{start}: {answer}");
    }
    assert_eq!(server.get("/readyz").await.status, 200);
}
