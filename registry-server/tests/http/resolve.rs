//! Resolve and download: the founding flow by header, and bytes in part.

use std::sync::Arc;

use crate::common::{IRIS, Installation, TestServer, address, iris, sha256};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn an_inference_request_gets_its_version_404_410_or_the_fallback() {
    let server = TestServer::start().await;
    for version in ["1.0.0", "1.0.1", "1.1.0"] {
        server.publish_iris(version, version).await;
    }
    let resolve = format!("{}/resolve", address(IRIS));
    let ask = async |version: &str, query: &str| {
        server.get(&format!("{resolve}{query}")).header("x-model-version", version).await
    };
    let served = ask("1.0.0", "").await;
    assert_eq!(
        (served.status, &served.json()["version"], &served.json()["fallback"]),
        (200, &json!("1.0.0"), &json!(false))
    );
    assert_eq!(served.header("etag"), format!("\"{}\"", served.json()["digest"].as_str().unwrap()));
    assert_eq!(served.header("cache-control"), "no-cache");
    assert_eq!(served.header("vary").to_lowercase(), "x-model-version");
    assert_eq!(served.json()["files"][0]["sha256"], sha256(&iris("1.0.0")));

    let absent = ask("7.0.0", "").await;
    absent.is_problem(404, "version-not-found");
    let disable = format!("{}/versions/1.0.0/disable", address(IRIS));
    assert_eq!(server.post(&disable, &json!({"reason": "wrong scaling"})).await.status, 200);
    let disabled = ask("1.0.0", "").await;
    disabled.is_problem(410, "version-disabled");
    assert!(disabled.json()["detail"].as_str().unwrap().contains("wrong scaling"));

    for (version, code) in [("7.0.0", "version-not-found"), ("1.0.0", "version-disabled")] {
        let fallen = ask(version, "?fallback=latest").await;
        assert_eq!((fallen.status, &fallen.json()["version"]), (200, &json!("1.1.0")), "{fallen:?}");
        assert_eq!(
            (&fallen.json()["fallback"], &fallen.json()["fallback_reason"]["code"]),
            (&json!(true), &json!(code))
        );
        assert_eq!(fallen.header("cache-control"), "no-cache");
    }
    let invalid = ask("not a version", "?fallback=latest").await;
    invalid.is_problem(400, "invalid-selector");
    // The policy of the model may say the same for every request.
    let policy = json!({"resolve": {"fallback": "latest"}});
    let model = server.get(&address(IRIS)).await;
    server.put(&format!("{}/policy", address(IRIS)), &policy).if_match(model.header("etag")).await.ok(200);
    assert_eq!(ask("7.0.0", "").await.json()["fallback"], true);
    assert_eq!(ask("7.0.0", "?fallback=error").await.status, 404);
}

#[tokio::test]
async fn selectors_say_why() {
    let server = TestServer::start().await;
    let empty = server.get(&format!("{}/resolve", address(IRIS))).await;
    empty.is_problem(404, "namespace-not-found");
    for version in ["1.0.0", "1.0.1", "1.1.0", "2.0.0"] {
        server.publish_iris(version, version).await;
    }
    server.promote("1.1.0").await.ok(200);
    let resolve = |query: &str| format!("{}/resolve?{query}", address(IRIS));
    for (query, version, kind) in [
        ("", "2.0.0", "latest"),
        ("ref=^1.0", "1.1.0", "range"),
        ("ref=~1.0.0", "1.0.1", "range"),
        ("ref=production", "1.1.0", "channel"),
        ("ref=1.0.1", "1.0.1", "exact"),
    ] {
        let reply = server.get(&resolve(query)).await;
        assert_eq!(reply.status, 200, "{query}: {reply:?}");
        assert_eq!(
            (&reply.json()["version"], &reply.json()["why"]["kind"]),
            (&json!(version), &json!(kind)),
            "{query}"
        );
    }
    let production = server.get(&resolve("ref=production")).await.json();
    assert_eq!(production["channel_revision"], 1);
    let digest = production["digest"].as_str().unwrap();
    assert_eq!(server.get(&resolve(&format!("ref={digest}"))).await.json()["version"], "1.1.0");
    for (query, status, code) in [
        ("ref=^9", 404, "no-match"),
        ("ref=staging", 404, "channel-not-found"),
        ("ref=||", 400, "invalid-selector"),
        ("reff=1", 400, "invalid-query"),
        ("fallback=first", 400, "invalid-query"),
    ] {
        let reply = server.get(&resolve(query)).await;
        reply.is_problem(status, code);
    }
    let both = server.get(&resolve("ref=1.0.1")).header("x-model-version", "1.0.0").await;
    both.is_problem(400, "invalid-query");
    let compared = server.get(&format!("{}/compare?base=1.1.0&head=2.0.0", address(IRIS))).await.json();
    assert_eq!((&compared["required_bump"], &compared["base"]), (&json!("major"), &json!("1.1.0")));
    assert!(compared.get("requested").is_none());
}

