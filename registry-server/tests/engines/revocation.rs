//! What is taken away at one server of two is taken away at the other: for what changes something at once, for reads a second
//! later at most. The time is measured and said; what is asserted leaves room for a machine with much else to do.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::{Client, Installation, Reply};

/// The longest that a machine under load may take over what is promised within a second.
const PATIENCE: Duration = Duration::from_secs(10);

const MODELS: &str = "/api/v1/namespaces/acme/models";

/// Asks until the answer has this status; how long that took, from `since` on.
async fn refused(client: &Client, status: u16, since: Instant) -> Duration {
    loop {
        let reply = client.get(MODELS).await;
        if reply.status == status {
            return since.elapsed();
        }
        assert_eq!(reply.status, 200, "{reply:?}");
        assert!(since.elapsed() < PATIENCE, "it still reads after {PATIENCE:?}");
    }
}

/// Takes something from Ada at one server, while she reads at another one, and expects both of them to refuse her.
#[expect(clippy::print_stdout, reason = "a measurement")]
async fn take(what: &str, taken: Reply, ada: &Client, status: u16) {
    let since = Instant::now();
    taken.ok(200);
    let write = ada.post(MODELS, &json!({"name": "churn"})).await;
    assert_eq!(write.status, status, "{what}: a write is refused at once: {write:?}");
    let took = refused(ada, status, since).await;
    println!("{what}: reads at the other server are refused after {} ms", took.as_millis());
}

async fn delete(client: &Client, path: &str) -> Reply {
    client.request(Method::DELETE, path).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_away_at_one_server_is_taken_away_at_the_other() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database_with_role().unwrap();
    let installation = Installation::postgres(&database);
    let [first, second] = [installation.start(), installation.start()];
    first.post("/api/v1/namespaces", &json!({"name": "acme", "private": true})).await.ok(201);
    first.user("ada", "acme", &["publisher"]).await;
    let secret = first.new_token("ada", &json!({})).await;
    let (here, ada) = (first.with_token(&secret), second.with_token(&secret));
    let reads = async || {
        here.get(MODELS).await.ok(200);
        ada.get(MODELS).await.ok(200);
    };

    reads().await;
    let member = "/api/v1/namespaces/acme/members/ada";
    take("a role", delete(&first, member).await, &ada, 404).await;
    // At the server that took it away, nothing is believed any longer.
    assert_eq!(here.get(MODELS).await.status, 404);

    first.member("acme", "ada", &["publisher"]).await;
    let disable = |disabled: bool| first.patch("/api/v1/principals/ada", &json!({"disabled": disabled}));
    reads_again(&ada).await;
    reads().await;
    take("a principal", disable(true).await, &ada, 401).await;
    disable(false).await.ok(200);

    reads_again(&ada).await;
    reads().await;
    let me: Value = here.get("/api/v1/me").await.ok(200);
    let token = format!("/api/v1/principals/ada/tokens/{}", me["token"]["id"].as_str().unwrap());
    take("a token", delete(&first, &token).await, &ada, 401).await;
    assert_eq!(here.get(MODELS).await.status, 401);
}

/// What is given back is believed a second later at most, too.
async fn reads_again(client: &Client) {
    let since = Instant::now();
    while client.get(MODELS).await.status != 200 {
        assert!(since.elapsed() < PATIENCE, "it does not read after {PATIENCE:?}");
    }
}
