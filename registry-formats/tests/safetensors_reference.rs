//! The safetensors reader gives the same answers as the reference reader, on files good, bad and damaged.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

mod common;
mod reference;

use common::{error, one, safetensors};
use proptest::prelude::*;
use reference::{DTYPES, agree, same};

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
fn a_name_twice_is_refused_where_the_reference_reader_takes_the_last() {
    assert!(agree(&one("a")).unwrap());
    let row = r#""a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}"#;
    let file = safetensors(&format!("{{{row},{row}}}"), 1);
    assert!(safetensors::SafeTensors::deserialize(&file).is_ok());
    let text = "m: at byte 64: expected every tensor name once, found `a` a second time";
    assert_eq!(error(&[("m", file)]), text);
}

#[test]
fn white_space_before_the_brace_is_refused() {
    let file = safetensors(" {}", 0);
    assert!(safetensors::SafeTensors::deserialize(&file).is_ok());
    assert!(error(&[("m", file)]).contains("not a model file"));
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
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(4096), failure_persistence: None, ..ProptestConfig::default() })]

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