#[tokio::test]
async fn files_come_whole_in_part_or_not_again() {
    let server = TestServer::start_with(|config| config.proxy_transfers = true).await.having_iris(&["1.0.0"]).await;
    let bytes = iris("1.0.0");
    let path = format!("{}/versions/1.0.0/files/model.onnx", address(IRIS));
    let tag = format!("\"sha256:{}\"", sha256(&bytes));
    let whole = server.get(&path).await;
    assert_eq!((whole.status, &whole.bytes), (200, &bytes));
    assert_eq!((whole.header("etag"), whole.header("accept-ranges")), (tag.as_str(), "bytes"));
    assert_eq!(whole.header("cache-control"), "private, max-age=31536000, immutable");
    assert_eq!(whole.header("content-type"), "application/vnd.onnx");
    assert_eq!(whole.header("content-disposition"), "attachment; filename*=UTF-8''model.onnx");
    assert_eq!(whole.header("content-length"), bytes.len().to_string());
    let moving = server.get(&path.replace("1.0.0", "latest")).await;
    assert_eq!((moving.status, moving.header("cache-control")), (200, "no-cache"));
    let head = server.request(Method::HEAD, &path).await;
    assert_eq!(
        (head.status, head.header("content-length"), head.bytes.len()),
        (200, bytes.len().to_string().as_str(), 0)
    );

    let size = bytes.len();
    let ask = async |header: &str| server.get(&path).header("range", header).await;
    for (header, part) in [
        ("bytes=0-9".to_owned(), 0..10),
        (format!("bytes={}-", size - 5), size - 5..size),
        ("bytes=-7".to_owned(), size - 7..size),
        (format!("bytes=10-{}", size * 2), 10..size),
    ] {
        let reply = ask(&header).await;
        assert_eq!((reply.status, reply.bytes.as_slice()), (206, &bytes[part.clone()]), "{header}");
        let content_range = format!("bytes {}-{}/{size}", part.start, part.end - 1);
        assert_eq!((reply.header("content-range"), reply.header("etag")), (content_range.as_str(), tag.as_str()));
    }
    assert_eq!(ask("bytes=0-1,4-5").await.status, 200);
    assert_eq!(ask("bytes=9-3").await.code(), "invalid-header");
    let outside = ask(&format!("bytes={size}-")).await;
    outside.is_problem(416, "range-not-satisfiable");
    assert_eq!(outside.header("content-range"), format!("bytes */{size}"));
    let known = server.get(&path).header("if-none-match", &tag).await;
    assert_eq!((known.status, known.bytes.len()), (304, 0));
    let other = server.get(&path).header("range", "bytes=0-9").header("if-range", "\"sha256:0\"").await;
    assert_eq!(other.status, 200);
    let absent = server.get(&path.replace("model.onnx", "weights.bin")).await;
    absent.is_problem(404, "file-not-found");
}

#[tokio::test]
async fn a_digest_names_the_same_version_in_every_answer() {
    let server = TestServer::start().await;
    // The number is no part of a manifest, so two lines may share one.
    let digest = server.publish_iris("1.0.0", "1.0.0").await.json()["digest"].as_str().unwrap().to_owned();
    assert_eq!(server.publish_iris("1.0.0", "2.0.0").await.json()["digest"], digest.as_str());
    let named = async || {
        let [shown, resolved] = ["versions/", "resolve?ref="].map(|part| format!("{}/{part}{digest}", address(IRIS)));
        let version = async |path: &str| server.get(path).await.json()["version"].clone();
        [version(&shown).await, version(&resolved).await]
    };
    assert_eq!(named().await, ["1.0.0", "1.0.0"]);
    let yank = format!("{}/versions/1.0.0/yank", address(IRIS));
    assert_eq!(server.post(&yank, &json!({"reason": "wrong scaling"})).await.status, 200);
    assert_eq!(named().await, ["2.0.0", "2.0.0"]);
}

/// Clients are sent to the bucket for the bytes, and get the same ones; what the registry knows it answers itself.
#[tokio::test(flavor = "multi_thread")]
async fn downloads_go_to_the_bucket_by_a_link() {
    let Some(bucket) = test_s3::bucket() else { return };
    let installation = Arc::new(Installation::new().in_bucket(bucket, true));
    let server = TestServer::start_in(installation, |_| {}).await.having_iris(&["1.0.0"]).await;
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
    let head = server.request(Method::HEAD, &path).await;
    assert_eq!((head.status, head.header("content-length")), (200, iris("1.0.0").len().to_string().as_str()));
    let known = server.get(&path).header("if-none-match", head.header("etag")).await;
    assert_eq!(known.status, 304);
}
