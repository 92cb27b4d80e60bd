//! The ONNX reader on files that are broken or made to hurt: always an error that names a place, never a panic.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail the test")]

#[path = "support/onnx_writer.rs"]
mod onnx_writer;

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use onnx_writer::{
    Message, attribute, entry, external, fixed, floats, graph, model, node, symbol, tensor, tensor_type, value, varint,
};
use proptest::prelude::*;
use registry_formats::{Extraction, FormatError, NamedFile, RangeRead, ReadOptions, read_contract};

fn read(bytes: &dyn RangeRead, digests: bool) -> Result<Extraction, FormatError> {
    let weights = vec![0_u8; 64];
    let files = [NamedFile { path: "model.onnx", bytes }, NamedFile { path: "w.bin", bytes: &weights }];
    read_contract(&files, &ReadOptions { digests })
}

fn fault(model: &Message) -> (u64, String, String) {
    match read(&model.0, false) {
        Err(FormatError::Malformed { offset, expected, found, .. }) => (offset, expected, found),
        other => panic!("{other:?}"),
    }
}

fn offset_of(model: &Message, needle: &[u8]) -> u64 {
    let place = model.0.windows(needle.len()).position(|window| window == needle).unwrap();
    u64::try_from(place).unwrap()
}

/// A small model with one of everything.
fn everything() -> Message {
    let tensor_input = value("x", &tensor_type(1, Some(&[symbol("N"), fixed(3), Message::new()])).text(6, "IMAGE"));
    let map = Message::new().message(5, &Message::new().int(1, 7).message(2, &tensor_type(1, None)));
    let optional = Message::new().message(9, &Message::new().message(1, &map));
    let constant = node("Constant", &[], &["k"]).message(5, &attribute("value", 4, 5, &floats("", &[1.0])));
    let body = Message::new().message(1, &constant).message(5, &tensor("v", 6, &[2]).packed(5, &[1, -1]));
    let branch = node("If", &["x"], &["y"]).message(5, &attribute("then_branch", 5, 6, &body));
    let list = Message::new().text(1, "axes").packed(8, &[1, 2]).int(20, 7);
    let sparse =
        Message::new().message(1, &floats("s", &[1.0])).message(2, &tensor("", 7, &[1]).packed(7, &[3])).int(3, 9);
    let graph = graph()
        .message(1, &branch.message(5, &list))
        .message(5, &floats("w", &[1.0]))
        .message(5, &external("e", 2, &[("location", "w.bin"), ("offset", "8"), ("length", "8")]))
        .message(15, &sparse)
        .message(11, &tensor_input)
        .message(11, &value("m", &optional));
    let function = Message::new().text(1, "F").message(7, &constant).text(10, "org.example");
    model(8, &graph).int(5, 1).message(14, &entry("k", "v")).message(25, &function)
}

#[test]
fn a_model_cut_at_any_byte_is_an_error_or_a_smaller_model() {
    let whole = everything();
    let expected = read(&whole.0, true).unwrap();
    for length in 0..whole.0.len() {
        let cut = whole.0[..length].to_vec();
        if let Ok(extraction) = read(&cut, true) {
            // Only what follows the graph and the operator set can be missing.
            assert_eq!(extraction.signature, expected.signature, "{length}");
        }
    }
}

#[test]
fn a_model_with_any_bit_flipped_never_panics() {
    let whole = everything().0;
    for bit in 0..whole.len() * 8 {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let _answer = (read(&flipped, false), read(&flipped, true));
    }
}

#[test]
fn deep_nesting_is_an_error() {
    // Written from the inside out, backwards: copying the inside on every level would take minutes.
    let nest = |levels: usize, step: &dyn Fn(usize) -> Vec<u8>| {
        let mut reversed = Vec::new();
        for _ in 0..levels {
            reversed.extend(step(reversed.len()).iter().rev());
        }
        reversed.reverse();
        Message(reversed)
    };
    let length = |length: usize| varint(u64::try_from(length).unwrap());
    // A type is a sequence (4) of an element (1) that is a type.
    let sequence = |inside: usize| {
        let element = [vec![0x0a], length(inside)].concat();
        [vec![0x22], length(inside + element.len()), element].concat()
    };
    // A graph has a node (1) with an attribute (5) that has a graph (6).
    let body = |inside: usize| {
        let value = [vec![0x32], length(inside)].concat();
        let attribute = [vec![0x2a], length(inside + value.len()), value].concat();
        [vec![0x0a], length(inside + attribute.len()), attribute].concat()
    };
    let types = graph().message(11, &value("x", &nest(100_000, &sequence)));
    for hostile in [model(8, &types), model(8, &graph().raw(&nest(100_000, &body).0))] {
        let (_, expected, _) = fault(&hostile);
        assert_eq!(expected, "at most 64 messages inside one another");
    }
    read(&model(8, &graph().raw(&nest(20, &body).0)).0, false).unwrap();
}

