//! The safetensors reader: what it accepts, what it refuses and where, and the same answers as the reference reader.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

mod common;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io;

use common::{error, one, read, read_with, safetensors};
use proptest::prelude::*;
use registry_core::contract::Dtype;
use registry_formats::{FormatError, NamedFile, RangeRead, ReadOptions, read_contract};

/// Every element type: the name in the format, the one in contracts, the size in bits.
const DTYPES: [(&str, Dtype, usize); 22] = [
    ("BOOL", Dtype::Bool, 8),
    ("F4", Dtype::F4E2M1, 4),
    ("F6_E2M3", Dtype::F6E2M3, 6),
    ("F6_E3M2", Dtype::F6E3M2, 6),
    ("U8", Dtype::U8, 8),
    ("I8", Dtype::I8, 8),
    ("F8_E5M2", Dtype::F8E5M2, 8),
    ("F8_E4M3", Dtype::F8E4M3Fn, 8),
    ("F8_E8M0", Dtype::F8E8M0, 8),
    ("F8_E4M3FNUZ", Dtype::F8E4M3Fnuz, 8),
    ("F8_E5M2FNUZ", Dtype::F8E5M2Fnuz, 8),
    ("I16", Dtype::I16, 16),
    ("U16", Dtype::U16, 16),
    ("F16", Dtype::F16, 16),
    ("BF16", Dtype::Bf16, 16),
    ("I32", Dtype::I32, 32),
    ("U32", Dtype::U32, 32),
    ("F32", Dtype::F32, 32),
    ("C64", Dtype::C64, 64),
    ("F64", Dtype::F64, 64),
    ("I64", Dtype::I64, 64),
    ("U64", Dtype::U64, 64),
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

/// Whether both readers say the same; where ours is stricter, for the documented reasons only.
fn agree(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let ours = read(&[("m.safetensors", bytes.to_vec())]);
    let theirs = safetensors::SafeTensors::deserialize(bytes);
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            let table: BTreeSet<_> = theirs
                .iter()
                .map(|(name, view)| {
                    let dtype = view.dtype().to_string();
                    let known = DTYPES.iter().find(|(theirs, _, _)| *theirs == dtype).unwrap().1;
                    (name.to_owned(), known, view.shape().iter().map(|size| u64::try_from(*size).unwrap()).collect())
                })
                .collect();
            let tensors = ours.artifact.weights.tensors;
            let ours: BTreeSet<(String, Dtype, Vec<u64>)> =
                tensors.into_iter().map(|(name, tensor)| (name, tensor.dtype, tensor.shape)).collect();
            prop_assert_eq!(ours, table);
            Ok(true)
        }
        (Err(_), Err(_)) => Ok(false),
        (Err(error), Ok(_)) => {
            let twice = error.to_string().contains("a second time");
            prop_assert!(twice || bytes[8] != b'{', "refused by ours alone: {}", error);
            Ok(false)
        }
        (Ok(_), Err(error)) => Err(TestCaseError::fail(format!("accepted by ours alone: {error}"))),
    }
}

