//! Namespaces, models and their policies.

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::TestServer;
use crate::common::models::MODEL as IRIS;

const ACME: &str = "/api/v1/namespaces/acme";

async fn with_iris() -> TestServer {
    let server = TestServer::start().await;
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    server.post(&format!("{ACME}/models"), &json!({"name": "iris", "labels": {"team": "flowers"}})).await.ok(201);
    server
}

#[tokio::test]
async fn a_namespace_is_made_shown_and_changed() {
    let server = TestServer::start().await;
    let made = server.post("/api/v1/namespaces", &json!({"name": "acme", "description": "ours"})).await;
    assert_eq!((made.header("location"), made.header("etag")), (ACME, "\"1\""));
    let made = made.ok(201);
    let shown = server.get(ACME).await;
    assert_eq!(shown.header("etag"), "\"1\"");
    assert_eq!(shown.ok(200), made);
    let changed = server.patch(ACME, &json!({"description": "theirs"})).if_match("\"1\"").await;
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(changed.json(), server.get(ACME).await.json());
    assert_eq!(changed.json()["description"], "theirs");
}

#[tokio::test]
async fn a_name_is_taken_once() {
    let server = with_iris().await;
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.is_problem(409, "namespace-exists");
    server.post(&format!("{ACME}/models"), &json!({"name": "iris"})).await.is_problem(409, "model-exists");
}

#[tokio::test]
async fn one_of_many_at_once_makes_the_namespace() {
    let server = TestServer::start().await;
    let create = || server.post("/api/v1/namespaces", &json!({"name": "acme"}));
    let answers = futures_util::future::join_all((0..16).map(|_| create().send())).await;
    let made = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.is_problem(409, "namespace-exists");
    }
}

#[tokio::test]
async fn changes_need_the_revision_that_was_seen() {
    let server = with_iris().await;
    for path in [ACME, IRIS] {
        let blind = server.request(Method::PATCH, path).json(&json!({"description": "x"})).await;
        blind.is_problem(428, "precondition-required");
        server.patch(path, &json!({})).if_match("\"7\"").await.is_problem(412, "stale-revision");
        for odd in ["1", "W/\"1\"", "*", "\"x\"", "\"1\", \"2\""] {
            server.patch(path, &json!({})).if_match(odd).await.is_problem(400, "invalid-header");
        }
        let unchanged = server.patch(path, &json!({})).if_match("\"1\"").await;
        assert_eq!(unchanged.header("etag"), "\"1\"");
    }
}

