//! A contract is read in bounded memory and with few reads, however large the file is.
//!
//! This program has one test: the peak that the system reports is that of the largest child there ever was, so every
//! child must be one that the test started, in the order in which it compares them.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

#[expect(dead_code, reason = "other tests use the rest of it")]
#[path = "../../registry-formats/tests/support/onnx_writer.rs"]
mod onnx_writer;

use std::cell::Cell;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::sys::resource::{UsageWho, getrusage};
use onnx_writer::{Message, fixed, node, symbol, tensor, tensor_type, value, varint};
use registry_formats::{Extraction, NamedFile, RangeRead, ReadOptions, read_contract};
use serde_json::{Value, json};

const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

/// The most memory that reading a contract may take.
const MEMORY_MAX: u64 = 64 * MIB;
/// The most that may be read of a file for its contract.
const READ_MAX: u64 = 16 * MIB;

/// Set for a child that is this program again: how many MiB it shall touch, and nothing else.
const TOUCH: &str = "BOUNDED_MEMORY_TOUCH_MIB";

#[test]
fn a_contract_is_read_in_bounded_memory() {
    if let Ok(mib) = std::env::var(TOUCH) {
        return touch(mib.parse().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();

    let safetensors = write_safetensors(&folder.path().join("model.safetensors"), LAYERS);
    assert!(size_of(&safetensors) > 4 * GIB);
    let answer = inspect(&safetensors);
    assert_eq!(answer["artifact"]["format"], "safetensors");
    assert_eq!(answer["artifact"]["weights"]["dtypes"], json!(["bf16"]));
    let tensors = answer["artifact"]["weights"]["tensors"].as_object().unwrap();
    assert_eq!(tensors.len(), usize::try_from(LAYERS * 9 + 2).unwrap());
    assert_eq!(
        tensors["model.layers.31.mlp.down_proj.weight"],
        json!({"dtype": "bf16", "shape": [HIDDEN, INTERMEDIATE]})
    );

    let onnx = write_onnx(&folder.path().join("model.onnx"));
    assert!((2 * GIB..2 * GIB + MIB).contains(&size_of(&onnx)));
    let answer = inspect(&onnx);
    assert_eq!(answer["contract"]["inputs"]["x"]["shape"], json!(["N", ONNX_ROWS]));
    assert_eq!(answer["contract"]["outputs"]["y"]["shape"], json!(["N", ONNX_COLUMNS]));
    let weights = &answer["artifact"]["weights"]["tensors"];
    assert_eq!(weights["w3"], json!({"dtype": "f32", "shape": [ONNX_ROWS, ONNX_COLUMNS]}));
    assert_eq!(weights.as_object().unwrap().len(), usize::try_from(ONNX_TENSORS).unwrap());

    let peak = peak_of_children();
    assert!(peak < MEMORY_MAX, "{peak} bytes of memory at the peak");
    for file in [&safetensors, &onnx] {
        let (_, read) = count(file, false);
        assert!((1..READ_MAX).contains(&read), "{}: {read} bytes read", file.display());
    }

    both_measures_can_fail(folder.path());
}

/// The same measures over what must exceed them: else they would be passed by anything.
fn both_measures_can_fail(folder: &Path) {
    let small = write_safetensors(&folder.join("small.safetensors"), 0);
    let size = size_of(&small);
    assert!(size > READ_MAX);
    let (extraction, read) = count(&small, true);
    assert!(extraction.artifact.content.is_some() && read >= size, "{read} of {size} bytes read for the digests");

    let mib = MEMORY_MAX / MIB + 16;
    let again = Command::new(std::env::current_exe().unwrap()).env(TOUCH, mib.to_string()).output().unwrap();
    assert!(again.status.success());
    let peak = peak_of_children();
    assert!(peak > MEMORY_MAX, "{peak} bytes of memory in a child that touched {mib} MiB");
}

fn touch(mib: u64) {
    let touched = vec![1_u8; usize::try_from(mib * MIB).unwrap()];
    assert_eq!(std::hint::black_box(&touched).last(), Some(&1));
}

/// Runs the program on a file and gives its answer.
fn inspect(file: &Path) -> Value {
    let output =
        Command::new(env!("CARGO_BIN_EXE_registry")).arg("inspect").arg(file).args(["-o", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The peak of resident memory of the largest child so far, in bytes.
fn peak_of_children() -> u64 {
    let peak = u64::try_from(getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss()).unwrap();
    if cfg!(target_vendor = "apple") { peak } else { peak * 1024 }
}

/// A file that counts what is read of it.
struct Counting {
    file: File,
    read: Cell<u64>,
}

impl RangeRead for Counting {
    fn size(&self) -> io::Result<u64> {
        self.file.size()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.read.set(self.read.get() + u64::try_from(buffer.len()).unwrap());
        RangeRead::read_at(&self.file, offset, buffer)
    }
}

/// Reads the contract of one file, and counts the bytes that this takes.
fn count(path: &Path, digests: bool) -> (Extraction, u64) {
    let bytes = Counting { file: File::open(path).unwrap(), read: Cell::new(0) };
    let file = NamedFile { path: "model", bytes: &bytes };
    let extraction = read_contract(&[file], &ReadOptions { digests }).unwrap();
    (extraction, bytes.read.get())
}

fn size_of(path: &Path) -> u64 {
    path.metadata().unwrap().len()
}

/// Parts of a file that is written without the zeros in it.
enum Part {
    Bytes(Vec<u8>),
    Hole(u64),
}

fn length_of(parts: &[Part]) -> u64 {
    let lengths = parts.iter().map(|part| match part {
        Part::Bytes(bytes) => u64::try_from(bytes.len()).unwrap(),
        Part::Hole(length) => *length,
    });
    lengths.sum()
}

fn write_sparse(path: &Path, parts: &[Part]) -> PathBuf {
    let file = File::create_new(path).unwrap();
    let mut at = 0;
    for part in parts {
        if let Part::Bytes(bytes) = part {
            file.write_all_at(bytes, at).unwrap();
        }
        at += length_of(std::slice::from_ref(part));
    }
    file.set_len(at).unwrap();
    path.to_owned()
}

const LAYERS: u64 = 32;
const HIDDEN: u64 = 2048;
const INTERMEDIATE: u64 = 8192;
const HEADS_SHARED: u64 = 512;
const VOCABULARY: u64 = 128_256;

/// A language model in bf16 with this many layers; without layers its embedding is a sixteenth.
fn write_safetensors(path: &Path, layers: u64) -> PathBuf {
    let vocabulary = if layers == 0 { VOCABULARY / 16 } else { VOCABULARY };
    let mut tensors = vec![("model.embed_tokens.weight".to_owned(), vec![vocabulary, HIDDEN])];
    for layer in 0..layers {
        let in_layer = [
            ("input_layernorm", vec![HIDDEN]),
            ("mlp.down_proj", vec![HIDDEN, INTERMEDIATE]),
            ("mlp.gate_proj", vec![INTERMEDIATE, HIDDEN]),
            ("mlp.up_proj", vec![INTERMEDIATE, HIDDEN]),
            ("post_attention_layernorm", vec![HIDDEN]),
            ("self_attn.k_proj", vec![HEADS_SHARED, HIDDEN]),
            ("self_attn.o_proj", vec![HIDDEN, HIDDEN]),
            ("self_attn.q_proj", vec![HIDDEN, HIDDEN]),
            ("self_attn.v_proj", vec![HEADS_SHARED, HIDDEN]),
        ];
        tensors.extend(in_layer.map(|(name, shape)| (format!("model.layers.{layer}.{name}.weight"), shape)));
    }
    tensors.push(("model.norm.weight".to_owned(), vec![HIDDEN]));

    let mut header = serde_json::Map::from_iter([("__metadata__".to_owned(), json!({"format": "pt"}))]);
    let mut end = 0;
    for (name, shape) in tensors {
        let begin = end;
        end += shape.iter().product::<u64>() * 2;
        header.insert(name, json!({"dtype": "BF16", "shape": shape, "data_offsets": [begin, end]}));
    }
    let header = Value::Object(header).to_string().into_bytes();
    let length = u64::try_from(header.len()).unwrap().to_le_bytes().to_vec();
    write_sparse(path, &[Part::Bytes(length), Part::Bytes(header), Part::Hole(end)])
}

const ONNX_TENSORS: u64 = 4;
const ONNX_ROWS: i64 = 16_384;
const ONNX_COLUMNS: i64 = 8_192;

/// A model whose weights stand inside it: together they are 2 GiB.
fn write_onnx(path: &Path) -> PathBuf {
    let payload = 2 * GIB / ONNX_TENSORS;
    let mut graph = Vec::new();
    for index in 0..ONNX_TENSORS {
        let name = format!("w{index}");
        let head = tensor(&name, 1, &[ONNX_ROWS, ONNX_COLUMNS]).tag(9, 2).raw(&varint(payload));
        let length = u64::try_from(head.0.len()).unwrap() + payload;
        graph.push(Part::Bytes(Message::new().tag(5, 2).raw(&varint(length)).raw(&head.0).0));
        graph.push(Part::Hole(payload));
    }
    let nodes = (0..ONNX_TENSORS).fold(Message::new(), |nodes, index| {
        nodes.message(1, &node("MatMul", &["x", &format!("w{index}")], &[&format!("part{index}")]))
    });
    let sum = node("Sum", &["part0", "part1", "part2", "part3"], &["y"]);
    let port = |columns| tensor_type(1, Some(&[symbol("N"), fixed(columns)]));
    let rest = nodes.message(1, &sum).message(11, &value("x", &port(ONNX_ROWS)));
    graph.push(Part::Bytes(rest.message(12, &value("y", &port(ONNX_COLUMNS))).0));

    let opset = Message::new().int(2, 17);
    let head = Message::new().int(1, 8).message(8, &opset).tag(7, 2).raw(&varint(length_of(&graph)));
    let mut parts = vec![Part::Bytes(head.0)];
    parts.append(&mut graph);
    write_sparse(path, &parts)
}
