//! The operations that the OpenAPI document lists: tests that walk over all of them walk over a new one from its first day.

use reqwest::Method;
use serde_json::Value;

use crate::common::{Request, TestServer};

/// One documented operation, with the examples of its parameters in its path.
pub(crate) struct Operation {
    pub(crate) method: Method,
    pub(crate) template: String,
    pub(crate) path: String,
    pub(crate) spec: Value,
}

impl Operation {
    pub(crate) fn all(document: &Value) -> Vec<Self> {
        let mut operations = Vec::new();
        for (template, item) in document["paths"].as_object().unwrap() {
            for (method, spec) in item.as_object().unwrap() {
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                let path = filled(template, spec);
                operations.push(Self { method, template: template.clone(), path, spec: spec.clone() });
            }
        }
        assert!(operations.len() > 20, "the document lists the routes");
        operations
    }

    pub(crate) fn request(&self, server: &TestServer) -> Request {
        server.request(self.method.clone(), &self.path)
    }

    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }

    pub(crate) fn takes_json(&self) -> bool {
        self.spec["requestBody"]["content"].get("application/json").is_some()
    }

    pub(crate) fn parameters(&self, place: &str) -> Vec<String> {
        let all = self.spec["parameters"].as_array().into_iter().flatten();
        let here = all.filter(|parameter| parameter["in"] == place);
        here.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect()
    }

    pub(crate) fn is_write(&self) -> bool {
        self.method != Method::GET
    }
}

/// The path with the examples of its parameters.
pub(crate) fn filled(template: &str, spec: &Value) -> String {
    let mut path = template.to_owned();
    for parameter in spec["parameters"].as_array().into_iter().flatten().filter(|parameter| parameter["in"] == "path") {
        let name = parameter["name"].as_str().unwrap();
        let example = parameter.get("example").or_else(|| parameter["schema"].get("example"));
        let example = example.unwrap_or_else(|| panic!("{template}: `{name}` has no example"));
        let example = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
        path = path.replace(&format!("{{{name}}}"), &example);
    }
    assert!(!path.contains('{'), "{template}: a part of the path is not documented");
    path
}

/// The operations that a server documents.
pub(crate) async fn operations(server: &TestServer) -> Vec<Operation> {
    Operation::all(&server.get("/openapi.json").await.ok(200))
}
