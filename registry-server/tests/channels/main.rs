//! Channels, the log and the search, over HTTP.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![expect(clippy::panic, reason = "a test that cannot go on should stop")]

mod events;
mod race;
mod search;
mod server;

use serde_json::{Value, json};
use server::{MODEL, PRODUCTION, Server};

#[tokio::test]
async fn promoted_rolled_back_and_asked_about_the_past() {
    let server = Server::with(&["1.0.0", "1.0.1", "1.1.0"]).await;
    assert_eq!(server.get(PRODUCTION).await.problem(), (404, "channel-not-found".to_owned()));
    let first = server.promote("1.0.0").await;
    assert_eq!((first.status, first.etag.as_deref()), (200, Some("\"1\"")));
    let then = server.get(PRODUCTION).await.json()["updated_at"].as_str().unwrap().to_owned();
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    let second = server.promote("1.1.0").await.json();
    assert_eq!((&second["from_version"], &second["bump"]), (&json!("1.0.0"), &json!("minor")));

    let plan = server.get(&format!("{PRODUCTION}/rollback-target")).await;
    assert_eq!((plan.etag.as_deref(), &plan.json()["to_version"]), (Some("\"2\""), &json!("1.0.0")));
    let body = json!({"reason": "drift", "expected_version": "1.0.0"});
    let done = server.post(&format!("{PRODUCTION}/rollback"), &body, &[("If-Match", "\"2\"")]).await;
    assert_eq!((done.status, done.etag.as_deref()), (200, Some("\"3\"")));
    let again = server.post(&format!("{PRODUCTION}/rollback"), &body, &[("If-Match", "\"2\"")]).await;
    assert_eq!(again.problem(), (412, "stale-revision".to_owned()));

    let now = server.get(PRODUCTION).await;
    assert_eq!((now.etag.as_deref(), &now.json()["version"]), (Some("\"3\""), &json!("1.0.0")));
    let was = server.get(&format!("{PRODUCTION}?at={then}")).await;
    assert_eq!((was.etag.as_deref(), &was.json()["revision"]), (None, &json!(1)));
    let page = server.get(&format!("{PRODUCTION}/revisions?page_size=2")).await.json();
    assert_eq!(kinds(&page), ["rollback", "promote"]);
    let token = page["next_page_token"].as_str().unwrap();
    let rest = server.get(&format!("{PRODUCTION}/revisions?page_size=2&page_token={token}")).await.json();
    assert_eq!((kinds(&rest), rest.get("next_page_token")), (vec!["promote"], None));
    let list = server.get(&format!("{MODEL}/channels")).await.json();
    assert_eq!(list["items"], json!([now.json()]));
    server.stop().await;
}

fn kinds(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_dry_run_writes_nothing_and_leaves_the_key_alone() {
    let server = Server::with(&["1.0.0", "1.0.1"]).await;
    server.promote("1.0.0").await;
    server.promote("1.0.1").await;
    let (key, body) = ([("Idempotency-Key", "k")], json!({"reason": "drift"}));
    for verb in ["rollback", "clear"] {
        let plan = server.post(&format!("{PRODUCTION}/{verb}?dry_run=true"), &body, &key).await;
        assert_eq!((plan.status, &plan.json()["revision"]), (200, &json!(3)), "{plan:?}");
    }
    assert_eq!(server.get(PRODUCTION).await.json()["revision"], 2);
    let done = server.post(&format!("{PRODUCTION}/rollback"), &body, &key).await;
    assert_eq!((done.replayed, &done.json()["to_version"]), (false, &json!("1.0.0")));
    server.stop().await;
}

#[tokio::test]
async fn a_lost_reply_asked_for_again_has_one_effect() {
    let server = Server::with(&["1.0.0", "1.0.1", "1.1.0"]).await;
    for version in ["1.0.0", "1.0.1", "1.1.0"] {
        server.promote(version).await;
    }
    let first = server.roll_back("same").await;
    let retry = server.roll_back("same").await;
    assert_eq!((first.replayed, retry.replayed), (false, true));
    assert_eq!((&first.text, &first.etag), (&retry.text, &retry.etag));
    assert_eq!(server.get(PRODUCTION).await.json()["revision"], 4);
    let other = json!({"reason": "another reason"});
    let reused = server.post(&format!("{PRODUCTION}/rollback"), &other, &[("Idempotency-Key", "same")]).await;
    assert_eq!(reused.problem(), (422, "idempotency-key-reused".to_owned()));
    server.stop().await;
}

/// An action with its body and headers, and the status and code of its refusal.
type Case<'a> = (&'a str, Value, &'a [(&'a str, &'a str)], (u16, &'a str));

