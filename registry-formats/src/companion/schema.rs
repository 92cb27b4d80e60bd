//! The schema of inputs or outputs as MLflow writes it: a list of columns, or a list of tensors.

use std::collections::BTreeMap;

use registry_core::contract::{Dim, Dtype, Field, Kind};
use serde_json::{Map, Value};

use crate::json::excerpt;

/// What is wrong with a JSON value, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) place: String,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Problem {
    pub(super) fn new(place: &str, expected: impl Into<String>, found: &Value) -> Self {
        let found = match found {
            Value::Null => "nothing".to_owned(),
            found => format!("`{}`", excerpt(&found.to_string())),
        };
        Self { place: place.to_owned(), expected: expected.into(), found }
    }
}

/// The inputs or the outputs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Schema {
    pub(super) fields: BTreeMap<String, Field>,
    /// Whether they are tensors; columns are another view of a request than the tensors of a graph.
    pub(super) tensors: bool,
    /// Whether the file names them; if not, callers bind by position.
    pub(super) named: bool,
}

/// Reads a schema. Values without a name are called `input` or `output`, with a number when there are several.
pub(super) fn read(schema: &Value, default_name: &str) -> Result<Schema, Problem> {
    let items = schema.as_array().ok_or_else(|| Problem::new("/", "a list of columns or tensors", schema))?;
    let mut read = Schema { fields: BTreeMap::new(), tensors: false, named: true };
    for (index, item) in items.iter().enumerate() {
        let place = format!("/{index}");
        let members = object(item, &place)?;
        let tensor = members.get("type").and_then(Value::as_str) == Some("tensor");
        let name = members.get("name").filter(|name| !name.is_null());
        let named = name.is_some();
        if index > 0 && (tensor, named) != (read.tensors, read.named) {
            return Err(Problem::new(&place, "all columns or all tensors, all with or all without a name", item));
        }
        (read.tensors, read.named) = (tensor, named);
        let name = match name {
            Some(name) => text(name, &format!("{place}/name"))?.to_owned(),
            None if items.len() == 1 => default_name.to_owned(),
            None => format!("{default_name}_{index}"),
        };
        let field = if tensor { tensor_field(members, &place)? } else { column(members, &place)? };
        let field = field.at(u32::try_from(index).unwrap_or(u32::MAX));
        if read.fields.insert(name, field).is_some() {
            return Err(Problem::new(&place, "every name once", item));
        }
    }
    Ok(read)
}

pub(super) fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Map<String, Value>, Problem> {
    value.as_object().ok_or_else(|| Problem::new(place, "an object", value))
}

pub(super) fn text<'a>(value: &'a Value, place: &str) -> Result<&'a str, Problem> {
    value.as_str().ok_or_else(|| Problem::new(place, "a text", value))
}

fn tensor_field(members: &Map<String, Value>, place: &str) -> Result<Field, Problem> {
    let place = format!("{place}/tensor-spec");
    let spec = object(members.get("tensor-spec").unwrap_or(&Value::Null), &place)?;
    let dtype = spec.get("dtype").unwrap_or(&Value::Null);
    let name = text(dtype, &format!("{place}/dtype"))?;
    let shape = spec.get("shape").and_then(Value::as_array);
    let shape = shape.ok_or_else(|| Problem::new(&format!("{place}/shape"), "a list of sizes", &Value::Null))?;
    let dims = shape.iter().map(|size| match size.as_i64() {
        Some(size) if size >= -1 => Ok(Dim::from_signed(size)),
        _ => Err(Problem::new(&format!("{place}/shape"), "sizes from 0, or -1 for any", size)),
    });
    let dims = dims.collect::<Result<Vec<_>, _>>()?;
    let mut field = Field::new(match numpy_dtype(name) {
        Some(dtype) => Kind::Tensor { dtype, shape: Some(dims) },
        // Python objects of whatever kind.
        None if name == "object" => Kind::Opaque("object".to_owned()),
        None => return Err(Problem::new(&format!("{place}/dtype"), "a NumPy type", dtype)),
    });
    field.optional = is_optional(members, place.as_str())?;
    Ok(field)
}

fn numpy_dtype(name: &str) -> Option<Dtype> {
    Some(match name {
        "bool" => Dtype::Bool,
        "int8" => Dtype::I8,
        "int16" => Dtype::I16,
        "int32" => Dtype::I32,
        "int64" => Dtype::I64,
        "uint8" => Dtype::U8,
        "uint16" => Dtype::U16,
        "uint32" => Dtype::U32,
        "uint64" => Dtype::U64,
        "float16" => Dtype::F16,
        "bfloat16" => Dtype::Bf16,
        "float32" => Dtype::F32,
        "float64" => Dtype::F64,
        "complex64" => Dtype::C64,
        "complex128" => Dtype::C128,
        "str" => Dtype::String,
        "bytes" => Dtype::Binary,
        _ if name.starts_with("datetime64") => Dtype::Datetime,
        _ => return None,
    })
}

/// The types of columns and parameters.
pub(super) fn column_dtype(name: &str) -> Option<Dtype> {
    Some(match name {
        "boolean" => Dtype::Bool,
        "integer" => Dtype::I32,
        "long" => Dtype::I64,
        "float" => Dtype::F32,
        "double" => Dtype::F64,
        "string" => Dtype::String,
        "binary" => Dtype::Binary,
        "datetime" => Dtype::Datetime,
        _ => return None,
    })
}

/// A column, a property or an element: one value of a scalar or nested type.
fn column(members: &Map<String, Value>, place: &str) -> Result<Field, Problem> {
    let kind = members.get("type").unwrap_or(&Value::Null);
    let name = text(kind, &format!("{place}/type"))?;
    let kind = match name {
        "array" => Kind::List(Box::new(nested(members, "items", place)?)),
        "map" => Kind::Map { key: Dtype::String, value: Box::new(nested(members, "values", place)?) },
        "object" => Kind::Object(properties(members, place)?),
        // Vectors of Spark, and values of any type.
        "sparkml_vector" | "any" => Kind::Opaque(name.to_owned()),
        _ => match column_dtype(name) {
            Some(dtype) => Kind::Tensor { dtype, shape: Some(Vec::new()) },
            None => return Err(Problem::new(&format!("{place}/type"), "a type of MLflow columns", kind)),
        },
    };
    Ok(Field { optional: is_optional(members, place)?, ..Field::new(kind) })
}

fn nested(members: &Map<String, Value>, key: &str, place: &str) -> Result<Field, Problem> {
    let place = format!("{place}/{key}");
    column(object(members.get(key).unwrap_or(&Value::Null), &place)?, &place)
}

fn properties(members: &Map<String, Value>, place: &str) -> Result<BTreeMap<String, Field>, Problem> {
    let place = format!("{place}/properties");
    let properties = object(members.get("properties").unwrap_or(&Value::Null), &place)?;
    let fields = properties.iter().map(|(name, value)| {
        let place = format!("{place}/{}", excerpt(name));
        Ok((name.clone(), column(object(value, &place)?, &place)?))
    });
    fields.collect()
}

/// `required: false`, or `optional: true` in older files.
fn is_optional(members: &Map<String, Value>, place: &str) -> Result<bool, Problem> {
    let flag = |key: &str, default: bool| match members.get(key) {
        None | Some(Value::Null) => Ok(default),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(other) => Err(Problem::new(&format!("{place}/{key}"), "true or false", other)),
    };
    Ok(!flag("required", true)? || flag("optional", false)?)
}
