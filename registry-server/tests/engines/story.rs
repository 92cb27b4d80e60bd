//! The main story of a registry, told on both databases: the answers are the same, byte for byte, apart from ids and
//! times.

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::{IRIS, Reply, TestClient, address};
use crate::process::Installation;

/// What the servers answered, in order.
#[derive(Default)]
struct Record(Vec<String>);

impl Record {
    fn note(&mut self, what: &str, reply: &Reply) {
        let headers = ["content-type", "etag", "location", "x-replayed", "idempotency-replayed", "cache-control"];
        let headers: Vec<_> = headers.iter().map(|name| format!("{name}: {}", reply.header(name))).collect();
        let body = String::from_utf8_lossy(&reply.bytes);
        self.0.push(plain(&format!("{what}\n{}\n{}\n{body}", reply.status, headers.join("\n"))));
    }
}

/// A text without its ids and times.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    loop {
        let left = rest.as_str();
        let (word, length) = if is_id(left) { ("<id>", 36) } else { ("<time>", time(left).unwrap_or_default()) };
        if length > 0 {
            plain.push_str(word);
            rest.nth(length - 1);
        } else if let Some(other) = rest.next() {
            plain.push(other);
        } else {
            return plain;
        }
    }
}

fn is_id(text: &str) -> bool {
    text.get(..36).is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
}

/// The length of the time that a text begins with.
fn time(text: &str) -> Option<usize> {
    let length = text.get(..20)?.starts_with("20").then(|| text.find('Z'))?? + 1;
    text.get(..length)?.parse::<jiff::Timestamp>().ok().map(|_| length)
}

async fn tell(client: &TestClient) -> Record {
    let mut record = Record::default();
    publish(client, &mut record).await;
    serve(client, &mut record).await;
    withdraw(client, &mut record).await;
    look(client, &mut record).await;
    record
}

async fn publish(client: &TestClient, record: &mut Record) {
    record.note("nothing yet", &client.get(&address(IRIS)).await);
    for example in ["1.0.0", "1.0.1", "1.1.0"] {
        record.note(example, &client.publish_iris(example, example).await);
    }
    record.note("the same again", &client.publish_iris("1.0.0", "1.0.0").await);
    record.note("a lie", &client.publish_iris("2.0.0", "1.2.0").await);
    let versions = format!("{}/versions", address(IRIS));
    let file = client.upload(IRIS, "2", "model.onnx", &crate::common::iris("2.0.0")).await;
    let body = json!({"version": "2.0.0", "files": [file], "description": "größer 🌷", "labels": {"a": "b"}});
    let key = [("idempotency-key", "release-2")];
    for attempt in ["with a key", "its retry"] {
        record.note(attempt, &client.post_with(&versions, &key, &body).await);
    }
    record.note("the key for another", &client.post_with(&versions, &key, &json!({"version": "3.0.0"})).await);
    let missing = json!({"path": "model.onnx", "sha256": "00".repeat(32), "size": 7});
    record
        .note("bytes that nobody sent", &client.publish(IRIS, &json!({"version": "3.0.0", "files": [missing]})).await);
}

async fn serve(client: &TestClient, record: &mut Record) {
    let channel = format!("{}/channels/production", address(IRIS));
    for version in ["1.0.0", "1.0.1", "1.1.0", "2.0.0", "9.9.9"] {
        let body = json!({"version": version, "reason": "it is better"});
        record.note("promote", &client.post(&format!("{channel}/promote"), &body).await);
    }
    record.note("target", &client.get(&format!("{channel}/rollback-target")).await);
    for reason in ["a\0b", "a\\u0000b"] {
        let body = json!({"version": "1.0.0", "reason": reason});
        record.note(reason, &client.post(&format!("{channel}/promote"), &body).await);
    }
    let reason = json!({"reason": "it is worse"});
    for _ in 0..3 {
        let key = [("idempotency-key", "undo")];
        record.note("roll back", &client.post_with(&format!("{channel}/rollback"), &key, &reason).await);
    }
    record.note("roll back again", &client.post(&format!("{channel}/rollback"), &reason).await);
    record.note(
        "stale",
        &client.post(&format!("{channel}/promote"), &json!({"version": "1.1.0", "if_revision": 1})).await,
    );
    for query in ["", "?ref=production", "?ref=^1.0", "?ref=~1.0.0", "?ref=7", "?ref=7&fallback=latest", "?ref=%00"] {
        record.note(query, &client.get(&format!("{}/resolve{query}", address(IRIS))).await);
    }
    record.note("channel", &client.get(&channel).await);
    record.note("revisions", &client.get(&format!("{channel}/revisions")).await);
}

async fn withdraw(client: &TestClient, record: &mut Record) {
    let at = |version: &str, what: &str| format!("{}/versions/{version}/{what}", address(IRIS));
    let reason = json!({"reason": "wrong scaling"});
    record.note("yank what is served", &client.post(&at("1.0.1", "yank"), &reason).await);
    for (version, what) in [("1.1.0", "yank"), ("1.1.0", "unyank"), ("2.0.0", "disable"), ("1.0.0", "deprecate")] {
        record.note(what, &client.post(&at(version, what), &reason).await);
    }
    let words = json!({"description": "trained on the cleaned set", "labels": {"team": "flowers"}});
    let json_type = [("content-type", "application/json")];
    let path = format!("{}/versions/1.0.0", address(IRIS));
    record.note("words", &client.send(Method::PATCH, &path, &json_type, Some(words.to_string().into_bytes())).await);
    let model = client.get(&address(IRIS)).await;
    let headers = [("content-type", "application/json"), ("if-match", model.header("etag"))];
    let policy = json!({"resolve": {"fallback": "latest"}}).to_string().into_bytes();
    for _ in 0..2 {
        let path = format!("{}/policy", address(IRIS));
        record.note("policy", &client.send(Method::PUT, &path, &headers, Some(policy.clone())).await);
    }
}

async fn look(client: &TestClient, record: &mut Record) {
    let at = |what: &str| format!("{}/versions/1.0.0{what}", address(IRIS));
    for what in ["", "/manifest", "/contract", "/verdict", "/files", "/files/model.onnx"] {
        record.note(what, &client.get(&at(what)).await);
    }
    let lists = [
        "/api/v1/namespaces".to_owned(),
        "/api/v1/namespaces/acme/models".to_owned(),
        address(IRIS),
        format!("{}/versions?page_size=2", address(IRIS)),
        format!("{}/channels", address(IRIS)),
        format!("{}/compare?from=1.0.0&to=2.0.0", address(IRIS)),
        "/api/v1/search?q=RIS".to_owned(),
        "/api/v1/search?q=%00".to_owned(),
        "/api/v1/search?q=%25".to_owned(),
        "/api/v1/events?namespace=acme&page_size=500".to_owned(),
        "/api/v1/events?namespace=acme&page_size=3".to_owned(),
        "/readyz".to_owned(),
    ];
    for list in lists {
        record.note(&list, &client.get(&list).await);
    }
    let report: Value = client.fsck().await;
    record.0.push(report.to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_is_the_same_on_both_databases() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database_with_role().unwrap();
    let on_sqlite = tell(&Installation::sqlite().start()).await;
    let on_postgres = tell(&Installation::postgres(&database).start()).await;
    for (sqlite, postgres) in on_sqlite.0.iter().zip(&on_postgres.0) {
        assert_eq!(sqlite, postgres);
    }
    assert_eq!(on_sqlite.0.len(), on_postgres.0.len());
    assert!(on_sqlite.0.iter().filter(|noted| noted.contains("\n201\n")).count() > 3, "the story has no content");
}
