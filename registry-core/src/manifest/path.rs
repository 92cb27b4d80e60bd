//! Paths of files inside a version: one spelling that every system can store and no client can be hurt by.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The longest path, in bytes. Four segments of the longest name, and half of the shortest `PATH_MAX` in use.
pub const MAX_PATH_LENGTH: usize = 1024;

/// The longest segment of a path, in bytes: `NAME_MAX` of every common file system.
pub const MAX_SEGMENT_LENGTH: usize = 255;

/// The path of a file inside a version, for example `onnx/model.onnx`.
///
/// It is relative, has forward slashes and is in Unicode normal form C. A client can join it to a folder and stays
/// inside: there is no `..`, no backslash, no leading slash and no drive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FilePath(String);

/// Why a text is not the path of a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a file path: {rule}; {hint}")]
pub struct FilePathError {
    /// The text as given, with control characters escaped, cut after [`MAX_PATH_LENGTH`] characters.
    pub text: String,
    /// The rule that it breaks, and where.
    pub rule: PathRule,
    /// What to write instead.
    pub hint: String,
}

/// The rule of paths that a text breaks. Positions count characters, and segments, from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathRule {
    /// There is no text.
    #[error("it is empty")]
    Empty,
    /// There is too much text.
    #[error("it is {length} bytes long, the limit is {MAX_PATH_LENGTH}")]
    TooLong {
        /// The number of bytes.
        length: usize,
    },
    /// Windows would read it as a place on another drive.
    #[error("it starts with a Windows drive")]
    Drive,
    /// It starts at the root of the file system.
    #[error("it starts with `/`, but paths are relative")]
    Absolute,
    /// A character has no place in a path.
    #[error("{what} at position {position} is not allowed")]
    Character {
        /// The character in words.
        what: String,
        /// Where it stands.
        position: usize,
    },
    /// Two spellings of one path would look alike.
    #[error("it is not in Unicode normal form C")]
    NotNormal,
    /// A segment is empty, as in `a//b` or `a/`.
    #[error("segment {segment} is empty")]
    EmptySegment {
        /// The number of the segment.
        segment: usize,
    },
    /// A segment is `.` or `..`.
    #[error("segment {segment} is `{dots}`")]
    Dots {
        /// The number of the segment.
        segment: usize,
        /// The segment.
        dots: &'static str,
    },
    /// A segment is longer than a file name can be.
    #[error("segment {segment} is {length} bytes long, the limit is {MAX_SEGMENT_LENGTH}")]
    SegmentTooLong {
        /// The number of the segment.
        segment: usize,
        /// The number of bytes.
        length: usize,
    },
    /// Windows drops the last character of the segment, so two paths would be one file.
    #[error("segment {segment} ends with a full stop or a space, which Windows drops")]
    DroppedEnd {
        /// The number of the segment.
        segment: usize,
    },
    /// Windows cannot store a file of that name.
    #[error("segment {segment} is a device on Windows")]
    Device {
        /// The number of the segment.
        segment: usize,
    },
}

impl FilePath {
    /// The path as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments, from the outermost folder to the name of the file.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The path without the difference between upper and lower case: two paths with one folded form are one file on
    /// a file system that ignores case.
    ///
    /// Lower case alone keeps `ß` and `SS` apart, and `ς` and `Σ`; through upper case and back they meet.
    pub fn folded(&self) -> String {
        let lower = self.0.chars().flat_map(char::to_lowercase);
        lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
    }
}

fn check(text: &str) -> Result<(), PathRule> {
    if text.is_empty() {
        return Err(PathRule::Empty);
    }
    if text.len() > MAX_PATH_LENGTH {
        return Err(PathRule::TooLong { length: text.len() });
    }
    if starts_with_drive(text) {
        return Err(PathRule::Drive);
    }
    for (position, character) in text.chars().enumerate() {
        if let Some(what) = forbidden(character) {
            return Err(PathRule::Character { what, position });
        }
    }
    if text.starts_with('/') {
        return Err(PathRule::Absolute);
    }
    if !is_nfc(text) {
        return Err(PathRule::NotNormal);
    }
    text.split('/').enumerate().try_for_each(|(index, segment)| check_segment(index, segment))
}

fn check_segment(segment: usize, text: &str) -> Result<(), PathRule> {
    match text {
        "" => Err(PathRule::EmptySegment { segment }),
        "." => Err(PathRule::Dots { segment, dots: "." }),
        ".." => Err(PathRule::Dots { segment, dots: ".." }),
        _ if text.len() > MAX_SEGMENT_LENGTH => Err(PathRule::SegmentTooLong { segment, length: text.len() }),
        _ if text.ends_with(['.', ' ']) => Err(PathRule::DroppedEnd { segment }),
        _ if is_device(text) => Err(PathRule::Device { segment }),
        _ => Ok(()),
    }
}