#[tokio::test]
async fn of_two_changes_on_one_revision_one_is_stale() {
    let server = with_iris().await;
    let change = async |text: String| {
        let body = json!({ "description": text });
        server.patch(IRIS, &body).if_match("\"1\"").await
    };
    let answers = futures_util::future::join_all((0..8).map(|turn| change(format!("turn {turn}")))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for stale in answers.iter().filter(|answer| answer.status != 200) {
        stale.is_problem(412, "stale-revision");
    }
    assert_eq!(server.get(IRIS).await.json()["revision"], 2);
}

#[tokio::test]
async fn a_model_shows_its_versions_and_its_labels() {
    let server = with_iris().await;
    let model = server.get(IRIS).await.ok(200);
    assert_eq!((&model["versions"], &model["labels"]), (&json!(0), &json!({"team": "flowers"})));
    assert_eq!(model.get("latest"), None);
    let changed = server.patch(IRIS, &json!({"labels": {}})).if_match("\"1\"").await.ok(200);
    assert_eq!(changed["labels"], json!({}));
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let server = with_iris().await;
    server.get("/api/v1/namespaces/none").await.is_problem(404, "namespace-not-found");
    server.get("/api/v1/namespaces/none/models").await.is_problem(404, "namespace-not-found");
    server.get("/api/v1/namespaces/none/models/iris").await.is_problem(404, "namespace-not-found");
    server.get(&format!("{ACME}/models/none")).await.is_problem(404, "model-not-found");
    server.get(&format!("{ACME}/models/none/policy")).await.is_problem(404, "model-not-found");
    server.get("/api/v1/namespaces/No").await.is_problem(400, "invalid-path");
    let orphan = server.post("/api/v1/namespaces/none/models", &json!({"name": "iris"})).await;
    orphan.is_problem(404, "namespace-not-found");
}

#[tokio::test]
async fn an_archived_model_is_restored() {
    let server = with_iris().await;
    let archived = server.post(&format!("{IRIS}/archive"), &json!({})).await.ok(200);
    assert!(archived["archived_at"].is_string(), "{archived}");
    let again = server.request(Method::POST, &format!("{IRIS}/archive")).await.ok(200);
    assert_eq!(again, archived);
    let restored = server.post(&format!("{IRIS}/restore"), &json!({})).await.ok(200);
    assert_eq!((restored.get("archived_at"), &restored["revision"]), (None, &json!(3)));
}

#[tokio::test]
async fn policies_are_layers_with_reasons() {
    let server = with_iris().await;
    for owner in [ACME, IRIS] {
        let path = format!("{owner}/policy");
        let empty = server.get(&path).await;
        assert_eq!(empty.header("etag"), "\"1\"");
        assert_eq!(empty.ok(200), json!({"compat": {}, "resolve": {}}));
        let policy = json!({"compat": {"profile": "serving-tensor"}, "resolve": {"fallback": "latest"}});
        let set = server.put(&path, &policy).if_match("\"1\"").await;
        assert_eq!(set.header("etag"), "\"2\"");
        assert_eq!(set.ok(200), policy);
        assert_eq!(server.get(&path).await.ok(200), policy);
        let unknown = json!({"compat": {"rules": {"no.such.rule": {"level": "warn", "reason": "x"}}}});
        server.put(&path, &unknown).if_match("\"2\"").await.is_problem(422, "invalid-policy");
        let odd = server.put(&path, &json!({"compat": {"mode": "maybe"}})).if_match("\"2\"").await;
        odd.is_problem(400, "invalid-body");
        assert_eq!(odd.json()["errors"][0]["place"], "/compat/mode");
    }
}

#[tokio::test]
async fn lists_come_in_pages() {
    let server = TestServer::start().await;
    for name in ["c", "a", "e", "b", "d"] {
        server.post("/api/v1/namespaces", &json!({ "name": name })).await.ok(201);
    }
    let mut names: Vec<Value> = Vec::new();
    let mut path = "/api/v1/namespaces?page_size=2".to_owned();
    loop {
        let page = server.get(&path).await.ok(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 2);
        names.extend(items.iter().map(|item| item["name"].clone()));
        match page["next_page_token"].as_str() {
            Some(token) => path = format!("/api/v1/namespaces?page_size=2&page_token={token}"),
            None => break,
        }
    }
    assert_eq!(names, ["a", "b", "c", "d", "e"]);
    for (query, code) in [
        ("page_size=0", "invalid-query"),
        ("page_size=501", "invalid-query"),
        ("page_size=x", "invalid-query"),
        ("size=1", "invalid-query"),
        ("page_token=%21", "invalid-page-token"),
        ("page_token=MQ", "invalid-page-token"),
    ] {
        server.get(&format!("/api/v1/namespaces?{query}")).await.is_problem(400, code);
    }
}

#[tokio::test]
async fn a_retry_with_its_key_has_one_effect() {
    let server = TestServer::start().await;
    let create = |name: &str, key: &str| {
        let request = server.request(Method::POST, "/api/v1/namespaces").header("Idempotency-Key", key);
        request.json(&json!({ "name": name }))
    };
    let first = create("acme", "k-1").await;
    let second = create("acme", "k-1").await;
    assert_eq!((second.status, &second.json()), (first.status, &first.json()));
    assert_eq!((first.header("idempotency-replayed"), second.header("idempotency-replayed")), ("", "true"));
    assert_eq!((second.header("location"), second.header("etag")), (ACME, "\"1\""));
    create("other", "k-1").await.is_problem(422, "idempotency-key-reused");
    create("acme", "k-2").await.is_problem(409, "namespace-exists");
    for odd in ["", &*"k".repeat(256)] {
        create("third", odd).await.is_problem(400, "invalid-header");
    }
    let events = server.get("/api/v1/events?namespace=acme").await.ok(200);
    assert_eq!(events["items"].as_array().map(Vec::len), Some(1), "{events}");
}

#[tokio::test]
async fn retries_at_once_get_one_answer() {
    let server = TestServer::start().await;
    let create = || {
        let request = server.request(Method::POST, "/api/v1/namespaces").header("Idempotency-Key", "k");
        request.json(&json!({"name": "acme"}))
    };
    let answers = futures_util::future::join_all((0..16).map(|_| create().send())).await;
    for answer in &answers {
        assert_eq!((answer.status, &answer.json()), (201, &answers[0].json()), "{answer:?}");
    }
}
