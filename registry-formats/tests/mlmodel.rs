//! `MLmodel`: what it adds to the contract, and what is refused.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic as tests do")]

mod beside;
mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use beside::{fails, with};
use common::{one, read};
use registry_core::contract::signature::Binding;
use registry_core::contract::{Dim, Dtype, Field, Kind};
use serde_json::{Value, json};

fn document(inputs: &Value, outputs: &Value) -> String {
    let quoted = |value: &Value| format!("'{}'", value.to_string().replace('\'', "''"));
    format!(
        "artifact_path: model\nflavors:\n  python_function:\n    loader_module: mlflow.sklearn\n    python_version: 3.11.4\n  \
         sklearn:\n    code: null\n    pickled_model: model.pkl\n    serialization_format: cloudpickle\n    \
         sklearn_version: 1.5.2\nmlflow_version: 2.16.0\nsignature:\n  inputs: {}\n  outputs: {}\n  params: null\n",
        quoted(inputs),
        quoted(outputs)
    )
}

fn inputs_of(inputs: &Value) -> BTreeMap<String, Field> {
    with("MLmodel", &document(inputs, &json!([]))).unwrap().signature.inputs
}

fn column(dtype: Dtype) -> Field {
    Field::tensor(dtype, [])
}

#[test]
fn columns_are_values_of_shape_nothing() {
    let names = [
        ("boolean", Dtype::Bool),
        ("integer", Dtype::I32),
        ("long", Dtype::I64),
        ("float", Dtype::F32),
        ("double", Dtype::F64),
        ("string", Dtype::String),
        ("binary", Dtype::Binary),
        ("datetime", Dtype::Datetime),
    ];
    let columns: Vec<Value> =
        names.iter().map(|(name, _)| json!({"name": name, "type": name, "required": true})).collect();
    let inputs = inputs_of(&columns.into());
    for (position, (name, dtype)) in names.iter().enumerate() {
        assert_eq!(inputs[*name], column(*dtype).at(u32::try_from(position).unwrap()), "{name}");
    }
}

#[test]
fn nested_columns_are_read() {
    let inputs = inputs_of(&json!([
        {"name": "tags", "type": "array", "items": {"type": "array", "items": {"type": "string"}}, "required": false},
        {"name": "scores", "type": "map", "values": {"type": "double"}, "optional": true},
        {"name": "message", "type": "object", "properties": {
            "role": {"type": "string", "required": true}, "time": {"type": "datetime", "required": false}}},
        {"name": "anything", "type": "any"},
    ]));
    let list = |inner| Field::new(Kind::List(Box::new(inner)));
    assert_eq!(inputs["tags"], Field { optional: true, ..list(list(column(Dtype::String))).at(0) });
    let scores = Field::new(Kind::Map { key: Dtype::String, value: Box::new(column(Dtype::F64)) });
    assert_eq!(inputs["scores"], Field { optional: true, ..scores.at(1) });
    let Kind::Object(properties) = &inputs["message"].kind else { panic!("an object") };
    assert!(!properties["role"].optional && properties["time"].optional);
    assert_eq!(inputs["anything"].kind, Kind::Opaque("any".to_owned()));
}

#[test]
fn tensors_are_read_with_and_without_names() {
    let inputs = json!([{"name": "image", "type": "tensor", "tensor-spec": {"dtype": "uint8", "shape": [-1, 28, 28]}}]);
    let outputs = json!([{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 10]}}]);
    let signature = with("MLmodel", &document(&inputs, &outputs)).unwrap().signature;
    assert_eq!(signature.inputs["image"], Field::tensor(Dtype::U8, [Dim::any(), Dim::fixed(28), Dim::fixed(28)]).at(0));
    assert_eq!(signature.outputs["output"], Field::tensor(Dtype::F32, [Dim::any(), Dim::fixed(10)]).at(0));
    assert_eq!(signature.binding, Some(Binding::Position));
    let signature = with("MLmodel", &document(&inputs, &inputs)).unwrap().signature;
    assert_eq!(signature.binding, None);
    let unnamed = json!([{"type": "long"}, {"type": "double"}]);
    let names: Vec<String> = inputs_of(&unnamed).into_keys().collect();
    assert_eq!(names, ["input_0", "input_1"]);
}

#[test]
fn every_numpy_type_is_known() {
    for (name, dtype) in [
        ("bool", Dtype::Bool),
        ("int8", Dtype::I8),
        ("int16", Dtype::I16),
        ("int32", Dtype::I32),
        ("int64", Dtype::I64),
        ("uint8", Dtype::U8),
        ("uint16", Dtype::U16),
        ("uint32", Dtype::U32),
        ("uint64", Dtype::U64),
        ("float16", Dtype::F16),
        ("float32", Dtype::F32),
        ("float64", Dtype::F64),
        ("complex64", Dtype::C64),
        ("complex128", Dtype::C128),
        ("str", Dtype::String),
        ("bytes", Dtype::Binary),
        ("datetime64[ns]", Dtype::Datetime),
    ] {
        let inputs = inputs_of(&json!([{"type": "tensor", "tensor-spec": {"dtype": name, "shape": []}}]));
        assert_eq!(inputs["input"], Field::tensor(dtype, []).at(0), "{name}");
    }
}

