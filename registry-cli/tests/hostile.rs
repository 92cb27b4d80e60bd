//! Files that are no models, or that are made to harm: each is refused with exit code 2 and one line on standard error
//! that names the file and the byte; nothing is on standard output, nothing panics, and no terminal is told anything.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

#[expect(dead_code, reason = "other tests use the rest of it")]
#[path = "../../registry-formats/tests/support/onnx_writer.rs"]
mod onnx_writer;

use std::ffi::{OsStr, OsString};
use std::fs::{File, Permissions};
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use nix::sys::stat::Mode;
use nix::unistd::mkfifo;
use onnx_writer::{Message, floats, graph, model, tensor_type, value, varint};
use tempfile::TempDir;

/// What the program writes to colour its own words, the longest first. Anything else of the kind came out of a file.
const STYLES: [&str; 6] = ["\x1b[1m\x1b[31m", "\x1b[1m\x1b[32m", "\x1b[33m", "\x1b[36m", "\x1b[2m", "\x1b[0m"];

/// A name that colours, clears, rings, begins a sequence with one character, and writes from right to left.
const HOSTILE: &str = "\x1b[31mred\x1b[2J\x07\u{9b}5m\u{202e}";
/// The same, for people.
const SHOWN: &str = r"\u{1b}[31mred\u{1b}[2J\u{7}\u{9b}5m\u{202e}";

/// Runs the program. Colours are forced, because where there are none every sequence is taken out of the output.
fn run<I: IntoIterator<Item: AsRef<OsStr>>>(arguments: I) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_registry"));
    command.args(arguments).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR").stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    // The answers of these tests fit into a pipe, so the program never waits for us.
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("the program hangs");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.wait_with_output().unwrap()
}

/// What was printed, without the colours of the program; anything else that a terminal obeys fails the test.
fn plain(printed: &[u8]) -> String {
    let printed = String::from_utf8(printed.to_vec()).unwrap();
    let text = STYLES.iter().fold(printed, |text, style| text.replace(style, ""));
    let obeyed =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(obeyed), "{text:?}");
    text
}

