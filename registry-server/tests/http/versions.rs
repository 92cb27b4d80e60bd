//! Versions: published when the number is honest, refused with reasons when it is not.

use crate::common::{IRIS, Reply, TestServer, address, examples, iris, sha256};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn the_iris_models_are_published_one_after_the_other() {
    let server = TestServer::start().await;
    for (ordinal, (version, bump)) in
        [("1.0.0", "patch"), ("1.0.1", "patch"), ("1.1.0", "minor"), ("2.0.0", "major")].into_iter().enumerate()
    {
        let reply = server.publish_iris(version, version).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let body = reply.json();
        assert_eq!((&body["version"], &body["ordinal"]), (&json!(version), &json!(ordinal + 1)));
        assert_eq!((&body["required_bump"], &body["state"]), (&json!(bump), &json!("active")), "{body}");
        assert_eq!(body["files"][0]["sha256"], sha256(&iris(version)));
        assert_eq!(body["files"][0]["media_type"], "application/vnd.onnx");
        assert_eq!(reply.header("location"), format!("{}/versions/{version}", address(IRIS)));
        // What publish answers is what is read afterwards.
        let mut read = server.get(reply.header("location")).await.json();
        read["verdict"] = server.get(&format!("{}/verdict", reply.header("location"))).await.json();
        assert_eq!(read, body);
    }
    let list = server.get(&format!("{}/versions?page_size=3", address(IRIS))).await.json();
    let numbers: Vec<&str> =
        list["items"].as_array().unwrap().iter().map(|item| item["version"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["2.0.0", "1.1.0", "1.0.1"]);
    let next = list["next_page_token"].as_str().unwrap();
    let rest = server.get(&format!("{}/versions?page_size=3&page_token={next}", address(IRIS))).await.json();
    assert_eq!(rest["items"][0]["version"], "1.0.0");
    assert!(rest.get("next_page_token").is_none());
    // Each line has a folder of its own.
    for (line, example) in [("1", "1.1.0"), ("2", "2.0.0")] {
        let blob = server.blob(line, &iris(example));
        assert!(blob.is_file(), "{}", blob.display());
    }
    let kinds: Vec<Value> = server.events("acme").await.iter().map(|event| event["type"].clone()).collect();
    let published = "registry.version.published.v1";
    let created = ["registry.namespace.created.v1", "registry.model.created.v1"];
    assert_eq!(kinds, [created[0], created[1], published, published, published, published]);
    let last = server.events("acme").await.pop().unwrap();
    assert_eq!(last["data"]["bump"], "major");
    assert_eq!(last["data"]["retraining"], "required");
    assert_eq!(last["data"]["consumer_change"], "required");
    assert_eq!((&last["data"]["from_version"], &last["data"]["to_version"]), (&json!("1.1.0"), &json!("2.0.0")));
    assert!(last["data"]["policy_digest"].as_str().unwrap().starts_with("sha256:"));
    assert_eq!(server.fsck().await["clean"], true);
}

#[tokio::test]
async fn a_dry_run_answers_what_the_publish_answers_and_writes_nothing() {
    let server = TestServer::start().await;
    assert_eq!(server.publish_iris("1.0.0", "1.0.0").await.status, 201);
    let file = server.upload(IRIS, "1", "model.onnx", &iris("2.0.0")).await;
    for version in ["1.1.0", "1.0.0", "v2", "2.0.0", "2.0.0"] {
        let body = json!({"version": version, "files": [file]});
        let before = server.events("acme").await;
        let dry = server.post(&format!("{}/versions?dry_run=true", address(IRIS)), &body).await;
        assert_eq!(server.events("acme").await, before, "{version}");
        let real = server.publish(IRIS, &body).await;
        assert_eq!(dry.status, if real.status == 201 { 200 } else { real.status }, "{dry:?}");
        let lasting = |reply: &Reply| {
            let mut body = reply.json();
            body.as_object_mut().unwrap().retain(|name, _| !["created_at", "request_id"].contains(&name.as_str()));
            body
        };
        assert_eq!(lasting(&dry), lasting(&real), "{version}");
        assert_eq!(dry.json()["verdict"]["accepted"], real.status < 400, "{version}");
    }
}

#[tokio::test]
async fn a_number_that_lies_is_refused_with_the_reasons_and_the_smallest_acceptable_one() {
    let server = TestServer::start().await;
    assert_eq!(server.publish_iris("1.0.0", "1.0.0").await.status, 201);
    let file = server.upload(IRIS, "1", "model.onnx", &iris("2.0.0")).await;
    let refused = server.publish(IRIS, &json!({"version": "1.1.0", "files": [file]})).await;
    refused.is_problem(409, "version-too-small");
    let verdict = refused.json()["verdict"].clone();
    assert_eq!(verdict["smallest_acceptable"], "2.0.0");
    let mut refusing = verdict["changes"].as_array().unwrap().clone();
    refusing.retain(|change| change["refuses"] == true);
    assert!(!refusing.is_empty() && refused.json()["violations"] == json!(refusing), "{refused:?}");
    let exists = server.publish(IRIS, &json!({"version": "1.0.0", "files": [file]})).await;
    exists.is_problem(409, "version-exists");
    let invalid = server.publish(IRIS, &json!({"version": "v2", "files": [file]})).await;
    invalid.is_problem(400, "invalid-version");
}

#[tokio::test]
async fn the_same_version_again_is_replayed() {
    let server = TestServer::start().await;
    let first = server.publish_iris("1.0.0", "1.0.0").await;
    let again = server.publish_iris("1.0.0", "1.0.0").await;
    assert_eq!((again.status, again.header("x-replayed")), (200, "true"));
    assert_eq!(again.json(), first.json());
    let file = json!({"path": "model.onnx", "sha256": sha256(&iris("1.0.0")), "size": iris("1.0.0").len()});
    // Build metadata makes no other number, and the version keeps its own.
    let built = server.publish(IRIS, &json!({"version": "1.0.0+gpu", "files": [file]})).await;
    assert_eq!((built.status, built.json()), (200, first.json()), "{built:?}");
    let auto = server.publish(IRIS, &json!({"bump": "auto", "files": [file]})).await;
    assert_eq!((auto.status, auto.json()["version"].as_str()), (200, Some("1.0.0")));
    let patch = server.publish(IRIS, &json!({"version": "1.0.1", "files": [file]})).await;
    patch.is_problem(409, "nothing-changed");
    // A key answers its first answer, whatever happened since; with another body it is refused.
    let body = json!({"version": "1.1.0", "files": [server.upload(IRIS, "1", "model.onnx", &iris("1.1.0")).await]});
    let path = format!("{}/versions", address(IRIS));
    let published = server.post(&path, &body).key("release-7").await;
    let repeated = server.post(&path, &body).key("release-7").await;
    assert_eq!((published.status, repeated.status), (201, 201));
    assert_eq!((repeated.header("idempotency-replayed"), repeated.json()), ("true", published.json()));
    let reused = server.post(&path, &json!({"version": "3.0.0", "files": [file]})).key("release-7").await;
    reused.is_problem(422, "idempotency-key-reused");
}

#[tokio::test]
async fn a_number_is_chosen_and_the_bytes_move_to_its_line() {
    let server = TestServer::start().await;
    let versions = format!("{}/versions", address(IRIS));
    let mut numbers = Vec::new();
    for example in ["1.0.0", "1.0.1", "1.1.0", "2.0.0"] {
        let file = server.upload(IRIS, "1", "model.onnx", &iris(example)).await;
        let reply = server.post(&versions, &json!({"files": [file], "upload_line": "1"})).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        numbers.push(reply.json()["version"].as_str().unwrap().to_owned());
    }
    assert_eq!(numbers, ["1.0.0", "1.0.1", "1.1.0", "2.0.0"]);
    for line in ["1", "2"] {
        assert!(server.blob(line, &iris("2.0.0")).is_file(), "{line}");
    }
    let report = server.fsck().await;
    assert_eq!((report["clean"].as_bool(), report["checked_blobs"].as_u64()), (Some(true), Some(5)), "{report}");
    // A file may lie in any line that the model has: nobody has to say which.
    let file = json!({"path": "model.onnx", "sha256": sha256(&iris("1.0.0")), "size": iris("1.0.0").len()});
    let dry = server.post(&format!("{versions}?dry_run=true"), &json!({"version": "3.0.0", "files": [file]})).await;
    assert_eq!(dry.status, 200, "{dry:?}");
}

#[tokio::test]
async fn what_a_file_says_cannot_be_declared_away() {
    let server = TestServer::start().await;
    let file = server.upload(IRIS, "1", "model.onnx", &iris("1.0.0")).await;
    let lie = json!({"inputs": {"measurements": {"dtype": "f64"}}});
    let refused = server.publish(IRIS, &json!({"version": "1.0.0", "files": [file], "declared": lie})).await;
    refused.is_problem(422, "contract-mismatch");
    let mismatch = &refused.json()["details"]["mismatches"][0];
    assert_eq!(
        (&mismatch["place"], &mismatch["read"], &mismatch["declared"]),
        (&json!("/inputs/measurements/dtype"), &json!("f32"), &json!("f64"),)
    );
    let text = server.upload(IRIS, "1", "notes.txt", b"no model at all").await;
    let unreadable = server.publish(IRIS, &json!({"version": "1.0.0", "files": [text]})).await;
    unreadable.is_problem(422, "unreadable-model");
    let twice = server.publish(IRIS, &json!({"version": "1.0.0", "files": [file, file]})).await;
    twice.is_problem(422, "invalid-files");
    let mut wrong = file.clone();
    wrong["size"] = json!(1);
    let wrong = server.publish(IRIS, &json!({"version": "1.0.0", "files": [wrong]})).await;
    wrong.is_problem(422, "size-mismatch");
    assert_eq!(server.get(&address(IRIS)).await.status, 404);
}

#[tokio::test]
async fn companions_and_declarations_become_part_of_the_contract() {
    let server = TestServer::start().await;
    let model = "acme/reviews";
    let mut digests = Vec::new();
    for (version, expected) in [("1.0.0", 201), ("1.0.1", 201), ("1.1.0", 201), ("1.2.0", 409)] {
        let folder = examples().join("reviews").join(if version == "1.2.0" { "2.0.0" } else { version });
        let mut files = Vec::new();
        for name in ["model.onnx", "tokenizer.json", "config.json"] {
            let bytes = std::fs::read(folder.join(name)).unwrap();
            files.push(server.upload(model, "1", name, &bytes).await);
        }
        let declared = json!({"license": "Apache-2.0", "consumption": "endpoint"});
        let lineage = json!({"commit": "4f9c2d1"});
        let body = json!({"version": version, "files": files, "declared": declared, "lineage": lineage});
        let reply = server.publish(model, &body).await;
        assert_eq!(reply.status, expected, "{version}: {reply:?}");
        if expected == 201 {
            digests.push(reply.json()["digest"].as_str().unwrap().to_owned());
        }
    }
    let at = |part: &str| format!("{}/versions/{}/{part}", address(model), digests[0]);
    let manifest = server.get(&at("manifest")).await.json();
    assert_eq!(manifest["contract"]["sources"]["/license"], "declared");
    assert_eq!(manifest["lineage"]["commit"], "4f9c2d1");
    assert_eq!(server.get(&at("contract")).await.json()["labels"], json!(["negative", "neutral", "positive"]));
    assert_eq!(server.get(&at("verdict")).await.json()["accepted"], true);
    assert_eq!(server.get(&at("files")).await.json()["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_check_answers_what_a_publish_would_say_and_needs_no_model() {
    let server = TestServer::start().await;
    let path = format!("{}/compatibility-checks", address(IRIS));
    let contract = json!({
        "inputs": {"measurements": {"position": 0, "dtype": "f32", "shape": ["N", 5]}},
        "outputs": {"label": {"position": 0, "dtype": "string", "shape": ["N"]}},
    });
    let first = server.post(&path, &json!({"version": "1.0.0", "contract": contract})).await;
    assert_eq!((first.status, &first.json()["accepted"]), (200, &json!(true)), "{first:?}");
    server.publish_iris("1.0.0", "1.0.0").await;
    let breaking = server.post(&path, &json!({"version": "1.1.0", "contract": contract})).await;
    assert_eq!((breaking.status, &breaking.json()["accepted"]), (200, &json!(false)));
    assert_eq!(breaking.json()["smallest_acceptable"], "2.0.0");
    let automatic = server.post(&path, &json!({"contract": contract})).await.json();
    assert_eq!((&automatic["accepted"], &automatic["requested"]), (&json!(true), &json!("2.0.0")));
    let file = server.upload(IRIS, "1", "model.onnx", &iris("1.0.0")).await;
    let same = server.post(&path, &json!({"files": [file]})).await;
    assert_eq!((same.status, &same.json()["changes"][0]["rule"]), (200, &json!("nothing.changed")), "{same:?}");
    let neither = server.post(&path, &json!({})).await;
    neither.is_problem(400, "invalid-body");
}

#[tokio::test]
async fn states_follow_the_table_and_channels_hold_their_versions() {
    let server = TestServer::start().await;
    server.publish_iris("1.0.0", "1.0.0").await;
    server.publish_iris("1.0.1", "1.0.1").await;
    server.promote("1.0.0").await.ok(200);
    server.promote("1.0.1").await.ok(200);
    let at = |version: &str, verb: &str| format!("{}/versions/{version}/{verb}", address(IRIS));
    let reason = json!({"reason": "the labels were shuffled"});

    assert_eq!(server.post(&at("1.0.1", "yank"), &json!({})).await.code(), "reason-required");
    assert_eq!(server.post(&at("1.0.1", "unyank"), &json!({})).await.code(), "invalid-state");
    let held = server.post(&at("1.0.1", "yank"), &reason).await;
    held.is_problem(409, "version-in-use");
    assert_eq!(held.json()["details"]["channels"], json!(["production"]));
    let plan = server.post(&format!("{}?rollback_channels=true&dry_run=true", at("1.0.1", "yank")), &reason).await;
    assert_eq!((plan.status, &plan.json()["state"]), (200, &json!("yanked")), "{plan:?}");
    let channel = format!("{}/channels/production", address(IRIS));
    assert_eq!(server.get(&channel).await.json()["version"], "1.0.1");
    let yanked = server.post(&format!("{}?rollback_channels=true", at("1.0.1", "yank")), &reason).await;
    assert_eq!((yanked.status, yanked.json()), (200, plan.json()));
    assert_eq!(yanked.json()["affected_channels"], json!(["production"]));
    assert_eq!(server.get(&channel).await.json()["version"], "1.0.0");
    let kinds: Vec<Value> =
        server.events("acme").await.iter().rev().take(2).map(|event| event["type"].clone()).collect();
    assert_eq!(kinds, ["registry.channel.rolled_back.v1", "registry.version.yanked.v1"]);

    assert_eq!(server.post(&at("1.0.1", "unyank"), &json!({})).await.json()["state"], "active");
    let deprecated = server.post(&at("1.0.0", "deprecate"), &reason).await.json();
    assert_eq!((&deprecated["state"], &deprecated["state_reason"]), (&json!("deprecated"), &reason["reason"]));
    let disabled = server.post(&at("1.0.0", "disable"), &reason).await.json();
    assert_eq!((&disabled["state"], &disabled["affected_channels"]), (&json!("disabled"), &json!(["production"])));
    let gone = server.get(&format!("{}/resolve?ref=production", address(IRIS))).await;
    gone.is_problem(410, "version-disabled");
    let enabled = server.post(&at("1.0.0", "enable"), &json!({})).await.json();
    assert_eq!((&enabled["state"], &enabled["state_reason"]), (&json!("deprecated"), &reason["reason"]), "as before");

    let delete = |version: &str| format!("{}/versions/{version}?reason=over", address(IRIS));
    let window = server.request(Method::DELETE, &delete("1.0.1")).await;
    window.is_problem(409, "version-in-use");
    server.publish_iris("1.1.0", "1.1.0").await;
    let deleted = server.request(Method::DELETE, &delete("1.1.0")).await;
    assert_eq!((deleted.status, &deleted.json()["state"]), (200, &json!("deleted")));
    // A number is never used again.
    let again = server.publish_iris("2.0.0", "1.1.0").await;
    again.is_problem(409, "version-exists");
    // Not even by the same files: whoever publishes them must hear that nobody can get them.
    server.publish_iris("1.1.0", "1.1.0").await.is_problem(409, "version-exists");
}

#[tokio::test]
async fn a_version_that_would_make_a_number_lie_stays_away() {
    let server = TestServer::start().await;
    let at = |version: &str, action: &str| format!("{}/versions/{version}/{action}", address(IRIS));
    let reason = json!({"reason": "wrong scaling"});
    server.publish_iris("1.0.0", "1.0.0").await;
    server.publish_iris("1.1.0", "1.1.0").await;
    assert_eq!(server.post(&at("1.1.0", "yank"), &reason).await.status, 200);
    // 1.1.1 lacks the output that 1.1.0 added, which is away.
    let file = server.upload(IRIS, "1", "model.onnx", &iris("1.0.1")).await;
    assert_eq!(server.publish(IRIS, &json!({"version": "1.1.1", "files": [file]})).await.status, 201);
    for dry_run in ["?dry_run=true", ""] {
        let refused = server.post(&format!("{}{dry_run}", at("1.1.0", "unyank")), &json!({})).await;
        refused.is_problem(409, "return-conflict");
        let body = refused.json();
        assert_eq!(body["violations"][0]["rule"], "version.backport_conflict", "{body}");
        assert_eq!(body["verdict"]["smallest_acceptable"], "1.2.0", "{body}");
        assert!(body["detail"].as_str().unwrap().contains("publish its files as 1.2.0"), "{body}");
    }
    // Switched off and on it is what it was, which nobody is judged against.
    assert_eq!(server.post(&at("1.1.0", "disable"), &reason).await.status, 200);
    assert_eq!(server.post(&at("1.1.0", "enable"), &json!({})).await.json()["state"], "yanked");
    assert_eq!(server.post(&at("1.1.1", "yank"), &reason).await.status, 200);
    assert_eq!(server.post(&at("1.1.0", "unyank"), &json!({})).await.json()["state"], "active");
    let back = server.post(&at("1.1.1", "unyank"), &json!({})).await;
    assert_eq!((back.status, &back.json()["violations"][0]["rule"]), (409, &json!("version.too_small")));
}

#[tokio::test]
async fn words_about_a_version_change_and_its_digest_does_not() {
    let server = TestServer::start().await;
    let published = server.publish_iris("1.0.0", "1.0.0").await.json();
    let path = format!("{}/versions/1.0.0", address(IRIS));
    let body = json!({"description": "trained on the cleaned set", "labels": {"team": "flowers"}});
    let patched = server.patch(&path, &body).await;
    assert_eq!((patched.status, &patched.json()["description"]), (200, &body["description"]));
    assert_eq!(patched.json()["digest"], published["digest"]);
    assert_eq!(server.get(&path).await.json(), patched.json());
    let many: std::collections::BTreeMap<String, &str> = (0..65).map(|index| (index.to_string(), "")).collect();
    let refused = [
        (json!({"description": "a".repeat(16 * 1024 + 1)}), "/description"),
        (json!({"labels": {"team": "a".repeat(257)}}), "/labels"),
        (json!({"labels": many}), "/labels"),
        (json!({"description": "a\u{0}"}), "/description"),
        (json!({"labels": {"team": "\u{0}"}}), "/labels/team"),
    ];
    for (body, place) in refused {
        let reply = server.patch(&path, &body).await;
        reply.is_problem(400, "invalid-body");
        assert_eq!(reply.json()["errors"][0]["place"], place, "{}", reply.json());
    }
    let long = server.post(&format!("{path}/yank"), &json!({"reason": "a".repeat(4 * 1024 + 1)})).await;
    long.is_problem(400, "invalid-body");
    assert_eq!(long.json()["errors"][0]["place"], "/reason", "{long:?}");
    let nul = server.post(&format!("{path}/yank"), &json!({"reason": "leaks\u{0}"})).await;
    nul.is_problem(400, "invalid-body");
    let nul = server.request(Method::DELETE, &format!("{path}?reason=leaks%00")).await;
    nul.is_problem(400, "invalid-query");
    let unknown = server.patch(&path, &json!({"state": "yanked"})).await;
    unknown.is_problem(400, "invalid-body");
}

/// How many rounds of a race are run; `RACE_ROUNDS=200` for the figure of the report, which takes half a minute.
fn rounds() -> u32 {
    std::env::var("RACE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(100)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_publishers_of_one_number_one_wins() {
    let server = TestServer::start().await;
    let mut bodies = Vec::new();
    for publisher in 0..16 {
        // Sixteen different weights: the same content would be a replay, not a race.
        let file = server.upload(IRIS, "1", "model.onnx", &distinct(publisher)).await;
        bodies.push(json!({"files": [file]}));
    }
    let start = std::time::Instant::now();
    for round in 0..rounds() {
        let version = format!("1.{round}.0");
        let mut publishers = tokio::task::JoinSet::new();
        for body in &bodies {
            let (client, mut body) = (server.client.clone(), body.clone());
            body["version"] = json!(version);
            body["lineage"] = json!({"run": format!("{round}")});
            publishers.spawn(async move { client.publish(IRIS, &body).await });
        }
        let mut statuses: Vec<u16> = publishers.join_all().await.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "round {round}: {statuses:?}");
        assert!(statuses.iter().all(|status| matches!(status, 201 | 409)), "round {round}: {statuses:?}");
    }
    let rounds = rounds();
    eprintln!("{rounds} rounds of 16 publishers in {:?}", start.elapsed());
    let versions = server.get(&format!("{}/versions?page_size=500", address(IRIS))).await.json();
    assert_eq!(versions["items"].as_array().unwrap().len(), usize::try_from(rounds).unwrap());
    assert_eq!(server.fsck().await["clean"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_publishers_of_sixteen_good_versions_all_get_through() {
    let server = TestServer::start().await;
    server.publish_iris("1.0.0", "1.0.0").await;
    let mut publishers = tokio::task::JoinSet::new();
    for publisher in 1..=16 {
        let file = server.upload(IRIS, "1", "model.onnx", &distinct(publisher)).await;
        let client = server.client.clone();
        // Without a number everyone gets the next one that is free then.
        publishers.spawn(async move { client.publish(IRIS, &json!({"files": [file]})).await });
    }
    let mut versions: Vec<String> = Vec::new();
    for reply in publishers.join_all().await {
        assert_eq!(reply.status, 201, "{reply:?}");
        versions.push(reply.json()["version"].as_str().unwrap().to_owned());
    }
    versions.sort_by_key(|version| version.rsplit('.').next().unwrap().parse::<u32>().unwrap());
    let expected: Vec<String> = (1..=16).map(|patch| format!("1.0.{patch}")).collect();
    assert_eq!(versions, expected);
}

/// The first example with a remark in its metadata: another file with the same contract.
fn distinct(number: u32) -> Vec<u8> {
    // Field 6 of an ONNX `ModelProto` is `doc_string`: tag 0x32, a length, a text.
    let text = format!("publisher {number}");
    [iris("1.0.0").as_slice(), &[0x32, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
}
