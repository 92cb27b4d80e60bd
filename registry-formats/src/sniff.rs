//! What a file looks like by its first bytes, for files that are no model this crate can read.

use crate::safetensors;

/// Enough for every mark below; that of a tar archive lies furthest behind.
pub(crate) const HEAD: usize = 512;

/// A format that is told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A format with a mark: the name it has in a contract, and what people call it.
    Marked(&'static str, &'static str),
    /// Text of any kind.
    Text(&'static str),
    /// No bytes at all.
    Empty,
    /// Anything else.
    Unknown,
}

/// Format name, description, offset of the mark, mark.
const MARKS: &[(&str, &str, usize, &[u8])] = &[
    ("zip", "a zip archive, as `.pt`, `.keras` and `.npz` files are", 0, b"PK\x03\x04"),
    ("zip", "an empty zip archive", 0, b"PK\x05\x06"),
    ("gzip", "gzip data", 0, b"\x1f\x8b"),
    ("gguf", "a GGUF model", 0, b"GGUF"),
    ("ggml", "a GGML model", 0, b"lmgg"),
    ("hdf5", "an HDF5 file, as Keras writes `.h5`", 0, b"\x89HDF\r\n\x1a\n"),
    ("tflite", "a TensorFlow Lite model", 4, b"TFL3"),
    ("npy", "a NumPy array", 0, b"\x93NUMPY"),
    ("7z", "a 7z archive", 0, b"7z\xbc\xaf\x27\x1c"),
    ("zstd", "Zstandard data", 0, b"\x28\xb5\x2f\xfd"),
    ("xz", "xz data", 0, b"\xfd7zXZ\x00"),
    ("bzip2", "bzip2 data", 0, b"BZh"),
    ("parquet", "a Parquet file", 0, b"PAR1"),
    ("tar", "a tar archive", 257, b"ustar"),
];

/// What the bytes look like.
pub(crate) fn kind_of(head: &[u8]) -> Kind {
    if head.is_empty() {
        return Kind::Empty;
    }
    let mark = MARKS.iter().find(|(_, _, at, mark)| head.get(*at..).is_some_and(|rest| rest.starts_with(mark)));
    if let Some((name, description, _, _)) = mark {
        return Kind::Marked(name, description);
    }
    match head {
        [0x80, 2..=5, ..] => Kind::Marked("pickle", "a Python pickle"),
        _ => text_of(head),
    }
}

fn text_of(head: &[u8]) -> Kind {
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        // A character may be cut at the end of a full head, but nowhere else.
        Err(error) if error.error_len().is_none() && head.len() == HEAD => {
            head.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default()
        }
        Err(_) => return Kind::Unknown,
    };
    if valid.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) {
        return Kind::Unknown;
    }
    match valid.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().next() {
        Some('{' | '[') => Kind::Text("JSON"),
        Some('<') => Kind::Text("XML"),
        _ => Kind::Text("text"),
    }
}

/// What the bytes look like, as the end of the sentence "it looks like".
pub(crate) fn describe(head: &[u8]) -> String {
    match kind_of(head) {
        Kind::Marked(_, description) => description.to_owned(),
        Kind::Text(name) => name.to_owned(),
        Kind::Empty => "nothing: it is empty".to_owned(),
        Kind::Unknown => match safetensors::header_length(head) {
            Some(length) => format!("safetensors with an impossible header length of {length} bytes"),
            None => format!("nothing known, the first bytes are {}", hex(head)),
        },
    }
}

fn hex(head: &[u8]) -> String {
    head.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_by_its_bytes() {
        let cases: &[(&[u8], &str)] = &[
            (b"PK\x03\x04rest", "a zip archive, as `.pt`, `.keras` and `.npz` files are"),
            (b"\x80\x04\x95", "a Python pickle"),
            (b"\x1f\x8b\x08", "gzip data"),
            (b"GGUF\x03", "a GGUF model"),
            (b"\x89HDF\r\n\x1a\n", "an HDF5 file, as Keras writes `.h5`"),
            (b" {\"a\": 1}", "JSON"),
            (b"<?xml", "XML"),
            (b"# A card", "text"),
            (b"", "nothing: it is empty"),
            (
                b"\xff\xff\xff\xff\xff\xff\xff\x7f{}",
                "safetensors with an impossible header length of 9223372036854775807 bytes",
            ),
            (b"\x00\x01", "nothing known, the first bytes are 00 01"),
        ];
        for (head, description) in cases {
            assert_eq!(describe(head), *description);
        }
        let mut cut = vec![b'a'; HEAD - 1];
        cut.push(0xc3);
        assert_eq!(kind_of(&cut), Kind::Text("text"));
    }
}