fn same(header: &str, data: usize) -> bool {
    agree(&safetensors(header, data)).unwrap_or_else(|error| panic!("{header}: {error}"))
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
fn what_the_reference_reader_accepts_is_accepted() {
    let accepted = [
        ("{}", 0),
        ("{}  \n\t", 0),
        (r#"{"__metadata__":null}"#, 0),
        (r#"{"__metadata__":{}}"#, 0),
        (r#"{"a":["U8",[2],[0,2]]}"#, 2),
        (r#"{"a":{"dtype":{"U8":null},"shape":[2],"data_offsets":[0,2]}}"#, 2),
        (r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":1,"x":2}}"#, 2),
        (r#"{"":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}"#, 2),
    ];
    for (header, data) in accepted {
        assert!(same(header, data), "{header}");
    }
}

#[test]
fn errors_name_byte_expectation_and_finding() {
    let row = |body: &str| format!(r#"{{"a":{body}}}"#);
    let cases: &[(String, usize, u64, &str, &str)] = &[
        (
            row(r#"{"dtype":"F32","shape":[2],"data_offsets":[0,4]}"#),
            4,
            12,
            "tensor `a` to have the 8 bytes of its type and shape",
            "4 bytes",
        ),
        (row(r#"{"dtype":"F32","shape":[1],"data_offsets":[4,8]}"#), 8, 12, "tensor `a` to begin at 0", "a hole: 4"),
        (
            row(r#"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#),
            5,
            66,
            "the tensors to end with the file, at 66",
            "1 more bytes",
        ),
        (
            row(r#"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#),
            3,
            65,
            "the tensors to end with the file, at 66",
            "the end of the file",
        ),
        (
            row(r#"{"dtype":"F4","shape":[3],"data_offsets":[0,2]}"#),
            2,
            12,
            "tensor `a` to end with a whole byte",
            "12 bits of f4e2m1",
        ),
        (
            row(r#"{"dtype":"U8","shape":[9223372036854775807,4],"data_offsets":[0,0]}"#),
            0,
            12,
            "tensor `a` to have fewer than 2^64 bits",
            "a shape that is larger",
        ),
        (
            row(r#"{"dtype":"U8","shape":[2305843009213693952],"data_offsets":[0,0]}"#),
            0,
            12,
            "tensor `a` to have fewer than 2^64 bits",
            "a shape that is larger",
        ),
        (row(r#"{"dtype":"F33","shape":[],"data_offsets":[0,0]}"#), 0, 27, "one of `BOOL`", "unknown variant `F33`"),
        (row(r#"{"dtype":"U8","shape":[-1],"data_offsets":[0,0]}"#), 0, 39, "u64", "integer `-1`"),
        (row(r#"{"dtype":"U8","shape":[1]}"#), 0, 39, "a member `data_offsets`", "an object without it"),
        (
            row(r#"{"dtype":"U8","shape":[0],"data_offsets":[0,0],"shape":[0]}"#),
            0,
            72,
            "every key of an object once",
            "`shape` a second time",
        ),
        (row("7"), 0, 14, "an object with dtype, shape and data_offsets", "integer `7`"),
        (r#"{"__metadata__":{"a":1}}"#.to_owned(), 0, 31, "a string", "integer `1`"),
        (r#"{"__metadata__":{"a":"1","a":"1"}}"#.to_owned(), 0, 41, "every key of an object once", "`a` a second time"),
        (
            r#"{"__metadata__":{},"__metadata__":{}}"#.to_owned(),
            0,
            41,
            "every key of an object once",
            "`__metadata__` a second time",
        ),
        ("{\"a\":".to_owned(), 0, 13, "well-formed JSON", "EOF while parsing a value"),
        ("{} x".to_owned(), 0, 11, "well-formed JSON", "trailing characters"),
    ];
    for (header, data, offset, expected, found) in cases {
        let (at, what, instead) = malformed(safetensors(header, *data));
        assert!(what.starts_with(expected) && instead == *found, "{header}: expected {what}, found {instead}");
        assert_eq!(at, *offset, "{header}");
        assert!(agree(&safetensors(header, *data)).is_ok(), "{header}");
    }
}

#[test]
fn a_name_twice_is_refused_where_the_reference_reader_takes_the_last() {
    let row = r#""a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}"#;
    let file = safetensors(&format!("{{{row},{row}}}"), 1);
    assert!(safetensors::SafeTensors::deserialize(&file).is_ok());
    assert_eq!(malformed(file), (64, "every tensor name once".to_owned(), "`a` a second time".to_owned()));
}

#[test]
fn white_space_before_the_brace_is_refused() {
    let file = safetensors(" {}", 0);
    assert!(safetensors::SafeTensors::deserialize(&file).is_ok());
    assert!(error(&[("m", file)]).contains("not a model file"));
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
fn what_is_no_tensor_is_refused_by_both() {
    for header in [
        r#"{"a":{"dtype":{"U8":{}},"shape":[2],"data_offsets":[0,2]}}"#,
        r#"{"a":{"dtype":{"U8":null,"F4":null},"shape":[2],"data_offsets":[0,2]}}"#,
        r#"{"a":{"dtype":"u8","shape":[2],"data_offsets":[0,2]}}"#,
        r#"{"a":{"dtype":"U8","shape":[2.0],"data_offsets":[0,2]}}"#,
        r#"{"a":{"dtype":"U8","shape":null,"data_offsets":[0,2]}}"#,
        r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2,2]}}"#,
        r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0]}}"#,
        r#"{"a":["U8",[2],[0,2],0]}"#,
        r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":1e999}}"#,
        r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":"\ud800"}}"#,
        r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},}"#,
        r#"{"__metadata__":[]}"#,
    ] {
        assert!(!same(header, 2), "{header}");
    }
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

/// A header of consistent rows.
fn valid() -> impl Strategy<Value = (String, usize)> {
    let row = ("[a-c/\\\\\" é]{0,3}", 0..DTYPES.len(), prop::collection::vec(0_usize..5, 0..4));
    (prop::collection::vec(row, 0..5), any::<bool>()).prop_map(|(rows, metadata)| {
        let mut at = 0;
        let mut header: Vec<String> = rows
            .into_iter()
            .map(|(name, dtype, shape)| {
                let (dtype, _, bits) = DTYPES[dtype];
                let end = at + (shape.iter().product::<usize>() * bits).div_ceil(8);
                let name = serde_json::Value::from(name);
                let row = format!(r#"{name}:{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":[{at},{end}]}}"#);
                at = end;
                row
            })
            .collect();
        if metadata {
            header.insert(header.len() / 2, r#""__metadata__":{"format":"pt","a":""}"#.to_owned());
        }
        (format!("{{{}}}", header.join(",")), at)
    })
}

/// Pieces of headers in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"a\"",
        "\"b\"",
        "\"dtype\"",
        "\"shape\"",
        "\"data_offsets\"",
        "\"U8\"",
        "\"F4\"",
        "\"__metadata__\"",
        "0",
        "1",
        "2",
        "-1",
        "1.0",
        "1e400",
        "null",
        "true",
        "\"\\ud800\"",
        "\"\\u0061\"",
        " ",
        "\n",
        "{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}",
        "\"a\":[\"U8\",[1],[0,1]]",
        "18446744073709551615",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| format!("{{{}}}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn valid_files_get_the_same_answer((header, data) in valid()) {
        agree(&safetensors(&header, data))?;
    }

    #[test]
    fn mutated_files_get_the_same_answer(
        (header, data) in valid(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, prop::sample::select(b"{}[]:,\"\\0123456789-.eU8F aznul\x00\xff".to_vec())), 1..4),
        extra in 0_usize..3,
    ) {
        let mut bytes = header.into_bytes();
        for (index, kind, byte) in edits {
            let at = index.index(bytes.len().max(1)).min(bytes.len());
            match kind {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => drop(bytes.remove(at)),
                2 if at < bytes.len() => bytes.swap(at, 0),
                _ if at < bytes.len() => bytes[at] = byte,
                _ => {}
            }
        }
        let mut file = u64::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
        file.extend(bytes);
        file.resize(file.len() + data.saturating_add(extra).saturating_sub(1), 0);
        agree(&file)?;
    }

    #[test]
    fn pieces_of_headers_get_the_same_answer(header in pieces(), data in 0_usize..4) {
        agree(&safetensors(&header, data))?;
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        agree(&bytes)?;
        let mut file = u64::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
        file.extend(bytes);
        agree(&file)?;
    }
}
