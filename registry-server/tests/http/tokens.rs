//! Tokens: shown once, limited, ended, revoked on every server, and in no row and no log.

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::models::{MODEL, PRODUCTION};
use crate::common::{IRIS, TestServer, iris};

const MINE: &str = "/api/v1/me/tokens";

#[tokio::test]
async fn a_token_is_shown_once_and_listed_without_its_secret() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["publisher"]).await;
    let wanted = json!({"description": "laptop", "expires_in_days": 7});
    let made = ada.post(MINE, &wanted).key("k").await.ok(201);
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("mrt_") && secret.len() == 53, "{secret}");
    // A retry makes no second one, and is answered without the secret, which nobody has kept.
    let again = ada.post(MINE, &wanted).key("k").await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!((&again.ok(201)["id"], again.json().get("secret")), (&made["id"], None));
    let listed = ada.get(MINE).await.items();
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().all(|token| token.get("secret").is_none()), "{listed:?}");
    let me = ada.with_token(secret).get("/api/v1/me").await.ok(200);
    assert_eq!((&me["principal"]["name"], &me["token"]["id"]), (&json!("ada"), &made["id"]));
    assert_eq!(me["memberships"], json!([{"namespace": "acme", "roles": ["publisher"]}]));
    assert_eq!(me["administrator"], false);
    let used = ada.get(MINE).await.items();
    assert!(used.iter().all(|token| token.get("last_used_at").is_some()), "{used:?}");
}

#[tokio::test]
async fn tokens_end_after_ninety_days_unless_they_say() {
    let server = TestServer::start().await;
    let days = |token: &Value| {
        let time = |name: &str| token[name].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        time("expires_at").duration_since(time("created_at")).as_hours() / 24
    };
    assert_eq!(days(&server.post(MINE, &json!({})).await.ok(201)), 90);
    assert_eq!(days(&server.post(MINE, &json!({"expires_in_days": 366})).await.ok(201)), 366);
    for wrong in [json!(0), json!(367), json!(-1), json!("never"), json!(1.5)] {
        server.post(MINE, &json!({"expires_in_days": wrong})).await.is_problem(400, "invalid-body");
    }
    for wrong in [
        json!([]),
        json!([{"actions": []}]),
        json!([{"actions": ["fly"]}]),
        json!([{"actions": ["read"], "model": "A/B"}]),
    ] {
        server.post(MINE, &json!({"scopes": wrong})).await.is_problem(400, "invalid-body");
    }
    let many = vec![json!({"actions": ["read"]}); 33];
    server.post(MINE, &json!({"scopes": many})).await.is_problem(400, "invalid-body");
}

#[tokio::test]
async fn a_revoked_token_opens_nothing_at_once_and_elsewhere_a_second_later() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let secret = server.new_token("admin", &json!({})).await;
    let bearer = server.with_token(&secret);
    let id = bearer.get("/api/v1/me").await.ok(200)["token"]["id"].as_str().unwrap().to_owned();
    assert_eq!(bearer.get(MODEL).await.status, 200);
    let path = format!("{MINE}/{id}");
    let revoked = server.request(Method::DELETE, &path).await.ok(200);
    assert!(revoked["revoked_at"].is_string());
    bearer.get(MODEL).await.is_problem(401, "unauthenticated");
    bearer.post(MINE, &json!({})).await.is_problem(401, "unauthenticated");
    assert_eq!(server.request(Method::DELETE, &path).await.ok(200)["revoked_at"], revoked["revoked_at"]);
    let nobody = format!("{MINE}/01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e");
    server.request(Method::DELETE, &nobody).await.is_problem(404, "token-not-found");
}

