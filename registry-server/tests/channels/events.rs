//! The log of a namespace.

use reqwest::Method;
use serde_json::{Value, json};

use crate::server::Server;

#[tokio::test]
async fn the_log_is_dense_and_in_cloud_events() {
    let server = Server::with(&["1.0.0", "1.0.1"]).await;
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
    server.stop().await;
}

#[tokio::test]
async fn pages_and_lines_say_the_same() {
    let server = Server::with(&["1.0.0"]).await;
    server.promote("1.0.0").await;
    let all = server.get("/api/v1/events?namespace=acme").await.json()["items"].clone();
    let count = all.as_array().unwrap().len();
    assert!(count >= 4, "{all}");
    let accept = [("Accept", "application/x-ndjson")];
    let lines = server.send(Method::GET, "/api/v1/events?namespace=acme", None, &accept).await;
    assert_eq!(lines.media_type, "application/x-ndjson");
    let read: Vec<Value> = lines.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
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
    server.stop().await;
}

#[tokio::test]
async fn questions_without_a_log_are_refused() {
    let server = Server::start().await;
    let problem = async |query: &str| server.get(&format!("/api/v1/events{query}")).await.problem();
    assert_eq!(problem("").await, (400, "invalid-query".to_owned()));
    assert_eq!(problem("?namespace=Acme").await, (400, "invalid-query".to_owned()));
    assert_eq!(problem("?namespace=acme").await, (404, "namespace-not-found".to_owned()));
    assert_eq!(problem("?namespace=acme&after=-1").await, (400, "invalid-query".to_owned()));
    server.stop().await;
}
