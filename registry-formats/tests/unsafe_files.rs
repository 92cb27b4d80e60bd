//! The corpus of hostile and safe files, the bounds, and damaged files. `tests/hazards/corpus.py` makes the corpus.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use registry_core::hazard::{Hazard, HazardKind};
use registry_formats::{FormatError, NamedFile, RangeRead, find_hazards};

fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hazards").join(name);
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn hostile(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hazards/hostile").join(name)).unwrap()
}

fn look(name: &str, bytes: &[u8]) -> Vec<Hazard> {
    find_hazards(&[NamedFile { path: name, bytes: &bytes.to_vec() }]).unwrap()
}

fn only(name: &str, bytes: &[u8]) -> Hazard {
    match look(name, bytes).as_slice() {
        [only] => only.clone(),
        found => panic!("{name}: {found:?}"),
    }
}

#[test]
fn every_hostile_file_is_found() {
    let files = corpus("hostile");
    assert!(files.len() >= 40, "{}", files.len());
    let missed: Vec<&str> =
        files.iter().filter(|(name, bytes)| look(name, bytes).is_empty()).map(|(name, _)| name.as_str()).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn no_safe_file_is_an_alarm() {
    let files = corpus("safe");
    assert!(files.len() >= 40, "{}", files.len());
    let alarms: Vec<_> = files.iter().flat_map(|(name, bytes)| look(name, bytes)).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn names_say_nothing() {
    for (name, bytes) in corpus("hostile") {
        let renamed = look("model.safetensors", &bytes);
        assert_eq!(renamed.len(), look(&name, &bytes).len(), "{name}");
    }
}

#[test]
fn a_finding_names_the_path_inside_the_imports_and_the_reason() {
    let hazard = only("model.bin", &hostile("torch-evil.pth"));
    assert_eq!(hazard.path, "model.bin!archive/data.pkl");
    assert_eq!(hazard.file(), "model.bin");
    assert_eq!(hazard.kind, HazardKind::Pickle);
    assert_eq!(hazard.imports, ["posix.system"]);
    assert_eq!(hazard.reason, "a Python pickle; loading it imports and may call posix.system");
    let nested = only("n.zip", &hostile("nested.zip"));
    assert_eq!(nested.path, "n.zip!inner.zip!a/inner.zip!archive/data.pkl");
    assert_eq!(only("x.npy", &hostile("evil.npy")).kind, HazardKind::NumpyObjects);
    assert_eq!(only("x.h5", &hostile("lambda.h5")).kind, HazardKind::KerasLambda);
    assert_eq!(only("x.pb", &hostile("write-file.pb")).kind, HazardKind::TensorflowFileOp);
    assert_eq!(only("x", &hostile("opaque.7z")).reason, "a 7z archive cannot be looked into");
}

#[test]
fn names_out_of_files_are_shown_without_what_controls_a_terminal() {
    let mut archive = hostile("slash-name.zip");
    for at in 0..archive.len() - 5 {
        if archive[at..].starts_with(b"model") {
            archive[at..at + 5].copy_from_slice(b"\x1b[31m");
        }
    }
    assert_eq!(only("a.zip", &archive).path, "a.zip!\u{fffd}[31m/data.pkl/");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn what_unpacks_to_far_more_than_it_is_cannot_be_looked_into() {
    let hazard = only("bomb.tar.gz", &hostile("bomb.tar.gz"));
    assert_eq!((hazard.kind, hazard.path.as_str()), (HazardKind::Opaque, "bomb.tar.gz"));
    assert!(hazard.reason.contains("100 times its size"), "{}", hazard.reason);
}

#[test]
fn archives_in_archives_are_looked_into_up_to_a_depth() {
    let pickle = hostile("system-4.pkl");
    let packed = |times: usize| (0..times).fold(pickle.clone(), |bytes, _| gzip(&bytes));
    assert_eq!(only("p", &packed(5)).kind, HazardKind::Pickle);
    let deep = only("p", &packed(6));
    assert_eq!(deep.kind, HazardKind::Opaque);
    assert!(deep.reason.contains("more than 5 archives inside each other"), "{}", deep.reason);
}

/// A zip archive of so many empty members, without a list.
fn members(count: usize) -> Vec<u8> {
    let mut header = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
    header.extend([0; 16]);
    header.extend([1, 0, 0, 0, b'n']);
    header.repeat(count)
}

#[test]
fn members_beyond_ten_thousand_are_a_finding() {
    assert_eq!(look("many.zip", &members(10_000)), []);
    let hazard = only("many.zip", &members(10_001));
    assert_eq!(hazard.kind, HazardKind::Opaque);
    assert!(hazard.reason.contains("more than 10000 members"), "{}", hazard.reason);
}

#[test]
fn members_that_lie_over_each_other_end_soon() {
    // Each member claims all that follows, which is an archive again.
    let mut archive = members(2000);
    for start in (0..archive.len()).step_by(31) {
        archive[start + 18..start + 22].copy_from_slice(&[0xff, 0xff, 0xff, 0]);
    }
    let found = look("quine.zip", &archive);
    assert!(found.iter().any(|hazard| hazard.kind == HazardKind::Opaque), "{found:?}");
}

#[test]
fn a_long_pickle_is_not_followed_without_an_end() {
    let mut endless = vec![b'N'; 1 << 20];
    endless.extend(b"cos\nsystem\n(S'true'\ntR.");
    assert_eq!(only("long.pkl", &endless).imports, ["os.system"]);
    let mut marks = vec![b'('; 1 << 20];
    marks.extend(b"cos\nsystem\n(S'true'\ntR.");
    assert_eq!(only("marks.pkl", &marks).imports, ["os.system"]);
}

#[test]
fn many_files_are_named_in_order() {
    let (pickle, text) = (hostile("system-0.pkl"), b"cos\nsin\n".to_vec());
    let files = [
        NamedFile { path: "z.bin", bytes: &pickle },
        NamedFile { path: "labels.txt", bytes: &text },
        NamedFile { path: "a.bin", bytes: &pickle },
    ];
    let found = find_hazards(&files).unwrap();
    let paths: Vec<&str> = found.iter().map(|hazard| hazard.path.as_str()).collect();
    assert_eq!(paths, ["a.bin", "z.bin"]);
}

/// A file whose storage fails behind its first kilobyte.
struct Failing(Vec<u8>);

impl RangeRead for Failing {
    fn size(&self) -> io::Result<u64> {
        self.0.as_slice().size()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        match offset {
            0 if buffer.len() <= 1024 => self.0.as_slice().read_at(offset, buffer),
            _ => Err(io::Error::other("the storage is gone")),
        }
    }
}

#[test]
fn storage_that_fails_is_an_error_and_no_safe_file() {
    let failing = Failing(vec![0; 4096]);
    let error = find_hazards(&[NamedFile { path: "w.bin", bytes: &failing }]).unwrap_err();
    assert!(matches!(error, FormatError::Io { .. }), "{error}");
    assert_eq!(error.to_string(), "w.bin: the storage is gone");
}

#[test]
fn hostile_files_that_are_cut_or_damaged_break_nothing() {
    for (name, bytes) in corpus("hostile").into_iter().chain(corpus("safe")).filter(|(name, _)| !name.contains("bomb"))
    {
        let step = (bytes.len() / 64).max(1);
        for end in (0..bytes.len()).step_by(step) {
            drop(look(&name, &bytes[..end]));
            let mut flipped = bytes.clone();
            flipped[end] ^= 0xff;
            drop(look(&name, &flipped));
        }
    }
}

/// Text in which a length happens to lead to the last full stop; and the same before a pickle, which a loader that loads
/// again would run.
#[test]
fn text_that_reads_as_plain_data_is_no_alarm_and_hides_none() {
    let text = b"C((A(\n.aaAA(A(\naAaaAaA\na(.aA.aA\nAAaA.\naAAAK\nN.";
    assert_eq!(look("words.txt", text), []);
    // An extension that nobody calls, and bytes behind it.
    assert_eq!(look("random.bin", b"\x82\xad.%\xdd"), []);
    // An object of no class: Python refuses it.
    assert_eq!(look("words.txt", b"(o.\na\n(\nA\nA"), []);
    let evil = [&text[..], b"cposix\nsystem\n(S'true'\ntR."].concat();
    assert_eq!(look("words.txt", &evil)[0].imports, ["posix.system"]);
}

proptest! {
    #[test]
    fn random_bytes_are_no_alarm(bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
        prop_assert_eq!(look("random.bin", &bytes), []);
    }

    /// Three lines such as `cmodule`, `name` and `.` are a pickle that imports; nothing less is.
    #[test]
    fn lines_of_words_are_no_alarm_unless_they_import(words in proptest::collection::vec("[a-zA-Z(.]{1,8}", 0..64)) {
        // A single word and a dot can be a pickle of plain data; nobody can tell it from text.
        prop_assume!(words.len() > 4);
        for found in look("words.txt", words.join("\n").as_bytes()) {
            let stands = |import: &String| words.windows(2).any(|lines| {
                let modules = lines[0].match_indices(['c', 'i']).filter_map(|(at, _)| lines[0].get(at + 1..));
                modules.into_iter().any(|module| *import == format!("{module}.{}", lines[1]))
            });
            prop_assert!(!found.imports.is_empty() && found.imports.iter().all(stands), "{:?}", found);
        }
    }

    #[test]
    fn whatever_follows_the_mark_of_an_archive_breaks_nothing(
        mark in prop::sample::select(vec![
            &b"PK\x03\x04"[..], b"\x1f\x8b\x08", b"BZh9\x31\x41\x59\x26\x53\x59", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"\x5d\0\0\x80\0",
            b"\x80\x04", b"\x93NUMPY\x01\0", b"\x89HDF\r\n\x1a\n", b"\x78\x9c",
        ]),
        rest in proptest::collection::vec(any::<u8>(), 0..2048),
    ) {
        drop(look("x", &[mark, &rest].concat()));
    }
}