#[tokio::test]
async fn a_disabled_principal_is_not_let_in_and_keeps_its_tokens() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["reader"]).await;
    assert_eq!(ada.get(MODEL).await.status, 200);
    let disabled = server.patch("/api/v1/principals/ada", &json!({"disabled": true})).await.ok(200);
    assert!(disabled["disabled_at"].is_string());
    ada.get(MODEL).await.is_problem(401, "unauthenticated");
    let back = server.patch("/api/v1/principals/ada", &json!({"disabled": false, "description": "Ada"})).await.ok(200);
    assert_eq!((back.get("disabled_at"), &back["description"]), (None, &json!("Ada")));
    assert_eq!(ada.get(MODEL).await.status, 200);
    server
        .post("/api/v1/principals", &json!({"name": "ada", "kind": "user"}))
        .await
        .is_problem(409, "principal-exists");
    server.patch("/api/v1/principals/admin", &json!({"disabled": true})).await.is_problem(409, "last-admin");
}

#[tokio::test]
async fn a_limited_token_does_what_its_scopes_say_and_makes_no_others() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1"]).await;
    let scopes = json!([
        {"actions": ["publish"], "namespace": "acme", "model": "ir*"},
        {"actions": ["promote"], "namespace": "acme", "model": "iris", "channel": "staging"}
    ]);
    let limited = server.with_token(&server.new_token("admin", &json!({"scopes": scopes})).await);
    let file = limited.upload(IRIS, "1", "model.onnx", &iris("1.1.0")).await;
    limited.publish(IRIS, &json!({"version": "1.1.0", "files": [file]})).await.ok(201);
    let promote = async |channel: &str| {
        limited.post(&format!("{MODEL}/channels/{channel}/promote"), &json!({"version": "1.0.0"})).await
    };
    promote("staging").await.ok(200);
    promote("production").await.is_problem(403, "forbidden");
    limited.post(&format!("{MODEL}/archive"), &json!({})).await.is_problem(403, "forbidden");
    limited
        .post("/api/v1/namespaces/acme/models", &json!({"name": "churn"}))
        .await
        .is_problem(404, "namespace-not-found");
    limited.get("/api/v1/namespaces/acme/models/churn").await.is_problem(404, "model-not-found");
    limited.post("/api/v1/principals", &json!({"name": "bob", "kind": "user"})).await.is_problem(403, "forbidden");
    limited.post(MINE, &json!({})).await.is_problem(403, "forbidden");
    let others = server.get(MINE).await.items();
    let other = format!("{MINE}/{}", others[0]["id"].as_str().unwrap());
    limited.request(Method::DELETE, &other).await.is_problem(403, "forbidden");
    server.post("/api/v1/namespaces/acme/models", &json!({"name": "churn"})).await.ok(201);
    let found = limited.get("/api/v1/search?q=acme").await.items();
    assert_eq!(found.iter().map(|hit| hit["name"].as_str().unwrap()).collect::<Vec<_>>(), ["iris"]);
    let own = limited.get("/api/v1/me").await.ok(200)["token"]["id"].as_str().unwrap().to_owned();
    limited.request(Method::DELETE, &format!("{MINE}/{own}")).await.ok(200);
    limited.get(MODEL).await.is_problem(401, "unauthenticated");
}

/// With a limited token an administrator could else make administrators whose tokens are not.
#[tokio::test]
async fn a_limited_token_does_not_administer_the_registry() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    server.user("mallory", "acme", &["reader"]).await;
    let scopes = json!([{"actions": ["admin"], "namespace": "*"}]);
    let limited = server.with_token(&server.new_token("admin", &json!({"scopes": scopes})).await);
    let registry = "/api/v1/namespaces/registry";
    let member = limited.put(&format!("{registry}/members/mallory"), &json!({"roles": ["admin"]})).await;
    member.is_problem(403, "forbidden");
    let seen = limited.get(registry).await.header("etag").to_owned();
    limited.patch(registry, &json!({"private": false})).if_match(&seen).await.is_problem(403, "forbidden");
    limited.get(&format!("{registry}/members")).await.ok(200);
    limited.put("/api/v1/namespaces/acme/members/mallory", &json!({"roles": ["publisher"]})).await.ok(200);

    let file = limited.upload(IRIS, "1", "model.onnx", &iris("1.0.0")).await;
    let body = json!({"version": "1.0.0", "files": [file]});
    limited.publish("fresh/iris", &body).await.is_problem(404, "namespace-not-found");
    limited.get("/api/v1/namespaces/fresh").await.is_problem(404, "namespace-not-found");
}

