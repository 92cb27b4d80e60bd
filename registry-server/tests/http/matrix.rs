//! Who may do what, as one table: every operation of the document, asked by everyone there is. What each operation needs is
//! written here once more, by hand; an operation without a row fails the test.

use reqwest::Method;
use serde_json::{Value, json};

use crate::common::models::MODEL;
use crate::common::{Client, TestServer};
use crate::operations::{Operation, operations};

/// What an operation needs, and what it answers to whoever has it: a body that no operation takes changes nothing.
const ROWS: &[(&str, &str, u16)] = &[
    ("GET /healthz", "public", 200),
    ("GET /readyz", "public", 200),
    ("GET /metrics", "enter", 200),
    ("GET /openapi.json", "public", 200),
    ("GET /openapi-3.0.json", "public", 200),
    ("GET /docs", "public", 200),
    ("GET /docs/{file}", "public", 200),
    ("GET /problems/{code}", "public", 200),
    ("GET /api/v1/meta", "enter", 200),
    ("GET /api/v1/me", "signed-in", 200),
    ("GET /api/v1/me/tokens", "signed-in", 200),
    ("POST /api/v1/me/tokens", "signed-in", 400),
    ("DELETE /api/v1/me/tokens/{token}", "signed-in", 400),
    ("GET /api/v1/principals", "registry", 200),
    ("POST /api/v1/principals", "registry", 400),
    ("GET /api/v1/principals/{principal}", "registry", 404),
    ("PATCH /api/v1/principals/{principal}", "registry", 400),
    ("GET /api/v1/principals/{principal}/tokens", "registry", 404),
    ("POST /api/v1/principals/{principal}/tokens", "registry", 400),
    ("DELETE /api/v1/principals/{principal}/tokens/{token}", "registry", 400),
    ("GET /api/v1/namespaces/{namespace}/members", "read", 200),
    ("PUT /api/v1/namespaces/{namespace}/members/{principal}", "admin", 400),
    ("DELETE /api/v1/namespaces/{namespace}/members/{principal}", "admin", 400),
    ("GET /api/v1/namespaces", "enter", 200),
    ("POST /api/v1/namespaces", "registry", 400),
    ("GET /api/v1/namespaces/{namespace}", "read", 200),
    ("PATCH /api/v1/namespaces/{namespace}", "admin", 400),
    ("GET /api/v1/namespaces/{namespace}/policy", "read", 200),
    ("PUT /api/v1/namespaces/{namespace}/policy", "admin", 400),
    ("GET /api/v1/namespaces/{namespace}/models", "read", 200),
    ("POST /api/v1/namespaces/{namespace}/models", "publish", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}", "read", 200),
    ("PATCH /api/v1/namespaces/{namespace}/models/{model}", "publish", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/policy", "read", 200),
    ("PUT /api/v1/namespaces/{namespace}/models/{model}/policy", "admin", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/archive", "admin", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/restore", "admin", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/compatibility-checks", "read", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/uploads", "publish", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}", "publish", 200),
    ("DELETE /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}", "publish", 204),
    ("PUT /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content", "publish", 415),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links", "publish", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts", "publish", 400),
    ("PUT /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}", "publish", 415),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete", "publish", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions", "read", 200),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions", "publish", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}", "read", 200),
    ("PATCH /api/v1/namespaces/{namespace}/models/{model}/versions/{version}", "publish", 400),
    ("DELETE /api/v1/namespaces/{namespace}/models/{model}/versions/{version}", "admin", 409),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path}", "read", 200),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank", "publish", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank", "publish", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate", "publish", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate", "publish", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable", "admin", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable", "admin", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/resolve", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/compare", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/channels", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}", "read", 200),
    ("PUT /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}", "admin", 400),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions", "read", 200),
    ("GET /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target", "read", 200),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote", "promote", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback", "promote", 400),
    ("POST /api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear", "promote", 400),
    ("GET /api/v1/events", "read", 200),
    ("GET /api/v1/search", "enter", 200),
    ("POST /api/v1/admin/fsck", "registry", 400),
];

