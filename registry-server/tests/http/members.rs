//! Members of namespaces, protected channels, and the record of what was refused.

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::models::{MODEL, PRODUCTION};
use crate::common::{Client, TestServer};

const MEMBERS: &str = "/api/v1/namespaces/acme/members";

#[tokio::test]
async fn members_come_and_go_with_a_record() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["reader"]).await;
    ada.put(&format!("{MEMBERS}/ada"), &json!({"roles": ["admin"]})).await.is_problem(403, "forbidden");
    let set = server.put(&format!("{MEMBERS}/ada"), &json!({"roles": ["promoter", "publisher"]})).await.ok(200);
    assert_eq!(set["roles"], json!(["publisher", "promoter"]));
    let again = server.put(&format!("{MEMBERS}/ada"), &json!({"roles": ["publisher", "promoter"]})).await.ok(200);
    assert_eq!(again, set);
    assert_eq!(server.get(MEMBERS).await.items(), [set]);
    server.put(&format!("{MEMBERS}/ada"), &json!({"roles": []})).await.is_problem(400, "invalid-body");
    server.put(&format!("{MEMBERS}/ada"), &json!({"roles": ["king"]})).await.is_problem(400, "invalid-body");
    server
        .put(&format!("{MEMBERS}/nobody"), &json!({"roles": ["reader"]}))
        .await
        .is_problem(404, "principal-not-found");
    server.request(Method::DELETE, &format!("{MEMBERS}/ada")).await.ok(200);
    server.request(Method::DELETE, &format!("{MEMBERS}/ada")).await.is_problem(404, "member-not-found");
    let events = server.events("acme").await;
    let told = |kind: &str| events.iter().filter(|event| event["type"] == kind).cloned().collect::<Vec<_>>();
    let set = told("registry.member.set.v1");
    assert_eq!(set.len(), 2, "{events:#?}");
    assert_eq!(set[1]["data"]["before"], json!({"roles": ["reader"]}));
    assert_eq!(set[1]["data"]["after"], json!({"roles": ["publisher", "promoter"]}));
    assert_eq!(set[1]["data"]["resource"], json!({"namespace": "acme", "principal": "ada"}));
    assert_eq!(told("registry.member.removed.v1").len(), 1);
    let denied = told("registry.access.denied.v1");
    assert_eq!(denied.len(), 1, "{events:#?}");
    let data = &denied[0]["data"];
    assert_eq!((&data["outcome"], &data["permission"]), (&json!("denied"), &json!("admin")));
    assert_eq!(data["actor"]["id"], "ada");
    assert_eq!(data["operation"], "PUT /api/v1/namespaces/{namespace}/members/{principal}");
}

