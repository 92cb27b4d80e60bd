//! Kill -9 of everything in turn, under load: a server, Postgres with all of its processes, the object store. What was
//! acknowledged is there afterwards, nothing is there that nobody asked for, and nothing happened twice.
//!
//! `KILLS=300` asks for more than the gate does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use test_postgres::Cluster;
use test_s3::Store;

use crate::common::{Client, Installation, Server, address, iris};

const KILLS: usize = 60;
const WRITERS: usize = 6;
/// How long everything works between two kills.
const CALM: Duration = Duration::from_millis(600);
/// How long a writer waits before it asks again.
const PAUSE: Duration = Duration::from_millis(20);
/// Fewer acknowledged writes would say little.
const LEAST: usize = 2_000;

/// Who can be asked now. A server that was killed comes back under another address.
type Addresses = Arc<Mutex<[Client; 2]>>;

/// What a writer asked for, and what it was told is done.
#[derive(Debug, Default)]
struct Diary {
    attempted: BTreeSet<String>,
    acknowledged: BTreeSet<String>,
    promoted: usize,
}

struct Writer {
    model: String,
    number: usize,
    addresses: Addresses,
    done: Arc<AtomicBool>,
}

impl Writer {
    /// Publishes one patch after the other and promotes each, until it is told to stop.
    async fn work(self) -> Diary {
        let mut diary = Diary::default();
        for patch in 0.. {
            if self.done.load(Ordering::Relaxed) {
                break;
            }
            let version = format!("1.0.{patch}");
            diary.attempted.insert(version.clone());
            let Some(()) = self.publish(&version, patch).await else { return diary };
            diary.acknowledged.insert(version.clone());
            let body = json!({"version": version});
            let promote = format!("{}/channels/production/promote", address(&self.model));
            let Some(()) = self.insist(&promote, &format!("promote {version}"), &body, 200).await else { return diary };
            diary.promoted += 1;
        }
        diary
    }

    /// Each version has a file that no other has, by its path. Its bytes come again after a while: what is checked after
    /// every kill should stay few.
    async fn publish(&self, version: &str, patch: usize) -> Option<()> {
        let note = format!("{} {}", self.model, patch % 20).into_bytes();
        let model = self.upload("model.onnx", &iris("1.0.0")).await?;
        let note = self.upload(&format!("notes/{version}.txt"), &note).await?;
        let body = json!({"version": version, "files": [model, note]});
        self.insist(&format!("{}/versions", address(&self.model)), &format!("publish {version}"), &body, 201).await
    }

    /// Asks with one key, one server after the other, until it is done. None when there is no time left.
    async fn insist(&self, path: &str, key: &str, body: &Value, expected: u16) -> Option<()> {
        for attempt in 0.. {
            match self.client(attempt).post(path, body).key(key).try_send().await {
                Ok(reply) if reply.status == expected => return Some(()),
                Ok(reply) => assert_eq!(reply.status, 503, "{key}: {reply:?}"),
                Err(_killed) => {}
            }
            self.wait().await?;
        }
        None
    }

    async fn upload(&self, path: &str, bytes: &[u8]) -> Option<Value> {
        for attempt in 0.. {
            if let Some(file) = self.client(attempt).try_upload(&self.model, "1", path, bytes).await {
                return Some(file);
            }
            self.wait().await?;
        }
        None
    }

    fn client(&self, attempt: usize) -> Client {
        self.addresses.lock().unwrap()[(self.number + attempt) % 2].clone()
    }

    async fn wait(&self) -> Option<()> {
        tokio::time::sleep(PAUSE).await;
        (!self.done.load(Ordering::Relaxed)).then_some(())
    }
}

/// Everything that can be killed.
struct House {
    cluster: Cluster,
    store: Store,
    installation: Installation,
    servers: [Server; 2],
    addresses: Addresses,
}

impl House {
    fn build() -> Self {
        let (cluster, store) = (Cluster::start().unwrap(), Store::start().unwrap());
        let bucket = "s3://registry-kills".to_owned();
        let installation = Installation::at(cluster.url()).in_bucket(bucket, true).with(store.environment());
        assert!(installation.run(&["migrate"]).status.success());
        installation.bootstrap();
        let servers = [installation.start(), installation.start()];
        let addresses = Arc::new(Mutex::new([servers[0].client.clone(), servers[1].client.clone()]));
        Self { cluster, store, installation, servers, addresses }
    }