#[tokio::test]
async fn refusals_have_their_status_and_code() {
    let server = Server::with(&["1.0.0", "1.0.1", "2.0.0"]).await;
    server.promote("1.0.0").await;
    let key = [("Idempotency-Key", "refused")];
    let cases: [Case<'_>; 12] = [
        ("promote", json!({"version": "9.0.0"}), &[], (409, "promotion-refused")),
        ("promote", json!({"version": "2.0.0"}), &[], (409, "promotion-refused")),
        ("promote", json!({"version": "^1"}), &[], (400, "invalid-body")),
        ("promote", json!({"version": "1.0.0", "force": true}), &[], (400, "invalid-body")),
        ("promote", json!({"version": "1.0.1"}), &[("If-Match", "\"0\"")], (412, "stale-revision")),
        ("promote", json!({"version": "1.0.1"}), &[("If-Match", "one")], (400, "invalid-header")),
        ("promote?dry=true", json!({"version": "1.0.1"}), &[], (400, "invalid-query")),
        ("rollback", json!({"reason": "x"}), &[], (428, "precondition-required")),
        ("rollback", json!({}), &key, (422, "reason-required")),
        ("rollback", json!({"reason": "x"}), &[("If-Match", "\"1\"")], (409, "no-rollback-target")),
        (
            "rollback",
            json!({"reason": "x", "to_version": "1.0.1"}),
            &[("If-Match", "\"1\"")],
            (409, "never-on-channel"),
        ),
        ("rollback", json!({"reason": "x", "to_revision": 1}), &[("If-Match", "\"1\"")], (409, "already-served")),
    ];
    for (action, body, headers, (status, code)) in cases {
        let reply = server.post(&format!("{PRODUCTION}/{action}"), &body, headers).await;
        assert_eq!(reply.problem(), (status, code.to_owned()), "{action} {body}");
    }
    let gates = server.promote("2.0.0").await.json();
    assert_eq!(gates["details"]["gates"][0]["code"], "major-not-allowed");
    assert_eq!(gates["errors"][0]["place"], "/version");
    for (path, code) in [("revisions?page_size=0", "invalid-query"), ("revisions?page_token=x", "invalid-page-token")] {
        assert_eq!(server.get(&format!("{PRODUCTION}/{path}")).await.problem(), (400, code.to_owned()));
    }
    assert_eq!(server.get(&format!("{PRODUCTION}?at=yesterday")).await.problem(), (400, "invalid-query".to_owned()));
    server.stop().await;
}

#[tokio::test]
async fn a_policy_asks_for_what_was_seen() {
    let server = Server::with(&["1.0.0"]).await;
    let policy = json!({"constraint": "^1", "require_if_match": true});
    let made = server.put(PRODUCTION, &policy).await;
    assert_eq!((made.status, made.etag.as_deref()), (200, Some("\"0\"")), "{made:?}");
    assert_eq!(server.promote("1.0.0").await.problem(), (428, "precondition-required".to_owned()));
    assert_eq!(server.put(PRODUCTION, &json!({})).await.problem(), (428, "precondition-required".to_owned()));
    let body = json!({"version": "1.0.0"});
    let seen = server.post(&format!("{PRODUCTION}/promote"), &body, &[("If-Match", "\"0\"")]).await;
    assert_eq!(seen.status, 200, "{seen:?}");
    let unknown = server.put(PRODUCTION, &json!({"freeze": true})).await;
    assert_eq!(unknown.problem(), (400, "invalid-body".to_owned()));
    server.stop().await;
}