/// A harmless attempt hides no other one, and nobody fills the log with names that they choose.
#[tokio::test]
async fn refused_attempts_are_told_apart_and_not_without_end() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["reader"]).await;
    let other = server.with_token(&server.new_token("ada", &json!({})).await);
    let promote = async |client: &Client, channel: &str| {
        let path = format!("{MODEL}/channels/{channel}/promote");
        client.post(&path, &json!({"version": "1.0.0"})).await.is_problem(403, "forbidden");
    };
    let denied = async || {
        let events = server.events("acme").await;
        let denied = events.iter().filter(|event| event["type"] == "registry.access.denied.v1");
        denied.map(|event| event["data"]["resource"]["channel"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (client, channel) in [(&ada, "decoy"), (&ada, "decoy"), (&ada, "production"), (&other, "production")] {
        promote(client, channel).await;
    }
    assert_eq!(denied().await, ["decoy", "production", "production"]);
    for number in 0..100 {
        promote(&ada, &format!("made-up-{number}")).await;
    }
    let told = denied().await.len();
    assert!((50..70).contains(&told), "{told}");
}

#[tokio::test]
async fn the_registry_itself_has_members_and_a_record() {
    let server = TestServer::start().await;
    let path = "/api/v1/namespaces/registry/members";
    server.request(Method::DELETE, &format!("{path}/admin")).await.is_problem(409, "last-admin");
    server.put(&format!("{path}/admin"), &json!({"roles": ["reader"]})).await.is_problem(409, "last-admin");
    let bob = server.user("bob", "registry", &["reader"]).await;
    bob.post("/api/v1/namespaces", &json!({"name": "acme"})).await.is_problem(403, "forbidden");
    let events = bob.events("registry").await;
    let kinds: Vec<_> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    let expected = ["token.created", "principal.created", "member.set", "token.created", "access.denied"];
    assert_eq!(kinds, expected.map(|kind| format!("registry.{kind}.v1")));
    assert!(!Value::from(events).to_string().contains("mrt_"), "an event tells a secret");
    server.member("registry", "bob", &["admin"]).await;
    bob.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    let barred = server.user("grace", "registry", &["admin"]).await;
    let own = barred.get("/api/v1/me").await.ok(200)["token"]["id"].as_str().unwrap().to_owned();
    barred.request(Method::DELETE, &format!("/api/v1/me/tokens/{own}")).await.ok(200);
    bob.request(Method::DELETE, &format!("{path}/admin")).await.ok(200);
    // Grace is an administrator, too, but has no token left.
    bob.request(Method::DELETE, &format!("{path}/bob")).await.is_problem(409, "last-admin");
    server.post("/api/v1/namespaces", &json!({"name": "other"})).await.is_problem(403, "forbidden");
    let listed = bob.get("/api/v1/namespaces").await.items();
    assert_eq!(listed.len(), 1, "the registry is no namespace of models: {listed:?}");
    let model = json!({"name": "iris"});
    bob.post("/api/v1/namespaces/registry/models", &model).await.is_problem(403, "forbidden");
    bob.post("/api/v1/namespaces", &json!({"name": "registry"})).await.is_problem(409, "namespace-exists");
}

async fn moved(client: &Client, version: &str) -> u16 {
    client.promote(version).await.status
}

#[tokio::test]
async fn a_protected_channel_is_moved_by_those_it_names_and_by_admins() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "1.1.0"]).await;
    let ada = server.user("ada", "acme", &["promoter"]).await;
    let bob = server.user("bob", "acme", &["promoter"]).await;
    let eve = server.user("eve", "acme", &["publisher"]).await;
    let chief = server.user("chief", "acme", &["admin"]).await;
    let policy = json!({"promoters": ["ada", "eve"]});
    bob.put(PRODUCTION, &policy).await.is_problem(403, "forbidden");
    chief.put(PRODUCTION, &json!({"promoters": []})).await.is_problem(422, "invalid-policy");
    let slip = chief.put(PRODUCTION, &json!({"promoters": ["ada", "evve"]})).await;
    slip.is_problem(422, "invalid-policy");
    chief.put(PRODUCTION, &policy).await.ok(200);
    assert_eq!(moved(&bob, "1.0.0").await, 403);
    // To be named gives no role.
    assert_eq!(moved(&eve, "1.0.0").await, 403);
    assert_eq!(moved(&ada, "1.0.0").await, 200);
    assert_eq!(moved(&chief, "1.0.1").await, 200);
    bob.roll_back("k").await.is_problem(403, "forbidden");
    bob.post(&format!("{PRODUCTION}/clear"), &json!({"reason": "x"})).await.is_problem(403, "forbidden");
    ada.roll_back("k").await.ok(200);
    let staging = format!("{MODEL}/channels/staging/promote");
    bob.post(&staging, &json!({"version": "1.0.0"})).await.ok(200);
    let denied = server.events("acme").await;
    let denied: Vec<_> = denied.iter().filter(|event| event["data"]["outcome"] == "denied").collect();
    let who: Vec<_> = denied.iter().map(|event| event["data"]["actor"]["id"].as_str().unwrap()).collect();
    // Each tried something else; what is tried again within the minute is told once.
    assert_eq!(who, ["bob", "bob", "eve", "bob", "bob"]);
}

#[tokio::test]
async fn whoever_makes_a_namespace_administers_the_registry() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let ada = server.user("ada", "acme", &["admin"]).await;
    ada.post("/api/v1/namespaces", &json!({"name": "mine"})).await.is_problem(403, "forbidden");
    // A publish into a namespace that is not there makes it for an administrator, and is not there for others.
    let body = json!({"version": "1.0.0", "files": []});
    ada.publish("mine/iris", &body).await.is_problem(404, "namespace-not-found");
    assert_eq!(ada.post("/api/v1/namespaces/acme/models", &json!({"name": "churn"})).await.status, 201);
}
