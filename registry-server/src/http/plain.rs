//! Makes the schemas of the document as plain as the API is: what is absent is absent and never null, and what is written
//! flat is described flat. Generators of clients stumble over both.

use serde_json::{Map, Value};

/// The document with plain schemas.
pub(crate) fn plain(mut document: Value) -> Value {
    let schemas = document["components"]["schemas"].clone();
    simplify(&mut document, &schemas);
    document
}

fn simplify(value: &mut Value, schemas: &Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| simplify(item, schemas)),
        Value::Object(fields) => {
            flatten(fields, schemas);
            without_null(fields);
            // Examples are data, not schemas.
            let parts = fields.iter_mut().filter(|(name, _)| *name != "example");
            parts.for_each(|(_, part)| simplify(part, schemas));
        }
        _ => {}
    }
}

/// `allOf` of objects becomes one object. What is flattened in as a whole may be absent as a whole.
fn flatten(fields: &mut Map<String, Value>, schemas: &Value) {
    let Some(Value::Array(parts)) = fields.remove("allOf") else { return };
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in &parts {
        let choice = part["oneOf"].as_array().and_then(|branches| branches.iter().find(|branch| !is_null(branch)));
        let object = resolved(choice.unwrap_or(part), schemas);
        properties.extend(object["properties"].as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())));
        if choice.is_none() {
            required.extend(object["required"].as_array().into_iter().flatten().cloned());
        }
    }
    fields.insert("type".to_owned(), "object".into());
    fields.insert("properties".to_owned(), properties.into());
    fields.insert("required".to_owned(), required.into());
}

fn resolved<'a>(schema: &'a Value, schemas: &'a Value) -> &'a Value {
    let name = schema["$ref"].as_str().and_then(|place| place.rsplit('/').next());
    name.map_or(schema, |name| &schemas[name])
}

/// A choice between something and null becomes the something, and a default of null none.
fn without_null(fields: &mut Map<String, Value>) {
    if fields.get("default").is_some_and(Value::is_null) {
        fields.remove("default");
    }
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            fields.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(branches)) = fields.get_mut("oneOf") {
        branches.retain(|branch| !is_null(branch));
        if let [Value::Object(only)] = branches.as_slice() {
            let only = only.clone();
            fields.remove("oneOf");
            fields.extend(only);
        }
    }
}

fn is_null(schema: &Value) -> bool {
    schema["type"] == "null"
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn null_goes_and_towers_fall() {
        let document = json!({"components": {"schemas": {
            "Part": {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}}},
            "Whole": {"allOf": [
                {"oneOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]},
                {"type": "object", "required": ["b"], "properties": {
                    "b": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Part", "description": "d"}]}
                }}
            ]}
        }}});
        let whole = plain(document)["components"]["schemas"]["Whole"].take();
        let expected = json!({"type": "object", "required": ["b"], "properties": {
            "a": {"type": "string"},
            "b": {"$ref": "#/components/schemas/Part", "description": "d"}
        }});
        assert_eq!(whole, expected);
    }
}
