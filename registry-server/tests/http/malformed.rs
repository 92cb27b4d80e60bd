//! What is no HTTP never reaches a route: the HTTP library answers it, with a status and nothing else, and hangs up. It has
//! no hook for a body of ours. What it answers is held here, so that a new version of it cannot change that unseen.

use crate::common::{Installation, TestServer};

const HEAD: &str = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";
const POST: &str = "POST /api/v1/namespaces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/// How many bytes of a head the library reads before it gives up.
const LONGEST_HEAD: usize = 131_072;

/// A head of exactly as many bytes as are too many. One byte more might be unread when the server hangs up, and then the
/// answer might be lost.
fn too_long(start: &str) -> String {
    format!("{start}{}", "x".repeat(LONGEST_HEAD - start.len()))
}

fn malformed() -> Vec<(String, &'static str)> {
    let many = "X: y\r\n".repeat(100);
    vec![
        ("nonsense\r\n\r\n".to_owned(), "400"),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}".to_owned(), "400"),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), "400"),
        ("GET /healthz HTTP/1.1\r\n\r\n".to_owned(), "400"),
        (format!("{HEAD}no colon\r\n\r\n"), "400"),
        (format!("{HEAD}: no name\r\n\r\n"), "400"),
        (format!("{HEAD}X: \0\r\n\r\n"), "400"),
        (format!("{HEAD}Host: localhost\r\n\r\n"), "400"),
        (format!("{POST}Content-Length: x\r\n\r\n"), "400"),
        (format!("{POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n"), "400"),
        (format!("{POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"), "400"),
        (format!("{POST}Transfer-Encoding: gzip\r\n\r\n"), "400"),
        (format!("{HEAD}{many}\r\n"), "431"),
        (too_long("GET /"), "431"),
        (too_long(&format!("{HEAD}X: ")), "431"),
    ]
}

#[tokio::test]
async fn what_is_no_http_gets_a_status_and_the_connection_ends() {
    let server = TestServer::start().await;
    for (bytes, status) in malformed() {
        let start: String = bytes.chars().take(60).collect();
        let answer = server.raw_and_cut(bytes.as_bytes()).await;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{start:?}: {answer:?}"));
        assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{start:?}: {head}");
        assert_eq!(body, "", "{start:?}");
        assert!(!head.to_lowercase().contains("content-type"), "{start:?}: {head}");
    }
    assert_eq!(server.get("/readyz").await.status, 200);
}

/// The head is good, so the route is asked; but the library takes a broken chunk for a client that has gone. Whether the
/// problem still reaches the client is a matter of time: what counts is that the request has no effect.
#[tokio::test]
async fn a_broken_body_has_no_effect_and_the_connection_ends() {
    let server = TestServer::start().await;
    let token = format!("Authorization: Bearer {}\r\n", server.token);
    let chunked = format!("{POST}{token}Transfer-Encoding: chunked\r\n\r\n");
    let whole = "f\r\n{\"name\":\"acme\"}\r\n";
    for body in ["zz\r\n".to_owned(), format!("{whole}zz\r\n"), format!("{whole}x"), whole.replace("}\r\n", "}x")] {
        let answer = server.raw_and_cut(format!("{chunked}{body}").as_bytes()).await;
        let problem = answer.starts_with("HTTP/1.1 400 ") && answer.contains("\"code\":\"invalid-body\"");
        assert!(answer.is_empty() || problem, "{body:?}: {answer}");
    }
    assert_eq!(server.get("/api/v1/namespaces").await.items().len(), 0);
    let answer = server.raw(format!("{chunked}{whole}0\r\n\r\n").as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 201 "), "what is not broken is taken: {answer}");
}

/// Any stranger can send nonsense: it must not fill the log with errors.
#[tokio::test]
async fn what_is_no_http_is_no_error_of_ours() {
    let installation = Installation::new();
    let mut program = installation.spawn();
    let client = program.client();
    for (bytes, _) in malformed() {
        client.raw_and_cut(bytes.as_bytes()).await;
    }
    client.raw_and_cut(format!("{POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n").as_bytes()).await;
    assert_eq!(client.get("/readyz").await.status, 200);
    program.signal("TERM");
    let (status, said) = program.end();
    assert_eq!(status.code(), Some(0), "{said:#?}");
    let loud = |line: &&String| ["ERROR", "WARN", "panicked"].iter().any(|word| line.contains(word));
    assert_eq!(said.iter().find(loud), None);
}
