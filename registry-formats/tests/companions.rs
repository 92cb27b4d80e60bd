//! Companions: what each of them adds to the contract, and what is refused.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic as tests do")]

mod common;

use std::collections::BTreeMap;

use common::{error, one, read, safetensors};
use proptest::prelude::*;
use registry_core::contract::field::Label;
use registry_core::contract::signature::{AddedToken, Binding, Tokenizer, Vocabulary};
use registry_core::contract::{Dim, Dtype, Field, Kind};
use registry_core::digest::Digest;
use registry_formats::{Extraction, FormatError};
use serde_json::{Value, json};

fn with(path: &str, text: &str) -> Result<Extraction, FormatError> {
    read(&[("model.safetensors", one("w")), (path, text.as_bytes().to_vec())])
}

fn fails(path: &str, text: &str) -> String {
    with(path, text).expect_err(text).to_string()
}

mod config {
    use super::*;

    #[test]
    fn labels_and_context_length_are_read() {
        let text = r#"{"architectures":["BertForSequenceClassification"],"id2label":{"1":"dog","0":"cat","2":3},
            "label2id":{"cat":0},"vocab_size":30522,"max_position_embeddings":512,"model_type":"bert","torch_dtype":"float32"}"#;
        let extraction = with("config.json", text).unwrap();
        let signature = extraction.signature;
        let labels = ["cat", "dog", "3"].map(|label| Label::Text(label.to_owned()));
        assert_eq!(signature.labels.as_deref(), Some(&labels[..]));
        assert_eq!(signature.context_length, Some(512));
        assert_eq!(signature.architecture, None, "declared only");
        let metadata = extraction.artifact.metadata;
        assert_eq!(metadata["config.architectures"], "BertForSequenceClassification");
        assert_eq!(metadata["config.vocab_size"], "30522");
        assert_eq!(extraction.artifact.runtime.framework, None);
    }

    #[test]
    fn placeholders_and_nulls_are_no_facts() {
        for text in [
            r#"{"id2label":{"0":"LABEL_0","1":"LABEL_1"},"max_position_embeddings":-1}"#,
            r#"{"id2label":null,"max_position_embeddings":null,"vocab_size":null}"#,
            r#"{"id2label":{}}"#,
            "{}",
        ] {
            let signature = with("config.json", text).unwrap().signature;
            assert_eq!((signature.labels, signature.context_length), (None, None), "{text}");
        }
        let signature = with("config.json", r#"{"n_positions":1024}"#).unwrap().signature;
        assert_eq!(signature.context_length, Some(1024));
    }

    #[test]
    fn gaps_in_the_indices_are_refused() {
        for (text, part) in [
            (r#"{"id2label":{"0":"a","2":"b"}}"#, "expected every index from 0 to 1, found no index 1"),
            (r#"{"id2label":{"1":"a"}}"#, "found no index 0"),
            (r#"{"id2label":{"0":"a","00":"b"}}"#, "found no index 1"),
            (r#"{"id2label":{"x":"a"}}"#, "expected a number"),
            (r#"{"id2label":{"-1":"a"}}"#, "expected a number"),
            (r#"{"id2label":{"0":[]}}"#, "expected a text"),
            (r#"{"id2label":["a"]}"#, "expected an object from indices to classes"),
            (r#"{"id2label":{"0":"a","0":"b"}}"#, "found `0` a second time"),
            (r#"{"vocab_size":1,"vocab_size":2}"#, "found `vocab_size` a second time"),
            ("[]", "expected a model configuration as a JSON object, found sequence"),
            ("", "at byte 0: expected well-formed JSON, found EOF while parsing a value"),
            ("{} {}", "at byte 3: expected well-formed JSON, found trailing characters"),
            ("{\"a\":\n\n tru}", "at byte 11: expected ident, found something else"),
        ] {
            let message = fails("config.json", text);
            assert!(message.starts_with("config.json: at byte ") && message.contains(part), "{text}: {message}");
        }
    }

    #[test]
    fn what_explodes_is_refused() {
        let nested = format!("{{\"x\":{}", "[".repeat(100_000));
        assert!(fails("config.json", &nested).contains("recursion limit"));
        let wide = format!("{{\"architectures\":[{}0]}}", "0,".repeat(600_000));
        assert!(fails("config.json", &wide).contains("expected fewer values"));
        let members: String = (0..20_000).map(|member| format!("\"{member}\":0,")).collect();
        assert!(fails("config.json", &format!("{{{members}\"z\":0}}")).contains("at most 10000 members"));
        let large = format!("{{\"x\":\"{}\"}}", "a".repeat(9 << 20));
        assert!(fails("config.json", &large).contains("expected at most 8388608 bytes"));
    }
}

mod mlmodel {
    use super::*;

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
        let inputs =
            json!([{"name": "image", "type": "tensor", "tensor-spec": {"dtype": "uint8", "shape": [-1, 28, 28]}}]);
        let outputs = json!([{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 10]}}]);
        let signature = with("MLmodel", &document(&inputs, &outputs)).unwrap().signature;
        assert_eq!(
            signature.inputs["image"],
            Field::tensor(Dtype::U8, [Dim::any(), Dim::fixed(28), Dim::fixed(28)]).at(0)
        );
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
            bomb += &format!("a{level}: &a{level} [{aliases}]\n");
        }
        bomb += "flavors:\n  sklearn:\n    x: *a11\n";
        assert!(with("MLmodel", &bomb).is_err());
        assert!(with("MLmodel", &format!("flavors: {}", "[".repeat(100_000))).is_err());
        let mut deep = String::new();
        for level in 0..5_000 {
            deep += &format!("{}a:\n", " ".repeat(level));
        }
        deep.truncate(3 << 20);
        assert!(with("MLmodel", &deep).is_err());
        assert!(with("MLmodel", &"- a\n".repeat(300_000)).is_err());
        assert!(with("MLmodel", "flavors: {}\n---\nflavors: {}\n").is_err());
        assert!(with("MLmodel", "flavors: {}\nflavors: {}\n").is_err());
        assert!(with("MLmodel", &" ".repeat(5 << 20)).unwrap_err().to_string().contains("at most 4194304 bytes"));
    }
}

mod tokenizer {
    use super::*;

    fn tokenizer(text: &str) -> Tokenizer {
        with("tokenizer.json", text).unwrap().signature.assets.tokenizer.unwrap()
    }

    fn bpe(merges: &str, rest: &str) -> String {
        format!(
            r#"{{"version":"1.0","truncation":null,"added_tokens":[
            {{"id":0,"content":"<s>","special":true,"lstrip":false}},{{"id":3,"content":"<|user|>","special":false}}],
            "pre_tokenizer":{{"type":"ByteLevel"}},{rest}
            "model":{{"vocab":{{"<s>":0,"b":2,"a":1}},"merges":{merges},"type":"BPE"}}}}"#
        )
    }

    #[test]
    fn bpe_is_read() {
        let read = tokenizer(&bpe(r#"["a b"]"#, ""));
        assert_eq!(read.kind, "bpe");
        let vocab = Vocabulary::new(vec![(0, "<s>".into()), (1, "a".into()), (2, "b".into())]);
        assert_eq!((read.vocab.as_ref().unwrap(), read.vocab.as_ref().unwrap().size), (&vocab, 3));
        let token = |id, text: &str| AddedToken { id, text: text.to_owned() };
        assert_eq!(read.special_tokens.into_iter().collect::<Vec<_>>(), [token(0, "<s>")]);
        assert_eq!(read.added_tokens.into_iter().collect::<Vec<_>>(), [token(3, "<|user|>")]);
    }

    #[test]
    fn the_pipeline_is_one_digest() {
        let base = tokenizer(&bpe(r#"["a b","b a"]"#, "")).pipeline;
        assert!(base.is_some());
        let same = |merges: &str, rest: &str| tokenizer(&bpe(merges, rest)).pipeline == base;
        assert!(same(r#"[["a","b"],["b","a"]]"#, ""), "both spellings of a merge are one");
        assert!(same(r#"["a b","b a"]"#, r#""normalizer":null,"padding":{"x":1},"#));
        assert!(!same(r#"["b a","a b"]"#, ""), "the order of merges counts");
        assert!(!same(r#"["a b"]"#, ""));
        assert!(!same(r#"["a b","b a"]"#, r#""normalizer":{"type":"NFC"},"#));
        assert!(!same(r#"["a b","b a"]"#, r#""decoder":{"type":"ByteLevel"},"#));
        let options = bpe(r#"["a b","b a"]"#, "")
            .replace(r#""type":"BPE""#, r#""type":"BPE","ignore_merges":false,"unk_token":null"#);
        assert_eq!(tokenizer(&options).pipeline, base, "an option that is off is as good as none");
        let options = bpe(r#"["a b","b a"]"#, "").replace(r#""type":"BPE""#, r#""type":"BPE","byte_fallback":true"#);
        assert_ne!(tokenizer(&options).pipeline, base);
    }

    #[test]
    fn the_other_algorithms_are_read() {
        let unigram =
            |score: &str| format!(r#"{{"model":{{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["a",{score}]]}}}}"#);
        let read = tokenizer(&unigram("-1.5"));
        assert_eq!(read.kind, "unigram");
        assert_eq!(read.vocab.unwrap(), Vocabulary::new(vec![(1, "a".into()), (0, "<unk>".into())]));
        assert_ne!(tokenizer(&unigram("-1.6")).pipeline, read.pipeline, "scores decide on the ids");
        let wordpiece = tokenizer(
            r#"{"model":{"type":"WordPiece","vocab":{"[UNK]":0},"continuing_subword_prefix":"\u0023\u0023"}}"#,
        );
        assert_eq!(wordpiece.kind, "wordpiece");
        for (model, kind) in [
            (r#"{"vocab":{},"merges":[]}"#, "bpe"),
            (r#"{"vocab":[]}"#, "unigram"),
            (r###"{"vocab":{},"continuing_subword_prefix":"##"}"###, "wordpiece"),
            (r#"{"vocab":{},"unk_token":"?"}"#, "wordlevel"),
        ] {
            assert_eq!(tokenizer(&format!(r#"{{"model":{model}}}"#)).kind, kind);
        }
    }

    #[test]
    fn the_chat_template_belongs_to_the_tokenizer() {
        let files = |config: &str| {
            [
                ("m", one("w")),
                ("tokenizer.json", bpe("[]", "").into_bytes()),
                ("tokenizer_config.json", config.as_bytes().to_vec()),
            ]
        };
        let template = |config: &str| read(&files(config)).unwrap().signature.assets.tokenizer.unwrap().chat_template;
        assert_eq!(
            template(r#"{"chat_template":"{{x}}","added_tokens_decoder":{"0":{}}}"#),
            Some(Digest::of(b"{{x}}"))
        );
        assert!(template(r#"{"chat_template":[{"name":"default","template":"x"}]}"#).is_some());
        assert_eq!(template(r#"{"chat_template":null}"#), None);
        let alone = with("tokenizer_config.json", r#"{"chat_template":"x"}"#).unwrap();
        assert!(alone.signature.assets.is_empty());
        assert!(alone.notices.iter().any(|notice| notice.contains("tokenizer_config.json")), "{:?}", alone.notices);
    }

    #[test]
    fn what_is_no_tokenizer_is_refused() {
        for (text, part) in [
            ("{}".to_owned(), "expected a member `model`"),
            (r#"{"model":null}"#.to_owned(), "expected the model of a tokenizer as a JSON object, found null"),
            (r#"{"model":{"vocab":{"a":0,"b":1,"a":2}}}"#.to_owned(), "found `a` twice"),
            (r#"{"model":{"vocab":{"a":-1}}}"#.to_owned(), "expected u64, found integer `-1`"),
            (r#"{"model":{"vocab":3}}"#.to_owned(), "expected a vocabulary"),
            (r#"{"model":{"vocab":[["a"]]}}"#.to_owned(), "expected a tuple of size 2"),
            (r#"{"model":{"merges":["ab"]}}"#.to_owned(), "expected a merge"),
            (r#"{"model":{"merges":["a b c"]}}"#.to_owned(), "expected a merge"),
            (r#"{"model":{"merges":[["a"]]}}"#.to_owned(), "expected a merge"),
            (r#"{"added_tokens":[{"id":0}]}"#.to_owned(), "expected a member `content`"),
            (format!(r#"{{"normalizer":{}"#, "[".repeat(100_000)), "recursion limit"),
            (format!(r#"{{"normalizer":[{}0]}}"#, "0,".repeat(300_000)), "expected fewer values"),
            (format!(r#"{{"x":"{}"}}"#, "a".repeat(64 << 20)), "expected at most 67108864 bytes"),
        ] {
            let message = fails("tokenizer.json", &text);
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn every_truncation_is_refused() {
        let text = bpe(r#"["a b"]"#, "");
        for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
            assert!(with("tokenizer.json", &text[..length]).is_err(), "{length}");
        }
    }
}

#[test]
fn frameworks_come_from_the_weights_first() {
    let weights = safetensors(r#"{"__metadata__":{"format":"pt"}}"#, 0);
    let files =
        [("m", weights), ("MLmodel", b"flavors:\n  transformers:\n    transformers_version: 4.40.0\n".to_vec())];
    let runtime = read(&files).unwrap().artifact.runtime;
    assert_eq!((runtime.framework.as_deref(), runtime.min["transformers"].as_str()), (Some("pytorch"), "4.40.0"));
}

#[test]
fn the_companion_that_stands_highest_counts() {
    let config = |length: u32| format!(r#"{{"max_position_embeddings":{length}}}"#).into_bytes();
    let extraction = read(&[
        ("a/config.json", config(1)),
        ("config.json", config(2)),
        ("b/config.json", config(3)),
        ("m", one("w")),
    ])
    .unwrap();
    assert_eq!(extraction.signature.context_length, Some(2));
    assert_eq!(extraction.notices.len(), 2, "{:?}", extraction.notices);
    assert!(error(&[("x/config.json", b"{".to_vec()), ("m", one("w"))]).starts_with("x/config.json: at byte 1: "));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_companions_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..100), text in "[\\[\\]{}:,\"'a-c0-9&*<!|>%@\\n -]{0,60}") {
        for path in ["config.json", "MLmodel", "tokenizer.json", "tokenizer_config.json", "x.safetensors.index.json"] {
            let _result = read(&[("m", one("w")), (path, bytes.clone())]);
            let _result = with(path, &text);
        }
    }

    #[test]
    fn mutated_companions_never_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0_usize..3) {
        let (path, text) = [
            ("MLmodel", "flavors:\n  sklearn:\n    sklearn_version: 1.5.2\nsignature:\n  inputs: '[{\"name\": \"a\", \"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float32\", \"shape\": [-1]}}]'\n"),
            ("tokenizer.json", r#"{"added_tokens":[{"id":0,"content":"a","special":true}],"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}"#),
            ("config.json", r#"{"id2label":{"0":"a","1":"b"},"max_position_embeddings":512}"#),
        ][which];
        let mut bytes = text.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _result = read(&[("m", one("w")), (path, bytes)]);
    }
}
