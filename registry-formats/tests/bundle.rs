//! Bundles: which file is the model, sharded models, files of other formats, digests.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic as tests do")]

mod common;

use common::{error, one, read, read_with, safetensors};
use proptest::prelude::*;
use registry_formats::{FormatError, ReadOptions};
use serde_json::json;

/// A length-delimited field of a protobuf message.
fn field(number: u8, content: &[u8]) -> Vec<u8> {
    [&[number << 3 | 2, u8::try_from(content.len()).unwrap()], content].concat()
}

/// An ONNX model with an input `x: f32[N,4]` and an output `y` of the same type.
fn onnx() -> Vec<u8> {
    let shape = [field(1, &field(2, b"N")), field(1, &[8, 4])].concat();
    let tensor = [vec![8, 1], field(2, &shape)].concat();
    let value = |name: &[u8]| [field(1, name), field(2, &field(1, &tensor))].concat();
    let node = [field(1, b"x"), field(2, b"y"), field(4, b"Relu")].concat();
    let graph = [field(1, &node), field(11, &value(b"x")), field(12, &value(b"y"))].concat();
    [vec![8, 8], field(7, &graph), field(8, &[16, 17])].concat()
}

fn tensor_signature(dtype: &str, shape: &str) -> Vec<u8> {
    let inputs = format!(r#"[{{"name":"x","type":"tensor","tensor-spec":{{"dtype":"{dtype}","shape":{shape}}}}}]"#);
    format!("flavors:\n  onnx:\n    onnx_version: 1.16.0\nsignature:\n  inputs: '{inputs}'\n").into_bytes()
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[test]
fn the_model_is_told_by_its_content() {
    for name in ["model.safetensors", "model.onnx", "model.pkl", "a/b/c"] {
        let extraction = read(&[(name, one("w")), ("README.md", text("# A model"))]).unwrap();
        assert_eq!(extraction.artifact.format.as_deref(), Some("safetensors"));
        assert_eq!(extraction.notices, ["`README.md` is neither a model nor a companion: it looks like text"]);
    }
}

#[test]
fn files_of_other_formats_are_named_for_what_they_are() {
    for (bytes, looks) in [
        (&b"PK\x03\x04"[..], "a zip archive, as `.pt`, `.keras` and `.npz` files are"),
        (b"\x80\x04\x95\x00", "a Python pickle"),
        (b"\x1f\x8b\x08\x00", "gzip data"),
        (b"GGUF\x03\x00\x00\x00", "a GGUF model"),
        (b"\x89HDF\r\n\x1a\n", "an HDF5 file, as Keras writes `.h5`"),
        (b"{\"a\":1}", "JSON"),
        (b"hello", "text"),
        (b"", "nothing: it is empty"),
    ] {
        let result = read(&[("model.safetensors", bytes.to_vec())]);
        assert!(matches!(&result, Err(FormatError::Unrecognized { .. })), "{result:?}");
        assert_eq!(
            result.unwrap_err().to_string(),
            format!(
                "model.safetensors: not a model file that can be read: it looks like {looks}; supported are ONNX and safetensors"
            )
        );
    }
}

#[test]
fn a_bundle_without_a_model_says_what_is_there() {
    assert!(error(&[]).contains("there are no files"));
    assert!(error(&[("config.json", text("{}"))]).contains("these files only describe a model"));
    let several = error(&[("a", text("x")), ("b", b"GGUF".to_vec())]);
    assert!(
        several.starts_with("a, b: ") && several.contains("`a` looks like text; `b` looks like a GGUF model"),
        "{several}"
    );
    let many: Vec<(String, Vec<u8>)> = (0..9).map(|number| (number.to_string(), text("x"))).collect();
    let many: Vec<(&str, Vec<u8>)> = many.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())).collect();
    assert!(error(&many).starts_with("0, 1, 2, 3, 4, …: "));
}

