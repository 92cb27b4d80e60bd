//! Bodies that are under way while the right to send them, or the room for them, goes.

use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::common::models::MODEL;
use crate::common::{TestServer, sha256};
use crate::upload_parts::{Upload, content_digest};

const MINE: &str = "/api/v1/me/tokens";

/// A request with a token of its own, whose handler has it, and half of its body.
struct UnderWay<'a> {
    server: &'a TestServer,
    connection: TcpStream,
    rest: Vec<u8>,
    token: String,
}

impl<'a> UnderWay<'a> {
    async fn begin(server: &'a TestServer, (head, headers): (&str, &str), body: &[u8]) -> Self {
        let made = server.post(MINE, &json!({})).await.ok(201);
        let (token, secret) = (made["id"].as_str().unwrap().to_owned(), made["secret"].as_str().unwrap());
        let mut connection = TcpStream::connect(server.url.trim_start_matches("http://")).await.unwrap();
        let head = format!(
            "{head} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {secret}\r\nConnection: close\r\n{headers}\
             Content-Length: {}\r\n\r\n",
            body.len()
        );
        let (half, rest) = body.split_at(body.len() / 2);
        connection.write_all(&[head.as_bytes(), half].concat()).await.unwrap();
        let under_way = Self { server, connection, rest: rest.to_vec(), token };
        while under_way.token().await.get("last_used_at").is_none() {}
        under_way
    }

    /// What is known of the token.
    async fn token(&self) -> Value {
        let tokens = self.server.get(&format!("{MINE}?page_size=500")).await.items();
        tokens.into_iter().find(|token| token["id"] == *self.token).unwrap()
    }

    async fn revoke(&self) {
        self.server.request(Method::DELETE, &format!("{MINE}/{}", self.token)).await.ok(200);
    }

    /// Sends the rest; returns what is answered.
    async fn end(mut self) -> String {
        self.connection.write_all(&self.rest).await.unwrap();
        let mut said = Vec::new();
        self.connection.read_to_end(&mut said).await.unwrap();
        String::from_utf8_lossy(&said).into_owned()
    }
}

#[tokio::test]
async fn what_a_revoked_token_has_under_way_counts_for_nothing() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await;
    let bytes = vec![7; 100_000];
    let upload = Upload::announce(&server, &bytes).await;
    let digest = format!("Content-Digest: {}\r\n", content_digest(&bytes));
    let content = (format!("PUT {}/content", upload.path), "");
    let part = (format!("PUT {}/parts/1", upload.path), &*digest);
    for (head, headers) in [content, part] {
        let sent = UnderWay::begin(&server, (&head, headers), &bytes).await;
        sent.revoke().await;
        let said = sent.end().await;
        assert!(said.starts_with("HTTP/1.1 401") && said.contains("the token was revoked"), "{head}: {said}");
        let shown = upload.show().await;
        assert_eq!((&shown["state"], shown.get("parts")), (&json!("pending"), None), "{head}");
    }
    assert_eq!(server.installation.stored("1", &bytes).read().await, None);

    upload.send(1, bytes.clone()).await.ok(200);
    let json = "Content-Type: application/json\r\n";
    let completed = UnderWay::begin(&server, (&format!("POST {}/complete", upload.path), json), b"{}").await;
    completed.revoke().await;
    let said = completed.end().await;
    assert!(said.starts_with("HTTP/1.1 401") && said.contains("the token was revoked"), "{said}");
    assert_eq!(upload.show().await["state"], "uploading");
    // Whoever still may goes on where it was.
    upload.settles().await;
}

#[tokio::test]
async fn a_file_finds_no_room_that_another_took_meanwhile() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await;
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    server.patch("/api/v1/namespaces/acme", &json!({"quota_bytes": 150_000})).if_match("\"1\"").await.ok(200);
    let (slow, fast) = (vec![1; 100_000], vec![2; 100_000]);
    let announce = async |bytes: &[u8]| {
        let announced = json!({"sha256": sha256(bytes), "size": bytes.len(), "line": "1"});
        server.post(&format!("{MODEL}/uploads"), &announced).await.ok(201)["url"].as_str().unwrap().to_owned()
    };
    let (at, faster) = (announce(&slow).await, announce(&fast).await);
    let first = UnderWay::begin(&server, (&format!("PUT {at}"), ""), &slow).await;
    let same = UnderWay::begin(&server, (&format!("PUT {faster}"), ""), &fast).await;
    server.put_bytes(&faster, fast).await.ok(200);
    let said = first.end().await;
    assert!(said.starts_with("HTTP/1.1 507") && said.contains("quota-exceeded"), "{said}");
    assert_eq!(server.installation.stored("1", &slow).read().await, None);
    // The same bytes take no room twice.
    let said = same.end().await;
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
}
