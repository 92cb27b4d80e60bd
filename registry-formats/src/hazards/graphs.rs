//! Layers and operations that run code or touch files: Keras Lambda layers and file operations of TensorFlow.

use std::io::Read;

use registry_core::hazard::{Hazard, HazardKind};

use super::Scan;
use super::content::read_some;
use super::kind::Graph;

/// How Keras names the layer, without white space and escapes.
const LAMBDA: &[u8] = br#""class_name":"Lambda""#;
/// `NodeDef.op`, field 2, with its length: the operations that read and write files.
const FILE_OPS: &[&[u8]] = &[b"\x12\x08ReadFile", b"\x12\x09WriteFile"];
const WINDOW: usize = 64 << 10;

impl Scan {
    /// Reads a model through and says which unsafe layers and operations it names.
    pub(super) fn graph(&mut self, graph: Graph, stream: &mut dyn Read, path: &str) {
        let mut lambda = Matcher::new(LAMBDA);
        let mut operations: Vec<(&[u8], Matcher)> = Vec::new();
        if graph == Graph::Protobuf {
            operations.extend(FILE_OPS.iter().map(|operation| (*operation, Matcher::new(operation))));
        }
        let mut text = Normal::default();
        let mut window = vec![0; WINDOW];
        loop {
            let read = read_some(stream, &mut window);
            for byte in window.get(..read).unwrap_or_default() {
                text.feed(*byte, &mut lambda);
                for (_, matcher) in &mut operations {
                    matcher.feed(*byte);
                }
            }
            if read == 0 {
                break;
            }
        }
        if lambda.found {
            let reason = "a Keras Lambda layer: loading it runs Python bytecode that stands in the file";
            self.report(hazard(path, HazardKind::KerasLambda, reason.to_owned()));
        }
        for (operation, _) in operations.iter().filter(|(_, matcher)| matcher.found) {
            let name = String::from_utf8_lossy(operation.get(2..).unwrap_or_default());
            let reason = format!("the TensorFlow operation {name}: running the model reads or writes files");
            self.report(hazard(path, HazardKind::TensorflowFileOp, reason));
        }
    }
}

fn hazard(path: &str, kind: HazardKind, reason: String) -> Hazard {
    Hazard { path: path.to_owned(), kind, imports: Vec::new(), reason }
}

/// Looks for a word in bytes that come one after another.
struct Matcher {
    word: &'static [u8],
    /// How far back to go on a mismatch, as Knuth, Morris and Pratt have it.
    back: Vec<usize>,
    at: usize,
    found: bool,
}

impl Matcher {
    fn new(word: &'static [u8]) -> Self {
        let mut back = vec![0; word.len()];
        let mut length = 0;
        for index in 1..word.len() {
            while length > 0 && word.get(index) != word.get(length) {
                length = back.get(length - 1).copied().unwrap_or_default();
            }
            length += usize::from(word.get(index) == word.get(length));
            if let Some(entry) = back.get_mut(index) {
                *entry = length;
            }
        }
        Self { word, back, at: 0, found: false }
    }

    fn feed(&mut self, byte: u8) {
        while self.at > 0 && self.word.get(self.at) != Some(&byte) {
            self.at = self.back.get(self.at - 1).copied().unwrap_or_default();
        }
        self.at += usize::from(self.word.get(self.at) == Some(&byte));
        if self.at == self.word.len() {
            self.found = true;
            self.at = self.back.last().copied().unwrap_or_default();
        }
    }
}

/// Makes JSON comparable: white space goes, and an escape `\u00XX` becomes what it stands for.
#[derive(Default)]
struct Normal {
    escape: Vec<u8>,
}

impl Normal {
    fn feed(&mut self, byte: u8, matcher: &mut Matcher) {
        if self.escape.is_empty() {
            match byte {
                b'\\' => self.escape.push(byte),
                b' ' | b'\t' | b'\r' | b'\n' => {}
                _ => matcher.feed(byte),
            }
            return;
        }
        self.escape.push(byte);
        let is_open = match self.escape.as_slice() {
            [_, b'u', digits @ ..] => digits.len() < 4 && digits.iter().all(u8::is_ascii_hexdigit),
            _ => false,
        };
        if !is_open {
            let escape = std::mem::take(&mut self.escape);
            match decoded(&escape) {
                Some(byte) => matcher.feed(byte),
                None => escape.iter().for_each(|byte| matcher.feed(*byte)),
            }
        }
    }
}

fn decoded(escape: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(escape.get(2..6)?).ok()?;
    u8::from_str_radix(digits.strip_prefix("00")?, 16)
        .ok()
        .filter(u8::is_ascii_alphanumeric)
        .or_else(|| (digits.eq_ignore_ascii_case("005f")).then_some(b'_'))
}