#[test]
fn huge_lengths_are_errors_that_name_the_place() {
    for length in [1 << 31, u64::MAX >> 1, u64::MAX] {
        let hostile = Message::new().int(1, 8).tag(7, 2).raw(&varint(length)).raw(&[0x0a]);
        let (offset, expected, found) = fault(&hostile);
        assert_eq!((offset, expected), (3, format!("{length} more bytes")));
        assert_eq!(found, "1 before the end of the message");
    }
    let long = "n".repeat(70_000);
    let (_, expected, found) = fault(&model(8, &graph().message(11, &value(&long, &tensor_type(1, None)))));
    assert_eq!((expected.as_str(), found.as_str()), ("the name of a value of at most 65536 bytes", "70000 bytes"));
    fault(&model(8, &graph().message(5, &tensor("w", 1, &[i64::MAX, i64::MAX]).bytes(9, &[0; 4]))));
    fault(&model(8, &graph().message(5, &tensor("w", 1, &[-1]))));
    fault(&model(8, &graph().message(5, &tensor("w", 1, &[1; 300]))));
}

#[test]
fn the_wire_format_is_checked() {
    let whole = model(8, &graph());
    let end = u64::try_from(whole.0.len()).unwrap();
    let overlong = whole.tag(5, 0).raw(&[0xff; 10]).raw(&[1]);
    assert_eq!(fault(&overlong), (end + 1, "a varint of at most 64 bits".to_owned(), "a longer one".to_owned()));

    let inside = model(8, &graph().tag(16, 3));
    assert_eq!(
        (fault(&inside).1.as_str(), fault(&inside).2.as_str()),
        ("wire type 0, 1, 2 or 5", "wire type 3, a group")
    );
    assert_eq!(fault(&model(8, &graph().tag(0, 0).raw(&[0]))).1, "a field number from 1 to 536870911");
    assert_eq!(fault(&model(8, &graph().int(1, 1))).1, "a node");
    assert_eq!(fault(&model(8, &graph().int(1, 1))).2, "a varint");
    let unknown = model(8, &graph().int(99, 1).bytes(98, b"x").fixed32(97, [0; 4]).tag(96, 1).raw(&[0; 8]));
    read(&unknown.0, false).unwrap();

    let latin = model(8, &graph().message(11, &Message::new().bytes(1, b"caf\xe9").message(2, &tensor_type(1, None))));
    let (offset, expected, _) = fault(&latin);
    assert_eq!((offset, expected.as_str()), (offset_of(&latin, b"\xe9"), "the name of a value in UTF-8"));
}

#[test]
fn what_a_model_must_have_is_asked_for() {
    let opset = Message::new().int(2, 17);
    let no_graph = Message::new().int(1, 8).message(8, &opset);
    assert_eq!(fault(&no_graph).1, "a graph");
    assert_eq!(
        fault(&Message::new().int(1, 8).message(7, &graph())).1,
        "an operator set, as IR version 3 and above need one"
    );
    read(&Message::new().int(1, 2).message(7, &graph()).0, false).unwrap();
    assert_eq!(fault(&model(8, &Message::new())).1, "a graph with at least one output");
    let end = u64::try_from(model(8, &graph()).0.len()).unwrap();
    assert_eq!(
        fault(&model(8, &graph()).message(7, &graph())),
        (end, "one graph".to_owned(), "a second one".to_owned())
    );
    assert_eq!(fault(&model(8, &graph().message(11, &Message::new().text(1, "x")))).1, "an input with a type");
    assert_eq!(fault(&model(8, &graph().message(11, &value("", &tensor_type(1, None))))).1, "an input with a name");
    assert_eq!(fault(&model(8, &graph().message(5, &floats("", &[1.0])))).1, "an initializer with a name");
    let two = model(8, &graph()).message(8, &Message::new().text(1, "ai.onnx").int(2, 18));
    assert_eq!(fault(&two).2, "17 and 18");
}

