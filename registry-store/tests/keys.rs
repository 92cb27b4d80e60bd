//! A million made-up texts: none is read as the key of a blob that lies elsewhere than its own names say, and no key that is
//! built lies outside its prefix.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../../registry-core/tests/names/generator.rs"]
mod generator;
#[expect(dead_code, reason = "a key has no channel and no version")]
#[path = "../../registry-core/tests/names/grammar.rs"]
mod grammar;

use std::collections::HashSet;

use generator::Texts;
use registry_core::digest::Digest;
use registry_core::name::{ModelName, NamespaceName};
use registry_core::version::Line;
use registry_store::blobs::{BlobKey, BlobPrefix};

/// `{namespace}/{model}/lines/{line}/sha256/{first two}/{hex}`.
fn fits(text: &str) -> bool {
    match text.split('/').collect::<Vec<_>>().as_slice() {
        [namespace, model, "lines", line, "sha256", first, hex] => {
            let names = grammar::name(namespace) && grammar::name(model);
            names && grammar::line(line) && grammar::hex(hex) && hex.starts_with(first) && first.len() == 2
        }
        _ => false,
    }
}

/// Whether a text is under a folder, as a path of a file system or of a bucket reads it.
fn is_under(text: &str, folder: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-/".contains(c);
    let steps = text.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    steps.is_some_and(|rest| text.chars().all(plain) && rest.split('/').all(|step| !["", ".", ".."].contains(&step)))
}

/// The parts of keys, replaced as the texts bring new ones.
struct Parts {
    namespace: NamespaceName,
    model: ModelName,
    line: Line,
}

impl Parts {
    /// Takes a text for whatever it is; says whether it is something.
    fn take(&mut self, text: &str) -> bool {
        let (namespace, model, line) = (text.parse(), text.parse(), text.parse());
        let taken = namespace.is_ok() || line.is_ok();
        // Not both names at once, so that keys have two.
        match (namespace, model) {
            (Ok(namespace), _) if text.len().is_multiple_of(2) => self.namespace = namespace,
            (_, Ok(model)) => self.model = model,
            _ => {}
        }
        self.line = line.unwrap_or(self.line);
        taken
    }

    fn key(&self, text: &str) -> BlobKey {
        let sha256 = Digest::of(text.as_bytes());
        BlobKey { namespace: self.namespace.clone(), model: self.model.clone(), line: self.line, sha256 }
    }
}

/// How many keys were built, and how many texts were read as one.
fn keys(seed: u64, texts: usize) -> (usize, usize) {
    let mut parts = Parts { namespace: "acme".parse().unwrap(), model: "fraud".parse().unwrap(), line: Line::Major(1) };
    let (mut built, mut read, mut known) = (0, 0, HashSet::new());
    for text in Texts::new(seed).take(texts) {
        let parsed = text.parse::<BlobKey>();
        assert_eq!(parsed.is_ok(), fits(&text), "{text:?} is read as {parsed:?}");
        if let Ok(key) = parsed {
            assert_eq!(key.to_string(), text, "another text comes out");
            read += 1;
        }
        // A short name comes again and again.
        if parts.take(&text) && known.insert(text.clone()) {
            let key = parts.key(&text);
            let (namespace, model) = (key.namespace.clone(), key.model.clone());
            let (written, prefix) = (key.to_string(), key.prefix().to_string());
            assert!(is_under(&written, &prefix), "{written:?} is not under {prefix:?}");
            let of_model = BlobPrefix::Model(namespace.clone(), model).to_string();
            assert!(is_under(&prefix, &of_model), "{prefix:?} is not under {of_model:?}");
            let of_namespace = BlobPrefix::Namespace(namespace).to_string();
            assert!(is_under(&of_model, &of_namespace), "{of_model:?} is not under {of_namespace:?}");
            assert!(fits(&written) && written.parse() == Ok(key), "{written:?}");
            built += 1;
        }
    }
    (built, read)
}

#[test]
fn a_million_texts_make_no_key_outside_its_prefix() {
    std::thread::scope(|scope| {
        let seeds: Vec<_> = (11..=14).map(|seed| scope.spawn(move || keys(seed, 250_000))).collect();
        for (built, read) in seeds.into_iter().map(|seed| seed.join().unwrap()) {
            assert!(built > 5_000 && read > 1_000, "{built} built, {read} read");
        }
    });
}
