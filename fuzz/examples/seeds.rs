//! Writes the seeds of every fuzz target: `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.
//!
//! Each target starts from files that are accepted, the same cut or with a bit flipped, and files made to hurt. Inputs
//! that a fuzzer found stand beside them under names of their own, which this never touches.
#![expect(dead_code, reason = "the builders are shared with tests that use more of them")]

#[path = "../../registry-formats/tests/support/onnx_writer.rs"]
mod onnx_writer;

use std::io;
use std::path::{Path, PathBuf};

use onnx_writer::{
    Message, attribute, entry, external, fixed, floats, graph, model, node, symbol, tensor, tensor_type, value, varint,
};
use serde_json::json;

/// The largest seed.
const LARGEST: usize = 4096;

type Seeds = Vec<(String, Vec<u8>)>;

fn main() -> io::Result<()> {
    write("onnx", onnx()?)?;
    write("safetensors", safetensors()?)?;
    write("hazards", hazards()?)?;
    write("version", texts("version", VERSIONS))?;
    write("selector", texts("selector", SELECTORS))?;
    write("manifest", manifest()?)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn write(target: &str, seeds: Seeds) -> io::Result<()> {
    let folder = root().join("fuzz/corpus").join(target);
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in seeds {
        if bytes.len() >= LARGEST {
            return Err(io::Error::other(format!("{target}/{name} has {} bytes", bytes.len())));
        }
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// The small files of the corpus of hostile and safe files.
fn hazards() -> io::Result<Seeds> {
    let mut seeds = Seeds::new();
    for name in ["hostile", "safe"] {
        for entry in std::fs::read_dir(root().join("registry-formats/tests/hazards").join(name))? {
            let entry = entry?;
            let bytes = std::fs::read(entry.path())?;
            if bytes.len() < LARGEST / 4 {
                seeds.push(seed(&format!("{name}-{}", entry.file_name().to_string_lossy()), bytes));
            }
        }
    }
    Ok(seeds)
}

fn seed(name: &str, bytes: impl Into<Vec<u8>>) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.into())
}

fn example(path: &str) -> io::Result<Vec<u8>> {
    std::fs::read(root().join("examples").join(path))
}

/// The file cut after each quarter, and with one bit flipped in each.
fn damaged(name: &str, bytes: &[u8]) -> Seeds {
    let mut seeds = Seeds::new();
    for quarter in 1..=3 {
        let at = bytes.len() * quarter / 4;
        seeds.push(seed(&format!("{name}-cut-{quarter}"), &bytes[..at]));
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << quarter;
        seeds.push(seed(&format!("{name}-flipped-{quarter}"), flipped));
    }
    seeds
}

fn onnx() -> io::Result<Seeds> {
    let whole = everything().0;
    let mut seeds = damaged("everything", &whole);
    seeds.push(seed("everything", whole));
    for version in ["1.0.0", "1.1.0", "2.0.0"] {
        seeds.push(seed(&format!("iris-{version}"), example(&format!("iris/{version}.onnx"))?));
    }
    seeds.push(seed("empty", []));
    seeds.push(seed("minimal", model(8, &graph()).0));
    seeds.push(seed("old", Message::new().int(1, 2).message(7, &graph()).0));
    seeds.push(seed("two-graphs", model(8, &graph()).message(7, &graph()).0));
    seeds.push(seed("group", model(8, &graph().tag(16, 3)).0));
    seeds.push(seed("long-varint", model(8, &graph()).tag(5, 0).raw(&[0xff; 10]).raw(&[1]).0));
    for (name, length) in [("2-gib", 1 << 31), ("2-63", u64::MAX >> 1), ("2-64", u64::MAX)] {
        let hostile = Message::new().int(1, 8).tag(7, 2).raw(&varint(length)).raw(&[0x0a]);
        seeds.push(seed(&format!("length-{name}"), hostile.0));
    }
    let bodies = |depth| model(8, &graph().raw(&nested(depth, body).0)).0;
    seeds.push(seed("bodies-20", bodies(20)));
    seeds.push(seed("bodies-100", bodies(100)));
    for depth in [10, 40, 200] {
        let sequences = nested(depth, |inside| Message::new().message(4, &Message::new().message(1, &inside)));
        seeds.push(seed(&format!("sequences-{depth}"), model(8, &graph().message(11, &value("x", &sequences))).0));
    }
    let huge = tensor("w", 1, &[i64::MAX, i64::MAX]).bytes(9, &[0; 4]);
    seeds.push(seed("huge-tensor", model(8, &graph().message(5, &huge)).0));
    seeds.push(seed("negative-size", model(8, &graph().message(5, &tensor("w", 1, &[-1]))).0));
    seeds.push(seed("many-axes", model(8, &graph().message(5, &tensor("w", 1, &[1; 300]))).0));
    for (name, place) in [("outside", "../w.bin"), ("absent", "v.bin"), ("beside", "w.bin")] {
        let weights = external("e", 16, &[("location", place)]);
        seeds.push(seed(&format!("external-{name}"), model(8, &graph().message(5, &weights)).0));
    }
    Ok(seeds)
}

fn nested(depth: usize, around: impl Fn(Message) -> Message) -> Message {
    (0..depth).fold(Message::new(), |inside, _| around(inside))
}

/// A graph in an attribute of a node.
fn body(inside: Message) -> Message {
    Message::new().message(1, &node("If", &[], &[]).message(5, &attribute("a", 5, 6, &inside)))
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
    let indices = tensor("", 7, &[1]).packed(7, &[3]);
    let sparse = Message::new().message(1, &floats("s", &[1.0])).message(2, &indices).int(3, 9);
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

/// Headers, each with the number of bytes behind it.
const HEADERS: &[(&str, &str, usize)] = &[
    ("no-tensor", "{}", 0),
    ("white-space-behind", "{}  \n\t", 0),
    ("white-space-before", " {}", 0),
    ("metadata", r#"{"__metadata__":{"format":"pt"}}"#, 0),
    ("metadata-null", r#"{"__metadata__":null}"#, 0),
    ("list", r#"{"a":["U8",[2],[0,2]]}"#, 2),
    ("odd-byte", r#"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#, 1),
    ("variant", r#"{"a":{"dtype":{"U8":null},"shape":[2],"data_offsets":[0,2]}}"#, 2),
    ("unknown-key", r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":[{"y":1e300}]}}"#, 2),
    ("scalar", r#"{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#, 4),
    ("half-bytes", r#"{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,2]}}"#, 2),
    ("escaped", r#"{"\u0061\ud83d\ude00":{"dtype":"BF16","shape":[1,1],"data_offsets":[0,2]}}"#, 2),
    ("surrogate", r#"{"\ud800":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}"#, 2),
    ("hole", r#"{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}"#, 2),
    ("overflow", r#"{"a":{"dtype":"U8","shape":[9223372036854775807,3],"data_offsets":[0,2]}}"#, 2),
    ("huge-offset", r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,18446744073709551615]}}"#, 2),
    ("twice", r#"{"a":["U8",[1],[0,1]],"a":["U8",[1],[0,1]]}"#, 1),
    ("huge-number", r#"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":1e999}}"#, 2),
];

fn safetensors() -> io::Result<Seeds> {
    let whole = example("safetensors/1.0.0/model.safetensors")?;
    let mut seeds = damaged("example", &whole);
    seeds.push(seed("example", whole));
    seeds.push(seed("empty", []));
    seeds.extend(HEADERS.iter().map(|(name, header, data)| seed(name, with_header(header, *data))));
    for (name, length) in [("100-mb", 100_000_000_u64), ("2-63", 1 << 63), ("2-64", u64::MAX)] {
        seeds.push(seed(&format!("length-{name}"), [&length.to_le_bytes()[..], b"{}"].concat()));
    }
    for depth in [100, 200, 1500] {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        seeds.push(seed(&format!("nested-{depth}"), with_header(&format!(r#"{{"a":{{"x":{open}{close}}}}}"#), 0)));
    }
    let shape = vec!["1"; 1001].join(",");
    let header = format!(r#"{{"a":{{"dtype":"U8","shape":[{shape}],"data_offsets":[0,1]}}}}"#);
    seeds.push(seed("many-axes", with_header(&header, 1)));
    Ok(seeds)
}

fn with_header(header: &str, data: usize) -> Vec<u8> {
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.resize(file.len() + data, 0);
    file
}

const VERSIONS: &[&str] = &[
    "",
    "0.0.0",
    "0.3.1-rc.1",
    "1.2.3+cu12.2",
    "1.0.0-alpha.1-x.0+001.-",
    "9007199254740991.0.0",
    "9007199254740992.0.0",
    "18446744073709551616.0.0",
    "v1.2.3",
    "v9007199254740992.0.0",
    "1.2",
    "01.2.3",
    "1.02.3-rc.01",
    "1.2.3.4",
    "latest",
    "0.0.4",
    "2",
    "1.2.3+a\n1.2.3+b",
    "1.2.3-rc.2\n1.2.3-rc.10",
    "1.0.0-alpha\n1.0.0-1",
    "0.0.1\n0.1.0",
    "\u{ff11}.0.0",
    "1.2.3 ",
    "-1.0.0",
    "1.0.0-",
];

const SELECTORS: &[&str] = &[
    "",
    "latest",
    "production",
    "blue_green",
    "1.2.3",
    "= 1.2.3-rc.1+cu12",
    "1",
    "1.2.x",
    "1.X",
    "*",
    "x",
    "^1.2, <1.4.0-rc.1",
    ">= 1.2.0 <2.0.0",
    "~1.2.3-a-b",
    ">2.0.0, <1.0.0",
    "1.2.3 - 2.0.0",
    "^1.2.3 || ^2.0.0",
    ">=v1.2, <v2",
    "==01.2.3",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha256:00",
    "acme/fraud",
    "acme/fraud@^1.2",
    "a/b@>=1.2, <2",
    "Acme/Fraud@v1",
    "a/b/c",
    "con/nul@aux",
    "9007199254740992.0.0",
    "^1.3.0-rc.1\n1.3.0-rc.2",
    "<1.2\n1.2.0-rc.1",
    "~0.0.0\n0.0.0-0",
    "=1.2.3+cu12\n1.2.3",
    "\u{a0}1.2.3\u{a0}",
    "1.2.3 \u{130}",
];

fn texts(name: &str, texts: &[&str]) -> Seeds {
    let mut seeds: Seeds =
        texts.iter().enumerate().map(|(index, text)| seed(&format!("{name}-{index:02}"), *text)).collect();
    seeds.push(seed("long", "1".repeat(300)));
    seeds.push(seed("many", vec!["1"; 100].join(" ")));
    seeds.push(seed("no-utf8", b"1.2.\xff"));
    seeds
}

const PROJECT: &str = r#"model = "acme/fraud"
files = ["model.onnx", "labels.json"]
[declared]
license = "Apache-2.0"
units = { "inputs.x" = "EUR" }
labels = ["cat", { id = "d", text = "dog" }]
extensible_labels = true
preprocessing = { kind = "external", sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }
consumption = "endpoint"
binding = "name"
content = "closed"
stateful = "none"
streaming = false
max_batch = 32
context_length = 512
architecture = "ResNet50"
entrypoints = { predict = { takes = "tensors" }, explain = {} }
max_runtime = { opset = 21, onnxruntime = "1.20" }
runtime = { framework = "onnxruntime", min = { onnxruntime = "1.17" }, accelerator = "cuda" }
resources = { memory_bytes = 2_000_000, memory_tolerance = 0.1 }
[declared.inputs.x]
optional = true
default = 0
bounds = { "0" = { min = 1, max = 32 } }
layout = "NC"
alias_of = ["picture"]
nullable = true
[declared.outputs.y]
meaning = "probability"
range = { min = 0, max = 1 }
[declared.params.top]
dtype = "i64"
default = 5
range = { min = 1 }
[lineage]
commit = "4f2a"
[evaluation]
metrics = { accuracy = 0.81 }
"#;

const POLICY: &str = r#"[compat]
profile = "serving-json"
consumption = "endpoint"
mode = "semver"
[compat.rules."input.removed.optional"]
level = "warn"
required = "minor"
locked = true
author = "ann"
reason = "no client sent it since 2026-05"
expires = "2027-01-01"
"#;

fn manifest() -> io::Result<Seeds> {
    let whole = std::fs::read(root().join("registry-core/tests/fixtures/manifest.json"))?;
    let mut seeds = damaged("manifest", &whole);
    seeds.push(seed("manifest", whole));
    seeds.push(seed("empty", []));
    seeds.push(seed("no-file", r#"{"schema":1,"files":[],"contract":{}}"#));
    seeds.push(seed("key-twice", r#"{"schema":1,"schema":1}"#));
    seeds.push(seed("schema-2", r#"{"schema":2}"#));
    let file = |path| json!({"path": path, "size": 1, "sha256": "0".repeat(64), "media_type": "text/plain"});
    let with = |contract| json!({"schema": 1, "files": [file("a/b")], "contract": contract}).to_string();
    seeds.push(seed(
        "one-path-twice",
        json!({"schema": 1, "files": [file("a"), file("A/b")], "contract": {}}).to_string(),
    ));
    seeds.push(seed("climbing-path", json!({"schema": 1, "files": [file("../a")], "contract": {}}).to_string()));
    seeds.push(seed(
        "numbers",
        with(json!({"params": {"a": {"dtype": "f64", "default": 1e300, "range": {"max": -0.0}}}})),
    ));
    seeds.push(seed("huge-integer", with(json!({"params": {"a": {"dtype": "u64", "default": u64::MAX}}}))));
    seeds.push(seed("unknown-key", with(json!({"inputs": {"a": {"dtype": "f32", "b": 1}}}))));
    let nested = (0..40).fold(json!({"dtype": "f32"}), |inside, _| json!({"list": inside}));
    seeds.push(seed("nested-lists", with(json!({"outputs": {"a": nested}}))));
    for (name, open, close) in
        [("json-arrays", "[", "]"), ("json-objects", "{\"a\":", "}"), ("toml-tables", "a={", "}")]
    {
        let (open, close) = (open.repeat(500), close.repeat(500));
        seeds.push(seed(&format!("nested-{name}"), format!("{open}{close}")));
    }
    seeds.push(seed("nested-toml-arrays", format!("a = {}", "[".repeat(2000))));
    seeds.push(seed("nested-toml-keys", format!("{}a = 1", "a.".repeat(1000))));
    seeds.extend(damaged("project", PROJECT.as_bytes()));
    seeds.push(seed("project", PROJECT));
    seeds.push(seed("project-numbers", "evaluation.metrics = { a = nan, b = inf }\ndeclared.max_batch = -1"));
    seeds.push(seed("project-date", "declared.license = 2026-01-01"));
    seeds.push(seed("project-model", "model = \"acme/fraud@1.0.0\""));
    seeds.push(seed("project-minimal", example("reviews/1.0.0/registry.toml")?));
    seeds.push(seed("policy", POLICY));
    seeds.push(seed("policy-flipped", POLICY.replace("optional", "optionel")));
    seeds.push(seed("policy-resolve", "[resolve]\nfallback = \"latest\""));
    seeds.push(seed(
        "declared",
        r#"{"license":"MIT","inputs":{"x":{"default":null,"shape":["N",4]},"n":{"dtype":"f32"}}}"#,
    ));
    seeds.push(seed(
        "declared-fields",
        r#"{"outputs":{"o":{"map":{"key":"i64","value":{"dtype":"f32"}}}},"units":{"outputs.y":"m"}}"#,
    ));
    Ok(seeds)
}