/// A character that no path may hold, in words.
fn forbidden(character: char) -> Option<String> {
    match character {
        '\\' => Some("a backslash".to_owned()),
        // In the first segment it names a drive, later an alternate data stream.
        ':' => Some("a colon".to_owned()),
        _ if character.is_control() => Some(format!("the control character {}", code_point(character))),
        // Characters that turn the reading direction or break the line make a path look like another one.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            Some(format!("the invisible character {}", code_point(character)))
        }
        _ => None,
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn starts_with_drive(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && characters.next() == Some(':')
}

/// The names that Windows keeps for devices, in any case and with any extension.
fn is_device(segment: &str) -> bool {
    let stem = segment.split_once('.').map_or(segment, |(stem, _)| stem).trim_end().to_ascii_lowercase();
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") {
        return true;
    }
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let mut digits = number.unwrap_or_default().chars();
    matches!((digits.next(), digits.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
}

/// The path that was probably meant: slashes turned, empty segments and `.` left out. A `..` is never guessed away.
fn repaired(text: &str) -> Option<String> {
    let turned: String = text.nfc().map(|character| if character == '\\' { '/' } else { character }).collect();
    let kept: Vec<&str> = turned.split('/').filter(|segment| !matches!(*segment, "" | ".")).collect();
    let guess = kept.join("/");
    check(&guess).is_ok().then_some(guess)
}

fn hint(text: &str, rule: &PathRule) -> String {
    if let Some(guess) = repaired(text) {
        return format!("write `{guess}`");
    }
    match rule {
        PathRule::TooLong { .. } | PathRule::SegmentTooLong { .. } => "shorten it".to_owned(),
        PathRule::Character { .. } | PathRule::DroppedEnd { .. } | PathRule::Device { .. } => {
            "rename the file".to_owned()
        }
        _ => "write it relative to the folder of the model, as in `onnx/model.onnx`".to_owned(),
    }
}

impl FromStr for FilePath {
    type Err = FilePathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        check(text).map_err(|rule| FilePathError {
            text: text.chars().take(MAX_PATH_LENGTH).map(shown).collect(),
            hint: hint(text, &rule),
            rule,
        })?;
        Ok(Self(text.to_owned()))
    }
}

/// A character as an error may print it.
fn shown(character: char) -> String {
    match character {
        ':' | '\\' => character.to_string(),
        _ if forbidden(character).is_some() => character.escape_unicode().to_string(),
        _ => character.to_string(),
    }
}

impl TryFrom<String> for FilePath {
    type Error = FilePathError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<FilePath> for String {
    fn from(path: FilePath) -> Self {
        path.0
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> PathRule {
        text.parse::<FilePath>().unwrap_err().rule
    }

    #[test]
    fn ordinary_paths_are_kept() {
        let longest = ["a"; 512].join("/");
        for text in
            ["model.onnx", "onnx/model.onnx", ".gitattributes", "a b/ü…/模型.bin", "..a/b..c", "console", &longest]
        {
            assert_eq!(text.parse::<FilePath>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn every_rule_names_its_place() {
        assert_eq!(rule(""), PathRule::Empty);
        assert_eq!(rule(&["a"; 513].join("/")), PathRule::TooLong { length: 1025 });
        assert_eq!(rule(&format!("a/{}", "b".repeat(256))), PathRule::SegmentTooLong { segment: 1, length: 256 });
        assert_eq!(rule("C:/model.onnx"), PathRule::Drive);
        assert_eq!(rule("/etc/passwd"), PathRule::Absolute);
        assert_eq!(rule("a\\b"), PathRule::Character { what: "a backslash".to_owned(), position: 1 });
        assert_eq!(rule("ab.onnx:x"), PathRule::Character { what: "a colon".to_owned(), position: 7 });
        assert_eq!(rule("a\nb"), PathRule::Character { what: "the control character U+000A".to_owned(), position: 1 });
        assert!(matches!(rule("a\u{202e}b"), PathRule::Character { position: 1, .. }));
        assert_eq!(rule("u\u{308}.bin"), PathRule::NotNormal);
        assert_eq!(rule("a//b"), PathRule::EmptySegment { segment: 1 });
        assert_eq!(rule("a/"), PathRule::EmptySegment { segment: 1 });
        assert_eq!(rule("./a"), PathRule::Dots { segment: 0, dots: "." });
        assert_eq!(rule("a/../b"), PathRule::Dots { segment: 1, dots: ".." });
        assert_eq!(rule("a./b"), PathRule::DroppedEnd { segment: 0 });
        for device in ["CON", "a/nul.onnx", "lpt9", "COM¹", "aux .txt"] {
            assert!(matches!(rule(device), PathRule::Device { .. }), "{device}");
        }
    }

    #[test]
    fn hints_repair_what_can_be_repaired() {
        let hint = |text: &str| text.parse::<FilePath>().unwrap_err().hint;
        assert_eq!(hint("./onnx\\model.onnx"), "write `onnx/model.onnx`");
        assert_eq!(hint("/model.onnx"), "write `model.onnx`");
        assert_eq!(hint("u\u{308}.bin"), "write `ü.bin`");
        assert!(hint("../model.onnx").starts_with("write it relative"));
        assert_eq!(hint("nul"), "rename the file");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let error = "a\u{1b}[2J".parse::<FilePath>().unwrap_err();
        assert!(!error.to_string().contains('\u{1b}'), "{error}");
    }

    #[test]
    fn folding_ignores_every_case() {
        let folded = |text: &str| text.parse::<FilePath>().unwrap().folded();
        assert_eq!(folded("Model.ONNX"), folded("model.onnx"));
        assert_eq!(folded("STRASSE"), folded("straße"));
        assert_eq!(folded("ΟΔΟΣ"), folded("οδος"));
        assert_ne!(folded("a"), folded("b"));
    }
}
