//! Made-up names in paths, sent as they are: what is no name is refused, and what is stored lies where its names say.

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::{TestServer, address, sha256};

#[path = "../../../registry-core/tests/names/generator.rs"]
mod generator;
#[expect(dead_code, reason = "not every kind of name stands in a path here")]
#[path = "../../../registry-core/tests/names/grammar.rs"]
mod grammar;

/// How many texts are tried, each in several requests.
const TEXTS: usize = 1500;

/// The file of every upload.
const BYTES: &str = "test";

/// Every byte in its escape, so that what arrives is the text and nothing else.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}

/// The status of the answer to a request whose target is sent as it stands.
async fn status(server: &TestServer, method: &str, target: &str, body: &str) -> u16 {
    let (token, length) = (&server.token, body.len());
    let request = format!(
        "{method} {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{body}"
    );
    let answer = server.raw(request.as_bytes()).await;
    let status = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    let status = status.unwrap_or_else(|| panic!("{method} {target:?}: {answer:?}"));
    assert!((200..500).contains(&status) && status / 100 != 3, "{method} {target:?}: {answer:?}");
    // The HTTP library alone answers without a body, and only to what is no HTTP.
    let plain = target.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c));
    let problem = status < 300 || answer.to_lowercase().contains("content-type: application/problem+json");
    assert!(problem || (!plain && status == 400), "{method} {target:?}: {answer:?}");
    status
}

/// The upload of the bytes to a model.
fn upload(namespace: &str, model: &str) -> String {
    let digest = sha256(BYTES.as_bytes());
    format!("/api/v1/namespaces/{namespace}/models/{model}/uploads/1-{}-{digest}/content", BYTES.len())
}

#[tokio::test]
async fn what_is_no_name_is_refused_and_what_is_stored_lies_under_its_names() {
    let server = TestServer::start().await;
    let (mut models, mut uploads) = (BTreeSet::new(), 0);
    for text in generator::Texts::new(21).take(TEXTS) {
        let (whole, name) = (escaped(&text), grammar::name(&text));
        for (namespace, model) in [(text.as_str(), "iris"), ("acme", text.as_str())] {
            let found = status(&server, "PUT", &upload(&escaped(namespace), &escaped(model)), BYTES).await;
            assert_eq!(found == 200, name, "{namespace:?}/{model:?}: {found}");
            if name {
                models.insert(format!("{namespace}/{model}"));
            }
        }
        let found = status(&server, "GET", &format!("{}/uploads/{whole}", address("acme/iris")), "").await;
        assert_eq!(found == 200, grammar::upload(&text), "upload {text:?}: {found}");
        uploads += usize::from(found == 200);
        // As it stands it may be a name, more of the path, a query, or no HTTP at all.
        status(&server, "GET", &format!("/api/v1/namespaces/{text}/models/{text}"), "").await;
        status(&server, "GET", &format!("/{text}"), "").await;
    }
    assert!(models.len() > TEXTS / 20 && uploads > TEXTS / 100, "{} models, {uploads} uploads", models.len());
    if server.installation.blobs_url().is_none() {
        let digest = sha256(BYTES.as_bytes());
        let (first, _) = digest.split_at(2);
        let keys: BTreeSet<String> =
            models.iter().map(|model| format!("{model}/lines/1/sha256/{first}/{digest}")).collect();
        assert_eq!(files(&server.installation.data.path().join("blobs")), keys);
    }
}

/// The files below a folder, staging left out, relative to it.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        match entry.file_type().unwrap().is_dir() {
            true if name == ".staging" => {}
            true => found.extend(files(&entry.path()).into_iter().map(|file| format!("{name}/{file}"))),
            false => drop(found.insert(name)),
        }
    }
    found
}
