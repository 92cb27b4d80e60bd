//! The OpenAPI document: committed, complete, and true.

use std::collections::BTreeSet;
use std::path::Path;

use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::common::{IRIS, Reply, TestServer, address};

fn document() -> Value {
    serde_json::from_str(&registry_server::openapi()).unwrap()
}

/// Every operation, with its method and path.
fn operations(document: &Value) -> Vec<(Method, String, Value)> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push((method.to_uppercase().parse().unwrap(), path.clone(), operation.clone()));
        }
    }
    all
}

#[test]
fn the_committed_documents_are_those_of_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let documents =
        [("openapi.json", registry_server::openapi()), ("openapi-3.0.json", registry_server::openapi_3_0())];
    for (file, of_the_code) in documents {
        let committed = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        assert!(committed == of_the_code, "{file} is not up to date: run `cargo xtask openapi`");
    }
}

#[test]
fn every_operation_is_described() {
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&document()) {
        let name = format!("{method} {path}");
        for text in ["summary", "description"] {
            assert!(operation[text].as_str().is_some_and(|text| !text.is_empty()), "{name}: no {text}");
        }
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{name}: not one tag");
        let id = operation["operationId"].as_str().unwrap();
        assert!(id.contains('_') && id == id.to_lowercase(), "{name}: `{id}` is no verb_resource");
        assert!(ids.insert(id.to_owned()), "{name}: `{id}` is taken");
        for failures in ["4XX", "5XX"] {
            let problem = &operation["responses"][failures]["content"]["application/problem+json"]["schema"];
            assert_eq!(problem["$ref"], "#/components/schemas/Problem", "{name}: {failures}");
        }
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}: {status}");
        }
        assert_eq!(operation["security"].is_null(), !path.starts_with("/api/") && path != "/metrics", "{name}");
    }
}

#[test]
fn every_scalar_property_has_an_example() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let scalar = types(property).iter().any(|name| ["string", "integer", "number", "boolean"].contains(name));
            let exemplary = ["example", "enum"].iter().any(|word| property.get(word).is_some());
            assert!(!scalar || exemplary || schema.get("example").is_some(), "{name}.{field} has no example");
        }
    }
}

#[test]
fn every_schema_is_flat_and_named() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema.get("allOf").is_none(), "{name} is a tower");
        assert!(schema["description"].as_str().is_some_and(|text| !text.is_empty()), "{name} has no description");
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let described = property.get("description").is_some() || property.get("$ref").is_some();
            assert!(described, "{name}.{field} has no description");
        }
    }
}

/// A schema, or the one that it names.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(place) => &document["components"]["schemas"][place.rsplit('/').next().unwrap()],
        None => schema,
    }
}

/// The example of a body: of the operation, or of its schema.
fn example(document: &Value, operation: &Value) -> Option<Value> {
    let content = &operation["requestBody"]["content"]["application/json"];
    let schema = resolved(document, &content["schema"]);
    content.get("example").or_else(|| schema.get("example")).cloned()
}

/// A server with versions and a channel, and what stands in its paths.
async fn furnished() -> (TestServer, Map<String, Value>) {
    let server = TestServer::start().await;
    for version in ["1.0.0", "1.0.1", "1.1.0"] {
        let published = server.publish_iris(version, version).await;
        assert_eq!(published.status, 201, "{published:?}");
    }
    let channel = format!("{}/channels/production", address(IRIS));
    for version in ["1.0.0", "1.1.0"] {
        server.post(&format!("{channel}/promote"), &json!({ "version": version })).await.ok(200);
    }
    let bytes = b"some bytes";
    let digest = registry_core::digest::Digest::of(bytes).to_string();
    let wanted = json!({"sha256": digest, "size": bytes.len(), "line": "1"});
    let upload = server.post(&format!("{}/uploads", address(IRIS)), &wanted).await.ok(201);
    server.user("fraud-ci", "acme", &["publisher"]).await;
    let token = server.get("/api/v1/principals/fraud-ci/tokens").await.items()[0]["id"].clone();
    let parts = json!({
        "principal": "fraud-ci", "token": token,
        "namespace": "acme", "model": "iris", "version": "1.1.0", "path": "model.onnx", "channel": "production",
        "upload": upload["id"], "file": "index.html", "code": "not-found",
    });
    (server, parts.as_object().unwrap().clone())
}

fn filled(template: &str, parts: &Map<String, Value>) -> String {
    parts
        .iter()
        .fold(template.to_owned(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value.as_str().unwrap()))
}

/// The query that a read cannot do without.
fn query(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("compare") => "?base=1.0.0&head=1.1.0",
        Some("search") => "?q=iris",
        Some("events") => "?namespace=acme",
        _ => "",
    }
}

#[tokio::test]
async fn every_example_of_a_body_is_understood() {
    let document = document();
    let (server, parts) = furnished().await;
    for (method, path, operation) in operations(&document) {
        if operation["requestBody"]["content"].get("application/json").is_none() {
            continue;
        }
        let example = example(&document, &operation).unwrap_or_else(|| panic!("{method} {path}: no example"));
        let path = filled(&path, &parts);
        let answer = server.request(method.clone(), &path).json(&example).await;
        assert!(![400, 404, 405, 415].contains(&answer.status), "{method} {path} {example}: {answer:?}");
        assert!(answer.status < 500, "{method} {path}: {answer:?}");
        conforms(&document, &operation, &format!("{method} {path}"), &answer);
    }
}

