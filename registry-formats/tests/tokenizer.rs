//! `tokenizer.json` and `tokenizer_config.json`: what they add to the contract, and what is refused.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic as tests do")]

mod beside;
mod common;

use beside::{fails, with};
use common::{one, read};
use registry_core::contract::signature::{AddedToken, Tokenizer, Vocabulary};
use registry_core::digest::Digest;

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
    let wordpiece =
        tokenizer(r#"{"model":{"type":"WordPiece","vocab":{"[UNK]":0},"continuing_subword_prefix":"\u0023\u0023"}}"#);
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
    assert_eq!(template(r#"{"chat_template":"{{x}}","added_tokens_decoder":{"0":{}}}"#), Some(Digest::of(b"{{x}}")));
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
    for length in 0..text.len() {
        let cut = text.as_bytes()[..length].to_vec();
        assert!(read(&[("m", one("w")), ("tokenizer.json", cut)]).is_err(), "{length}");
    }
}
