//! The log of a namespace.

use serde_json::{Value, json};

use crate::common::TestServer;

#[tokio::test]
async fn the_log_is_dense_and_in_cloud_events() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1"]).await;
    server.promote("1.0.0").await;
    server.promote("1.0.1").await;
    server.roll_back("k").await;
    let all = server.get("/api/v1/events?namespace=acme").await.json();
    let events = all["items"].as_array().unwrap();
    let seqs: Vec<_> = events.iter().map(|event| event["data"]["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=u64::try_from(events.len()).unwrap()).collect::<Vec<_>>());
    let last = events.last().unwrap();
    assert_eq!(last["type"], "registry.channel.rolled_back.v1");
    assert_eq!((&last["specversion"], &last["subject"]), (&json!("1.0"), &json!("acme/iris@1.0.0")));
    assert_eq!(last["source"], "/api/v1/namespaces/acme");
    assert_eq!(last["data"]["id"], last["id"]);
}

#[tokio::test]
async fn pages_and_lines_say_the_same() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    server.promote("1.0.0").await;
    let all = server.get("/api/v1/events?namespace=acme").await.json()["items"].clone();
    let count = all.as_array().unwrap().len();
    assert!(count >= 4, "{all}");
    let lines = server.get("/api/v1/events?namespace=acme").header("accept", "application/x-ndjson").await;
    assert_eq!(lines.header("content-type"), "application/x-ndjson");
    let read: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::Array(read), all);
    let mut paged = Vec::new();
    let mut query = "namespace=acme&page_size=1".to_owned();
    loop {
        let page = server.get(&format!("/api/v1/events?{query}")).await.json();
        paged.extend(page["items"].as_array().unwrap().clone());
        let Some(token) = page["next_page_token"].as_str() else { break };
        query = format!("namespace=acme&page_size=1&page_token={token}");
    }
    assert_eq!(Value::Array(paged), all);
    let after = server.get(&format!("/api/v1/events?namespace=acme&after={}", count - 1)).await.json();
    assert_eq!(after["items"][0], all[count - 1]);
    let last = server.get("/api/v1/events?namespace=acme&last=2").await.json();
    assert_eq!(last["items"].as_array().unwrap()[..], all.as_array().unwrap()[count - 2..]);
    let most = server.get(&format!("/api/v1/events?namespace=acme&last={}", u64::MAX)).await.json();
    assert_eq!(most["items"], all);
    let first = server.get("/api/v1/events?namespace=acme&last=3&page_size=2").await.json();
    let token = first["next_page_token"].as_str().unwrap();
    server.promote("1.0.0").await;
    let query = format!("namespace=acme&last=3&page_size=2&page_token={token}");
    let next = server.get(&format!("/api/v1/events?{query}")).await.json();
    assert_eq!(next["items"][0], all[count - 1], "what comes meanwhile moves no page");
}

#[tokio::test]
async fn questions_without_a_log_are_refused() {
    let server = TestServer::start().await;
    let ask = async |query: &str| server.get(&format!("/api/v1/events{query}")).await;
    ask("").await.is_problem(400, "invalid-query");
    ask("?namespace=Acme").await.is_problem(400, "invalid-query");
    ask("?namespace=acme&last=1").await.is_problem(404, "namespace-not-found");
    ask("?namespace=acme").await.is_problem(404, "namespace-not-found");
    ask("?namespace=acme&after=-1").await.is_problem(400, "invalid-query");
}
