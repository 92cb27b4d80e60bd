//! Companions: what each of them adds to the contract, and what is refused.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic as tests do")]

mod beside;
mod common;

use beside::{fails, with};
use common::{error, one, read, safetensors};
use proptest::prelude::*;
use registry_core::contract::field::Label;

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
        let members: String =
            (0..20_000).flat_map(|member| [String::from("\""), member.to_string(), String::from("\":0,")]).collect();
        assert!(fails("config.json", &format!("{{{members}\"z\":0}}")).contains("at most 10000 members"));
        let large = format!("{{\"x\":\"{}\"}}", "a".repeat(9 << 20));
        assert!(fails("config.json", &large).contains("expected at most 8388608 bytes"));
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
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2048), failure_persistence: None, ..ProptestConfig::default() })]

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