/// Who asks, and what they have: the permissions, beside those that need none.
struct Caller {
    name: &'static str,
    client: Option<Client>,
    has: &'static [&'static str],
    /// Whether they may know of the namespace.
    sees: bool,
}

impl Caller {
    fn known(name: &'static str, client: Client, has: &'static [&'static str]) -> Self {
        Self { name, client: Some(client), has, sees: has.contains(&"read") }
    }

    /// Nobody, or somebody whose token opens nothing.
    fn nobody(name: &'static str, client: Option<Client>) -> Self {
        Self { name, client, has: &[], sees: false }
    }

    /// The status that they get.
    fn expects(&self, needs: &str, allowed: u16) -> u16 {
        let is_nobody = self.has.is_empty();
        let in_namespace = ["read", "publish", "promote", "admin"].contains(&needs);
        match needs {
            "public" => allowed,
            _ if is_nobody => 401,
            _ if self.has.contains(&needs) => allowed,
            _ if in_namespace && !self.sees => 404,
            _ => 403,
        }
    }
}

/// A private namespace with a model, and everyone who may ask for it.
async fn callers(server: &TestServer) -> Vec<Caller> {
    let client = |name: &'static str, roles: &'static [&'static str]| server.user(name, "acme", roles);
    let expired = server.with_token(&{
        let expired = client("expired", &["admin"]).await;
        server.installation.execute("UPDATE tokens SET expires_at = created_at WHERE principal = 'expired'").await;
        expired.token
    });
    let revoked = client("revoked", &["admin"]).await;
    let id = revoked.get("/api/v1/me").await.ok(200)["token"]["id"].as_str().unwrap().to_owned();
    revoked.request(Method::DELETE, &format!("/api/v1/me/tokens/{id}")).await.ok(200);
    let disabled = client("disabled", &["admin"]).await;
    server.patch("/api/v1/principals/disabled", &json!({"disabled": true})).await.ok(200);
    let mut tampered = server.token.clone();
    let last = tampered.pop();
    tampered.push(if last == Some('0') { '1' } else { '0' });
    let scope = json!({"scopes": [{"actions": ["publish"], "namespace": "acme", "model": "iris"}]});
    let scoped = server.with_token(&server.new_token("admin", &scope).await);
    vec![
        Caller::nobody("anonymous", None),
        Caller::nobody("expired", Some(expired)),
        Caller::nobody("revoked", Some(revoked)),
        Caller::nobody("disabled", Some(disabled)),
        Caller::nobody("tampered", Some(server.with_token(&tampered))),
        Caller::known("reader", client("reader", &["reader"]).await, &["enter", "signed-in", "read"]),
        Caller::known(
            "publisher",
            client("publisher", &["publisher"]).await,
            &["enter", "signed-in", "read", "publish"],
        ),
        Caller::known("promoter", client("promoter", &["promoter"]).await, &["enter", "signed-in", "read", "promote"]),
        Caller::known(
            "admin",
            client("chief", &["admin"]).await,
            &["enter", "signed-in", "read", "publish", "promote", "admin"],
        ),
        Caller::known("other namespace", server.user("other", "elsewhere", &["admin"]).await, &["enter", "signed-in"]),
        Caller::known("limited to publish", scoped, &["enter", "signed-in", "read", "publish"]),
        Caller::known(
            "administrator",
            server.client.clone(),
            &["enter", "signed-in", "read", "publish", "promote", "admin", "registry"],
        ),
    ]
}

/// The path of an operation, at what is there, with the queries that it must have.
fn path(operation: &Operation) -> String {
    let query = match operation.template.as_str() {
        template if template.ends_with("/compare") => "?base=1.0.0&head=1.1.0",
        template if template.ends_with("/resolve") => "?ref=1.0.0",
        "/api/v1/events" => "?namespace=acme",
        "/api/v1/search" => "?q=iris",
        _ => "",
    };
    let template = operation.template.replace("{version}", "1.0.0").replace("{model}", "iris");
    crate::operations::filled(&template.replace("{namespace}", "acme"), &operation.spec) + query
}

/// Whether a token that is limited to one model sees less than the rest of its namespace.
fn is_of_no_model(operation: &Operation) -> bool {
    !operation.template.contains("{model}")
}

#[tokio::test]
async fn everyone_may_do_what_the_table_says() {
    let server =
        TestServer::start_with(|config| config.behind_proxy = true).await.having_iris(&["1.0.0", "1.1.0"]).await;
    for version in ["1.0.0", "1.1.0"] {
        server.promote(version).await.ok(200);
    }
    server.post("/api/v1/namespaces", &json!({"name": "elsewhere"})).await.ok(201);
    let tag = server.get("/api/v1/namespaces/acme").await.header("etag").to_owned();
    server.patch("/api/v1/namespaces/acme", &json!({"private": true})).if_match(&tag).await.ok(200);
    let callers = callers(&server).await;
    let before = server.get(MODEL).await.json();
    let (mut cells, mut wrong) = (0, Vec::new());
    let operations = operations(&server).await;
    for operation in &operations {
        let name = operation.name();
        let row = ROWS.iter().find(|(operation, ..)| *operation == name);
        let (_, needs, allowed) = row.unwrap_or_else(|| panic!("`{name}` has no row: say who may do it"));
        assert_eq!(operation.spec["x-permission"], *needs, "{name}");
        for caller in &callers {
            let mut expected = caller.expects(needs, *allowed);
            let is_limited = caller.name == "limited to publish" && is_of_no_model(operation);
            if is_limited && ["read", "publish", "promote", "admin"].contains(needs) {
                expected = 404;
            }
            // Whoever may GET may HEAD, and nobody else.
            let methods =
                if operation.is_write() { vec![operation.method.clone()] } else { vec![Method::GET, Method::HEAD] };
            for method in methods {
                let answer = ask(&server, caller.client.as_ref(), (&method, operation)).await;
                cells += 1;
                if answer != expected {
                    wrong.push(format!("{method} of {name} as {}: {answer}, not {expected}", caller.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cells} cells are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(ROWS.len(), operations.len(), "a row stands for no operation");
    assert_eq!(server.get(MODEL).await.json(), before, "an operation of the table changed something");
    println!("{cells} cells: {} operations, {} callers", operations.len(), callers.len());
}

/// The status of an operation for somebody. Writes carry a body that none of them takes.
async fn ask(server: &TestServer, client: Option<&Client>, (method, operation): (&Method, &Operation)) -> u16 {
    let path = path(operation);
    let request = match client {
        Some(client) => client.request(method.clone(), &path),
        None => server.anonymous(method.clone(), &path),
    };
    let request = if operation.is_write() { request.json(&json!("no operation takes this")) } else { request };
    request.await.status
}

#[tokio::test]
async fn strangers_of_this_machine_read_what_is_not_private() {
    let server = TestServer::with_iris(&["1.0.0", "1.1.0"]).await;
    for version in ["1.0.0", "1.1.0"] {
        server.promote(version).await.ok(200);
    }
    let mut statuses = Vec::new();
    for private in [false, true] {
        let tag = server.get("/api/v1/namespaces/acme").await.header("etag").to_owned();
        server.patch("/api/v1/namespaces/acme", &json!({"private": private})).if_match(&tag).await.ok(200);
        for operation in operations(&server).await {
            let name = operation.name();
            let (_, needs, allowed) = ROWS.iter().find(|(operation, ..)| *operation == name).unwrap();
            let expected = match *needs {
                "public" | "enter" => *allowed,
                "read" if !operation.is_write() => {
                    if private {
                        404
                    } else {
                        *allowed
                    }
                }
                _ => 401,
            };
            let answer = ask(&server, None, (&operation.method, &operation)).await;
            statuses.push((answer == expected, name, private, answer, expected));
        }
    }
    let wrong: Vec<_> = statuses.iter().filter(|(is_right, ..)| !is_right).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is not there and what one may not know of look alike, to the byte.
#[tokio::test]
async fn what_is_hidden_looks_as_if_it_were_not_there() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let tag = server.get("/api/v1/namespaces/acme").await.header("etag").to_owned();
    server.patch("/api/v1/namespaces/acme", &json!({"private": true})).if_match(&tag).await.ok(200);
    server.post("/api/v1/namespaces", &json!({"name": "open"})).await.ok(201);
    let bob = server.user("bob", "open", &["admin"]).await;
    let shape = |answer: Value, name: &str| {
        let mut answer = answer;
        answer["request_id"] = Value::Null;
        answer.to_string().replace(name, "NAME")
    };
    for path in
        ["", "/policy", "/members", "/models", "/models/iris", "/models/iris/resolve", "/models/iris/versions/1.0.0"]
    {
        let ask = async |name: &str| {
            let answer = bob.get(&format!("/api/v1/namespaces/{name}{path}")).await;
            answer.is_problem(404, "namespace-not-found");
            shape(answer.json(), name)
        };
        assert_eq!(ask("acme").await, ask("nope").await, "{path}");
    }
    let listed = bob.get("/api/v1/namespaces").await.items();
    assert_eq!(listed.iter().map(|row| row["name"].as_str().unwrap()).collect::<Vec<_>>(), ["open"]);
    assert!(bob.get("/api/v1/search?q=iris").await.items().is_empty());
}

/// The guard and the handler read the same place out of a path, however it is written, and nothing makes a read a write.
#[tokio::test]
async fn no_spelling_of_a_request_goes_around_the_guard() {
    let server = TestServer::with_iris(&["1.0.0"]).await;
    let tag = server.get("/api/v1/namespaces/acme").await.header("etag").to_owned();
    server.patch("/api/v1/namespaces/acme", &json!({"private": true})).if_match(&tag).await.ok(200);
    server.post("/api/v1/namespaces", &json!({"name": "open"})).await.ok(201);
    let eve = server.user("eve", "open", &["reader"]).await;
    for spelling in
        ["acme", "%61cme", "a%63me", "%61%63%6d%65", "%2561cme", "acme%2Fmodels", "open%2F..%2Facme", "ACME"]
    {
        let path = format!("/api/v1/namespaces/{spelling}/models/iris");
        let refused = eve.get(&path).await;
        assert!([400, 404].contains(&refused.status), "{spelling}: {refused:?}");
        assert!(!refused.text().contains("1.0.0"), "{spelling}");
    }
    assert_eq!(server.get("/api/v1/namespaces/%61cme/models/iris").await.ok(200)["name"], "iris");
    for path in [
        "/api/v1/events?namespace=acme",
        "/api/v1/events?namespace=%61cme",
        "/api/v1/events?namespace=open&namespace=acme",
    ] {
        assert!([400, 404].contains(&eve.get(path).await.status), "{path}");
    }
    for header in ["x-http-method-override", "x-http-method", "x-method-override"] {
        let path = "/api/v1/namespaces/open/models/iris";
        eve.get(path).header(header, "DELETE").await.is_problem(404, "model-not-found");
    }
    let admin = format!("Bearer {}", server.token);
    for (name, value) in
        [("x-forwarded-user", "admin"), ("x-forwarded-for", "127.0.0.1"), ("x-original-url", "/healthz")]
    {
        let asked = eve.post("/api/v1/namespaces", &json!({"name": "mine"})).header(name, value);
        asked.await.is_problem(403, "forbidden");
    }
    let two = eve.get("/api/v1/namespaces/acme").header("authorization", &admin);
    assert!([400, 401, 404].contains(&two.await.status), "two tokens are none");
}
