//! The safetensors reader: what it accepts, what it refuses and where, and the same answers as the reference reader.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

mod common;
mod reference;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io;

use common::{error, one, read, read_with, safetensors};
use reference::{DTYPES, agree, same};
use registry_formats::{FormatError, NamedFile, RangeRead, ReadOptions, read_contract};

/// Header, bytes behind it, and the error: the byte, what was expected (how it starts), what was found.
const ERRORS: &[(&str, usize, u64, &str, &str)] = &[
    (
        r#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
        4,
        12,
        "tensor `a` to have the 8 bytes of its type and shape",
        "4 bytes",
    ),
    (r#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, 12, "tensor `a` to begin at 0", "a hole: 4"),
    (
        r#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
        5,
        66,
        "the tensors to end with the file, at 66",
        "1 more bytes",
    ),
    (
        r#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
        3,
        65,
        "the tensors to end with the file, at 66",
        "the end of the file",
    ),
    (
        r#"{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,2]}}"#,
        2,
        12,
        "tensor `a` to end with a whole byte",
        "12 bits of f4e2m1",
    ),
    (
        r#"{"a":{"dtype":"U8","shape":[9223372036854775807,4],"data_offsets":[0,0]}}"#,
        0,
        12,
        "tensor `a` to have fewer than 2^64 bits",
        "a shape that is larger",
    ),
    (
        r#"{"a":{"dtype":"U8","shape":[2305843009213693952],"data_offsets":[0,0]}}"#,
        0,
        12,
        "tensor `a` to have fewer than 2^64 bits",
        "a shape that is larger",
    ),
    (r#"{"a":{"dtype":"F33","shape":[],"data_offsets":[0,0]}}"#, 0, 27, "one of `BOOL`", "unknown variant `F33`"),
    (r#"{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,0]}}"#, 0, 39, "u64", "integer `-1`"),
    (r#"{"a":{"dtype":"U8","shape":[1]}}"#, 0, 39, "a member `data_offsets`", "an object without it"),
    (
        r#"{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"shape":[0]}}"#,
        0,
        72,
        "every key of an object once",
        "`shape` a second time",
    ),
    (r#"{"a":7}"#, 0, 14, "an object with dtype, shape and data_offsets", "integer `7`"),
    (r#"{"__metadata__":{"a":1}}"#, 0, 31, "a string", "integer `1`"),
    (r#"{"__metadata__":{"a":"1","a":"1"}}"#, 0, 41, "every key of an object once", "`a` a second time"),
    (r#"{"__metadata__":{},"__metadata__":{}}"#, 0, 41, "every key of an object once", "`__metadata__` a second time"),
    ("{\"a\":", 0, 13, "well-formed JSON", "EOF while parsing a value"),
    ("{} x", 0, 11, "well-formed JSON", "trailing characters"),
];

fn malformed(bytes: Vec<u8>) -> (u64, String, String) {
    match read(&[("m.safetensors", bytes)]).expect_err("an error") {
        FormatError::Malformed { file, offset, expected, found } => {
            assert_eq!(file, "m.safetensors");
            (offset, expected, found)
        }
        other => panic!("{other}"),
    }
}

#[test]
fn every_dtype_is_read() {
    for (name, dtype, bits) in DTYPES {
        let header = format!(r#"{{"t":{{"dtype":"{name}","shape":[4,3],"data_offsets":[0,{}]}}}}"#, bits * 12 / 8);
        let file = safetensors(&header, bits * 12 / 8);
        assert!(agree(&file).unwrap(), "{name}");
        let artifact = read(&[("whatever.bin", file)]).unwrap().artifact;
        assert_eq!(artifact.format.as_deref(), Some("safetensors"));
        assert_eq!(artifact.weights.dtypes, BTreeSet::from([dtype]));
        assert_eq!((artifact.weights.tensors["t"].dtype, &*artifact.weights.tensors["t"].shape), (dtype, &[4, 3][..]));
    }
}

#[test]
fn metadata_empty_tensors_and_scalars_are_read() {
    let header = r#"{"__metadata__":{"format":"pt","note":"ü"},
        "z":{"shape":[0,7],"data_offsets":[4,4],"dtype":"F64","extra":[1,{"a":null}]},
        "a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}   "#;
    let extraction = read(&[("m", safetensors(header, 4))]).unwrap();
    let artifact = extraction.artifact;
    assert_eq!(artifact.metadata["note"], "ü");
    assert_eq!(artifact.runtime.framework.as_deref(), Some("pytorch"));
    assert_eq!(artifact.weights.tensors["z"].shape, [0, 7]);
    assert!(artifact.weights.tensors["a"].shape.is_empty());
    assert!(extraction.signature.inputs.is_empty() && extraction.signature.outputs.is_empty());
    assert!(artifact.weights.digest.is_none() && artifact.content.is_none());
}

#[test]
fn errors_name_byte_expectation_and_finding() {
    for (header, data, offset, expected, found) in ERRORS {
        let (at, what, instead) = malformed(safetensors(header, *data));
        assert!(what.starts_with(expected) && instead == *found, "{header}: expected {what}, found {instead}");
        assert_eq!(at, *offset, "{header}");
        assert!(agree(&safetensors(header, *data)).is_ok(), "{header}");
    }
}

#[test]
fn overlaps_are_refused() {
    let header =
        r#"{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}"#;
    assert_eq!(malformed(safetensors(header, 6)).2, "an overlap: 2");
    assert!(!same(header, 6));
    let header = r#"{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}"#;
    assert!(!same(header, 4));
    let header =
        r#"{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}"#;
    assert!(!same(header, 4));
}

#[test]
fn impossible_header_lengths_are_refused() {
    for length in [9_u64, 100, 100_000_000] {
        let mut file = length.to_le_bytes().to_vec();
        file.extend(b"{}");
        assert_eq!(malformed(file), (0, "a header of at most 2 bytes".to_owned(), format!("a length of {length}")));
    }
    for length in [100_000_001, u64::from(u32::MAX), (1 << 63) - 1, u64::MAX] {
        let mut file = length.to_le_bytes().to_vec();
        file.extend(b"{}");
        let text = error(&[("m", file)]);
        assert!(text.contains(&format!("impossible header length of {length} bytes")), "{text}");
    }
    assert!(!same("", 0));
}

#[test]
fn deep_nesting_is_refused() {
    for depth in [100, 200, 100_000] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let header = format!(r#"{{"a":{{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":{nested}}}}}"#);
        assert_eq!(same(&header, 1), depth == 100);
        let header = format!(r#"{{"a":{nested}}}"#);
        assert!(!same(&header, 0));
    }
    let (_, _, found) = malformed(safetensors(&format!(r#"{{"a":{{"x":{}"#, "[".repeat(200)), 0));
    assert_eq!(found, "recursion limit exceeded");
}

#[test]
fn every_truncation_is_refused() {
    let file = sample();
    assert!(read(&[("m", file.clone())]).is_ok());
    for length in 0..file.len() {
        assert!(read(&[("m", file[..length].to_vec())]).is_err(), "{length} bytes");
    }
}

#[test]
fn every_flipped_bit_gets_the_same_answer_as_from_the_reference_reader() {
    let file = sample();
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        agree(&flipped).unwrap_or_else(|error| panic!("bit {bit}: {error}"));
    }
}

fn sample() -> Vec<u8> {
    let header = r#"{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"BF16","shape":[3],"data_offsets":[24,30]}}"#;
    safetensors(header, 30)
}

/// Zeros behind a header, with a count of what was read.
struct Sparse {
    front: Vec<u8>,
    size: u64,
    read: Cell<u64>,
}

impl RangeRead for Sparse {
    fn size(&self) -> io::Result<u64> {
        Ok(self.size)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let end = offset.checked_add(u64::try_from(buffer.len()).unwrap()).unwrap();
        assert!(end <= self.size, "read past the end");
        self.read.set(self.read.get() + end - offset);
        for (index, byte) in buffer.iter_mut().enumerate() {
            *byte = self.front.get(usize::try_from(offset).unwrap() + index).copied().unwrap_or_default();
        }
        Ok(())
    }
}

#[test]
fn four_gibibytes_cost_only_their_header() {
    let tensors = 1_u64 << 32;
    let rows: Vec<String> = (0..1024_u64)
        .map(|row| {
            let step = tensors / 1024;
            format!(
                r#""layer.{row}.weight":{{"dtype":"F16","shape":[1024,2048],"data_offsets":[{},{}]}}"#,
                row * step,
                (row + 1) * step
            )
        })
        .collect();
    let front = safetensors(&format!("{{{}}}", rows.join(",")), 0);
    let size = u64::try_from(front.len()).unwrap() + tensors;
    let file = Sparse { front, size, read: Cell::new(0) };
    let extraction = read_contract(&[NamedFile { path: "m", bytes: &file }], &ReadOptions::default()).unwrap();
    assert_eq!(extraction.artifact.weights.tensors.len(), 1024);
    assert!(file.read.get() < 16 << 20, "{} bytes read", file.read.get());
}

#[test]
fn a_source_that_fails_is_an_io_error() {
    struct Failing;
    impl RangeRead for Failing {
        fn size(&self) -> io::Result<u64> {
            Ok(100)
        }

        fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
            if offset > 0 || buffer.len() > 100 {
                return Err(io::Error::other("gone"));
            }
            buffer.fill(0);
            let front = [50, 0, 0, 0, 0, 0, 0, 0, b'{'];
            let length = buffer.len().min(front.len());
            buffer[..length].copy_from_slice(&front[..length]);
            Ok(())
        }
    }
    let result = read_contract(&[NamedFile { path: "m", bytes: &Failing }], &ReadOptions::default());
    assert!(matches!(&result, Err(FormatError::Io { file, .. }) if file == "m"), "{result:?}");
}

#[test]
fn the_weights_digest_does_not_depend_on_the_layout() {
    let digests = ReadOptions { digests: true };
    let digest = |files: common::Files<'_>| read_with(files, &digests).unwrap().artifact;
    let file = |header: &str, data: &[u8]| {
        let mut file = safetensors(header, 0);
        file.extend(data);
        file
    };
    let ab = file(
        r#"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}"#,
        b"AB",
    );
    let ba = file(
        r#"{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#,
        b"BA",
    );
    let a = file(r#"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#, b"A");
    let b = file(r#"{"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#, b"B");
    let one = digest(&[("m", ab.clone())]);
    assert!(one.weights.digest.is_some() && one.content.is_some());
    assert_eq!(digest(&[("m", ba.clone())]).weights.digest, one.weights.digest);
    assert_ne!(digest(&[("m", ba)]).content, one.content);
    assert_eq!(digest(&[("1", a), ("2", b)]).weights.digest, one.weights.digest);
    let mut other = ab;
    *other.last_mut().unwrap() = b'C';
    assert_ne!(digest(&[("m", other)]).weights.digest, one.weights.digest);
}

#[test]
fn shards_are_one_table() {
    let extraction = read(&[("b", one("b")), ("a", one("a"))]).unwrap();
    assert_eq!(extraction.artifact.weights.tensors.keys().collect::<Vec<_>>(), ["a", "b"]);
    let text = error(&[("2", one("a")), ("1", one("a"))]);
    assert_eq!(text, "2: at byte 12: expected every tensor in one shard, found `a` which `1` has too");
}

#[test]
fn tables_that_are_larger_than_any_model_are_refused() {
    let axes = |count: usize| {
        let header = format!(r#"{{"a":{{"dtype":"U8","shape":[{}0],"data_offsets":[0,0]}}}}"#, "0,".repeat(count - 1));
        read(&[("m", safetensors(&header, 0))])
    };
    assert!(axes(1_000).is_ok());
    assert!(axes(1_001).unwrap_err().to_string().contains("expected a list of at most 1000 sizes"));
    let rows: Vec<String> =
        (0..500_000).map(|row| format!(r#""{row}":{{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#)).collect();
    let message = error(&[("m", safetensors(&format!("{{{}}}", rows.join(",")), 0))]);
    assert!(message.contains("expected a table of tensors that fits into memory"), "{message}");
}
