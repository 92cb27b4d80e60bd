//! Whether a file is an ONNX model, by its first bytes. Protobuf has no magic number, so the first fields must be ones
//! that a `ModelProto` has, of the types that it gives them, with content that fits.

/// Fields of a model that hold text.
const TEXTS: [u64; 4] = [2, 3, 4, 6];
/// Fields of a model that hold messages, and the fields of those messages.
const MESSAGES: [(u64, &[u64]); 6] = [
    (7, &[1, 2, 5, 10, 11, 12, 13, 14, 15, 16]),
    (8, &[1, 2]),
    (14, &[1, 2]),
    (20, &[1, 2, 3, 4]),
    (25, &[1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
    (26, &[1, 2, 3]),
];
/// The IR version is at 14 today and grows by one or two a year.
const IR_VERSION_MAX: u64 = 255;

/// Whether the first bytes of a file can be those of a model. A file that starts with its graph, as no known writer
/// makes them, is taken for a model only if the head reaches its IR version.
pub(crate) fn looks_like(head: &[u8]) -> bool {
    walk(head).unwrap_or(false)
}

/// None as soon as something does not fit. With the IR version and the graph the matter is settled: what is wrong
/// behind them is for the reader to say.
fn walk(mut head: &[u8]) -> Option<bool> {
    let (mut has_ir_version, mut has_graph) = (false, false);
    while !head.is_empty() {
        if has_ir_version && has_graph {
            break;
        }
        let Some((field, rest)) = next(head)? else {
            return Some(has_ir_version);
        };
        match field {
            (1, Content::Number(version)) => {
                (1..=IR_VERSION_MAX).contains(&version).then_some(())?;
                has_ir_version = true;
            }
            (5, Content::Number(_)) => {}
            (number, Content::Bytes(start, length)) if fits(number, start, length) => has_graph |= number == 7,
            _ => return None,
        }
        head = rest;
    }
    Some(has_ir_version)
}

/// What a field holds.
enum Content<'h> {
    Number(u64),
    /// Bytes, or the start of them, and how many there are.
    Bytes(&'h [u8], u64),
}

type Next<'h> = Option<((u64, Content<'h>), &'h [u8])>;

/// The next field and what follows; inside, none when the head ends within a number.
fn next(head: &[u8]) -> Option<Next<'_>> {
    let Some((tag, rest)) = varint(head) else {
        return is_cut_varint(head).then_some(None);
    };
    let Some((value, rest)) = varint(rest) else {
        return is_cut_varint(rest).then_some(None);
    };
    match tag & 7 {
        0 => Some(Some(((tag >> 3, Content::Number(value)), rest))),
        2 => {
            let whole = usize::try_from(value).ok().and_then(|length| rest.split_at_checked(length));
            let (start, rest) = whole.unwrap_or((rest, &[]));
            Some(Some(((tag >> 3, Content::Bytes(start, value)), rest)))
        }
        _ => None,
    }
}

/// Whether the content of a length-delimited field, or the start of it, is what the field is for.
fn fits(number: u64, content: &[u8], length: u64) -> bool {
    if TEXTS.contains(&number) {
        // Documentation has lines; names have not. A text that the head cuts may end inside a character.
        let is_plain = |byte: &u8| *byte >= b' ' || (number == 6 && matches!(byte, b'\t' | b'\n' | b'\r'));
        let valid = match std::str::from_utf8(content) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none() && u64::try_from(content.len()).is_ok_and(|seen| seen < length),
        };
        return valid && content.iter().all(is_plain);
    }
    let Some((_, fields)) = MESSAGES.iter().find(|(known, _)| *known == number) else {
        return false;
    };
    match varint(content) {
        Some((tag, _)) => fields.contains(&(tag >> 3)) && matches!(tag & 7, 0 | 2),
        None => content.is_empty() || is_cut_varint(content),
    }
}

/// Whether the head ends inside a varint, as opposed to holding one that is too long.
fn is_cut_varint(bytes: &[u8]) -> bool {
    bytes.len() < 10 && bytes.iter().all(|byte| byte & 0x80 != 0)
}

fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (index, byte) in (0_u32..10).zip(bytes) {
        // The last of ten bytes holds one bit, and a zero in the last of several says nothing: writers do not write it.
        if (index == 9 && *byte > 1) || (index > 0 && *byte == 0) {
            return None;
        }
        value |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            let length = usize::try_from(index).ok()?.checked_add(1)?;
            return Some((value, bytes.get(length..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_are_known_by_their_first_fields() {
        let pytorch = b"\x08\x07\x12\x07pytorch\x1a\x032.1:\xff\xff\x7f\n\x20\x0a\x01x";
        for length in 2..=pytorch.len() {
            assert!(looks_like(&pytorch[..length]), "{length}");
        }
        assert!(looks_like(b"\x08\x03\x12\x0cbackend-test:\x05\x0a\x03\x0a\x01x\x42\x02\x10\x09"));
        assert!(looks_like(b"\x08\x03\x22\x00\x28\x01\x32\x05a\nb\tc:\x00"));
    }

    #[test]
    fn other_formats_are_not_models() {
        let safetensors =
            |first: u8, second: u8| [&[first, second, 0, 0, 0, 0, 0, 0], &b"{\"a\":{\"dtype\":\"F32\"}}"[..]].concat();
        for first in 0..=255 {
            for second in 0..=255 {
                assert!(!looks_like(&safetensors(first, second)), "{first} {second}");
            }
        }
        for other in [
            &b""[..],
            b"{\"architectures\": []}",
            b"\"text\"",
            b":) a text that starts with a smile, and goes on",
            b"2024-01-01 a log line that is long enough to hold the length",
            b"BOM, and more text",
            b"(a)",
            b"retraining notes, which go on for some lines\nand some more",
            b"PK\x03\x04\x14\x00\x00\x00",
            b"\x80\x02}q\x00.",
            b"\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00",
            b"GGUF\x03\x00\x00\x00",
            b"\x89HDF\r\n\x1a\n",
            b"\x1c\x00\x00\x00TFL3",
            b"\x1f\x8b\x08\x00",
            // A TensorFlow saved model: its second field is a message, where a model has text.
            b"\x08\x01\x12\xd0\x0f\x0a\x20\x0a\x06\x0a\x04",
            // A Core ML model, the same.
            b"\x08\x04\x12\x20\x0a\x0e\x0a\x05",
            b"\x08\x00\x12\x00",
            b"\x08\x80\x00:\x00",
            b"\x0a\x20\x0a\x01x",
        ] {
            assert!(!looks_like(other), "{:?}", String::from_utf8_lossy(other));
        }
    }
}
