//! What browsers are told, and that pages of other sites learn nothing.

use reqwest::Method;

use crate::common::models::MODEL;
use crate::common::{Reply, TestServer};

const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

fn is_secure(reply: &Reply) {
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "{reply:?}");
    assert_eq!(reply.header("referrer-policy"), "no-referrer", "{reply:?}");
    assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin", "{reply:?}");
    let shared = reply.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
    assert_eq!(shared, None, "{reply:?}");
}

#[tokio::test]
async fn every_answer_bears_them() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    let file = format!("{MODEL}/versions/1.0.0/files/model.onnx");
    for (path, status) in
        [("/healthz", 200), ("/api/v1/meta", 200), ("/nowhere", 404), ("/openapi.json", 200), (&file, 200)]
    {
        let reply = server.get(path).header("Origin", "https://evil.example").await;
        assert_eq!((reply.status, reply.header("content-security-policy")), (status, NOTHING), "{path}");
        is_secure(&reply);
    }
    let stranger = server.get("/healthz").header("Host", "evil.example").await;
    stranger.is_problem(421, "host-not-allowed");
    is_secure(&stranger);
    assert_eq!(server.get("/healthz").await.header("strict-transport-security"), "", "TLS is not ours");
}

#[tokio::test]
async fn files_are_stored_and_never_shown() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    let file = server.get(&format!("{MODEL}/versions/1.0.0/files/model.onnx")).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename*=UTF-8''model.onnx");
}

#[tokio::test]
async fn the_documentation_loads_only_what_is_served_here() {
    let server = TestServer::start().await;
    let page = server.get("/docs/").await;
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'self'; ") && policy.ends_with("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("script-src") && !policy.contains("unsafe-eval"), "{policy}");
    is_secure(&page);
}

/// A browser asks before it sends JSON, a token or another method for a page of another site. No answer is permission.
#[tokio::test]
async fn no_other_origin_gets_permission() {
    let server = TestServer::start().await;
    for path in ["/api/v1/namespaces", "/api/v1/namespaces/acme/models/iris/versions", "/healthz"] {
        let ask = server.anonymous(Method::OPTIONS, path).header("Origin", "https://evil.example");
        let ask = ask.header("Access-Control-Request-Method", "POST");
        let reply = ask.header("Access-Control-Request-Headers", "authorization, content-type").await;
        reply.is_problem(405, "method-not-allowed");
        is_secure(&reply);
    }
    // What a form of another site can send without asking is refused: it cannot say that it is JSON, and has no token.
    let form = server.anonymous(Method::POST, "/api/v1/namespaces").header("Content-Type", "text/plain");
    form.body("{\"name\":\"acme\"}").await.is_problem(401, "unauthenticated");
}
