//! The main story of a registry, told on both databases, and with the blobs in a bucket: the answers are the same, byte for byte, apart from ids and
//! times.

use serde_json::{Value, json};

use crate::common::models::PRODUCTION;
use crate::common::{Client, IRIS, Installation, Reply, address, iris};

/// What the servers answered, in order.
#[derive(Default)]
struct Record(Vec<String>);

impl Record {
    fn note(&mut self, what: &str, reply: &Reply) {
        let headers = ["content-type", "etag", "location", "idempotency-replayed", "cache-control"];
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

async fn tell(client: &Client) -> Record {
    let mut record = Record::default();
    publish(client, &mut record).await;
    serve(client, &mut record).await;
    withdraw(client, &mut record).await;
    look(client, &mut record).await;
    record
}

async fn publish(client: &Client, record: &mut Record) {
    record.note("nothing yet", &client.get(&address(IRIS)).await);
    for example in ["1.0.0", "1.0.1", "1.1.0"] {
        record.note(example, &client.publish_iris(example, example).await);
    }
    record.note("the same again", &client.publish_iris("1.0.0", "1.0.0").await);
    record.note("a lie", &client.publish_iris("2.0.0", "1.2.0").await);
    let versions = format!("{}/versions", address(IRIS));
    let file = client.upload(IRIS, "2", "model.onnx", &iris("2.0.0")).await;
    let body = json!({"version": "2.0.0", "files": [file], "description": "größer 🌷", "labels": {"a": "b"}});
    for attempt in ["with a key", "its retry"] {
        record.note(attempt, &client.post(&versions, &body).key("release-2").await);
    }
    record.note("the key for another", &client.post(&versions, &json!({"version": "3.0.0"})).key("release-2").await);
    let missing = json!({"path": "model.onnx", "sha256": "00".repeat(32), "size": 7});
    record
        .note("bytes that nobody sent", &client.publish(IRIS, &json!({"version": "3.0.0", "files": [missing]})).await);
}

async fn serve(client: &Client, record: &mut Record) {
    for version in ["1.0.0", "1.0.1", "1.1.0", "2.0.0", "9.9.9"] {
        let body = json!({"version": version, "reason": "it is better"});
        record.note("promote", &client.post(&format!("{PRODUCTION}/promote"), &body).await);
    }
    record.note("target", &client.get(&format!("{PRODUCTION}/rollback-target")).await);
    for reason in ["a\0b", "a\\u0000b"] {
        let body = json!({"version": "1.0.0", "reason": reason});
        record.note(reason, &client.post(&format!("{PRODUCTION}/promote"), &body).await);
    }
    for key in ["undo", "undo", "undo once more"] {
        record.note("roll back", &client.roll_back(key).await);
    }
    record.note(
        "stale",
        &client.post(&format!("{PRODUCTION}/promote"), &json!({"version": "1.1.0", "if_revision": 1})).await,
    );
    for query in ["", "?ref=production", "?ref=^1.0", "?ref=~1.0.0", "?ref=7", "?ref=7&fallback=latest", "?ref=%00"] {
        record.note(query, &client.get(&format!("{}/resolve{query}", address(IRIS))).await);
    }
    record.note("channel", &client.get(PRODUCTION).await);
    record.note("revisions", &client.get(&format!("{PRODUCTION}/revisions")).await);
}

async fn withdraw(client: &Client, record: &mut Record) {
    let at = |version: &str, what: &str| format!("{}/versions/{version}/{what}", address(IRIS));
    let reason = json!({"reason": "wrong scaling"});
    record.note("yank what is served", &client.post(&at("1.0.1", "yank"), &reason).await);
    for (version, what) in [("1.1.0", "yank"), ("1.1.0", "unyank"), ("2.0.0", "disable"), ("1.0.0", "deprecate")] {
        record.note(what, &client.post(&at(version, what), &reason).await);
    }
    let words = json!({"description": "trained on the cleaned set", "labels": {"team": "flowers"}});
    record.note("words", &client.patch(&format!("{}/versions/1.0.0", address(IRIS)), &words).await);
    let model = client.get(&address(IRIS)).await;
    let policy = json!({"resolve": {"fallback": "latest"}});
    for attempt in ["policy", "policy on what was there before"] {
        let request = client.put(&format!("{}/policy", address(IRIS)), &policy).if_match(model.header("etag"));
        record.note(attempt, &request.await);
    }
}

async fn look(client: &Client, record: &mut Record) {
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
        format!("{}/compare?base=1.0.0&head=1.1.0", address(IRIS)),
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
async fn the_story_is_the_same_on_both_databases_and_in_a_bucket() {
    let (Some(server), Some(bucket)) = (test_postgres::Server::find(), test_s3::bucket()) else { return };
    let on_sqlite = tell(&Installation::sqlite().start()).await;
    assert!(on_sqlite.0.iter().filter(|noted| noted.contains("\n201\n")).count() > 3, "the story has no content");
    let (first, second) = (server.database_with_role().unwrap(), server.database_with_role().unwrap());
    let on_postgres = Installation::postgres(&first);
    let in_a_bucket = Installation::postgres(&second).in_bucket(bucket, false);
    for installation in [on_postgres, in_a_bucket] {
        let told = tell(&installation.start()).await;
        for (sqlite, other) in on_sqlite.0.iter().zip(&told.0) {
            assert_eq!(sqlite, other);
        }
        assert_eq!(on_sqlite.0.len(), told.0.len());
    }
}

/// Clients are sent to the bucket for the bytes, and get the same ones; what the registry knows it answers itself.
#[tokio::test(flavor = "multi_thread")]
async fn downloads_go_to_the_bucket_by_a_link() {
    let Some(bucket) = test_s3::bucket() else { return };
    let installation = Installation::sqlite().in_bucket(bucket, true);
    let server = installation.start();
    server.publish_iris("1.0.0", "1.0.0").await.ok(201);
    let path = format!("{}/versions/1.0.0/files/model.onnx", address(IRIS));
    let alone = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let answer = alone.get(format!("{}{path}", server.url)).send().await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.headers()["cache-control"].to_str().unwrap()), (302, "no-store"));
    let link = answer.headers()["location"].to_str().unwrap();
    assert!(link.starts_with(&std::env::var("AWS_ENDPOINT").unwrap()) && link.contains("X-Amz-Signature="), "{link}");
    let whole = server.get(&path).await;
    assert_eq!((whole.status, &whole.bytes), (200, &iris("1.0.0")));
    assert_eq!(whole.header("content-disposition"), "attachment; filename*=UTF-8''model.onnx");
    let part = server.get(&path).header("range", "bytes=8-15").await;
    assert_eq!((part.status, part.bytes.as_slice()), (206, &iris("1.0.0")[8..16]));
    let head = server.request(reqwest::Method::HEAD, &path).await;
    assert_eq!((head.status, head.header("content-length")), (200, iris("1.0.0").len().to_string().as_str()));
    let known = server.get(&path).header("if-none-match", head.header("etag")).await;
    assert_eq!(known.status, 304);
}