#[test]
fn names_stand_once() {
    let x = value("x", &tensor_type(1, None));
    let twice = model(8, &graph().message(11, &x).message(11, &x));
    let (offset, expected, found) = fault(&twice);
    assert_eq!((expected.as_str(), found.as_str()), ("inputs with names of their own", "a second input `x`"));
    let first = offset_of(&twice, &x.0) - 2;
    assert_eq!(offset, first + 2 + u64::try_from(x.0.len()).unwrap());
    assert_eq!(fault(&model(8, &graph().message(12, &value("y", &tensor_type(1, None))))).2, "a second output `y`");
    assert_eq!(
        fault(&model(8, &graph().message(5, &floats("w", &[1.0])).message(5, &floats("w", &[2.0])))).2,
        "a second tensor `w`"
    );
}

#[test]
fn payloads_must_be_as_long_as_type_and_shape_say() {
    assert_eq!(fault(&model(8, &graph().message(5, &tensor("w", 1, &[2]).bytes(9, &[0; 7])))).1, "8 bytes for f32[2]");
    fault(&model(8, &graph().message(5, &tensor("w", 8, &[1]).bytes(9, &[0; 7]))));
    for tensor in
        [tensor("w", 1, &[2]), tensor("w", 1, &[2]).packed(7, &[1, 2]), tensor("w", 7, &[3]).packed(7, &[1, 2])]
    {
        assert!(read(&model(8, &graph().message(5, &tensor)).0, true).is_err());
    }
}

/// A file with large holes between some bytes, which counts what is read of it.
struct Sparse {
    pieces: Vec<(u64, Vec<u8>)>,
    size: u64,
    read: AtomicU64,
}

impl RangeRead for Sparse {
    fn size(&self) -> io::Result<u64> {
        Ok(self.size)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let length = u64::try_from(buffer.len()).unwrap();
        self.read.fetch_add(length, Ordering::Relaxed);
        buffer.fill(0xff);
        let is_near = |(start, bytes): &&(u64, Vec<u8>)| {
            *start < offset + length && offset < start + u64::try_from(bytes.len()).unwrap()
        };
        for (start, bytes) in self.pieces.iter().filter(is_near) {
            for (at, byte) in (*start..).zip(bytes) {
                if (offset..offset + length).contains(&at) {
                    buffer[usize::try_from(at - offset).unwrap()] = *byte;
                }
            }
        }
        Ok(())
    }
}

#[test]
fn payloads_are_not_read() {
    const TENSORS: u64 = 3000;
    const ELEMENTS: i64 = 1 << 20;
    let payload = u64::try_from(ELEMENTS).unwrap() * 4;
    let mut pieces = Vec::new();
    let mut at = 0;
    for index in 0..TENSORS {
        let head = tensor(&format!("w{index}"), 1, &[ELEMENTS]).tag(9, 2).raw(&varint(payload));
        let length = u64::try_from(head.0.len()).unwrap() + payload;
        let bytes = Message::new().tag(5, 2).raw(&varint(length)).raw(&head.0).0;
        let next = at + u64::try_from(bytes.len()).unwrap() + payload;
        pieces.push((at, bytes));
        at = next;
    }
    let rest = graph().0;
    let graph_length = at + u64::try_from(rest.len()).unwrap();
    let head = Message::new().int(1, 8).message(8, &Message::new().int(2, 17)).tag(7, 2).raw(&varint(graph_length)).0;
    let start = u64::try_from(head.len()).unwrap();
    pieces.push((at, rest));
    let mut pieces: Vec<_> = pieces.into_iter().map(|(at, bytes)| (at + start, bytes)).collect();
    pieces.push((0, head));
    let file = Sparse { pieces, size: start + graph_length, read: AtomicU64::new(0) };
    assert!(file.size > 11 << 30);

    let extraction = read(&file, false).unwrap();
    assert_eq!(extraction.artifact.weights.tensors.len(), 3000);
    let read = file.read.load(Ordering::Relaxed);
    assert!(read < 4 << 20, "{read}");
}

#[test]
fn what_is_kept_is_bounded() {
    let name = "n".repeat(60_000);
    let graph = (0..1000).fold(graph(), |graph, index| graph.message(5, &tensor(&format!("{name}{index}"), 1, &[0])));
    assert_eq!(fault(&model(8, &graph)).1, "names and shapes that fit into 64 MiB of memory");
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let _answer = read(&bytes, true);
    }

    #[test]
    fn random_graphs_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
        let _answer = read(&model(8, &graph().raw(&bytes)).0, true);
    }

    #[test]
    fn random_changes_never_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = everything().0;
        for (index, byte) in changes {
            let place = index.index(bytes.len());
            bytes[place] = byte;
        }
        let _answer = read(&bytes, true);
    }
}