    /// Kills one thing and starts it again.
    fn kill(&mut self, turn: usize) {
        match turn % 10 {
            0 | 2 | 4 | 6 | 8 => {
                let which = turn / 2 % 2;
                self.servers[which].kill();
                self.servers[which] = self.installation.start();
                self.addresses.lock().unwrap()[which] = self.servers[which].client.clone();
            }
            1 | 3 | 5 | 7 => {
                self.cluster.kill().unwrap();
                self.cluster.resume().unwrap();
            }
            _ => {
                self.store.kill().unwrap();
                self.store.resume().unwrap();
            }
        }
    }

    /// Rows and bytes agree, as soon as everything is back.
    async fn assert_clean(&self, turn: usize) {
        let fsck = || self.servers[0].client.request(reqwest::Method::POST, "/api/v1/admin/fsck").try_send();
        for _ in 0..500 {
            match fsck().await {
                Ok(reply) if reply.status == 200 => {
                    assert_eq!(reply.json()["clean"], true, "after kill {turn}: {}", reply.json());
                    return;
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
        panic!("nothing is back after kill {turn}");
    }
}

/// The versions of a model, and how often the log says that each was published.
async fn published(client: &Client, model: &str, events: &[Value]) -> BTreeMap<String, usize> {
    let mut versions = BTreeMap::new();
    let mut query = "page_size=500".to_owned();
    loop {
        let page = client.get(&format!("{}/versions?{query}", address(model))).await.ok(200);
        for item in page["items"].as_array().unwrap() {
            versions.insert(item["version"].as_str().unwrap().to_owned(), 0);
        }
        let Some(token) = page["next_page_token"].as_str() else { break };
        query = format!("page_size=500&page_token={token}");
    }
    for event in events.iter().filter(|event| event["type"] == "registry.version.published.v1") {
        let subject = event["subject"].as_str().unwrap();
        if let Some(version) = subject.strip_prefix(&format!("{model}@")) {
            *versions.get_mut(version).unwrap_or_else(|| panic!("{subject} is in the log only")) += 1;
        }
    }
    versions
}

async fn all_events(client: &Client) -> Vec<Value> {
    let mut events: Vec<Value> = Vec::new();
    loop {
        let after = events.len();
        let page = client.get(&format!("/api/v1/events?namespace=acme&page_size=500&after={after}")).await.items();
        if page.is_empty() {
            return events;
        }
        events.extend(page);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_acknowledged_survives_every_kill() {
    if test_postgres::Server::find().is_none() || test_s3::bucket().is_none() {
        return;
    }
    let kills = std::env::var("KILLS").ok().map_or(KILLS, |text| text.parse().unwrap());
    let mut house = House::build();
    let done = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..WRITERS)
        .map(|number| {
            let (addresses, done) = (Arc::clone(&house.addresses), Arc::clone(&done));
            tokio::spawn(Writer { model: format!("acme/model-{number}"), number, addresses, done }.work())
        })
        .collect();
    for turn in 0..kills {
        tokio::time::sleep(CALM).await;
        tokio::task::block_in_place(|| house.kill(turn));
        house.assert_clean(turn).await;
    }
    done.store(true, Ordering::Relaxed);
    let mut diaries = Vec::new();
    for writer in writers {
        diaries.push(writer.await.unwrap());
    }
    let (client, mut writes) = (&house.servers[0].client, 0);
    let events = all_events(client).await;
    for (number, diary) in diaries.iter().enumerate() {
        let found = published(client, &format!("acme/model-{number}"), &events).await;
        assert!(found.values().all(|count| *count == 1), "published twice, or without a word in the log: {found:?}");
        let found: BTreeSet<String> = found.into_keys().collect();
        let lost: Vec<_> = diary.acknowledged.difference(&found).collect();
        assert!(lost.is_empty(), "model {number} lost {lost:?}");
        let strange: Vec<_> = found.difference(&diary.attempted).collect();
        assert!(strange.is_empty(), "nobody asked model {number} for {strange:?}");
        let channel = client.get(&format!("{}/channels/production", address(&format!("acme/model-{number}")))).await;
        let revision = channel.json()["revision"].as_u64().unwrap();
        let moves = u64::try_from(diary.promoted).unwrap();
        assert!(revision == moves || revision == moves + 1, "model {number}: {revision} for {moves} promotions");
        writes += diary.acknowledged.len() + diary.promoted;
    }
    let report = client.fsck().await;
    assert_eq!(report["clean"], true, "{report}");
    println!("{kills} kills, {writes} acknowledged writes, none lost");
    assert!(writes >= LEAST || kills < KILLS, "only {writes} writes were acknowledged");
}
