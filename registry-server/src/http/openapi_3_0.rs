//! The document as OpenAPI 3.0.3. Not every generator of clients reads 3.1, whose schemas are JSON Schema of 2020; what
//! this one uses beyond 3.0 is little: <https://spec.openapis.org/oas/v3.0.3>.

use serde_json::{Map, Value};

/// What JSON Schema knows and a schema of OpenAPI 3.0 does not.
const UNKNOWN: [&str; 1] = ["propertyNames"];

/// The media type of an alternative answer that a generated client could not type.
const LINES: &str = "application/x-ndjson";

/// The document in the older version.
pub(crate) fn as_3_0(mut document: Value) -> Value {
    document["openapi"] = "3.0.3".into();
    if let Some(license) = document["info"]["license"].as_object_mut() {
        license.remove("identifier");
    }
    downgrade(&mut document);
    document
}

fn downgrade(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(downgrade),
        Value::Object(fields) => {
            lone_reference(fields);
            fields.retain(|name, _| !UNKNOWN.contains(&name.as_str()) && name != LINES);
            // Examples are data, and no part of the document's own language.
            fields.iter_mut().filter(|(name, _)| *name != "example").for_each(|(_, part)| downgrade(part));
        }
        _ => {}
    }
}

/// In 3.0 nothing may stand beside a reference.
fn lone_reference(fields: &mut Map<String, Value>) {
    if fields.get("$ref").is_some_and(Value::is_string) {
        fields.retain(|name, _| name == "$ref");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_3_0_does_not_know_goes_and_examples_stay() {
        let newer = json!({
            "openapi": "3.1.0",
            "info": {"license": {"name": "MIT", "identifier": "MIT"}},
            "schema": {"propertyNames": {"type": "string"}, "example": {"propertyNames": 1, "$ref": "x", "y": 2}},
            "part": {"$ref": "#/a", "description": "d"},
            "content": {"application/json": {"a": 1}, "application/x-ndjson": {"b": 1}},
        });
        let older = json!({
            "openapi": "3.0.3",
            "info": {"license": {"name": "MIT"}},
            "schema": {"example": {"propertyNames": 1, "$ref": "x", "y": 2}},
            "part": {"$ref": "#/a"},
            "content": {"application/json": {"a": 1}},
        });
        assert_eq!(as_3_0(newer), older);
    }
}
