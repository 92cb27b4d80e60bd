//! Starting, stopping, looking after, and who may come in.

use std::time::{Duration, Instant};

use registry_server::startup;
use reqwest::Method;
use serde_json::json;

use crate::common::{Client, Installation, TestServer};

#[tokio::test]
async fn health_readiness_and_meta_answer() {
    let server = TestServer::start().await;
    assert_eq!(server.get("/healthz").await.ok(200), json!({"status": "ok"}));
    assert_eq!(server.get("/readyz").await.ok(200), json!({"status": "ready"}));
    let meta = server.get("/api/v1/meta").await.ok(200);
    assert_eq!((&meta["api"], &meta["limits"]["max_page_size"]), (&json!("v1"), &json!(500)));
}

#[tokio::test]
async fn the_documentation_is_served_from_here() {
    let server = TestServer::start().await;
    let entrance = server.get("/docs").await;
    let page = entrance.text();
    assert_eq!(entrance.status, 200, "{page}");
    assert!(page.contains("swagger-ui"), "{page}");
    assert!(!page.contains("https://"), "loads something from elsewhere: {page}");
    let start = server.get("/docs/swagger-initializer.js").await;
    assert!(start.status == 200 && start.text().contains("/openapi.json"), "{start:?}");
    assert_eq!(server.get("/docs/swagger-ui-bundle.js").await.status, 200);
    server.get("/docs/no-such-file").await.is_problem(404, "not-found");
    assert_eq!(server.get("/openapi.json").await.ok(200)["openapi"], "3.1.0");
}

#[tokio::test]
async fn every_kind_of_problem_is_described() {
    let server = TestServer::start().await;
    let kind = server.get("/problems/version-too-small").await.ok(200);
    assert_eq!((&kind["code"], &kind["status"]), (&json!("version-too-small"), &json!(409)));
    server.get("/problems/no-such-code").await.is_problem(404, "not-found");
}

#[tokio::test]
async fn metrics_count_by_pattern_and_not_by_path() {
    let server = TestServer::start().await;
    server.get("/api/v1/namespaces/acme").await.is_problem(404, "namespace-not-found");
    server.get("/no/such/place").await.is_problem(404, "not-found");
    let metrics = server.get("/metrics").await;
    assert_eq!(metrics.status, 200, "{metrics:?}");
    let text = metrics.text();
    let line =
        |route: &str| format!("registry_http_requests_total{{method=\"GET\",route=\"{route}\",status=\"404\"}} 1");
    assert!(text.contains(&line("/api/v1/namespaces/{namespace}")), "{text}");
    assert!(text.contains(&line("unmatched")), "{text}");
    assert!(!text.contains("acme"), "{text}");
}

#[tokio::test]
async fn request_ids_are_kept_when_they_are_plain() {
    let server = TestServer::start().await;
    let with = |id: &str| server.get("/nowhere").header("X-Request-Id", id);
    assert_eq!(with("build-7.a_B").await.header("x-request-id"), "build-7.a_B");
    for odd in ["mrt_secret", "", "a b", "a\"b", &*"x".repeat(129)] {
        let answer = with(odd).await;
        answer.is_problem(404, "not-found");
        assert_eq!(answer.header("x-request-id").len(), 36, "{odd}");
    }
}

#[tokio::test]
async fn writes_need_a_token_and_reads_of_this_machine_do_not() {
    let server = TestServer::start().await;
    assert_eq!(server.anonymous(Method::GET, "/api/v1/namespaces").await.status, 200);
    for name in ["X-Forwarded-For", "Forwarded", "Via"] {
        let asked = server.anonymous(Method::GET, "/api/v1/namespaces").header(name, "somebody").await;
        asked.is_problem(401, "unauthenticated");
    }
    let create = || server.anonymous(Method::POST, "/api/v1/namespaces").json(&json!({"name": "acme"}));
    let refused = create().await;
    refused.is_problem(401, "unauthenticated");
    assert_eq!(refused.header("www-authenticate"), "Bearer");
    let other = TestServer::start().await;
    for wrong in ["", "mrt_", "mrt_x", "admin", other.token.as_str()] {
        create().bearer(wrong).await.is_problem(401, "unauthenticated");
    }
    create().header("Authorization", "Basic YTpi").await.is_problem(401, "unauthenticated");
    let read = server.anonymous(Method::GET, "/api/v1/namespaces").bearer(&other.token);
    read.await.is_problem(401, "unauthenticated");
    assert_eq!(create().bearer(&server.token).await.status, 201);
}

#[tokio::test]
async fn strangers_learn_nothing_about_their_bodies() {
    let server = TestServer::start().await;
    let create = server.anonymous(Method::POST, "/api/v1/namespaces").body("{");
    create.await.is_problem(401, "unauthenticated");
}

#[tokio::test]
async fn behind_a_proxy_every_request_needs_a_token() {
    let server = TestServer::start_with(|config| config.behind_proxy = true).await;
    for path in ["/api/v1/namespaces", "/api/v1/meta", "/metrics"] {
        server.anonymous(Method::GET, path).await.is_problem(401, "unauthenticated");
        assert_eq!(server.get(path).await.status, 200);
    }
    assert_eq!(server.anonymous(Method::GET, "/healthz").await.status, 200);
}

#[tokio::test]
async fn only_known_hosts_are_answered() {
    let server = TestServer::start_with(|config| config.allowed_hosts = vec!["models.example.com".to_owned()]).await;
    for path in ["/healthz", "/readyz", "/metrics", "/api/v1/meta"] {
        let from = |host: &str| server.get(path).header("Host", host);
        for host in ["localhost", "127.0.0.1:1", "[::1]", "models.example.com", "MODELS.example.com:443"] {
            assert_eq!(from(host).await.status, 200, "{path} {host}");
        }
        for host in ["evil.example", "127.0.0.1.evil.example", "models.example.com.evil.example"] {
            from(host).await.is_problem(421, "host-not-allowed");
        }
    }
}

#[tokio::test]
async fn a_taken_address_is_named_and_leaves_nothing_behind() {
    let server = TestServer::start().await;
    let other = Installation::sqlite();
    let mut config = other.config();
    config.listen = server.url.trim_start_matches("http://").parse().unwrap();
    let error = startup::build(config).await.unwrap_err().to_string();
    assert!(error.starts_with("cannot listen on `127.0.0.1:"), "{error}");
    assert!(!other.data.path().join("admin-token").exists());
}

#[tokio::test]
async fn stopping_does_not_wait_for_idle_connections() {
    let installation = Installation::new();
    let server = startup::build(installation.config()).await.unwrap();
    let client = Client::new(&format!("http://{}", server.address()), installation.data.path());
    assert_eq!(client.get("/healthz").await.status, 200);
    let start = Instant::now();
    server.stop().await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(client.get("/healthz").try_send().await.is_err());
}

#[tokio::test]
async fn whoever_may_get_may_ask_for_the_head() {
    let server = TestServer::start().await;
    let head = server.request(Method::HEAD, "/api/v1/meta").await;
    assert_eq!((head.status, head.text()), (200, ""));
    assert_eq!(head.header("content-type"), "application/json");
}
