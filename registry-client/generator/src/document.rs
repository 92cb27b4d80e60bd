//! What progenitor 0.15 would otherwise get wrong, put into words that it knows. Each point is listed in `docs/clients.md`.

use serde_json::{Map, Value};

/// What people read in a browser is no operation of a program.
const FOR_BROWSERS: [&str; 2] = ["/docs", "/openapi"];

/// Lists that limit what may be done.
const LIMITS: [&str; 2] = ["scopes", "promoters"];

/// Reads a document and prepares it for the generator.
pub(crate) fn read(text: &str) -> serde_json::Result<openapiv3::OpenAPI> {
    let mut document: Value = serde_json::from_str(text)?;
    prepare(&mut document);
    if let Some(paths) = document["paths"].as_object_mut() {
        paths.retain(|path, _| !FOR_BROWSERS.iter().any(|start| path.starts_with(start)));
    }
    serde_json::from_value(document)
}

fn prepare(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(prepare),
        Value::Object(fields) => {
            problems_are_json(fields);
            keys_are_texts(fields);
            counts_have_no_sign(fields);
            answers_may_grow(fields);
            limits_are_absent_or_not(fields);
            fields.iter_mut().filter(|(name, _)| *name != "example").for_each(|(_, part)| prepare(part));
        }
        _ => {}
    }
}

/// A failure is typed only where its media type is plain JSON; any other is a stream of bytes.
fn problems_are_json(fields: &mut Map<String, Value>) {
    if let Some(problem) = fields.remove("application/problem+json") {
        fields.insert("application/json".to_owned(), problem);
    }
}

/// A text with limits becomes a type of its own in every operation. The server checks the limits.
fn keys_are_texts(fields: &mut Map<String, Value>) {
    if fields.get("in").is_some_and(|place| place == "header")
        && let Some(Value::Object(schema)) = fields.get_mut("schema")
    {
        schema.retain(|name, _| !["minLength", "maxLength"].contains(&name.as_str()));
    }
}

/// A type that refuses what it does not know would refuse the whole answer of a newer server that has one field more. The
/// server itself checks what it is sent. An object without fields stays closed: there is nothing that it could be.
fn answers_may_grow(fields: &mut Map<String, Value>) {
    let has_fields = fields.get("properties").and_then(Value::as_object).is_some_and(|members| !members.is_empty());
    if has_fields && fields.get("additionalProperties") == Some(&Value::Bool(false)) {
        fields.remove("additionalProperties");
    }
}

/// A list that may be left out becomes a plain list, which is left out when it is empty. Where a list limits what may be done,
/// no list is everything, and must not come from one that has lost its last item.
fn limits_are_absent_or_not(fields: &mut Map<String, Value>) {
    let Some(properties) = fields.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (_, list) in properties.iter_mut().filter(|(name, _)| LIMITS.contains(&name.as_str())) {
        if let Value::Object(list) = list {
            list.insert("nullable".to_owned(), true.into());
        }
    }
}

/// A number that is never negative is told by its least value; the generator goes by the format alone.
fn counts_have_no_sign(fields: &mut Map<String, Value>) {
    let is_count = fields.get("minimum").and_then(Value::as_u64).is_some();
    let format = match fields.get("format").and_then(Value::as_str) {
        Some("int32") if is_count => "uint32",
        Some("int64") if is_count => "uint64",
        None if is_count && fields.get("type").is_some_and(|name| name == "integer") => "uint64",
        _ => return,
    };
    fields.insert("format".to_owned(), format.into());
    fields.remove("minimum");
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_with_fields_takes_more_of_them_and_an_empty_one_stays_closed() {
        let mut schemas = json!({
            "Policy": {
                "type": "object",
                "properties": {"part": {"type": "object", "properties": {"a": {}}, "additionalProperties": false}},
                "additionalProperties": false,
            },
            "Labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "Nothing": {"type": "object", "additionalProperties": false},
            "NothingElse": {"type": "object", "properties": {}, "additionalProperties": false},
        });
        let closed = [schemas["Labels"].clone(), schemas["Nothing"].clone(), schemas["NothingElse"].clone()];
        prepare(&mut schemas);
        let open = json!({"type": "object", "properties": {"part": {"type": "object", "properties": {"a": {}}}}});
        assert_eq!(schemas["Policy"], open);
        assert_eq!([&schemas["Labels"], &schemas["Nothing"], &schemas["NothingElse"]], closed.each_ref());
    }
}