/// Bodies with a list in the place of each object that this schema describes, with that place.
fn lists_for_objects(document: &Value, schema: &Value, place: &str) -> Vec<(String, Value)> {
    let schema = resolved(document, schema);
    let inner = |part: &Value, place: String, around: &dyn Fn(Value) -> Value| -> Vec<(String, Value)> {
        lists_for_objects(document, part, &place).into_iter().map(|(place, body)| (place, around(body))).collect()
    };
    let mut all = Vec::new();
    if let Some(items) = schema.get("items") {
        all.extend(inner(items, format!("{place}/0"), &|body| json!([body])));
    }
    // An object whose fields nobody lists may be anything.
    if schema["type"] != "object"
        || (schema.get("properties").is_none() && schema.get("additionalProperties").is_none())
    {
        return all;
    }
    all.push((place.to_owned(), json!([])));
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        all.extend(inner(property, format!("{place}/{name}"), &|body| json!({ name: body })));
    }
    if let Some(values) = schema.get("additionalProperties").filter(|values| values.is_object()) {
        all.extend(inner(values, format!("{place}/any"), &|body| json!({ "any": body })));
    }
    all
}

#[tokio::test]
async fn a_list_is_taken_for_no_object() {
    let document = document();
    let (server, parts) = furnished().await;
    let mut asked = 0;
    for (method, path, operation) in operations(&document) {
        let Some(content) = operation["requestBody"]["content"].get("application/json") else { continue };
        for (place, body) in lists_for_objects(&document, &content["schema"], "") {
            let answer = server.request(method.clone(), &filled(&path, &parts)).json(&body).await;
            answer.is_problem(400, "invalid-body");
            let fault = &answer.json()["errors"][0];
            assert_eq!(fault["place"], place, "{method} {path} {body}: {answer:?}");
            assert!(fault["reason"].as_str().unwrap().contains("sequence"), "{method} {path} {body}: {answer:?}");
            asked += 1;
        }
    }
    assert!(asked > 30, "only {asked} bodies have objects");
}

/// What a request is about stands in its URL. A body that says it again, and perhaps otherwise, is refused, so that there
/// is nothing to compare.
#[tokio::test]
async fn no_body_names_what_the_url_names() {
    let document = document();
    let (server, parts) = furnished().await;
    let mut asked = 0;
    for (method, path, operation) in operations(&document) {
        let Some(example) = example(&document, &operation) else { continue };
        for name in parts.keys().filter(|name| path.contains(&format!("{{{name}}}"))) {
            for named in [parts[name].clone(), json!("other")] {
                let mut body = example.clone();
                body[name] = named;
                let answer = server.request(method.clone(), &filled(&path, &parts)).json(&body).await;
                answer.is_problem(400, "invalid-body");
                assert!(
                    answer.text().contains(&format!("unknown field `{name}`")),
                    "{method} {path} {body}: {answer:?}"
                );
                asked += 1;
            }
        }
    }
    assert!(asked > 50, "only {asked} bodies of what is named in a URL");
}

#[tokio::test]
async fn every_read_answers_what_is_documented() {
    let document = document();
    let (server, parts) = furnished().await;
    for (method, path, operation) in operations(&document).into_iter().filter(|(method, ..)| method == Method::GET) {
        let path = format!("{}{}", filled(&path, &parts), query(&path));
        let answer = server.request(method, &path).await;
        assert!((200..300).contains(&answer.status), "{path}: {answer:?}");
        conforms(&document, &operation, &path, &answer);
    }
}

/// Checks an answer against the document: its status, its type, and every field of its body.
fn conforms(document: &Value, operation: &Value, name: &str, answer: &Reply) {
    let status = answer.status.to_string();
    let responses = operation["responses"].as_object().unwrap();
    let range = format!("{}XX", answer.status / 100);
    let Some(response) = responses.get(&status).or_else(|| responses.get(&range)) else {
        assert!(responses.contains_key("308"), "{name}: {status} is not documented, nor that it leads elsewhere");
        return;
    };
    let media_type = answer.header("content-type").split(';').next().unwrap();
    let Some(content) = response["content"].get(media_type) else {
        // Files have the types of their kinds, and so have the parts of Swagger UI; nothing else may surprise.
        let bytes = response["content"].get("application/octet-stream").is_some();
        assert!(bytes || name.starts_with("/docs"), "{name}: {status} {media_type} is not documented");
        return;
    };
    if media_type.ends_with("json") {
        let mut faults = Vec::new();
        let body = answer.json();
        compare(document, &content["schema"], &body, "", &mut faults);
        assert!(faults.is_empty(), "{name} {status}: {faults:#?} in {body:#}");
    }
}

/// The part of JSON Schema that the document uses, strict about what it does not mention.
fn compare(document: &Value, schema: &Value, value: &Value, place: &str, faults: &mut Vec<String>) {
    let schema = resolved(document, schema);
    if let Some(branches) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) {
        let fits = |branch: &&Value| {
            let mut inner = Vec::new();
            compare(document, branch, value, place, &mut inner);
            inner.is_empty()
        };
        if !branches.iter().any(|branch| fits(&branch)) {
            faults.push(format!("{place}: fits no branch"));
        }
        return;
    }
    if value.is_null() && !place.is_empty() {
        faults.push(format!("{place}: null instead of absent"));
    }
    if !types(schema).is_empty() && !types(schema).contains(&kind(value)) {
        faults.push(format!("{place}: {} instead of {:?}", kind(value), types(schema)));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        compare(document, &schema["items"], item, &format!("{place}/{index}"), faults);
    }
    let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) else { return };
    for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(required) {
            faults.push(format!("{place}: `{required}` is missing"));
        }
    }
    for (field, value) in fields {
        match properties.get(field) {
            Some(property) => compare(document, property, value, &format!("{place}/{field}"), faults),
            None => faults.push(format!("{place}: `{field}` is not documented")),
        }
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