/// The line on standard error of a command that must be refused.
fn refusal<I: IntoIterator<Item: AsRef<OsStr>>>(arguments: I) -> String {
    let output = run(arguments);
    let message = plain(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert_eq!(plain(&output.stdout), "");
    assert!(!message.contains("panicked"), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    message.strip_prefix("error: ").unwrap_or_else(|| panic!("{message}")).trim_end().to_owned()
}

fn inspect(path: &Path) -> String {
    refusal([OsStr::new("inspect"), path.as_os_str()])
}

/// The fault of a model file, behind the path of the file as it was given.
fn fault(path: &Path) -> String {
    let message = inspect(path);
    let folder = format!("{}/", path.parent().unwrap().display());
    message.strip_prefix(&folder).unwrap_or_else(|| panic!("{message}")).to_owned()
}

/// A folder with one file in it.
fn file(name: impl AsRef<Path>, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn safetensors(header: &str, data: usize) -> Vec<u8> {
    let length = u64::try_from(header.len()).unwrap().to_le_bytes();
    [&length, header.as_bytes(), &vec![0; data]].concat()
}

fn small_safetensors() -> Vec<u8> {
    safetensors(r#"{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 8)
}

fn small_onnx() -> Vec<u8> {
    let graph = graph().message(11, &value("x", &tensor_type(1, None))).message(5, &floats("w", &[1.0, 2.0]));
    model(8, &graph).0
}

#[test]
fn a_file_that_is_cut_anywhere_is_refused() {
    for whole in [small_safetensors(), small_onnx()] {
        let (_folder, path) = file("cut.bin", &whole);
        assert_eq!(run([OsStr::new("inspect"), path.as_os_str()]).status.code(), Some(0));
        for length in 0..whole.len() {
            std::fs::write(&path, &whole[..length]).unwrap();
            let message = fault(&path);
            assert!(message.starts_with("cut.bin: "), "{message}");
            // Up to the first brace, or the IR version, nothing tells the format.
            assert!(length <= 8 || message.contains(": at byte "), "{length}: {message}");
        }
    }
}

#[test]
fn a_file_with_a_flipped_bit_is_read_or_refused() {
    for whole in [small_safetensors(), small_onnx()] {
        let (_folder, path) = file("flipped.bin", &whole);
        // Every bit in front, where the lengths stand, then one in seven: that meets every place in a byte.
        for bit in (0..128).chain((128..whole.len() * 8).step_by(7)) {
            let mut flipped = whole.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(&path, &flipped).unwrap();
            let output = run([OsStr::new("inspect"), OsStr::new("--digests"), path.as_os_str()]);
            let (data, talk) = (plain(&output.stdout), plain(&output.stderr));
            let is_read = output.status.code() == Some(0) && !data.is_empty();
            let is_refused = output.status.code() == Some(2)
                && data.is_empty()
                && talk.starts_with(&format!("error: {}: ", path.display()));
            assert!(is_read || is_refused, "bit {bit}: {:?}: {talk}", output.status);
        }
    }
}

#[test]
fn lies_in_safetensors_are_refused_at_their_byte() {
    let row = |begin: u64, end: u64| format!(r#"{{"dtype":"F32","shape":[2],"data_offsets":[{begin},{end}]}}"#);
    let two = |a: &str, b: &str| format!(r#"{{"a":{a},"b":{b}}}"#);
    let nested = format!(r#"{{"a":{{"skipped":{}"#, "[".repeat(100_000));
    let huge = r#"{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}"#;
    let mut long = small_safetensors();
    long[..8].copy_from_slice(&99_999_999_u64.to_le_bytes());
    let cases = [
        (long, 0, "found a length of 99999999"),
        (safetensors(&two(&row(0, 8), &row(4, 12)), 12), 65, "an overlap: 4"),
        (safetensors(&two(&row(0, 8), &row(0, 8)), 8), 65, "an overlap: 0"),
        (safetensors(&two(&row(0, 8), &row(16, 24)), 24), 65, "a hole: 16"),
        (safetensors(&two(&row(0, 8), &row(u64::MAX - 7, u64::MAX)), 16), 65, "a hole: 18446744073709551608"),
        (safetensors(&format!(r#"{{"a":{},"a":{}}}"#, row(0, 8), row(8, 16)), 16), 65, "`a` a second time"),
        (safetensors(&format!(r#"{{"a":{}}}"#, row(0, 8)), 9), 70, "1 more bytes"),
        (safetensors(&format!(r#"{{"a":{}}}"#, row(8, 0)), 8), 12, "a hole: 8"),
        (safetensors(huge, 8), 12, "a shape that is larger"),
        (safetensors(&nested, 0), 149, "recursion limit exceeded"),
    ];
    for (bytes, offset, part) in cases {
        let (_folder, path) = file("model.safetensors", &bytes);
        let message = fault(&path);
        let place = format!("model.safetensors: at byte {offset}: expected ");
        assert!(message.starts_with(&place) && message.contains(part), "{offset}, {part}: {message}");
    }
    let (_folder, path) = file("m", &[&u64::MAX.to_le_bytes()[..], b"{}"].concat());
    assert!(
        fault(&path).starts_with("m: not a model file that can be read: it looks like safetensors with an impossible")
    );
}

#[test]
fn lies_in_onnx_are_refused_at_their_byte() {
    let mut inside_out = Vec::new();
    for _ in 0..10_000 {
        // Backwards: a type is a sequence (4) of an element (1) that is a type.
        let element = [vec![0x0a], varint(u64::try_from(inside_out.len()).unwrap())].concat();
        let sequence = [vec![0x22], varint(u64::try_from(inside_out.len() + element.len()).unwrap())].concat();
        inside_out.extend(element.iter().rev().chain(sequence.iter().rev()));
    }
    inside_out.reverse();
    let deep = model(8, &graph().message(11, &value("x", &Message(inside_out))));
    let x = value("x", &tensor_type(1, None));
    let cases = [
        (Message::new().int(1, 8).tag(7, 2).raw(&varint(u64::MAX)).raw(&[0x0a]), "18446744073709551615 more bytes"),
        (deep, "at most 64 messages inside one another"),
        (model(8, &graph().message(11, &x).message(11, &x)), "a second input `x`"),
        (model(8, &graph().message(5, &floats("w", &[1.0])).message(5, &floats("w", &[1.0]))), "a second tensor `w`"),
        (model(8, &graph().message(5, &onnx_writer::tensor("w", 1, &[i64::MAX]).bytes(9, &[0; 4]))), "found 4 bytes"),
        (
            model(8, &graph().message(5, &onnx_writer::external("w", 1, &[("location", "../../etc/passwd")]))),
            "a plain relative path",
        ),
    ];
    for (hostile, part) in cases {
        let (_folder, path) = file("model.onnx", &hostile.0);
        let message = fault(&path);
        assert!(message.starts_with("model.onnx: at byte ") && message.contains(part), "{part}: {message}");
    }
}

#[test]
fn what_is_no_model_is_named_for_what_it_is() {
    let cases: [(&[u8], &str); 8] = [
        (b"PK\x03\x04\x14\x00\x08\x08", "a zip archive"),
        (b"\x80\x04\x95\x10\x00", "a Python pickle"),
        (b"GGUF\x03\x00\x00\x00", "a GGUF model"),
        (b"\x89HDF\r\n\x1a\n", "an HDF5 file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "nothing known, the first bytes are 89 50 4e 47"),
        (b"just some words\n", "text"),
        (b"\x1b[31m\x1b[2J", "nothing known, the first bytes are 1b 5b 33 31"),
        (b"", "nothing: it is empty"),
    ];
    for (bytes, looks) in cases {
        for name in ["model.onnx", "model.safetensors", "model"] {
            let (_folder, path) = file(name, bytes);
            let message = fault(&path);
            let start = format!("{name}: not a model file that can be read: it looks like {looks}");
            assert!(message.starts_with(&start), "{message}");
        }
    }
}

#[test]
fn paths_without_a_model_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let refused = |path: &Path, part: &str| {
        let message = inspect(path);
        assert!(message.contains(&*path.to_string_lossy()) && message.contains(part), "{message}");
    };
    refused(&at("absent.onnx"), "No such file");
    symlink(at("loop"), at("loop")).unwrap();
    refused(&at("loop"), "symbolic links");
    std::fs::write(at("secret"), small_onnx()).unwrap();
    std::fs::set_permissions(at("secret"), Permissions::from_mode(0o0)).unwrap();
    // The superuser may read anything.
    if File::open(at("secret")).is_err() {
        refused(&at("secret"), "ermission denied");
    }
    std::fs::create_dir(at("empty")).unwrap();
    refused(&at("empty"), "there are no files");
    std::fs::create_dir(at("words")).unwrap();
    std::fs::write(at("words/README.md"), "# Words").unwrap();
    assert!(fault(&at("words")).starts_with("words/README.md: not a model file"));
    refused(Path::new("/dev/null"), "a pipe or a device");
    let beside = refusal([OsStr::new("inspect"), at("empty").as_os_str(), at("words/README.md").as_os_str()]);
    assert!(beside.contains("empty") && beside.contains("a folder beside other files"), "{beside}");
}

#[test]
fn a_pipe_is_refused_without_waiting_for_its_writer() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    mkfifo(&pipe, Mode::S_IRWXU).unwrap();
    assert!(inspect(&pipe).contains("pipe: this is a pipe or a device"));
    // Nobody listens there: what is refused is refused before anything is asked.
    let publish =
        ["publish", pipe.to_str().unwrap(), "--model", "a/b", "--version", "1.0.0", "--url", "http://127.0.0.1:9"];
    assert!(refusal(publish).contains("pipe: this is a pipe or a device"));
    std::fs::write(folder.path().join("registry.toml"), "files = [\"pipe\"]\n").unwrap();
    assert!(inspect(folder.path()).contains("pipe"));
}

#[test]
fn names_in_files_are_shown_and_not_obeyed() {
    let tensor = |name: &str| {
        let name = serde_json::to_string(name).unwrap();
        let header = format!(
            r#"{{"__metadata__":{{{name}:{name}}},{name}:{{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}}}"#
        );
        safetensors(&header, 8)
    };
    let port = value(HOSTILE, &tensor_type(1, Some(&[onnx_writer::symbol(HOSTILE)])));
    let onnx = |graph: Message| model(8, &graph).text(2, HOSTILE).message(14, &onnx_writer::entry(HOSTILE, HOSTILE));
    let models = [(tensor(HOSTILE), tensor("w")), (onnx(graph().message(11, &port)).0, onnx(graph()).0)];
    for (hostile, other) in models {
        let (_folder, hostile) = file("hostile", &hostile);
        let (_other_folder, other) = file("other", &other);
        let shown = |command: &[&OsStr], name: &str| {
            let output = run(command);
            let data = plain(&output.stdout);
            assert_eq!((output.status.code(), plain(&output.stderr).as_str()), (Some(0), ""));
            assert!(data.contains(name), "{data}");
        };
        let [inspect, diff, output, json, github] = ["inspect", "diff", "-o", "json", "github"].map(OsStr::new);
        let (hostile, other) = (hostile.as_os_str(), other.as_os_str());
        shown(&[inspect, hostile], SHOWN);
        shown(&[inspect, hostile, output, json], r"\u001b[31mred\u001b[2J\u0007\u009b5m\u202e");
        shown(&[diff, hostile, other], SHOWN);
        shown(&[diff, hostile, other, output, json], r"\u001b[31mred");
        shown(&[diff, hostile, other, output, github], SHOWN);
    }
}

#[test]
fn names_of_files_are_shown_and_not_obeyed() {
    let (_folder, path) = file(HOSTILE, b"words");
    assert!(fault(&path).starts_with(SHOWN));
    assert!(inspect(&path.with_file_name(format!("absent {HOSTILE}"))).contains(SHOWN));
    assert!(inspect(&path.with_file_name("line\nbreak")).contains(r"line\u{a}break"));

    // A folder whose files are only remarked upon, one of them with a name that is no UTF-8.
    let (folder, _) = file("model.onnx", &small_onnx());
    std::fs::write(folder.path().join(HOSTILE), "words").unwrap();
    std::fs::write(folder.path().join(OsString::from_vec(b"caf\xe9".to_vec())), "words").unwrap();
    let output = run([OsStr::new("inspect"), folder.path().as_os_str()]);
    assert_eq!(output.status.code(), Some(0));
    let remarks = plain(&output.stderr);
    assert!(remarks.contains(SHOWN) && remarks.contains("caf\u{fffd}"), "{remarks}");

    // A file whose name is an option, as a pattern of the shell gives it.
    let output = run(["inspect", &format!("--{HOSTILE}")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(plain(&output.stderr).contains("red"));
}
