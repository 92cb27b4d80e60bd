//! Principals with tokens, made as an administrator makes them.

use serde_json::{Value, json};

use super::Client;

impl Client {
    /// Makes a user with these roles in a namespace, and a client with their token.
    pub(crate) async fn user(&self, name: &str, namespace: &str, roles: &[&str]) -> Self {
        self.post("/api/v1/principals", &json!({"name": name, "kind": "user"})).await.ok(201);
        if !roles.is_empty() {
            self.member(namespace, name, roles).await;
        }
        self.with_token(&self.new_token(name, &json!({})).await)
    }

    /// Gives a principal these roles in a namespace.
    pub(crate) async fn member(&self, namespace: &str, name: &str, roles: &[&str]) {
        let path = format!("/api/v1/namespaces/{namespace}/members/{name}");
        self.put(&path, &json!({"roles": roles})).await.ok(200);
    }

    /// The secret of a new token of a principal.
    pub(crate) async fn new_token(&self, name: &str, wanted: &Value) -> String {
        let made = self.post(&format!("/api/v1/principals/{name}/tokens"), wanted).await.ok(201);
        made["secret"].as_str().unwrap().to_owned()
    }

    /// The same server, asked with another token.
    pub(crate) fn with_token(&self, token: &str) -> Self {
        let mut client = self.clone();
        token.clone_into(&mut client.token);
        client
    }
}
