//! Channels: promote, roll back, and what they served.

use serde_json::{Value, json};

use crate::common::TestServer;
use crate::common::models::{MODEL, PRODUCTION};

#[tokio::test]
async fn promoted_rolled_back_and_asked_about_the_past() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "1.1.0"]).await;
    server.get(PRODUCTION).await.is_problem(404, "channel-not-found");
    let first = server.promote("1.0.0").await;
    assert_eq!((first.status, first.header("etag")), (200, "\"1\""));
    let then = server.get(PRODUCTION).await.json()["updated_at"].as_str().unwrap().to_owned();
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    let second = server.promote("1.1.0").await.json();
    assert_eq!((&second["from_version"], &second["bump"]), (&json!("1.0.0"), &json!("minor")));

    let plan = server.get(&format!("{PRODUCTION}/rollback-target")).await;
    assert_eq!((plan.header("etag"), &plan.json()["to_version"]), ("\"2\"", &json!("1.0.0")));
    let body = json!({"reason": "drift", "expected_version": "1.0.0"});
    let done = server.post(&format!("{PRODUCTION}/rollback"), &body).if_match("\"2\"").await;
    assert_eq!((done.status, done.header("etag")), (200, "\"3\""));
    let again = server.post(&format!("{PRODUCTION}/rollback"), &body).if_match("\"2\"").await;
    again.is_problem(412, "stale-revision");

    let now = server.get(PRODUCTION).await;
    assert_eq!((now.header("etag"), &now.json()["version"]), ("\"3\"", &json!("1.0.0")));
    let was = server.get(&format!("{PRODUCTION}?at={then}")).await;
    assert_eq!((was.header("etag"), &was.json()["revision"]), ("", &json!(1)));
    let page = server.get(&format!("{PRODUCTION}/revisions?page_size=2")).await.json();
    assert_eq!(kinds(&page), ["rollback", "promote"]);
    let token = page["next_page_token"].as_str().unwrap();
    let rest = server.get(&format!("{PRODUCTION}/revisions?page_size=2&page_token={token}")).await.json();
    assert_eq!((kinds(&rest), rest.get("next_page_token")), (vec!["promote"], None));
    let list = server.get(&format!("{MODEL}/channels")).await.json();
    assert_eq!(list["items"], json!([now.json()]));
}

fn kinds(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_dry_run_writes_nothing_and_leaves_the_key_alone() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1"]).await;
    server.promote("1.0.0").await;
    server.promote("1.0.1").await;
    let body = json!({"reason": "drift"});
    for verb in ["rollback", "clear"] {
        let plan = server.post(&format!("{PRODUCTION}/{verb}?dry_run=true"), &body).key("k").await;
        assert_eq!((plan.status, &plan.json()["revision"]), (200, &json!(3)), "{plan:?}");
    }
    assert_eq!(server.get(PRODUCTION).await.json()["revision"], 2);
    let done = server.post(&format!("{PRODUCTION}/rollback"), &body).key("k").await;
    assert_eq!((done.header("idempotency-replayed"), &done.json()["to_version"]), ("", &json!("1.0.0")));
}

#[tokio::test]
async fn a_lost_reply_asked_for_again_has_one_effect() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "1.1.0"]).await;
    for version in ["1.0.0", "1.0.1", "1.1.0"] {
        server.promote(version).await;
    }
    let first = server.roll_back("same").await;
    let retry = server.roll_back("same").await;
    assert_eq!((first.header("idempotency-replayed"), retry.header("idempotency-replayed")), ("", "true"));
    assert_eq!((&first.bytes, first.header("etag")), (&retry.bytes, retry.header("etag")));
    assert_eq!(server.get(PRODUCTION).await.json()["revision"], 4);
    let other = json!({"reason": "another reason"});
    let reused = server.post(&format!("{PRODUCTION}/rollback"), &other).key("same").await;
    reused.is_problem(422, "idempotency-key-reused");
}

/// An action with its body and a header, and the status and code of its refusal.
type Case<'a> = (&'a str, Value, Option<(&'a str, &'a str)>, (u16, &'a str));

#[tokio::test]
async fn refusals_have_their_status_and_code() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1", "2.0.0"]).await;
    server.promote("1.0.0").await;
    let key = Some(("Idempotency-Key", "refused"));
    let first = Some(("If-Match", "\"1\""));
    let cases: [Case<'_>; 12] = [
        ("promote", json!({"version": "9.0.0"}), None, (409, "promotion-refused")),
        ("promote", json!({"version": "2.0.0"}), None, (409, "promotion-refused")),
        ("promote", json!({"version": "^1"}), None, (400, "invalid-body")),
        ("promote", json!({"version": "1.0.0", "force": true}), None, (400, "invalid-body")),
        ("promote", json!({"version": "1.0.1"}), Some(("If-Match", "\"0\"")), (412, "stale-revision")),
        ("promote", json!({"version": "1.0.1"}), Some(("If-Match", "one")), (400, "invalid-header")),
        ("promote?dry=true", json!({"version": "1.0.1"}), None, (400, "invalid-query")),
        ("rollback", json!({"reason": "x"}), None, (428, "precondition-required")),
        ("rollback", json!({}), key, (422, "reason-required")),
        ("rollback", json!({"reason": "x"}), first, (409, "no-rollback-target")),
        ("rollback", json!({"reason": "x", "to_version": "1.0.1"}), first, (409, "never-on-channel")),
        ("rollback", json!({"reason": "x", "to_revision": 1}), first, (409, "already-served")),
    ];
    for (action, body, header, (status, code)) in cases {
        let request = server.post(&format!("{PRODUCTION}/{action}"), &body);
        let request = header.into_iter().fold(request, |request, (name, value)| request.header(name, value));
        request.await.is_problem(status, code);
    }
    let gates = server.promote("2.0.0").await.json();
    assert_eq!(gates["details"]["gates"][0]["code"], "major-not-allowed");
    assert_eq!(gates["errors"][0]["place"], "/version");
    for (path, code) in [("revisions?page_size=0", "invalid-query"), ("revisions?page_token=x", "invalid-page-token")] {
        server.get(&format!("{PRODUCTION}/{path}")).await.is_problem(400, code);
    }
    server.get(&format!("{PRODUCTION}?at=yesterday")).await.is_problem(400, "invalid-query");
}

#[tokio::test]
async fn a_policy_asks_for_what_was_seen() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let policy = json!({"constraint": "^1", "require_if_match": true});
    let made = server.put(PRODUCTION, &policy).await;
    assert_eq!((made.status, made.header("etag")), (200, "\"0\""), "{made:?}");
    server.promote("1.0.0").await.is_problem(428, "precondition-required");
    server.put(PRODUCTION, &json!({})).await.is_problem(428, "precondition-required");
    let body = json!({"version": "1.0.0"});
    let seen = server.post(&format!("{PRODUCTION}/promote"), &body).if_match("\"0\"").await;
    assert_eq!(seen.status, 200, "{seen:?}");
    let unknown = server.put(PRODUCTION, &json!({"freeze": true})).await;
    unknown.is_problem(400, "invalid-body");
}
