//! A million made-up texts: what the parsers of names accept is in the grammar, all of it is accepted, and it comes out as
//! it went in.

mod generator;
#[expect(dead_code, reason = "the ids of uploads are names of the server")]
mod grammar;
mod paths;

use std::fmt::Display;
use std::str::FromStr;

use generator::Texts;
use registry_core::digest::Digest;
use registry_core::manifest::FilePath;
use registry_core::name::{ChannelName, ModelName, NamespaceName};
use registry_core::reference::Reference;
use registry_core::version::{Line, Version};

/// How a text is read, which returns what comes out again; and whether it should be.
struct Parser {
    what: &'static str,
    read: fn(&str) -> Option<String>,
    fits: fn(&str) -> bool,
    accepted: usize,
}

fn read<T: FromStr + Display>(text: &str) -> Option<String> {
    text.parse::<T>().ok().map(|read| read.to_string())
}

fn parsers() -> Vec<Parser> {
    let parser = |what, read, fits| Parser { what, read, fits, accepted: 0 };
    vec![
        parser("namespace", read::<NamespaceName>, grammar::name),
        parser("model", read::<ModelName>, grammar::name),
        parser("channel", read::<ChannelName>, grammar::channel),
        parser("version", read::<Version>, grammar::version),
        parser("line", read::<Line>, grammar::line),
        parser("digest", read::<Digest>, grammar::digest),
        parser("hexadecimal digest", |text| Digest::from_hex(text).ok().map(|digest| digest.to_hex()), grammar::hex),
        parser("file path", read::<FilePath>, paths::file_path),
    ]
}

/// How many of the texts of one seed each parser accepts.
fn accepted(seed: u64, texts: usize) -> Vec<Parser> {
    let mut parsers = parsers();
    for text in Texts::new(seed).take(texts) {
        for parser in &mut parsers {
            let read = (parser.read)(&text);
            assert_eq!(read.is_some(), (parser.fits)(&text), "{}: {text:?} is read as {read:?}", parser.what);
            if let Some(read) = read {
                assert_eq!(read, text, "{}: another text comes out", parser.what);
                parser.accepted += 1;
            }
        }
    }
    parsers
}

#[test]
fn a_million_texts_are_names_only_where_the_grammar_says_so() {
    std::thread::scope(|scope| {
        let seeds: Vec<_> = (1..=4).map(|seed| scope.spawn(move || accepted(seed, 250_000))).collect();
        for parser in seeds.into_iter().flat_map(|seed| seed.join().unwrap()) {
            assert!((500..200_000).contains(&parser.accepted), "{}: {} accepted", parser.what, parser.accepted);
        }
    });
}

/// A reference takes its first two parts for names, whatever stands around them.
#[test]
fn a_reference_has_two_names() {
    let mut accepted = 0;
    for text in Texts::new(5).take(50_000) {
        for text in [format!("acme/{text}"), format!("{text}/iris@1.0.0"), text] {
            let Ok(read) = text.parse::<Reference>() else { continue };
            let path = text.split('@').next().unwrap_or_default();
            assert_eq!(path, format!("{}/{}", read.namespace, read.model), "{text:?}");
            assert!(path.split('/').all(grammar::name) && path.matches('/').count() == 1, "{text:?}");
            accepted += 1;
        }
    }
    assert!(accepted > 2_500, "{accepted}");
}
