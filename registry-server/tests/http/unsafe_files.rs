//! Files that run code when they are loaded: refused, allowed by a namespace and marked, and promoted by an admin.

use serde_json::{Value, json};

use crate::common::{TestServer, address, iris};

const MODEL: &str = "acme/torch";
const POLICY: &str = "/api/v1/namespaces/acme/policy";
/// What MLflow writes beside a model: the signature of a model whose own files have none.
const MLMODEL: &[u8] = b"flavors:\n  pytorch:\n    pytorch_version: 2.4.0\nsignature:\n  \
    inputs: '[{\"name\": \"x\", \"type\": \"double\"}]'\n  outputs: '[{\"name\": \"y\", \"type\": \"double\"}]'\n";

fn hostile(name: &str) -> Vec<u8> {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../registry-formats/tests/hazards/hostile");
    std::fs::read(format!("{corpus}/{name}")).unwrap()
}

/// Uploads a model of PyTorch with its signature; what a publish says of it.
async fn torch(server: &TestServer, version: &str, file: &str) -> Value {
    let model = server.upload(MODEL, "1", "data/model.bin", &hostile(file)).await;
    let signature = server.upload(MODEL, "1", "MLmodel", MLMODEL).await;
    json!({"version": version, "files": [model, signature]})
}

async fn set_policy(server: &TestServer, files: Value) {
    let seen = server.get(POLICY).await.header("etag").to_owned();
    server.put(POLICY, &json!({"files": files})).if_match(&seen).await.ok(200);
}

async fn allowing() -> TestServer {
    let server = TestServer::start().await;
    server.post("/api/v1/namespaces", &json!({"name": "acme"})).await.ok(201);
    set_policy(&server, json!({"allow_pickle": true})).await;
    server
}

#[tokio::test]
async fn a_pickle_is_refused_with_the_finding_and_the_safe_alternative() {
    let server = TestServer::start().await;
    let body = torch(&server, "1.0.0", "wrong-crc.pt").await;
    let versions = format!("{}/versions", address(MODEL));
    let check = json!({"version": "1.0.0", "files": body["files"]});
    let paths = [versions.clone(), format!("{versions}?dry_run=true")];
    let mut refusals = vec![server.post(&format!("{}/compatibility-checks", address(MODEL)), &check).await];
    for path in &paths {
        refusals.push(server.post(path, &body).await);
    }
    for refused in refusals {
        refused.is_problem(422, "unsafe-format");
        let fault = refused.json()["errors"][0].clone();
        assert_eq!(fault["place"], "data/model.bin!archive/data.pkl");
        assert_eq!(fault["reason"], "a Python pickle; loading it imports and may call posix.system");
        assert!(fault["hint"].as_str().unwrap().contains("safetensors"), "{fault}");
        assert!(refused.json()["detail"].as_str().unwrap().contains("`files.allow_pickle`"), "{refused:?}");
        assert_eq!(refused.json()["details"]["unsafe"][0]["imports"], json!(["posix.system"]));
    }
    server.get(&address(MODEL)).await.is_problem(404, "namespace-not-found");
}

#[tokio::test]
async fn files_without_any_contract_are_refused_as_unsafe_first() {
    let server = TestServer::start().await;
    for (name, file) in
        [("a.bin", "model.tar.gz"), ("b.pkl", "no-stop.pkl"), ("c.npy", "evil.npy"), ("d.7z", "opaque.7z")]
    {
        let file = server.upload(MODEL, "1", name, &hostile(file)).await;
        let refused = server.publish(MODEL, &json!({"version": "1.0.0", "files": [file]})).await;
        refused.is_problem(422, "unsafe-format");
    }
    let every = ["evil.tar", "objects.npz", "lambda.h5"];
    let mut files = Vec::new();
    for name in every {
        files.push(server.upload(MODEL, "1", name, &hostile(name)).await);
    }
    let refused = server.publish(MODEL, &json!({"version": "1.0.0", "files": files})).await.json();
    let places: Vec<&str> =
        refused["errors"].as_array().unwrap().iter().filter_map(|fault| fault["place"].as_str()).collect();
    assert_eq!(places, ["evil.tar!model.pkl", "lambda.h5", "objects.npz!y.npy"]);
}