#[test]
fn companions_fill_what_an_onnx_model_does_not_say() {
    let config = text(r#"{"id2label":{"0":"a","1":"b"}}"#);
    let files =
        [("m/model.onnx", onnx()), ("MLmodel", tensor_signature("float32", "[-1, 4]")), ("config.json", config)];
    let extraction = read_with(&files, &ReadOptions { digests: true }).unwrap();
    assert_eq!(extraction.artifact.format.as_deref(), Some("onnx"));
    assert_eq!(extraction.signature.inputs["x"].to_string(), "f32[N,4]");
    assert_eq!(extraction.signature.labels.unwrap().len(), 2);
    assert_eq!(extraction.artifact.runtime.min["onnx"], "1.16.0");
    assert!(extraction.artifact.content.is_some());
}

#[test]
fn a_signature_that_contradicts_the_graph_is_refused() {
    for (dtype, shape, shown) in [("float64", "[-1, 4]", "f64[?,4]"), ("float32", "[-1, 5]", "f32[?,5]")] {
        let message = error(&[("model.onnx", onnx()), ("MLmodel", tensor_signature(dtype, shape))]);
        assert_eq!(message, format!("MLmodel: input `x` is {shown}, but model.onnx says f32[N,4]"));
    }
}

#[test]
fn two_models_are_one_too_many() {
    let message = error(&[("a.onnx", onnx()), ("b.onnx", onnx())]);
    assert_eq!(message, "b.onnx: at byte 0: expected one model in a bundle, found another one beside `a.onnx`");
    let message = error(&[("a.onnx", onnx()), ("b.safetensors", one("w"))]);
    assert_eq!(message, "b.safetensors: at byte 0: expected one model in a bundle, found another one beside `a.onnx`");
}

const MLMODEL: &str = "flavors:\n  sklearn:\n    sklearn_version: 1.5.2\nsignature:\n  inputs: '[{\"name\": \"age\", \"type\": \"long\"}]'\n";

#[test]
fn a_signature_beside_an_unknown_model_is_a_contract() {
    let files =
        [("MLmodel", text(MLMODEL)), ("model.pkl", b"\x80\x04\x95".to_vec()), ("requirements.txt", text("numpy"))];
    let extraction = read(&files).unwrap();
    assert_eq!(extraction.artifact.format.as_deref(), Some("pickle"));
    assert_eq!(extraction.artifact.runtime.framework.as_deref(), Some("sklearn"));
    assert!(extraction.signature.inputs.contains_key("age"));
    assert_eq!(extraction.notices.len(), 3);
    let two = [("MLmodel", text(MLMODEL)), ("a.pkl", b"\x80\x04".to_vec()), ("b", b"GGUF".to_vec())];
    assert_eq!(read(&two).unwrap().artifact.format, None, "two formats are none");
    assert!(
        error(&[("MLmodel", text("flavors: {}\n")), ("model.pkl", b"\x80\x04".to_vec())]).contains("a Python pickle")
    );
}

fn index(map: &serde_json::Value) -> Vec<u8> {
    json!({"metadata": {"total_size": 16}, "weight_map": map}).to_string().into_bytes()
}

#[test]
fn an_index_that_fits_is_accepted() {
    let files = [
        ("x/a.safetensors", one("a")),
        ("x/b.safetensors", one("b")),
        ("x/model.safetensors.index.json", index(&json!({"a": "a.safetensors", "b": "b.safetensors"}))),
    ];
    let extraction = read(&files).unwrap();
    assert_eq!(extraction.artifact.weights.tensors.len(), 2);
    assert!(extraction.notices.is_empty());
}

#[test]
fn an_index_that_does_not_fit_is_refused() {
    let cases = [
        (
            json!({"a": "a.safetensors", "b": "c.safetensors"}),
            "expected the shard `c.safetensors` in the bundle, found no such model file",
        ),
        (json!({"a": "a.safetensors", "b": "a.safetensors"}), "expected `b` in `a.safetensors`, found no such tensor"),
        (json!({"a": "a.safetensors", "z": "b.safetensors"}), "expected `z` in `b.safetensors`, found no such tensor"),
        (json!({"a": "a.safetensors"}), "tensor `b` is in no shard, but b.safetensors says that it is there"),
        (json!({"a": 1}), "expected a string"),
        (json!([]), "expected an object from tensors to files"),
    ];
    for (map, part) in cases {
        let files =
            [("a.safetensors", one("a")), ("b.safetensors", one("b")), ("m.safetensors.index.json", index(&map))];
        let message = error(&files);
        assert!(message.starts_with("m.safetensors.index.json: ") && message.contains(part), "{message}");
    }
    let twice = text(r#"{"weight_map":{"a":"a","a":"a"}}"#);
    assert!(error(&[("a", one("a")), ("m.safetensors.index.json", twice)]).contains("found `a` a second time"));
    assert!(
        error(&[("a", one("a")), ("m.safetensors.index.json", text("{}"))]).contains("expected a member `weight_map`")
    );
    let alone = error(&[("m.safetensors.index.json", index(&json!({"a": "a.safetensors"})))]);
    assert!(alone.contains("expected the shard `a.safetensors`"), "{alone}");
}

#[test]
fn a_truncated_shard_is_an_error_and_no_notice() {
    let mut cut = one("b");
    cut.truncate(20);
    assert!(error(&[("a.safetensors", one("a")), ("b.safetensors", cut)]).starts_with("b.safetensors: at byte 0: "));
}

#[test]
fn the_content_digest_is_over_paths_sizes_and_bytes() {
    let content =
        |files: common::Files<'_>| read_with(files, &ReadOptions { digests: true }).unwrap().artifact.content.unwrap();
    let base = content(&[("a", one("w")), ("b.txt", text("x"))]);
    assert_eq!(content(&[("b.txt", text("x")), ("a", one("w"))]), base, "the order does not count");
    assert_ne!(content(&[("a", one("w")), ("c.txt", text("x"))]), base);
    assert_ne!(content(&[("a", one("w")), ("b.txt", text("y"))]), base);
    assert_ne!(content(&[("a", one("w"))]), base);
    let empty = safetensors("{}", 0);
    let row = |path: &str, bytes: &[u8]| {
        let sha256 = registry_core::digest::Digest::of(bytes).to_hex();
        format!(r#"{{"path":"{path}","sha256":"{sha256}","size":{}}}"#, bytes.len())
    };
    let canonical = format!("[{},{}]", row("a", &empty), row("b.txt", b"x"));
    let expected = registry_core::digest::Digest::of(canonical.as_bytes());
    assert_eq!(content(&[("a", empty), ("b.txt", text("x"))]), expected);
}

#[test]
fn what_a_single_file_is_called_does_not_count() {
    let content =
        |files: common::Files<'_>| read_with(files, &ReadOptions { digests: true }).unwrap().artifact.content.unwrap();
    assert_eq!(content(&[("a.safetensors", one("w"))]), registry_core::digest::Digest::of(&one("w")));
    assert_eq!(content(&[("a.onnx", onnx())]), content(&[("net/copy-of-a.onnx", onnx())]));
    assert_ne!(content(&[("a", one("w"))]), content(&[("a", one("v"))]));
}

#[test]
fn two_files_with_one_path_are_refused() {
    let expected = "a/m: two files of the model have this path; give each a path of its own";
    for second in [one("w"), one("v"), text("x")] {
        let files = [("a/m", one("w")), ("README.md", text("x")), ("a/m", second)];
        assert!(matches!(read(&files), Err(FormatError::PathTwice { file }) if file == "a/m"));
        assert_eq!(error(&files), expected);
    }
    read(&[("a/m", one("w")), ("b/m", one("v"))]).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1024), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bundles_never_panic(files in prop::collection::vec(("[a-c./]{0,4}|MLmodel|config.json", prop::collection::vec(any::<u8>(), 0..64)), 0..4)) {
        let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())).collect();
        let _result = read_with(&files, &ReadOptions { digests: true });
    }
}