/// What no scope names, a token does not see: neither the name of a model nor that its principal is a member there.
#[tokio::test]
async fn a_limited_token_does_not_tell_of_other_namespaces() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    server.post("/api/v1/namespaces", &json!({"name": "vault", "private": true})).await.ok(201);
    server.user("ada", "acme", &["reader"]).await;
    server.member("vault", "ada", &["admin"]).await;
    let scopes = json!([{"actions": ["read"], "namespace": "acme"}]);
    let limited = server.with_token(&server.new_token("ada", &json!({"scopes": scopes})).await);
    for path in ["vault", "vault/models/x", "nowhere", "nowhere/models/x"] {
        let refused = limited.get(&format!("/api/v1/namespaces/{path}")).await;
        refused.is_problem(404, "namespace-not-found");
    }
    let me = limited.get("/api/v1/me").await.ok(200);
    assert_eq!(me["memberships"], json!([{"namespace": "acme", "roles": ["reader"]}]));
}

/// A list that is filtered goes on to what the token may see, and its page tokens name nothing else.
#[tokio::test]
async fn lists_of_a_limited_token_go_on_past_what_it_does_not_see() {
    let server = TestServer::start().await;
    for (namespace, model) in [("aaa", "x"), ("aab", "x"), ("acme", "x"), ("acme", "y"), ("bbb", "x"), ("zoo", "x")] {
        server.post("/api/v1/namespaces", &json!({"name": namespace})).await;
        server.post(&format!("/api/v1/namespaces/{namespace}/models"), &json!({"name": model})).await.ok(201);
    }
    let scopes = json!([{"actions": ["read"], "namespace": "acme"}, {"actions": ["read"], "namespace": "zoo"}]);
    let limited = server.with_token(&server.new_token("admin", &json!({"scopes": scopes})).await);
    for (list, expected) in [
        ("/api/v1/namespaces?", &[&["acme"][..], &["zoo"]][..]),
        ("/api/v1/search?q=x&", &[&["acme"], &["zoo"]]),
        ("/api/v1/search?q=a&", &[&["acme"], &["acme"]]),
        ("/api/v1/search?q=aaa&", &[&[]]),
    ] {
        let mut path = format!("{list}page_size=1");
        let mut pages = Vec::new();
        loop {
            let page = limited.get(&path).await;
            let name = |item: &Value| item.get("namespace").unwrap_or(&item["name"]).as_str().unwrap().to_owned();
            pages.push(page.items().iter().map(name).collect::<Vec<_>>());
            let Some(token) = page.json()["next_page_token"].as_str().map(str::to_owned) else { break };
            path = format!("{list}page_size=1&page_token={token}");
        }
        assert_eq!(pages, expected, "{list}");
    }
}

/// A role that is taken away while a request is under way is taken away for it, too.
#[tokio::test]
async fn a_yank_moves_no_channel_that_the_caller_may_not_move() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1"]).await;
    for version in ["1.0.0", "1.0.1"] {
        server.promote(version).await.ok(200);
    }
    let ada = server.user("ada", "acme", &["publisher"]).await;
    let yank = format!("{MODEL}/versions/1.0.1/yank?rollback_channels=true");
    ada.post(&yank, &json!({"reason": "it is bad"})).await.is_problem(403, "forbidden");
    assert_eq!(server.get(PRODUCTION).await.json()["version"], "1.0.1");
    server.member("acme", "ada", &["publisher", "promoter"]).await;
    ada.post(&yank, &json!({"reason": "it is bad"})).await.ok(200);
    assert_eq!(server.get(PRODUCTION).await.json()["version"], "1.0.0");
}