#[test]
fn params_flavours_and_versions_are_read() {
    let params = r#"[{"name":"temperature","type":"double","default":0.7,"shape":null},{"name":"stop","type":"string","default":["a"],"shape":[-1]},{"name":"o","type":"object","default":{}}]"#;
    let text = format!(
        "flavors:\n  sklearn:\n    sklearn_version: 1.5.2\n  python_function:\n    python_version: 3.11\n    model_version: 7\nsignature:\n  params: '{params}'\n"
    );
    let extraction = with("MLmodel", &text).unwrap();
    let param = &extraction.signature.params["temperature"];
    assert_eq!((param.dtype, param.list, &param.default), (Dtype::F64, false, &json!(0.7)));
    assert!(extraction.signature.params["stop"].list);
    assert_eq!(extraction.signature.params.len(), 2);
    assert!(extraction.notices.iter().any(|notice| notice.contains("parameter `o`")));
    let runtime = extraction.artifact.runtime;
    assert_eq!(runtime.framework.as_deref(), Some("sklearn"));
    let min: Vec<_> = runtime.min.iter().map(|(name, version)| (name.as_str(), version.as_str())).collect();
    assert_eq!(min, [("python", "3.11"), ("sklearn", "1.5.2")]);
    let two = "flavors:\n  xgboost:\n    xgb_version: 2.0.3\n  onnx:\n    onnx_version: 1.16.0\n";
    let runtime = with("MLmodel", two).unwrap().artifact.runtime;
    assert_eq!((runtime.framework, runtime.min["xgboost"].as_str()), (None, "2.0.3"));
}

#[test]
fn what_is_no_signature_is_refused_with_its_place() {
    for (inputs, part) in [
        (
            json!([{"name": "a", "type": "decimal"}]),
            "expected a type of MLflow columns, found `\"decimal\"` at /0/type",
        ),
        (json!([{"name": "a"}]), "expected a text, found nothing at /0/type"),
        (json!([{"name": 1, "type": "long"}]), "expected a text, found `1` at /0/name"),
        (json!([{"name": "a", "type": "array"}]), "expected an object, found nothing at /0/items"),
        (json!([{"name": "a", "type": "object", "properties": {"b": 1}}]), "found `1` at /0/properties/b"),
        (json!([{"name": "a", "type": "long", "required": "no"}]), "expected true or false"),
        (json!([{"name": "a", "type": "long"}, {"name": "a", "type": "long"}]), "expected every name once"),
        (json!([{"name": "a", "type": "long"}, {"type": "long"}]), "expected all columns or all tensors"),
        (json!([{"type": "tensor", "tensor-spec": {"dtype": "float31", "shape": []}}]), "expected a NumPy type"),
        (
            json!([{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-2]}}]),
            "expected sizes from 0, or -1 for any, found `-2`",
        ),
        (json!([{"type": "tensor", "tensor-spec": {"dtype": "float32"}}]), "expected a list of sizes"),
        (json!({"type": "long"}), "expected a list of columns or tensors"),
        (json!([7]), "expected an object, found `7` at /0"),
    ] {
        let message = fails("MLmodel", &document(&inputs, &json!([])));
        assert!(message.starts_with("MLmodel: at byte ") && message.contains(part), "{message}");
    }
}

#[test]
fn errors_name_the_byte() {
    let message = fails("MLmodel", "flavors: {}\nsignature:\n  inputs: '[{]'\n");
    assert!(
        message.starts_with("MLmodel: at byte 33: ") && message.contains("at byte 2 of the JSON text"),
        "{message}"
    );
    let message = fails("MLmodel", "ä: 1\nflavors: [1]\n");
    assert!(message.starts_with("MLmodel: at byte 15: "), "{message}");
    assert!(fails("MLmodel", "a: [\n").starts_with("MLmodel: at byte "));
    let bytes = read(&[("m", one("w")), ("MLmodel", vec![b'a', 0xff])]).unwrap_err().to_string();
    assert_eq!(bytes, "MLmodel: at byte 1: expected UTF-8, found bytes that are none");
}

#[test]
fn yaml_that_explodes_is_refused() {
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(",");
        writeln!(bomb, "a{level}: &a{level} [{aliases}]").unwrap();
    }
    bomb += "flavors:\n  sklearn:\n    x: *a11\n";
    assert!(with("MLmodel", &bomb).is_err());
    assert!(with("MLmodel", &format!("flavors: {}", "[".repeat(100_000))).is_err());
    let mut deep = String::new();
    for level in 0..5_000 {
        writeln!(deep, "{}a:", " ".repeat(level)).unwrap();
    }
    deep.truncate(3 << 20);
    assert!(with("MLmodel", &deep).is_err());
    assert!(with("MLmodel", &"- a\n".repeat(300_000)).is_err());
    assert!(with("MLmodel", "flavors: {}\n---\nflavors: {}\n").is_err());
    assert!(with("MLmodel", "flavors: {}\nflavors: {}\n").is_err());
    assert!(with("MLmodel", &" ".repeat(5 << 20)).unwrap_err().to_string().contains("at most 4194304 bytes"));
}
