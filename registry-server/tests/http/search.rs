//! Search by name.

use serde_json::json;

use crate::common::TestServer;

#[tokio::test]
async fn models_are_found_by_a_part_of_a_name() {
    let server = TestServer::with_iris(&["1.0.0", "1.0.1"]).await;
    for name in ["irises", "roses"] {
        server.post("/api/v1/namespaces/acme/models", &json!({"name": name})).await.ok(201);
    }
    let found = server.get("/api/v1/search?q=IRI").await.json();
    let names: Vec<_> = found["items"].as_array().unwrap().iter().map(|hit| hit["name"].clone()).collect();
    assert_eq!(names, ["iris", "irises"]);
    assert_eq!((&found["items"][0]["latest"], found["items"][1].get("latest")), (&json!("1.0.1"), None));
    let first = server.get("/api/v1/search?q=acme&page_size=2").await.json();
    let token = first["next_page_token"].as_str().unwrap();
    let rest = server.get(&format!("/api/v1/search?q=acme&page_size=2&page_token={token}")).await.json();
    assert_eq!((&rest["items"][0]["name"], rest.get("next_page_token")), (&json!("roses"), None));
    assert_eq!(server.get("/api/v1/search?q=tulip").await.json(), json!({"items": []}));
    for query in ["", "?q=", "?q=%20", "?q=a&sort=x"] {
        let reply = server.get(&format!("/api/v1/search{query}")).await;
        reply.is_problem(400, "invalid-query");
    }
}
