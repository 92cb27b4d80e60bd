//! JSON that is read as a stream: a file is never held as a whole, a key stands once, nesting and the number of values
//! are bounded, and every error knows its byte.

mod object;
mod stream;
mod tree;

use std::cell::Cell;
use std::fmt;

use serde::de::DeserializeSeed;
use serde_json::Value;

pub(crate) use object::{Object, ObjectSeed};
pub(crate) use tree::{Skipped, TreeSeed};

use crate::bundle::NamedFile;
use crate::error::FormatError;
use stream::Stream;

/// How many characters of a text an error repeats: names in hostile files can be megabytes long.
const EXCERPT: usize = 120;

/// A part of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// The offset of its first byte.
    pub(crate) start: u64,
    /// The number of its bytes.
    pub(crate) length: u64,
}

/// Reads the one JSON text that a part of a file holds.
///
/// `position` is kept at the offset of the byte that is read next, so that a seed can note where things stand. An error
/// names the byte at which reading stopped: the wrong one, or the first behind a value that is well-formed but wrong.
pub(crate) fn parse<S>(file: NamedFile<'_>, span: Span, position: &Cell<u64>, seed: S) -> Result<S::Value, FormatError>
where
    S: DeserializeSeed<'static>,
{
    let mut deserializer = serde_json::Deserializer::from_reader(Stream::new(file.bytes, span, position));
    let parsed = seed.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    parsed.map_err(|error| {
        // The byte that cannot be is the last one that was read, unless it is the missing one.
        let past = u64::from(!error.is_eof());
        let offset = position.get().saturating_sub(past).max(span.start);
        convert(file.path, offset, error)
    })
}

/// Reads a whole file of at most `limit` bytes into an object.
pub(crate) fn read_object<T: Object>(file: NamedFile<'_>, limit: u64, object: &mut T) -> Result<(), FormatError> {
    let length = size_within(file, limit)?;
    parse(file, Span { start: 0, length }, &Cell::new(0), ObjectSeed(object))
}

/// The size of a file that is only read when it is not larger than `limit` bytes.
pub(crate) fn size_within(file: NamedFile<'_>, limit: u64) -> Result<u64, FormatError> {
    let size = file.size()?;
    if size > limit {
        return Err(file.malformed(limit, format!("at most {limit} bytes"), format!("a file of {size}")));
    }
    Ok(size)
}

/// More values than any text inside of another file has.
const VALUES: u32 = 500_000;

/// Reads a JSON text that stands inside of another file: the tree, or the byte within the text, what was expected and
/// what was found.
pub(crate) fn tree_of(text: &str) -> Result<Value, (usize, String, String)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = TreeSeed { left: &Cell::new(VALUES) }.deserialize(&mut deserializer);
    parsed.and_then(|value| deserializer.end().map(|()| value)).map_err(|error| {
        let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let (expected, found) = explain(&error);
        (line_start + error.column().saturating_sub(1), expected, found)
    })
}

fn convert(path: &str, offset: u64, error: serde_json::Error) -> FormatError {
    if error.is_io() {
        return FormatError::Io { file: path.to_owned(), source: error.into() };
    }
    let (expected, found) = explain(&error);
    FormatError::Malformed { file: path.to_owned(), offset, expected, found }
}

/// What was expected and what was found, taken out of the texts that serde and its visitors write.
fn explain(error: &serde_json::Error) -> (String, String) {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    if let Some(member) = text.strip_prefix("missing field ") {
        return (format!("a member {member}"), "an object without it".to_owned());
    }
    if let Some(member) = text.strip_prefix("duplicate field ") {
        return ("every key of an object once".to_owned(), format!("{member} a second time"));
    }
    if let Some(expected) = text.strip_prefix("expected ") {
        return (expected.to_owned(), "something else".to_owned());
    }
    let (found, expected) = text.rsplit_once(", expected ").unwrap_or((text, "well-formed JSON"));
    let found = ["invalid type: ", "invalid value: ", "invalid length: "]
        .iter()
        .find_map(|prefix| found.strip_prefix(prefix))
        .unwrap_or(found);
    (expected.to_owned(), excerpt(found))
}

/// The text, cut where it gets long.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A name in backticks, without control characters and not too long.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", excerpt(self.0).escape_debug())
    }
}
