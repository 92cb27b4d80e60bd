//! Answers that are lost on their way: whoever asks again with the same key gets the same answer, and nothing happens twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt as _;
use futures_util::stream;
use serde_json::{Value, json};
use test_proxy::{Deed, Proxy};

use crate::common::{Client, IRIS, Reply, Request, TestServer, address, iris, sha256};

/// How many answers are lost, unless `LOST_REPLIES` says so.
const LOST: usize = 500;
/// How many clients go through it at the same time.
const CLIENTS: usize = 4;
/// How often a client asks before it gives up; the line loses two of three.
const ATTEMPTS: usize = 40;

/// A client that asks until it has an answer.
struct Stubborn<'a> {
    client: &'a Client,
    namespace: String,
    asked: AtomicUsize,
}

impl Stubborn<'_> {
    fn model(&self) -> String {
        format!("{}/iris", self.namespace)
    }

    /// The answer, asked for with one key as often as it takes.
    async fn insist(&self, request: impl Fn() -> Request) -> Value {
        let key = format!("{}-{}", self.namespace, self.asked.fetch_add(1, Ordering::Relaxed));
        for attempt in 1..=ATTEMPTS {
            if let Ok(reply) = request().key(&key).try_send().await {
                assert!(matches!(reply.status, 200 | 201), "attempt {attempt}: {reply:?}");
                return reply.json();
            }
        }
        panic!("no answer in {ATTEMPTS} attempts: {key}");
    }

    async fn publish(&self, version: &str) {
        let (bytes, at) = (iris(version), address(&self.model()));
        let announced = json!({"sha256": sha256(&bytes), "size": bytes.len(), "line": "1"});
        let upload = self.insist(|| self.client.post(&format!("{at}/uploads"), &announced)).await;
        if upload["state"] == "pending" {
            let url = upload["url"].as_str().unwrap();
            self.insist(|| self.client.put_bytes(url, bytes.clone())).await;
        }
        let file = json!({"path": "model.onnx", "sha256": sha256(&bytes), "size": bytes.len()});
        let body = json!({"version": version, "files": [file]});
        let published = self.insist(|| self.client.post(&format!("{at}/versions"), &body)).await;
        assert_eq!(published["version"], version, "{published}");
    }

    async fn post(&self, path: &str, body: Value) {
        self.insist(|| self.client.post(&format!("{}/{path}", address(&self.model())), &body)).await;
    }

    /// Everything that has an effect, once.
    async fn story(&self) {
        for version in ["1.0.0", "1.0.1", "1.1.0"] {
            self.publish(version).await;
        }
        self.post("channels/production/promote", json!({"version": "1.0.0"})).await;
        self.post("channels/production/promote", json!({"version": "1.0.1"})).await;
        self.post("channels/production/rollback", json!({"reason": "drift"})).await;
        self.post("versions/1.1.0/yank", json!({"reason": "wrong scaling"})).await;
    }

    /// What came of it: versions with their states, revisions of the channel, events.
    async fn effects(&self) -> [Vec<String>; 3] {
        let at = address(&self.model());
        let texts = |reply: &Reply, names: &[&str]| -> Vec<String> {
            let shown = |item: &Value| names.iter().map(|name| item[*name].to_string()).collect::<Vec<_>>().join(" ");
            reply.items().iter().map(shown).collect()
        };
        let versions = self.client.get(&format!("{at}/versions?page_size=500")).await;
        let revisions = self.client.get(&format!("{at}/channels/production/revisions?page_size=500")).await;
        let events = self.client.get(&format!("/api/v1/events?namespace={}&page_size=500", self.namespace)).await;
        [
            texts(&versions, &["version", "state"]),
            texts(&revisions, &["seq", "kind", "version", "restored_seq"]),
            texts(&events, &["type"]),
        ]
    }
}

#[tokio::test]
async fn nothing_happens_twice_and_nothing_is_stuck() {
    let wanted = std::env::var("LOST_REPLIES").map_or(LOST, |text| text.parse().unwrap());
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await;
    let stubborn = |client, namespace: String| Stubborn { client, namespace, asked: AtomicUsize::new(0) };
    let control = stubborn(&server.client, "control".to_owned());
    control.story().await;
    let expected = control.effects().await;
    assert_eq!(expected.each_ref().map(Vec::len), [3, 3, 9], "{expected:#?}");

    let proxy = Proxy::start(server.url.trim_start_matches("http://").parse().unwrap()).unwrap();
    let (asked, lost) = (AtomicUsize::new(0), Arc::new(AtomicUsize::new(0)));
    let losing = Arc::clone(&lost);
    proxy.rule(move |request| {
        if request.method == "GET" || asked.fetch_add(1, Ordering::Relaxed) % 3 == 2 {
            return Deed::Pass;
        }
        losing.fetch_add(1, Ordering::Relaxed);
        Deed::LoseAnswer
    });
    let through = Client::new(&format!("http://{}", proxy.address()), server.installation.data.path());
    let mut round = 0;
    while lost.load(Ordering::Relaxed) < wanted {
        round += 1;
        stream::iter(0..CLIENTS)
            .for_each_concurrent(None, async |number| {
                let lossy = stubborn(&through, format!("lossy-{round}-{number}"));
                lossy.story().await;
                assert_eq!(lossy.effects().await, expected, "{}", lossy.namespace);
            })
            .await;
    }
    assert!(server.get("/readyz").await.status == 200);
    let checked = server.fsck().await;
    assert_eq!(checked["clean"], true, "{checked}");
}

/// Whoever may only read must not be able to fill the database with answers.
#[tokio::test]
async fn a_question_with_a_key_is_judged_again_and_kept_nowhere() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let file = server.upload(IRIS, "1", "model.onnx", &iris("1.0.1")).await;
    let at = address(IRIS);
    for (path, wanted) in [
        (format!("{at}/compatibility-checks"), json!({"files": [file]})),
        (format!("{at}/versions?dry_run=true"), json!({"version": "1.0.1", "files": [file]})),
        (format!("{at}/channels/production/promote?dry_run=true"), json!({"version": "1.0.0"})),
        (format!("{at}/versions/1.0.0/deprecate?dry_run=true"), json!({"reason": "old"})),
    ] {
        for _again in 0..2 {
            let reply = server.post(&path, &wanted).key("k").await;
            assert_eq!((reply.status, reply.header("idempotency-replayed")), (200, ""), "{reply:?}");
        }
    }
    // Nor is the key taken: another question may have it.
    let other = json!({"version": "1.0.0", "files": [file]});
    server.post(&format!("{at}/compatibility-checks"), &other).key("k").await.ok(200);
}