#[tokio::test]
async fn a_namespace_that_allows_pickles_has_them_marked_everywhere() {
    let server = allowing().await;
    let body = torch(&server, "1.0.0", "torch-evil.pth").await;
    let published = server.publish(MODEL, &body).await;
    assert_eq!(published.status, 201, "{published:?}");
    let expected = json!([{
        "path": "data/model.bin!archive/data.pkl",
        "kind": "pickle",
        "imports": ["posix.system"],
        "reason": "a Python pickle; loading it imports and may call posix.system",
        "alternative": "save weights as safetensors, or the model as ONNX or GGUF, which hold data and no code",
    }]);
    assert_eq!(published.json()["unsafe"], expected);
    let shown = server.get(&format!("{}/versions/1.0.0", address(MODEL))).await.ok(200);
    assert_eq!(shown["unsafe"], expected);
    let list = server.get(&format!("{}/versions", address(MODEL))).await.items();
    assert_eq!(list[0]["unsafe"], expected);
    let found = server.get(&format!("{}/resolve?ref=latest", address(MODEL))).await.ok(200);
    let warning = json!({"code": "unsafe", "reason": "data/model.bin!archive/data.pkl (pickle)"});
    assert_eq!(found["warnings"], json!([warning]));
    // The mark stays when the namespace no longer allows it, and nothing new comes.
    set_policy(&server, json!({})).await;
    assert_eq!(server.get(&format!("{}/versions/1.0.0", address(MODEL))).await.json()["unsafe"], expected);
    let next = torch(&server, "1.0.1", "torch.pt").await;
    server.publish(MODEL, &next).await.is_problem(422, "unsafe-format");
}

#[tokio::test]
async fn a_safe_version_says_nothing_about_safety() {
    let server = allowing().await;
    let file = server.upload("acme/iris", "1", "model.onnx", &iris("1.0.0")).await;
    let published = server.publish("acme/iris", &json!({"version": "1.0.0", "files": [file]})).await.ok(201);
    assert_eq!(published.get("unsafe"), None);
    let found = server.get(&format!("{}/resolve?ref=latest", address("acme/iris"))).await.ok(200);
    assert_eq!(found["warnings"], json!([]));
}

#[tokio::test]
async fn an_admin_promotes_an_unsafe_version_and_it_is_restored() {
    let server = allowing().await;
    let promoter = server.user("ada", "acme", &["promoter"]).await;
    for (version, file) in [("1.0.0", "torch-evil.pth"), ("1.0.1", "torch.pt")] {
        let body = torch(&server, version, file).await;
        assert_eq!(server.publish(MODEL, &body).await.status, 201);
        let promote = format!("{}/channels/production/promote", address(MODEL));
        let refused = promoter.post(&promote, &json!({"version": version})).await;
        refused.is_problem(409, "promotion-refused");
        assert_eq!(refused.json()["details"]["gates"][0]["code"], "unsafe-needs-admin", "{refused:?}");
        server.post(&promote, &json!({"version": version})).await.ok(200);
    }
    let events = server.events("acme").await;
    let denied: Vec<_> = events.iter().filter(|event| event["type"] == "registry.access.denied.v1").collect();
    assert_eq!(denied.len(), 1, "the same within a minute is told once: {denied:#?}");
    assert_eq!(denied[0]["data"]["actor"]["id"], "ada");
    let back = format!("{}/channels/production/rollback", address(MODEL));
    let done = server.post(&back, &json!({"reason": "it is slow"})).key("back").await.ok(200);
    assert_eq!(done["to_version"], "1.0.0");
}

#[tokio::test]
async fn the_namespace_decides_and_its_models_do_not() {
    let server = allowing().await;
    let body = torch(&server, "1.0.0", "torch.pt").await;
    assert_eq!(server.publish(MODEL, &body).await.status, 201);
    let policy = format!("{}/policy", address(MODEL));
    let seen = server.get(&policy).await.header("etag").to_owned();
    let refused = server.put(&policy, &json!({"files": {"allow_pickle": true}})).if_match(&seen).await;
    refused.is_problem(422, "invalid-policy");
    assert_eq!(server.get(POLICY).await.ok(200)["files"], json!({"allow_pickle": true}));
    let seen = server.get(POLICY).await.header("etag").to_owned();
    let nothing = server.put(POLICY, &json!({"files": {"locked": true}})).if_match(&seen).await;
    nothing.is_problem(422, "invalid-policy");
}
