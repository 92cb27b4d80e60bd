//! The parameters of a signature as MLflow writes them.

use std::collections::BTreeMap;

use registry_core::contract::signature::Param;
use serde_json::Value;

use super::schema::{Problem, column_dtype, object, text};
use crate::json::Quoted;

/// The parameters that a contract can hold, and notices about the others.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) params: BTreeMap<String, Param>,
    pub(super) notices: Vec<String>,
}

/// Reads the list. A parameter of an object type is left out with a notice: a contract has scalars and lists of them.
pub(super) fn read(schema: &Value) -> Result<Params, Problem> {
    let items = schema.as_array().ok_or_else(|| Problem::new("/", "a list of parameters", schema))?;
    let mut read = Params::default();
    for (index, item) in items.iter().enumerate() {
        let place = format!("/{index}");
        let members = object(item, &place)?;
        let name = text(members.get("name").unwrap_or(&Value::Null), &format!("{place}/name"))?.to_owned();
        let kind = members.get("type").unwrap_or(&Value::Null);
        let kind_name = text(kind, &format!("{place}/type"))?;
        if kind_name == "object" {
            read.notices.push(format!("parameter {} is not part of the contract: it is an object", Quoted(&name)));
            continue;
        }
        let dtype = column_dtype(kind_name)
            .ok_or_else(|| Problem::new(&format!("{place}/type"), "a type of MLflow parameters", kind))?;
        let param = Param {
            dtype,
            list: members.get("shape").is_some_and(|shape| !shape.is_null()),
            default: members.get("default").cloned().unwrap_or_default(),
            range: None,
            values: None,
            deprecated: false,
        };
        if read.params.insert(name, param).is_some() {
            return Err(Problem::new(&place, "every name once", item));
        }
    }
    Ok(read)
}
